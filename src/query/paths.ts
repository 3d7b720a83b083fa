/**
 * Ties between two names: all shortest paths and the next longer ones, by iterative deepening (Korf, "Depth-first
 * iterative-deepening", 1985) that the distances from the target hold to the way.
 */
import { type Adjacency, distancesFrom } from './adjacency.ts';

/** One step of a path. */
export interface Hop {
  readonly from: number;
  readonly to: number;
  /** The ties between the two, strongest first: a step may be stated in several ways. */
  readonly ties: readonly number[];
}

/** Steps from one node to another; no node is passed twice. */
export type Path = readonly Hop[];

/** First and last time of a tie, in any unit that grows with time. */
export type Period = readonly [first: number, last: number];

/** What is looked for. */
export interface PathSearch {
  /** Strength of a tie, for order; larger is stronger. */
  readonly strength: (tie: number) => number;
  /** How many paths at most. */
  readonly limit: number;
  /** Paths that are longer than the shortest by so many steps are given as well. */
  readonly extra: number;
  /**
   * Asks that no step be earlier than the one before it. A tie serves where its period reaches to or beyond the
   * earliest time that the steps before allow; one without a period serves nowhere.
   */
  readonly periodOf?: (tie: number) => Period | null;
}

/** What was found. */
export interface FoundPaths {
  /** Shorter ones first, and of one length the ones with the strongest ties. */
  readonly paths: readonly Path[];
  /** True where there are, or may be, more. */
  readonly capped: boolean;
}

/** Steps beyond the plain distance within which a path in order of time is looked for. */
export const DETOUR = 3;
/** Steps that are tried before the search gives up; far beyond what a network of news needs. */
const MOST_TRIED = 200_000;

/**
 * All shortest paths between two nodes, the ones with the strongest ties first. Direction does not matter: an investor
 * and an investee are tied either way.
 *
 * @returns no path when none leads from one to the other; one empty path when both are the same
 */
export function shortestPaths(
  adjacency: Adjacency,
  from: number,
  to: number,
  strength: (tie: number) => number,
  limit: number,
): Path[] {
  return [...findPaths(adjacency, from, to, { strength, limit, extra: 0 }).paths];
}

/** Paths between two nodes as {@link PathSearch} asks for them; one empty path when both are the same. */
export function findPaths(adjacency: Adjacency, from: number, to: number, search: PathSearch): FoundPaths {
  if (from === to) return { paths: [[]], capped: false };
  const { strength, limit, extra, periodOf } = search;
  const distances = distancesFrom(adjacency, [to]);
  const nearest = distances[from] ?? -1;
  if (nearest === -1) return { paths: [], capped: false };
  const paths: Path[] = [];
  const passed = new Set([from]);
  let tried = 0;

  const walk = (hops: Hop[], node: number, left: number, time: number): void => {
    if (left === 0) {
      paths.push([...hops]);
      return;
    }
    for (const { hop, earliest } of stepsOn(adjacency, node, time, periodOf, strength)) {
      const distance = distances[hop.to] ?? -1;
      if (passed.has(hop.to) || distance === -1 || distance > left - 1 || (hop.to === to && left > 1)) continue;
      if (paths.length > limit || tried++ > MOST_TRIED) return;
      passed.add(hop.to);
      hops.push(hop);
      walk(hops, hop.to, left - 1, earliest);
      hops.pop();
      passed.delete(hop.to);
    }
  };
  let last = nearest + Math.max(extra, periodOf === undefined ? 0 : DETOUR);
  for (let length = nearest; length <= last && paths.length <= limit && tried <= MOST_TRIED; length++) {
    const before = paths.length;
    walk([], from, length, Number.NEGATIVE_INFINITY);
    if (before === 0 && paths.length > 0) last = length + extra;
  }
  return { paths: paths.slice(0, limit), capped: paths.length > limit || tried > MOST_TRIED };
}

/** Steps from `node` that are no earlier than `time`, the strongest first, each with the earliest time it allows. */
function stepsOn(
  { offsets, ties, others }: Adjacency,
  node: number,
  time: number,
  periodOf: PathSearch['periodOf'],
  strength: (tie: number) => number,
): { readonly hop: Hop; readonly earliest: number }[] {
  const byNode = new Map<number, { ties: number[]; earliest: number }>();
  for (let slot = offsets[node] ?? 0; slot < (offsets[node + 1] ?? 0); slot++) {
    const other = others[slot] ?? 0;
    const tie = ties[slot] ?? 0;
    let earliest = time;
    if (periodOf !== undefined) {
      const period = periodOf(tie);
      if (period === null || period[1] < time) continue;
      earliest = Math.max(time, period[0]);
    }
    const known = byNode.get(other);
    if (known === undefined) {
      byNode.set(other, { ties: [tie], earliest });
    } else {
      known.ties.push(tie);
      known.earliest = Math.min(known.earliest, earliest);
    }
  }
  const best = (list: readonly number[]) => strength(list[0] ?? 0);
  return [...byNode]
    .map(([to, step]) => ({
      hop: { from: node, to, ties: step.ties.sort((a, b) => strength(b) - strength(a) || a - b) },
      earliest: step.earliest,
    }))
    .sort((a, b) => best(b.hop.ties) - best(a.hop.ties) || a.hop.to - b.hop.to);
}

/**
 * The period of a tie from its first and last date, ISO 8601 of any precision, as numbers such as 20160406: what a date
 * leaves open reaches to both ends of its year or month. Null for a tie without any date.
 */
export function periodBetween(firstDate: string | null, lastDate: string | null): Period | null {
  const first = firstDate ?? lastDate;
  const last = lastDate ?? firstDate;
  return first === null || last === null ? null : [dayNumber(first, '-01-01'), dayNumber(last, '-12-31')];
}

/** `2016-04-06` as 20160406; what the date leaves open is taken from `rest`. */
function dayNumber(date: string, rest: string): number {
  return Number(`${date.slice(0, 10)}${rest.slice(Math.min(date.length, 10) - 4)}`.replaceAll('-', ''));
}
