/**
 * How fast a server answers from a large store, at rest and while a build writes the whole network anew: neighbours,
 * evidence, search, paths, parts. Half of the questions are about names picked at random, half about the hundred with
 * most ties.
 *
 *   npm run bench:serve -- [names] [questions of each kind]
 *
 * The network is made up: names of three to twelve characters, three ties to a name, ends chosen by preferential
 * attachment (Barabási & Albert 1999) so that there are hubs, one to twenty sentences behind a tie. Prints Markdown.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createRandom } from '../src/graph/random.ts';
import type { NetworkEntity, Tie } from '../src/network/network.ts';
import { serve } from '../src/node/serve/serve.ts';
import { withStore } from '../src/node/store/store.ts';
import { createOntology } from '../src/ontology/ontology.ts';
import type { ReadableGraph } from '../src/outputs/columns.ts';

const SEED = 20160408;
const TIES_OF_NAME = 3;
const MOST_SENTENCES = 20;
const ARTICLES_OF_NAME = 1;
/** So many characters, beginning with 一, so that as many names share one as in news. */
const CHARACTERS = { count: 1500, from: 0x4e00 } as const;
const TYPES = ['met', 'holds_post', 'invested_in', 'signed_with', 'cooperates_with'] as const;

const ontology = createOntology();

/** A network of so many names; `revision` changes some of the ties. */
function makeUp(count: number, revision: number) {
  const random = createRandom(SEED);
  const other = createRandom(SEED + revision);
  const whole = (below: number, from = random) => Math.floor(from() * below);
  const word = () =>
    Array.from({ length: 3 + whole(10) }, () => String.fromCharCode(CHARACTERS.from + whole(CHARACTERS.count))).join(
      '',
    );
  const ids = new Map<string, string>();
  while (ids.size < count) {
    const name = word();
    ids.set(`company:${name}`, name);
  }
  const names = [...ids.keys()].sort();
  const articles = Array.from({ length: count * ARTICLES_OF_NAME }, (_, index) => `article-${index}`);
  const ends: number[] = names.map((_, index) => index);
  const degrees = names.map(() => 0);
  const ties = new Map<string, Tie>();
  for (let made = 0; made < count * TIES_OF_NAME; made++) {
    const source = made % count;
    const target = ends[whole(ends.length)] ?? 0;
    const type = TYPES[whole(TYPES.length)] ?? 'met';
    const sentences = 1 + whole(1 + whole(MOST_SENTENCES));
    const documents = [...new Set(Array.from({ length: sentences }, () => whole(articles.length)))];
    if (other() < 0.02) documents.push(whole(articles.length, other));
    if (source === target) continue;
    ends.push(source, target);
    const id = `${names[source]}|${type}|${names[target]}`;
    if (ties.has(id)) continue;
    degrees[source] = (degrees[source] ?? 0) + 1;
    degrees[target] = (degrees[target] ?? 0) + 1;
    ties.set(id, {
      id,
      type,
      source: names[source] ?? '',
      target: names[target] ?? '',
      documents: documents.length,
      confidence: 0.9,
      evidence: [...new Set(documents)].sort().map((document) => ({
        ...{ document: articles[document] ?? '', start: 0, end: 40, sentence: '', confidence: 0.9, rule: 'bench' },
        attributes: {},
      })),
    });
  }
  const entities = names.map(
    (id, index): NetworkEntity => ({
      ...{ id, type: 'company', name: ids.get(id) ?? '', aliases: [], confidence: 0.9 },
      ...{ merges: [], splits: [], posts: [] },
      documents: [],
      mentions: [{ document: articles[index] ?? '', start: 0, end: 3 }],
    }),
  );
  const attributes = new Map(
    names.map((id, index) => {
      const degree = degrees[index] ?? 0;
      const place = { x: random() * 1000, y: random() * 1000, size: 4, community: 0 };
      return [id, { ...place, degree, pagerank: degree / count, betweenness: 0 }];
    }),
  );
  const graph = {
    getAttributes: () => ({ title: 'bench', generator: 'bench' }),
    getNodeAttributes: (id: string) => attributes.get(id),
  } as unknown as ReadableGraph;
  const network = { documents: articles.map((id) => ({ id, date: '2024-03-01' })), entities, ties: [...ties.values()] };
  return { network, graph, hubs: names.map((_, index) => index).sort((a, b) => (degrees[b] ?? 0) - (degrees[a] ?? 0)) };
}

const TEXT = '云州市有关方面介绍了港口建设的进展情况，海川集团和远山重工的代表出席。'.repeat(20);

/** Writes a network as the end of a build does; gives milliseconds of the writing and rows that were touched. */
async function write(folder: string, { network, graph }: ReturnType<typeof makeUp>) {
  return withStore(
    folder,
    async (store) => {
      store.begin();
      const numbers = new Map(
        network.documents.map(({ id }) => [id, store.articles.insert(id, { id, text: TEXT }, { failure: '' })]),
      );
      store.commit();
      const from = performance.now();
      store.begin();
      const touched = store.network.write({ network, graph, ontology, articleOf: (id) => numbers.get(id) ?? 0 });
      store.commit();
      return { time: performance.now() - from, touched };
    },
    () => {},
  );
}

