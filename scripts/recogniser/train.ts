/**
 * Trains the recogniser and writes its weights.
 *
 *   npm run train -- DATA [--out FILE] [--all]
 *
 * DATA is a folder with `news.jsonl` and `broadcast.jsonl`, whose labels are in `annotations/`, `cluener/train.json`,
 * `finre/` and `fewfc/`. A tenth of the labelled articles and of the sentences of CLUENER is kept back, to measure and
 * (the articles) to calibrate; what is measured is what is written, so that `npm run score -- DATA --kept-back` can be
 * run on it. With --all the weights that are written are learned anew from everything, and calibrated as measured
 * before. The same data gives the same bytes.
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
import {
  ANNOTATIONS_FOLDER,
  type AnnotatedChunk,
  chunkAsText,
  findChunks,
  isMeasured,
  readLabels,
} from './annotations.ts';
import { clusterWords } from './clusters.ts';
import { type TrainOptions, trainCrf, type Weights } from './crf.ts';
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
import { addObservations, createObservations } from './observations.ts';
import { packModel } from './pack.ts';
import { labelBySelf, type ReadText } from './self-training.ts';
import { nameRates, settledWords } from './settled-words.ts';

/** Numbers of words by hash, as `FeatureResources.words` has them. */
type Words = ReadonlyMap<number, number>;

const VERSION = '1';

const FIRST: TrainOptions = { rounds: 5, averaged: 3, rate: 0.1, dropout: 0.3, least: 2, seed: 1, decay: 1e-4 };
const SECOND: TrainOptions = { ...FIRST, rounds: 7, averaged: 4, least: 3 };
/**
 * What a sentence counts. Those of CLUENER, whose conventions are a little different (记者 is a position there, no
 * event is labelled), count less than those of news; least count those that the first model labelled.
 */
const WEIGHTS = { news: 1, sentences: 0.4, others: 0.3 };

/** Texts labelled by hand. */
interface Labelled {
  readonly news: readonly LabelledText[];
  /** Of CLUENER. */
  readonly sentences: readonly LabelledText[];
}
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
const chunks = findChunks(readLabels(ANNOTATIONS_FOLDER), folder);
const news = chunks.map((chunk) => chunkAsText(chunk, segmenter));
const sentences = readCluener(join(folder, 'cluener/train.json'), segmenter);
const hinted = [...readFinre(folder, segmenter), ...readFewfc(folder, segmenter)];
const articles = ['news.jsonl', 'broadcast.jsonl']
  .flatMap((file) => readArticles(join(folder, file)))
  .map((article): HintedText => ({ document: tokeniseBody(article.id, article.text, segmenter), names: [] }));
log(
  `${news.length} labelled chunks, ${sentences.length} labelled sentences, ${hinted.length} with some names, ${articles.length} articles`,
);

const clusters = clusterWords(wordsOf([...sentences, ...hinted, ...articles].map(({ document }) => document)), {
  clusters: 256,
  least: 4,
  contexts: 1000,
  dimensions: 64,
  rounds: 12,
  seed: 1,
});
log(`${clusters.size} words in clusters`);
const lexicon = modelLists();

const isKept = (index: number) => isMeasured(chunks[index]?.id ?? '');
const keptNews = news.filter((_, index) => isKept(index));
const keptSentences = sentences.filter((_, index) => isKeptBack(index));
const measured = learn(
  { news: news.filter((_, index) => !isKept(index)), sentences: sentences.filter((_, index) => !isKeptBack(index)) },
  withoutLabelled((chunk) => isMeasured(chunk.id)),
  NO_CALIBRATION,
);
const { found, proposals } = findByModel(measured.model, keptNews);
console.log(`news:\n${describeScores(found)}`);
console.log(`CLUENER:\n${describeScores(findByModel(measured.model, keptSentences).found)}`);
const calibration = calibrationTables(proposals);
const { bytes } = flags.all
  ? learn(
      { news, sentences },
      withoutLabelled(() => false),
      calibration,
    )
  : pack(measured.weights, measured.words, calibration);
writeFileSync(flags.out, bytes);
log(`${(bytes.length / 1e6).toFixed(2)} MB written to ${flags.out}`);

/** The texts that nobody labelled: articles without their labelled chunks, and without those that measure. */
function withoutLabelled(isLeftOut: (chunk: AnnotatedChunk) => boolean): HintedText[] {
  const leftOut = new Set(chunks.filter(isLeftOut).map(({ id }) => id));
  const unlabelled = articles.flatMap(({ document, names }): HintedText[] => {
    if (leftOut.has(document.document.id)) return [];
    const parts = chunks.filter(({ id }) => id === document.document.id);
    const outside = document.sentences.filter(({ start, end }) =>
      parts.every((part) => end <= part.start || start >= part.end),
    );
    return [{ document: { ...document, sentences: outside }, names }];
  });
  return [...hinted, ...unlabelled];
}

/** Learns from labelled texts, labels the others with what was learned, and learns from both. */
function learn(labelled: Labelled, unlabelled: readonly HintedText[], calibration: readonly (readonly number[])[]) {
  const texts = [...labelled.news, ...labelled.sentences];
  const first = pack(train(labelled, [], wordValues(new Set()), FIRST), wordValues(new Set()), calibration);
  log(`first model:\n${describeScores(findByModel(first.model, keptNews).found)}`);
  const read = readAll(first.model, unlabelled);
  const others = labelBySelf(read);
  const settled = settledWords(texts, read);
  log(`${others.length} sentences labelled by the first model, ${settled.size} words in no name`);
  const words = wordValues(settled);
  const weights = train(labelled, others, words, SECOND);
  const second = pack(weights, words, calibration);
  const rated = wordValues(settled, nameRates(texts, readAll(second.model, unlabelled)));
  return { weights, words: rated, ...pack(weights, rated, calibration) };
}

/** Everything that a model finds in the texts that nobody labelled. */
function readAll(model: Model, texts: readonly HintedText[]): ReadText[] {
  const find = createSpanFinder(model);
  return texts.map((text) => ({ ...text, spans: find(text.document, 0.02) }));
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
  { news, sentences }: Labelled,
  others: readonly LabelledText[],
  words: Words,
  options: TrainOptions,
): Weights {
  const resources = { lexicon: createLexicon(lexicon), words: createHashTable([...words.keys()], [...words.values()]) };
  const observations = createObservations(1 << 19);
  for (const text of news) addObservations(observations, text, WEIGHTS.news, resources);
  for (const text of sentences) addObservations(observations, text, WEIGHTS.sentences, resources);
  for (const text of others) addObservations(observations, text, WEIGHTS.others, resources);
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
