/** Where any of many names stands in a text. */
import type { Span } from '../documents/document.ts';

/** By UTF-16 unit: 1 where a name begins with it. All 0 between calls, so that no table has to be made for each text. */
const begins = new Uint8Array(0x10000);

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
  for (const head of byHead.keys()) begins[head.charCodeAt(0)] = 1;
  const spans: Span[] = [];
  for (let start = 0; start + 1 < text.length; start++) {
    if (begins[text.charCodeAt(start)] !== 1) continue;
    const name = byHead.get(text.slice(start, start + 2))?.find((candidate) => text.startsWith(candidate, start));
    if (name !== undefined) spans.push({ start, end: start + name.length });
  }
  for (const head of byHead.keys()) begins[head.charCodeAt(0)] = 0;
  return spans;
}
