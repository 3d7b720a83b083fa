/**
 * Shortest ties between two nodes of the stored network: breadth-first search from both ends (Pohl, "Bi-directional
 * search", 1971), a level at a time from the smaller side, until the sides meet. What lies on a shortest way is then
 * searched as in a page.
 */
import { performance } from 'node:perf_hooks';
import type { ServedPaths } from '../../../outputs/served.ts';
import { createAdjacency } from '../../../query/adjacency.ts';
import { findPaths } from '../../../query/paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { nodeNumber } from './nodes.ts';

/** What is looked for. */
export interface PathConditions {
  /** Ids of relation types that no step may rest on; weak ones never count. */
  readonly without: readonly string[];
  /** Independent documents that each step needs. */
  readonly least: number;
  /** Paths at most. */
  readonly limit: number;
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

/** Ties between nodes on shortest ways that are weighed against each other. */
const MOST_TIES = 5_000;

interface Tie {
  readonly source: number;
  readonly target: number;
  readonly documents: number;
  readonly confidence: number;
}

/** One side of the search: how far each node is from its end. */
interface Side {
  readonly distance: Map<number, number>;
  level: readonly number[];
  depth: number;
}

/** The shortest paths between two nodes; undefined where one of them is not there. */
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
  const neighbours = createNeighbours(snapshot, conditions, limits.tiesOfNode);
  const sides = [sideOf(from), sideOf(to)] as const;
  const deadline = performance.now() + limits.time;
  let capped = false;
  let met = false;
  while (!met && !capped) {
    const [one, other] = sides[0].level.length <= sides[1].level.length ? sides : [sides[1], sides[0]];
    if (one.level.length === 0) return { paths: [], capped: neighbours.capped() };
    const next: number[] = [];
    one.depth++;
    for (const node of one.level) {
      for (const near of neighbours.of(node)) {
        if (one.distance.has(near)) continue;
        one.distance.set(near, one.depth);
        next.push(near);
        met ||= other.distance.has(near);
      }
      if (sides[0].distance.size + sides[1].distance.size > limits.nodes || performance.now() > deadline) {
        capped = true;
        break;
      }
    }
    one.level = next;
  }
  if (!met) return { paths: [], capped: true };
  const between = onShortestWays(sides, neighbours);
  const found = pathsAmong(snapshot, between, from, to, conditions);
  return { paths: found.paths, capped: capped || found.capped || neighbours.capped() };
}

const sideOf = (node: number): Side => ({ distance: new Map([[node, 0]]), level: [node], depth: 0 });

interface Neighbours {
  of(node: number): readonly number[];
  /** True once a node had more ties than were followed. */
  capped(): boolean;
}

/** SQL that lets ties pass: `@without` is a list in JSON, `@least` a number. */
const PASSES = 'weak = 0 AND documents >= @least AND type NOT IN (SELECT value FROM json_each(@without))';

function createNeighbours({ statement }: Snapshot, conditions: PathConditions, most: number): Neighbours {
  const select = statement(
    `SELECT * FROM (SELECT target FROM edge WHERE source = @node AND ${PASSES} LIMIT ${most})
     UNION SELECT * FROM (SELECT source FROM edge WHERE target = @node AND ${PASSES} LIMIT ${most})`,
  );
  select.setReturnArrays(true);
  const values = { least: conditions.least, without: JSON.stringify(conditions.without) };
  let capped = false;
  return {
    of(node) {
      const rows = select.all({ ...values, node }) as unknown as number[][];
      capped ||= rows.length >= most;
      return rows.map(([other]) => other ?? 0);
    },
    capped: () => capped,
  };
}

/** Nodes on ways of the least length, from where the sides meet back to both ends. */
function onShortestWays(sides: readonly [Side, Side], neighbours: Neighbours): Set<number> {
  const [small, large] = sides[0].distance.size < sides[1].distance.size ? sides : [sides[1], sides[0]];
  let least = Number.POSITIVE_INFINITY;
  let meeting: number[] = [];
  for (const [node, distance] of small.distance) {
    const sum = distance + (large.distance.get(node) ?? Number.POSITIVE_INFINITY);
    if (sum > least || sum === Number.POSITIVE_INFINITY) continue;
    if (sum < least) meeting = [];
    least = sum;
    meeting.push(node);
  }
  const found = new Set(meeting);
  for (const { distance } of sides) {
    let level = new Set(meeting);
    while (level.size > 0 && found.size < MOST_TIES) {
      const next = new Set<number>();
      for (const node of level) {
        const back = (distance.get(node) ?? 0) - 1;
        for (const near of back < 0 ? [] : neighbours.of(node)) {
          if (distance.get(near) === back) next.add(near);
        }
      }
      for (const node of next) found.add(node);
      level = next;
    }
  }
  return found;
}

function pathsAmong(
  { statement }: Snapshot,
  nodes: ReadonlySet<number>,
  from: number,
  to: number,
  { without, least, limit }: PathConditions,
): ServedPaths {
  const values = { least, without: JSON.stringify(without), nodes: JSON.stringify([...nodes]) };
  const ties = statement(
    `SELECT source, target, documents, confidence FROM edge WHERE source IN (SELECT value FROM json_each(@nodes))
     AND +target IN (SELECT value FROM json_each(@nodes)) AND ${PASSES} ORDER BY documents DESC, number LIMIT ${MOST_TIES}`,
  ).all(values) as unknown as Tie[];
  const list = [...nodes];
  const index = new Map(list.map((node, at) => [node, at]));
  const ends = ties.map(({ source, target }) => ({ source: index.get(source) ?? 0, target: index.get(target) ?? 0 }));
  const strength = (tie: number) => (ties[tie]?.documents ?? 0) + (ties[tie]?.confidence ?? 0);
  const adjacency = createAdjacency(list.length, ends);
  const { paths, capped } = findPaths(adjacency, index.get(from) ?? 0, index.get(to) ?? 0, {
    strength,
    limit,
    extra: 0,
  });
  const idOf = statement('SELECT id FROM node WHERE number = ?');
  idOf.setReturnArrays(true);
  const name = (at: number) => (idOf.get(list[at] ?? 0) as unknown as [string])[0];
  return {
    paths: paths.map((hops) => [name(hops[0]?.from ?? 0), ...hops.map((hop) => name(hop.to))]),
    capped: capped || ties.length >= MOST_TIES,
  };
}
