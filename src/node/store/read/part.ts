/** A part of the stored network in the form of `network.json`. */

import { compareText } from '../../../network/order.ts';
import { EXPLORER_FORMAT } from '../../../outputs/explorer-data.ts';
import type { PartialNetwork, PartQuestion } from '../../../outputs/served.ts';
import { fromMinorUnits } from '../minor-units.ts';
import type { Snapshot } from '../snapshot.ts';
import { documentNumber, listDocuments } from './documents.ts';
import { nodeNumber } from './nodes.ts';

/** Edges of a part at most: ties that state something come first, then the best supported. */
export const MOST_EDGES = 30_000;

/** Loose files of a part come one by one, so there are no shards. */
const NO_SHARDS = { nodes: 1, edges: 1, documents: 1 } as const;

interface NodeRow {
  readonly number: number;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: string;
  readonly pinyin: string;
  readonly documents: number;
  readonly mentions: number;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly confidence: number;
  readonly note: string | null;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly community: number;
  readonly degree: number;
  readonly pagerank: number;
  readonly betweenness: number;
}

interface EdgeRow {
  readonly source: bigint;
  readonly target: bigint;
  readonly type: string;
  readonly weak: bigint;
  readonly documents: bigint;
  readonly confidence: number;
  readonly first_date: string | null;
  readonly last_date: string | null;
  readonly status: string | null;
  readonly amount: bigint | null;
  readonly currency: string | null;
  readonly qualifier: string | null;
  readonly joint: string | null;
  readonly share: number | null;
  readonly title: string | null;
  readonly former: bigint | null;
  readonly reviewed: string | null;
  readonly note: string | null;
}

/**
 * The most important nodes and those that are asked for, with the edges between them.
 *
 * @param top numbers of the most important nodes; see {@link mostImportant}
 * @param mostEdges edges at most; ties that state something come first, then the best supported
 */
export function readPart(
  snapshot: Snapshot,
  top: readonly number[],
  { nodes: wanted, documents }: PartQuestion,
  mostEdges: number = MOST_EDGES,
): PartialNetwork {
  const { about, statement } = snapshot;
  const chosen = new Set(top);
  for (const id of wanted) {
    const number = nodeNumber(snapshot, id);
    if (number !== undefined) chosen.add(number);
  }
  const json = JSON.stringify([...chosen]);
  const nodes = statement(
    `SELECT node.*, x, y, size, community, degree, pagerank, betweenness FROM json_each(?)
     JOIN node ON node.number = value JOIN node_measure ON node_measure.node = node.number`,
  ).all(json) as unknown as NodeRow[];
  nodes.sort((a, b) => compareText(a.id, b.id));
  const { edges, leftOut } = edgesBetween(snapshot, json, mostEdges);
  const index = new Map(nodes.map(({ number }, at) => [number, at]));
  const idOf = (number: bigint) => nodes[index.get(Number(number)) ?? -1]?.id ?? '';
  const named = edges.map((edge) => ({ ...edge, id: `${idOf(edge.source)}|${edge.type}|${idOf(edge.target)}` }));
  named.sort((a, b) => compareText(a.id, b.id));
  const loaded = new Map<number, number>();
  for (const { source, target, weak } of edges) {
    if (weak === 1n) continue;
    for (const end of [Number(source), Number(target)]) loaded.set(end, (loaded.get(end) ?? 0) + 1);
  }
  const entityType = numbers(about.entityTypes.map(({ id }) => id));
  const relationType = numbers(about.relationTypes.map(({ id }) => id));
  const joint = numbers([...new Set(named.flatMap((edge) => edge.joint ?? []))]);
  const list = listDocuments(snapshot);
  for (const id of documents) {
    const number = documentNumber(snapshot, id);
    if (number !== undefined) list.indexOf(number);
  }
  const documentIndex = numbers(list.documents.map(({ id }) => id));
  return {
    format: EXPLORER_FORMAT,
    title: about.title,
    generator: about.generator,
    entityTypes: about.entityTypes,
    relationTypes: about.relationTypes,
    nodes: {
      id: nodes.map(({ id }) => id),
      label: nodes.map(({ name }) => name),
      type: nodes.map(({ type }) => entityType.get(type) ?? 0),
      aliases: nodes.map(({ aliases }) => JSON.parse(aliases)),
      pinyin: nodes.map(({ pinyin }) => pinyin),
      x: nodes.map(({ x }) => x),
      y: nodes.map(({ y }) => y),
      size: nodes.map(({ size }) => size),
      community: nodes.map(({ community }) => community),
      documents: nodes.map((node) => node.documents),
      mentions: nodes.map(({ mentions }) => mentions),
      firstSeen: nodes.map(({ first_seen }) => first_seen),
      lastSeen: nodes.map(({ last_seen }) => last_seen),
      degree: nodes.map(({ degree }) => degree),
      pagerank: nodes.map(({ pagerank }) => pagerank),
      betweenness: nodes.map(({ betweenness }) => betweenness),
      confidence: nodes.map(({ confidence }) => confidence),
      note: nodes.map(({ note }) => note),
    },
    edges: {
      id: named.map(({ id }) => id),
      source: named.map(({ source }) => index.get(Number(source)) ?? 0),
      target: named.map(({ target }) => index.get(Number(target)) ?? 0),
      type: named.map(({ type }) => relationType.get(type) ?? 0),
      weight: named.map((edge) => Math.max(1, Number(edge.documents))),
      documents: named.map((edge) => Number(edge.documents)),
      confidence: named.map(({ confidence }) => confidence),
      firstDate: named.map(({ first_date }) => first_date),
      lastDate: named.map(({ last_date }) => last_date),
      status: named.map(({ status }) => status as PartialNetwork['edges']['status'][number]),
      amount: named.map(({ amount, currency }) =>
        amount === null ? null : fromMinorUnits(amount, currency ?? undefined),
      ),
      currency: named.map(({ currency }) => currency),
      qualifier: named.map(({ qualifier }) => qualifier as PartialNetwork['edges']['qualifier'][number]),
      joint: named.map((edge) => joint.get(edge.joint ?? '') ?? null),
      share: named.map(({ share }) => share),
      title: named.map(({ title }) => title),
      former: named.map(({ former }) => (former === null ? null : former === 1n)),
      reviewed: named.map(({ reviewed }) => (reviewed === null ? null : 'confirmed')),
      note: named.map(({ note }) => note),
    },
    documents: list.documents.map((document) => ({
      ...document,
      reprintOf: document.reprintOf === null ? null : (documentIndex.get(document.reprintOf) ?? null),
    })),
    details: '',
    shardSize: NO_SHARDS,
    part: {
      nodes: about.nodes,
      ties: about.ties,
      people: about.people,
      sources: about.sources,
      more: nodes.map(({ number, degree }) => Math.max(0, degree - (loaded.get(number) ?? 0))),
      edgesLeftOut: leftOut,
    },
  };
}

