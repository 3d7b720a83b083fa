/** Looking up which words of a list end at a place in a text, in a step per character that fits. */

/** A list of words, read from their ends. */
export interface SuffixTrie<V> {
  /** By UTF-16 unit: 1 where a word ends with it, so that most places of a text cost one look. */
  readonly last: Uint8Array;
  readonly root: Node<V>;
}

interface Node<V> {
  readonly next: Map<number, Node<V>>;
  value?: V;
}

/** Makes a trie of words with what they stand for; a later entry takes the place of an earlier one. */
export function suffixTrie<V>(entries: Iterable<readonly [string, V]>): SuffixTrie<V> {
  const last = new Uint8Array(0x10000);
  const root: Node<V> = { next: new Map() };
  for (const [word, value] of entries) {
    last[word.charCodeAt(word.length - 1)] = 1;
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
  return { last, root };
}

/** Calls `visit` with the start and value of every word that ends at `end` and does not reach before `floor`, the shortest first. */
export function endingsAt<V>(
  trie: SuffixTrie<V>,
  text: string,
  end: number,
  floor: number,
  visit: (start: number, value: V) => void,
): void {
  if (end <= floor || trie.last[text.charCodeAt(end - 1)] !== 1) return;
  let node = trie.root;
  for (let at = end - 1; at >= floor; at--) {
    const child = node.next.get(text.charCodeAt(at));
    if (child === undefined) return;
    if (child.value !== undefined) visit(at, child.value);
    node = child;
  }
}

/** Whether any word can end at `end`: its last character is there. */
export const mayEndAt = <V>(trie: SuffixTrie<V>, text: string, end: number): boolean =>
  trie.last[text.charCodeAt(end - 1)] === 1;
