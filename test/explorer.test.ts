import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExplorerNetwork } from '../src/outputs/explorer-data.ts';
import { createAdjacency, distancesFrom } from '../src/query/adjacency.ts';
import { launchBrowser } from './support/chromium.ts';
import { expectAccessible, type Opened, openPage, readNetwork } from './support/page.ts';
import { buildSample, type Sample } from './support/sample.ts';

let sample: Sample;
let browser: Browser;
let network: ExplorerNetwork;
/** A person with a meeting, and somebody two steps or more away. */
let person: number;
let far: number;

const label = (node: number): string => network.nodes.label[node] ?? '';
const id = (node: number): string => network.nodes.id[node] ?? '';
const relationType = (edge: number): string => network.relationTypes[network.edges.type[edge] ?? -1]?.id ?? '';

beforeAll(async () => {
  [sample, browser] = await Promise.all([buildSample(), launchBrowser()]);
  network = await readNetwork(sample.dir);
  const { source, target, id: edges } = network.edges;
  const ties = edges.map((_, edge) => ({ source: source[edge] ?? 0, target: target[edge] ?? 0 }));
  const stated = createAdjacency(network.nodes.id.length, ties, (edge) => relationType(edge) !== 'co_occurs');
  const unique = (node: number): boolean => network.nodes.label.filter((name) => name === label(node)).length === 1;
  const met = edges.flatMap((_, edge) => (relationType(edge) === 'met' ? [source[edge] ?? 0] : []));
  const found = met.filter(unique).map((node) => {
    const distances = distancesFrom(stated, [node]);
    return { node, other: distances.findIndex((distance, other) => distance >= 2 && unique(other)) };
  });
  const pair = found.find(({ other }) => other >= 0);
  expect(pair).toBeDefined();
  person = pair?.node ?? 0;
  far = pair?.other ?? 0;
});

afterAll(async () => {
  await browser?.close();
  await sample?.close();
});

const at = (hash = ''): string => `${sample.url}${hash}`;

async function withPage(hash: string, run: (opened: Opened) => Promise<void>, options = {}): Promise<void> {
  const opened = await openPage(browser, at(hash), options);
  try {
    await run(opened);
    expect(opened.complaints).toEqual([]);
  } finally {
    await opened.close();
  }
}

describe('a stranger', () => {
  test('opens on the whole network, with counts and things to try', () =>
    withPage('', async ({ page }) => {
      const people = network.nodes.type.filter((type) => network.entityTypes[type]?.id === 'person').length;
      expect(await page.locator('.counts').textContent()).toContain(`${people} 位人物`);
      expect(await page.getByRole('button', { name: /见过谁/ }).count()).toBe(1);
      expect(await page.getByRole('checkbox', { name: /同现/ }).isChecked()).toBe(false);
      await expectAccessible(page);
    }));

  test('finds a person by name, by pinyin and by initials, with the keyboard alone', () =>
    withPage('', async ({ page }) => {
      const syllables = (network.nodes.pinyin[person] ?? '').split(' ');
      for (const query of [label(person), syllables.join(''), syllables.map((part) => part.charAt(0)).join('')]) {
        await page.keyboard.press('/');
        await page.keyboard.type(query);
        const option = page.getByRole('option').filter({ hasText: label(person) });
        await option.first().waitFor();
        const index = (await page.getByRole('option').allTextContents()).findIndex((text) =>
          text.includes(label(person)),
        );
        for (let i = 0; i < index; i++) await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { level: 2, name: label(person), exact: true }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('heading', { name: '从这里开始' }).waitFor();
      }
    }));

  test('sees whom a person met, and reads the very sentence in its article', () =>
    withPage(`#node=${encodeURIComponent(id(person))}`, async ({ page }) => {
      await expectAccessible(page);
      await page.locator('.timeline .row').first().click();
      const sentence = page.locator('.sentence').first();
      const text = (await sentence.textContent()) ?? '';
      await sentence.click();
      const wanted = page.locator('.article .wanted');
      await wanted.first().waitFor();
      expect((await wanted.allTextContents()).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      const box = await wanted.first().boundingBox();
      expect(box !== null && box.y > 0 && box.y < 800).toBe(true);
      expect(await page.locator('.article a.mention').count()).toBeGreaterThan(0);
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      expect(await page.locator('.reader').count()).toBe(0);
    }));
});

describe('an analyst', () => {
  test('follows the path between two names, hop by hop with sentences', () =>
    withPage('', async ({ page }) => {
      await page.getByRole('button', { name: '路径', exact: true }).click();
      for (const [field, node] of [
        ['起点', person],
        ['终点', far],
      ] as const) {
        await page.getByRole('combobox', { name: field }).fill(label(node));
        await page
          .getByRole('option')
          .filter({ hasText: label(node) })
          .first()
          .click();
      }
      await page.locator('.hops .sentence').first().waitFor();
      expect(await page.locator('.hop').count()).toBeGreaterThanOrEqual(2);
      expect(await page.locator('.hop-node').first().textContent()).toBe(label(person));
      expect(await page.locator('.hop-node').last().textContent()).toBe(label(far));
      await expectAccessible(page);
    }));

  test('filters, sees how much is hidden, and takes it back', () =>
    withPage('', async ({ page }) => {
      const status = page.locator('.status-line');
      const before = await status.textContent();
      await page.getByRole('checkbox', { name: /^任职/ }).uncheck();
      await expect.poll(() => status.textContent()).not.toBe(before);
      expect(page.url()).toContain('hideties=');
      await page.goBack();
      await expect.poll(() => status.textContent()).toBe(before);
    }));

  test('looks at a neighbourhood and leaves it', () =>
    withPage(`#node=${encodeURIComponent(id(person))}`, async ({ page }) => {
      const before = await page.locator('.status-line').textContent();
      await page.getByRole('button', { name: '1 步' }).click();
      await page.locator('.chip').waitFor();
      expect(await page.locator('.status-line').textContent()).not.toBe(before);
      await page.getByRole('button', { name: '显示整张图' }).click();
      await expect.poll(() => page.locator('.status-line').textContent()).toBe(before);
    }));

  test('exports what is on screen', () =>
    withPage('#hide=place', async ({ page }) => {
      await page.getByRole('button', { name: '导出' }).click();
      for (const [name, start] of [
        ['GEXF', '<?xml'],
        ['GraphML', '<?xml'],
        ['名称表', '\uFEFFId,'],
        ['关系表', '\uFEFFId,'],
        ['JSON', '{"options"'],
        ['^图片 PNG', '\uFFFDPNG'],
      ]) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: new RegExp(name ?? '') }).click(),
        ]);
        const text = await readFile(await download.path(), 'utf8');
        expect(text.startsWith(start ?? '')).toBe(true);
      }
    }));

  test('sends a link that shows the same', async () => {
    const hash = `#node=${encodeURIComponent(id(person))}&around=${encodeURIComponent(id(person))}&hops=2&confidence=0.3&lang=en&theme=dark`;
    await withPage(hash, async ({ page }) => {
      await page.getByRole('heading', { level: 2, name: label(person), exact: true }).waitFor();
      expect(await page.getByRole('button', { name: '2 steps' }).getAttribute('aria-pressed')).toBe('true');
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await expectAccessible(page);
    });
  });
});

