/** Articles with their extractions, written in a few words. All names are made up. */
import type { Document } from '../../src/documents/document.ts';
import type { ExtractedEntity, Extraction } from '../../src/extraction.ts';
import type { Relation } from '../../src/relations/relation.ts';

/** An entity of an article. */
export type Name = readonly [id: string, type: string, name: string, ...aliases: string[]];
/** A relation of an article. */
export type Link = readonly [source: string, type: string, target: string, more?: Partial<Relation>];

/** An article with its extraction; each name is mentioned once, each relation stands in one sentence. */
export function article(id: string, date: string, names: readonly Name[], links: readonly Link[] = []) {
  const text = `${names.map((name) => name[2]).join('、')}。`;
  const entities = names.map(
    ([key, type, name, ...aliases]): ExtractedEntity => ({ id: key, type, name, aliases, confidence: 0.9 }),
  );
  const extraction: Extraction = {
    id,
    date,
    mentions: entities.map(({ id: entity, type, name }) => {
      const start = text.indexOf(name);
      return { type, start, end: start + name.length, entity };
    }),
    entities,
    relations: links.map(
      ([source, type, target, more]): Relation => ({
        type,
        source,
        target,
        confidence: 0.8,
        rule: 'test',
        evidence: [{ start: 0, end: text.length }],
        ...more,
      }),
    ),
  };
  return { document: { id, text, date } satisfies Document, extraction };
}

/** An article with its extraction. */
export type Article = ReturnType<typeof article>;
