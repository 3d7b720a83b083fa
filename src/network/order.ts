/** Orders and collections that come out the same on every machine. */

/** Compares by UTF-16 code units, as `<` does; never by locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A list of nothing: most lists of a network are, and they are all this one. */
export const NONE: readonly never[] = [];

/** The list itself, or {@link NONE}. */
export function orNone<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list;
}

/** The list in the map under `key`, made when it is not there yet. */
export function listOf<K, V>(map: Map<K, V[]>, key: K): V[] {
  const known = map.get(key);
  if (known) return known;
  const made: V[] = [];
  map.set(key, made);
  return made;
}

/** The set in the map under `key`, made when it is not there yet. */
export function setOf<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const known = map.get(key);
  if (known) return known;
  const made = new Set<V>();
  map.set(key, made);
  return made;
}

/** Adds to a counter. */
export function count<K>(map: Map<K, number>, key: K, by = 1): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

/** Keys of a counter, largest count first; equal counts by text. */
export function byCount(map: ReadonlyMap<string, number>): string[] {
  return [...map].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([key]) => key);
}
