/** Units of resolution: the entities of single documents, before anything is joined across documents. */
import type { Document } from '../documents/document.ts';
import type { ExtractedEntity, Extraction } from '../extraction.ts';
import type { EntityTypeId } from '../ontology/ontology.ts';
import type { Vocabulary } from '../resources.ts';
import { nameKey } from '../tokens/normalise.ts';
import { compareText } from './order.ts';

/** A document with its extraction, in the order of ids. */
export interface Source {
  readonly document: Document;
  readonly extraction: Extraction;
  /** Index of the source that this one reprints in the end; its own index where it reprints nothing. */
  readonly root: number;
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
  readonly entity: ExtractedEntity;
  readonly type: EntityTypeId;
  readonly aliases: readonly KeyedName[];
  readonly mentions: readonly { readonly start: number; readonly end: number }[];
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
 * Pairs documents with their extractions, sorted by id, so that neither the order of input nor the number of workers
 * can show. A document without extraction, or an extraction without document, is left out.
 */
export function collectUnits(
  documents: readonly Document[],
  extractions: readonly Extraction[],
  vocabulary: Vocabulary,
  reprints: ReadonlyMap<string, string>,
): Units {
  const sources = pairSources(documents, extractions, reprints);
  const ignore = new Set(vocabulary.ignore.map(nameKey));
  const units: Unit[] = [];
  let ignored = 0;
  const byEntity = sources.map(({ extraction }, source) => {
    const ids = new Map<string, number>();
    const mentions = new Map<string, { start: number; end: number }[]>();
    for (const { entity, start, end } of extraction.mentions) {
      if (entity === undefined) continue;
      const known = mentions.get(entity);
      if (known) known.push({ start, end });
      else mentions.set(entity, [{ start, end }]);
    }
    for (const entity of extraction.entities) {
      const key = nameKey(entity.name);
      if (key === '' || ignore.has(key)) {
        ids.set(entity.id, -1);
        ignored++;
        continue;
      }
      const aliases = entity.aliases
        .map((name) => ({ name, key: nameKey(name) }))
        .filter((alias) => alias.key !== '' && alias.key !== key && !ignore.has(alias.key));
      ids.set(entity.id, units.length);
      units.push({
        index: units.length,
        source,
        entity,
        type: entity.type,
        name: entity.name,
        key,
        aliases,
        mentions: (mentions.get(entity.id) ?? []).sort((a, b) => a.start - b.start || a.end - b.end),
      });
    }
    return ids;
  });
  return { sources, units, byEntity, ignored };
}

function pairSources(
  documents: readonly Document[],
  extractions: readonly Extraction[],
  reprints: ReadonlyMap<string, string>,
): Source[] {
  const extractionOf = new Map(extractions.map((extraction) => [extraction.id, extraction]));
  const pairs = [...new Map(documents.map((document) => [document.id, document])).values()]
    .sort((a, b) => compareText(a.id, b.id))
    .flatMap((document) => {
      const extraction = extractionOf.get(document.id);
      return extraction ? [{ document, extraction }] : [];
    });
  const indexOf = new Map(pairs.map(({ document }, index) => [document.id, index]));
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let at = id;
    while (!seen.has(at)) {
      seen.add(at);
      const original = reprints.get(at);
      if (original === undefined || !indexOf.has(original)) return at;
      at = original;
    }
    // A circle of reprints has no original: the smallest id stands for it.
    return [...seen].sort(compareText)[0] ?? id;
  };
  return pairs.map(({ document, extraction }, index) => {
    const date = document.date ?? extraction.date;
    const publisher = document.publisher ?? extraction.publisher;
    return {
      document,
      extraction,
      root: indexOf.get(rootOf(document.id)) ?? index,
      ...(date === undefined ? {} : { date }),
      ...(publisher === undefined ? {} : { publisher }),
    };
  });
}
