/** What is on screen as files of other programs, written by the same writers as `guanxi build`. */
import type { EdgeAttributes, NodeAttributes } from '../../graph/attributes.ts';
import type { ReadableGraph } from '../../outputs/columns.ts';
import { toEdgesCsv, toNodesCsv } from '../../outputs/csv.ts';
import { toGexf } from '../../outputs/gexf.ts';
import { toGraphml } from '../../outputs/graphml.ts';
import { toGraphJson } from '../../outputs/json.ts';
import { type Dataset, endsOf, entityTypeOf, relationTypeOf } from './dataset.ts';
import type { Shown } from './scene.ts';
import type { Language } from './view.ts';

const FORMATS = {
  gexf: { write: toGexf, suffix: '.gexf', type: 'application/gexf+xml' },
  graphml: { write: toGraphml, suffix: '.graphml', type: 'application/graphml+xml' },
  nodesCsv: { write: toNodesCsv, suffix: '-nodes.csv', type: 'text/csv;charset=utf-8' },
  edgesCsv: { write: toEdgesCsv, suffix: '-edges.csv', type: 'text/csv;charset=utf-8' },
  json: { write: toGraphJson, suffix: '.json', type: 'application/json' },
} as const;

/** A format to save in. */
export type ExportFormat = keyof typeof FORMATS;

/** A file to save. */
export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly chunks: string[];
}

/** Positions that the reader has moved nodes to; without them the layout's stand. */
export interface Positions {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Writes the shown part of the network. `name` is the file's name without suffix. */
export function exportShown(graph: ReadableGraph, format: ExportFormat, name: string): ExportedFile {
  const { write, suffix, type } = FORMATS[format];
  return { name: `${name}${suffix}`, type, chunks: [...write(graph)] };
}

/** The shown part of the network as the writers take it. */
export function shownGraph(
  dataset: Dataset,
  shown: Shown,
  language: Language,
  positions: Positions = dataset.network.nodes,
): ReadableGraph {
  const { network } = dataset;
  const nodes = network.nodes.id.filter((_, node) => shown.visibleNodes[node] === 1);
  const edges = network.edges.id.filter((_, edge) => shown.visibleEdges[edge] === 1);
  const node = (key: string): number => dataset.nodeByKey.get(key) ?? -1;
  const edge = (key: string): number => dataset.edgeByKey.get(key) ?? -1;
  const idOf = (number: number): string => network.nodes.id[number] ?? '';
  return {
    order: nodes.length,
    size: edges.length,
    getAttributes: () => ({ title: network.title, generator: network.generator }),
    nodes: () => nodes,
    edges: () => edges,
    source: (key) => idOf(endsOf(dataset, edge(key)).source),
    target: (key) => idOf(endsOf(dataset, edge(key)).target),
    getNodeAttributes: (key) => nodeAttributes(dataset, node(key), positions),
    getEdgeAttributes: (key) => edgeAttributes(dataset, edge(key), language),
  };
}

function nodeAttributes(dataset: Dataset, node: number, positions: Positions): NodeAttributes {
  const { nodes } = dataset.network;
  const type = entityTypeOf(dataset, node);
  const firstSeen = nodes.firstSeen[node];
  const lastSeen = nodes.lastSeen[node];
  return {
    label: nodes.label[node] ?? '',
    entityType: type.id,
    aliases: [...(nodes.aliases[node] ?? [])],
    x: positions.x[node] ?? 0,
    y: positions.y[node] ?? 0,
    size: nodes.size[node] ?? 1,
    color: type.color,
    community: nodes.community[node] ?? 0,
    documents: nodes.documents[node] ?? 0,
    mentions: nodes.mentions[node] ?? 0,
    degree: nodes.degree[node] ?? 0,
    pagerank: nodes.pagerank[node] ?? 0,
    betweenness: nodes.betweenness[node] ?? 0,
    confidence: nodes.confidence[node] ?? 0,
    ...(firstSeen ? { firstSeen } : {}),
    ...(lastSeen ? { lastSeen } : {}),
  };
}

function edgeAttributes(dataset: Dataset, edge: number, language: Language): EdgeAttributes {
  const { edges } = dataset.network;
  const type = relationTypeOf(dataset, edge);
  const optional = {
    firstDate: edges.firstDate[edge],
    lastDate: edges.lastDate[edge],
    status: edges.status[edge],
    amount: edges.amount[edge],
    currency: edges.currency[edge],
    share: edges.share[edge],
    title: edges.title[edge],
    former: edges.former[edge],
  };
  const stated = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null));
  return {
    label: type[language],
    relationType: type.id,
    symmetric: type.symmetric,
    weight: edges.weight[edge] ?? 1,
    documents: edges.documents[edge] ?? 1,
    confidence: edges.confidence[edge] ?? 0,
    size: 1 + Math.log2(Math.max(1, edges.weight[edge] ?? 1)),
    color: type.color,
    ...stated,
  };
}
