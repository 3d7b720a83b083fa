/**
 * Reading, extraction and exports with input that nobody would write, from a recorded seed. Nothing may throw, hang or
 * come out that other programs cannot read. `GUANXI_FUZZ=10 npx vitest run test/fuzz.test.ts` runs ten times as many
 * cases, `GUANXI_FUZZ_SEED=7` others.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Document } from '../src/documents/document.ts';
import { findReprints } from '../src/documents/reprints.ts';
import type { Extraction } from '../src/extraction.ts';
import { buildGraph } from '../src/graph/build.ts';
import { buildNetwork } from '../src/network/build.ts';
import { readFileItems } from '../src/node/corpus/read-corpus.ts';
import { loadResources } from '../src/node/resources.ts';
import { createOntology } from '../src/ontology/ontology.ts';
import { outputFiles } from '../src/outputs/files.ts';
import { extract } from '../src/pipeline.ts';
import type { Resources } from '../src/resources.ts';
import { docx } from './support/word.ts';

const TIMES = Number(process.env.GUANXI_FUZZ ?? 1);
const SEED = Number(process.env.GUANXI_FUZZ_SEED ?? 20160408);
const options = (cases: number) => ({ seed: SEED, numRuns: cases * TIMES, endOnFailure: false });

let folder = '';
let resources: Resources;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-fuzz-'));
  resources = loadResources();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const STORY =
  '5月6日，云州市市长韩守仁会见了海川集团董事长高明远，双方就港口合作进行了交流。海川集团（以下简称“海川”）出资3.5亿元，收购远山重工51%的股权。';

/** Characters and strings that have broken programs before. */
const NASTY = fc.constantFrom(
  '\u0000',
  '\u202E',
  '\uD800',
  '\uFEFF',
  '\uFFFF',
  '\u2028',
  '\u0085',
  ']]>',
  '<script>',
  '&#x0;',
  '&amp;lt;',
  '=1+1',
  '@SUM(A1)',
  '"',
  "'",
  '\r',
  '\\',
  '__proto__',
  'constructor',
  '$1',
  '$&',
  '%s%n',
  '../../etc/passwd',
  '（（（',
  '）',
  '、、、',
  '·',
  '〇',
  '亿亿亿元',
  '99999999999999999999亿元',
  '13月45日',
  '2016年2月30日',
  '㈱',
  '𠮷田',
  '龍',
);
const NEWS = fc.constantFrom(
  ...STORY.split(/(?<=[，。（）“”])/),
  '市委副书记、市长',
  '阿卜杜拉·艾哈迈德',
  '该公司',
  '双方',
  '海川集团',
  '原副局长',
  '签署战略合作协议',
  '据称',
  '没有',
  '\n',
  '来源：云州日报\n',
);
const TEXT = fc
  .array(fc.oneof({ weight: 5, arbitrary: NEWS }, { weight: 2, arbitrary: NASTY }, fc.string({ unit: 'binary' })), {
    minLength: 1,
    maxLength: 24,
  })
  .map((parts) => parts.join(''));

