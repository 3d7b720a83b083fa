/** Looking up which words of a list end at a place in a text, in a step per character that fits. */

/** A list of words, read from their ends. */
export interface SuffixTrie<V> {
  readonly next: Map<number, SuffixTrie<V>>;
  value?: V;
}

/** Makes a trie of words with what they stand for; a later entry takes the place of an earlier one. */
export function suffixTrie<V>(entries: Iterable<readonly [string, V]>): SuffixTrie<V> {
  const root: SuffixTrie<V> = { next: new Map() };
  for (const [word, value] of entries) {
    let node = root;
    for (let at = word.length - 1; at >= 0; at--) {
      const code = word.charCodeAt(at);
      let child = node.next.get(code);
      if (child === undefined) {
        child = { next: new Map() };
        node.next.set(code, child);
      }
      node = child;
    }
    node.value = value;
  }
  return root;
}

/** Calls `visit` with the start and value of every word that ends at `end` and does not reach before `floor`, the shortest first. */
export function endingsAt<V>(
  trie: SuffixTrie<V>,
  text: string,
  end: number,
  floor: number,
  visit: (start: number, value: V) => void,
): void {
  let node = trie;
  for (let at = end - 1; at >= floor; at--) {
    const child = node.next.get(text.charCodeAt(at));
    if (child === undefined) return;
    if (child.value !== undefined) visit(at, child.value);
    node = child;
  }
}
