/** Lists that are sorted by a text, and stay so as few of their items change. */

/**
 * The list with what stands under some keys replaced. Costs those keys, and one copy of the list.
 *
 * @param list sorted by key
 * @param keys sorted, each once
 * @param now what stands under a key now
 */
export function replace<T>(
  list: readonly T[],
  keys: readonly string[],
  keyOf: (item: T) => string,
  now: (key: string) => readonly T[],
): readonly T[] {
  if (keys.length === 0) return list;
  const parts: (readonly T[])[] = [];
  let at = 0;
  for (const key of keys) {
    const from = firstFrom(list, at, (item) => keyOf(item) >= key);
    const to = firstFrom(list, from, (item) => keyOf(item) > key);
    if (from > at) parts.push(list.slice(at, from));
    parts.push(now(key));
    at = to;
  }
  parts.push(list.slice(at));
  // One call for all is several times as fast, where there are not too many for it.
  return parts.length < MOST_ARGUMENTS ? ([] as T[]).concat(...parts) : (parts.flat(1) as T[]);
}

const MOST_ARGUMENTS = 1000;

/** Index of the first item, from `from` on, that a test holds of, where it holds of all that follow. */
function firstFrom<T>(list: readonly T[], from: number, test: (item: T) => boolean): number {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
