/** The explorer's page in a browser, watched for everything that it must not do. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ExplorerNetwork } from '../../src/outputs/explorer-data.ts';

/** An open page. */
export interface Opened {
  readonly page: Page;
  /** What the console complained of, and requests to elsewhere. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Opens an address and waits until the first frame is drawn, or the page says why it draws nothing. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions & { readonly before?: (page: Page) => Promise<unknown> } = {},
): Promise<Opened> {
  const { before, ...contextOptions } = options;
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...contextOptions,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const { origin } = new URL(address);
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url())) complaints.push(request.url());
  });
  await before?.(page);
  await page.goto(address);
  await page.waitForSelector('html[data-ready], main h1', { timeout: 120_000 });
  return { page, complaints, close: () => context.close() };
}

/** The network that a built folder holds. */
export async function readNetwork(dir: string): Promise<ExplorerNetwork> {
  return JSON.parse(await readFile(join(dir, 'explorer/network.json'), 'utf8'));
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails where axe finds something serious. */
export async function expectAccessible(page: Page): Promise<void> {
  // The page's policy forbids further scripts; what the test's own door brings in is not bound by it.
  await page.evaluate(axe);
  const faults = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: {
        run(root: Document): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await checker.run(document);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
  expect(faults).toEqual([]);
}
