/**
 * Draws the pictures of the README anew, in both themes, from the sample corpus.
 *
 *   npm run pictures
 *
 * Names stand in the sample; where it changes so that one is gone, this says so.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/support/chromium.ts';
import { readNetwork } from '../test/support/page.ts';
import { buildSample } from '../test/support/sample.ts';

const VIEWPORT = { width: 1440, height: 900 };
const QUALITY = 0.86;
const FOLDER = new URL('../docs/', import.meta.url);

/** What is shown, by file name. */
interface Picture {
  readonly name: string;
  readonly hash: string;
  /** What the reader does before the picture is taken. */
  readonly act?: (page: Page) => Promise<unknown>;
}

const sample = await buildSample();
const { nodes } = await readNetwork(sample.dir);

/** Address of a node, by its name in the sample. */
function idOf(name: string): string {
  const id = nodes.id[nodes.label.indexOf(name)];
  if (id === undefined) throw new Error(`The sample has no ${name}; choose another name for the picture.`);
  return encodeURIComponent(id);
}

const PICTURES: readonly Picture[] = [
  { name: 'explorer', hash: '' },
  {
    name: 'meetings',
    hash: 'show=meetings&as=matrix',
    act: (page) => page.locator('.matrix .met').first().hover(),
  },
  { name: 'investors', hash: `show=investors&company=${idOf('远山资本')}` },
  { name: 'path', hash: `path&from=${idOf('海月控股')}&to=${idOf('北辰电池')}` },
  {
    name: 'curation',
    hash: '',
    act: async (page) => {
      await page.keyboard.press('e');
      await page.locator('.question').waitFor();
    },
  },
];

/** Encodes a screenshot as WebP, which is a third of a PNG's size; the browser does it. */
async function toWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const encoded = await page.evaluate(
    async ({ source, quality }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    { source: png.toString('base64'), quality: QUALITY },
  );
  await page.close();
  return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64');
}

const browser = await launchBrowser();
try {
  for (const theme of ['light', 'dark'] as const) {
    for (const { name, hash, act } of PICTURES) {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: VIEWPORT, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(`${sample.url}#theme=${theme}&lang=zh&${hash}`);
      await page.waitForSelector('html[data-ready]');
      await page.waitForTimeout(1500);
      await act?.(page);
      await page.waitForTimeout(1500);
      const file = new URL(`${name}-${theme}.webp`, FOLDER);
      writeFileSync(file, await toWebp(browser, await page.screenshot()));
      console.log(fileURLToPath(file));
      await context.close();
    }
  }
} finally {
  await browser.close();
  await sample.close();
}