/**
 * Numbers of the most important nodes: one half has most ties (the largest in the drawing; of equal ones those of higher
 * PageRank), the other half are the most important of their neighbours, so that the drawing shows ties and not dots.
 */
export function mostImportant({ statement }: Snapshot, top: number): number[] {
  const order = 'degree DESC, pagerank DESC, node';
  const most = statement(`SELECT node FROM node_measure ORDER BY ${order} LIMIT ?`).all(top) as { node: number }[];
  const core = most.slice(0, Math.ceil(top / 2)).map(({ node }) => node);
  const near = statement(
    `SELECT node FROM node_measure WHERE node IN (
       SELECT target FROM edge WHERE weak = 0 AND source IN (SELECT value FROM json_each(?1))
       UNION SELECT source FROM edge WHERE weak = 0 AND target IN (SELECT value FROM json_each(?1))
     ) ORDER BY ${order} LIMIT ?2`,
  ).all(JSON.stringify(core), top) as { node: number }[];
  return [...new Set([...core, ...near.map(({ node }) => node), ...most.map(({ node }) => node)])].slice(0, top);
}

/** @param nodes numbers as a list in JSON */
function edgesBetween({ statement }: Snapshot, nodes: string, most: number): { edges: EdgeRow[]; leftOut: number } {
  // With the plus the ends of each node's ties are looked up among the nodes; without it, every pair would be tried.
  const where = `source IN (SELECT value FROM json_each(?1)) AND +target IN (SELECT value FROM json_each(?1))`;
  const select = statement(`SELECT * FROM edge WHERE ${where} ORDER BY weak, documents DESC, number LIMIT ?2`);
  select.setReadBigInts(true);
  const edges = select.all(nodes, most + 1) as unknown as EdgeRow[];
  if (edges.length <= most) return { edges, leftOut: 0 };
  const { total } = statement(`SELECT count(*) AS total FROM edge WHERE ${where}`).get(nodes) as { total: number };
  return { edges: edges.slice(0, most), leftOut: total - most };
}

function numbers(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, at) => [id, at]));
}
