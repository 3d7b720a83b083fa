/** Labelled texts as what the model sees of each character, ready to be learned from. */
import { beginLabel, endLabel, insideLabel, OUTSIDE } from '../../src/mentions/model/labels.ts';
import { createPiece, type FeatureResources, LONGEST_PIECE, layOut } from '../../src/mentions/model/piece.ts';
import {
  FIRST_LOOSE,
  firstOf,
  GROUP_COUNT,
  observeGroup,
  observeLoose,
  TEMPLATE_COUNT,
} from '../../src/mentions/model/templates.ts';
import type { LabelledText } from './data.ts';

/** One stretch of a sentence: its rows in {@link Observations}, and what it counts. */
export interface Sequence {
  readonly first: number;
  readonly size: number;
  readonly weight: number;
}

/** Observed texts: one row of feature hashes per code unit, all sentences in one array. */
export interface Observations {
  hashes: Uint32Array;
  labels: Uint8Array;
  used: number;
  readonly sequences: Sequence[];
}

export function createObservations(units: number): Observations {
  return { hashes: new Uint32Array(units * TEMPLATE_COUNT), labels: new Uint8Array(units), used: 0, sequences: [] };
}

/** Adds the sentences of a text, each with a weight. */
export function addObservations(
  into: Observations,
  text: LabelledText,
  weight: number,
  resources: FeatureResources,
): void {
  for (const sentence of text.document.sentences) {
    const pieceEnd = Math.min(sentence.end, sentence.start + LONGEST_PIECE);
    for (const stretch of layOut(text.document, sentence, sentence.start, pieceEnd, resources, piece)) {
      const size = stretch.end - stretch.start;
      if ((into.used + size) * TEMPLATE_COUNT > into.hashes.length) grow(into);
      for (let at = 0; at < size; at++) {
        const row = (into.used + at) * TEMPLATE_COUNT;
        for (let group = 0; group < GROUP_COUNT; group++) {
          observeGroup(piece, stretch.start + at, group, into.hashes, row + firstOf(group));
        }
        observeLoose(piece, stretch.start + at, into.hashes, row + FIRST_LOOSE);
      }
      const labels = into.labels.subarray(into.used, into.used + size).fill(OUTSIDE);
      for (const span of text.spans) {
        const from = span.start - sentence.start - stretch.start;
        const to = span.end - sentence.start - stretch.start;
        if (from < 0 || to > size || to - from < 2) continue;
        labels.fill(insideLabel(span.type), from, to);
        labels[from] = beginLabel(span.type);
        labels[to - 1] = endLabel(span.type);
      }
      into.sequences.push({ first: into.used, size, weight });
      into.used += size;
    }
  }
}

const piece = createPiece();

function grow(into: Observations): void {
  const hashes = new Uint32Array(into.hashes.length * 2);
  hashes.set(into.hashes);
  const labels = new Uint8Array(into.labels.length * 2);
  labels.set(into.labels);
  into.hashes = hashes;
  into.labels = labels;
}

/** Replaces hashes by feature numbers, -1 for features seen less than `least` times. */
export function numberFeatures(data: Observations, least: number): { ids: Int32Array; keys: Uint32Array } {
  const total = data.used * TEMPLATE_COUNT;
  let size = 1 << 20;
  while (size < total / 3) size *= 2;
  const mask = size - 1;
  const slots = new Uint32Array(size);
  const seen = new Uint32Array(size);
  const find = (key: number) => {
    let slot = key & mask;
    while (slots[slot] !== 0 && slots[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  for (let index = 0; index < total; index++) {
    const key = data.hashes[index] ?? 0;
    const slot = find(key);
    slots[slot] = key;
    seen[slot] = (seen[slot] ?? 0) + 1;
  }
  const numbers = new Int32Array(size).fill(-1);
  const keys: number[] = [];
  for (let slot = 0; slot < size; slot++) {
    if ((seen[slot] ?? 0) < least) continue;
    numbers[slot] = keys.push(slots[slot] ?? 0) - 1;
  }
  const ids = new Int32Array(total);
  for (let index = 0; index < total; index++) ids[index] = numbers[find(data.hashes[index] ?? 0)] ?? -1;
  return { ids, keys: Uint32Array.from(keys) };
}
