/** All shortest ties between two names: breadth-first search from the target, then every way down to it. */
import { type Adjacency, distancesFrom } from './adjacency.ts';

/** One step of a path. */
export interface Hop {
  readonly from: number;
  readonly to: number;
  /** The ties between the two, strongest first: a step may be stated in several ways. */
  readonly ties: readonly number[];
}

/** Steps from one node to another. */
export type Path = readonly Hop[];

/**
 * All shortest paths between two nodes, the ones with the strongest ties first. Direction does not matter: an investor
 * and an investee are tied either way.
 *
 * @param strength of a tie, for order; larger is stronger
 * @param limit how many paths at most
 * @returns no path when none leads from one to the other; one empty path when both are the same
 */
export function shortestPaths(
  adjacency: Adjacency,
  from: number,
  to: number,
  strength: (tie: number) => number,
  limit: number,
): Path[] {
  if (from === to) return [[]];
  const distances = distancesFrom(adjacency, [to]);
  if (distances[from] === -1) return [];
  const paths: Path[] = [];
  const walk = (node: number, hops: Hop[]) => {
    if (paths.length >= limit) return;
    if (node === to) {
      paths.push([...hops]);
      return;
    }
    for (const hop of hopsDown(adjacency, node, distances, strength)) {
      hops.push(hop);
      walk(hop.to, hops);
      hops.pop();
      if (paths.length >= limit) return;
    }
  };
  walk(from, []);
  return paths;
}

function hopsDown(
  { offsets, ties, others }: Adjacency,
  node: number,
  distances: Int32Array,
  strength: (tie: number) => number,
): Hop[] {
  const wanted = (distances[node] ?? 0) - 1;
  const byNode = new Map<number, number[]>();
  for (let slot = offsets[node] ?? 0; slot < (offsets[node + 1] ?? 0); slot++) {
    const other = others[slot] ?? 0;
    if (distances[other] !== wanted) continue;
    const list = byNode.get(other);
    if (list === undefined) byNode.set(other, [ties[slot] ?? 0]);
    else list.push(ties[slot] ?? 0);
  }
  const best = (list: readonly number[]) => strength(list[0] ?? 0);
  return [...byNode]
    .map(([to, list]) => ({ from: node, to, ties: list.sort((a, b) => strength(b) - strength(a) || a - b) }))
    .sort((a, b) => best(b.ties) - best(a.ties) || a.to - b.to);
}
