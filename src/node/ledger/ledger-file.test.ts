import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFiles } from '../corpus/files.ts';
import { ledgerOf, readLedger, writeLedgerText } from './ledger-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-ledger-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a ledger stands in the first folder, or beside the first file', async () => {
  await writeFile(join(folder, 'a.txt'), '甲');
  expect(ledgerOf([folder, 'elsewhere'])).toBe(join(folder, 'curation.jsonl'));
  expect(ledgerOf([join(folder, 'a.txt')])).toBe(join(folder, 'curation.jsonl'));
});

test('a ledger that is not there is empty; one that is not UTF-8 is refused with its name', async () => {
  expect(await readLedger(join(folder, 'none.jsonl'))).toMatchObject({ text: '', lines: [], problems: [] });
  const file = join(folder, 'gbk.jsonl');
  await writeFile(file, Uint8Array.of(0xbc, 0xd7, 0x0a));
  await expect(readLedger(file)).rejects.toMatchObject({ code: 'LEDGER_UNREADABLE', place: { file } });
});

test('a ledger is written whole, and nothing is left beside it', async () => {
  const own = join(folder, 'own');
  await mkdir(own);
  const file = join(own, 'curation.jsonl');
  await writeLedgerText(file, '# one\n');
  await writeLedgerText(file, '# two\n');
  expect(await readFile(file, 'utf8')).toBe('# two\n');
  expect(await readdir(own)).toEqual(['curation.jsonl']);
  await expect(writeLedgerText(join(own, 'no', 'curation.jsonl'), '')).rejects.toMatchObject({
    code: 'LEDGER_UNWRITABLE',
  });
});

test('a ledger that is a link stays one, and keeps its permissions', async () => {
  const [real, link] = [join(folder, 'real.jsonl'), join(folder, 'link.jsonl')];
  await writeFile(real, '', { mode: 0o640 });
  await symlink(real, link);
  await writeLedgerText(link, '# new\n');
  expect(await readFile(real, 'utf8')).toBe('# new\n');
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect((await lstat(real)).mode & 0o777).toBe(0o640);
});

test('a folder in the place of a ledger is refused', async () => {
  await expect(readLedger(folder)).rejects.toMatchObject({ code: 'LEDGER_UNREADABLE' });
});

test('a ledger is no article; one that is not followed is reported, and one deeper down is a file like others', async () => {
  const corpus = join(folder, 'corpus');
  await mkdir(join(corpus, 'more'), { recursive: true });
  await writeFile(join(corpus, 'a.txt'), '甲');
  await writeFile(join(corpus, 'curation.jsonl'), '');
  await writeFile(join(corpus, 'more', 'curation.jsonl'), '');
  const followed = await listFiles([corpus], { ledger: join(corpus, 'curation.jsonl') });
  expect(followed.files.map(({ id }) => id)).toEqual(['a.txt', 'more/curation.jsonl']);
  expect(followed.problems).toEqual([]);
  const other = await listFiles([corpus], { ledger: join(corpus, 'more', 'curation.jsonl') });
  expect(other.files.map(({ id }) => id)).toEqual(['a.txt']);
  expect(other.problems.map(({ code }) => code)).toEqual(['READ_LEDGER']);
});
