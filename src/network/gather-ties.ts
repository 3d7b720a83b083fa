/** Ties of the network: the relations of all documents between resolved entities, with every sentence behind them. */
import type { Ontology, RelationTypeId } from '../ontology/ontology.ts';
import type { DropReason, Evidence, MentionRecord, NetworkReport, Tie } from './network.ts';
import { compareText, count, listOf, NONE } from './order.ts';
import { aggregateAttributes, type Witness } from './tie-attributes.ts';
import { createUnionFind } from './union-find.ts';
import { MISSING, type Source, type UnitRelation, type Units } from './units.ts';

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
  readonly id: string;
  readonly type: RelationTypeId;
  readonly source: string;
  readonly target: string;
  readonly witnesses: readonly Witness[];
  readonly notes: ReadonlySet<string>;
  readonly confirmed: boolean;
}

/** What one document says of ties, and what of it cannot stand. */
export interface DocumentTies {
  /** One for each tie. */
  readonly drafts: readonly TieDraft[];
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
    documentTies(source, units.relations[index] ?? [], endOf, ontology, review),
  );
  const byTie = new Map<string, TieDraft[]>();
  for (const { drafts } of parts) for (const draft of drafts) listOf(byTie, draft.id).push(draft);
  const drafts = [...byTie].sort((a, b) => compareText(a[0], b[0])).map(([, list]) => joinDrafts(list));
  const jointOf = uniteJointDeals(drafts);
  return {
    ties: drafts.map((draft) => toTie(draft, jointOf)),
    report: { ignoredEntities: units.ignored, ...reportDropped(parts) },
  };
}

/**
 * The relations of one document between resolved entities.
 *
 * @param relations with ends as `endOf` and `review` take them
 */
export function documentTies(
  source: Source,
  relations: readonly UnitRelation[],
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
  for (const relation of relations) {
    const ends = endsOf(relation, endOf, ontology);
    const reviewed = review(relation.type, relation.from, relation.to);
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
      id,
      type: relation.type,
      source: ends[0].id,
      target: ends[1].id,
      witnesses: evidenceOf(relation, source),
      notes: reviewed === undefined ? NO_NOTES : new Set(reviewed.notes),
      confirmed: reviewed?.verdict === 'confirmed',
    };
    const known = drafts.get(id);
    drafts.set(id, known === undefined ? draft : joinDrafts([known, draft]));
  }
  return {
    drafts: drafts.size === 0 ? NONE : [...drafts.values()],
    dropped: Object.keys(dropped).length === 0 ? NOTHING : dropped,
    unknown: unknown.size === 0 ? NO_TYPES : unknown,
  };
}

// Of most documents there is nothing to say, and there are many.
const NOTHING = {};
const NO_TYPES: ReadonlyMap<string, number> = new Map();
const NO_NOTES: ReadonlySet<string> = new Set();

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
  relation: UnitRelation,
  endOf: (unit: number) => End,
  ontology: Ontology,
): readonly [End, End] | DropReason {
  const definition = ontology.relationTypes.get(relation.type);
  if (!definition) return 'unknown-type';
  const { from, to } = relation;
  if (from === MISSING || to === MISSING) return 'missing-end';
  if (from < 0 || to < 0) return 'ignored-end';
  if (relation.evidence.length === 0) return 'no-evidence';
  const [a, b] = [endOf(from), endOf(to)];
  if (a.id === b.id) return 'self-tie';
  const within = (types: readonly string[], { type, was = type }: End) => types.includes(type) || types.includes(was);
  const fits = (x: End, y: End) => within(definition.from, x) && within(definition.to, y);
  if (!fits(a, b) && !(definition.symmetric && fits(b, a))) return 'domain-range';
  return definition.symmetric && compareText(b.id, a.id) < 0 ? [b, a] : [a, b];
}

function evidenceOf({ confidence, rule, attributes, evidence }: UnitRelation, source: Source): Witness[] {
  const { document, date, publisher, rootId } = source;
  return evidence.map(({ start, end }): Witness => {
    const sentence = apart(document.text.slice(start, end));
    const where = { document: document.id, start, end };
    return { root: rootId, evidence: stated(where, sentence, date, publisher, { confidence, rule, attributes }) };
  });
}

/** What is not known is left out. Written out, because objects that are put together from others take twice the room. */
function stated(
  { document, start, end }: MentionRecord,
  sentence: string,
  date: string | undefined,
  publisher: string | undefined,
  { confidence, rule, attributes }: Pick<Evidence, 'confidence' | 'rule' | 'attributes'>,
): Evidence {
  if (date !== undefined && publisher !== undefined)
    return { document, start, end, sentence, date, publisher, confidence, rule, attributes };
  if (date !== undefined) return { document, start, end, sentence, date, confidence, rule, attributes };
  if (publisher !== undefined) return { document, start, end, sentence, publisher, confidence, rule, attributes };
  return { document, start, end, sentence, confidence, rule, attributes };
}

/** The same text by itself: engines let a slice of a text hold on to all of it. */
const apart = (text: string): string => JSON.parse(JSON.stringify(text));

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
export function toTie(draft: TieDraft, jointOf: (key: string) => string): Tie {
  const witnesses = draft.witnesses.map(({ root, evidence }) => {
    const { joint } = evidence.attributes;
    return joint === undefined
      ? { root, evidence }
      : { root, evidence: { ...evidence, attributes: { ...evidence.attributes, joint: jointOf(joint) } } };
  });
  return {
    id: draft.id,
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
