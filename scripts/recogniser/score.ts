/**
 * Scores what is found in texts labelled by hand: strict spans and types.
 *
 *   npm run score -- DATA|FILE [--by model|rules|both] [--weights FILE] [--kept-back] [--errors N]
 *
 * DATA is the folder of the articles that `annotations/` labels, FILE is in the format of CLUENER. `model` takes the
 * model's likeliest spans, `rules` and `both` (the default) what `extract` decides, of whole articles. With --kept-back
 * only the tenth counts that training keeps back to measure. Prints a table by type, a confusion table, and examples.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MODEL_TYPES, type ModelType } from '../../src/mentions/model/labels.ts';
import { createModelRecogniser } from '../../src/mentions/model/recogniser.ts';
import { loadModel } from '../../src/mentions/model/weights.ts';
import { recogniseMentions } from '../../src/mentions/recognise.ts';
import { findValues } from '../../src/mentions/values/find.ts';
import { loadResources, MODEL_FILE } from '../../src/node/resources.ts';
import type { TokenisedDocument } from '../../src/tokens/token.ts';
import { tokenise } from '../../src/tokens/tokenise.ts';
import { ANNOTATIONS_FOLDER, chunkAsText, findChunks, isMeasured, readLabels } from './annotations.ts';
import { isKeptBack, type LabelledSpan, type LabelledText, readCluener } from './data.ts';
import { describeConfusion, describeErrors, describeScores, type Found, findByModel } from './evaluate.ts';

/** A labelled text within the document that it is read in. */
interface Sample {
  readonly text: LabelledText;
  readonly whole: TokenisedDocument;
  /** Where the labelled text begins in the document. */
  readonly offset: number;
}

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    by: { type: 'string', default: 'both' },
    weights: { type: 'string' },
    'kept-back': { type: 'boolean', default: false },
    errors: { type: 'string', default: '20' },
  },
});
const [source] = positionals;
if (source === undefined || !['model', 'rules', 'both'].includes(flags.by)) {
  console.error(
    'usage: npm run score -- DATA|FILE [--by model|rules|both] [--weights FILE] [--kept-back] [--errors N]',
  );
  process.exit(2);
}

const resources = loadResources();
const { segmenter } = resources;
const rules = resources.recognisers.filter(({ name }) => name !== 'model');
const model = loadModel(readFileSync(flags.weights ?? MODEL_FILE));
const recognisers = flags.by === 'rules' ? rules : [...rules, createModelRecogniser(model)];
const samples = statSync(source).isDirectory() ? readChunks(source) : readSentences(source);

const found =
  flags.by === 'model'
    ? findByModel(
        model,
        samples.map(({ text }) => text),
      ).found
    : samples.map(findAsExtractDoes);
console.log(`${samples.length} texts, by ${flags.by}\n\n${describeScores(found)}\n\n${describeConfusion(found)}`);
const errors = describeErrors(found, Number(flags.errors));
if (errors !== '') console.log(`\n${errors}`);

function readChunks(data: string): Sample[] {
  return findChunks(readLabels(ANNOTATIONS_FOLDER), data)
    .filter((chunk) => !flags['kept-back'] || isMeasured(chunk.id))
    .map((chunk) => ({
      text: chunkAsText(chunk, segmenter),
      whole: tokenise(chunk.article, segmenter),
      offset: chunk.start,
    }));
}

function readSentences(file: string): Sample[] {
  return readCluener(file, segmenter)
    .filter((_, index) => !flags['kept-back'] || isKeptBack(index))
    .map((text) => ({ text, whole: text.document, offset: 0 }));
}

/** The outermost mentions that `extract` decides on. */
function findAsExtractDoes({ text, whole, offset }: Sample): Found {
  const mentions = recogniseMentions(whole, findValues(whole), { ...resources, recognisers });
  const end = offset + text.document.text.length;
  const spans = mentions
    .filter((mention) => mention.parent === undefined && mention.start >= offset && mention.end <= end)
    .flatMap(({ type, ...span }): LabelledSpan[] => {
      const index = MODEL_TYPES.indexOf(type as ModelType);
      return index < 0 ? [] : [{ start: span.start - offset, end: span.end - offset, type: index }];
    });
  return { text, spans };
}
