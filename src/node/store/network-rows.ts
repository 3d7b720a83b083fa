/** The resolved network as rows of the store's tables. */
import { createHash } from 'node:crypto';
import type { Evidence, NetworkEntity, Tie } from '../../network/network.ts';
import { ATTRIBUTE_NAMES, type SqlValue, toAttributeValues } from './attribute-columns.ts';

/** A row of one owner, without the owner. */
type Row = readonly SqlValue[];

/** Columns of `node` in the order of {@link NodeRows.own}, number and hash left out. */
export const NODE_COLUMNS = [
  'id',
  'type',
  'name',
  'aliases',
  'pinyin',
  'documents',
  'mentions',
  'first_seen',
  'last_seen',
  'confidence',
  'note',
] as const;

/** Columns of `edge` in the order of {@link EdgeRows.own}, number, ends and hash left out. */
export const EDGE_COLUMNS: readonly string[] = [
  'type',
  'weak',
  'documents',
  'confidence',
  'first_date',
  'last_date',
  ...ATTRIBUTE_NAMES,
  'reviewed',
  'note',
];

/** Columns of `edge_evidence`; the first {@link EVIDENCE_KEY} of them name a row. */
export const EVIDENCE_COLUMNS: readonly string[] = [
  'document',
  'start',
  'end',
  'position',
  'confidence',
  'rule',
  ...ATTRIBUTE_NAMES,
];
export const EVIDENCE_KEY = 4;

/** What the network says of a node. */
export interface NodeRows {
  readonly own: Row;
  readonly mentions: readonly Row[];
  readonly merges: readonly Row[];
  readonly splits: readonly Row[];
  readonly posts: readonly Row[];
  /** Another whenever any of the rows is. */
  readonly hash: Uint8Array;
}

/** What the network says of an edge. */
export interface EdgeRows {
  readonly own: Row;
  readonly evidence: readonly Row[];
  readonly hash: Uint8Array;
}

/** What the tables need beside an entity. */
export interface NodeFacts {
  readonly pinyin: string;
  readonly firstSeen: string | undefined;
  readonly lastSeen: string | undefined;
}

/**
 * @param documentNumber the number of a document in the store
 * @param some the mentions that are wanted, where it is not all
 */
export function toNodeRows(
  entity: NetworkEntity,
  { pinyin, firstSeen, lastSeen }: NodeFacts,
  documentNumber: (id: string) => number,
  some: NetworkEntity['mentions'] = entity.mentions,
): NodeRows {
  const { id, type, name, aliases, confidence, note } = entity;
  const own = [
    id,
    type,
    name,
    JSON.stringify(aliases),
    pinyin,
    entity.documents.length,
    entity.mentions.length,
    firstSeen ?? null,
    lastSeen ?? null,
    confidence,
    note ?? null,
  ];
  const mentions = some.map(({ document, start, end }) => [documentNumber(document), start, end]);
  const merges = entity.merges.map(({ names: [one, other], rule, detail, document, confidence: sure }, position) => [
    position,
    one,
    other,
    rule,
    detail ?? null,
    document ?? null,
    sure,
  ]);
  const splits = entity.splits.map(({ other, reason, rule }, position) => [position, other, reason, rule ?? null]);
  const posts = entity.posts.map(({ organisation, title, former, from, to }, position) => [
    position,
    organisation,
    title,
    Number(former),
    from ?? null,
    to ?? null,
  ]);
  return { own, mentions, merges, splits, posts, hash: hashRows([own], mentions, merges, splits, posts) };
}

/**
 * @param weak whether the type only says that two names share a sentence
 * @param documentNumber the number of a document in the store
 * @param some the evidence that is wanted, where it is not all; of a document all or nothing
 */
export function toEdgeRows(
  tie: Tie,
  weak: boolean,
  documentNumber: (id: string) => number,
  some: Tie['evidence'] = tie.evidence,
): EdgeRows {
  const own = [
    tie.type,
    Number(weak),
    tie.documents,
    tie.confidence,
    tie.firstDate ?? null,
    tie.lastDate ?? null,
    ...toAttributeValues(tie),
    tie.reviewed ?? null,
    tie.note ?? null,
  ];
  const evidence = toEvidenceRows(some, documentNumber);
  return { own, evidence, hash: hashRows([own], evidence) };
}

/** Evidence comes sorted by document and place; only where several say something of one sentence is a position needed. */
function toEvidenceRows(evidence: readonly Evidence[], documentNumber: (id: string) => number): Row[] {
  let position = 0;
  let before: Evidence | undefined;
  return evidence.map((one) => {
    const { document, start, end, confidence, rule, attributes } = one;
    const same = before?.document === document && before.start === start && before.end === end;
    position = same ? position + 1 : 0;
    before = one;
    return [documentNumber(document), start, end, position, confidence, rule, ...toAttributeValues(attributes)];
  });
}

/** 128 bits of SHA-256: enough to tell versions apart. */
function hashRows(...tables: readonly (readonly Row[])[]): Uint8Array {
  const hash = createHash('sha256');
  for (const rows of tables) {
    hash.update(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)));
  }
  return hash.digest().subarray(0, 16);
}
