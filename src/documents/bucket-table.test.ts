import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBucketTable, type Numbered } from './bucket-table.ts';

const byNumber = (a: Numbered, b: Numbered) => a.number - b.number;

test('buckets hold what was put into them and not taken out, whatever they share and however many there are', () => {
  const keys = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
  const steps = fc.array(fc.record({ key: keys, number: fc.nat(8), add: fc.boolean() }), {
    maxLength: 3000,
    size: 'max',
  });
  fc.assert(
    fc.property(steps, (all) => {
      const things = Array.from({ length: 9 }, (_, number) => ({ number }));
      const table = createBucketTable<Numbered>(byNumber);
      const expected = new Map<number, Set<Numbered>>();
      for (const { key, number, add } of all) {
        const thing = things[number] as Numbered;
        const bucket = expected.get(key) ?? new Set();
        expected.set(key, bucket);
        if (add === bucket.has(thing)) continue;
        if (add) {
          table.add(key, thing);
          bucket.add(thing);
        } else {
          table.remove(key, thing);
          bucket.delete(thing);
        }
      }
      for (const [key, bucket] of expected) expect(table.get(key)).toEqual([...bucket].sort(byNumber));
    }),
    { seed: 20260413, numRuns: 60 },
  );
});
