/** Which nodes and edges are lit and which fade, worked out from the view. Pure. */
import type { EdgeColumns } from '../../outputs/explorer-data.ts';
import type { CanvasView } from './types.ts';

/** Edges at each node, in two flat arrays: edges of node n are `edges[start[n]] … edges[start[n + 1] - 1]`. */
export interface Incidence {
  readonly start: Uint32Array;
  readonly edges: Uint32Array;
}

/** Lists the edges at each node, in the order of the edges. */
export function buildIncidence(nodeCount: number, columns: Pick<EdgeColumns, 'source' | 'target'>): Incidence {
  const start = new Uint32Array(nodeCount + 1);
  const ends = [columns.source, columns.target];
  for (const end of ends) for (const node of end) start[node + 1] = (start[node + 1] ?? 0) + 1;
  for (let node = 0; node < nodeCount; node++) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);
  const next = start.slice(0, nodeCount);
  const edges = new Uint32Array(columns.source.length * 2);
  for (let edge = 0; edge < columns.source.length; edge++) {
    for (const end of ends) {
      const node = end[edge] ?? 0;
      const at = next[node] ?? 0;
      edges[at] = edge;
      next[node] = at + 1;
    }
  }
  return { start, edges };
}

/** What stands out at this moment. */
export interface Focus {
  /** True when everything outside `nodes` and `edges` fades. */
  readonly active: boolean;
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
  /** Edges that carry their relation's name. */
  readonly namedEdges: ReadonlySet<number>;
}

const NOTHING: Focus = { active: false, nodes: new Set(), edges: new Set(), namedEdges: new Set() };

/** True when an edge and both its ends are shown. */
export function isEdgeShown(
  view: Pick<CanvasView, 'visibleNodes' | 'visibleEdges'>,
  columns: Pick<EdgeColumns, 'source' | 'target'>,
  edge: number,
): boolean {
  return (
    view.visibleEdges[edge] !== 0 &&
    view.visibleNodes[columns.source[edge] ?? 0] !== 0 &&
    view.visibleNodes[columns.target[edge] ?? 0] !== 0
  );
}

function around(node: number, view: CanvasView, columns: EdgeColumns, incidence: Incidence): Focus {
  const nodes = new Set([node]);
  const edges = new Set<number>();
  for (let at = incidence.start[node] ?? 0; at < (incidence.start[node + 1] ?? 0); at++) {
    const edge = incidence.edges[at] ?? 0;
    if (!isEdgeShown(view, columns, edge)) continue;
    edges.add(edge);
    nodes.add(columns.source[edge] ?? 0);
    nodes.add(columns.target[edge] ?? 0);
  }
  return { active: true, nodes, edges, namedEdges: edges };
}

function withEnds(edge: number, columns: EdgeColumns): Focus {
  const edges = new Set([edge]);
  return {
    active: true,
    nodes: new Set([columns.source[edge] ?? 0, columns.target[edge] ?? 0]),
    edges,
    namedEdges: edges,
  };
}

/**
 * What the reader looks at: the node or edge under the pointer before what the view lights, before what is selected.
 *
 * @param hoveredNode - the node under the pointer, or the one the view names
 * @param hoveredEdge - the edge under the pointer
 */
export function findFocus(
  view: CanvasView,
  columns: EdgeColumns,
  incidence: Incidence,
  hoveredNode: number | null,
  hoveredEdge: number | null,
): Focus {
  if (hoveredNode !== null && view.visibleNodes[hoveredNode] !== 0) {
    return around(hoveredNode, view, columns, incidence);
  }
  if (view.highlightedNodes !== null) {
    const nodes = new Set([...view.highlightedNodes].filter((node) => view.visibleNodes[node] !== 0));
    const edges = new Set<number>();
    const candidates = view.highlightedEdges ?? columns.source.keys();
    for (const edge of candidates) {
      const inside = nodes.has(columns.source[edge] ?? -1) && nodes.has(columns.target[edge] ?? -1);
      if (inside && isEdgeShown(view, columns, edge)) edges.add(edge);
    }
    const named = new Set<number>();
    if (view.highlightedEdges !== null && edges.size <= 40) for (const edge of edges) named.add(edge);
    if (hoveredEdge !== null) named.add(hoveredEdge);
    if (view.selectedEdge !== null && edges.has(view.selectedEdge)) named.add(view.selectedEdge);
    if (view.selectedNode !== null && edges.size > 0) {
      const own = around(view.selectedNode, view, columns, incidence).edges;
      for (const edge of own) if (edges.has(edge)) named.add(edge);
    }
    return { active: true, nodes, edges, namedEdges: named };
  }
  if (hoveredEdge !== null && isEdgeShown(view, columns, hoveredEdge)) return withEnds(hoveredEdge, columns);
  if (view.selectedEdge !== null && isEdgeShown(view, columns, view.selectedEdge)) {
    return withEnds(view.selectedEdge, columns);
  }
  if (view.selectedNode !== null && view.visibleNodes[view.selectedNode] !== 0) {
    return around(view.selectedNode, view, columns, incidence);
  }
  return NOTHING;
}