describe('every reader', () => {
  test('has the network as tables, sortable', () =>
    withPage('#show=table', async ({ page }) => {
      await page.getByRole('button', { name: '关系', exact: true }).click();
      const header = page.getByRole('columnheader', { name: /可信度/ });
      await header.getByRole('button').click();
      expect(await header.getAttribute('aria-sort')).toBe('descending');
      await page.locator('.verb-button').first().click();
      await page.locator('.sentence').first().waitFor();
      await expectAccessible(page);
    }));

  test('has help by key, and the focus back afterwards', () =>
    withPage('', async ({ page }) => {
      const filters = page.getByRole('button', { name: '筛选', exact: true });
      await filters.focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await filters.evaluate((element) => element === document.activeElement)).toBe(true);
    }));

  test('reads on a phone', () =>
    withPage(
      '',
      async ({ page }) => {
        await page.getByRole('combobox').first().fill(label(person));
        await page.getByRole('option').first().click();
        await expect.poll(() => page.locator('.panel').getAttribute('data-sheet')).toBe('half');
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(360);
        await expectAccessible(page);
      },
      { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    ));
});

describe('the small map', () => {
  test('shows where one is once one came nearer, takes one elsewhere, and can be turned off for good', () =>
    withPage('', async ({ page }) => {
      const map = page.locator('.minimap');
      expect(await map.count()).toBe(0);
      for (let i = 0; i < 3; i++) await page.keyboard.press('+');
      await map.waitFor();
      await expectAccessible(page);
      const frame = page.locator('.minimap-frame');
      const before = await frame.boundingBox();
      const { x = 0, y = 0 } = (await map.boundingBox()) ?? {};
      await page.mouse.move(x + 20, y + 20);
      await page.mouse.down();
      await page.mouse.up();
      await expect.poll(async () => (await frame.boundingBox())?.x).toBeLessThan(before?.x ?? 0);
      await page.keyboard.press('o');
      await expect.poll(() => map.count()).toBe(0);
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      expect(await map.count()).toBe(0);
    }));

  test('leaves the room of a phone to the drawing', () =>
    withPage(
      '',
      async ({ page }) => {
        for (let i = 0; i < 3; i++) await page.keyboard.press('+');
        await expect.poll(() => page.locator('.minimap').count()).toBe(1);
        expect(await page.locator('.minimap').isVisible()).toBe(false);
      },
      { viewport: { width: 390, height: 844 } },
    ));
});
