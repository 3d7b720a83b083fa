/**
 * What a growing corpus costs: a full build, then builds after one article was added, changed and removed and after no
 * change, in a process that stays and in new ones, each as a share of the full one; memory, and the store's size; how
 * long look-ups take meanwhile. Processor time says more than the clock where a machine does other work too.
 *
 *   npm run bench:growth -- articles.jsonl [number of articles] [folder]
 *
 * The articles are mixed and renamed (`corpus.ts`) until there are as many as asked for. In a folder that is named the
 * corpus and the network stay, so that a run that was cut off goes on. Prints Markdown.
 */
import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
// The program as it is built: a loader that compiles on the way names every closure when it is made, which costs a third.
import { DEFAULT_CONFIG, extract, loadResources, readCorpus } from 'guanxi';
import nodejieba from 'nodejieba';
import { createMixer, type Source, writeCorpus } from './corpus.ts';
import type { Looked } from './look-up.ts';

/** Articles on which extraction is held against segmentation alone. */
const SAMPLE = 1000;

const [source, wanted = '10000', kept] = process.argv.slice(2);
if (source === undefined) throw new Error('Name a file or folder of articles to mix.');
const count = Number(wanted);
const folder = kept ?? mkdtempSync(join(tmpdir(), 'guanxi-growth-'));
mkdirSync(folder, { recursive: true });
const [corpus, output, named] = ['corpus', 'output', 'sources.json'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];

const resources = loadResources(DEFAULT_CONFIG);

async function readSources(): Promise<Source[]> {
  if (existsSync(named)) return JSON.parse(readFileSync(named, 'utf8'));
  const found: Source[] = [];
  for await (const result of readCorpus([source as string])) {
    if (!('document' in result)) continue;
    const { text, date, publisher } = result.document;
    const { entities } = extract(result.document, resources);
    const namesOf = (type: string, least: number, most: number) =>
      entities.filter((one) => one.type === type && one.name.length >= least && one.name.length <= most);
    found.push({
      text,
      ...(date === undefined ? {} : { date }),
      ...(publisher === undefined ? {} : { publisher }),
      people: namesOf('person', 2, 4).map(({ name }) => name),
      companies: namesOf('company', 4, 99).map(({ name }) => name),
    });
  }
  if (kept !== undefined) writeFileSync(named, JSON.stringify(found));
  return found;
}

const mix = createMixer(await readSources());
const bytes = writeCorpus(corpus, mix, count);
const extra = join(corpus, 'extra.jsonl');
rmSync(extra, { force: true });

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const costOf = (work: () => void) => {
  const from = cpu();
  work();
  return cpu() - from;
};
const sample = Array.from({ length: Math.min(SAMPLE, count) }, (_, number) => mix(number));
const tagging = costOf(() => {
  for (const { text } of sample) nodejieba.tag(text);
});
const extracting = costOf(() => {
  for (const article of sample) extract(article, resources);
});

interface Run {
  readonly all: number;
  readonly times: Readonly<Record<string, number>>;
  readonly update: { readonly read: number; readonly extracted: number; readonly removed: number };
  readonly documents: number;
  readonly entities: number;
  readonly ties: number;
  /** Kilobytes, the most that the process has taken so far. */
  readonly memory: number;
  /** Milliseconds of processor time: of all, and of what keeps the store up to date (reading, resolving, storing). */
  readonly cpu: { readonly all: number; readonly store: number };
}

/** A build: what is done before it, and how it is to be written. */
interface Step {
  readonly before: string;
  readonly options?: string;
}

