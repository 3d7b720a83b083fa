/** What was worked out of words before, so that it is worked out once for each distinct word and not for each token. */

/** A memory of bounded size from words to what was worked out of them. */
export interface WordMemory<V> {
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
  return {
    clear,
    get(word) {
      if (word.length === 1) return single[word.charCodeAt(0)];
      return word.length === 2 ? double.get(pair(word)) : longer.get(word);
    },
    set(word, value) {
      if (word.length === 0 || word.length > LONGEST) return;
      if (double.size + longer.size >= most) clear();
      if (word.length === 1) single[word.charCodeAt(0)] = value;
      else if (word.length === 2) double.set(pair(word), value);
      else longer.set(word, value);
    },
  };
}

const pair = (word: string) => (word.charCodeAt(0) << 16) | word.charCodeAt(1);
