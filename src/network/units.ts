/** Units of resolution: the entities of single documents, before anything is joined across documents. */
import type { Document, Span } from '../documents/document.ts';
import type { Extraction } from '../extraction.ts';
import type { EntityTypeId, RelationTypeId } from '../ontology/ontology.ts';
import type { Relation, RelationAttributes } from '../relations/relation.ts';
import type { Vocabulary } from '../resources.ts';
import { nameKey } from '../tokens/normalise.ts';
import type { MentionRecord } from './network.ts';
import { compareText, NONE, orNone } from './order.ts';

/** A document, in the order of ids. */
export interface Source {
  readonly document: Document;
  /**
   * Number of the source that this one reprints in the end; its own index where it reprints nothing. Beyond the last
   * index where only a part of the corpus is at hand and the original is not in it.
   */
  readonly root: number;
  /** Id of that source. */
  readonly rootId: string;
  readonly date?: string;
  readonly publisher?: string;
}

/** A name with its key. */
export interface KeyedName {
  readonly name: string;
  readonly key: string;
}

/** One entity of one document. */
export interface Unit extends KeyedName {
  readonly index: number;
  /** Index of its source. */
  readonly source: number;
  /** Its number among the units of its document. */
  readonly number: number;
  readonly type: EntityTypeId;
  readonly confidence: number;
  readonly aliases: readonly KeyedName[];
  /** Sorted by place. */
  readonly mentions: readonly MentionRecord[];
}

/** In place of a unit: an entity that the configuration ignores, or a reader rejected. */
export const IGNORED = -1;
/** In place of a unit: an entity that its document does not have. */
export const MISSING = -2;

/** What a document states between two of its units. */
export interface UnitRelation extends Pick<Relation, 'type' | 'confidence' | 'rule'> {
  /** The ends: numbers of units, {@link IGNORED} or {@link MISSING}. */
  readonly from: number;
  readonly to: number;
  /** The sentences that say so. */
  readonly evidence: readonly Span[];
  /** As evidence has them; the key of a joint deal is one of the corpus. */
  readonly attributes: RelationAttributes;
}

/** An entity of a document by itself, before it has a place among others. */
export type OwnUnit = Omit<Unit, 'index' | 'source'>;

/** What one document names. */
export interface DocumentUnits {
  readonly units: readonly OwnUnit[];
  /** Ends are indices in `units`. */
  readonly relations: readonly UnitRelation[];
  /** Number of entities that the configuration ignores. */
  readonly ignored: number;
}

/** A document with what it names, before it has a place among others. */
export interface UnitSource extends Omit<Source, 'root'> {
  readonly own: DocumentUnits;
}

/** All units, and what documents state between them. */
export interface Units {
  readonly sources: readonly Source[];
  readonly units: readonly Unit[];
  /** For each source; ends are indices in `units`. */
  readonly relations: readonly (readonly UnitRelation[])[];
  readonly ignored: number;
}

/** Gives texts of one content as one text, so that a name which a thousand documents bear is held once. */
export type Intern = (text: string) => string;

/** Remembers every text that it is asked for. */
export function createIntern(): Intern {
  const known = new Map<string, string>();
  return (text) => {
    const one = known.get(text);
    if (one !== undefined) return one;
    known.set(text, text);
    return text;
  };
}

const NO_ATTRIBUTES: RelationAttributes = {};

/**
 * The units of one document. Nothing of the extraction is kept but what the network needs, in as little room as it takes,
 * because this is what grows with the corpus.
 *
 * @param ignore keys of names that the configuration ignores
 */
