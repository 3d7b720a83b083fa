import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMultimap, withOne } from './multimap.ts';

test('what was added and not deleted is there, once, under its key', () => {
  const step = fc.record({ key: fc.constantFrom('a', 'b'), value: fc.nat(4), add: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const map = createMultimap<string, number>();
      const expected = new Map<string, Set<number>>();
      for (const { key, value, add } of steps) {
        const own = expected.get(key) ?? new Set();
        if (add) expected.set(key, own.add(value));
        else if (own.delete(value) && own.size === 0) expected.delete(key);
        if (add) map.add(key, value);
        else map.delete(key, value);
        expect(map.size()).toBe(expected.size);
        for (const name of ['a', 'b']) {
          expect(map.has(name)).toBe(expected.has(name));
          expect(new Set(map.get(name))).toEqual(expected.get(name) ?? new Set());
          expect([...map.get(name)]).toHaveLength(expected.get(name)?.size ?? 0);
        }
      }
    }),
    { seed: 20260415, numRuns: 300 },
  );
});

test('a list with one thing more holds them all in order, however long it is', () => {
  let list: number[] = [];
  for (let number = 0; number < 100; number++) list = withOne(list, number);
  expect(list).toEqual(Array.from({ length: 100 }, (_, number) => number));
});
