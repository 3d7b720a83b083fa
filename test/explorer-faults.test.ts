import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExplorerNetwork } from '../src/outputs/explorer-data.ts';
import { launchBrowser } from './support/chromium.ts';
import { networkOf } from './support/network.ts';
import { expectAccessible, openPage, readNetwork } from './support/page.ts';
import { buildSample, type Sample } from './support/sample.ts';

let sample: Sample;
let browser: Browser;
let network: ExplorerNetwork;

beforeAll(async () => {
  [sample, browser] = await Promise.all([buildSample(), launchBrowser()]);
  network = await readNetwork(sample.dir);
});

afterAll(async () => {
  await browser?.close();
  await sample?.close();
});

/** Opens the page with another `network.json` than the built one. */
const withNetwork = (answer: (route: Route) => Promise<void>) => ({
  before: (page: Page) => page.route('**/network.json', answer),
});

test.each([
  ['没有找到网络数据', (route: Route) => route.fulfill({ status: 404, body: '' })],
  ['网络数据读取失败', (route: Route) => route.abort()],
  ['网络数据已损坏', (route: Route) => route.fulfill({ body: '{"format":1' })],
  ['数据与页面版本不符', (route: Route) => route.fulfill({ json: { ...network, format: 99 } })],
  ['还没有报道', (route: Route) => route.fulfill({ json: networkOf([], [], []) })],
  ['没有找到名称', (route: Route) => route.fulfill({ json: networkOf([]) })],
])('says: %s', async (title, answer) => {
  const { page, close } = await openPage(browser, sample.url, withNetwork(answer));
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
  await expectAccessible(page);
  await close();
});

test('reads the network again when asked', async () => {
  let broken = true;
  const answer = (route: Route) => (broken ? route.abort() : route.continue());
  const { page, close } = await openPage(browser, sample.url, withNetwork(answer));
  broken = false;
  await page.getByRole('button', { name: '重试' }).click();
  await page.waitForSelector('html[data-ready]');
  await close();
});

test('reads a shard again when asked', async () => {
  let broken = true;
  const tie = encodeURIComponent(network.edges.id[0] ?? '');
  const { page, close } = await openPage(browser, `${sample.url}#tie=${tie}`, {
    before: (opened) => opened.route('**/edges/*.json', (route) => (broken ? route.abort() : route.continue())),
  });
  await page.getByText('原文没有读到').first().waitFor();
  broken = false;
  await page.getByRole('button', { name: '重试' }).first().click();
  await page.locator('.sentence').first().waitFor();
  await close();
});

test('shows tables where nothing can be drawn', async () => {
  const { page, close } = await openPage(browser, sample.url, {
    before: (opened) =>
      opened.addInitScript(() => {
        const { getContext } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, options?: unknown) {
          return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, options]);
        } as typeof getContext;
      }),
  });
  await page.getByText('WebGL').waitFor();
  expect(await page.getByRole('table').count()).toBe(1);
  await expectAccessible(page);
  await close();
});

test('says that the filters hide everything', async () => {
  const hidden = network.entityTypes.map((type) => type.id).join(',');
  const { page, complaints, close } = await openPage(browser, `${sample.url}#hide=${hidden}`);
  await page.getByRole('heading', { name: '筛选隐藏了全部内容' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('names what an old link asks for in vain', async () => {
  const { page, close } = await openPage(browser, `${sample.url}#node=person:${encodeURIComponent('查无此人')}`);
  await page.getByText('查无此人').waitFor();
  await close();
});

test('runs nothing that a document brings along', async () => {
  const evil = '<img src=x onerror="document.title=1">';
  const hostile = networkOf(
    [
      { tie: [`person:${evil}`, 'met', 'person:__proto__'] },
      { tie: ['person:constructor', 'met', 'person:<script>document.title=1</script>'] },
    ],
    [],
    [{ title: evil, publisher: '<b>x</b>', url: 'javascript:document.title=1' }],
  );
  const text = `${evil}会见__proto__。<script>document.title=1</script>`;
  const { page, complaints, close } = await openPage(browser, `${sample.url}#article=d0&at=0-9`, {
    before: async (opened) => {
      await opened.route('**/network.json', (route) => route.fulfill({ json: hostile }));
      await opened.route('**/documents/0.json', (route) =>
        route.fulfill({ json: [{ text, mentions: [[0, 38, 0]], statements: [] }] }),
      );
    },
  });
  await page.locator('.article').getByText('<script>').waitFor();
  expect(await page.title()).not.toBe('1');
  expect(await page.locator('img, .reader script, a[href^="javascript"]').count()).toBe(0);
  expect(complaints).toEqual([]);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).not.toContain('unsafe');
  await close();
});