export function unitsOf(extraction: Extraction, ignore: ReadonlySet<string>, intern: Intern): DocumentUnits {
  const document = extraction.id;
  const mentions = new Map<string, MentionRecord[]>();
  for (const { entity, start, end } of extraction.mentions) {
    if (entity === undefined) continue;
    const own = mentions.get(entity);
    if (own === undefined) mentions.set(entity, [{ document, start, end }]);
    else own.push({ document, start, end });
  }
  const keyed = (written: string): KeyedName => {
    const name = intern(written);
    return { name, key: intern(nameKey(name)) };
  };
  const units: OwnUnit[] = [];
  const byEntity = new Map<string, number>();
  let ignored = 0;
  for (const { id, type, name, aliases, confidence } of extraction.entities) {
    const own = keyed(name);
    if (own.key === '' || ignore.has(own.key)) {
      byEntity.set(id, IGNORED);
      ignored++;
      continue;
    }
    byEntity.set(id, units.length);
    const others = aliases
      .map(keyed)
      .filter((alias) => alias.key !== '' && alias.key !== own.key && !ignore.has(alias.key));
    units.push({
      name: own.name,
      key: own.key,
      number: units.length,
      type: intern(type),
      confidence,
      aliases: orNone(others.slice()),
      mentions:
        mentions
          .get(id)
          ?.sort((a, b) => a.start - b.start || a.end - b.end)
          .slice() ?? NONE,
    });
  }
  const relations = extraction.relations.map(
    (relation): UnitRelation => ({
      type: intern(relation.type) as RelationTypeId,
      from: byEntity.get(relation.source) ?? MISSING,
      to: byEntity.get(relation.target) ?? MISSING,
      confidence: relation.confidence,
      rule: intern(relation.rule),
      evidence: relation.evidence,
      attributes: attributesOf(relation, document, intern),
    }),
  );
  return { units: units.slice(), relations: orNone(relations), ignored };
}

/** In the order in which evidence has them; the key of a joint deal comes last. */
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

function attributesOf(relation: Relation, document: string, intern: Intern): RelationAttributes {
  let found: Record<string, unknown> | undefined;
  for (const name of ATTRIBUTES) {
    const value = relation[name];
    if (value === undefined) continue;
    found ??= {};
    found[name] = typeof value === 'string' ? intern(value) : value;
  }
  if (relation.joint !== undefined) found = { ...found, joint: `${document}#${relation.joint}` };
  return (found as RelationAttributes | undefined) ?? NO_ATTRIBUTES;
}

/** A document with its units; what the document says of its date and publisher comes before what was found in it. */
export function toUnitSource(
  document: Document,
  extraction: Extraction,
  rootId: string,
  ignore: ReadonlySet<string>,
  intern: Intern = createIntern(),
): UnitSource {
  const date = document.date ?? extraction.date;
  const publisher = document.publisher ?? extraction.publisher;
  return {
    document,
    rootId,
    own: unitsOf(extraction, ignore, intern),
    ...(date === undefined ? {} : { date }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

/** Keys of the names that are never entities. */
export function ignoredKeys({ ignore }: Vocabulary): ReadonlySet<string> {
  return new Set(ignore.map(nameKey));
}

/**
 * Numbers the units of some documents.
 *
 * @param sources in the order of ids, so that neither the order of input nor the number of workers can show
 */
export function numberUnits(sources: readonly UnitSource[]): Units {
  const units: Unit[] = [];
  const rootNumber = createRootNumbers(sources.map(({ document }) => document.id));
  const relations = sources.map(({ own }, source) => {
    const first = units.length;
    for (const unit of own.units) units.push({ ...unit, index: units.length, source });
    const index = (unit: number) => (unit < 0 ? unit : first + unit);
    return own.relations.map((relation) => ({ ...relation, from: index(relation.from), to: index(relation.to) }));
  });
  return {
    sources: sources.map(({ own: _, ...source }) => ({ ...source, root: rootNumber(source.rootId) })),
    units,
    relations,
    ignored: sources.reduce((sum, { own }) => sum + own.ignored, 0),
  };
}

/** The index of a document in `ids`; for one that is not there a number of its own, beyond them. */
export function createRootNumbers(ids: readonly string[]): (id: string) => number {
  const numbers = new Map(ids.map((id, index) => [id, index]));
  return (id) => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(id, number);
    return number;
  };
}

/**
 * Where chains of reprints end: from a document to the original of its original, as far as those are in the corpus.
 *
 * @param has whether a document is in the corpus
 */
export function rootOf(id: string, reprints: ReadonlyMap<string, string>, has: (id: string) => boolean): string {
  const seen = new Set<string>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    const original = reprints.get(at);
    if (original === undefined || !has(original)) return at;
    at = original;
  }
  // A circle of reprints has no original: the smallest id stands for it.
  return [...seen].sort(compareText)[0] ?? id;
}
