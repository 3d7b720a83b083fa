/** Ties of the network: the relations of all documents between resolved entities, with every sentence behind them. */
import type { Ontology, RelationTypeId } from '../ontology/ontology.ts';
import type { Relation, RelationAttributes } from '../relations/relation.ts';
import type { DropReason, NetworkReport, Tie } from './network.ts';
import { compareText, count, listOf } from './order.ts';
import { aggregateAttributes, type Witness } from './tie-attributes.ts';
import { createUnionFind } from './union-find.ts';
import type { Source, Units } from './units.ts';

/** A resolved entity, as far as ties need it. */
export interface End {
  readonly id: string;
  readonly type: string;
  /** The type before a reader merged it into an entity of another; the relation may rest on it. */
  readonly was?: string;
}

/** What a reader decided of the ties that a relation gives rise to. */
export interface TieReview {
  readonly verdict?: 'rejected' | 'confirmed';
  readonly notes: readonly string[];
}

/** The review of a relation of this type between two units. */
export type Reviewer = (type: RelationTypeId, source: number, target: number) => TieReview | undefined;

/** What documents say of one tie, before it is weighed. */
export interface TieDraft {
  readonly type: RelationTypeId;
  readonly source: string;
  readonly target: string;
  readonly witnesses: readonly Witness[];
  readonly notes: ReadonlySet<string>;
  readonly confirmed: boolean;
}

/** What one document says of ties, and what of it cannot stand. */
export interface DocumentTies {
  /** By id of the tie. */
  readonly drafts: ReadonlyMap<string, TieDraft>;
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  /** Relations of types that no ontology declares, by type. */
  readonly unknown: ReadonlyMap<string, number>;
}

/** Highest confidence that any number of documents can give. */
const MOST_CONFIDENCE = 0.99;

/**
 * Gathers the ties, sorted by id.
 *
 * @param endOf the resolved entity of a unit
 * @param review what a reader decided
 */
export function gatherTies(
  units: Units,
  endOf: (unit: number) => End,
  ontology: Ontology,
  review: Reviewer = () => undefined,
): { readonly ties: readonly Tie[]; readonly report: Omit<NetworkReport, 'idleCommonNouns'> } {
  const parts = units.sources.map((source, index) =>
    documentTies(source, units.byEntity[index] ?? new Map(), endOf, ontology, review),
  );
  const byTie = new Map<string, TieDraft[]>();
  for (const { drafts } of parts) for (const [id, draft] of drafts) listOf(byTie, id).push(draft);
  const drafts = [...byTie]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([id, list]) => [id, joinDrafts(list)] as const);
  const jointOf = uniteJointDeals(drafts.map(([, draft]) => draft));
  return {
    ties: drafts.map(([id, draft]) => toTie(id, draft, jointOf)),
    report: { ignoredEntities: units.ignored, ...reportDropped(parts) },
  };
}

/**
 * The relations of one document between resolved entities.
 *
 * @param ids numbers of the document's entities by their id in it, as `endOf` and `review` take them; negative for one
 * that is ignored
 */
export function documentTies(
  source: Source,
  ids: ReadonlyMap<string, number>,
  endOf: (unit: number) => End,
  ontology: Ontology,
  review: Reviewer = () => undefined,
): DocumentTies {
  const drafts = new Map<string, TieDraft>();
  const dropped: Partial<Record<DropReason, number>> = {};
  const unknown = new Map<string, number>();
  const drop = (reason: DropReason) => {
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  };
  for (const relation of source.extraction.relations) {
    const [from, to] = [ids.get(relation.source), ids.get(relation.target)];
    const ends = endsOf(relation, from, to, endOf, ontology);
    const reviewed = review(relation.type, from ?? -1, to ?? -1);
    if (typeof ends === 'string') {
      drop(ends);
      if (ends === 'unknown-type') count(unknown, relation.type);
      continue;
    }
    if (reviewed?.verdict === 'rejected') {
      drop('rejected');
      continue;
    }
    const id = `${ends[0].id}|${relation.type}|${ends[1].id}`;
    const draft: TieDraft = {
      type: relation.type,
      source: ends[0].id,
      target: ends[1].id,
      witnesses: evidenceOf(relation, source),
      notes: new Set(reviewed?.notes),
      confirmed: reviewed?.verdict === 'confirmed',
    };
    const known = drafts.get(id);
    drafts.set(id, known === undefined ? draft : joinDrafts([known, draft]));
  }
  return { drafts, dropped, unknown };
}

