/** Where any of many names stands in a text. */
import type { Span } from '../documents/document.ts';

/**
 * All occurrences of the names in the text, in order of start; at one start only the longest. Names of one character
 * are left out. One pass over the text: names are looked up by their first two characters.
 */
export function occurrencesOf(text: string, names: readonly string[]): Span[] {
  const byHead = new Map<string, string[]>();
  for (const name of names) {
    if (name.length < 2) continue;
    const head = name.slice(0, 2);
    const list = byHead.get(head);
    if (list === undefined) byHead.set(head, [name]);
    else list.push(name);
  }
  if (byHead.size === 0) return [];
  for (const list of byHead.values()) list.sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  const firsts = new Set([...byHead.keys()].map((head) => head.charCodeAt(0)));
  const spans: Span[] = [];
  for (let start = 0; start + 1 < text.length; start++) {
    if (!firsts.has(text.charCodeAt(start))) continue;
    const name = byHead.get(text.slice(start, start + 2))?.find((candidate) => text.startsWith(candidate, start));
    if (name !== undefined) spans.push({ start, end: start + name.length });
  }
  return spans;
}
