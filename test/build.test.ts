/** The command line end to end: real files in, real files out. */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprintFolder } from './support/folder.ts';
import { guanxi } from './support/sample.ts';

const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-build-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the sample corpus', () => {
  let out = '';
  beforeAll(async () => {
    out = join(folder, 'sample');
    const built = await guanxi(['build', CORPUS, '-o', out]);
    expect(built).toMatchObject({ code: 0, stderr: '' });
  });

  test('one and two workers give the same bytes', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    expect((await guanxi(['build', CORPUS, '-o', one, '--workers', '1'])).code).toBe(0);
    expect((await guanxi(['build', CORPUS, '-o', two, '--workers', '2'])).code).toBe(0);
    expect(await fingerprintFolder(two)).toEqual(await fingerprintFolder(one));
  });

  test('a path between two names prints its sentences, also by pinyin', async () => {
    const ran = await guanxi(['path', 'xujingyan', '俞昌生', '--from', out]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('徐景颜 — 俞昌生');
    expect(ran.stdout).toContain('会见了阿尔法航空制造集团公司总经理俞昌生');
  });

  test('an unknown name is refused with names like it', async () => {
    const ran = await guanxi(['path', '徐景言', '俞昌生', '--from', out]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('"徐景言" is not in this network. Did you mean 徐景颜');
  });

  test('an export keeps only what is asked for', async () => {
    const ran = await guanxi(['export', '-f', 'csv', '--from', out, '--relations', 'met', '--since', '2023']);
    expect(ran.code).toBe(0);
    const lines = ran.stdout.trim().split('\r\n');
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.slice(1).every((line) => line.includes(',met,'))).toBe(true);
    expect(ran.stdout).not.toContain('俞昌生');
  });

  test('a reprint counts once', async () => {
    const documents = (await readFile(join(out, 'documents.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(documents.filter(({ reprintOf }) => reprintOf !== undefined)).toHaveLength(1);
  });

  test('every sentence of the evidence stands in its document at its offsets', async () => {
    const lines = (await readFile(join(out, 'evidence.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const network = JSON.parse(await readFile(join(out, 'explorer/network.json'), 'utf8'));
    const shard = JSON.parse(await readFile(join(out, 'explorer', network.details, 'documents/0.json'), 'utf8'));
    expect(lines.length).toBeGreaterThan(50);
    for (const { document, start, end, sentence } of lines) {
      const number = network.documents.findIndex(({ id }: { id: string }) => id === document);
      const text = shard[number]?.text;
      if (text !== undefined) expect(text.slice(start, end)).toBe(sentence);
    }
  });
});

describe('extract', () => {
  test('prints one line for each input line, in order, and says which could not be read', async () => {
    const input = [
      JSON.stringify({ id: 'a', text: '青岚市市长顾行舟会见了海月控股董事长邵怀瑾。', date: '2022-02-16' }),
      'not json',
      JSON.stringify({ id: 'c' }),
      JSON.stringify({ id: '__proto__', text: '' }),
    ].join('\n');
    const ran = await guanxi(['extract'], { input });
    const lines = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(ran.code).toBe(1);
    expect(lines.map(({ id, error }) => error ?? id)).toEqual([
      'a',
      'line 2: not valid JSON',
      'line 3: "text" is missing or not a string',
      '__proto__',
    ]);
    expect(lines[0].relations).toContainEqual(expect.objectContaining({ type: 'met' }));
  });
});

describe('bad input', () => {
  test('hostile files are named, and the rest is built', async () => {
    const corpus = join(folder, 'hostile');
    await mkdir(join(corpus, 'empty'), { recursive: true });
    const good = '5月6日，云州市市长韩守仁会见了海川集团董事长高明远，双方就合作进行了交流，并参观了云州港。';
    await writeFile(join(corpus, 'good.txt'), good);
    await writeFile(
      join(corpus, 'binary.txt'),
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
    );
    await writeFile(
      join(corpus, 'utf16-truncated.txt'),
      Buffer.concat([Buffer.from('\uFEFF', 'utf16le'), Buffer.from(good, 'utf16le').subarray(0, 61)]),
    );
    await writeFile(
      join(corpus, 'script.html'),
      `<html><head><title>云州新闻</title></head><body><article><p>${good}<script>globalThis.pwned = true</script></p></article></body></html>`,
    );
    await writeFile(join(corpus, 'xml.txt'), `${good}\u0000\u0008]]>&<>"'\uD800 结束。`);
    await writeFile(
      join(corpus, 'proto.jsonl'),
      `${JSON.stringify({ id: '__proto__', text: `${good}__proto__集团与constructor公司签署协议。` })}\n{"broken\n${JSON.stringify({ id: 'constructor', text: good })}\n`,
    );
    await writeFile(
      join(corpus, 'long.jsonl'),
      `${JSON.stringify({ id: 'long', text: '甲'.repeat(50 * 1024 * 1024) })}\n`,
    );
    await writeFile(join(corpus, 'secret.txt'), good);
    await chmod(join(corpus, 'secret.txt'), 0o000);
    const out = join(folder, 'hostile-out');
    const ran = await guanxi(['build', corpus, '-o', out]);
    expect(ran.code).toBe(1);
    for (const name of ['binary.txt', 'proto.jsonl']) expect(ran.stderr).toContain(name);
    const graph = JSON.parse(await readFile(join(out, 'graph.json'), 'utf8'));
    const labels = graph.nodes.map(({ attributes }: { attributes: { label: string } }) => attributes.label);
    expect(labels).toEqual(expect.arrayContaining(['韩守仁', '高明远', '海川集团']));
    expect(JSON.stringify(graph)).not.toContain('pwned');
  });

  test('an empty folder and a missing one are refused in one sentence', async () => {
    const empty = join(folder, 'nothing');
    await mkdir(empty);
    for (const path of [empty, join(folder, 'missing')]) {
      const ran = await guanxi(['build', path, '-o', join(folder, 'never')]);
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain(path);
      expect(ran.stderr).not.toContain('    at ');
    }
  });

  test('an output folder that cannot be made is named', async () => {
    await writeFile(join(folder, 'file'), '');
    const ran = await guanxi(['build', CORPUS, '-o', join(folder, 'file', 'out')]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('choose another folder');
  });

  test('a wrong option and a wrong configuration say what is right', async () => {
    expect((await guanxi(['build', '--workers', 'many'])).stderr).toContain('whole number from 1 to 64');
    const config = join(folder, 'guanxi.config.json');
    await writeFile(config, '{\n "vocabulry": []\n}');
    const ran = await guanxi(['build', CORPUS, '-c', config]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('did you mean "vocabulary"?');
  });
});
