/** Loads what extraction needs: jieba's dictionary and the rules. */
import { DEFAULT_CONFIG, resolveConfig } from '../config/resolve.ts';
import type { Config } from '../config/schema.ts';
import { structureRecognisers } from '../mentions/structure/structure.ts';
import type { Resources } from '../resources.ts';
import { createSegmenter } from './segmenter.ts';

/**
 * Loads everything once; takes about two seconds, nearly all of it jieba's dictionary.
 *
 * @example
 * const resources = loadResources();
 * const { entities } = extract({ id: 'a', text: '某市市长王一会见了客人。' }, resources);
 */
export function loadResources(config: Config = DEFAULT_CONFIG): Resources {
  const { ontology, vocabulary } = resolveConfig(config);
  return {
    segmenter: createSegmenter(vocabulary.names.map(({ name }) => name)),
    ontology,
    vocabulary,
    recognisers: structureRecognisers(),
  };
}
