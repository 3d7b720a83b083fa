/** Turns learned weights into a small model file. */
import { LABEL_COUNT } from '../../src/mentions/model/labels.ts';
import type { ModelData, ModelHeader } from '../../src/mentions/model/weights.ts';
import type { Weights } from './crf.ts';

/**
 * Rounds weights to bytes and leaves out those that are too small to matter.
 *
 * @param words what `FeatureResources.words` says, by hash of the word
 * @param prune weights smaller than this are left out
 */
export function packModel(
  weights: Weights,
  words: ReadonlyMap<number, number>,
  header: Omit<ModelHeader, 'step' | 'transitions'>,
  prune: number,
): ModelData {
  let most = 0;
  for (const value of weights.values) most = Math.max(most, Math.abs(value));
  // Few weights are large; to cut them at 6 costs nothing and makes the steps of all others finer.
  const step = Math.min(most, 6) / 127;
  const order = Array.from(weights.keys, (_, index) => index).sort(
    (a, b) => (weights.counts[b] ?? 0) - (weights.counts[a] ?? 0) || (weights.keys[a] ?? 0) - (weights.keys[b] ?? 0),
  );
  const keys: number[] = [];
  const counts: number[] = [];
  const entries: number[] = [];
  for (const feature of order) {
    const before = entries.length;
    for (let label = 0; label < LABEL_COUNT; label++) {
      const value = weights.values[feature * LABEL_COUNT + label] ?? 0;
      if (Math.abs(value) < prune) continue;
      const rounded = Math.max(-127, Math.min(127, Math.round(value / step)));
      if (rounded !== 0) entries.push(label * 256 + (rounded & 0xff));
    }
    if (entries.length === before) continue;
    keys.push(weights.keys[feature] ?? 0);
    counts.push(entries.length - before);
  }
  const wordKeys = Uint32Array.from(words.keys()).sort();
  return {
    header: { ...header, step, transitions: Array.from(weights.transitions, (value) => Math.round(value * 1e4) / 1e4) },
    keys: Uint32Array.from(keys),
    counts: Uint8Array.from(counts),
    entries: Uint16Array.from(entries),
    wordKeys,
    wordValues: Uint16Array.from(wordKeys, (key) => words.get(key) ?? 0),
  };
}
