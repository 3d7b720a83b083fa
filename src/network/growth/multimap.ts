/** Sets under keys. Most hold one thing, which then stands by itself: an own set for each would be most of the memory. */

/** Things under keys. */
export interface Multimap<K, V> {
  /** Each once. */
  get(key: K): Iterable<V>;
  add(key: K, value: V): void;
  delete(key: K, value: V): void;
  has(key: K): boolean;
  /** Number of keys that have anything. */
  size(): number;
  keys(): Iterable<K>;
}

const NOTHING: readonly never[] = [];

/**
 * The list with one thing more, in place where it is long. Engines leave room for sixteen more behind what is pushed,
 * which is most of what a short list takes.
 */
export function withOne<T>(list: T[], item: T): T[] {
  if (list.length < SHORT) return list.concat([item]);
  list.push(item);
  return list;
}

const SHORT = 32;

/** Nothing yet; the things themselves must not be sets. */
export function createMultimap<K, V>(): Multimap<K, V> {
  const sets = new Map<K, V | Set<V>>();
  return {
    get(key) {
      const found = sets.get(key);
      if (found === undefined) return NOTHING;
      return found instanceof Set ? found : [found];
    },
    add(key, value) {
      const found = sets.get(key);
      if (found === undefined) sets.set(key, value);
      else if (found instanceof Set) found.add(value);
      else if (found !== value) sets.set(key, new Set([found, value]));
    },
    delete(key, value) {
      const found = sets.get(key);
      if (found === value) sets.delete(key);
      if (!(found instanceof Set)) return;
      found.delete(value);
      if (found.size > 1) return;
      const [only] = found;
      if (only === undefined) sets.delete(key);
      else sets.set(key, only);
    },
    has: (key) => sets.has(key),
    size: () => sets.size,
    keys: () => sets.keys(),
  };
}
