/** Names that the configuration lists. */
import type { Vocabulary } from '../resources.ts';
import type { TokenisedDocument } from '../tokens/token.ts';
import type { Candidate } from './mention.ts';
import { occurrencesOf } from './occurrences.ts';

/** Every place where a configured name stands. */
export function findVocabulary(document: TokenisedDocument, vocabulary: Vocabulary): Candidate[] {
  if (vocabulary.names.length === 0) return [];
  const types = new Map(vocabulary.names.map(({ name, type }) => [name, type]));
  return occurrencesOf(document.text, [...types.keys()]).map(({ start, end }) => ({
    start,
    end,
    type: types.get(document.text.slice(start, end)) ?? 'organization',
    score: 0.97,
    source: 'vocabulary',
  }));
}
