/** Incremental builds: they cost what is new, and the result is as if everything were. */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../src/config/resolve.ts';
import { type BuildOptions, type BuildSummary, build } from '../src/node/run/build.ts';
import { createExtractor } from '../src/node/run/extractor.ts';
import { createResolver } from '../src/node/run/resolver.ts';
import { type ArticleRecord, article } from './support/articles.ts';
import { fingerprintFolder } from './support/folder.ts';
import { dumpNetwork } from './support/network-dump.ts';

const extractor = createExtractor(DEFAULT_CONFIG, 1);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-incremental-'));
});
afterAll(async () => {
  await extractor.close();
  await rm(folder, { recursive: true, force: true });
});

let made = 0;
async function newCorpus(): Promise<{ corpus: string; output: string }> {
  const corpus = join(folder, `corpus-${made++}`);
  await mkdir(corpus);
  return { corpus, output: `${corpus}-output` };
}

let clock = 1_700_000_000;
/** Writes a file with times of long ago, so that its stamp is trusted. */
async function put(path: string, records: readonly ArticleRecord[]): Promise<void> {
  await writeFile(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  clock += 10;
  await utimes(path, clock, clock);
}

const run = (
  corpus: string,
  output: string,
  memory: Pick<BuildOptions, 'resolver' | 'layout' | 'files'> = {},
): Promise<BuildSummary> =>
  build({ paths: [corpus], output, config: DEFAULT_CONFIG, workers: 1, extractor, ...memory });

const news = (text: string, id?: string): ArticleRecord => ({ date: '2024-03-01', text, ...(id ? { id } : {}) });
const MEETING = '云州市市长韩守仁会见了海川集团董事长高明远，双方就港口建设进行了交流。';
const DEAL = '海川集团出资3亿元收购远山重工20%的股权。';

type Change =
  | { readonly kind: 'put'; readonly file: string; readonly records: readonly ArticleRecord[] }
  | { readonly kind: 'remove'; readonly file: string }
  | { readonly kind: 'rename'; readonly file: string; readonly to: string };

const file = fc.constantFrom('a.jsonl', 'b.jsonl', 'c/d.jsonl');
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      file,
      records: fc.array(article, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), file }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), file, to: file }) },
);

async function apply(corpus: string, step: Change): Promise<void> {
  const path = join(corpus, step.file);
  if (step.kind === 'put') await put(path, step.records);
  if (step.kind === 'remove') await rm(path, { force: true });
  if (step.kind === 'rename') await rename(path, join(corpus, step.to)).catch(() => {});
}

test('after any sequence of changes the files and the stored network are those of a build from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 6 }), async (steps) => {
      const { corpus, output } = await newCorpus();
      await mkdir(join(corpus, 'c'));
      await put(join(corpus, 'always.jsonl'), [news(MEETING, 'a')]);
      const resolver = createResolver(DEFAULT_CONFIG);
      for (const [number, step] of steps.entries()) {
        await apply(corpus, step);
        // Another process, which remembers nothing, builds in between.
        await run(corpus, output, number % 3 === 1 ? {} : { resolver });
      }
      const incremental = await run(corpus, output);
      const scratch = await run(corpus, `${output}-scratch`);
      expect(incremental.unchanged).toBe(true);
      expect(await fingerprintFolder(output)).toEqual(await fingerprintFolder(`${output}-scratch`));
      expect(dumpNetwork(output)).toEqual(dumpNetwork(`${output}-scratch`));
      expect(incremental.problems).toEqual(scratch.problems);
      expect({ documents: incremental.documents, ties: incremental.ties }).toEqual({
        documents: scratch.documents,
        ties: scratch.ties,
      });
    }),
    { seed: 20260408, numRuns: 12 },
  );
});

