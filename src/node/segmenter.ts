/** The segmenter of the pipeline: jieba, by way of `nodejieba`. */
import nodejieba from 'nodejieba';
import type { Segmenter } from '../tokens/token.ts';

let loaded = false;

/**
 * Loads jieba's dictionary (about a second and 260 MB, once per process or worker thread).
 *
 * @param words extra words that jieba shall not cut; they stay for the life of the process
 */
export function createSegmenter(words: readonly string[] = []): Segmenter {
  if (!loaded) {
    nodejieba.load();
    loaded = true;
  }
  for (const word of words) nodejieba.insertWord(word);
  return { tag: (text) => nodejieba.tag(text) };
}
