/**
 * Draws names of the network to be judged by a reader, and counts judgements.
 *
 *   npm run sample-names -- articles.jsonl [more …] [--seed 1] [--count 200] [--type person] > names.txt
 *   npm run sample-names -- articles.jsonl --top --count 300 > names.txt
 *   npm run sample-names -- --judged names.txt
 *
 * `--top` takes those with the most mentions instead of a random draw. In the file put `r` (right) or `w` (no name,
 * wrong extent or wrong type) in place of the `?` that begins a name; a note may follow the letter. The last command
 * prints the share that is right by type as Markdown.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Document } from '../../src/documents/document.ts';
import { findReprints } from '../../src/documents/reprints.ts';
import { buildNetwork } from '../../src/network/build.ts';
import type { Network, NetworkEntity } from '../../src/network/network.ts';
import { readCorpus } from '../../src/node/corpus/read-corpus.ts';
import { loadResources } from '../../src/node/resources.ts';
import { extract } from '../../src/pipeline.ts';
import { formatName, precisionTable, readJudgements, shuffle } from './judgements.ts';

/** Places shown of each name, and characters on either side of one. */
const CONTEXTS = 2;
const AROUND = 24;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    type: { type: 'string' },
    top: { type: 'boolean', default: false },
    judged: { type: 'string' },
  },
});

if (options.judged === undefined) {
  const { network, texts } = await readNetwork(positionals);
  for (const entity of draw(network)) process.stdout.write(`${describe(entity, texts)}\n\n`);
} else {
  const judged = readJudgements(readFileSync(options.judged, 'utf8'));
  process.stdout.write(precisionTable('type', judged, ({ type }) => type));
}

async function readNetwork(
  files: readonly string[],
): Promise<{ network: Network; texts: ReadonlyMap<string, string> }> {
  const resources = loadResources();
  const { ontology, vocabulary } = resources;
  const documents: Document[] = [];
  for await (const result of readCorpus([...files])) if ('document' in result) documents.push(result.document);
  const extractions = documents.map((document) => extract(document, resources));
  const network = buildNetwork(documents, extractions, { ontology, vocabulary, reprints: findReprints(documents) });
  return { network, texts: new Map(documents.map(({ id, text }) => [id, text])) };
}

function draw({ entities }: Network): NetworkEntity[] {
  const wanted = entities.filter(({ type }) => options.type === undefined || type === options.type);
  const ordered = options.top
    ? [...wanted].sort((a, b) => b.mentions.length - a.mentions.length)
    : shuffle(wanted, Number(options.seed));
  return ordered.slice(0, Number(options.count));
}

function describe({ mentions, ...entity }: NetworkEntity, texts: ReadonlyMap<string, string>): string {
  const contexts = mentions.slice(0, CONTEXTS).map(({ document, start, end }) => {
    const text = texts.get(document) ?? '';
    return `${text.slice(Math.max(0, start - AROUND), start)}【${text.slice(start, end)}】${text.slice(end, end + AROUND)}`;
  });
  return formatName({ ...entity, mentions: mentions.length, contexts });
}
