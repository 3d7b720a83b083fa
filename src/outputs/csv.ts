/**
 * CSV (RFC 4180) for spreadsheets, Gephi and Neo4j: UTF-8 with a byte-order mark, so that Excel reads Chinese; a text
 * that a spreadsheet would run as a formula gets an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
import type { EdgeAttributes, NodeAttributes } from '../graph/attributes.ts';
import { type CellValue, type Column, EDGE_COLUMNS, NODE_COLUMNS, type ReadableGraph } from './columns.ts';

/** Stands before a file's first line, so that Excel reads UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

const NODES: readonly Column<NodeAttributes>[] = [
  { name: 'Label', type: 'string', value: (node) => node.label },
  ...NODE_COLUMNS,
  { name: 'x', type: 'double', value: (node) => node.x },
  { name: 'y', type: 'double', value: (node) => node.y },
  { name: 'size', type: 'double', value: (node) => node.size },
  { name: 'color', type: 'string', value: (node) => node.color },
];

const EDGES: readonly Column<EdgeAttributes>[] = [
  { name: 'Type', type: 'string', value: (edge) => (edge.symmetric ? 'Undirected' : 'Directed') },
  { name: 'Label', type: 'string', value: (edge) => edge.label },
  { name: 'Weight', type: 'double', value: (edge) => edge.weight },
  ...EDGE_COLUMNS,
];

/** Nodes, one a line; the first column is `Id`. */
export function* toNodesCsv(graph: ReadableGraph): Generator<string> {
  yield BYTE_ORDER_MARK + csvRow(['Id', ...NODES.map(({ name }) => name)]);
  for (const key of graph.nodes()) {
    const node = graph.getNodeAttributes(key);
    yield csvRow([key, ...NODES.map((column) => column.value(node))]);
  }
}

/** Edges, one a line; the first columns are `Id`, `Source`, `Target` and the names of both ends. */
export function* toEdgesCsv(graph: ReadableGraph): Generator<string> {
  yield BYTE_ORDER_MARK +
    csvRow(['Id', 'Source', 'Target', 'SourceLabel', 'TargetLabel', ...EDGES.map(({ name }) => name)]);
  for (const key of graph.edges()) {
    const edge = graph.getEdgeAttributes(key);
    const source = graph.source(key);
    const target = graph.target(key);
    const labels = [source, target].map((end) => graph.getNodeAttributes(end).label);
    yield csvRow([key, source, target, ...labels, ...EDGES.map((column) => column.value(edge))]);
  }
}

/** How a cell begins that a spreadsheet would run; East Asian ones take the full-width signs for the others. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** One line, with its line break; no cell of it runs as a formula. */
export function csvRow(cells: readonly CellValue[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: CellValue): string {
  if (value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : value.join('; ');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
