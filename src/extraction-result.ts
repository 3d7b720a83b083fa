/** Last stage of one document: what the stages know becomes the extraction that leaves the pipeline. */
import type { LinkedDocument } from './entities/entity.ts';
import type { ExtractedMention, Extraction } from './extraction.ts';
import type { Relation } from './relations/relation.ts';
import type { TokenisedDocument } from './tokens/token.ts';

/** Fewer digits than a float has, so that the same input prints the same text everywhere. */
const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * Puts the results of the stages into plain data. Shares stand on the relations that they belong to and are not
 * mentions of their own.
 */
export function toExtraction(
  document: TokenisedDocument,
  linked: LinkedDocument,
  relations: readonly Relation[],
): Extraction {
  const mentions = linked.mentions.flatMap(({ type, start, end }, index): ExtractedMention[] => {
    if (type === 'share') return [];
    const entity = linked.entityOf[index];
    return [{ type, start, end, ...(entity === undefined ? {} : { entity }) }];
  });
  return {
    id: document.document.id,
    ...(document.date === undefined ? {} : { date: document.date }),
    ...(document.publisher === undefined ? {} : { publisher: document.publisher }),
    mentions,
    entities: linked.entities.map(({ id, type, name, aliases, confidence }) => ({
      id,
      type,
      name,
      aliases,
      confidence: round(confidence),
    })),
    relations: relations.map((relation) => ({ ...relation, confidence: round(relation.confidence) })),
  };
}
