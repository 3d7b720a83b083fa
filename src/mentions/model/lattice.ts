/**
 * The linear chain over labels: forward and backward sums, and from them the probability of every span (Lafferty et
 * al. 2001, "Conditional Random Fields"). Sums are kept as scaled probabilities, which needs one exponential per
 * character and label instead of one per transition.
 */
import { beginLabel, endLabel, insideLabel, LABEL_COUNT, MODEL_TYPES, OUTSIDE } from './labels.ts';

const TYPE_COUNT = MODEL_TYPES.length;

/** Labels after which no name is open; a stretch ends in one of them. */
const CLOSED = Int32Array.from([OUTSIDE, ...MODEL_TYPES.map((_, type) => endLabel(type))]);
/** Labels that open a name or stand outside; a stretch begins with one of them, and they follow {@link CLOSED}. */
const OPENING = Int32Array.from([OUTSIDE, ...MODEL_TYPES.map((_, type) => beginLabel(type))]);

/** Number of parameters of a chain: one per pair of labels, one per label for the first and for the last character. */
export const TRANSITION_COUNT = LABEL_COUNT * LABEL_COUNT + 2 * LABEL_COUNT;
/** Where the parameters of the first character begin. */
export const START_OFFSET = LABEL_COUNT * LABEL_COUNT;
/** Where the parameters of the last character begin. */
export const STOP_OFFSET = START_OFFSET + LABEL_COUNT;

/** Pairs of labels that may follow each other, as indices `from * LABEL_COUNT + to` of the transition weights. */
export const ALLOWED_TRANSITIONS: Int32Array = Int32Array.from([
  ...[...CLOSED].flatMap((from) => [...OPENING].map((to) => from * LABEL_COUNT + to)),
  ...MODEL_TYPES.flatMap((_, type) =>
    [beginLabel(type), insideLabel(type)].flatMap((from) =>
      [insideLabel(type), endLabel(type)].map((to) => from * LABEL_COUNT + to),
    ),
  ),
]);

/** Working memory for stretches up to a length. */
export interface Lattice {
  /** Per character and label: how well the label fits the features, as an exponential whose highest is 1. */
  readonly fits: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Per character: what the forward sums were divided by. */
  readonly scales: Float64Array;
}

/** Makes room for stretches of at most `longest` characters. */
export function createLattice(longest: number): Lattice {
  return {
    fits: new Float64Array(longest * LABEL_COUNT),
    forward: new Float64Array(longest * LABEL_COUNT),
    backward: new Float64Array(longest * LABEL_COUNT),
    scales: new Float64Array(longest),
  };
}

/**
 * Sums over all labellings of `size` characters, `size` at least 1, whose `fits` are set.
 *
 * @param factors exponentials of the transition weights, {@link TRANSITION_COUNT} of them
 * @returns the logarithm of the sum of all labellings
 */
export function sumLattice(lattice: Lattice, size: number, factors: Float64Array): number {
  const { forward, scales } = lattice;
  let log = 0;
  for (let at = 0; at < size; at++) {
    const row = at * LABEL_COUNT;
    const scale = at === 0 ? firstStep(lattice, factors) : forwardStep(lattice, at, factors);
    log += Math.log(scale);
    scales[at] = scale;
    for (let label = row; label < row + LABEL_COUNT; label++) forward[label] = (forward[label] ?? 0) / scale;
  }
  let end = 0;
  const last = (size - 1) * LABEL_COUNT;
  for (const label of CLOSED) end += (forward[last + label] ?? 0) * (factors[STOP_OFFSET + label] ?? 0);
  backwardSums(lattice, size, factors, end);
  return log + Math.log(end);
}

function firstStep({ fits, forward }: Lattice, factors: Float64Array): number {
  let total = 0;
  forward.fill(0, 0, LABEL_COUNT);
  for (const label of OPENING) {
    const value = (factors[START_OFFSET + label] ?? 0) * (fits[label] ?? 0);
    forward[label] = value;
    total += value;
  }
  return total;
}

/** Smallest share of a label that is followed further. */
const NEGLIGIBLE = 1e-12;

