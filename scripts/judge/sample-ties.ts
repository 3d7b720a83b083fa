/**
 * Draws stated ties at random to be judged by a reader, and counts judgements.
 *
 *   npm run sample-ties -- articles.jsonl [--seed 1] [--count 100] [--per-type 15] [--type invested_in] > ties.txt
 *   npm run sample-ties -- --judged ties.txt
 *
 * In the file that the first prints, put `r` (right) or `w` (wrong) in place of the `?` that begins a tie; a note may
 * follow the letter. The second prints the precision of each type and of each band of confidence as Markdown.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Document } from '../../src/documents/document.ts';
import { readCorpus } from '../../src/node/corpus/read-corpus.ts';
import { loadResources } from '../../src/node/resources.ts';
import { extract } from '../../src/pipeline.ts';
import {
  formatTie,
  groupBy,
  type Judged,
  precisionTable,
  readJudgements,
  type StatedTie,
  shuffle,
} from './judgements.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    'per-type': { type: 'string' },
    type: { type: 'string' },
    judged: { type: 'string' },
  },
});

if (options.judged === undefined) {
  const ties = await statedTies(positionals);
  for (const tie of draw(ties)) process.stdout.write(`${formatTie(tie)}\n\n`);
} else {
  process.stdout.write(report(readJudgements(readFileSync(options.judged, 'utf8'))));
}

async function statedTies(files: readonly string[]): Promise<StatedTie[]> {
  const resources = loadResources();
  const ties: StatedTie[] = [];
  for await (const result of readCorpus([...files])) {
    if ('document' in result) ties.push(...tiesOf(result.document, extract(result.document, resources)));
  }
  return ties;
}

function tiesOf(document: Document, { entities, relations }: ReturnType<typeof extract>): StatedTie[] {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return relations
    .filter(({ type }) => type !== 'co_occurs')
    .map(({ type, source, target, confidence, rule, evidence, ...attributes }) => ({
      document: document.id,
      type,
      source: names.get(source) ?? source,
      target: names.get(target) ?? target,
      confidence,
      rule,
      attributes,
      sentence: document.text.slice(evidence[0]?.start, evidence[0]?.end),
    }));
}

/** A random sample in random order; with `--per-type`, so many of each type. */
function draw(ties: readonly StatedTie[]): StatedTie[] {
  const wanted = ties.filter(({ type }) => options.type === undefined || type === options.type);
  const shuffled = shuffle(wanted, Number(options.seed));
  const most = options['per-type'] === undefined ? undefined : Number(options['per-type']);
  if (most === undefined) return shuffled.slice(0, Number(options.count));
  return [...groupBy(shuffled, ({ type }) => type).values()].flatMap((group) => group.slice(0, most));
}

function report(judged: readonly Judged[]): string {
  const band = ({ confidence }: Judged) => (Math.floor(confidence * 20) / 20).toFixed(2);
  return `${precisionTable('type', judged, ({ type }) => type)}\n${precisionTable('confidence from', judged, band)}`;
}
