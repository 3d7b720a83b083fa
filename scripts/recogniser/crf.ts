/**
 * Trains a conditional random field by stochastic gradient ascent with AdaGrad (Duchi et al. 2011). Features are
 * dropped at random while training, which keeps weights from leaning on rare n-grams (Wang and Manning 2013, "Fast
 * dropout training"); the weights of the last rounds are averaged.
 */

import { createRandom } from '../../src/graph/random.ts';
import { LABEL_COUNT } from '../../src/mentions/model/labels.ts';
import {
  ALLOWED_TRANSITIONS,
  createLattice,
  START_OFFSET,
  STOP_OFFSET,
  sumLattice,
  TRANSITION_COUNT,
} from '../../src/mentions/model/lattice.ts';
import { LONGEST_PIECE } from '../../src/mentions/model/piece.ts';
import { TEMPLATE_COUNT } from '../../src/mentions/model/templates.ts';
import { numberFeatures, type Observations, type Sequence } from './observations.ts';

export interface TrainOptions {
  readonly rounds: number;
  /** Rounds at the end whose weights are averaged. */
  readonly averaged: number;
  readonly rate: number;
  /** Share of features left out at each character. */
  readonly dropout: number;
  /** Features seen less often are not learned. */
  readonly least: number;
  readonly seed: number;
  /** Strength of the pull towards 0 at each step. */
  readonly decay: number;
  readonly log?: (line: string) => void;
}

/** Learned weights: one row of labels per feature. */
export interface Weights {
  /** Hash of each feature. */
  readonly keys: Uint32Array;
  readonly values: Float32Array;
  readonly transitions: Float64Array;
}

/** Turns scores into exponentials whose highest per character is 1; returns the sum of the highest scores. */
function toFits(scores: Float64Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size * LABEL_COUNT; row += LABEL_COUNT) {
    let most = Number.NEGATIVE_INFINITY;
    for (let label = row; label < row + LABEL_COUNT; label++) most = Math.max(most, scores[label] ?? 0);
    for (let label = row; label < row + LABEL_COUNT; label++) scores[label] = Math.exp((scores[label] ?? 0) - most);
    sum += most;
  }
  return sum;
}