/** What several documents say of one tie, in their order. */
export function joinDrafts(drafts: readonly TieDraft[]): TieDraft {
  const [first] = drafts as [TieDraft];
  if (drafts.length === 1) return first;
  return {
    ...first,
    witnesses: drafts.flatMap(({ witnesses }) => witnesses),
    notes: new Set(drafts.flatMap(({ notes }) => [...notes])),
    confirmed: drafts.some(({ confirmed }) => confirmed),
  };
}

/** Adds up what was dropped. */
export function reportDropped(
  parts: Iterable<Pick<DocumentTies, 'dropped' | 'unknown'>>,
): Pick<NetworkReport, 'droppedRelations' | 'unknownTypes'> {
  const droppedRelations: Record<DropReason, number> = {
    'unknown-type': 0,
    'missing-end': 0,
    'ignored-end': 0,
    'self-tie': 0,
    'domain-range': 0,
    'no-evidence': 0,
    rejected: 0,
  };
  const types = new Map<string, number>();
  for (const { dropped, unknown } of parts) {
    for (const [reason, n = 0] of Object.entries(dropped)) droppedRelations[reason as DropReason] += n;
    for (const [type, n] of unknown) count(types, type, n);
  }
  const unknownTypes = [...types].map(([type, n]) => ({ type, count: n })).sort((a, b) => compareText(a.type, b.type));
  return { droppedRelations, unknownTypes };
}

/** The resolved ends in the order in which they are stored, or why the relation cannot stand. */
function endsOf(
  relation: Relation,
  from: number | undefined,
  to: number | undefined,
  endOf: (unit: number) => End,
  ontology: Ontology,
): readonly [End, End] | DropReason {
  const definition = ontology.relationTypes.get(relation.type);
  if (!definition) return 'unknown-type';
  if (from === undefined || to === undefined) return 'missing-end';
  if (from < 0 || to < 0) return 'ignored-end';
  if (relation.evidence.length === 0) return 'no-evidence';
  const [a, b] = [endOf(from), endOf(to)];
  if (a.id === b.id) return 'self-tie';
  const within = (types: readonly string[], { type, was = type }: End) => types.includes(type) || types.includes(was);
  const fits = (x: End, y: End) => within(definition.from, x) && within(definition.to, y);
  if (!fits(a, b) && !(definition.symmetric && fits(b, a))) return 'domain-range';
  return definition.symmetric && compareText(b.id, a.id) < 0 ? [b, a] : [a, b];
}

const ATTRIBUTES = [
  'status',
  'date',
  'place',
  'title',
  'former',
  'amount',
  'currency',
  'share',
  'qualifier',
  'round',
] as const satisfies readonly (keyof RelationAttributes)[];

function evidenceOf(relation: Relation, { document, date, publisher, rootId }: Source): Witness[] {
  const attributes: Record<string, unknown> = {};
  for (const name of ATTRIBUTES) if (relation[name] !== undefined) attributes[name] = relation[name];
  if (relation.joint !== undefined) attributes.joint = `${document.id}#${relation.joint}`;
  return relation.evidence.map(({ start, end }) => ({
    root: rootId,
    evidence: {
      document: document.id,
      start,
      end,
      sentence: document.text.slice(start, end),
      ...(date === undefined ? {} : { date }),
      ...(publisher === undefined ? {} : { publisher }),
      confidence: relation.confidence,
      rule: relation.rule,
      attributes: attributes as RelationAttributes,
    },
  }));
}

