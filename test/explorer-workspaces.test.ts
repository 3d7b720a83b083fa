import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './support/page.ts';
import { serveSample } from './support/site.ts';

const { withPage } = serveSample();

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

describe.each([
  ['zh', { meetings: '会见', matrix: '矩阵', also: '也见过', room: '同场', office: '职务或单位' }],
  ['en', { meetings: 'Meetings', matrix: 'Matrix', also: 'Also met', room: 'In the same room', office: 'Office' }],
] as const)('meetings (%s)', (language, say) => {
  test('stand in time, as a list that opens sentences, and as a matrix that lights the drawing', () =>
    withPage(`#lang=${language}`, async ({ page }) => {
      await page.getByRole('button', { name: say.meetings, exact: true }).click();
      await page.locator('.lane-dot').first().waitFor();
      await expectAccessible(page);
      await page.locator('.occasion .verb-button').first().click();
      await page.locator('.panel .sentence').first().waitFor();

      await page.locator('.workspace-bar').getByRole('button', { name: say.matrix, exact: true }).click();
      const cell = page.locator('.matrix .met').first();
      await cell.waitFor();
      await expectAccessible(page);
      const frame = () => page.locator('.canvas').getAttribute('data-frame');
      const before = await frame();
      await cell.hover();
      await expect.poll(frame).not.toBe(before);
      const [drawing] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.meeting-foot button').first().click(),
      ]);
      const svg = await readFile(await drawing.path(), 'utf8');
      expect(svg).toMatch(/^<svg /);
      expect(svg).toContain(`>${await page.locator('.matrix tbody th').first().textContent()}<`);
      const [table] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.meeting-foot button').last().click(),
      ]);
      expect(await readFile(await table.path(), 'utf8')).toMatch(/^\uFEFFDate,Person,Post,Met/);
      // What people share as an audience is a ring without a number.
      expect((await page.locator('.matrix .room').allTextContents()).join('')).toBe('');
    }));

  test('can be kept to those with holders of an office, and the address says so', () =>
    withPage(`#lang=${language}&show=meetings`, async ({ page }) => {
      const rows = page.locator('.occasion');
      await rows.first().waitFor();
      const all = await rows.count();
      const field = page.getByLabel(say.office, { exact: true });
      const offices = await page
        .locator('.office-field option')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
      await field.fill(offices.at(-1) ?? '');
      await expect.poll(() => rows.count()).toBeLessThan(all);
      expect(await rows.count()).toBeGreaterThan(0);
      await expectAccessible(page);
      await page.reload();
      await rows.first().waitFor();
      expect(await field.inputValue()).toBe(offices.at(-1));
      await page.locator('.office-field').getByRole('button').click();
      await expect.poll(() => rows.count()).toBe(all);
    }));

  test('say whom two people both met, and keep one room apart from meetings', () =>
    withPage(`#lang=${language}&show=meetings`, async ({ page }) => {
      await page.locator('.rooms li').first().waitFor();
      await page.getByRole('heading', { name: say.room }).waitFor();
      const rows = page.locator('.occasion');
      const pairs = await rows.evaluateAll((items) =>
        items.map((item) => [...item.querySelectorAll('.node-link')].map((name) => name.textContent ?? '')),
      );
      const [both] = pairs.flatMap(([a, b], i) =>
        pairs.slice(i + 1).flatMap(([c, d]) => {
          const shared = [a, b].find((name) => name === c || name === d);
          const ends = [a, b, c, d].filter((name) => name !== shared);
          return shared === undefined || ends[0] === ends[1] ? [] : [{ shared, ends }];
        }),
      );
      expect(both).toBeDefined();
      for (const [field, name] of [
        [page.locator('.workspace-bar').getByRole('combobox').first(), both?.ends[0]],
        [page.getByRole('combobox', { name: say.also }), both?.ends[1]],
      ] as const) {
        await field.fill(name ?? '');
        await page.getByRole('option').first().click();
      }
      await page
        .locator('.mutuals .node-link')
        .filter({ hasText: both?.shared ?? '' })
        .first()
        .waitFor();
      expect(page.url()).toContain('also=');
      await expectAccessible(page);
    }));
});

describe.each([
  [
    'zh',
    {
      dossier: '卷宗',
      alone: '图中只显示这些路径',
      save: '存为 Markdown',
      conditions: '条件',
      relax: '放宽条件',
      met: '会见',
    },
  ],
  [
    'en',
    {
      dossier: 'Dossier',
      alone: 'Draw only these paths',
      save: 'Save as Markdown',
      conditions: 'Conditions',
      relax: 'Lift the conditions',
      met: 'Met',
    },
  ],
] as const)('a path (%s)', (language, say) => {
  const suggestion = language === 'zh' ? /之间有什么联系/ : /^How is /;

  test('stands alone in the drawing, and as a dossier that is saved with sentences and sources', () =>
    withPage(`#lang=${language}`, async ({ page }) => {
      await page.getByRole('button', { name: suggestion }).click();
      await page.locator('.hops .sentence').first().waitFor();
      const status = page.locator('.status-line');
      const before = await status.textContent();
      await page.getByRole('checkbox', { name: say.alone }).check();
      await expect.poll(() => status.textContent()).not.toBe(before);

      const [drawing] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.path-found').getByRole('button', { name: /SVG/ }).click(),
      ]);
      const svg = await readFile(await drawing.path(), 'utf8');
      const names = await page.locator('.hop-node').allTextContents();
      expect(svg).toContain(`>${names[0]?.trim()}<`);

      await page.getByRole('button', { name: say.dossier, exact: true }).click();
      const quote = page.locator('.dossier blockquote p').first();
      await quote.waitFor();
      await expectAccessible(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: say.save }).click(),
      ]);
      const markdown = await readFile(await download.path(), 'utf8');
      expect(markdown).toContain('\n   > ');
      expect(markdown.replaceAll('\\', '')).toContain(((await quote.textContent()) ?? '?').slice(0, 12));
    }));

  test('says that only the conditions are in the way, and lifts them', () =>
    withPage(`#lang=${language}`, async ({ page }) => {
      await page.getByRole('button', { name: suggestion }).click();
      await page.locator('.hops .sentence').first().waitFor();
      await page.getByText(say.conditions, { exact: true }).click();
      const kinds = page.locator('.kind input');
      for (let i = 0; i < (await kinds.count()); i++) await kinds.nth(i).uncheck();
      await page.getByRole('button', { name: say.relax }).click();
      await page.locator('.hops .sentence').first().waitFor();
      expect(await kinds.first().isChecked()).toBe(true);
    }));
});

test('two names that no article ties are told so, with what articles do say', () =>
  withPage('#lang=zh', async ({ page }) => {
    // The fiction of one folder and the report of the other share nobody.
    for (const name of ['徐景颜', '欧阳砚秋']) {
      await page.getByRole('button', { name: '路径', exact: true }).click();
      const field = page.getByRole('combobox', { name: name === '徐景颜' ? '起点' : '终点' });
      await field.fill(name);
      await page.getByRole('option').first().click();
    }
    await page.getByText('没有一篇报道同时提到两者').waitFor();
    await expectAccessible(page);
  }));
