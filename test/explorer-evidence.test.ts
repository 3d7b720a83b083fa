import { describe, expect, test } from 'vitest';
import { expectAccessible } from './support/page.ts';
import { serveSample } from './support/site.ts';

const { withPage } = serveSample();

describe.each([
  ['zh', { play: '播放', all: '全部时间', asOf: /^截至/, rule: '规则', more: '本文还陈述了' }],
  ['en', { play: 'Play', all: 'All dates', asOf: /^As of/, rule: 'Rule', more: 'Also stated in this article' }],
] as const)('a reader (%s)', (language, say) => {
  test('lets the network grow with time, brushes a period, and takes it back', () =>
    withPage(`#lang=${language}`, async ({ page }) => {
      const strip = page.locator('.timeline-strip');
      const status = page.locator('.status-line');
      const whole = await status.textContent();
      await strip.getByRole('button', { name: say.play }).click();
      await strip.getByText(say.asOf).waitFor();
      await expect.poll(() => status.textContent(), { timeout: 20_000 }).not.toBe(whole);
      // It stops by itself on the whole period.
      await expect.poll(() => status.textContent(), { timeout: 60_000 }).toBe(whole);

      const box = await strip.locator('.histogram').boundingBox();
      expect(box).not.toBeNull();
      if (box === null) return;
      await page.mouse.move(box.x + box.width * 0.7, box.y + 10);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.85, box.y + 10, { steps: 5 });
      await page.mouse.up();
      await expect.poll(() => page.url()).toMatch(/since=.*until=/);
      expect(await status.textContent()).not.toBe(whole);
      await expectAccessible(page);
      await strip.getByRole('button', { name: say.all }).click();
      await expect.poll(() => status.textContent()).toBe(whole);
    }));

  test('sees in the article which rule spoke, how surely, and what else the article states', () =>
    withPage(`#lang=${language}`, async ({ page }) => {
      await page.locator('.panel .row').first().click();
      await page.locator('.panel .sentence').first().click();
      const proof = page.locator('.proof');
      await proof.waitFor();
      expect(await proof.textContent()).toMatch(new RegExp(`${say.rule}.*\\d+%|\\d+%.*${say.rule}`));
      await expectAccessible(page);
      await page.reload();
      await proof.waitFor();
      const statement = await page.locator('.proof-statement').textContent();
      const section = page.locator('.reader .section').filter({ hasText: say.more });
      if ((await section.count()) > 0) {
        await section.getByRole('button').first().click();
        await expect.poll(() => page.locator('.proof-statement').textContent()).not.toBe(statement);
        await page.locator('.article .wanted').first().waitFor();
      }
    }));
});

describe.each([
  ['zh', { command: '投资', open: '命令与搜索', help: '怎样使用', fit: '移到所选' }],
  ['en', { command: 'Investors', open: 'Commands and search', help: 'How to use this', fit: 'Go to the selection' }],
] as const)('the keyboard (%s)', (language, say) => {
  test('finds commands and, with a slip, names in one palette', () =>
    withPage(`#lang=${language}`, async ({ page }) => {
      await page.keyboard.press('Control+k');
      const field = page.getByRole('combobox', { name: say.open });
      await field.waitFor();
      await expectAccessible(page);
      await field.fill('songjunji');
      await page.getByRole('option').filter({ hasText: '宋军继' }).waitFor();
      await field.fill('sogjunji');
      await page.getByRole('option').filter({ hasText: '宋军继' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: '宋军继', exact: true }).waitFor();
      await page.keyboard.press('Control+k');
      await field.fill(say.command);
      await page.keyboard.press('Enter');
      await page.locator('.investors').waitFor();
    }));

  test('goes to each workspace by number, and the help sheet lists every key', () =>
    withPage(`#lang=${language}`, async ({ page }) => {
      await page.keyboard.press('2');
      await page.locator('.lane-dot').first().waitFor();
      await page.keyboard.press('5');
      await page.locator('.tables').waitFor();
      await page.keyboard.press('1');
      await page.locator('.canvas').waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      expect(await page.locator('.keys kbd').count()).toBeGreaterThan(15);
      expect(await page.locator('.keys').textContent()).toContain(say.fit);
      await expectAccessible(page);
    }));
});