/** Builds in a process of its own, once for each step. */
function buildIn(steps: readonly Step[]): Run[] {
  const library = JSON.stringify(new URL('../../dist/index.js', import.meta.url).href);
  const options = JSON.stringify({ paths: [corpus], output, workers: 2 });
  const program = `
    import { rmSync, writeFileSync } from 'node:fs';
    import { build, createExtractor, createResolver, DEFAULT_CONFIG } from ${library};
    const extractor = createExtractor(DEFAULT_CONFIG, 2);
    const resolver = createResolver(DEFAULT_CONFIG);
    const runs = [];
    for (const [step, options] of [${steps.map(({ before, options = '{}' }) => `[() => { ${before} }, ${options}]`).join(', ')}]) {
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
      const { times, update, documents, entities, ties } = await build({ ...${options}, config: DEFAULT_CONFIG, extractor, resolver, onProgress, ...options });
      const used = { all: cpu() - started, store: spent.extract + spent.resolve + spent.store };
      const all = performance.now() - from;
      runs.push({ all, times, update, documents, entities, ties, memory: process.resourceUsage().maxRSS, cpu: used });
    }
    await extractor.close();
    console.log(JSON.stringify(runs));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return JSON.parse(printed);
}

const line = (number: number) => `${JSON.stringify({ ...mix(count + number), id: 'extra' })}\n`;
const write = (text: string) => `writeFileSync(${JSON.stringify(extra)}, ${JSON.stringify(text)})`;
const FOLLOWED = "{ layout: 'keep', files: 'later' }";

const [full] = buildIn([{ before: '' }]);
if (!full) throw new Error('Nothing was built.');
const [cold] = buildIn([{ before: '' }]);
const looking = fork(fileURLToPath(new URL('./look-up.ts', import.meta.url)), [output], { execArgv: process.execArgv });
const looked = new Promise<Looked>((done) => looking.once('message', (message) => done(message as Looked)));
const [coldAdded, , added, changed, removed, unchanged, files] = buildIn([
  { before: write(line(0)) },
  // Loads the dictionary, as a process that watches has.
  { before: write(line(1)), options: FOLLOWED },
  { before: write(line(1) + line(2).replace('"extra"', '"other"')), options: FOLLOWED },
  { before: write(line(1) + line(3).replace('"extra"', '"other"')), options: FOLLOWED },
  { before: write(line(1)), options: FOLLOWED },
  { before: '', options: FOLLOWED },
  { before: '', options: "{ layout: 'keep' }" },
]);
looking.send('enough');

const megabytes = (size: number) => (size / 1e6).toFixed(1);
const store = statSync(join(output, '.store', 'store.sqlite')).size;
console.log(
  `${full.documents} articles, ${megabytes(bytes)} MB of text; ${full.entities} entities, ${full.ties} ties; ` +
    `store ${megabytes(store)} MB (${(store / bytes).toFixed(2)} of the text); ` +
    `peak memory of the full build ${Math.round(full.memory / 1024)} MB\n`,
);
console.log(
  `Extraction takes ${(extracting / tagging).toFixed(2)} times the processor time of nodejieba.tag alone on the same ` +
    `${sample.length} articles: ${((sample.length / extracting) * 1000).toFixed(1)} articles a second and core against ` +
    `${((sample.length / tagging) * 1000).toFixed(1)}.\n`,
);
console.log(
  '| build | articles extracted | seconds | share of the full build | read and store | resolve | graph | write files | store network | processor seconds | of which the store’s part | its share of the full build |',
);
console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
const seconds = (value = 0) => (value / 1000).toFixed(value < 1000 ? 3 : 1);
const row = (name: string, run: Run | undefined) => {
  if (run === undefined) return;
  const { extract: reading, resolve, graph, write: writing, store: storing } = run.times;
  console.log(
    `| ${name} | ${run.update.extracted} | ${seconds(run.all)} | ${(run.all / full.all).toFixed(5)} | ${[reading, resolve, graph, writing, storing].map((value) => seconds(value)).join(' | ')} | ${seconds(run.cpu.all)} | ${seconds(run.cpu.store)} | ${(run.cpu.store / full.cpu.all).toFixed(5)} |`,
  );
};
row('full', full);
row('unchanged, a new process', cold);
row('one article more, a new process', coldAdded);
row('one article more', added);
row('one article changed', changed);
row('one article less', removed);
row('unchanged, files behind', unchanged);
row('files catch up', files);
console.log('\n| milliseconds of a look-up while builds go on | p50 | p99 | look-ups |\n|---|---:|---:|---:|');
for (const [kind, { p50, p99, times }] of Object.entries(await looked)) {
  console.log(`| ${kind} | ${p50.toFixed(2)} | ${p99.toFixed(2)} | ${times} |`);
}
if (kept === undefined) rmSync(folder, { recursive: true });