/** Trains on observations. */
export function trainCrf(data: Observations, options: TrainOptions): Weights {
  const { ids, keys } = numberFeatures(data, options.least);
  options.log?.(`${data.used} characters, ${data.sequences.length} sentences, ${keys.length} features`);
  const values = new Float32Array(keys.length * LABEL_COUNT);
  const squares = new Float32Array(values.length);
  const sums = new Float32Array(values.length);
  const transitions = new Float64Array(TRANSITION_COUNT);
  const transitionSquares = new Float64Array(TRANSITION_COUNT);
  const transitionSums = new Float64Array(TRANSITION_COUNT);
  const lattice = createLattice(LONGEST_PIECE);
  const random = createRandom(options.seed);
  const order = Int32Array.from(data.sequences, (_, index) => index);
  const active = new Int32Array(LONGEST_PIECE * TEMPLATE_COUNT);
  const activeEnd = new Int32Array(LONGEST_PIECE);
  const factors = new Float64Array(TRANSITION_COUNT);
  const expected = new Float64Array(TRANSITION_COUNT);
  const gradientLabels = new Int32Array(LABEL_COUNT);
  const gradientValues = new Float64Array(LABEL_COUNT);
  const { rate, decay } = options;
  const boost = 1 / (1 - options.dropout);
  let loss = 0;

  const step = (sequence: Sequence) => {
    const { first, size, weight } = sequence;
    const { fits, forward, backward, scales } = lattice;
    let used = 0;
    for (let at = 0; at < size; at++) {
      const row = at * LABEL_COUNT;
      fits.fill(0, row, row + LABEL_COUNT);
      const base = (first + at) * TEMPLATE_COUNT;
      for (let index = base; index < base + TEMPLATE_COUNT; index++) {
        const id = ids[index] ?? -1;
        if (id < 0 || random() < options.dropout) continue;
        active[used++] = id;
        const from = id * LABEL_COUNT;
        for (let label = 0; label < LABEL_COUNT; label++) {
          fits[row + label] = (fits[row + label] ?? 0) + (values[from + label] ?? 0);
        }
      }
      activeEnd[at] = used;
      for (let label = 0; label < LABEL_COUNT; label++) fits[row + label] = (fits[row + label] ?? 0) * boost;
    }
    for (let index = 0; index < TRANSITION_COUNT; index++) factors[index] = Math.exp(transitions[index] ?? 0);
    let gold = 0;
    for (let at = 0; at < size; at++) {
      const label = data.labels[first + at] ?? 0;
      gold += fits[at * LABEL_COUNT + label] ?? 0;
      gold +=
        transitions[at === 0 ? START_OFFSET + label : (data.labels[first + at - 1] ?? 0) * LABEL_COUNT + label] ?? 0;
    }
    gold += transitions[STOP_OFFSET + (data.labels[first + size - 1] ?? 0)] ?? 0;
    const highest = toFits(fits, size);
    loss += weight * (highest + sumLattice(lattice, size, factors) - gold);

    expected.fill(0);
    for (let at = 1; at < size; at++) {
      const before = (at - 1) * LABEL_COUNT;
      const row = at * LABEL_COUNT;
      const scale = scales[at] ?? 1;
      for (let index = 0; index < ALLOWED_TRANSITIONS.length; index++) {
        const pair = ALLOWED_TRANSITIONS[index] ?? 0;
        const from = (pair / LABEL_COUNT) | 0;
        const value = forward[before + from] ?? 0;
        if (value < 1e-6) continue;
        const to = pair - from * LABEL_COUNT;
        expected[pair] =
          (expected[pair] ?? 0) +
          (value * (factors[pair] ?? 0) * (fits[row + to] ?? 0) * (backward[row + to] ?? 0)) / scale;
      }
    }
    for (let at = 0; at < size; at++) {
      const label = data.labels[first + at] ?? 0;
      const pair = at === 0 ? START_OFFSET + label : (data.labels[first + at - 1] ?? 0) * LABEL_COUNT + label;
      expected[pair] = (expected[pair] ?? 0) - 1;
    }
    for (let label = 0; label < LABEL_COUNT; label++) {
      expected[START_OFFSET + label] =
        (expected[START_OFFSET + label] ?? 0) + (forward[label] ?? 0) * (backward[label] ?? 0);
      const last = (size - 1) * LABEL_COUNT + label;
      expected[STOP_OFFSET + label] = (forward[last] ?? 0) * (backward[last] ?? 0);
    }
    const final = STOP_OFFSET + (data.labels[first + size - 1] ?? 0);
    expected[final] = (expected[final] ?? 0) - 1;
    for (let index = 0; index < TRANSITION_COUNT; index++) {
      const gradient = -(expected[index] ?? 0) * weight;
      if (gradient === 0) continue;
      const square = (transitionSquares[index] ?? 0) + gradient * gradient;
      transitionSquares[index] = square;
      transitions[index] = (transitions[index] ?? 0) + (rate * gradient) / Math.sqrt(square + 1);
    }

    let from = 0;
    for (let at = 0; at < size; at++) {
      const row = at * LABEL_COUNT;
      const gold = data.labels[first + at] ?? 0;
      let count = 0;
      for (let label = 0; label < LABEL_COUNT; label++) {
        const gradient = (label === gold ? 1 : 0) - (forward[row + label] ?? 0) * (backward[row + label] ?? 0);
        if (gradient > 2e-3 || gradient < -2e-3) {
          gradientLabels[count] = label;
          gradientValues[count++] = gradient * weight;
        }
      }
      const to = activeEnd[at] ?? 0;
      if (count > 0) {
        for (let index = from; index < to; index++) {
          const base = (active[index] ?? 0) * LABEL_COUNT;
          for (let inner = 0; inner < count; inner++) {
            const cell = base + (gradientLabels[inner] ?? 0);
            const value = values[cell] ?? 0;
            const gradient = (gradientValues[inner] ?? 0) - decay * value;
            const square = (squares[cell] ?? 0) + gradient * gradient;
            squares[cell] = square;
            values[cell] = value + (rate * gradient) / Math.sqrt(square + 0.1);
          }
        }
      }
      from = to;
    }
  };

  for (let round = 0; round < options.rounds; round++) {
    loss = 0;
    for (let index = order.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      const held = order[index] ?? 0;
      order[index] = order[other] ?? 0;
      order[other] = held;
    }
    const started = Date.now();
    for (const index of order) {
      const sequence = data.sequences[index];
      if (sequence !== undefined && sequence.size > 0) step(sequence);
    }
    options.log?.(`round ${round + 1}: loss ${(loss / data.sequences.length).toFixed(3)}, ${Date.now() - started} ms`);
    if (round >= options.rounds - options.averaged) {
      for (let index = 0; index < sums.length; index++)
        sums[index] = (sums[index] ?? 0) + (values[index] ?? 0) / options.averaged;
      for (let index = 0; index < TRANSITION_COUNT; index++) {
        transitionSums[index] = (transitionSums[index] ?? 0) + (transitions[index] ?? 0) / options.averaged;
      }
    }
  }
  return { keys, values: sums, transitions: transitionSums };
}
