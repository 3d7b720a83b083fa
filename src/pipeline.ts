/**
 * The pipeline of one document, as an ordered list of stages. Each stage is a pure function from plain data to plain
 * data; reading files, threads and progress live outside, in `node/`.
 *
 *   document → tokens → mentions → entities → relations → extraction
 *
 * What happens to many documents together follows in `network/` (entity resolution), `graph/` (metrics and layout)
 * and `outputs/` (files).
 */
import type { Document } from './documents/document.ts';
import { linkEntities } from './entities/link.ts';
import type { Extraction } from './extraction.ts';
import { toExtraction } from './extraction-result.ts';
import { recogniseMentions } from './mentions/recognise.ts';
import { findValues } from './mentions/values/find.ts';
import { findRelations } from './relations/relate.ts';
import type { Resources } from './resources.ts';
import { tokenise } from './tokens/tokenise.ts';

/**
 * Finds the entities and relations that one document states. A pure function: the same document and resources give
 * the same result, whatever was extracted before.
 *
 * @example
 * const resources = loadResources();
 * extract({ id: 'a', text: '4月6日，甲市市长王一会见了乙公司总经理李二。', date: '2016-04-08' }, resources).relations;
 */
export function extract(document: Document, resources: Resources): Extraction {
  const tokenised = tokenise(document, resources.segmenter);
  const values = findValues(tokenised);
  const mentions = recogniseMentions(tokenised, values, resources);
  const linked = linkEntities(tokenised, mentions, resources);
  const relations = findRelations(tokenised, values, linked, resources);
  return toExtraction(tokenised, linked, relations);
}
