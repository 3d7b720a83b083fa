import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginLabel, endLabel, LABEL_COUNT, MODEL_TYPES, OUTSIDE } from './labels.ts';
import {
  ALLOWED_TRANSITIONS,
  createLattice,
  probableSpans,
  START_OFFSET,
  STOP_OFFSET,
  sumLattice,
  TRANSITION_COUNT,
} from './lattice.ts';

const closed = new Set([OUTSIDE, ...MODEL_TYPES.map((_, type) => endLabel(type))]);
const opening = new Set([OUTSIDE, ...MODEL_TYPES.map((_, type) => beginLabel(type))]);
const follows = new Map<number, number[]>();
for (const pair of ALLOWED_TRANSITIONS) {
  const from = Math.floor(pair / LABEL_COUNT);
  follows.set(from, [...(follows.get(from) ?? []), pair % LABEL_COUNT]);
}

/** Every labelling of `size` characters that the chain allows. */
function labellings(size: number): number[][] {
  let all = [...opening].map((label) => [label]);
  for (let at = 1; at < size; at++) {
    all = all.flatMap((labels) => (follows.get(labels[at - 1] ?? 0) ?? []).map((next) => [...labels, next]));
  }
  return all.filter((labels) => closed.has(labels[size - 1] ?? -1));
}

const weightOf = (labels: readonly number[], fits: Float64Array, factors: Float64Array) =>
  labels.reduce(
    (product, label, at) =>
      product *
      (fits[at * LABEL_COUNT + label] ?? 0) *
      (factors[at === 0 ? START_OFFSET + label : (labels[at - 1] ?? 0) * LABEL_COUNT + label] ?? 0),
    factors[STOP_OFFSET + (labels[labels.length - 1] ?? 0)] ?? 0,
  );

const positive = fc.double({ min: 0.5, max: 2, noNaN: true });
const chain = fc.integer({ min: 1, max: 3 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    fits: fc.array(positive, { minLength: size * LABEL_COUNT, maxLength: size * LABEL_COUNT }),
    factors: fc.array(positive, { minLength: TRANSITION_COUNT, maxLength: TRANSITION_COUNT }),
  }),
);

describe('lattice', () => {
  it('sums over all labellings as counting them one by one does', () => {
    fc.assert(
      fc.property(chain, ({ size, fits, factors: list }) => {
        const factors = Float64Array.from(list);
        const lattice = createLattice(size);
        lattice.fits.set(fits);
        const expected = labellings(size).reduce((sum, labels) => sum + weightOf(labels, lattice.fits, factors), 0);
        expect(sumLattice(lattice, size, factors)).toBeCloseTo(Math.log(expected), 8);
      }),
      { numRuns: 25 },
    );
  });

  it('gives each span the share of the labellings that have it', () => {
    fc.assert(
      fc.property(chain, ({ size, fits, factors: list }) => {
        const factors = Float64Array.from(list);
        const lattice = createLattice(size);
        lattice.fits.set(fits);
        const shares = new Map<string, number>();
        let total = 0;
        for (const labels of labellings(size)) {
          const weight = weightOf(labels, lattice.fits, factors);
          total += weight;
          for (const [start, label] of labels.entries()) {
            const type = MODEL_TYPES.findIndex((_, index) => label === beginLabel(index));
            if (type < 0) continue;
            const key = `${start} ${labels.indexOf(endLabel(type), start) + 1} ${type}`;
            shares.set(key, (shares.get(key) ?? 0) + weight);
          }
        }
        sumLattice(lattice, size, factors);
        const spans = probableSpans(lattice, size, factors, 0);
        expect(spans).toHaveLength(shares.size);
        for (const { start, end, type, probability } of spans) {
          expect(probability).toBeCloseTo((shares.get(`${start} ${end} ${type}`) ?? 0) / total, 8);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('proposes no span below the least probability', () => {
    const lattice = createLattice(3);
    lattice.fits.fill(0.01);
    for (let at = 0; at < 3; at++) lattice.fits[at * LABEL_COUNT + OUTSIDE] = 1;
    const factors = new Float64Array(TRANSITION_COUNT).fill(1);
    sumLattice(lattice, 3, factors);
    expect(probableSpans(lattice, 3, factors, 0.5)).toEqual([]);
  });
});
