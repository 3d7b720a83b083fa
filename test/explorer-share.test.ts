import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DOMParser } from 'linkedom';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, openPage } from './support/page.ts';
import { serveSample } from './support/site.ts';

const { sample, browser, withPage } = serveSample();

async function download(page: Page, name: string | RegExp): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return file.path();
}

const PERSON = `#node=${encodeURIComponent('person:宋军继')}`;

describe.each([
  [
    'zh',
    {
      export: '导出',
      svg: '矢量图 SVG',
      print: /^印刷尺寸 PNG/,
      html: /^独立网页 HTML/,
      investors: '投资',
      meetings: '会见',
    },
  ],
  [
    'en',
    {
      export: 'Export',
      svg: 'SVG drawing',
      print: /^PNG for print/,
      html: /^Self-contained HTML/,
      investors: 'Investors',
      meetings: 'Meetings',
    },
  ],
] as const)('what is on screen (%s)', (language, say) => {
  test('is saved as a drawing and as a picture for print', () =>
    withPage(`${PERSON}&lang=${language}`, async ({ page }) => {
      await page.getByRole('button', { name: say.export, exact: true }).click();
      await expectAccessible(page);
      const svg = await readFile(await download(page, say.svg), 'utf8');
      expect(svg.startsWith('<svg')).toBe(true);
      const texts = [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('text')];
      expect(texts.map((element) => element.textContent).join(' ')).toContain('宋军继');
      const png = await readFile(await download(page, say.print));
      expect(png.readUInt32BE(16)).toBeGreaterThan(4900);
    }));

  test('is saved with its data as one page that opens from disk, reads articles, and reaches nothing', () =>
    withPage(`${PERSON}&lang=${language}`, async ({ page }) => {
      await page.getByRole('button', { name: say.export, exact: true }).click();
      const file = join(sample().dir, `${language}.html`);
      // A browser tells a page from a text by its name.
      await copyFile(await download(page, say.html), file);
      const opened = await openPage(browser(), pathToFileURL(file).href);
      try {
        const { page: disk } = opened;
        await disk.getByRole('heading', { level: 2, name: '宋军继', exact: true }).waitFor();
        expect(await disk.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-Hans' : 'en');
        await disk.locator('.post-proof').first().click();
        await disk.locator('.panel .sentence').first().click();
        await disk.locator('.article .wanted').first().waitFor();
        await disk.keyboard.press('Escape');
        await disk.getByRole('button', { name: say.investors, exact: true }).click();
        await disk.locator('.flow-box').first().waitFor();
        await disk.getByRole('button', { name: say.meetings, exact: true }).click();
        await disk.locator('.lane-dot').first().waitFor();
        await expectAccessible(disk);
        expect(opened.complaints.filter((complaint) => complaint !== `${pathToFileURL(file).href}`)).toEqual([]);
      } finally {
        await opened.close();
      }
    }));
});

describe.each([
  [
    'zh',
    { views: '视图', name: '名称', save: '保存当前视图', open: '打开视图“四月”', file: '存为文件', from: '从文件打开' },
  ],
  [
    'en',
    {
      views: 'Views',
      name: 'Name',
      save: 'Save this view',
      open: 'Open the view “四月”',
      file: 'Save as file',
      from: 'Open from file',
    },
  ],
] as const)('a view (%s)', (language, say) => {
  test('is named, survives the page, and travels as a file', () =>
    withPage(`#until=2016-12&lang=${language}`, async ({ page }) => {
      const status = page.locator('.status-line');
      const then = await status.textContent();
      const views = page.locator('.masthead').getByRole('button', { name: say.views, exact: true });
      await views.click();
      await page.getByRole('dialog').getByLabel(say.name).fill('四月');
      await page.getByRole('button', { name: say.save }).click();
      await page.getByRole('button', { name: say.open }).waitFor();
      await expectAccessible(page);
      const file = await download(page, say.file);

      await page.goto(`${sample().url}#lang=${language}`);
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      expect(await status.textContent()).not.toBe(then);
      await views.click();
      await page.getByRole('button', { name: say.open }).click();
      await expect.poll(() => status.textContent()).toBe(then);

      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      await views.click();
      expect(await page.getByRole('button', { name: say.open }).count()).toBe(0);
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: say.open }).waitFor();
    }));
});
