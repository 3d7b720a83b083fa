/**
 * Trains the recogniser and writes its weights.
 *
 *   npm run train -- DATA [--out FILE] [--all]
 *
 * DATA is a folder with `cluener/train.json`, `finre/`, `fewfc/`, `news.jsonl` and `broadcast.jsonl`. Every tenth
 * labelled sentence is kept back, to measure and to calibrate; what is measured is what is written, so that
 * `npm run score -- FILE --kept-back` can be run on it. With --all the weights that are written are learned anew from
 * all sentences, and calibrated as measured before. The same data gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createHashTable } from '../../src/mentions/model/hash.ts';
import { MODEL_TYPES } from '../../src/mentions/model/labels.ts';
import { createLexicon } from '../../src/mentions/model/lexicon.ts';
import { wordValue } from '../../src/mentions/model/piece.ts';
import { createSpanFinder } from '../../src/mentions/model/recogniser.ts';
import { encodeModel, loadModel, type Model } from '../../src/mentions/model/weights.ts';
import { MODEL_FILE } from '../../src/node/resources.ts';
import { createSegmenter } from '../../src/node/segmenter.ts';
import type { TokenisedDocument } from '../../src/tokens/token.ts';
import { clusterWords } from './clusters.ts';
import { addObservations, createObservations, type TrainOptions, trainCrf, type Weights } from './crf.ts';
import {
  type HintedText,
  isKeptBack,
  type LabelledText,
  readArticles,
  readCluener,
  readFewfc,
  readFinre,
  tokeniseBody,
} from './data.ts';
import { calibrationTables, describeScores, findByModel } from './evaluate.ts';
import { modelLists } from './lists.ts';
import { packModel } from './pack.ts';
import { labelBySelf, type ReadText } from './self-training.ts';
import { nameRates, settledWords } from './settled-words.ts';

/** Numbers of words by hash, as `FeatureResources.words` has them. */
type Words = ReadonlyMap<number, number>;

const VERSION = '1';

const FIRST: TrainOptions = { rounds: 7, averaged: 4, rate: 0.1, dropout: 0.3, least: 2, seed: 1, decay: 1e-4 };
const SECOND: TrainOptions = { ...FIRST, rounds: 8, averaged: 5, least: 3 };
/** What a sentence that the first model labelled counts, of a sentence labelled by hand. */
const SELF_WEIGHT = 0.3;
/** Weights smaller than this are left out of the file. */
const PRUNE = 0.07;

/** Calibration of a model that is not calibrated yet: its own probabilities. */
const NO_CALIBRATION = MODEL_TYPES.map(() => [0, 1]);

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: MODEL_FILE }, all: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('usage: npm run train -- DATA [--out FILE] [--all]');
  process.exit(2);
}

const started = Date.now();
const log = (line: string) =>
  console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${line}`);

const segmenter = createSegmenter();
const labelled = readCluener(join(folder, 'cluener/train.json'), segmenter);
const hinted = [...readFinre(folder, segmenter), ...readFewfc(folder, segmenter)];
const articles = ['news.jsonl', 'broadcast.jsonl']
  .flatMap((file) => readArticles(join(folder, file)))
  .map(({ id, text }): HintedText => ({ document: tokeniseBody(id, text, segmenter), names: [] }));
log(`${labelled.length} labelled texts, ${hinted.length} with some names, ${articles.length} articles`);

const clusters = clusterWords(wordsOf([...labelled, ...hinted, ...articles].map(({ document }) => document)), {
  clusters: 256,
  least: 4,
  contexts: 1000,
  dimensions: 64,
  rounds: 12,
  seed: 1,
});
log(`${clusters.size} words in clusters`);
const lexicon = modelLists();

const keptBack = labelled.filter((_, index) => isKeptBack(index));
const rest = labelled.filter((_, index) => !isKeptBack(index));
const measured = learn(rest, NO_CALIBRATION);
const { found, proposals } = findByModel(measured.model, keptBack);
console.log(describeScores(found));
const calibration = calibrationTables(proposals);
const { bytes } = flags.all ? learn(labelled, calibration) : pack(measured.weights, measured.words, calibration);
writeFileSync(flags.out, bytes);
log(`${(bytes.length / 1e6).toFixed(2)} MB written to ${flags.out}`);

/** Learns from labelled texts, labels the others with what was learned, and learns from both. */
function learn(texts: readonly LabelledText[], calibration: readonly (readonly number[])[]) {
  const first = pack(train(texts, [], wordValues(new Set()), FIRST), wordValues(new Set()), calibration);
  const read = readAll(first.model);
  const others = labelBySelf(read);
  const settled = settledWords(texts, read);
  log(`${others.length} sentences labelled by the first model, ${settled.size} words in no name`);
  const words = wordValues(settled);
  const weights = train(texts, others, words, SECOND);
  const second = pack(weights, words, calibration);
  const rates = nameRates(texts, readAll(second.model));
  return { weights, words: wordValues(settled, rates), ...pack(weights, wordValues(settled, rates), calibration) };
}

/** Everything that a model finds in the texts that nobody labelled. */
function readAll(model: Model): ReadText[] {
  const find = createSpanFinder(model);
  return [...hinted, ...articles].map((text) => ({ ...text, spans: find(text.document, 0.02) }));
}

/** What is known of each word; without rates, each may be part of a name. */
function wordValues(settled: ReadonlySet<number>, rates?: ReadonlyMap<number, number>): Words {
  return new Map(
    [...clusters].map(([hash, cluster]) => {
      const rate = rates === undefined ? 1 : (rates.get(hash) ?? 1);
      return [hash, wordValue({ cluster, rate, settled: settled.has(hash) })];
    }),
  );
}

function train(
  texts: readonly LabelledText[],
  others: readonly LabelledText[],
  words: Words,
  options: TrainOptions,
): Weights {
  const resources = { lexicon: createLexicon(lexicon), words: createHashTable([...words.keys()], [...words.values()]) };
  const observations = createObservations(1 << 19);
  for (const text of texts) addObservations(observations, text, 1, resources);
  for (const text of others) addObservations(observations, text, SELF_WEIGHT, resources);
  return trainCrf(observations, { ...options, log });
}

function pack(
  weights: Weights,
  words: Words,
  calibration: readonly (readonly number[])[],
): { bytes: Uint8Array; model: Model } {
  const bytes = encodeModel(packModel(weights, words, { version: VERSION, lexicon, calibration }, PRUNE));
  return { bytes, model: loadModel(bytes) };
}

/** The words of each sentence. */
function* wordsOf(documents: readonly TokenisedDocument[]): Generator<readonly string[]> {
  for (const { sentences, tokens } of documents) {
    for (const { firstToken, endToken } of sentences) {
      yield tokens.slice(firstToken, endToken).map(({ word }) => word);
    }
  }
}
