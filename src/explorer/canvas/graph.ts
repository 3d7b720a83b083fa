/** The network as the renderer reads it: columns turned into one graphology graph, once. */
import { MultiDirectedGraph } from 'graphology';
import type { EntityTypeDefinition } from '../../ontology/entity-types.ts';
import type { ExplorerNetwork } from '../../outputs/explorer-data.ts';
import { edgeLook, nodeColor, nodeRadii, parallelSpread, SHAPE_SCALE } from './style.ts';
import type { CanvasTheme } from './theme.ts';
import type { CanvasView } from './types.ts';

/** Drawing attributes of a node; its key is its number. */
export interface DrawnNode {
  x: number;
  y: number;
  /** Half the width, in reference pixels. */
  size: number;
  shape: EntityTypeDefinition['shape'];
  color: string;
  rim: string;
  [other: string]: unknown;
}

/** Drawing attributes of an edge; its key is its number. */
export interface DrawnEdge {
  size: number;
  litSize: number;
  color: string;
  litColor: string;
  /** Colour of the unbroken line under the dashes: none where the line is dashed. */
  body: string;
  litBody: string;
  dash: number;
  gap: number;
  head: 'arrow' | 'none';
  spread: number;
  [other: string]: unknown;
}

/** The drawn graph. */
export type DrawnGraph = MultiDirectedGraph<DrawnNode, DrawnEdge>;

const CLEAR = 'rgba(0,0,0,0)';

function paintEdge(drawn: DrawnEdge, network: ExplorerNetwork, edge: number, theme: CanvasTheme): void {
  const look = edgeLook(network, edge, theme);
  const solid = look.gap === 0;
  drawn.size = look.width;
  drawn.litSize = look.width * 1.35 + 0.4;
  drawn.color = look.rest;
  drawn.litColor = look.lit;
  drawn.body = solid ? look.rest : CLEAR;
  drawn.litBody = solid ? look.lit : CLEAR;
  drawn.dash = look.dash;
  drawn.gap = look.gap;
  drawn.head = look.arrow ? 'arrow' : 'none';
}

/** Number of edges between the same two nodes, for each edge. */
function parallelCounts(network: ExplorerNetwork): Uint32Array {
  const { source, target } = network.edges;
  const nodeCount = network.nodes.id.length;
  const pairs = new Map<number, number>();
  const key = (edge: number): number => {
    const a = source[edge] ?? 0;
    const b = target[edge] ?? 0;
    return Math.min(a, b) * nodeCount + Math.max(a, b);
  };
  for (let edge = 0; edge < source.length; edge++) pairs.set(key(edge), (pairs.get(key(edge)) ?? 0) + 1);
  return Uint32Array.from(source, (_, edge) => pairs.get(key(edge)) ?? 1);
}

/** Builds the drawn graph. */
export function buildGraph(network: ExplorerNetwork, theme: CanvasTheme, colorBy: CanvasView['colorBy']): DrawnGraph {
  const graph: DrawnGraph = new MultiDirectedGraph();
  const radii = nodeRadii(network.nodes.size);
  for (let node = 0; node < network.nodes.id.length; node++) {
    const shape = network.entityTypes[network.nodes.type[node] ?? 0]?.shape ?? 'circle';
    graph.addNode(node, {
      x: network.nodes.x[node] ?? 0,
      y: network.nodes.y[node] ?? 0,
      size: (radii[node] ?? 4) * SHAPE_SCALE[shape],
      shape,
      color: nodeColor(network, node, colorBy, theme),
      rim: theme.background,
    });
  }
  const counts = parallelCounts(network);
  for (let edge = 0; edge < network.edges.id.length; edge++) {
    const drawn = { spread: parallelSpread(counts[edge] ?? 1) } as DrawnEdge;
    paintEdge(drawn, network, edge, theme);
    graph.addEdgeWithKey(edge, network.edges.source[edge], network.edges.target[edge], drawn);
  }
  return graph;
}

/** Paints all nodes anew, in place and without telling the graph's listeners; the caller refreshes once. */
export function repaintNodes(
  graph: DrawnGraph,
  network: ExplorerNetwork,
  theme: CanvasTheme,
  colorBy: CanvasView['colorBy'],
): void {
  graph.forEachNode((key, drawn) => {
    drawn.color = nodeColor(network, Number(key), colorBy, theme);
    drawn.rim = theme.background;
  });
}

/** Paints all edges anew, in place and without telling the graph's listeners; the caller refreshes once. */
export function repaintEdges(graph: DrawnGraph, network: ExplorerNetwork, theme: CanvasTheme): void {
  graph.forEachEdge((key, drawn) => paintEdge(drawn, network, Number(key), theme));
}
