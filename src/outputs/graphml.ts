/** GraphML (http://graphml.graphdrawing.org): opens in NetworkX, igraph, yEd, Neo4j and Gephi. */
import type { EdgeAttributes, NodeAttributes } from '../graph/attributes.ts';
import { type Column, EDGE_COLUMNS, NODE_COLUMNS, type ReadableGraph } from './columns.ts';
import { escapeXml } from './xml.ts';

const GRAPHML_TYPES = {
  string: 'string',
  integer: 'int',
  double: 'double',
  boolean: 'boolean',
  list: 'string',
} as const;

const NODES: readonly Column<NodeAttributes>[] = [
  { name: 'label', type: 'string', value: (node) => node.label },
  ...NODE_COLUMNS,
  { name: 'x', type: 'double', value: (node) => node.x },
  { name: 'y', type: 'double', value: (node) => node.y },
  { name: 'size', type: 'double', value: (node) => node.size },
  { name: 'color', type: 'string', value: (node) => node.color },
];

const EDGES: readonly Column<EdgeAttributes>[] = [
  { name: 'label', type: 'string', value: (edge) => edge.label },
  { name: 'weight', type: 'double', value: (edge) => edge.weight },
  ...EDGE_COLUMNS,
  { name: 'size', type: 'double', value: (edge) => edge.size },
  { name: 'color', type: 'string', value: (edge) => edge.color },
];

/** Writes a graph as GraphML, in chunks. Lists are joined with `; `. */
export function* toGraphml(graph: ReadableGraph): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield declare('node', NODES);
  yield declare('edge', EDGES);
  yield '  <graph id="G" edgedefault="directed">\n';
  for (const key of graph.nodes()) {
    yield `    <node id="${escapeXml(key)}">${data('node', NODES, graph.getNodeAttributes(key))}</node>\n`;
  }
  for (const key of graph.edges()) {
    const ends = `source="${escapeXml(graph.source(key))}" target="${escapeXml(graph.target(key))}"`;
    yield `    <edge id="${escapeXml(key)}" ${ends}>${data('edge', EDGES, graph.getEdgeAttributes(key))}</edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
}

function declare<A>(kind: 'node' | 'edge', columns: readonly Column<A>[]): string {
  return columns
    .map(
      ({ name, type }) =>
        `  <key id="${kind}-${name}" for="${kind}" attr.name="${name}" attr.type="${GRAPHML_TYPES[type]}"/>\n`,
    )
    .join('');
}

function data<A>(kind: 'node' | 'edge', columns: readonly Column<A>[], attributes: A): string {
  return columns
    .flatMap((column) => {
      const value = column.value(attributes);
      if (value === undefined) return [];
      const text = typeof value === 'object' ? value.join('; ') : String(value);
      return [`<data key="${kind}-${column.name}">${escapeXml(text)}</data>`];
    })
    .join('');
}