describe('work', () => {
  test('an unchanged corpus is neither read nor written', async () => {
    const { corpus, output } = await newCorpus();
    await put(join(corpus, 'a.jsonl'), [news(MEETING), news(DEAL)]);
    const first = await run(corpus, output);
    expect(first).toMatchObject({ unchanged: false, update: { read: 1, extracted: 2, removed: 0 } });
    const times = async () =>
      Promise.all((await readdir(output)).map(async (name) => [name, (await stat(join(output, name))).mtimeMs]));
    const before = await times();
    const second = await run(corpus, output);
    expect(second).toMatchObject({ unchanged: true, update: { read: 0, extracted: 0, removed: 0 } });
    expect({ ...second, update: 0, times: 0, unchanged: 0 }).toEqual({ ...first, update: 0, times: 0, unchanged: 0 });
    expect((await times()).filter(([name]) => name !== '.store')).toEqual(before.filter(([name]) => name !== '.store'));
  });

  test('one article added, changed, removed or moved costs that article', async () => {
    const { corpus, output } = await newCorpus();
    const [one, other] = [join(corpus, 'a.jsonl'), join(corpus, 'b.jsonl')];
    await put(one, [news(MEETING), news(DEAL)]);
    await put(other, [news(`${MEETING}${DEAL}`)]);
    await run(corpus, output);
    await put(one, [news(MEETING), news(DEAL), news('平江市市长林若溪到云州市考察。')]);
    expect((await run(corpus, output)).update).toEqual({ read: 1, extracted: 1, removed: 0 });
    await put(one, [news(MEETING), news(`${DEAL}双方签署了协议。`), news('平江市市长林若溪到云州市考察。')]);
    expect((await run(corpus, output)).update).toEqual({ read: 1, extracted: 1, removed: 0 });
    await put(one, [news(MEETING), news('平江市市长林若溪到云州市考察。')]);
    expect((await run(corpus, output)).update).toEqual({ read: 1, extracted: 0, removed: 0 });
    await rename(other, join(corpus, 'z.jsonl'));
    expect((await run(corpus, output)).update).toEqual({ read: 1, extracted: 0, removed: 1 });
  });

  test('a process that stays follows a small change in the store, and the files catch up when they are asked for', async () => {
    const { corpus, output } = await newCorpus();
    const numbered = (number: number) =>
      news(
        `海川${'甲乙丙丁戊己庚辛壬癸'.charAt(number % 10)}${'子丑寅卯辰巳午未申酉戌亥'.charAt(number / 10)}集团出资${number + 2}亿元收购远山重工的股权。`,
      );
    await put(
      join(corpus, 'a.jsonl'),
      Array.from({ length: 120 }, (_, number) => numbered(number)),
    );
    const resolver = createResolver(DEFAULT_CONFIG);
    await run(corpus, output, { resolver });
    const written = await readFile(join(output, 'evidence.jsonl'), 'utf8');
    await put(join(corpus, 'b.jsonl'), [news(MEETING)]);
    const followed = await run(corpus, output, { resolver, layout: 'keep', files: 'later' });
    expect(followed).toMatchObject({ unchanged: false, filesBehind: true });
    expect(await readFile(join(output, 'evidence.jsonl'), 'utf8')).toBe(written);
    const scratch = `${output}-scratch`;
    await run(corpus, scratch);
    const withoutMeasures = (folder: string) => {
      const { node_measure, ...rest } = dumpNetwork(folder);
      return { ...rest, measured: node_measure?.length };
    };
    expect(withoutMeasures(output)).toEqual(withoutMeasures(scratch));
    expect(await run(corpus, output, { resolver, layout: 'keep' })).toMatchObject({ filesBehind: false });
    for (const name of ['evidence.jsonl', 'mentions.jsonl', 'entities.jsonl', 'documents.jsonl']) {
      expect(await readFile(join(output, name), 'utf8')).toBe(await readFile(join(scratch, name), 'utf8'));
    }
    // What was followed is not what the corpus alone decides, so that the next build draws it anew.
    expect(await run(corpus, output)).toMatchObject({ unchanged: false });
    expect(await fingerprintFolder(output)).toEqual(await fingerprintFolder(scratch));
  });

  test('a file with new times and the same bytes is not read', async () => {
    const { corpus, output } = await newCorpus();
    await put(join(corpus, 'a.jsonl'), [news(MEETING)]);
    await run(corpus, output);
    await put(join(corpus, 'a.jsonl'), [news(MEETING)]);
    expect(await run(corpus, output)).toMatchObject({ unchanged: true, update: { read: 0 } });
  });

  test('removing an article removes what it alone said', async () => {
    const { corpus, output } = await newCorpus();
    await put(join(corpus, 'a.jsonl'), [news(MEETING)]);
    const before = await run(corpus, output);
    const clean = await fingerprintFolder(output);
    await put(join(corpus, 'b.jsonl'), [news(DEAL)]);
    expect((await run(corpus, output)).ties).toBeGreaterThan(before.ties);
    await rm(join(corpus, 'b.jsonl'));
    await run(corpus, output);
    expect(await fingerprintFolder(output)).toEqual(clean);
  });
});

describe('what else a result depends on', () => {
  test('another configuration extracts anew; another title does not', async () => {
    const { corpus, output } = await newCorpus();
    await put(join(corpus, 'a.jsonl'), [news(MEETING)]);
    await run(corpus, output);
    const config = { ...DEFAULT_CONFIG, title: '港口' };
    const titled = await build({ paths: [corpus], output, config, workers: 1, extractor });
    expect(titled).toMatchObject({ unchanged: false, update: { extracted: 0 } });
    const taught = { ...DEFAULT_CONFIG, vocabulary: [{ name: '港口建设', type: 'project' }] };
    const again = await build({ paths: [corpus], output, config: taught, workers: 1 });
    expect(again).toMatchObject({ unchanged: false, update: { read: 1, extracted: 1 } });
  });

  test('a file that was deleted from the output is written again', async () => {
    const { corpus, output } = await newCorpus();
    await put(join(corpus, 'a.jsonl'), [news(MEETING)]);
    await run(corpus, output);
    const before = await fingerprintFolder(output);
    await rm(join(output, 'graph.gexf'));
    expect((await run(corpus, output)).unchanged).toBe(false);
    expect(await fingerprintFolder(output)).toEqual(before);
  });

  test('the output folder is no news, even where it lies within the corpus', async () => {
    const { corpus } = await newCorpus();
    await put(join(corpus, 'a.jsonl'), [news(MEETING)]);
    const output = join(corpus, 'network');
    await run(corpus, output);
    const again = await run(corpus, output);
    expect(again).toMatchObject({ documents: 1, unchanged: true, problems: [] });
  });
});
