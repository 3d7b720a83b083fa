/** Reads word lists that are written as text: words parted by white space. */

/** The words of a list in which white space parts them. */
export function words(list: string): readonly string[] {
  return list.split(/\s+/u).filter((word) => word !== '');
}

/** The words of a list as a set. */
export function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap(words));
}

/** The characters of a list, white space left out, as a set. */
export function characterSet(list: string): ReadonlySet<string> {
  return new Set([...list].filter((character) => character.trim() !== ''));
}

/** What `\s` stands for in a regular expression. */
export const WHITE_SPACE =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/**
 * A table of UTF-16 units with 1 for the first character of each entry: of each word of a list, or each character of a
 * string. For what is asked of every character of a text.
 */
export function unitTable(entries: Iterable<string>): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const entry of entries) table[entry.charCodeAt(0)] = 1;
  return table;
}
