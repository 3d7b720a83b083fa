/** Degree, PageRank, betweenness and communities, over ties that are stated. */
import type { MultiDirectedGraph } from 'graphology';
import { betweennessCentrality, louvain, pagerank } from './algorithms.ts';
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from './attributes.ts';
import { sampledBetweenness } from './betweenness.ts';
import { createRandom } from './random.ts';

/** The graph of a network. */
export type NetworkGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

/** Above so many nodes betweenness is estimated, since the exact one takes nodes × edges steps. */
const EXACT_BETWEENNESS = 1500;

const SEED = 20160408;
const PRECISION = 1e6;

const round = (value: number) => Math.round(value * PRECISION) / PRECISION;

/**
 * Sets `degree`, `pagerank`, `betweenness` and `community` of every node.
 *
 * @param stated the graph without weak ties; same nodes in the same order
 */
export function setMetrics(graph: NetworkGraph, stated: NetworkGraph): void {
  if (stated.order === 0) return;
  const ranks = pagerank(stated, { getEdgeWeight: 'weight' });
  const between =
    stated.order <= EXACT_BETWEENNESS
      ? betweennessCentrality(stated, { getEdgeWeight: null, normalized: true })
      : sampledBetweenness(stated, createRandom(SEED));
  const communities = numberCommunities(
    louvain(stated, { getEdgeWeight: 'weight', rng: createRandom(SEED), randomWalk: false }),
  );
  for (const node of graph.nodes()) {
    graph.mergeNodeAttributes(node, {
      degree: stated.degree(node),
      pagerank: round(ranks[node] ?? 0),
      betweenness: round(between[node] ?? 0),
      community: communities.get(node) ?? 0,
    });
  }
}

/** Communities numbered by size, the largest first; of equal ones, the one with the smallest node id first. */
function numberCommunities(found: Readonly<Record<string, number>>): Map<string, number> {
  const members = new Map<number, string[]>();
  for (const [node, community] of Object.entries(found)) {
    const list = members.get(community);
    if (list === undefined) members.set(community, [node]);
    else list.push(node);
  }
  const ordered = [...members.values()]
    .map((list) => list.sort())
    .sort((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  return new Map(ordered.flatMap((list, number) => list.map((node) => [node, number] as const)));
}
