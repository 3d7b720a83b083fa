/** Units of resolution: the entities of single documents, before anything is joined across documents. */
import type { Document } from '../documents/document.ts';
import type { ExtractedEntity, Extraction } from '../extraction.ts';
import type { EntityTypeId } from '../ontology/ontology.ts';
import type { Vocabulary } from '../resources.ts';
import { nameKey } from '../tokens/normalise.ts';
import { compareText, listOf } from './order.ts';

/** A document with its extraction, in the order of ids. */
export interface Source {
  readonly document: Document;
  readonly extraction: Extraction;
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
  readonly entity: ExtractedEntity;
  readonly type: EntityTypeId;
  readonly aliases: readonly KeyedName[];
  readonly mentions: readonly { readonly start: number; readonly end: number }[];
}

/** An entity of a document by itself, before it has a place among others. */
export type OwnUnit = Omit<Unit, 'index' | 'source'>;

/** What one document names. */
export interface DocumentUnits {
  readonly units: readonly OwnUnit[];
  /** Index in `units` by entity id; `-1` for an entity that the configuration ignores. */
  readonly byEntity: ReadonlyMap<string, number>;
  readonly ignored: number;
}

/** A document with what it names, before it has a place among others. */
export interface UnitSource extends Omit<Source, 'root'> {
  readonly own: DocumentUnits;
}

/** All units, and where to find the unit of a document's entity. */
export interface Units {
  readonly sources: readonly Source[];
  readonly units: readonly Unit[];
  /** Unit index by entity id, for each source; `-1` for an entity that the configuration ignores. */
  readonly byEntity: readonly ReadonlyMap<string, number>[];
  readonly ignored: number;
}

/**
 * The units of one document.
 *
 * @param ignore keys of names that the configuration ignores
 */
export function unitsOf(extraction: Extraction, ignore: ReadonlySet<string>): DocumentUnits {
  const mentions = new Map<string, { start: number; end: number }[]>();
  for (const { entity, start, end } of extraction.mentions) {
    if (entity !== undefined) listOf(mentions, entity).push({ start, end });
  }
  const units: OwnUnit[] = [];
  const byEntity = new Map<string, number>();
  let ignored = 0;
  for (const entity of extraction.entities) {
    const key = nameKey(entity.name);
    if (key === '' || ignore.has(key)) {
      byEntity.set(entity.id, -1);
      ignored++;
      continue;
    }
    byEntity.set(entity.id, units.length);
    units.push({
      number: units.length,
      entity,
      type: entity.type,
      name: entity.name,
      key,
      aliases: entity.aliases
        .map((name) => ({ name, key: nameKey(name) }))
        .filter((alias) => alias.key !== '' && alias.key !== key && !ignore.has(alias.key)),
      mentions: (mentions.get(entity.id) ?? []).sort((a, b) => a.start - b.start || a.end - b.end),
    });
  }
  return { units, byEntity, ignored };
}

/** A document with its units; what the document says of its date and publisher comes before what was found in it. */
export function toUnitSource(
  document: Document,
  extraction: Extraction,
  rootId: string,
  ignore: ReadonlySet<string>,
): UnitSource {
  const date = document.date ?? extraction.date;
  const publisher = document.publisher ?? extraction.publisher;
  return {
    document,
    extraction,
    rootId,
    own: unitsOf(extraction, ignore),
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
  const byEntity = sources.map(({ own }, source) => {
    const first = units.length;
    for (const unit of own.units) units.push({ ...unit, index: units.length, source });
    return new Map([...own.byEntity].map(([id, unit]) => [id, unit < 0 ? unit : first + unit]));
  });
  return {
    sources: sources.map(({ own: _, ...source }) => ({ ...source, root: rootNumber(source.rootId) })),
    units,
    byEntity,
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
