/** Ties by node number, in compressed rows: the form in which neighbourhoods and paths are walked. */

/** A tie between node numbers. */
export interface TieEnds {
  readonly source: number;
  readonly target: number;
}

/** For each node, the ties at it: those of node n stand at `offsets[n]` … `offsets[n + 1] − 1`. */
export interface Adjacency {
  readonly offsets: Uint32Array;
  /** Tie numbers. */
  readonly ties: Uint32Array;
  /** The node at the other end. */
  readonly others: Uint32Array;
}

/**
 * Lists the ties of each node, whatever their direction.
 *
 * @param passes ties to leave out give false
 */
export function createAdjacency(
  nodeCount: number,
  ties: readonly TieEnds[],
  passes: (tie: number) => boolean = () => true,
): Adjacency {
  const offsets = new Uint32Array(nodeCount + 1);
  const kept = ties.map((_, tie) => passes(tie));
  for (const [tie, { source, target }] of ties.entries()) {
    if (!kept[tie]) continue;
    offsets[source + 1] = (offsets[source + 1] ?? 0) + 1;
    offsets[target + 1] = (offsets[target + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const next = offsets.slice();
  const list = new Uint32Array(offsets[nodeCount] ?? 0);
  const others = new Uint32Array(list.length);
  const put = (node: number, tie: number, other: number) => {
    const at = next[node] ?? 0;
    list[at] = tie;
    others[at] = other;
    next[node] = at + 1;
  };
  for (const [tie, { source, target }] of ties.entries()) {
    if (!kept[tie]) continue;
    put(source, tie, target);
    put(target, tie, source);
  }
  return { offsets, ties: list, others };
}

/** Distance in ties of every node from the nearest of `starts`; −1 where none leads, or beyond `limit`. */
export function distancesFrom(
  { offsets, others }: Adjacency,
  starts: readonly number[],
  limit: number = Number.POSITIVE_INFINITY,
): Int32Array {
  const distances = new Int32Array(offsets.length - 1).fill(-1);
  const queue = [...starts];
  for (const start of starts) distances[start] = 0;
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] ?? 0;
    const distance = distances[node] ?? 0;
    if (distance >= limit) continue;
    for (let slot = offsets[node] ?? 0; slot < (offsets[node + 1] ?? 0); slot++) {
      const other = others[slot] ?? 0;
      if (distances[other] !== -1) continue;
      distances[other] = distance + 1;
      queue.push(other);
    }
  }
  return distances;
}
