/** Where any of many names stands in a text. */
import type { Span } from '../documents/document.ts';

/** By UTF-16 unit: 1 where a name begins with it. All 0 between calls, so that no table has to be made for each text. */
const begins = new Uint8Array(0x10000);

/** Two characters as one number, for which no string has to be made. */
const headAt = (text: string, at: number) => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

/**
 * All occurrences of the names in the text, in order of start; at one start only the longest. Names of one character
 * are left out. One pass over the text: names are looked up by their first two characters.
 */
export function occurrencesOf(text: string, names: readonly string[]): Span[] {
  const byHead = new Map<number, string[]>();
  for (const name of names) {
    if (name.length < 2) continue;
    const head = headAt(name, 0);
    const list = byHead.get(head);
    if (list === undefined) byHead.set(head, [name]);
    else list.push(name);
  }
  if (byHead.size === 0) return [];
  for (const list of byHead.values()) list.sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  for (const head of byHead.keys()) begins[head >>> 16] = 1;
  const spans: Span[] = [];
  for (let start = 0; start + 1 < text.length; start++) {
    if (begins[text.charCodeAt(start)] !== 1) continue;
    const length = lengthAt(text, start, byHead.get(headAt(text, start)));
    if (length > 0) spans.push({ start, end: start + length });
  }
  for (const head of byHead.keys()) begins[head >>> 16] = 0;
  return spans;
}

/** Length of the first of the names that stands at an offset, or 0. A closure would be made anew at every offset. */
function lengthAt(text: string, start: number, names: readonly string[] | undefined): number {
  for (const name of names ?? []) if (text.startsWith(name, start)) return name.length;
  return 0;
}
