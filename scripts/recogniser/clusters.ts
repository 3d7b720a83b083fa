/**
 * Clusters of words by the company that they keep: spherical k-means over vectors of positive pointwise mutual
 * information with the words to the left and to the right, shortened by random projection.
 */

import { createRandom } from '../../src/graph/random.ts';
import { hashUnits } from '../../src/mentions/model/hash.ts';

export interface ClusterOptions {
  readonly clusters: number;
  /** Words seen less often have no cluster. */
  readonly least: number;
  /** How many of the most frequent words serve as company. */
  readonly contexts: number;
  readonly dimensions: number;
  readonly rounds: number;
  readonly seed: number;
}

/**
 * Clusters the words of sentences.
 *
 * @returns number of each word's cluster, from 1, by hash of the word
 */
export function clusterWords(sentences: Iterable<readonly string[]>, options: ClusterOptions): Map<number, number> {
  const held = [...sentences];
  const counts = new Map<string, number>();
  for (const words of held) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vocabulary = [...counts]
    .filter(([, count]) => count >= options.least)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([word]) => word);
  const numbers = new Map(vocabulary.map((word, index) => [word, index]));
  const vectors = contextVectors(held, numbers, options);
  const clusters = kMeans(vectors, vocabulary.length, options);
  return new Map(vocabulary.map((word, index) => [hashUnits(word, 0, word.length), (clusters[index] ?? 0) + 1]));
}

function contextVectors(
  sentences: readonly (readonly string[])[],
  numbers: ReadonlyMap<string, number>,
  { contexts, dimensions, seed }: ClusterOptions,
): Float32Array {
  const sides = 2;
  const pairs = new Map<number, number>();
  const wordTotals = new Float64Array(numbers.size);
  const contextTotals = new Float64Array(contexts * sides);
  let total = 0;
  const add = (word: number, context: number, side: number) => {
    const column = context * sides + side;
    const key = word * contexts * sides + column;
    pairs.set(key, (pairs.get(key) ?? 0) + 1);
    wordTotals[word] = (wordTotals[word] ?? 0) + 1;
    contextTotals[column] = (contextTotals[column] ?? 0) + 1;
    total++;
  };
  for (const words of sentences) {
    let before = -1;
    for (const word of words) {
      const here = numbers.get(word) ?? -1;
      if (before >= 0 && here >= 0) {
        if (before < contexts) add(here, before, 0);
        if (here < contexts) add(before, here, 1);
      }
      before = here;
    }
  }
  const random = createRandom(seed);
  const projection = Float32Array.from({ length: contexts * sides * dimensions }, () => (random() < 0.5 ? -1 : 1));
  const vectors = new Float32Array(numbers.size * dimensions);
  for (const [key, count] of pairs) {
    const column = key % (contexts * sides);
    const word = (key - column) / (contexts * sides);
    // Contexts are smoothed by the power 0.75 (Levy et al. 2015), which tempers rare ones.
    const expected = ((wordTotals[word] ?? 0) * (contextTotals[column] ?? 0) ** 0.75) / total ** 0.75;
    const value = Math.log(count / expected);
    if (value <= 0) continue;
    for (let at = 0; at < dimensions; at++) {
      const cell = word * dimensions + at;
      vectors[cell] = (vectors[cell] ?? 0) + value * (projection[column * dimensions + at] ?? 0);
    }
  }
  for (let word = 0; word < numbers.size; word++) scaleToUnit(vectors, word * dimensions, dimensions);
  return vectors;
}

function scaleToUnit(vectors: Float32Array, start: number, dimensions: number): void {
  let square = 0;
  for (let at = start; at < start + dimensions; at++) square += (vectors[at] ?? 0) ** 2;
  const length = Math.sqrt(square) || 1;
  for (let at = start; at < start + dimensions; at++) vectors[at] = (vectors[at] ?? 0) / length;
}

function kMeans(vectors: Float32Array, count: number, { clusters, dimensions, rounds }: ClusterOptions): Uint16Array {
  const nearest = new Uint16Array(count);
  // The most frequent words are the first centres: they are well spread, and no chance is needed.
  const centres = vectors.slice(0, clusters * dimensions);
  for (let round = 0; round < rounds; round++) {
    for (let word = 0; word < count; word++) nearest[word] = closest(vectors, word * dimensions, centres, dimensions);
    centres.fill(0);
    for (let word = 0; word < count; word++) {
      const to = (nearest[word] ?? 0) * dimensions;
      for (let at = 0; at < dimensions; at++) {
        centres[to + at] = (centres[to + at] ?? 0) + (vectors[word * dimensions + at] ?? 0);
      }
    }
    for (let cluster = 0; cluster < clusters; cluster++) scaleToUnit(centres, cluster * dimensions, dimensions);
  }
  return nearest;
}

function closest(vectors: Float32Array, start: number, centres: Float32Array, dimensions: number): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let centre = 0; centre * dimensions < centres.length; centre++) {
    let product = 0;
    for (let at = 0; at < dimensions; at++) {
      product += (vectors[start + at] ?? 0) * (centres[centre * dimensions + at] ?? 0);
    }
    if (product > most) {
      most = product;
      best = centre;
    }
  }
  return best;
}
