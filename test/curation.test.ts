/** Readers correct the machine: in the page, in the file, and over a rebuild. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseLedger } from '../src/curation/ledger.ts';
import { type Serving, serve } from '../src/node/serve/serve.ts';
import type { ExplorerNetwork } from '../src/outputs/explorer-data.ts';
import { launchBrowser } from './support/chromium.ts';
import { expectAccessible, type Opened, openPage, readNetwork } from './support/page.ts';
import { guanxi } from './support/sample.ts';

let folder = '';
let corpus = '';
let out = '';
let ledger = '';
let browser: Browser;
let serving: Serving;
let network: ExplorerNetwork;
/** Two companies with names of their own, and a tie that has nothing to do with them. */
let a: number;
let b: number;
let tie: number;

const build = () => guanxi(['build', corpus, '-o', out]);
const label = (node: number): string => network.nodes.label[node] ?? '';
const id = (node: number): string => network.nodes.id[node] ?? '';
const at = (key: string, value: string): string => `${serving.url}#${key}=${encodeURIComponent(value)}`;

async function decisions() {
  const { lines, problems } = parseLedger(await readFile(ledger, 'utf8').catch(() => ''), 'ledger');
  expect(problems).toEqual([]);
  return lines.map(({ decision }) => decision);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-curation-'));
  [corpus, out] = [join(folder, 'corpus'), join(folder, 'out')];
  ledger = join(corpus, 'curation.jsonl');
  await cp(fileURLToPath(new URL('../corpus', import.meta.url)), corpus, { recursive: true });
  const [built, launched] = await Promise.all([build(), launchBrowser()]);
  browser = launched;
  expect(built).toMatchObject({ code: 0 });
  serving = await serve({
    folder: out,
    port: 0,
    ledger,
    rebuild: async () => {
      expect(await build()).toMatchObject({ code: 0 });
    },
  });
  network = await readNetwork(out);
  const { nodes, edges, entityTypes, relationTypes } = network;
  const stated = edges.id.flatMap((_, edge) => (relationTypes[edges.type[edge] ?? -1]?.weak === true ? [] : [edge]));
  const ends = (edge: number) => [edges.source[edge] ?? 0, edges.target[edge] ?? 0];
  const companies = nodes.id.flatMap((_, node) => {
    const alone = nodes.label.filter((name) => name.includes(label(node)) || label(node).includes(name)).length === 1;
    const tied = stated.some((edge) => ends(edge).includes(node));
    return alone && tied && entityTypes[nodes.type[node] ?? -1]?.id === 'company' ? [node] : [];
  });
  [a = -1, b = -1] = companies;
  tie = stated.find((edge) => !ends(edge).includes(a) && !ends(edge).includes(b)) ?? -1;
  expect(Math.min(a, b, tie)).toBeGreaterThanOrEqual(0);
});

afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await rm(folder, { recursive: true, force: true });
});

async function withPage(address: string, run: (opened: Opened) => Promise<void>, options = {}): Promise<void> {
  const opened = await openPage(browser, address, options);
  try {
    await run(opened);
    expect(opened.complaints).toEqual([]);
  } finally {
    await opened.close();
  }
}

/** Waits until the ledger on disk holds as many decisions. */
const expectDecisions = (count: number) => expect.poll(async () => (await decisions()).length).toBe(count);

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });

describe('a reader of a page that is served with its corpus', () => {
  test('merges two names and rejects a tie, takes it back, does it again; a reload and a build keep it', () =>
    withPage(at('node', id(a)), async ({ page }) => {
      await page.getByRole('button', { name: '更正' }).click();
      await page.getByRole('button', { name: '合并…' }).click();
      await page.getByRole('combobox', { name: '与之合并的名称' }).fill(label(b));
      await page
        .getByRole('option')
        .filter({ hasText: label(b) })
        .first()
        .click();
      await page.getByLabel('理由').fill('公告所称');
      await expectAccessible(page);
      await page.locator('.curation-form').getByRole('button', { name: '合并', exact: true }).click();
      await heading(page, label(b)).waitFor();
      await expectDecisions(1);
      expect(await decisions()).toMatchObject([{ do: 'merge', why: '公告所称' }]);
      expect(await page.locator('.aliases').textContent()).toContain(label(a));

      await page.goto(at('tie', network.edges.id[tie] ?? ''));
      const surface = await page.locator('.canvas canvas').first().elementHandle();
      await page.getByRole('button', { name: '不成立' }).click();
      await expectDecisions(2);
      // The drawing goes on: it is not made anew for a decision.
      await expect.poll(() => page.locator('.decision-notice p').count()).toBe(1);
      expect(await surface?.evaluate((element) => element.isConnected)).toBe(true);
      await expectAccessible(page);
      await page.keyboard.press('Control+z');
      await expectDecisions(1);
      await page.keyboard.press('Control+Shift+z');
      await expectDecisions(2);

      await page.goto(at('node', id(b)));
      await heading(page, label(b)).waitFor();
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      expect(await page.locator('.aliases').textContent()).toContain(label(a));

      await page.getByRole('button', { name: /^审校/ }).click();
      await page.getByRole('button', { name: '决定', exact: true }).click();
      expect(await page.locator('.decisions > li').count()).toBe(2);
      await expectAccessible(page);
      await page.getByRole('button', { name: '撤回第 2 行的决定' }).click();
      await expectDecisions(1);
      await page.keyboard.press('Control+z');
      await expectDecisions(2);
      await page.getByRole('button', { name: '现在重新构建' }).click();
      await expect.poll(() => page.locator('.status-built').count(), { timeout: 120_000 }).toBe(2);
      const rebuilt = await readNetwork(out);
      expect(rebuilt.nodes.id).not.toContain(id(a));
      expect(rebuilt.edges.id).not.toContain(network.edges.id[tie]);
      expect(await page.locator('.badge').count()).toBe(0);
      // What was done before the build can still be done again, and taken back.
      await page.keyboard.press('Control+Shift+z');
      await expectDecisions(1);
      await page.keyboard.press('Control+z');
      await expectDecisions(2);
      await page.getByRole('button', { name: '撤回第 1 行的决定' }).click();
      await expectDecisions(1);
      await page.getByRole('heading', { name: '已撤回，待下次构建' }).waitFor();
    }));

  test('splits off one mention, and one article, from the open article', async () => {
    await rm(ledger, { force: true });
    await build();
    const { nodes } = await readNetwork(out);
    const much = nodes.documents.findIndex(
      (count, node) => count > 2 && nodes.label.filter((name) => name === nodes.label[node]).length === 1,
    );
    expect(much).toBeGreaterThanOrEqual(0);
    await withPage(at('node', nodes.id[much] ?? ''), async ({ page }) => {
      await page.locator('.panel .row').filter({ hasText: '提及' }).first().click();
      const buttons = page.locator('.split-here');
      await buttons.waitFor();
      await expectAccessible(page);
      await buttons.getByRole('button', { name: '只拆出这一处' }).click();
      await expectDecisions(1);
      expect(await decisions()).toMatchObject([
        { do: 'split', off: { mentions: [[expect.any(String), expect.any(Number), expect.any(Number)]] } },
      ]);
      await page.keyboard.press('Control+z');
      await expectDecisions(0);
      await buttons.getByRole('button', { name: '拆出本篇各处' }).click();
      await expectDecisions(1);
      expect(await decisions()).toMatchObject([{ do: 'split', off: { documents: [expect.any(String)] } }]);
      // The article stays open, and the part that was split off is a name of its own.
      await page.locator('.reader .mention').first().waitFor();
      await expect.poll(() => page.locator('.split-here, .reader .mention').count()).toBeGreaterThan(1);
    });
    const built = await build();
    expect(built.stdout).toContain('1 decision');
    expect((await readNetwork(out)).nodes.label.filter((name) => name === nodes.label[much])).toHaveLength(2);
  });

  test('answers questions by keyboard', async () => {
    await rm(ledger, { force: true });
    await build();
    await withPage(
      `${serving.url}#lang=en&theme=dark`,
      async ({ page }) => {
        await page.keyboard.press('e');
        const progress = page.locator('.question .kicker');
        await progress.waitFor();
        const [count = '0'] = /of (\d+)/.exec((await progress.textContent()) ?? '')?.slice(1) ?? [];
        expect(Number(count)).toBeGreaterThan(1);
        await expectAccessible(page);
        await page.keyboard.press('j');
        await expect.poll(() => progress.textContent()).toContain('Question 2');
        await page.keyboard.press('k');
        await page.locator('.question .seen-in b, .question .sentence').first().waitFor();
        await page.keyboard.press('y');
        await expectDecisions(1);
        await expect.poll(() => page.locator('.queue [data-answer]').count()).toBe(1);
        await page.keyboard.press('n');
        await expectDecisions(2);
        await page.keyboard.press('u');
        await expectDecisions(1);
        expect((await decisions())[0]).toMatchObject({ do: expect.stringMatching(/^(?:merge|confirm)$/) });
      },
      { locale: 'en-GB' },
    );
  });

  test('is told when the ledger cannot be written, and the page stays as it was', async () => {
    await rm(ledger, { force: true });
    await withPage(at('node', id(b)), async ({ page, complaints }) => {
      await page.route('**/explorer/curation.json', (route) =>
        route.request().method() === 'POST'
          ? route.fulfill({ status: 500, json: { error: 'disk full' } })
          : route.continue(),
      );
      await page.getByRole('button', { name: '更正' }).click();
      await page.getByRole('button', { name: '改名…' }).click();
      await page.getByLabel('新名称').fill('别名');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').filter({ hasText: 'disk full' }).waitFor();
      expect(await heading(page, label(b)).count()).toBe(1);
      complaints.length = 0;
    });
  });
});

