import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../documents/document.ts';
import { sketchText } from '../../documents/near-duplicates.ts';
import { extract } from '../../pipeline.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import { loadResources } from '../resources.ts';
import { fromMinorUnits, toMinorUnits } from './minor-units.ts';
import { type Store, withStore } from './store.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-store-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let made = 0;
const newOutput = () => join(folder, `output-${made++}`);
const notes: string[] = [];
const use = <T>(output: string, work: (store: Store) => T) =>
  withStore(output, async (store) => work(store), notes.push.bind(notes));
const file = (output: string) => join(output, '.store', 'store.sqlite');

test('an extraction comes back as it was, in a new process too', async () => {
  const output = newOutput();
  const resources = loadResources();
  const documents: Document[] = [];
  const corpus = fileURLToPath(new URL('../../../corpus', import.meta.url));
  for await (const result of readCorpus([corpus])) if ('document' in result) documents.push(result.document);
  const extractions = documents.map((document) => extract(document, resources));
  expect(extractions.flatMap(({ relations }) => relations).some(({ amount }) => amount !== undefined)).toBe(true);
  const numbers = await use(output, (store) => {
    store.begin();
    const given = documents.map((document, index) =>
      store.articles.insert(document.id, document, {
        extraction: extractions[index] ?? { id: '', mentions: [], entities: [], relations: [] },
        sketch: sketchText(document.text),
      }),
    );
    store.commit();
    return given;
  });
  await use(output, ({ articles }) => {
    for (const [index, number] of numbers.entries()) {
      const { id, text, ...metadata } = documents[index] ?? { id: '', text: '' };
      expect(articles.metadata(number)).toEqual(metadata);
      expect({ id, ...articles.extraction(number) }).toEqual(extractions[index]);
      expect(articles.sketch(number)).toEqual(sketchText(text));
      expect(articles.text(number)).toBe(text);
    }
  });
});

const TEXT = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));

test('any text without NUL and halves of surrogate pairs comes back as it was', async () => {
  await use(newOutput(), ({ articles, begin, commit }) => {
    begin();
    fc.assert(
      fc.property(TEXT, fc.uuid(), (text, hash) => {
        const number = articles.insert(hash, { id: '', text, title: text }, { failure: text });
        expect(articles.text(number)).toBe(text);
        expect(articles.metadata(number)).toEqual({ title: text });
        expect(articles.failures().get(number)).toBe(text);
      }),
      { seed: 5, numRuns: 300 },
    );
    commit();
  });
});

describe('amounts', () => {
  test('are whole numbers of the smallest unit', () => {
    expect(toMinorUnits(32_670_000_000, 'CNY')).toBe(3_267_000_000_000n);
    expect(toMinorUnits(19.99, 'USD')).toBe(1999n);
    expect(toMinorUnits(1500, 'JPY')).toBe(1500n);
    expect(toMinorUnits(1e40, 'CNY')).toBe(2n ** 63n - 1n);
  });

  test('come back exactly, to the cent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 15 }),
        fc.constantFrom('CNY', 'JPY', undefined),
        (minor, currency) => {
          const amount = fromMinorUnits(BigInt(minor), currency);
          expect(toMinorUnits(amount, currency)).toBe(BigInt(minor));
        },
      ),
      { seed: 5 },
    );
  });
});

test('what was not committed is not there, and what was is', async () => {
  const output = newOutput();
  await use(output, ({ articles, begin, commit }) => {
    begin();
    articles.insert('kept', { id: '', text: '甲' }, { failure: '' });
    commit();
    begin();
    articles.insert('lost', { id: '', text: '乙' }, { failure: '' });
  });
  await use(output, ({ articles }) => {
    expect(articles.find('kept')).toBeDefined();
    expect(articles.find('lost')).toBeUndefined();
  });
});

test('until a file is read to its end, what is known of it stays', async () => {
  await use(newOutput(), ({ files, articles, begin, commit }) => {
    begin();
    const article = articles.insert('a', { id: '', text: '甲' }, { failure: '' });
    const describe = { path: 'a.jsonl', stamp: '', hash: '1', reader: '' };
    const first = files.begin(describe);
    files.add(first, 0, { problem: { code: 'X', message: 'x', place: { file: 'a.jsonl', line: 1 } } });
    files.add(first, 1, { article, ownId: 'own', record: 2, line: 2 });
    files.complete(first);
    const second = files.begin({ ...describe, hash: '2' });
    files.add(second, 0, { article });
    commit();
    expect(files.all().get('a.jsonl')?.hash).toBe('1');
    expect([...files.items(first)]).toEqual([
      { problem: { code: 'X', message: 'x', place: { file: 'a.jsonl', line: 1 } } },
      { article, ownId: 'own', record: 2, line: 2 },
    ]);
    files.complete(second);
    expect(files.all().get('a.jsonl')?.hash).toBe('2');
    expect([...files.items(first)]).toEqual([]);
    files.remove(second);
    articles.removeUnused();
    expect(articles.find('a')).toBeUndefined();
  });
});

describe('faults', () => {
  test('a second build is refused with the process that holds the folder, and let in afterwards', async () => {
    const output = newOutput();
    await withStore(
      output,
      async () => {
        await expect(use(output, () => 1)).rejects.toThrow(
          `${output} is being built by another process (${process.pid}`,
        );
      },
      () => {},
    );
    expect(await use(output, () => 2)).toBe(2);
  });

  test('a store of another version is dropped with a sentence', async () => {
    const output = newOutput();
    await use(output, (store) => {
      store.setNote('key', 'old');
      store.tidy();
    });
    const database = new DatabaseSync(file(output));
    database.exec('PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    notes.length = 0;
    expect(await use(output, (store) => store.getNote('key'))).toBeUndefined();
    expect(notes.join()).toContain('written by another version');
    await use(output, (store) => store.setNote('key', 'new'));
    expect(await use(output, (store) => store.getNote('key'))).toBe('new');
  });

  test('a file that is no database is set aside with a sentence', async () => {
    const output = newOutput();
    await use(output, () => {});
    await writeFile(file(output), 'x'.repeat(9000));
    notes.length = 0;
    expect(await use(output, (store) => store.getNote('key'))).toBeUndefined();
    expect(notes.join()).toContain('set aside as damaged.sqlite');
    expect(await readdir(join(output, '.store'))).toContain('damaged.sqlite');
  });

  test('damage that shows in the middle of the work sets the store aside, and the work is done anew', async () => {
    const output = newOutput();
    await use(output, ({ articles, begin, commit, tidy }) => {
      begin();
      for (let index = 0; index < 200; index++) {
        articles.insert(`${index}`, { id: '', text: '甲'.repeat(2000) }, { failure: '' });
      }
      commit();
      tidy();
    });
    await truncate(file(output), 40_000);
    notes.length = 0;
    const found = await use(output, ({ articles }) =>
      Array.from({ length: 200 }, (_, index) => articles.find(`${index}`)).filter((number) => {
        if (number !== undefined) articles.text(number);
        return number !== undefined;
      }),
    );
    expect(found).toEqual([]);
    expect(notes.join()).toContain('damaged');
  });
});
