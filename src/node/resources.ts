/** Loads what extraction needs: jieba's dictionary, the rules and the trained model. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEFAULT_CONFIG, resolveConfig } from '../config/resolve.ts';
import type { Config } from '../config/schema.ts';
import type { Recogniser } from '../mentions/mention.ts';
import { createModelRecogniser } from '../mentions/model/recogniser.ts';
import { loadModel } from '../mentions/model/weights.ts';
import { structureRecognisers } from '../mentions/structure/structure.ts';
import type { Resources } from '../resources.ts';
import { createSegmenter } from './segmenter.ts';

/** The weights that ship with the package. */
export const MODEL_FILE: string = fileURLToPath(new URL('../../weights/recogniser.bin', import.meta.url));

let model: Recogniser | undefined;

/**
 * Loads everything once; takes about two seconds, nearly all of it jieba's dictionary.
 *
 * @throws GuanxiError `MODEL_UNREADABLE` when the file of weights is damaged
 *
 * @example
 * const resources = loadResources();
 * const { entities } = extract({ id: 'a', text: '某市市长王一会见了客人。' }, resources);
 */
export function loadResources(config: Config = DEFAULT_CONFIG): Resources {
  const { ontology, vocabulary } = resolveConfig(config);
  model ??= createModelRecogniser(loadModel(readFileSync(MODEL_FILE)));
  return {
    segmenter: createSegmenter(vocabulary.names.map(({ name }) => name)),
    ontology,
    vocabulary,
    recognisers: [...structureRecognisers(), model],
  };
}
