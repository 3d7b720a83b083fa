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

/** Drawing attributes of an edge, whose key is its number; edges that look the same share one object. */
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

/** From this number of documents on, an edge grows no wider. */
const MOST_DOCUMENTS = 32;

/** Gives each edge the attributes that it shares with all edges of its type, status, width and spread. */
function createWardrobe(network: ExplorerNetwork, theme: CanvasTheme): (edge: number, spread: number) => DrawnEdge {
  const { type, status, documents } = network.edges;
  const looks = new Map<string, DrawnEdge>();
  return (edge, spread) => {
    const key = `${type[edge]} ${status[edge]} ${Math.min(documents[edge] ?? 1, MOST_DOCUMENTS)} ${spread}`;
    const known = looks.get(key);
    if (known !== undefined) return known;
    const drawn = { spread } as DrawnEdge;
    paintEdge(drawn, network, edge, theme);
    looks.set(key, drawn);
    return drawn;
  };
}

/** Number of edges between the same two nodes, for each edge. */
function parallelCounts(network: ExplorerNetwork): Uint32Array {
  const { source, target } = network.edges;
  const nodeCount = network.nodes.id.length;
  const keys = Float64Array.from(source, (a, edge) => {
    const b = target[edge] ?? 0;
    return Math.min(a, b) * nodeCount + Math.max(a, b);
  });
  const pairs = new Map<number, number>();
  for (const key of keys) pairs.set(key, (pairs.get(key) ?? 0) + 1);
  return Uint32Array.from(keys, (key) => pairs.get(key) ?? 1);
}

/** Colours of nodes, each mixed once: nodes of one type or community have the same. */
function createPaint(network: ExplorerNetwork, colorBy: CanvasView['colorBy'], theme: CanvasTheme) {
  const { type, community } = network.nodes;
  const colors = new Map<number, string>();
  return (node: number): string => {
    const key = (colorBy === 'type' ? type[node] : community[node]) ?? -1;
    const color = colors.get(key) ?? nodeColor(network, node, colorBy, theme);
    colors.set(key, color);
    return color;
  };
}

/** Builds the drawn graph. */
export function buildGraph(network: ExplorerNetwork, theme: CanvasTheme, colorBy: CanvasView['colorBy']): DrawnGraph {
  const graph: DrawnGraph = new MultiDirectedGraph();
  const radii = nodeRadii(network.nodes.size);
  const colorOf = createPaint(network, colorBy, theme);
  for (let node = 0; node < network.nodes.id.length; node++) {
    const shape = network.entityTypes[network.nodes.type[node] ?? 0]?.shape ?? 'circle';
    graph.addNode(node, {
      x: network.nodes.x[node] ?? 0,
      y: network.nodes.y[node] ?? 0,
      size: (radii[node] ?? 4) * SHAPE_SCALE[shape],
      shape,
      color: colorOf(node),
      rim: theme.background,
    });
  }
  const counts = parallelCounts(network);
  const dress = createWardrobe(network, theme);
  for (let edge = 0; edge < network.edges.id.length; edge++) {
    const drawn = dress(edge, parallelSpread(counts[edge] ?? 1));
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
  const colorOf = createPaint(network, colorBy, theme);
  graph.forEachNode((key, drawn) => {
    drawn.color = colorOf(Number(key));
    drawn.rim = theme.background;
  });
}

/** Paints all edges anew, in place and without telling the graph's listeners; the caller refreshes once. */
export function repaintEdges(graph: DrawnGraph, network: ExplorerNetwork, theme: CanvasTheme): void {
  const painted = new Set<DrawnEdge>();
  graph.forEachEdge((key, drawn) => {
    if (painted.has(drawn)) return;
    paintEdge(drawn, network, Number(key), theme);
    painted.add(drawn);
  });
}
