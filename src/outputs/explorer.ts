/** Writes the files that the explorer loads; see `explorer-data.ts` for their form. */
import type { Document } from '../documents/document.ts';
import type { EdgeAttributes } from '../graph/attributes.ts';
import type { Network } from '../network/network.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { ReadableGraph } from './columns.ts';
import { digest } from './digest.ts';
import {
  type DocumentText,
  type EvidenceItem,
  EXPLORER_FORMAT,
  type ExplorerNetwork,
  type NodeDetail,
} from './explorer-data.ts';
import { toOccasions } from './occasions.ts';
import { toPinyin } from './pinyin.ts';
import { toReview } from './review.ts';

/** A file to write: its path within the output folder and its text in chunks. */
export interface OutputFile {
  readonly path: string;
  readonly chunks: Iterable<string>;
}

const SHARD_SIZE = { nodes: 256, edges: 256, documents: 32 } as const;

/**
 * The explorer's files. The graph gives positions and metrics, the network texts and evidence; both must stem from one
 * build.
 *
 * @param documents the articles; their texts go into the document shards
 */
export function* toExplorerFiles(
  network: Network,
  graph: ReadableGraph,
  documents: readonly Document[],
  ontology: Ontology,
): Generator<OutputFile> {
  const nodes = [...graph.nodes()].sort(byText);
  const edges = [...graph.edges()].sort(byText);
  const nodeNumber = numbers(nodes);
  const documentNumber = numbers(network.documents.map(({ id }) => id));
  const numbered = networkFile(network, graph, nodes, edges, nodeNumber, documentNumber, ontology);
  const details = `${digest(JSON.stringify(numbered))}/`;
  const header: ExplorerNetwork = { ...numbered, details };
  yield { path: 'explorer/network.json', chunks: [JSON.stringify(header)] };
  yield {
    path: `explorer/${details}occasions.json`,
    chunks: [JSON.stringify(toOccasions(network, edges, documentNumber))],
  };

  // Texts are fetched one by one, so that they do not fill the memory.
  const byId = new Map(documents.map((document) => [document.id, document]));
  const textOf = (id: string) => byId.get(id)?.text ?? '';
  yield { path: 'explorer/review.json', chunks: [JSON.stringify(toReview(network, textOf))] };

  const entities = new Map(network.entities.map((entity) => [entity.id, entity]));
  yield* shards(details, 'nodes', nodes, (id): NodeDetail => {
    const { mentions = [], posts = [], merges = [], splits = [] } = entities.get(id) ?? {};
    return {
      mentions: mentions.map(({ document, start, end }) => [documentNumber.get(document) ?? 0, start, end]),
      posts,
      merges,
      splits,
    };
  });

  const ties = new Map(network.ties.map((tie) => [tie.id, tie]));
  yield* shards(details, 'edges', edges, (id): EvidenceItem[] =>
    (ties.get(id)?.evidence ?? []).map(({ document, start, end, sentence, confidence, rule, attributes }) => ({
      document: documentNumber.get(document) ?? 0,
      start,
      end,
      sentence,
      confidence,
      rule,
      attributes,
    })),
  );

  const size = network.documents.length;
  const mentions = placesByDocument(size, () => mentionPlaces(network, nodeNumber, documentNumber));
  const statements = placesByDocument(size, () => statementPlaces(network, edges, documentNumber, ontology));
  yield* shards(
    details,
    'documents',
    network.documents.map(({ id }) => id),
    (id): DocumentText => ({
      text: textOf(id),
      mentions: placesIn(mentions, documentNumber.get(id) ?? 0).sort(
        (a, b) => a[0] - b[0] || b[1] - a[1] || a[2] - b[2],
      ),
      statements: placesIn(statements, documentNumber.get(id) ?? 0).sort(
        (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2],
      ),
    }),
  );
}

