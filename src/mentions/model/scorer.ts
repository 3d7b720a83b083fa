/** How well each label fits each character: the sum of the weights of what the templates observe. */
import { type HashTable, lookUp } from './hash.ts';
import { beginLabel, LABEL_COUNT, MODEL_TYPES } from './labels.ts';
import { PAD, type Piece } from './piece.ts';
import {
  FIRST_LOOSE,
  firstOf,
  GROUP_COUNT,
  groupKeys,
  observeGroup,
  observeLoose,
  TEMPLATE_COUNT,
  UNIT_GROUPS,
  unitObservation,
} from './templates.ts';
import { LEAST_FIT, type Model } from './weights.ts';

/** Two labels share a number, 16 bits each: no sum of weights comes near 2¹⁵, and additions are halved. */
const PAIRS = (LABEL_COUNT + 1) >> 1;

/** What a unit says to all groups of single units is kept side by side: five characters in a row ask for it. */
const UNIT_ROW = UNIT_GROUPS * PAIRS;
const MOST_UNITS = 1 << 13;

/**
 * What another group says is kept in a row: the two keys, then the sums. What is seen anew takes the place of
 * something older.
 */
const ROW = 16;
const KEPT = 1 << 16;

/** Bits that tell which observations have a weight; most have none, and need not be looked up. */
const KNOWN_BITS = 1 << 20;

/**
 * Writes how well the labels fit the characters of a stretch.
 *
 * @param start index of the first character in the piece; `size` the number of characters
 * @param fits receives `LABEL_COUNT` for each of the characters: exponentials of which the highest is 1
 * @returns the highest fit of any label that begins a name: where it is low, the stretch holds none
 */
export type Scorer = (piece: Piece, start: number, size: number, fits: Float64Array) => number;

/** Makes a scorer with its own memory. The result never depends on what was scored before, only the time does. */
export function createScorer({ frequent, rare, entries, exponentials }: Model): Scorer {
  const keys = new Int32Array(GROUP_COUNT * 2);
  const hashes = new Uint32Array(TEMPLATE_COUNT);
  const rows = new Uint32Array(TEMPLATE_COUNT);
  const sums = new Int32Array(PAIRS);
  const groupSums = new Int32Array(PAIRS);
  const scores = new Int32Array(PAIRS * 2);
  const kept = new Int32Array(KEPT * ROW).fill(-1);
  const known = knownHashes([frequent, rare]);

  /**
   * Adds the weights of the first `count` hashes. In three passes: what one observation waits for in memory then comes
   * while others are asked for.
   */
  const addWeights = (count: number, into: Int32Array) => {
    let found = 0;
    for (let at = 0; at < count; at++) {
      const hash = hashes[at] ?? 0;
      rows[found] = hash;
      found += ((known[(hash & (KNOWN_BITS - 1)) >> 5] ?? 0) >>> (hash & 31)) & 1;
    }
    for (let at = 0; at < found; at++) {
      const hash = rows[at] ?? 0;
      rows[at] = lookUp(frequent, hash) || lookUp(rare, hash);
    }
    for (let at = 0; at < found; at++) {
      const row = rows[at] ?? 0;
      const last = (row >>> 5) + (row & 31);
      for (let entry = row >>> 5; entry < last; entry++) {
        const value = entries[entry] ?? 0;
        const label = value >> 8;
        into[label >> 1] = (into[label >> 1] ?? 0) + (((value << 24) >> 24) << ((label & 1) << 4));
      }
    }
  };

  const keepGroup = (piece: Piece, index: number, group: number, row: number) => {
    const count = firstOf(group + 1) - firstOf(group);
    observeGroup(piece, index, group, hashes, 0);
    for (let pair = 0; pair < PAIRS; pair++) groupSums[pair] = 0;
    addWeights(count, groupSums);
    kept[row] = keys[group * 2] ?? 0;
    kept[row + 1] = keys[group * 2 + 1] ?? 0;
    for (let pair = 0; pair < PAIRS; pair++) kept[row + 2 + pair] = groupSums[pair] ?? 0;
  };

  const unitSums = new Int32Array(MOST_UNITS * UNIT_ROW);
  /** By unit: number of its row, from 1. */
  const unitRows = new Uint16Array(0x10000);
  let units = 0;

  const keepUnit = (unit: number): number => {
    if (units === MOST_UNITS) {
      unitRows.fill(0);
      units = 0;
    }
    const row = units++ * UNIT_ROW;
    for (let group = 0; group < UNIT_GROUPS; group++) {
      hashes[0] = unitObservation(group, unit);
      addWeights(1, unitSums.subarray(row + group * PAIRS, row + (group + 1) * PAIRS).fill(0));
    }
    unitRows[unit] = units;
    return units;
  };

  const sumUnit = (piece: Piece, index: number) => {
    for (let pair = 0; pair < PAIRS; pair++) sums[pair] = 0;
    for (let group = 0; group < UNIT_GROUPS; group++) {
      const unit = piece.units[index + PAD + group - 2] ?? 0;
      const row = ((unitRows[unit] || keepUnit(unit)) - 1) * UNIT_ROW + group * PAIRS;
      for (let pair = 0; pair < PAIRS; pair++) sums[pair] = (sums[pair] ?? 0) + (unitSums[row + pair] ?? 0);
    }
    groupKeys(piece, index, keys);
    for (let group = UNIT_GROUPS; group < GROUP_COUNT; group++) {
      const first = keys[group * 2] ?? 0;
      const second = keys[group * 2 + 1] ?? 0;
      const mixed = Math.imul(first ^ Math.imul(second, 0x85ebca77), 0x9e3779b1);
      const row = ((mixed ^ (mixed >>> 15)) & (KEPT - 1)) * ROW;
      if (kept[row] !== first || kept[row + 1] !== second) keepGroup(piece, index, group, row);
      for (let pair = 0; pair < PAIRS; pair++) sums[pair] = (sums[pair] ?? 0) + (kept[row + 2 + pair] ?? 0);
    }
    observeLoose(piece, index, hashes, 0);
    addWeights(TEMPLATE_COUNT - FIRST_LOOSE, sums);
  };

  const steps = exponentials.length;
  const least = Math.exp(-LEAST_FIT);
  return (piece, start, size, fits) => {
    let begins = 0;
    for (let at = 0; at < size; at++) {
      sumUnit(piece, start + at);
      let most = -0x8000;
      for (let pair = 0; pair < PAIRS; pair++) {
        const both = sums[pair] ?? 0;
        const low = (both << 16) >> 16;
        const high = (both - low) >> 16;
        scores[pair * 2] = low;
        scores[pair * 2 + 1] = high;
        if (low > most) most = low;
        if (high > most) most = high;
      }
      const row = at * LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label++) {
        const below = most - (scores[label] ?? 0);
        fits[row + label] = below < steps ? (exponentials[below] ?? 0) : least;
      }
      for (let type = 0; type < MODEL_TYPES.length; type++)
        begins = Math.max(begins, fits[row + beginLabel(type)] ?? 0);
    }
    return begins;
  };
}

/** One bit for the lower digits of each hash in tables. */
function knownHashes(tables: readonly HashTable[]): Uint32Array {
  const known = new Uint32Array(KNOWN_BITS >> 5);
  for (const { slots } of tables) {
    for (let slot = 0; slot < slots.length; slot += 2) {
      const hash = slots[slot] ?? 0;
      const word = (hash & (KNOWN_BITS - 1)) >> 5;
      known[word] = (known[word] ?? 0) | (1 << (hash & 31));
    }
  }
  return known;
}
