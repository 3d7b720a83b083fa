/** `guanxi watch` as its reader sees it: the corpus grows, the open page follows. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './support/chromium.ts';
import { openPage, readNetwork } from './support/page.ts';
import { CLI } from './support/sample.ts';

const FIRST = '5月6日，云州市市长韩守仁会见了海川集团董事长高明远，双方就合作进行了交流。';
const SECOND = '5月8日，青禾新能源股份有限公司出资3亿元收购海川集团20%的股权。';

let folder = '';
let browser: Browser;
let watching: ChildProcess | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-watch-'));
  browser = await launchBrowser();
});
afterAll(async () => {
  watching?.kill();
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Starts to watch, and waits for the address and for the watch to begin. */
async function watch(corpus: string, output: string): Promise<{ url: string; said: () => string }> {
  const child = spawn(process.execPath, [CLI, 'watch', corpus, '-o', output, '--port', '0', '--no-open', '-w', '1']);
  watching = child;
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    text += String(chunk);
  });
  while (!text.includes('Watching for changes')) {
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error(text);
  }
  return { url: /http:\S+/.exec(text)?.[0] ?? '', said: () => text };
}

test('the page shows new articles, and the reader stays where they were', async () => {
  const [corpus, output] = [join(folder, 'corpus'), join(folder, 'output')];
  await mkdir(corpus);
  await writeFile(join(corpus, 'a.txt'), FIRST);
  const { url, said } = await watch(corpus, output);
  const before = await readNetwork(output);
  const opened = await openPage(browser, `${url}#node=person:韩守仁&camera=0.4,0.6,0.8,0&lang=zh`);
  const { page } = opened;
  await page.waitForSelector('text=高明远');
  await page.evaluate(() => Object.assign(globalThis, { samePage: true }));

  await writeFile(join(corpus, 'b.txt'), SECOND);
  await page.waitForFunction(
    () => document.querySelector('.counts')?.textContent?.includes('2 篇') ?? false,
    undefined,
    { timeout: 120_000 },
  );
  // The same page with the same selection, not one that was loaded again.
  expect(await page.evaluate(() => 'samePage' in globalThis)).toBe(true);
  const hash = decodeURIComponent(new URL(page.url()).hash);
  expect(hash).toContain('node=person:韩守仁');
  expect(hash).toMatch(/camera=[\d.,-]+/);
  expect(await page.locator('main, body').first().textContent()).toContain('韩守仁');

  const after = await readNetwork(output);
  for (const [index, id] of before.nodes.id.entries()) {
    const now = after.nodes.id.indexOf(id);
    expect([id, after.nodes.x[now], after.nodes.y[now]]).toEqual([id, before.nodes.x[index], before.nodes.y[index]]);
  }
  expect(after.nodes.id).toContain('company:青禾新能源股份有限公司');

  await rm(join(corpus, 'b.txt'));
  await page.waitForFunction(() => document.querySelector('.counts')?.textContent?.includes('1 篇') ?? false);
  expect((await readNetwork(output)).nodes).toEqual(before.nodes);

  await rm(join(corpus, 'a.txt'));
  while (!said().includes('The network stays as it is')) await new Promise((next) => setTimeout(next, 100));
  expect((await readNetwork(output)).nodes).toEqual(before.nodes);
  expect(opened.complaints).toEqual([]);
  await opened.close();
});
