import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Reprintable, sketchText } from './near-duplicates.ts';
import { createReprintIndex } from './reprints.ts';

const PARTS = Array.from({ length: 7 }, (_, part) =>
  Array.from({ length: 60 }, (_, at) => String.fromCharCode(0x4e00 + part * 400 + ((at * (part + 3)) % 211))).join(''),
);

/** Texts that share parts, so that some are reprints, some extracts and some only alike. */
const text = fc.uniqueArray(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n'));
const document = fc.record({
  id: fc.integer({ min: 10, max: 50 }).map(String),
  text,
  date: fc.constantFrom('2024-01-01', '2024-02-01', '2024-11-01'),
});
const step = fc.record({
  removed: fc.array(fc.integer({ min: 10, max: 50 }).map(String), { maxLength: 4 }),
  added: fc.array(document, { maxLength: 12 }),
});

test('whatever came and went, reprints are those of the documents taken at once, and every change is told', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), (steps) => {
      const index = createReprintIndex<Reprintable>((one) => sketchText(one.text));
      const now = new Map<string, Reprintable>();
      for (const { removed, added } of steps) {
        const come = new Map(added.map((one) => [one.id, one]));
        const before = new Map([...now.keys()].map((id) => [id, index.originalOf(id)]));
        const changed = index.change(new Set([...removed, ...come.keys()]), [...come.values()]);
        for (const id of removed) now.delete(id);
        const stayed = [...now.keys()].filter((id) => !come.has(id));
        expect(changed).toEqual(new Set(stayed.filter((id) => index.originalOf(id) !== before.get(id))));
        for (const [id, one] of come) now.set(id, one);
      }
      const fresh = createReprintIndex<Reprintable>((one) => sketchText(one.text));
      fresh.change(new Set(), [...now.values()]);
      expect([...index.reprints()]).toEqual([...fresh.reprints()]);
    }),
    { seed: 20260411, numRuns: 200 },
  );
});
