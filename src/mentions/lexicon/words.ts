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