const [role, ...rest] = process.argv.slice(2);
if (role === 'write') {
  // The other process: writes one network after the other until it is ended.
  const [folder = '', count = '0'] = rest;
  for (let revision = 1; ; revision++) {
    const made = makeUp(Number(count), revision);
    process.send?.('writing');
    const { time, touched } = await write(folder, made);
    process.send?.(`${touched} rows in ${(time / 1000).toFixed(1)} s`);
  }
}

const count = Number(role ?? 100_000);
const questions = Number(rest[0] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'guanxi-serve-bench-'));
writeFileSync(join(folder, 'index.html'), '');
const made = makeUp(count, 0);
const first = await write(folder, made);
const bytes = statSync(join(folder, '.store/store.sqlite')).size;
const { entities, ties, documents } = made.network;
console.log(
  `${entities.length} names, ${ties.length} ties, ${documents.length} articles; store ${(bytes / 1e6).toFixed(0)} MB, ` +
    `network written in ${(first.time / 1000).toFixed(1)} s (${first.touched} rows)\n`,
);

const serving = await serve({ folder, port: 0, part: 'always' });
const random = createRandom(SEED);
const pick = (list: readonly number[]) => list[Math.floor(random() * list.length)] ?? 0;
const HUBS = made.hubs.slice(0, 100);
const anyName = () => entities[random() < 0.5 ? pick(HUBS) : Math.floor(random() * entities.length)];
const query = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const byName = new Map<string, Tie[]>();
for (const tie of ties) byName.set(tie.target, [...(byName.get(tie.target) ?? []).slice(-50), tie]);

const KINDS: Readonly<Record<string, () => string>> = {
  neighbours: () => `neighbours?${query({ id: anyName()?.id ?? '' })}`,
  evidence: () => {
    const own = byName.get(anyName()?.id ?? '') ?? ties;
    const { source = '', type = '', target = '' } = own[Math.floor(random() * own.length)] ?? {};
    return `evidence?${query({ source, type, target })}`;
  },
  node: () => `node?${query({ id: anyName()?.id ?? '' })}`,
  'search: a name': () => `search?${query({ q: anyName()?.name ?? '' })}`,
  'search: two characters': () => `search?${query({ q: anyName()?.name.slice(1, 3) ?? '' })}`,
  'search: one slip': () => `search?${query({ q: `${anyName()?.name.slice(0, -1)}呀` })}`,
  path: () => `path?${query({ from: anyName()?.id ?? '', to: anyName()?.id ?? '' })}`,
};

async function timeOf(address: string, init?: RequestInit): Promise<number> {
  const from = performance.now();
  const response = await fetch(`${serving.url}${address}`, init);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return performance.now() - from;
}

/** Milliseconds of each question, sorted. */
async function measure(ask: () => Promise<number>, times: number): Promise<number[]> {
  const found: number[] = [];
  for (let turn = 0; turn < times; turn++) found.push(await ask());
  return found.sort((a, b) => a - b);
}

const quantile = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
const figures = (sorted: readonly number[]) =>
  [0.5, 0.99, 1].map((share) => quantile(sorted, share).toFixed(1)).join(' | ');

async function measureAll(): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  for (const [kind, address] of Object.entries(KINDS)) {
    found.set(kind, await measure(() => timeOf(`api/${address()}`), questions));
  }
  found.set('first part, known', await measure(() => timeOf('explorer/network.json'), 20));
  const headers = { 'content-type': 'application/json' };
  const grown = () => {
    const nodes = Array.from({ length: 30 }, () => anyName()?.id ?? '');
    return timeOf('api/part', { method: 'POST', headers, body: JSON.stringify({ nodes, documents: [] }) });
  };
  found.set('part with 30 names more', await measure(grown, 20));
  return found;
}

console.log(`First part: ${(await timeOf('explorer/network.json')).toFixed(0)} ms\n`);
const idle = await measureAll();
const writer: ChildProcess = fork(fileURLToPath(import.meta.url), ['write', folder, String(count)]);
const heard: string[] = [];
writer.on('message', (message) => heard.push(String(message)));
await new Promise((done) => writer.once('message', done));
const busy = await measureAll();
writer.kill();
console.log('| milliseconds | p50 | p99 | most | p50, a build writing | p99 | most |');
console.log('|---|---:|---:|---:|---:|---:|---:|');
for (const [kind, times] of idle) console.log(`| ${kind} | ${figures(times)} | ${figures(busy.get(kind) ?? [])} |`);
console.log(
  `\nWritten meanwhile: ${heard.filter((line) => line !== 'writing').join('; ') || 'one network, not to its end'}`,
);
await serving.close();
rmSync(folder, { recursive: true });
