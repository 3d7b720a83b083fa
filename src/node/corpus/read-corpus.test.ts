import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { docx } from '../../../test/support/word.ts';
import type { Document } from '../../documents/document.ts';
import type { Problem } from '../../errors.ts';
import { listFiles, problemOf } from './files.ts';
import { type ReadOptions, readCorpus } from './read-corpus.ts';

const STORY = '云州市市长甲某某昨日会见了海川集团董事长乙某某一行，双方签署了合作协议。';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

async function read(options?: ReadOptions): Promise<{ documents: Document[]; problems: Problem[] }> {
  const documents: Document[] = [];
  const problems: Problem[] = [];
  for await (const result of readCorpus([folder], options)) {
    if ('document' in result) documents.push(result.document);
    else problems.push(result.problem);
  }
  return { documents, problems };
}

describe('order and ids', () => {
  test('documents come by path, then by record, with their paths as ids', async () => {
    await put({
      'b.txt': STORY,
      'a/z.txt': STORY,
      'B.txt': STORY,
      'a/records.jsonl': `${JSON.stringify({ text: '甲' })}\n\n${JSON.stringify({ text: '乙' })}\n`,
      'a/.hidden.txt': STORY,
    });
    const { documents, problems } = await read();
    expect(documents.map(({ id }) => id)).toEqual([
      'B.txt',
      'a/records.jsonl#1',
      'a/records.jsonl#3',
      'a/z.txt',
      'b.txt',
    ]);
    expect(problems).toEqual([]);
  });

  test('a record keeps its own id; the second of one id is renamed and said', async () => {
    await put({ 'a.jsonl': ['x', 'x', '__proto__', 7].map((id) => JSON.stringify({ id, text: STORY })).join('\n') });
    const { documents, problems } = await read();
    expect(documents.map(({ id }) => id)).toEqual(['x', 'x#2', '__proto__', '7']);
    expect(problems).toMatchObject([{ code: 'READ_DUPLICATE_ID', place: { line: 2, document: 'x#2' } }]);
  });

  test('a file given by itself, or twice, is read once', async () => {
    await put({ 'a.txt': STORY });
    const list = await listFiles([folder, join(folder, 'a.txt')]);
    expect(list.files.map(({ id }) => id)).toEqual(['a.txt']);
    expect(list.bytes).toBe(Buffer.byteLength(STORY));
  });
});

