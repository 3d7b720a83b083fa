/**
 * Positions: each connected part is laid out by ForceAtlas2 (Jacomy et al., PLoS ONE 9(6), 2014) from a spiral that
 * keeps communities together, its nodes are pushed apart, and the parts are packed around the largest (see `pack.ts`).
 */
import { forceAtlas2 } from './algorithms.ts';
import type { NetworkGraph } from './metrics.ts';
import { pushApart } from './overlap.ts';
import { type Part, packParts } from './pack.ts';

/** Above so many nodes repulsion is approximated (Barnes and Hut, 1986). */
const BARNES_HUT_FROM = 400;

/** Steps of the layout: enough to settle, fewer where each is dear. */
const ITERATIONS = { small: 600, large: 150, smallUntil: 800, largeFrom: 8000 } as const;

/** Of more parts than this, those of a few nodes settle in a share of the steps. */
const MANY_PARTS = 1000;
const SMALL_PART = 20;
const EFFORT_FOR_MANY = 0.15;

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Room around nodes, so that labels find a place. */
export const MARGIN = 48;

/** Mean distance from the middle as a share of the side of a square that would hold all nodes with their room. */
const SPREAD = 0.5;

/**
 * Sets `x` and `y` of every node; the same graph gives the same positions.
 *
 * @param stated the graph without weak ties; same nodes
 */
export function setLayout(graph: NetworkGraph, stated: NetworkGraph): void {
  const components = componentsOf(stated);
  const isMany = components.filter(({ length }) => length > 1).length > MANY_PARTS;
  const parts = components.map((nodes): Part => {
    const effort = isMany && nodes.length < SMALL_PART ? EFFORT_FOR_MANY : 1;
    return layoutPart(graph, stated, nodes, effort);
  });
  const places = packParts(parts);
  for (const [index, part] of parts.entries()) {
    const { x, y } = places[index] ?? { x: 0, y: 0 };
    for (const node of part.nodes) {
      graph.mergeNodeAttributes(node.id, { x: round(node.x + x), y: round(node.y + y) });
    }
  }
}

const round = (value: number) => Math.round(value * 100) / 100;

/**
 * Connected parts, the largest first, ids sorted.
 *
 * @param among the nodes of which the parts are wanted; all unless told otherwise
 */
export function componentsOf(graph: NetworkGraph, among: Iterable<string> = graph.nodes()): string[][] {
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const start of among) {
    if (seen.has(start)) continue;
    seen.add(start);
    const part = [start];
    for (let at = 0; at < part.length; at++) {
      for (const other of graph.neighbors(part[at])) {
        if (seen.has(other)) continue;
        seen.add(other);
        part.push(other);
      }
    }
    parts.push(part.sort());
  }
  return parts.sort((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

/**
 * Lays out one connected part by itself.
 *
 * @param graph gives sizes and communities
 * @param stated gives the ties
 * @param effort share of the usual number of steps
 */
export function layoutPart(graph: NetworkGraph, stated: NetworkGraph, ids: readonly string[], effort = 1): Part {
  const first = ids[0];
  if (ids.length === 1 && first !== undefined) {
    return { nodes: [{ id: first, x: 0, y: 0, radius: graph.getNodeAttribute(first, 'size') }] };
  }
  const part = stated.nullCopy() as NetworkGraph;
  const ordered = [...ids].sort(
    (a, b) => graph.getNodeAttribute(a, 'community') - graph.getNodeAttribute(b, 'community') || (a < b ? -1 : 1),
  );
  for (const [index, id] of ordered.entries()) {
    const distance = 10 * Math.sqrt(index + 0.5);
    const angle = index * GOLDEN_ANGLE;
    part.addNode(id, {
      ...graph.getNodeAttributes(id),
      x: distance * Math.cos(angle),
      y: distance * Math.sin(angle),
    });
  }
  for (const id of ordered) {
    stated.forEachOutEdge(id, (edge, attributes, source, target) => {
      if (!part.hasEdge(edge)) part.addDirectedEdgeWithKey(edge, source, target, { ...attributes });
    });
  }
  forceAtlas2.assign(part, {
    iterations: Math.round(iterationsFor(part.order) * effort),
    getEdgeWeight: (_, { weight }) => 1 + Math.log2(weight),
    settings: {
      barnesHutOptimize: part.order >= BARNES_HUT_FROM,
      barnesHutTheta: 0.6,
      gravity: part.order > 50 ? 0.6 : 1,
      scalingRatio: 24,
      slowDown: 2 + Math.log(part.order),
      adjustSizes: false,
      linLogMode: false,
      outboundAttractionDistribution: false,
      strongGravityMode: false,
    },
  });
  spread(part);
  const nodes = part.mapNodes((id, { x, y, size }) => ({ id, x, y, radius: size }));
  return { nodes: pushApart(nodes, MARGIN / 2, effort) };
}

function iterationsFor(order: number): number {
  const { small, large, smallUntil, largeFrom } = ITERATIONS;
  if (order <= smallUntil) return small;
  if (order >= largeFrom) return large;
  return Math.round(small + ((large - small) * (order - smallUntil)) / (largeFrom - smallUntil));
}

/** Scales a part so that the area of its nodes takes a fixed share of its room, whatever its size. */
function spread(part: NetworkGraph): void {
  let area = 0;
  let extent = 0;
  part.forEachNode((_, { x, y, size }) => {
    area += (2 * (size + MARGIN)) ** 2;
    extent += x * x + y * y;
  });
  const distance = Math.sqrt(extent / part.order);
  const scale = distance > 0 ? (SPREAD * Math.sqrt(area)) / distance : 1;
  part.updateEachNodeAttributes((_, attributes) => ({
    ...attributes,
    x: attributes.x * scale,
    y: attributes.y * scale,
  }));
}