function forwardStep({ fits, forward }: Lattice, at: number, factors: Float64Array): number {
  const row = at * LABEL_COUNT;
  const before = row - LABEL_COUNT;
  let total = 0;
  for (let index = 0; index < OPENING.length; index++) forward[row + (OPENING[index] ?? 0)] = 0;
  for (let index = 0; index < CLOSED.length; index++) {
    const from = CLOSED[index] ?? 0;
    const value = forward[before + from] ?? 0;
    if (value < NEGLIGIBLE) continue;
    for (let inner = 0; inner < OPENING.length; inner++) {
      const to = OPENING[inner] ?? 0;
      forward[row + to] = (forward[row + to] ?? 0) + value * (factors[from * LABEL_COUNT + to] ?? 0);
    }
  }
  for (let index = 0; index < OPENING.length; index++) {
    const label = row + (OPENING[index] ?? 0);
    const value = (forward[label] ?? 0) * (fits[label] ?? 0);
    forward[label] = value;
    total += value;
  }
  for (let type = 0; type < TYPE_COUNT; type++) {
    const begin = beginLabel(type);
    const first = forward[before + begin] ?? 0;
    const inner = forward[before + begin + 1] ?? 0;
    if (first + inner < NEGLIGIBLE) {
      forward[row + begin + 1] = 0;
      forward[row + begin + 2] = 0;
      continue;
    }
    const base = begin * LABEL_COUNT + begin;
    const next = base + LABEL_COUNT;
    const inside = (first * (factors[base + 1] ?? 0) + inner * (factors[next + 1] ?? 0)) * (fits[row + begin + 1] ?? 0);
    const end = (first * (factors[base + 2] ?? 0) + inner * (factors[next + 2] ?? 0)) * (fits[row + begin + 2] ?? 0);
    forward[row + begin + 1] = inside;
    forward[row + begin + 2] = end;
    total += inside + end;
  }
  return total;
}

const ahead = new Float64Array(LABEL_COUNT);

function backwardSums(lattice: Lattice, size: number, factors: Float64Array, end: number): void {
  const { fits, forward, backward, scales } = lattice;
  const last = (size - 1) * LABEL_COUNT;
  backward.fill(0, last, last + LABEL_COUNT);
  for (const label of CLOSED) backward[last + label] = (factors[STOP_OFFSET + label] ?? 0) / end;
  for (let at = size - 2; at >= 0; at--) {
    const row = at * LABEL_COUNT;
    const next = row + LABEL_COUNT;
    const scale = scales[at + 1] ?? 1;
    for (let label = 0; label < LABEL_COUNT; label++) {
      ahead[label] = ((fits[next + label] ?? 0) * (backward[next + label] ?? 0)) / scale;
    }
    for (let index = 0; index < CLOSED.length; index++) {
      const from = CLOSED[index] ?? 0;
      let sum = 0;
      // What forward sums did not follow, nothing asks for.
      if ((forward[row + from] ?? 0) < NEGLIGIBLE) {
        backward[row + from] = 0;
        continue;
      }
      for (let inner = 0; inner < OPENING.length; inner++) {
        const to = OPENING[inner] ?? 0;
        sum += (factors[from * LABEL_COUNT + to] ?? 0) * (ahead[to] ?? 0);
      }
      backward[row + from] = sum;
    }
    for (let type = 0; type < TYPE_COUNT; type++) {
      const begin = beginLabel(type);
      const inside = ahead[begin + 1] ?? 0;
      const close = ahead[begin + 2] ?? 0;
      for (let from = begin; from <= begin + 1; from++) {
        const base = from * LABEL_COUNT + begin;
        backward[row + from] = inside * (factors[base + 1] ?? 0) + close * (factors[base + 2] ?? 0);
      }
    }
  }
}

/** A span with its probability: offsets from the start of the stretch, `end` exclusive, `type` an index of `MODEL_TYPES`. */
export interface SpanProbability {
  readonly start: number;
  readonly end: number;
  readonly type: number;
  readonly probability: number;
}

/** Every span that is at least `least` probable, in order of start. Call after {@link sumLattice}. */
export function probableSpans(lattice: Lattice, size: number, factors: Float64Array, least: number): SpanProbability[] {
  const { fits, forward, backward, scales } = lattice;
  const spans: SpanProbability[] = [];
  for (let start = 0; start < size; start++) {
    const row = start * LABEL_COUNT;
    for (let type = 0; type < TYPE_COUNT; type++) {
      const begin = beginLabel(type);
      let open = forward[row + begin] ?? 0;
      if (open * (backward[row + begin] ?? 0) < least) continue;
      let from = begin;
      for (let at = start + 1; at < size; at++) {
        const here = at * LABEL_COUNT + begin;
        const scale = scales[at] ?? 1;
        const base = from * LABEL_COUNT + begin;
        const probability =
          (open * (factors[base + 2] ?? 0) * (fits[here + 2] ?? 0) * (backward[here + 2] ?? 0)) / scale;
        if (probability >= least) spans.push({ start, end: at + 1, type, probability: Math.min(1, probability) });
        open = (open * (factors[base + 1] ?? 0) * (fits[here + 1] ?? 0)) / scale;
        if (open * (backward[here + 1] ?? 0) < least) break;
        from = begin + 1;
      }
    }
  }
  return spans;
}
