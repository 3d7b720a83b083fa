/**
 * Disjoint sets over the numbers 0 … n − 1 (Galler & Fisher 1964, with path halving). The smallest member leads its
 * set, so that the outcome never depends on the order of unions.
 */
export interface UnionFind {
  /** The smallest number of the set that holds `index`. */
  find(index: number): number;
  /** Joins two sets; true when they were apart. */
  union(a: number, b: number): boolean;
}

/** A union-find over `size` singletons. */
export function createUnionFind(size: number): UnionFind {
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  const find = (index: number): number => {
    let at = index;
    for (;;) {
      const up = parent[at] ?? at;
      if (up === at) return at;
      const next = parent[up] ?? up;
      parent[at] = next;
      at = next;
    }
  };
  return {
    find,
    union(a, b) {
      const [low, high] = [find(a), find(b)].sort((x, y) => x - y) as [number, number];
      parent[high] = low;
      return low !== high;
    },
  };
}
