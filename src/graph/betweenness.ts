/**
 * Betweenness from a sample of sources: U. Brandes and C. Pich, “Centrality Estimation in Large Networks” (2007), with
 * the accumulation of U. Brandes, “A Faster Algorithm for Betweenness Centrality” (2001). Ties count as undirected.
 */
import type { NetworkGraph } from './metrics.ts';

/** Sources that are drawn. */
const PIVOTS = 200;

/** Estimated betweenness of each node, normalised to 0…1. */
export function sampledBetweenness(graph: NetworkGraph, random: () => number): Record<string, number> {
  const nodes = graph.nodes();
  const numbers = new Map(nodes.map((node, index) => [node, index]));
  const neighbours = nodes.map((node) => graph.neighbors(node).map((other) => numbers.get(other) ?? 0));
  const score = new Float64Array(nodes.length);
  const pivots = drawPivots(nodes.length, random);
  for (const source of pivots) accumulate(source, neighbours, score);
  const scale = nodes.length / Math.max(1, pivots.length) / Math.max(1, (nodes.length - 1) * (nodes.length - 2));
  return Object.fromEntries(nodes.map((node, index) => [node, Math.min(1, (score[index] ?? 0) * scale)]));
}

function drawPivots(size: number, random: () => number): number[] {
  const order = Array.from({ length: size }, (_, index) => index);
  const wanted = Math.min(PIVOTS, size);
  for (let index = 0; index < wanted; index++) {
    const other = index + Math.floor(random() * (size - index));
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
  return order.slice(0, wanted);
}

function accumulate(source: number, neighbours: readonly (readonly number[])[], score: Float64Array): void {
  const size = neighbours.length;
  const distance = new Int32Array(size).fill(-1);
  const paths = new Float64Array(size);
  const dependency = new Float64Array(size);
  const order = [source];
  distance[source] = 0;
  paths[source] = 1;
  for (let at = 0; at < order.length; at++) {
    const node = order[at] ?? 0;
    for (const other of neighbours[node] ?? []) {
      if (distance[other] === -1) {
        distance[other] = (distance[node] ?? 0) + 1;
        order.push(other);
      }
      if (distance[other] === (distance[node] ?? 0) + 1) paths[other] = (paths[other] ?? 0) + (paths[node] ?? 0);
    }
  }
  for (let at = order.length - 1; at > 0; at--) {
    const node = order[at] ?? 0;
    for (const other of neighbours[node] ?? []) {
      if (distance[other] !== (distance[node] ?? 0) - 1) continue;
      dependency[other] =
        (dependency[other] ?? 0) + ((paths[other] ?? 0) / (paths[node] ?? 1)) * (1 + (dependency[node] ?? 0));
    }
    score[node] = (score[node] ?? 0) + (dependency[node] ?? 0);
  }
}