describe('a reader of static files', () => {
  let still: Serving;
  beforeAll(async () => {
    await rm(ledger, { force: true });
    await build();
    still = await serve({ folder: out, port: 0 });
  });
  afterAll(() => still.close());
  const address = () => `${still.url}#node=${encodeURIComponent(id(b))}`;

  test('keeps decisions in the browser, downloads them, and drops them in elsewhere', async () => {
    let text = '';
    await withPage(address(), async ({ page }) => {
      await page.getByRole('button', { name: '更正' }).click();
      await page.getByRole('button', { name: '改名…' }).click();
      await page.getByLabel('新名称').fill('改过的名称');
      await page.keyboard.press('Enter');
      await heading(page, '改过的名称').waitFor();
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      await heading(page, '改过的名称').waitFor();
      await page.keyboard.press('e');
      await page.getByRole('button', { name: '决定', exact: true }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '下载账本' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('curation.jsonl');
      text = await readFile(await download.path(), 'utf8');
    });
    expect(parseLedger(text, '').lines).toMatchObject([{ decision: { do: 'rename', name: '改过的名称' } }]);
    await withPage(address(), async ({ page }) => {
      await page.keyboard.press('e');
      await page.getByRole('button', { name: '决定', exact: true }).click();
      await page.locator('input[type=file]').setInputFiles({
        name: 'curation.jsonl',
        mimeType: 'application/x-ndjson',
        buffer: Buffer.from(`${text}{"do":"oops"}\n`),
      });
      await page.getByText('载入 1 个决定，1 行无法识别').waitFor();
      await page.keyboard.press('Escape');
      await heading(page, '改过的名称').waitFor();
    });
  });

  test('has room for it on a phone', () =>
    withPage(
      address(),
      async ({ page }) => {
        await page.getByRole('button', { name: '更正' }).click();
        await page.getByRole('button', { name: '拆分…' }).click();
        await expectAccessible(page);
        await page.getByRole('button', { name: /审校/ }).click();
        await page.locator('.question').waitFor();
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      },
      { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    ));
});

describe('a ledger by hand', () => {
  beforeEach(() => rm(ledger, { force: true }));

  test('is followed by every build, which says what no longer applies and goes on', async () => {
    const rename = { do: 'rename', entity: ['company', label(a)], name: '手改的名称' };
    const gone = { do: 'reject', entity: ['person', '查无此人'] };
    await writeFile(ledger, `# by hand\n${JSON.stringify(rename)}\n${JSON.stringify(gone)}\nnot json\n`);
    const built = await build();
    expect(built.code).toBe(1);
    expect(built.stdout).toContain(`1 decision of ${ledger} applied, 1 no longer applies`);
    expect(built.stderr).toContain(`${ledger}:3: the decision no longer applies: there is no person "查无此人"`);
    expect(built.stderr).toContain(`${ledger}:4: not valid JSON`);
    expect((await readNetwork(out)).nodes.label).toContain('手改的名称');
    expect((await readNetwork(out)).documents.map((document) => document.id)).not.toContain('curation.jsonl');
  });
});
