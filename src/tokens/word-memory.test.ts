import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWordMemory } from './word-memory.ts';

test('gives back for each word what was last remembered of it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }), fc.nat())), (entries) => {
      const memory = createWordMemory<number>(1000);
      for (const [word, value] of entries) memory.set(word, value);
      for (const [word, value] of new Map(entries))
        if (word.length <= 16) {
          expect(memory.get(word)).toBe(value);
          expect(memory.at(`甲${word}乙`, 1, 1 + word.length)).toBe(value);
        }
      expect(memory.get('未曾见过')).toBeUndefined();
    }),
  );
});

test('a full memory starts afresh, so that it stays bounded', () => {
  const memory = createWordMemory<number>(2);
  memory.set('甲乙', 1);
  memory.set('甲乙丙', 2);
  memory.set('丁戊', 3);
  expect(memory.get('甲乙')).toBeUndefined();
  expect(memory.get('甲乙丙')).toBeUndefined();
  expect(memory.get('丁戊')).toBe(3);
});

test('words that are hardly ever seen twice are not kept', () => {
  const memory = createWordMemory<number>(10);
  memory.set('x'.repeat(17), 1);
  memory.set('', 1);
  expect(memory.get('x'.repeat(17))).toBeUndefined();
  expect(memory.get('')).toBeUndefined();
});
