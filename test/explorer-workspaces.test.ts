import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './support/chromium.ts';
import { expectAccessible, type Opened, openPage } from './support/page.ts';
import { buildSample, type Sample } from './support/sample.ts';

let sample: Sample;
let browser: Browser;

beforeAll(async () => {
  [sample, browser] = await Promise.all([buildSample(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await sample?.close();
});

async function withPage(
  hash: string,
  run: (opened: Opened) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const opened = await openPage(browser, `${sample.url}${hash}`, options);
  try {
    await run(opened);
    expect(opened.complaints).toEqual([]);
  } finally {
    await opened.close();
  }
}

const inBothLanguages = [
  ['zh', { investors: '投资', table: '表', chart: '图', csv: '存为 CSV', up: '上游' }],
  ['en', { investors: 'Investors', table: 'Table', chart: 'Chart', csv: 'Save as CSV', up: 'Upstream' }],
] as const;

describe.each(inBothLanguages)('investor ties (%s)', (language, say) => {
  test('are drawn from left to right, open their sentences, and stand in a table and a spreadsheet', () =>
    withPage(`#lang=${language}`, async ({ page }) => {
      await page.getByRole('button', { name: say.investors, exact: true }).click();
      await page.locator('.flow-box').first().waitFor();
      const company = await page.locator('.flow-box[data-start]').getAttribute('aria-label');
      expect(page.url()).toContain('show=investors');
      await expectAccessible(page);

      await page.locator('.flow-tie').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.panel .sentence').first().waitFor();

      const ties = await page.locator('.flow-tie').count();
      const bar = page.locator('.workspace-bar');
      await bar.getByRole('button', { name: say.table, exact: true }).click();
      await expect.poll(() => page.locator('.deal-table tbody tr').count()).toBe(ties);
      await expectAccessible(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: say.csv }).click(),
      ]);
      const csv = await readFile(await download.path(), 'utf8');
      expect(csv.startsWith('\uFEFFInvestor,Relation,Target,Amount,Currency')).toBe(true);
      expect(csv.trimEnd().split('\r\n').length).toBe(ties + 1);

      await bar.getByRole('button', { name: say.chart, exact: true }).click();
      await bar.getByRole('button', { name: say.up, exact: true }).click();
      await page.locator('.flow-box[data-start], .workspace-empty').first().waitFor();
      await page.reload();
      await page.locator('.flow-box[data-start], .workspace-empty').first().waitFor();
      expect(await bar.getByRole('button', { name: say.up, exact: true }).getAttribute('aria-pressed')).toBe('true');
      expect(await page.locator('.flow-box[data-start]').getAttribute('aria-label')).toBe(company);
    }));
});