describe('formats', () => {
  test('fields are found under English and Chinese names', async () => {
    await put({
      'one.json': JSON.stringify({
        headline: '会见',
        content: STORY,
        pubDate: '2031/5/6 08:00',
        source: '云州日报',
        author: ['丙', '丁'],
      }),
      'many.json': JSON.stringify([{ 标题: '会见', 正文: STORY, 日期: '2031年5月6日', 来源: '云州日报', 作者: '丙' }]),
      'lines.json': `${JSON.stringify({ text: '甲' })}\n${JSON.stringify({ text: '乙' })}\n`,
      'wrapped.json': JSON.stringify({
        total: 1,
        articles: [{ body: ['第一段。', '第二段。'], publishedAt: '2031-05-05T20:00:00Z' }],
      }),
      'table.csv': `\uFEFF标题,正文,发布时间\n会见,"${STORY}\n""第二段""",20310506\n`,
      'table2.csv': `title;text;date\n会见;${STORY};2031-05\n`,
    });
    const { documents, problems } = await read();
    expect(problems).toEqual([]);
    const shared = { title: '会见', text: STORY, date: '2031-05-06', publisher: '云州日报' };
    expect(documents).toEqual([
      { id: 'lines.json#1', text: '甲' },
      { id: 'lines.json#2', text: '乙' },
      { id: 'many.json#1', ...shared, author: '丙' },
      { id: 'one.json', ...shared, author: '丙\n丁' },
      { id: 'table.csv#1', title: '会见', text: `${STORY}\n"第二段"`, date: '2031-05-06' },
      { id: 'table2.csv#1', title: '会见', text: STORY, date: '2031-05' },
      { id: 'wrapped.json#1', text: '第一段。\n第二段。', date: '2031-05-06' },
    ]);
  });

  test('every text format is read packed and in every encoding', async () => {
    const page = (charset: string) =>
      `<html><head><meta charset="${charset}"></head><body><p>${STORY}</p></body></html>`;
    const traditional = '雲州市市長甲某某昨日會見了海川集團董事長，雙方簽署了合作協議。';
    await put({
      'a.txt.gz': gzipSync(iconv.encode(STORY, 'gb18030')),
      'b.txt': iconv.encode(traditional, 'big5'),
      'c.txt': iconv.encode(STORY, 'utf-16le'),
      'd.html': iconv.encode(page('gb2312'), 'gb18030'),
      'e.jsonl.gz': gzipSync(iconv.encode(`${JSON.stringify({ text: STORY })}\n`, 'utf-16be')),
      'f.csv.gz': gzipSync(iconv.encode(`text\n${STORY}\n`, 'gb18030')),
      'g.htm': page('gb2312'),
    });
    const { documents, problems } = await read();
    expect(problems).toEqual([]);
    expect(documents.map(({ text }) => text)).toEqual([STORY, traditional, STORY, STORY, STORY, STORY, STORY]);
  });

  test('an encoding that is asked for is used', async () => {
    await put({ 'a.txt': iconv.encode('龘', 'big5') });
    expect((await read({ encoding: 'gbk' })).documents[0]?.text).not.toBe('龘');
    expect((await read({ encoding: 'big5' })).documents[0]?.text).toBe('龘');
    await expect(read({ encoding: 'klingon' })).rejects.toMatchObject({ code: 'READ_ENCODING' });
  });

  test('Markdown loses its markup and keeps its words, lines and front matter', async () => {
    await put({
      'a.md': `---\ndate: 2031-05-06\nsource: "云州日报"\n---\n# 市长会见**董事长**\n\n**“甲”**说，[海川集团](http://x.invalid/(a))很好。\n第二行。\n\n- 一\n- 二\n\n<script>alert(1)</script>\n`,
    });
    expect((await read()).documents).toEqual([
      {
        id: 'a.md',
        title: '市长会见董事长',
        date: '2031-05-06',
        publisher: '云州日报',
        text: '“甲”说，海川集团很好。\n第二行。\n一\n二',
      },
    ]);
  });

  test('a text file tells title, date and source in its first lines', async () => {
    await put({ 'a.txt': `市长会见海川集团客人\r\n2031-05-06 10:57:00来源:云州日报作者:丙某\r\n　　${STORY}\r\n` });
    expect((await read()).documents).toMatchObject([
      { title: '市长会见海川集团客人', date: '2031-05-06', publisher: '云州日报', author: '丙某' },
    ]);
  });

  test('Word documents give a line for each paragraph', async () => {
    await put({ 'a.docx': docx(['云州新闻', STORY]) });
    expect((await read()).documents).toEqual([
      { id: 'a.docx', title: '会见', date: '2031-05-06', text: `云州新闻\n${STORY}` },
    ]);
  });

  test('a PDF gives paragraphs without blanks between lines, heads or page numbers', async () => {
    const pdf = join(import.meta.dirname, '../../../test/fixtures/news-in-chinese.pdf');
    const documents: Document[] = [];
    for await (const result of readCorpus([pdf])) if ('document' in result) documents.push(result.document);
    const [document] = documents;
    expect(document).toMatchObject({
      id: 'news-in-chinese.pdf',
      date: '2031-05-06',
      publisher: '云州晚报',
      author: '甘小禾',
    });
    const lines = document?.text.split('\n') ?? [];
    expect(lines).toHaveLength(7);
    expect(lines[0]).toBe('云州市与海川集团签署协议');
    expect(lines[4]).toBe(
      '海川集团成立于2009年，主要生产工业电机（Industrial Motor）与控制系统，去年营业收入超过90亿元。集团在全国有六家子公司，其中云州海川电机有限公司由集团全资持有。',
    );
    expect(document?.text).not.toContain('要闻');
  });
});

