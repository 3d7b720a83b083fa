/** The loaded network with the indexes that everything else reads. Made once, never changed. */

import type { EntityTypeDefinition } from '../../ontology/entity-types.ts';
import type { AnyRelationTypeDefinition } from '../../ontology/ontology.ts';
import type { DocumentSummary, ExplorerNetwork } from '../../outputs/explorer-data.ts';
import { firstMonthOf, lastMonthOf } from './months.ts';

/** Nodes and edges are named by their number, the index into the columns of `network.json`. */
export interface Dataset {
  readonly network: ExplorerNetwork;
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly nodeByKey: ReadonlyMap<string, number>;
  readonly edgeByKey: ReadonlyMap<string, number>;
  readonly documentByKey: Pick<ReadonlyMap<string, number>, 'get'>;
  /** Edges of a node, in ascending order. */
  readonly incident: (node: number) => Int32Array;
  /** 1 for an edge that only says that two names share a sentence. */
  readonly weak: Uint8Array;
  /** Months of each edge's first and last date; −1 for an undated one. */
  readonly firstMonth: Int32Array;
  readonly lastMonth: Int32Array;
  /** First and last month of all dated edges; null where none has a date. */
  readonly months: { readonly first: number; readonly last: number } | null;
  /** Number of documents that are not reprints. */
  readonly sources: number;
}

/** Puts indexes beside a network. */
export function createDataset(network: ExplorerNetwork): Dataset {
  const { nodes, edges, documents } = network;
  const nodeCount = nodes.id.length;
  const edgeCount = edges.id.length;
  const offsets = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    const source = endOf(edges.source, edge);
    const target = endOf(edges.target, edge);
    offsets[source + 1] = (offsets[source + 1] ?? 0) + 1;
    if (target !== source) offsets[target + 1] = (offsets[target + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const next = offsets.slice();
  const flat = new Int32Array(offsets[nodeCount] ?? 0);
  const weak = new Uint8Array(edgeCount);
  const firstMonth = new Int32Array(edgeCount);
  const lastMonth = new Int32Array(edgeCount);
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (let edge = 0; edge < edgeCount; edge++) {
    for (const node of new Set([endOf(edges.source, edge), endOf(edges.target, edge)])) {
      const at = next[node] ?? 0;
      flat[at] = edge;
      next[node] = at + 1;
    }
    weak[edge] = network.relationTypes[edges.type[edge] ?? -1]?.weak ? 1 : 0;
    const from = firstMonthOf(edges.firstDate[edge] ?? null);
    const to = lastMonthOf(edges.lastDate[edge] ?? edges.firstDate[edge] ?? null);
    firstMonth[edge] = from < 0 ? firstMonthOf(edges.lastDate[edge] ?? null) : from;
    lastMonth[edge] = to;
    if (to >= 0 && weak[edge] === 0) {
      first = Math.min(first, firstMonth[edge] ?? to);
      last = Math.max(last, to);
    }
  }
  let edgeByKey: ReadonlyMap<string, number> | undefined;
  return {
    network,
    nodeCount,
    edgeCount,
    nodeByKey: numbersOf(nodes.id),
    get edgeByKey() {
      edgeByKey ??= numbersOf(edges.id);
      return edgeByKey;
    },
    documentByKey: growingNumbers(documents),
    incident: (node) => flat.subarray(offsets[node] ?? 0, offsets[node + 1] ?? 0),
    weak,
    firstMonth,
    lastMonth,
    months: last < 0 ? null : { first, last },
    sources: network.part?.sources ?? documents.filter((document) => document.reprintOf === null).length,
  };
}

function endOf(column: readonly number[], edge: number): number {
  return column[edge] ?? 0;
}

function numbersOf(keys: readonly string[]): Map<string, number> {
  return new Map(keys.map((key, i) => [key, i]));
}

/** Numbers of documents by id, those included that come later, as they do where a network is loaded in parts. */
function growingNumbers(documents: readonly DocumentSummary[]): Pick<ReadonlyMap<string, number>, 'get'> {
  const numbers = new Map<string, number>();
  return {
    get(id) {
      for (let next = numbers.size; next < documents.length; next++) numbers.set(documents[next]?.id ?? '', next);
      return numbers.get(id);
    },
  };
}

/** The name of a node. */
export function nameOf(dataset: Dataset, node: number): string {
  return dataset.network.nodes.label[node] ?? '';
}

const NO_ENTITY_TYPE: EntityTypeDefinition = {
  id: 'unknown',
  zh: '未知',
  en: 'Unknown',
  color: '#7f7f7f',
  shape: 'circle',
  ftm: 'Thing',
};

/** The type of a node. */
export function entityTypeOf({ network }: Dataset, node: number): EntityTypeDefinition {
  return network.entityTypes[network.nodes.type[node] ?? -1] ?? NO_ENTITY_TYPE;
}

const NO_RELATION_TYPE: AnyRelationTypeDefinition = {
  id: 'unknown',
  zh: '未知',
  en: 'Unknown',
  color: '#7f7f7f',
  from: [],
  to: [],
  symmetric: true,
  weak: true,
  monetary: false,
  ftm: 'UnknownLink',
  triggers: [],
};

/** The relation type of an edge. */
export function relationTypeOf({ network }: Dataset, edge: number): AnyRelationTypeDefinition {
  return network.relationTypes[network.edges.type[edge] ?? -1] ?? NO_RELATION_TYPE;
}

/** The two ends of an edge. */
export function endsOf({ network }: Dataset, edge: number): { readonly source: number; readonly target: number } {
  return { source: endOf(network.edges.source, edge), target: endOf(network.edges.target, edge) };
}

/** The end of `edge` that is not `node`; `node` itself for a loop. */
export function otherEnd(dataset: Dataset, edge: number, node: number): number {
  const { source, target } = endsOf(dataset, edge);
  return source === node ? target : source;
}

/** A document's summary and the number of the one that it reprints (its own number where it reprints none). */
export function originalOf({ network }: Dataset, document: number): number {
  return network.documents[document]?.reprintOf ?? document;
}

const NO_DOCUMENT: DocumentSummary = {
  id: '',
  title: null,
  date: null,
  publisher: null,
  url: null,
  reprintOf: null,
};

/** What is known of a document before its text is loaded. */
export function documentOf({ network }: Dataset, document: number): DocumentSummary {
  return network.documents[document] ?? NO_DOCUMENT;
}
