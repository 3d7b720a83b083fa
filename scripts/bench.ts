/**
 * Speed, memory and size, as ratios to what jieba alone takes on the same text in the same run.
 *
 *   npm run bench [-- articles.jsonl]
 *
 * Without a file the sample corpus is repeated. Prints Markdown.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
// The program as it is built: a loader that compiles on the way names every closure when it is made, which costs a third.
import { DEFAULT_CONFIG, type Document, extract, loadResources, readCorpus } from 'guanxi';
import nodejieba from 'nodejieba';

const ROUNDS = 3;
const REPEATS = 40;

const [file] = process.argv.slice(2);
const documents: Document[] = [];
for await (const result of readCorpus([file ?? 'corpus'])) if ('document' in result) documents.push(result.document);
const corpus = file === undefined ? Array.from({ length: REPEATS }, () => documents).flat() : documents;
const bytes = corpus.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const megabytes = bytes / 1e6;

const started = performance.now();
const resources = loadResources(DEFAULT_CONFIG);
const loading = performance.now() - started;

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const time = (work: () => void) => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

// In turn, so that a slow spell of the machine falls on both.
const rounds = Array.from({ length: ROUNDS }, () => {
  const tag = time(() => {
    for (const { text } of corpus) nodejieba.tag(text);
  });
  const whole = time(() => {
    for (const document of corpus) extract(document, resources);
  });
  return { tag, whole, ratio: whole / tag };
});
const tag = median(rounds.map((round) => round.tag));
const whole = median(rounds.map((round) => round.whole));

console.log(`${corpus.length} articles, ${megabytes.toFixed(2)} MB; start-up ${Math.round(loading)} ms\n`);
console.log('| what | MB/s | ratio to jieba alone |\n|---|---:|---:|');
const row = (what: string, milliseconds: number, ratio: number) =>
  console.log(`| ${what} | ${(megabytes / (milliseconds / 1000)).toFixed(2)} | ${ratio.toFixed(2)} |`);
row('nodejieba.tag', tag, 1);
row('extract, one thread', whole, median(rounds.map((round) => round.ratio)));

if (file !== undefined) {
  const output = mkdtempSync(join(tmpdir(), 'guanxi-bench-'));
  const program = `
    import { build } from ${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)};
    import { DEFAULT_CONFIG } from ${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)};
    const from = performance.now();
    const { times, entities, ties, report } = await build({ paths: [${JSON.stringify(file)}], output: ${JSON.stringify(output)}, config: DEFAULT_CONFIG, workers: 2 });
    console.log(JSON.stringify({ all: performance.now() - from, times, entities, ties, report, memory: process.resourceUsage().maxRSS }));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  const { all, times, entities, ties, memory } = JSON.parse(printed);
  row('build, two threads', all, all / tag);
  console.log(`\n${entities} entities, ${ties} ties; peak memory ${Math.round(memory / 1024)} MB\n`);
  console.log('| stage | seconds |\n|---|---:|');
  for (const [stage, value] of Object.entries<number>(times))
    console.log(`| ${stage} | ${(value / 1000).toFixed(1)} |`);
  console.log('\n| output | MB |\n|---|---:|');
  for (const name of readdirSync(output)) console.log(`| ${name} | ${(sizeOf(join(output, name)) / 1e6).toFixed(1)} |`);
  rmSync(output, { recursive: true });
}

function sizeOf(path: string): number {
  const stats = statSync(path);
  return stats.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stats.size;
}