describe('trouble', () => {
  test('every bad file gives its own problem, and the good one is read', async () => {
    await put({
      'binary.txt': Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * i * 31 + (i >> 3) * 7) % 256)),
      'empty.txt': '',
      'blank.jsonl': '\n\n',
      'picture.png': 'x',
      'broken.json': '{"text": ',
      'broken.docx': 'no archive',
      'broken.pdf': '%PDF-1.4 nothing',
      'broken.txt.gz': gzipSync(STORY.repeat(50)).subarray(0, 60),
      'half.txt': iconv.encode(STORY, 'utf-16le').subarray(0, 51),
      'links.html': '<ul><li><a href="/a">新闻</a></li></ul>',
      'good.txt': STORY,
      'other.csv': 'a,b\n1,2\n',
    });
    await symlink(folder, join(folder, 'loop'));
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling.txt'));
    const { documents, problems } = await read();
    expect(documents.map(({ id }) => id)).toEqual(['good.txt', 'half.txt']);
    expect(documents[1]?.text).toBe(STORY.slice(0, 25));
    const codes = Object.fromEntries(problems.map(({ code, place }) => [place.file?.slice(folder.length + 1), code]));
    expect(codes).toEqual({
      'binary.txt': 'READ_BINARY',
      'blank.jsonl': 'READ_EMPTY',
      'broken.docx': 'READ_DOCX',
      'broken.json': 'READ_JSON',
      'broken.pdf': 'READ_PDF',
      'broken.txt.gz': 'READ_GZIP',
      'dangling.txt': 'READ_GONE',
      'empty.txt': 'READ_EMPTY',
      'half.txt': 'READ_DAMAGED_TEXT',
      'links.html': 'READ_NO_ARTICLE',
      loop: 'READ_LOOP',
      'other.csv': 'READ_NO_TEXT',
      'picture.png': 'READ_UNSUPPORTED',
    });
    for (const { message, place } of problems) expect(message).toContain(place.file);
  });

  test('a bad line is named and the next is read', async () => {
    await put({ 'a.jsonl': `{"text": "甲"\n[1]\n{"title": "乙"}\n${JSON.stringify({ text: STORY })}` });
    const { documents, problems } = await read();
    expect(documents.map(({ id }) => id)).toEqual(['a.jsonl#4']);
    expect(problems.map(({ code, place }) => [code, place.line])).toEqual([
      ['READ_JSON', 1],
      ['READ_RECORD', 2],
      ['READ_NO_TEXT', 3],
    ]);
  });

  test('a line of 50 MB is left out with bounded memory', async () => {
    await put({
      'a.jsonl': Buffer.concat([
        Buffer.alloc(50 * 2 ** 20, 'x'),
        Buffer.from(`\n${JSON.stringify({ text: STORY })}\n`),
      ]),
    });
    const { documents, problems } = await read();
    expect(documents.map(({ id }) => id)).toEqual(['a.jsonl#2']);
    expect(problems).toMatchObject([{ code: 'READ_LONG_LINE', place: { line: 1 } }]);
  });

  test('what unpacks beyond the limit is refused', async () => {
    await put({
      'a.txt.gz': gzipSync(Buffer.alloc(2 ** 20)),
      'b.docx': docx(['甲'.repeat(400_000)]),
      'c.txt': STORY.repeat(5),
    });
    const { documents, problems } = await read({ limits: { unpackedBytes: 2 ** 16, fileBytes: 2 ** 16 } });
    expect(documents.map(({ id }) => id)).toEqual(['c.txt']);
    expect(problems.map(({ code }) => code)).toEqual(['READ_TOO_LARGE', 'READ_TOO_LARGE']);
  });

  test('a streamed file that is packed as no news is, is read up to the limit and said', async () => {
    const line = `${JSON.stringify({ text: STORY })}\n`;
    await put({
      'bomb.jsonl.gz': gzipSync(line.repeat(20_000)),
      'news.jsonl.gz': gzipSync(line),
    });
    const { documents, problems } = await read({ limits: { unpackedBytes: 2 ** 16, packing: 50 } });
    expect(documents.length).toBeLessThan(20_000);
    expect(documents.at(-1)?.id).toBe('news.jsonl.gz#1');
    expect(problems).toMatchObject([{ code: 'READ_TOO_LARGE' }]);
    expect(problems[0]?.message).toContain('bomb.jsonl.gz unpacks to more than');
  });

  test('a file of a gigabyte is refused before it is read', async () => {
    await put({ 'a.html': STORY, 'good.txt': STORY });
    await truncate(join(folder, 'a.html'), 2 ** 30);
    const { documents, problems } = await read();
    expect(documents.map(({ id }) => id)).toEqual(['good.txt']);
    expect(problems.map(({ code }) => code)).toEqual(['READ_TOO_LARGE']);
  });

  test('JSON nested a million deep is one problem', async () => {
    await put({
      'a.json': `${'['.repeat(1e6)}${']'.repeat(1e6)}`,
      'b.jsonl': `{"text":${'['.repeat(1e6)}`,
      'c.txt': STORY,
    });
    const { documents, problems } = await read();
    expect(documents.map(({ id }) => id)).toEqual(['c.txt']);
    expect(problems).toHaveLength(2);
  });

  test('ten thousand articles of one id are told apart without delay', async () => {
    await put({ 'a.jsonl': `${JSON.stringify({ id: 'x', text: STORY })}\n`.repeat(10_000) });
    const { documents } = await read();
    expect(new Set(documents.map(({ id }) => id)).size).toBe(10_000);
    expect(documents.at(-1)?.id).toBe('x#10000');
  });

  test('characters that lie or cannot be written are replaced, and no offset moves', async () => {
    const text = `${STORY}\ud800\u0000\u202e完`;
    await put({ 'a.jsonl': JSON.stringify({ id: '\u202ecod', title: '\udc00题', text }) });
    const { documents } = await read();
    expect(documents).toEqual([{ id: '\uFFFDcod', title: '\uFFFD题', text: `${STORY}\uFFFD\uFFFD\uFFFD完` }]);
  });

  test('a path that does not exist and a folder without files end the run with advice', async () => {
    await expect(listFiles([join(folder, 'none')])).rejects.toMatchObject({ code: 'READ_NOT_FOUND' });
    await expect(listFiles([folder])).rejects.toMatchObject({ code: 'READ_NO_FILES' });
  });

  test('a file that may not be read says so', () => {
    const cause = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(problemOf(cause, 'a.txt')).toMatchObject({ code: 'READ_FORBIDDEN', place: { file: 'a.txt' } });
  });
});
