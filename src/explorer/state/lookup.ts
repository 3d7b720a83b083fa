/** Names, neighbourhoods and paths in the loaded network: what `query/` offers, for the columns of `network.json`. */
import { type Adjacency, createAdjacency, distancesFrom, type TieEnds } from '../../query/adjacency.ts';
import { createNameIndex, findNodes as findInIndex, type NameIndex } from '../../query/names.ts';
import { findPaths, periodBetween } from '../../query/paths.ts';
import { type Dataset, endsOf } from './dataset.ts';

/** A node that a query finds. */
export interface Found {
  readonly node: number;
  /** The name that matched, where it is not the label. */
  readonly alias: string | null;
}

const indexes = new WeakMap<Dataset, NameIndex>();

/** Finds nodes by name, alias, pinyin, initials, or with one slip: the best first, at most `limit`. */
export function findNodes(dataset: Dataset, query: string, limit: number): Found[] {
  const { nodes } = dataset.network;
  let index = indexes.get(dataset);
  if (index === undefined) {
    index = createNameIndex(
      nodes.id.map((id, node) => ({
        id,
        label: nodes.label[node] ?? '',
        aliases: nodes.aliases[node] ?? [],
        pinyin: nodes.pinyin[node] ?? '',
        importance: nodes.pagerank[node] ?? 0,
      })),
    );
    indexes.set(dataset, index);
  }
  return findInIndex(index, query, limit).map(({ node, alias }) => ({ node, alias: alias ?? null }));
}

const ends = new WeakMap<Dataset, readonly TieEnds[]>();

/** Ties of each node, of those that `passes` lets through. */
export function adjacencyOf(dataset: Dataset, passes: (edge: number) => boolean): Adjacency {
  const known = ends.get(dataset) ?? Array.from({ length: dataset.edgeCount }, (_, edge) => endsOf(dataset, edge));
  ends.set(dataset, known);
  return createAdjacency(dataset.nodeCount, known, passes);
}

/** Nodes within `hops` steps of `node`, itself included. */
export function neighbourhood(adjacency: Adjacency, node: number, hops: number): Set<number> {
  const near = new Set<number>();
  for (const [other, distance] of distancesFrom(adjacency, [node], hops).entries()) {
    if (distance >= 0) near.add(other);
  }
  return near;
}

/** One path: its nodes from end to end, and for each step the edges that tie one node to the next. */
export interface Path {
  readonly nodes: readonly number[];
  readonly steps: readonly (readonly number[])[];
}

/** What is asked of {@link pathsBetween} beside both ends. */
export interface PathWish {
  /** How many paths at most. */
  readonly limit: number;
  /** Paths that are so many steps longer than the shortest are given as well. */
  readonly extra: number;
  /** Whether no step may be earlier than the one before it. */
  readonly inOrder: boolean;
}

/** Paths between two nodes, short ones first and best supported first; `capped` says that there are more. */
export function pathsBetween(
  dataset: Dataset,
  adjacency: Adjacency,
  from: number,
  to: number,
  { limit, extra, inOrder }: PathWish,
): { readonly paths: readonly Path[]; readonly capped: boolean } {
  const { documents, confidence, firstDate, lastDate } = dataset.network.edges;
  const { paths, capped } = findPaths(adjacency, from, to, {
    strength: (edge) => (documents[edge] ?? 0) + (confidence[edge] ?? 0),
    limit,
    extra,
    ...(inOrder ? { periodOf: (edge: number) => periodBetween(firstDate[edge] ?? null, lastDate[edge] ?? null) } : {}),
  });
  return {
    paths: paths.map((hops) => ({
      nodes: [from, ...hops.map((hop) => hop.to)],
      steps: hops.map((hop) => hop.ties),
    })),
    capped,
  };
}
