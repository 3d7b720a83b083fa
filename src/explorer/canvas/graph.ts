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

/** Attributes that edges of one type, status, width and spread share. */
interface Wardrobe {
  dress(network: ExplorerNetwork, edge: number, spread: number): DrawnEdge;
  /** Paints all that was given out, in place. */
  repaint(theme: CanvasTheme): void;
}

function createWardrobe(firstTheme: CanvasTheme): Wardrobe {
  let theme = firstTheme;
  const looks = new Map<
    string,
    { readonly drawn: DrawnEdge; readonly network: ExplorerNetwork; readonly edge: number }
  >();
  return {
    dress(network, edge, spread) {
      const { type, status, documents } = network.edges;
      const key = `${type[edge]} ${status[edge]} ${Math.min(documents[edge] ?? 1, MOST_DOCUMENTS)} ${spread}`;
      const known = looks.get(key);
      if (known !== undefined) return known.drawn;
      const drawn = { spread } as DrawnEdge;
      paintEdge(drawn, network, edge, theme);
      looks.set(key, { drawn, network, edge });
      return drawn;
    },
    repaint(next) {
      theme = next;
      for (const { drawn, network, edge } of looks.values()) paintEdge(drawn, network, edge, theme);
    },
  };
}

/** Spread of each edge by the number of edges between the same two nodes. */
function spreads(network: ExplorerNetwork): Float64Array {
  const { source, target } = network.edges;
  const nodeCount = network.nodes.id.length;
  const keys = Float64Array.from(source, (a, edge) => {
    const b = target[edge] ?? 0;
    return Math.min(a, b) * nodeCount + Math.max(a, b);
  });
  const pairs = new Map<number, number>();
  for (const key of keys) pairs.set(key, (pairs.get(key) ?? 0) + 1);
  return keys.map((key) => parallelSpread(pairs.get(key) ?? 1));
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

/** Half width of each node's shape, in reference pixels. */
export function nodeSizes({ nodes, entityTypes }: ExplorerNetwork): Float32Array {
  return nodeRadii(nodes.size).map(
    (radius, node) => radius * SHAPE_SCALE[entityTypes[nodes.type[node] ?? 0]?.shape ?? 'circle'],
  );
}

/** Keys in the drawn graph by number in the network, and back; a key whose number is −1 is drawn no more. */
interface Keys {
  readonly keys: readonly string[];
  readonly numbers: Int32Array;
}

/** A network in the drawing library's form. It can give way to another one: what both have stays as it is. */
export interface DrawnNetwork {
  readonly graph: DrawnGraph;
  nodes(): Keys;
  edges(): Keys;
  /**
   * Takes another network's nodes and edges for those of the same ids, and adds what is new. What is gone stays in the
   * graph, to be hidden: the library works everything out anew for whatever is taken out, and a decision that is taken
   * back finds its edges again.
   */
  exchange(network: ExplorerNetwork): void;
  /** Paints in place and without telling the graph's listeners; the caller refreshes once. */
  repaintNodes(theme: CanvasTheme, colorBy: CanvasView['colorBy']): void;
  repaintEdges(theme: CanvasTheme): void;
}

/** Puts a network into the drawing library's form. */
export function drawNetwork(
  first: ExplorerNetwork,
  firstTheme: CanvasTheme,
  firstColorBy: CanvasView['colorBy'],
): DrawnNetwork {
  const graph: DrawnGraph = new MultiDirectedGraph();
  const wardrobe = createWardrobe(firstTheme);
  let [network, theme, colorBy] = [first, firstTheme, firstColorBy];
  let nodes: Keys = { keys: [], numbers: new Int32Array() };
  let edges: Keys = { keys: [], numbers: new Int32Array() };
  /** Keys by id; null until another network is asked for. */
  let known: { readonly nodes: Map<string, string>; readonly edges: Map<string, string> } | null = null;

  function* drawnNodes(): Generator<DrawnNode> {
    const sizes = nodeSizes(network);
    const colorOf = createPaint(network, colorBy, theme);
    const { x, y, type, id } = network.nodes;
    for (let node = 0; node < id.length; node++) {
      yield {
        x: x[node] ?? 0,
        y: y[node] ?? 0,
        size: sizes[node] ?? 4,
        shape: network.entityTypes[type[node] ?? 0]?.shape ?? 'circle',
        color: colorOf(node),
        rim: theme.background,
      };
    }
  }

  function fill(): void {
    let node = 0;
    for (const drawn of drawnNodes()) graph.addNode(node++, drawn);
    const spread = spreads(network);
    const { source, target, id } = network.edges;
    for (let edge = 0; edge < id.length; edge++) {
      graph.addEdgeWithKey(edge, source[edge], target[edge], wardrobe.dress(network, edge, spread[edge] ?? 0));
    }
    nodes = { keys: graph.nodes(), numbers: Int32Array.from({ length: graph.order }, (_, number) => number) };
    edges = { keys: graph.edges(), numbers: Int32Array.from({ length: graph.size }, (_, number) => number) };
  }

  fill();
  return {
    graph,
    nodes: () => nodes,
    edges: () => edges,
    exchange(next) {
      known ??= { nodes: keysById(network.nodes.id), edges: keysById(network.edges.id) };
      network = next;
      const drawn = drawnNodes();
      nodes = numbered(network.nodes.id, known.nodes, (_, key, fresh) => {
        const attributes = drawn.next().value as DrawnNode;
        if (fresh) graph.addNode(key, attributes);
        else if (!sameLook(graph.getNodeAttributes(key), attributes)) graph.mergeNodeAttributes(key, attributes);
      });
      const spread = spreads(network);
      const { source, target } = network.edges;
      edges = numbered(network.edges.id, known.edges, (edge, key, fresh) => {
        const attributes = wardrobe.dress(network, edge, spread[edge] ?? 0);
        if (fresh) {
          graph.addEdgeWithKey(key, nodes.keys[source[edge] ?? 0], nodes.keys[target[edge] ?? 0], attributes);
        } else if (graph.getEdgeAttributes(key) !== attributes) graph.replaceEdgeAttributes(key, attributes);
      });
    },
    repaintNodes(nextTheme, nextColorBy) {
      [theme, colorBy] = [nextTheme, nextColorBy];
      const colorOf = createPaint(network, colorBy, theme);
      for (const [node, key] of nodes.keys.entries()) {
        const drawn = graph.getNodeAttributes(key);
        drawn.color = colorOf(node);
        drawn.rim = theme.background;
      }
    },
    repaintEdges(nextTheme) {
      theme = nextTheme;
      wardrobe.repaint(theme);
    },
  };
}

function keysById(ids: readonly string[]): Map<string, string> {
  return new Map(ids.map((id, number) => [id, String(number)]));
}

/** Gives each id its key, a new one where it has none. */
function numbered(
  ids: readonly string[],
  known: Map<string, string>,
  place: (number: number, key: string, fresh: boolean) => void,
): Keys {
  const keys = ids.map((id, number) => {
    const before = known.get(id);
    const key = before ?? String(known.size);
    if (before === undefined) known.set(id, key);
    place(number, key, before === undefined);
    return key;
  });
  const numbers = new Int32Array(known.size).fill(-1);
  for (const [number, key] of keys.entries()) numbers[Number(key)] = number;
  return { keys, numbers };
}

function sameLook(a: DrawnNode, b: DrawnNode): boolean {
  return a.x === b.x && a.y === b.y && a.size === b.size && a.shape === b.shape && a.color === b.color;
}
