import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MODEL_TYPES } from '../../src/mentions/model/labels.ts';
import { ANNOTATIONS_FOLDER, findChunks, hashOfChunk, isMeasured, readLabels } from './annotations.ts';

const TEXT = '前一段。单明远任青禾集团董事长。';
const CHUNK = { id: 'a', start: 4, end: 16, hash: hashOfChunk(TEXT.slice(4, 16)) };
const NAMES = { person: [[0, 3]], company: [[4, 8]], position: [[8, 11]] };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annotations-'));
  mkdirSync(join(folder, 'labels'));
  writeFileSync(join(folder, 'news.jsonl'), `${JSON.stringify({ id: 'a', text: TEXT })}\n`);
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (...lines: unknown[]) => {
  writeFileSync(join(folder, 'labels/news.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return findChunks(readLabels(join(folder, 'labels')), folder);
};

test('labels that stand off are read with the article that they belong to', () => {
  const [chunk] = read({ ...CHUNK, names: NAMES });
  expect(chunk?.article.text).toBe(TEXT);
  expect(chunk?.spans.map(({ start, end, type }) => [MODEL_TYPES[type], TEXT.slice(4 + start, 4 + end)])).toEqual([
    ['person', '单明远'],
    ['company', '青禾集团'],
    ['position', '董事长'],
  ]);
});

test('labels of another text are refused, with file and line', () => {
  const good = { ...CHUNK, names: NAMES };
  expect(() => read(good, { ...good, hash: '00000000' })).toThrow(
    /news\.jsonl:2: the text of article a is not the one/,
  );
  expect(() => read({ ...good, id: 'b' })).toThrow(/news\.jsonl:1: .* no article b/);
});

test('names that overlap, reach beyond the chunk or are of no type are refused', () => {
  expect(() => read({ ...CHUNK, names: { person: [[0, 3]], company: [[2, 8]] } })).toThrow(/overlaps/);
  expect(() => read({ ...CHUNK, names: { person: [[10, 14]] } })).toThrow(/beyond the chunk/);
  expect(() => read({ ...CHUNK, names: { colour: [[0, 3]] } })).toThrow(/news\.jsonl:1: no labelled chunk/);
});

test('about one labelled chunk in ten measures, and never two of one article on different sides', () => {
  const sides = new Map<string, boolean>();
  for (let number = 0; number < 2000; number++) {
    const id = `article-${number}`;
    sides.set(id, isMeasured(id));
    expect(isMeasured(id)).toBe(sides.get(id));
  }
  const measured = [...sides.values()].filter(Boolean).length;
  expect(measured).toBeGreaterThan(150);
  expect(measured).toBeLessThan(250);
});

test('the labels of the project can be read', () => {
  const labels = readLabels(ANNOTATIONS_FOLDER);
  expect(labels.length).toBeGreaterThan(100);
  expect(new Set(labels.map(({ id, start }) => `${id} ${start}`)).size).toBe(labels.length);
});