/** A valid file of each format. */
const FILES: Readonly<Record<string, Uint8Array>> = {
  'a.txt': Buffer.from(`云州新闻\n来源：云州日报 2024-05-06\n${STORY}\n${STORY}`),
  'a.md': Buffer.from(`---\ntitle: 云州\ndate: 2024-05-06\n---\n# 会见\n\n${STORY}\n\n* [远山](http://example.org)\n`),
  'a.html': Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>云州</title></head><body><nav><a href="/">首页</a></nav><article><h1>会见</h1><p>${STORY}</p><table><tr><td>${STORY}</td></tr></table></article></body></html>`,
  ),
  'a.json': Buffer.from(JSON.stringify({ articles: [{ id: 'x', title: '会见', date: '2024-05-06', text: STORY }] })),
  'a.jsonl': Buffer.from(`${JSON.stringify({ id: 'x', text: STORY })}\n`.repeat(3)),
  'a.csv': Buffer.from(`标题,日期,正文\r\n会见,2024-05-06,"${STORY}"\r\n`.repeat(2)),
  'a.docx': docx([STORY, STORY]),
  'a.txt.gz': gzipSync(STORY.repeat(4)),
  'a.jsonl.gz': gzipSync(`${JSON.stringify({ text: STORY })}\n`.repeat(4)),
};

/** One thing done to the bytes of a file; places are shares of its length. */
type Mutation =
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'repeat'; readonly at: number; readonly times: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: place, byte: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 200 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    bytes: fc.oneof(
      NASTY.map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 40 }),
    ),
  }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, times: fc.integer({ min: 2, max: 300 }) }),
);

function mutate(bytes: Uint8Array, { at, ...rest }: Mutation): Uint8Array {
  const from = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
  switch (rest.kind) {
    case 'set':
      return Buffer.concat([before, Buffer.from([rest.byte]), after.subarray(1)]);
    case 'cut':
      return Buffer.concat([before, after.subarray(rest.length)]);
    case 'insert':
      return Buffer.concat([before, rest.bytes, after]);
    case 'repeat':
      return Buffer.concat([before, ...Array.from({ length: rest.times }, () => after.subarray(0, 20)), after]);
  }
}

async function readAll(path: string, bytes: Uint8Array): Promise<Document[]> {
  await writeFile(path, bytes);
  const documents: Document[] = [];
  for await (const item of readFileItems({ path, id: 'a', bytes: bytes.length }, {})) {
    if ('problem' in item) {
      expect(item.problem.code).toMatch(/^READ_/);
      expect(item.problem.message).toContain(path);
      continue;
    }
    const { article } = item;
    expect(article.text.trim()).not.toBe('');
    for (const value of Object.values(article)) expect(value).not.toMatch(/[\p{Surrogate}\0\u202E]/u);
    documents.push({ ...article, id: String(documents.length) });
  }
  return documents;
}

test('any file gives articles or problems that name it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(FILES)),
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      async (name, mutations) => {
        await readAll(join(folder, name), mutations.reduce(mutate, FILES[name] ?? new Uint8Array()));
      },
    ),
    options(1200),
  );
});

test('a PDF that was damaged gives articles or problems that name it', async () => {
  const pdf = await readFile(new URL('./fixtures/news-in-chinese.pdf', import.meta.url));
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
      await readAll(join(folder, 'a.pdf'), mutations.reduce<Uint8Array>(mutate, pdf));
    }),
    options(8),
  );
});

test('bytes without any sense give articles or problems that name the file', async () => {
  const ending = fc.constantFrom('txt', 'md', 'html', 'json', 'jsonl', 'csv', 'docx', 'pdf', 'txt.gz', 'jsonl.gz');
  await fc.assert(
    fc.asyncProperty(ending, fc.uint8Array({ maxLength: 400 }), async (format, bytes) => {
      await readAll(join(folder, `b.${format}`), bytes);
    }),
    options(400),
  );
});

function expectSound(extraction: Extraction, text: string): void {
  const spans = [...extraction.mentions, ...extraction.relations.flatMap(({ evidence }) => evidence)];
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  const ids = new Set(extraction.entities.map(({ id }) => id));
  expect(ids.size).toBe(extraction.entities.length);
  for (const { entity } of extraction.mentions) expect(entity === undefined || ids.has(entity)).toBe(true);
  for (const { source, target, confidence, amount = 0, share = 0 } of extraction.relations) {
    expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect([Number.isFinite(amount), share >= 0 && share <= 1]).toEqual([true, true]);
  }
  expect(JSON.parse(JSON.stringify(extraction))).toEqual(extraction);
}

const found: { document: Document; extraction: Extraction }[] = [];

test('any text gives an extraction whose offsets and ends are sound', () => {
  fc.assert(
    fc.property(TEXT, fc.option(TEXT), (text, title) => {
      const document: Document = { id: `${found.length}`, text, date: '2024-05-06', ...(title ? { title } : {}) };
      const extraction = extract(document, resources);
      expectSound(extraction, text);
      found.push({ document, extraction });
    }),
    options(900),
  );
});

test('whatever was found is exported in forms that other programs read', () => {
  const ontology = createOntology();
  const size = 150;
  for (let from = 0; from < found.length; from += size) {
    const documents = found.slice(from, from + size).map(({ document }) => document);
    const extractions = found.slice(from, from + size).map(({ extraction }) => extraction);
    const network = buildNetwork(documents, extractions, {
      ontology,
      vocabulary: { names: [], ignore: [], same: [] },
      reprints: findReprints(documents),
    });
    const graph = buildGraph(network, ontology, { title: ']]>"\u0000', generator: 'fuzz' });
    for (const { path, chunks } of outputFiles(network, graph, documents, ontology)) {
      const text = Buffer.from([...chunks].join('')).toString();
      if (path.endsWith('.gexf')) {
        expect(gexf.parse(MultiDirectedGraph, text).order).toBe(graph.order);
      } else if (path.endsWith('.graphml')) {
        expect(graphml.parse(MultiDirectedGraph, text).size).toBe(graph.size);
      } else if (path.endsWith('.csv')) {
        const rows: Record<string, string>[] = parseCsv(text, { bom: true, columns: true });
        expect(rows).toHaveLength(path === 'nodes.csv' ? graph.order : graph.size);
        for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^\s*[=+\-@]\D/);
      } else if (path.endsWith('.jsonl')) {
        for (const line of text.trimEnd().split('\n')) if (line !== '') JSON.parse(line);
      } else JSON.parse(text);
    }
  }
});
