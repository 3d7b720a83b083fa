/** What was worked out of words before, so that it is worked out once for each distinct word and not for each token. */

/** A memory of bounded size from words to what was worked out of them. */
export interface WordMemory<V> {
  /** What was remembered of the word that stands in a text from `start` to `end`. */
  at(text: string, start: number, end: number): V | undefined;
  get(word: string): V | undefined;
  /** Remembers; forgets everything before when the memory is full. */
  set(word: string, value: V): void;
  clear(): void;
}

/** Longer words seldom come again. */
const LONGEST = 16;

/**
 * An empty memory. Nine tokens in ten of Chinese text have one or two characters: those are looked up by their code
 * units, for which no string has to be hashed.
 *
 * @param most number of distinct words to remember
 */
export function createWordMemory<V>(most: number): WordMemory<V> {
  const single: (V | undefined)[] = new Array(0x10000).fill(undefined);
  const double = new Map<number, V>();
  const longer = new Map<string, V>();
  const clear = () => {
    single.fill(undefined);
    double.clear();
    longer.clear();
  };
  const at = (text: string, start: number, end: number) => {
    if (end - start === 1) return single[text.charCodeAt(start)];
    return end - start === 2 ? double.get(pair(text, start)) : longer.get(text.slice(start, end));
  };
  return {
    at,
    clear,
    get: (word) => at(word, 0, word.length),
    set(word, value) {
      if (word.length === 0 || word.length > LONGEST) return;
      if (double.size + longer.size >= most) clear();
      if (word.length === 1) single[word.charCodeAt(0)] = value;
      else if (word.length === 2) double.set(pair(word, 0), value);
      else longer.set(word, value);
    },
  };
}

const pair = (text: string, at: number) => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