/**
 * One key for a joint deal that several documents tell: deals of one amount that share a tie are one. The smallest
 * key stands for all.
 */
export function uniteJointDeals(drafts: readonly TieDraft[]): (key: string) => string {
  const keys = new Set<string>();
  for (const { witnesses } of drafts) {
    for (const { evidence } of witnesses) if (evidence.attributes.joint) keys.add(evidence.attributes.joint);
  }
  const sorted = [...keys].sort(compareText);
  const indexOf = new Map(sorted.map((key, index) => [key, index]));
  const sets = createUnionFind(sorted.length);
  for (const { witnesses } of drafts) {
    const byAmount = new Map<string, number>();
    for (const { evidence } of witnesses) {
      const { joint, amount, currency } = evidence.attributes;
      const index = joint === undefined ? undefined : indexOf.get(joint);
      if (index === undefined) continue;
      const slot = `${amount} ${currency}`;
      sets.union(index, byAmount.get(slot) ?? index);
      byAmount.set(slot, index);
    }
  }
  return (key) => sorted[sets.find(indexOf.get(key) ?? 0)] ?? key;
}

/**
 * Weighs a tie.
 *
 * @param jointOf the key that stands for a joint deal, see {@link uniteJointDeals}
 */
export function toTie(id: string, draft: TieDraft, jointOf: (key: string) => string): Tie {
  const witnesses = draft.witnesses.map(({ root, evidence }) => {
    const { joint } = evidence.attributes;
    return joint === undefined
      ? { root, evidence }
      : { root, evidence: { ...evidence, attributes: { ...evidence.attributes, joint: jointOf(joint) } } };
  });
  return {
    id,
    type: draft.type,
    source: draft.source,
    target: draft.target,
    ...weighWitnesses(witnesses),
    ...(draft.confirmed ? { reviewed: 'confirmed' as const } : {}),
    ...(draft.notes.size === 0 ? {} : { note: [...draft.notes].join('\n') }),
  };
}

/** What sentences come to as a tie: each counted once, weighed by independent sources. */
export function weighWitnesses(
  all: readonly Witness[],
): Omit<Tie, 'id' | 'type' | 'source' | 'target' | 'reviewed' | 'note'> {
  const witnesses = dedupe(all);
  const bySource = new Map<number | string, number>();
  for (const { root, evidence } of witnesses) {
    bySource.set(root, Math.max(bySource.get(root) ?? 0, evidence.confidence));
  }
  const doubt = [...bySource.values()].reduce((product, confidence) => product * (1 - confidence), 1);
  const dates = witnesses.flatMap(({ evidence }) => evidence.attributes.date ?? evidence.date ?? []).sort(compareText);
  const [firstDate, lastDate] = [dates[0], dates.at(-1)];
  return {
    evidence: witnesses.map(({ evidence }) => evidence),
    documents: bySource.size,
    confidence: round(Math.min(MOST_CONFIDENCE, 1 - doubt)),
    ...(firstDate === undefined ? {} : { firstDate }),
    ...(lastDate === undefined ? {} : { lastDate }),
    ...aggregateAttributes(witnesses),
  };
}

/** Sorted by document and place; the same sentence with the same content is kept once, with its best confidence. */
function dedupe(witnesses: readonly Witness[]): Witness[] {
  const kept = new Map<string, Witness>();
  for (const witness of witnesses) {
    const { document, start, end, attributes } = witness.evidence;
    const key = JSON.stringify([document, start, end, attributes]);
    const known = kept.get(key);
    if (!known || known.evidence.confidence < witness.evidence.confidence) kept.set(key, witness);
  }
  return [...kept]
    .sort(
      ([keyA, { evidence: a }], [keyB, { evidence: b }]) =>
        compareText(a.document, b.document) || a.start - b.start || a.end - b.end || compareText(keyA, keyB),
    )
    .map(([, witness]) => witness);
}

/** Four digits, so that no machine's last bit shows. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
