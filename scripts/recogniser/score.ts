/**
 * Scores what is found in sentences labelled by hand: strict spans and types.
 *
 *   npm run score -- FILE [--by model|rules|both] [--weights FILE] [--kept-back] [--errors N]
 *
 * FILE is in the format of CLUENER. `model` takes the model's likeliest spans, `rules` and `both` (the default) what
 * `extract` decides. With --kept-back only the tenth counts that training keeps back to measure. Prints a table by
 * type, a confusion table, and examples.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MODEL_TYPES, type ModelType } from '../../src/mentions/model/labels.ts';
import { createModelRecogniser } from '../../src/mentions/model/recogniser.ts';
import { loadModel } from '../../src/mentions/model/weights.ts';
import { recogniseMentions } from '../../src/mentions/recognise.ts';
import { findValues } from '../../src/mentions/values/find.ts';
import { loadResources, MODEL_FILE } from '../../src/node/resources.ts';
import { isKeptBack, type LabelledSpan, type LabelledText, readCluener } from './data.ts';
import { describeConfusion, describeErrors, describeScores, type Found, findByModel } from './evaluate.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    by: { type: 'string', default: 'both' },
    weights: { type: 'string' },
    'kept-back': { type: 'boolean', default: false },
    errors: { type: 'string', default: '20' },
  },
});
const [file] = positionals;
if (file === undefined || !['model', 'rules', 'both'].includes(flags.by)) {
  console.error('usage: npm run score -- FILE [--by model|rules|both] [--weights FILE] [--kept-back] [--errors N]');
  process.exit(2);
}

const resources = loadResources();
const rules = resources.recognisers.filter(({ name }) => name !== 'model');
const model = loadModel(readFileSync(flags.weights ?? MODEL_FILE));
const recognisers = flags.by === 'rules' ? rules : [...rules, createModelRecogniser(model)];
const texts = readCluener(file, resources.segmenter).filter((_, index) => !flags['kept-back'] || isKeptBack(index));

const found = flags.by === 'model' ? findByModel(model, texts).found : texts.map(findAsExtractDoes);
console.log(`${texts.length} texts, by ${flags.by}\n\n${describeScores(found)}\n\n${describeConfusion(found)}`);
const errors = describeErrors(found, Number(flags.errors));
if (errors !== '') console.log(`\n${errors}`);

/** The outermost mentions that `extract` decides on. */
function findAsExtractDoes(text: LabelledText): Found {
  const mentions = recogniseMentions(text.document, findValues(text.document), { ...resources, recognisers });
  const spans = mentions
    .filter(({ parent }) => parent === undefined)
    .flatMap(({ start, end, type }): LabelledSpan[] => {
      const index = MODEL_TYPES.indexOf(type as ModelType);
      return index < 0 ? [] : [{ start, end, type: index }];
    });
  return { text, spans };
}
