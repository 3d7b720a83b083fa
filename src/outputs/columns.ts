/** The attributes that exports carry, each declared once; GEXF, GraphML and CSV derive their columns from here. */
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from '../graph/attributes.ts';

/** The graph as exports take it: anything with graphology's reading methods. */
export interface ReadableGraph {
  readonly order: number;
  readonly size: number;
  getAttributes(): GraphAttributes;
  nodes(): string[];
  getNodeAttributes(node: string): NodeAttributes;
  edges(): string[];
  getEdgeAttributes(edge: string): EdgeAttributes;
  source(edge: string): string;
  target(edge: string): string;
}

/** A value that an export can write; lists are joined or written as lists. */
export type CellValue = string | number | boolean | readonly string[] | undefined;

/** An attribute of nodes or edges in exports. */
export interface Column<A> {
  /** Name, as in the graph's contract. */
  readonly name: string;
  readonly type: 'string' | 'integer' | 'double' | 'boolean' | 'list';
  value(attributes: A): CellValue;
}

const column = <A>(name: string, type: Column<A>['type'], value: (attributes: A) => CellValue): Column<A> => ({
  name,
  type,
  value,
});

/** Attributes of nodes, beside label, position, size and colour, which every format has its own place for. */
export const NODE_COLUMNS: readonly Column<NodeAttributes>[] = [
  column('entityType', 'string', (node) => node.entityType),
  column('aliases', 'list', (node) => node.aliases),
  column('community', 'integer', (node) => node.community),
  column('documents', 'integer', (node) => node.documents),
  column('mentions', 'integer', (node) => node.mentions),
  column('firstSeen', 'string', (node) => node.firstSeen),
  column('lastSeen', 'string', (node) => node.lastSeen),
  column('degree', 'integer', (node) => node.degree),
  column('pagerank', 'double', (node) => node.pagerank),
  column('betweenness', 'double', (node) => node.betweenness),
  column('confidence', 'double', (node) => node.confidence),
  column('posts', 'list', (node) => node.posts),
  column('note', 'string', (node) => node.note),
];

/** Attributes of edges, beside label, weight, size and colour. */
export const EDGE_COLUMNS: readonly Column<EdgeAttributes>[] = [
  column('relationType', 'string', (edge) => edge.relationType),
  column('symmetric', 'boolean', (edge) => edge.symmetric),
  column('documents', 'integer', (edge) => edge.documents),
  column('confidence', 'double', (edge) => edge.confidence),
  column('firstDate', 'string', (edge) => edge.firstDate),
  column('lastDate', 'string', (edge) => edge.lastDate),
  column('status', 'string', (edge) => edge.status),
  column('amount', 'double', (edge) => edge.amount),
  column('currency', 'string', (edge) => edge.currency),
  column('share', 'double', (edge) => edge.share),
  column('title', 'string', (edge) => edge.title),
  column('former', 'boolean', (edge) => edge.former),
  column('reviewed', 'string', (edge) => edge.reviewed),
  column('note', 'string', (edge) => edge.note),
];
