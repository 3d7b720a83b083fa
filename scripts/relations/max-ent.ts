/**
 * Multinomial logistic regression (maximum entropy) over hashed binary features, trained with AdaGrad (Duchi, Hazan and
 * Singer, 2011) and L2 at the weights that an example touches.
 */
import { createRandom } from '../../src/graph/random.ts';

/** An example: indices of its features in 0…size-1, and its class. */
export interface Example {
  readonly features: Int32Array;
  readonly label: number;
}

/** How to train. */
export interface TrainOptions {
  readonly classes: number;
  /** Number of feature slots. */
  readonly size: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly seed: number;
}

/** Weights, class by class for each feature: `weights[feature * classes + label]`. */
export interface Model {
  readonly classes: number;
  readonly weights: Float32Array;
}

/** Probabilities of the classes for an example. */
export function probabilities({ classes, weights }: Model, features: Int32Array): Float64Array {
  const scores = new Float64Array(classes);
  for (const feature of features) {
    const base = feature * classes;
    for (let label = 0; label < classes; label++) scores[label] = (scores[label] ?? 0) + (weights[base + label] ?? 0);
  }
  const most = Math.max(...scores);
  let sum = 0;
  for (let label = 0; label < classes; label++) {
    const value = Math.exp((scores[label] ?? 0) - most);
    scores[label] = value;
    sum += value;
  }
  for (let label = 0; label < classes; label++) scores[label] = (scores[label] ?? 0) / sum;
  return scores;
}

/** Trains a model; the same examples, options and seed give the same weights. */
export function train(examples: readonly Example[], options: TrainOptions): Model {
  const { classes, size, epochs, rate, l2 } = options;
  const random = createRandom(options.seed);
  const weights = new Float32Array(size * classes);
  const squares = new Float32Array(size * classes).fill(1e-4);
  const model: Model = { classes, weights };
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const gradient = probabilities(model, example.features);
      gradient[example.label] = (gradient[example.label] ?? 0) - 1;
      for (const feature of example.features) {
        const base = feature * classes;
        for (let label = 0; label < classes; label++) {
          const at = base + label;
          const slope = (gradient[label] ?? 0) + l2 * (weights[at] ?? 0);
          const square = (squares[at] ?? 0) + slope * slope;
          squares[at] = square;
          weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return model;
}
