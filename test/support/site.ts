/** The sample, served, with a browser: what a test of the page begins with. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { ServeOptions } from '../../src/node/serve/serve.ts';
import { launchBrowser } from './chromium.ts';
import { type Opened, openPage } from './page.ts';
import { buildSample, type Sample } from './sample.ts';

/** What {@link serveSample} gives; to be used within tests. */
export interface Site {
  readonly sample: () => Sample;
  readonly browser: () => Browser;
  /** Opens the page at an address and runs a test on it; the page must not complain meanwhile. */
  withPage(hash: string, run: (opened: Opened) => Promise<void>, options?: BrowserContextOptions): Promise<void>;
}

/** Builds and serves the sample and starts a browser before the tests of a file, and ends both after them. */
export function serveSample(options: Pick<ServeOptions, 'part' | 'names'> = {}): Site {
  let sample: Sample;
  let browser: Browser;
  beforeAll(async () => {
    [sample, browser] = await Promise.all([buildSample(options), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await sample?.close();
  });
  return {
    sample: () => sample,
    browser: () => browser,
    async withPage(hash, run, options = {}) {
      const opened = await openPage(browser, `${sample.url}${hash}`, options);
      try {
        await run(opened);
        expect(opened.complaints).toEqual([]);
      } finally {
        await opened.close();
      }
    },
  };
}
