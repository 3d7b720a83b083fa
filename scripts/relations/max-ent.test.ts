import { expect, test } from 'vitest';
import { probabilities, train } from './max-ent.ts';
import { measures } from './tally.ts';

const options = { classes: 2, size: 8, epochs: 60, rate: 0.1, l2: 1e-4, seed: 1 };
const examples = [0, 1, 0, 1, 0, 1].map((label) => ({ features: Int32Array.of(label, 7), label }));

test('what tells classes apart is learnt', () => {
  const model = train(examples, options);
  expect(probabilities(model, Int32Array.of(0, 7))[0]).toBeGreaterThan(0.9);
  expect(probabilities(model, Int32Array.of(1, 7))[1]).toBeGreaterThan(0.9);
});

test('probabilities sum to one, and training twice gives the same weights', () => {
  const model = train(examples, options);
  const sum = probabilities(model, Int32Array.of(3)).reduce((total, value) => total + value, 0);
  expect(sum).toBeCloseTo(1, 10);
  expect(train(examples, options).weights).toEqual(model.weights);
});

test('F1 is the harmonic mean of precision and recall', () => {
  expect(measures({ right: 2, wrong: 2, missed: 0 })).toEqual({ precision: 0.5, recall: 1, f1: 2 / 3 });
  expect(measures({ right: 0, wrong: 0, missed: 0 }).f1).toBe(0);
});
