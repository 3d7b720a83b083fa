/** Builds that meet a full disk, a damaged store or another build: a clear sentence, nothing lost, and a way on. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintFolder } from './support/folder.ts';
import { guanxi } from './support/sample.ts';

const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));
let folder = '';
let clean: Record<string, string>;
const build = (output: string) => guanxi(['build', CORPUS, '-o', output, '-w', '1']);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-faults-'));
  expect((await build(join(folder, 'clean'))).code).toBe(0);
  clean = await fingerprintFolder(join(folder, 'clean'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Whether this process may make a disk of its own, as root on Linux may. */
function mountDisk(path: string, size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('a full disk is said, whatever is being written, and with more room the build goes on', async (context) => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  if (!mountDisk(disk, '64k')) return context.skip();
  try {
    const output = join(disk, 'output');
    // The store, the page, the files: each size is too small for another of them.
    for (const size of ['64k', '400k', '800k', '1200k']) {
      execFileSync('mount', ['-o', `remount,size=${size}`, disk]);
      const ran = await build(output);
      expect(ran.stderr).toContain('the disk is full');
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).not.toContain('    at ');
    }
    execFileSync('mount', ['-o', 'remount,size=64m', disk]);
    expect(await build(output)).toMatchObject({ code: 0, stderr: '' });
    expect(await fingerprintFolder(output)).toEqual(clean);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const readOnly = await build(output);
    expect(readOnly.code).toBe(2);
    expect(readOnly.stderr).toContain('choose another folder with -o');
  } finally {
    execFileSync('umount', [disk]);
  }
});

test('a damaged store is set aside and said, and the network is built all the same', async () => {
  const output = join(folder, 'damaged');
  expect((await build(output)).code).toBe(0);
  const store = join(output, '.store', 'store.sqlite');
  const bytes = await readFile(store);
  // Every page but the first, so that it opens and fails later.
  await writeFile(store, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0x5a)]));
  const ran = await build(output);
  expect(ran.stderr).toContain('set aside as damaged.sqlite');
  expect(ran.code).toBe(0);
  expect(await fingerprintFolder(output)).toEqual(clean);
  expect(await readFile(join(output, '.store', 'damaged.sqlite'))).toHaveLength(bytes.length);
});

test('of two builds at once one is made, and the other says who is at work or finds the work done', async () => {
  const output = join(folder, 'both');
  const both = await Promise.all([build(output), build(output)]);
  const refused = both.filter(({ code }) => code !== 0);
  expect(refused.length).toBeLessThan(2);
  for (const { code, stderr } of refused) {
    expect(code).toBe(2);
    expect(stderr).toMatch(/is being built by another process \(\d+, since .*\)\. Wait until it ends/);
  }
  expect(await fingerprintFolder(output)).toEqual(clean);
});
