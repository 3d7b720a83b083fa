/**
 * What a growing corpus costs: a full build, then builds after no change, after one article was added, changed and
 * removed, each as a share of the full one; memory, and the store's size. The store's part of a build is what keeps the
 * stored network up to date: reading, extracting, resolving and storing, without what is worked out on the whole network
 * and written to files. Processor time says more than the clock where a machine does other work too.
 *
 *   npm run bench:growth -- articles.jsonl [number of articles]
 *
 * The articles are recombined, paragraph by paragraph, until there are as many as asked for. Prints Markdown.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../src/documents/document.ts';
import { createRandom } from '../src/graph/random.ts';
import { readCorpus } from '../src/node/corpus/read-corpus.ts';

const SEED = 20160408;
const ARTICLES_PER_FILE = 100;

const [source, wanted = '10000'] = process.argv.slice(2);
if (source === undefined) throw new Error('Name a file or folder of articles to recombine.');

const documents: Document[] = [];
for await (const result of readCorpus([source])) if ('document' in result) documents.push(result.document);
const random = createRandom(SEED);
const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];

/** Paragraphs of two articles, mixed, so that names meet in new company. */
function recombine(number: number): { id: string; date?: string; publisher?: string; text: string } {
  const [one, other] = [pick(documents), pick(documents)];
  const paragraphs = [one, other].flatMap((document) =>
    (document?.text ?? '').split('\n').filter(() => random() < 0.5),
  );
  const { date, publisher } = one ?? {};
  return {
    id: `article-${number}`,
    ...(date === undefined ? {} : { date }),
    ...(publisher === undefined ? {} : { publisher }),
    text: paragraphs.join('\n') || (one?.text ?? ''),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'guanxi-growth-'));
const corpus = join(folder, 'corpus');
mkdirSync(corpus);
let bytes = 0;
for (let from = 0; from < Number(wanted); from += ARTICLES_PER_FILE) {
  const articles = Array.from({ length: Math.min(ARTICLES_PER_FILE, Number(wanted) - from) }, (_, index) =>
    recombine(from + index),
  );
  for (const { text } of articles) bytes += Buffer.byteLength(text);
  const lines = articles.map((article) => `${JSON.stringify(article)}\n`);
  writeFileSync(join(corpus, `${String(from).padStart(8, '0')}.jsonl`), lines.join(''));
}
const extra = join(corpus, 'extra.jsonl');

interface Run {
  readonly all: number;
  readonly times: Readonly<Record<string, number>>;
  readonly update: { readonly read: number; readonly extracted: number; readonly removed: number };
  readonly documents: number;
  readonly entities: number;
  readonly ties: number;
  readonly memory: number;
  /** Milliseconds of processor time: of all, and of what keeps the store up to date (reading, resolving, storing). */
  readonly cpu: { readonly all: number; readonly store: number };
}

/** Builds in a process of its own, once for each step, which first runs in it. */
function buildIn(steps: readonly string[]): Run[] {
  const library = JSON.stringify(new URL('../dist/index.js', import.meta.url).href);
  const options = JSON.stringify({ paths: [corpus], output: join(folder, 'output'), workers: 2 });
  const program = `
    import { rmSync, writeFileSync } from 'node:fs';
    import { build, createExtractor, createResolver, DEFAULT_CONFIG } from ${library};
    const extractor = createExtractor(DEFAULT_CONFIG, 2);
    const resolver = createResolver(DEFAULT_CONFIG);
    const runs = [];
    for (const step of [${steps.map((step) => `() => { ${step} }`).join(', ')}]) {
      step();
      const from = performance.now();
      const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
      const started = cpu();
      const spent = { extract: 0, resolve: 0, graph: 0, write: 0, store: 0 };
      let [stage, since] = ['extract', started];
      const onProgress = (progress) => {
        if (progress.stage === stage && progress.done < progress.total) return;
        spent[stage] += cpu() - since;
        [stage, since] = [progress.stage, cpu()];
      };
      const { times, update, documents, entities, ties } = await build({ ...${options}, config: DEFAULT_CONFIG, extractor, resolver, onProgress });
      const used = { all: cpu() - started, store: spent.extract + spent.resolve + spent.store };
      const all = performance.now() - from;
      runs.push({ all, times, update, documents, entities, ties, memory: process.resourceUsage().maxRSS, cpu: used });
    }
    await extractor.close();
    console.log(JSON.stringify(runs));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return JSON.parse(printed);
}

const line = (number: number) => `${JSON.stringify(recombine(number))}\n`;
const write = (text: string) => `writeFileSync(${JSON.stringify(extra)}, ${JSON.stringify(text)})`;
const [full] = buildIn(['']);
const [cold] = buildIn(['']);
const [, added, changed, removed, unchanged] = buildIn([
  // Loads the dictionary, as a process that watches has.
  write(line(1_000_000)),
  write(line(1_000_001)),
  write(line(1_000_002)),
  `rmSync(${JSON.stringify(extra)})`,
  '',
]);

if (!full) throw new Error('Nothing was built.');
const megabytes = (size: number) => (size / 1e6).toFixed(1);
const store = join(folder, 'output', '.store', 'store.sqlite');
console.log(
  `${full.documents} articles, ${megabytes(bytes)} MB of text; ${full.entities} entities, ${full.ties} ties; ` +
    `store ${megabytes(statSync(store).size)} MB; peak memory of the full build ${Math.round(full.memory / 1024)} MB\n`,
);
console.log(
  '| build | articles extracted | seconds | share of the full build | read and store | resolve | graph | write files | store network | processor seconds | of which the store’s part | its share of the full build |',
);
console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
const seconds = (value = 0) => (value / 1000).toFixed(value < 1000 ? 3 : 1);
const row = (name: string, run: Run | undefined) => {
  if (run === undefined) return;
  const { extract, resolve, graph, write: writing, store: storing } = run.times;
  console.log(
    `| ${name} | ${run.update.extracted} | ${seconds(run.all)} | ${(run.all / full.all).toFixed(5)} | ${[extract, resolve, graph, writing, storing].map((value) => seconds(value)).join(' | ')} | ${seconds(run.cpu.all)} | ${seconds(run.cpu.store)} | ${(run.cpu.store / full.cpu.all).toFixed(5)} |`,
  );
};
row('full', full);
row('unchanged, a new process', cold);
row('unchanged, a process that is there', unchanged);
row('one article more', added);
row('one article changed', changed);
row('one article less', removed);
console.log(`\nOutput: ${readdirSync(join(folder, 'output')).length} entries.`);
rmSync(folder, { recursive: true });
