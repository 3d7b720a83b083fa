import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isUntouched, openOutput } from './output.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-output-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = async (paths: readonly string[]) => {
  const output = await openOutput(folder);
  for (const path of paths) await output.write(path, [path]);
  return output;
};

test('what an earlier build left in our own folders goes with its folders, and nothing else', async () => {
  await (await write(['explorer/network.json', 'explorer/one/nodes/0.json', 'mine.txt'])).commit();
  const files = await (await write(['explorer/network.json', 'explorer/two/nodes/0.json'])).commit();
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(
    [
      'explorer',
      'explorer/network.json',
      'explorer/two',
      'explorer/two/nodes',
      'explorer/two/nodes/0.json',
      'mine.txt',
    ].sort(),
  );
  expect(await isUntouched(folder, files)).toBe(true);
  await rm(join(folder, 'explorer/two/nodes/0.json'));
  expect(await isUntouched(folder, files)).toBe(false);
});

test('until it is committed the folder holds the network before, and nothing is written outside it', async () => {
  const before = await readdir(join(folder, 'explorer'));
  const output = await write(['explorer/three/nodes/0.json']);
  expect(await readdir(join(folder, 'explorer'))).toEqual(before);
  await expect(output.write('../outside', ['x'])).rejects.toMatchObject({ code: 'WRITE_OUTSIDE' });
});
