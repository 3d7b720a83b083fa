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
  const features = Array.from(weights.keys, (key, feature) => ({
    key,
    entries: entriesOf(weights, feature, step, prune),
  }))
    .filter(({ entries }) => entries.length > 0)
    .sort((a, b) => b.entries.length - a.entries.length || a.key - b.key);
  const wordKeys = Uint32Array.from(words.keys()).sort();
  return {
    header: { ...header, step, transitions: Array.from(weights.transitions, (value) => Math.round(value * 1e4) / 1e4) },
    keys: Uint32Array.from(features, ({ key }) => key),
    counts: Uint8Array.from(features, ({ entries }) => entries.length),
    entries: Uint16Array.from(features.flatMap(({ entries }) => entries)),
    wordKeys,
    wordValues: Uint16Array.from(wordKeys, (key) => words.get(key) ?? 0),
  };
}

/** The weights of one feature that are large enough, as `ModelData.entries` has them. */
function entriesOf(weights: Weights, feature: number, step: number, prune: number): number[] {
  const entries: number[] = [];
  for (let label = 0; label < LABEL_COUNT; label++) {
    const value = weights.values[feature * LABEL_COUNT + label] ?? 0;
    if (Math.abs(value) < prune) continue;
    const rounded = Math.max(-127, Math.min(127, Math.round(value / step)));
    if (rounded !== 0) entries.push(label * 256 + (rounded & 0xff));
  }
  return entries;
}
