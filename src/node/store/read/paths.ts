/**
 * Paths between two nodes of the stored network: breadth-first search from both ends (Pohl, "Bi-directional search",
 * 1971), a level at a time from the smaller side, until no path of the length that is asked for can lie outside of what
 * both have seen. What lies on such paths is then searched as in a page.
 */
import { performance } from 'node:perf_hooks';
import { compareText } from '../../../network/order.ts';
import type { ServedPaths } from '../../../outputs/served.ts';
import { createAdjacency } from '../../../query/adjacency.ts';
import { DETOUR, findPaths, periodBetween } from '../../../query/paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { nodeNumber } from './nodes.ts';
import { type PassingTies, passingTies, type TieConditions } from './path-ties.ts';

/** What is looked for. */
export interface PathConditions extends TieConditions {
  /** Paths at most. */
  readonly limit: number;
  /** Paths that are longer than the shortest by so many steps are given as well. Default 0. */
  readonly extra?: number;
  /** Whether no step may be earlier than the one before it; see `query/paths.ts`. Default false. */
  readonly inOrder?: boolean;
}

/** Where the search gives up. */
export interface PathLimits {
  /** Nodes reached from both sides. */
  readonly nodes: number;
  /** Ties of one node that are followed. */
  readonly tiesOfNode: number;
  /** Milliseconds. */
  readonly time: number;
}

const LIMITS: PathLimits = { nodes: 200_000, tiesOfNode: 20_000, time: 2_000 };

/** Ties between nodes on the paths that are weighed against each other. */
const MOST_TIES = 20_000;

/** One side of the search: how far each node is from its end. */
interface Side {
  readonly distance: Map<number, number>;
  level: readonly number[];
  depth: number;
}

/** The paths between two nodes that `findPaths` finds in the whole network; undefined where one of them is not there. */
export function searchPaths(
  snapshot: Snapshot,
  fromId: string,
  toId: string,
  conditions: PathConditions,
  limits: PathLimits = LIMITS,
): ServedPaths | undefined {
  const [from, to] = [nodeNumber(snapshot, fromId), nodeNumber(snapshot, toId)];
  if (from === undefined || to === undefined) return undefined;
  if (from === to) return { paths: [[fromId]], capped: false };
  const { extra = 0, inOrder = false } = conditions;
  const ties = passingTies(snapshot, conditions, limits.tiesOfNode);
  const sides = [sideOf(from), sideOf(to)] as const;
  const longer = Math.max(extra, inOrder ? DETOUR : 0);
  const { longest, capped } = reach(sides, ties, longer, limits);
  if (longest === null) return { paths: [], capped: capped || ties.capped() };
  const between = onWays(sides, ties, longest);
  const found = pathsAmong(snapshot, ties, between, from, to, conditions);
  return { paths: found.paths, capped: capped || found.capped || ties.capped() };
}

const sideOf = (node: number): Side => ({ distance: new Map([[node, 0]]), level: [node], depth: 0 });

/**
 * Takes both sides so far that every path which is at most `longer` steps longer than the shortest has each of its
 * nodes on one side, and one on both.
 *
 * @returns the length of the longest such path; null where the sides do not meet
 */
function reach(sides: readonly [Side, Side], ties: PassingTies, longer: number, limits: PathLimits) {
  const deadline = performance.now() + limits.time;
  let longest: number | null = null;
  while (longest === null || sides[0].depth + sides[1].depth < longest) {
    const [one, other] = sides[0].level.length <= sides[1].level.length ? sides : [sides[1], sides[0]];
    // A side without any further level has seen all that can be reached.
    if (one.level.length === 0) return { longest, capped: false };
    const next: number[] = [];
    one.depth++;
    for (const node of one.level) {
      for (const near of ties.neighbours(node)) {
        if (one.distance.has(near)) continue;
        one.distance.set(near, one.depth);
        next.push(near);
        if (other.distance.has(near)) longest ??= one.depth + other.depth + longer;
      }
      const seen = sides[0].distance.size + sides[1].distance.size;
      if (seen > limits.nodes || performance.now() > deadline) return { longest, capped: true };
    }
    one.level = next;
  }
  return { longest, capped: false };
}

/** Nodes on paths of at most `longest` steps. */
function onWays([one, other]: readonly [Side, Side], ties: PassingTies, longest: number): readonly number[] {
  goOn(one, other, ties, longest);
  goOn(other, one, ties, longest);
  return [...one.distance.keys()].filter((node) => {
    const rest = other.distance.get(node);
    return rest !== undefined && (one.distance.get(node) ?? 0) + rest <= longest;
  });
}

/** Goes on into what the other side has seen, where a path can still be short enough. */
function goOn(side: Side, other: Side, ties: PassingTies, longest: number): void {
  let level = side.level;
  for (let depth = side.depth + 1; level.length > 0; depth++) {
    const next: number[] = [];
    for (const node of level) {
      const rest = other.distance.get(node);
      if (rest === undefined || rest + depth - 1 > longest) continue;
      for (const near of ties.neighbours(node)) {
        const left = other.distance.get(near);
        if (left === undefined || left + depth > longest || side.distance.has(near)) continue;
        side.distance.set(near, depth);
        next.push(near);
      }
    }
    level = next;
  }
}

function pathsAmong(
  { statement }: Snapshot,
  passing: PassingTies,
  nodes: readonly number[],
  from: number,
  to: number,
  { limit, extra = 0, inOrder = false }: PathConditions,
): ServedPaths {
  const ties = passing.among(nodes, MOST_TIES);
  const rows = statement('SELECT number, id FROM node WHERE number IN (SELECT value FROM json_each(?))').all(
    JSON.stringify(nodes),
  ) as unknown as { readonly number: number; readonly id: string }[];
  // Paths of equal strength come by the order of their nodes, which in a network is that of ids.
  rows.sort((a, b) => compareText(a.id, b.id));
  const index = new Map(rows.map(({ number }, at) => [number, at]));
  const ends = ties.map(({ source, target }) => ({ source: index.get(source) ?? 0, target: index.get(target) ?? 0 }));
  const { paths, capped } = findPaths(createAdjacency(rows.length, ends), index.get(from) ?? 0, index.get(to) ?? 0, {
    strength: (tie) => (ties[tie]?.documents ?? 0) + (ties[tie]?.confidence ?? 0),
    limit,
    extra,
    ...(inOrder
      ? { periodOf: (tie: number) => periodBetween(ties[tie]?.first_date ?? null, ties[tie]?.last_date ?? null) }
      : {}),
  });
  const name = (at: number) => rows[at]?.id ?? '';
  return {
    paths: paths.map((hops) => [name(hops[0]?.from ?? 0), ...hops.map((hop) => name(hop.to))]),
    capped: capped || ties.length >= MOST_TIES,
  };
}
