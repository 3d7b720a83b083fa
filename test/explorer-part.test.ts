/** The page of a network that is too large for it: a part at first, the rest on demand. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExplorerNetwork } from '../src/outputs/explorer-data.ts';
import type { PartialNetwork } from '../src/outputs/served.ts';
import { createAdjacency, distancesFrom } from '../src/query/adjacency.ts';
import { expectAccessible, openPage, readNetwork } from './support/page.ts';
import { serveSample } from './support/site.ts';

const NAMES = 12;
const { sample, browser, withPage } = serveSample({ part: 'always', names: NAMES });

let whole: ExplorerNetwork;
let part: PartialNetwork;
/** A name that is not loaded, and one that is, three ties or more away. */
let elsewhere = { id: '', label: '' };
let loaded = { id: '', label: '' };

beforeAll(async () => {
  whole = await readNetwork(sample().dir);
  part = (await (await fetch(`${sample().url}explorer/network.json`)).json()) as PartialNetwork;
  const { nodes, edges, relationTypes } = whole;
  const ends = edges.id.map((_, edge) => ({ source: edges.source[edge] ?? 0, target: edges.target[edge] ?? 0 }));
  const stated = createAdjacency(nodes.id.length, ends, (edge) => !relationTypes[edges.type[edge] ?? -1]?.weak);
  const here = new Set(part.nodes.id);
  const unique = (node: number) => nodes.label.filter((label) => label === nodes.label[node]).length === 1;
  const pairs = nodes.id.flatMap((id, node) => {
    if (here.has(id) || !unique(node)) return [];
    const distances = distancesFrom(stated, [node]);
    const far = nodes.id.findIndex((other, at) => here.has(other) && unique(at) && (distances[at] ?? 0) >= 3);
    return far < 0 ? [] : [[node, far] as const];
  });
  const [one, other] = pairs[0] ?? [0, 0];
  elsewhere = { id: nodes.id[one] ?? '', label: nodes.label[one] ?? '' };
  loaded = { id: nodes.id[other] ?? '', label: nodes.label[other] ?? '' };
  expect(pairs).not.toEqual([]);
});

const status = (page: Page) => page.locator('.status-line');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });

/** Types a name into a field and chooses it from the list with the keyboard. */
async function choose(page: Page, name: string): Promise<void> {
  await page.keyboard.type(name);
  const option = page.getByRole('option').filter({ hasText: name });
  await option.first().waitFor();
  const texts = await page.getByRole('option').allTextContents();
  for (let i = 0; i < texts.findIndex((text) => text.includes(name)); i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

describe('the page', () => {
  test('opens on the most important names and says what it leaves out, in both languages', () =>
    withPage('', async ({ page }) => {
      const total = whole.nodes.id.length;
      expect(await status(page).textContent()).toContain(`/ ${total} 个名称`);
      const note = page.getByText(`全部共 ${total} 个名称，这里载入了关系最多的 ${NAMES} 个`);
      await note.waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'EN', exact: true }).click();
      await page.getByText(`Of ${total} names the ${NAMES} with most ties are loaded`).waitFor();
      expect(await status(page).textContent()).toContain(`of ${total} names`);
    }));

  test('finds a name that is not loaded, brings it in with its neighbours, and shows its sentences', () =>
    withPage('', async ({ page }) => {
      await page.keyboard.press('/');
      await page.keyboard.type(elsewhere.label);
      await page.getByRole('option').filter({ hasText: '未载入' }).first().waitFor();
      await page.keyboard.press('Escape');
      await choose(page, elsewhere.label);
      await heading(page, elsewhere.label).waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('panel');
      expect(decodeURIComponent(page.url())).toContain(elsewhere.id);
      await expectAccessible(page);
      // The profile's own list of ties leads to the sentences behind one.
      await page.locator('.panel .tie-row, .panel .row').first().click();
      await page.locator('mark, blockquote, .sentence').first().waitFor();
    }));

  test('keeps what it has where it is when it grows', () =>
    withPage(`#camera=0.4,0.6,0.5,0`, async ({ page }) => {
      await page.keyboard.press('/');
      await choose(page, elsewhere.label);
      await heading(page, elsewhere.label).waitFor();
      const grown = /camera=([\d.,-]+)/.exec(decodeURIComponent(page.url()))?.[1];
      expect(grown).toBeDefined();
      const larger = (await (
        await fetch(`${sample().url}api/part`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ nodes: [elsewhere.id], documents: [] }),
        })
      ).json()) as PartialNetwork;
      for (const [node, id] of part.nodes.id.entries()) {
        const at = larger.nodes.id.indexOf(id);
        expect([larger.nodes.x[at], larger.nodes.y[at]]).toEqual([part.nodes.x[node], part.nodes.y[node]]);
      }
    }));

  test('says of a name how many ties lead to names that are not loaded, and loads them', () =>
    withPage('', async ({ page }) => {
      const node = part.part.more.findIndex((more) => more > 0);
      const name = part.nodes.label[node] ?? '';
      await page.keyboard.press('/');
      await choose(page, name);
      await heading(page, name).waitFor();
      const more = page.getByText(`另有 ${part.part.more[node]} 条关系通向未载入的名称`);
      await more.waitFor();
      await page.getByRole('button', { name: '载入相邻名称' }).click();
      await more.waitFor({ state: 'detached' });
      await heading(page, name).waitFor();
    }));

  test('searches paths in the whole network and loads the names on them', () =>
    withPage('', async ({ page }) => {
      await page.keyboard.press('/');
      await choose(page, loaded.label);
      await heading(page, loaded.label).waitFor();
      await page.getByRole('button', { name: '从这里到…' }).first().click();
      await page.getByRole('combobox', { name: '终点' }).focus();
      await choose(page, elsewhere.label);
      await page.getByText('已在全部名称中查找').waitFor();
      await page.locator('.path-found').waitFor();
      expect(await page.locator('.path-found').textContent()).toMatch(/\d/);
    }));

  test('finds in the palette what the search box finds', () =>
    withPage('', async ({ page }) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(elsewhere.label);
      await page.getByRole('option').filter({ hasText: elsewhere.label }).filter({ hasText: '未载入' }).waitFor();
      await expectAccessible(page);
      await choose(page, '');
      await heading(page, elsewhere.label).waitFor();
      expect(await page.locator('dialog[open]').count()).toBe(0);
    }));

  test('keeps names that were brought in when it is loaded again, though the address speaks of none', () =>
    withPage('', async ({ page }) => {
      await page.keyboard.press('/');
      await choose(page, elsewhere.label);
      await heading(page, elsewhere.label).waitFor();
      await page.keyboard.press('Escape');
      await heading(page, elsewhere.label).waitFor({ state: 'detached' });
      const before = await page.locator('.part-note').textContent();
      expect(before).not.toContain(`${NAMES} 个`);
      await page.reload();
      await page.locator('.part-note').waitFor();
      expect(await page.locator('.part-note').textContent()).toBe(before);
    }));

  test('merges a name with one that is not loaded, and says of a decision that its name is not there', () => {
    const { nodes } = whole;
    const here = new Set(part.nodes.id);
    const unique = (node: number) => nodes.label.filter((label) => label === nodes.label[node]).length === 1;
    const [one = -1, other = -1] =
      nodes.id
        .flatMap((id, node) => (here.has(id) && unique(node) ? [node] : []))
        .map((node) => [
          node,
          nodes.id.findIndex((id, at) => !here.has(id) && unique(at) && nodes.type[at] === nodes.type[node]),
        ])
        .find((pair) => !pair.includes(-1)) ?? [];
    const [name, into] = [nodes.label[one] ?? '', nodes.label[other] ?? ''];
    return withPage(`#node=${encodeURIComponent(nodes.id[one] ?? '')}`, async ({ page }) => {
      await page.getByRole('button', { name: '更正' }).click();
      await page.getByRole('button', { name: '合并…' }).click();
      await page.getByRole('combobox', { name: '与之合并的名称' }).fill(into);
      await page.getByRole('option').filter({ hasText: into }).filter({ hasText: '未载入' }).first().click();
      await page.getByText(`「${name}」并入「${into}」`).waitFor();
      await expectAccessible(page);
      await page.locator('.curation-form').getByRole('button', { name: '合并', exact: true }).click();
      await heading(page, into).waitFor();
      expect(await page.locator('.aliases').textContent()).toContain(name);

      // In another tab the name that was brought in is not there.
      await page.evaluate(() => sessionStorage.clear());
      await page.goto('about:blank');
      await page.goto(sample().url);
      await page.getByRole('button', { name: /^审校/ }).click();
      await page.getByRole('button', { name: '决定', exact: true }).click();
      await page.getByText('本页未载入，构建时再定').waitFor();
    });
  });

  test('does not offer a name to load that a decision has merged with another', () =>
    withPage('', async ({ page }) => {
      const companies = [...part.nodes.id.entries()].filter(([, id]) => id.startsWith('company:'));
      const [one, other] = companies.map(([node]) => part.nodes.label[node] ?? '');
      await page.keyboard.press('/');
      await choose(page, one ?? '');
      await heading(page, one ?? '').waitFor();
      await page.getByRole('button', { name: '更正' }).click();
      await page.getByRole('button', { name: '合并…' }).click();
      await page.getByRole('combobox', { name: '与之合并的名称' }).focus();
      await choose(page, other ?? '');
      await page.locator('.curation-form').getByRole('button', { name: '合并', exact: true }).click();
      await heading(page, other ?? '').waitFor();
      const answered = page.waitForResponse((response) => decodeURIComponent(response.url()).includes(`q=${one}`));
      await page.keyboard.press('/');
      await page.keyboard.type(one ?? '');
      await (await answered).finished();
      // The answer is drawn in a later frame.
      await page.waitForTimeout(300);
      const texts = await page.getByRole('option').allTextContents();
      expect(texts.filter((text) => text.includes(one ?? ''))).not.toEqual([]);
      expect(texts.filter((text) => text.includes(one ?? '') && text.includes('未载入'))).toEqual([]);
    }));

  test('opens on an address that speaks of names and articles that are not loaded', () =>
    withPage(`#node=${encodeURIComponent(elsewhere.id)}`, async ({ page }) => {
      await heading(page, elsewhere.label).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    }));

  test('says so when the server does not answer, and stays as it is', async () => {
    const { page, close } = await openPage(browser(), sample().url);
    const before = await status(page).textContent();
    await page.route('**/api/neighbours**', (route) => route.abort());
    await page.keyboard.press('/');
    await choose(page, elsewhere.label);
    await page.getByText('服务器没有回答，请重试').waitFor();
    expect(await status(page).textContent()).toBe(before);
    await close();
  });
});