function networkFile(
  network: Network,
  graph: ReadableGraph,
  nodeIds: readonly string[],
  edgeIds: readonly string[],
  nodeNumber: ReadonlyMap<string, number>,
  documentNumber: ReadonlyMap<string, number>,
  ontology: Ontology,
): Omit<ExplorerNetwork, 'details'> {
  const entityTypes = [...ontology.entityTypes.values()];
  const relationTypes = [...ontology.relationTypes.values()];
  const entityTypeNumber = numbers(entityTypes.map(({ id }) => id));
  const relationTypeNumber = numbers(relationTypes.map(({ id }) => id));
  const nodes = nodeIds.map((id) => graph.getNodeAttributes(id));
  const edges = edgeIds.map((id) => graph.getEdgeAttributes(id));
  const ties = new Map(network.ties.map((tie) => [tie.id, tie]));
  const jointNumber = numbers([...new Set(network.ties.flatMap(({ joint }) => joint ?? []))]);
  const optional = <K extends keyof EdgeAttributes>(key: K) => edges.map((edge) => edge[key] ?? null);
  return {
    format: EXPLORER_FORMAT,
    ...graph.getAttributes(),
    entityTypes,
    relationTypes,
    nodes: {
      id: nodeIds,
      label: nodes.map(({ label }) => label),
      type: nodes.map(({ entityType }) => entityTypeNumber.get(entityType) ?? 0),
      aliases: nodes.map(({ aliases }) => aliases),
      pinyin: nodes.map(({ label, entityType }) => toPinyin(label, entityType)),
      x: nodes.map(({ x }) => x),
      y: nodes.map(({ y }) => y),
      size: nodes.map(({ size }) => size),
      community: nodes.map(({ community }) => community),
      documents: nodes.map((node) => node.documents),
      mentions: nodes.map((node) => node.mentions),
      firstSeen: nodes.map(({ firstSeen }) => firstSeen ?? null),
      lastSeen: nodes.map(({ lastSeen }) => lastSeen ?? null),
      degree: nodes.map(({ degree }) => degree),
      pagerank: nodes.map(({ pagerank }) => pagerank),
      betweenness: nodes.map(({ betweenness }) => betweenness),
      confidence: nodes.map(({ confidence }) => confidence),
      note: nodes.map(({ note }) => note ?? null),
    },
    edges: {
      id: edgeIds,
      source: edgeIds.map((id) => nodeNumber.get(graph.source(id)) ?? 0),
      target: edgeIds.map((id) => nodeNumber.get(graph.target(id)) ?? 0),
      type: edges.map(({ relationType }) => relationTypeNumber.get(relationType) ?? 0),
      weight: edges.map(({ weight }) => weight),
      documents: edges.map((edge) => edge.documents),
      confidence: edges.map(({ confidence }) => confidence),
      firstDate: optional('firstDate'),
      lastDate: optional('lastDate'),
      status: optional('status'),
      amount: optional('amount'),
      currency: optional('currency'),
      qualifier: edgeIds.map((id) => ties.get(id)?.qualifier ?? null),
      joint: edgeIds.map((id) => jointNumber.get(ties.get(id)?.joint ?? '') ?? null),
      share: optional('share'),
      title: optional('title'),
      former: optional('former'),
      reviewed: optional('reviewed'),
      note: optional('note'),
    },
    documents: network.documents.map(({ id, title, date, publisher, url, reprintOf }) => ({
      id,
      title: title ?? null,
      date: date ?? null,
      publisher: publisher ?? null,
      url: url ?? null,
      reprintOf: reprintOf === undefined ? null : (documentNumber.get(reprintOf) ?? null),
    })),
    shardSize: SHARD_SIZE,
  };
}

/** Places in documents with the number of what they are about, in columns: of a large corpus there are millions. */
interface Places {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly about: Int32Array;
  /** Indices of the columns, document by document; those of the n-th stand from `from[n]` to `from[n + 1]`. */
  readonly order: Int32Array;
  readonly from: Int32Array;
}

type Place = readonly [document: number, start: number, end: number, about: number];

function placesByDocument(documents: number, places: () => Iterable<Place>): Places {
  const from = new Int32Array(documents + 1);
  let count = 0;
  for (const [document] of places()) {
    from[document + 1] = (from[document + 1] ?? 0) + 1;
    count++;
  }
  for (let index = 0; index < documents; index++) from[index + 1] = (from[index + 1] ?? 0) + (from[index] ?? 0);
  const [start, end, about, order] = Array.from({ length: 4 }, () => new Int32Array(count)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const next = from.slice();
  let at = 0;
  for (const place of places()) {
    const [document] = place;
    [, start[at], end[at], about[at]] = place;
    const slot = next[document] ?? 0;
    order[slot] = at++;
    next[document] = slot + 1;
  }
  return { start, end, about, order, from };
}

/** What stands in one document, as `[start, end, about]`. */
function placesIn({ start, end, about, order, from }: Places, document: number): [number, number, number][] {
  return Array.from(order.subarray(from[document], from[document + 1]), (at) => [
    start[at] as number,
    end[at] as number,
    about[at] as number,
  ]);
}

function* mentionPlaces(
  network: Network,
  nodeNumber: ReadonlyMap<string, number>,
  documentNumber: ReadonlyMap<string, number>,
): Generator<Place> {
  for (const { id, mentions } of network.entities) {
    const node = nodeNumber.get(id);
    if (node === undefined) continue;
    for (const { document, start, end } of mentions) yield [documentNumber.get(document) ?? 0, start, end, node];
  }
}

function* statementPlaces(
  network: Network,
  edgeIds: readonly string[],
  documentNumber: ReadonlyMap<string, number>,
  ontology: Ontology,
): Generator<Place> {
  const edgeNumber = numbers(edgeIds);
  for (const { id, type, evidence } of network.ties) {
    const edge = edgeNumber.get(id);
    if (edge === undefined || ontology.relationTypes.get(type)?.weak) continue;
    for (const { document, start, end } of evidence) yield [documentNumber.get(document) ?? 0, start, end, edge];
  }
}

function* shards<T>(
  details: string,
  kind: keyof typeof SHARD_SIZE,
  ids: readonly string[],
  item: (id: string) => T,
): Generator<OutputFile> {
  const size = SHARD_SIZE[kind];
  for (let start = 0; start < ids.length; start += size) {
    const content = JSON.stringify(ids.slice(start, start + size).map(item));
    yield { path: `explorer/${details}${kind}/${start / size}.json`, chunks: [content] };
  }
}

function numbers(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
