/** Cuts a part out of a graph. */
import type { EdgeAttributes, NodeAttributes } from '../graph/attributes.ts';
import { createAdjacency, distancesFrom } from './adjacency.ts';

/** What to keep. Everything that is not named is kept. */
export interface GraphFilter {
  readonly entityTypes?: readonly string[];
  readonly relationTypes?: readonly string[];
  /** ISO dates, as precise as wished: `2016`, `2016-04`. Both ends belong to the range. */
  readonly since?: string;
  readonly until?: string;
  /** With `since` or `until`, keep ties that have no date. Default true. */
  readonly keepUndated?: boolean;
  readonly minConfidence?: number;
  /** Only nodes within so many ties of these nodes, along the ties that the rest of the filter keeps. */
  readonly around?: { readonly nodes: readonly string[]; readonly hops: number };
}

/** The graph that is cut: graphology's methods that are needed for it. */
export interface FilterableGraph {
  nodes(): string[];
  edges(): string[];
  getNodeAttributes(node: string): NodeAttributes;
  getEdgeAttributes(edge: string): EdgeAttributes;
  source(edge: string): string;
  target(edge: string): string;
  dropNode(node: string): void;
  dropEdge(edge: string): void;
}

/**
 * Drops from `graph` what the filter does not keep. With a relation, date or neighbourhood filter, nodes that no tie
 * reaches any more go too; positions and metrics stay those of the whole network.
 */
export function filterGraph(graph: FilterableGraph, filter: GraphFilter): void {
  const types = filter.entityTypes && new Set(filter.entityTypes);
  if (types !== undefined) {
    for (const node of graph.nodes()) if (!types.has(graph.getNodeAttributes(node).entityType)) graph.dropNode(node);
  }
  for (const edge of graph.edges()) if (!keepsEdge(graph.getEdgeAttributes(edge), filter)) graph.dropEdge(edge);
  if (filter.around !== undefined) dropDistant(graph, filter.around);
  const bySelection = [filter.relationTypes, filter.since, filter.until, filter.minConfidence];
  if (bySelection.some((part) => part !== undefined)) dropLone(graph, new Set(filter.around?.nodes));
}

function keepsEdge(
  edge: EdgeAttributes,
  { relationTypes, since, until, keepUndated = true, minConfidence }: GraphFilter,
) {
  if (relationTypes !== undefined && !relationTypes.includes(edge.relationType)) return false;
  if (minConfidence !== undefined && edge.confidence < minConfidence) return false;
  if (since === undefined && until === undefined) return true;
  if (edge.firstDate === undefined) return keepUndated;
  const last = edge.lastDate ?? edge.firstDate;
  return (since === undefined || reaches(last, since)) && (until === undefined || reaches(until, edge.firstDate));
}

/** True when `date` is not before `bound`; a year reaches to its end, so that 2016 reaches 2016-04. */
function reaches(date: string, bound: string): boolean {
  const length = Math.min(date.length, bound.length);
  return date.slice(0, length) >= bound.slice(0, length);
}

function dropDistant(graph: FilterableGraph, { nodes, hops }: { nodes: readonly string[]; hops: number }): void {
  const keys = graph.nodes();
  const numbers = new Map(keys.map((key, index) => [key, index]));
  const ties = graph.edges().map((edge) => ({
    source: numbers.get(graph.source(edge)) ?? 0,
    target: numbers.get(graph.target(edge)) ?? 0,
  }));
  const starts = nodes.flatMap((node) => numbers.get(node) ?? []);
  const distances = distancesFrom(createAdjacency(keys.length, ties), starts, hops);
  for (const [index, key] of keys.entries()) if (distances[index] === -1) graph.dropNode(key);
}

function dropLone(graph: FilterableGraph, kept: ReadonlySet<string>): void {
  const tied = new Set(graph.edges().flatMap((edge) => [graph.source(edge), graph.target(edge)]));
  for (const node of graph.nodes()) if (!tied.has(node) && !kept.has(node)) graph.dropNode(node);
}
