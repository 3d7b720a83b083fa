/**
 * Trains and scores a classifier of the relation between two given names, on files in the format of FinRE
 * (https://github.com/thunlp/Chinese_NRE): lines of `head \t tail \t relation \t sentence`.
 *
 *   npx tsx scripts/relations/score-finre.ts train.txt valid.txt [--epochs 5]
 *
 * Prints, as Markdown, micro F1 over all relations but `unknown` (the figure that Li et al., ACL 2019, publish as F1:
 * 49.26 for their lattice), macro F1 over all classes of the second file, accuracy, and the most frequent classes.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadResources } from '../../src/node/resources.ts';
import { type Example, probabilities, train } from './max-ent.ts';
import { F1_HEADING, f1Row, measures, type Tally, tallyOf } from './tally.ts';

const SIZE = 1 << 19;
const NEAR = 6;

interface Pair {
  readonly head: string;
  readonly tail: string;
  readonly relation: string;
  readonly sentence: string;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { epochs: { type: 'string', default: '5' } },
});
const [trainFile = '', testFile = ''] = positionals;
const { segmenter } = loadResources();

const training = readPairs(trainFile);
const test = readPairs(testFile);
const relations = [...new Set(training.map(({ relation }) => relation))].sort();
const labels = new Map(relations.map((relation, index) => [relation, index]));
const examples = training.map(
  (pair): Example => ({ features: featuresOf(pair), label: labels.get(pair.relation) ?? 0 }),
);
const model = train(examples, {
  classes: relations.length,
  size: SIZE,
  epochs: Number(options.epochs),
  rate: 0.1,
  l2: 1e-4,
  seed: 1,
});
report(test.map((pair) => ({ gold: pair.relation, given: classify(pair) })));

function readPairs(file: string): Pair[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trimEnd().split('\t'))
    .filter((fields) => fields.length >= 4)
    .map(([head = '', tail = '', relation = '', sentence = '']) => ({ head, tail, relation, sentence }));
}

/** 收购 of one order is 被收购 of the other; the rest is the same both ways. */
function inverseOf(relation: string): string {
  const inverse = relation.startsWith('被') ? relation.slice(1) : `被${relation}`;
  return labels.has(inverse) ? inverse : relation;
}

/** The relation that is likeliest when the pair is read in both orders. */
function classify(pair: Pair): string {
  const straight = probabilities(model, featuresOf(pair));
  const turned = probabilities(model, featuresOf({ ...pair, head: pair.tail, tail: pair.head }));
  const scores = relations.map(
    (relation, label) => (straight[label] ?? 0) * (turned[labels.get(inverseOf(relation)) ?? label] ?? 0),
  );
  let best = 0;
  for (const [label, score] of scores.entries()) if (score > (scores[best] ?? 0)) best = label;
  return relations[best] ?? '';
}

/** Words and characters between, before and behind the two names, each with the order of the names. */
function featuresOf({ head, tail, sentence }: Pair): Int32Array {
  const [from, to] = nearest(sentence, head, tail);
  const forward = from <= to;
  const [first, second] = forward ? [head, tail] : [tail, head];
  const start = Math.min(from, to);
  const end = Math.max(from, to);
  const order = forward ? '>' : '<';
  const between = sentence.slice(start + first.length, end);
  const before = sentence.slice(Math.max(0, start - NEAR), start);
  const behind = sentence.slice(end + second.length, end + second.length + NEAR * 2);
  const found = new Set<number>();
  const add = (name: string) => found.add(hash(name) % SIZE);
  add(`order${order}`);
  add(`length${order}${Math.min(6, Math.ceil(between.length / 4))}`);
  add(`whole${order}${between}`);
  for (const [zone, text] of [
    ['b', between],
    ['l', before],
    ['r', behind],
  ] as const) {
    for (let length = 1; length <= 3; length++) {
      for (let at = 0; at + length <= text.length; at++) add(`${zone}${order}${text.slice(at, at + length)}`);
    }
  }
  add(`l!${order}${before.slice(-2)}`);
  add(`r!${order}${behind.slice(0, 2)}`);
  add(`head${head.slice(-2)}`);
  add(`tail${tail.slice(-2)}`);
  add(`ends${head.slice(-2)}|${tail.slice(-2)}`);
  add(`h=${head}`);
  add(`t=${tail}`);
  add(`p=${head}|${tail}`);
  const shared = [...new Set(head)].filter((character) => tail.includes(character)).length;
  add(`shared${Math.min(4, shared)}`);
  if (head.includes(tail)) add('within>');
  if (tail.includes(head)) add('within<');
  for (const { word, tag } of segmenter.tag(sentence)) {
    if (word.length < 2 || head.includes(word) || tail.includes(word)) continue;
    add(`s${word}`);
    if (/^vn?$/.test(tag)) add(`v${order}${word}`);
  }
  for (const { word } of segmenter.tag(between)) add(`w${order}${word}`);
  return Int32Array.from(found);
}

/** Where the two names stand: the occurrences that are nearest to one another. */
function nearest(sentence: string, head: string, tail: string): [number, number] {
  let best: [number, number] = [Math.max(0, sentence.indexOf(head)), Math.max(0, sentence.indexOf(tail))];
  let least = Number.POSITIVE_INFINITY;
  for (const from of occurrences(sentence, head)) {
    for (const to of occurrences(sentence, tail)) {
      const apart = Math.abs(from - to);
      if (from === to || apart >= least) continue;
      least = apart;
      best = [from, to];
    }
  }
  return best;
}

function occurrences(text: string, name: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + 1)) found.push(at);
  return found;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}

function report(results: readonly { readonly gold: string; readonly given: string }[]): void {
  const tallies = new Map<string, Tally>();
  const known: Tally = { right: 0, wrong: 0, missed: 0 };
  for (const { gold, given } of results) {
    if (gold === given) {
      tallyOf(tallies, gold).right++;
      if (gold !== 'unknown') known.right++;
      continue;
    }
    tallyOf(tallies, gold).missed++;
    tallyOf(tallies, given).wrong++;
    if (gold !== 'unknown') known.missed++;
    if (given !== 'unknown') known.wrong++;
  }
  const classes = [...tallies].filter(([, { right, missed }]) => right + missed > 0);
  const macro = classes.reduce((sum, [, tally]) => sum + measures(tally).f1, 0) / classes.length;
  const right = results.filter(({ gold, given }) => gold === given).length;
  process.stdout.write(F1_HEADING('relation'));
  process.stdout.write(f1Row('all but unknown (micro)', known));
  const frequent = classes.sort(([, a], [, b]) => b.right + b.missed - a.right - a.missed).slice(0, 15);
  for (const [relation, tally] of frequent) process.stdout.write(f1Row(relation, tally));
  process.stdout.write(
    `\n${results.length} pairs; macro F1 over ${classes.length} classes ${macro.toFixed(4)}; accuracy (micro F1 with unknown) ${(right / results.length).toFixed(4)}\n`,
  );
}
