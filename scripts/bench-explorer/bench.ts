/**
 * What the explorer costs a browser, beside the plain way to show the same network (sigma and graphology-gexf).
 *
 *   npm run bench:explorer -- [nodes/edges …]      by default 1000/5000 10000/50000
 *
 * Networks are made up (fixed seed) and written by the product's own writers. Without a graphics card drawing takes
 * seconds, so that wall time says nothing: printed is the processor time of the page's main thread. Prints Markdown.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { buildGraph } from '../../src/graph/build.ts';
import { serve } from '../../src/node/serve/serve.ts';
import { copyExplorer } from '../../src/node/write/explorer.ts';
import { openOutput } from '../../src/node/write/output.ts';
import { createOntology } from '../../src/ontology/ontology.ts';
import { toExplorerFiles } from '../../src/outputs/explorer.ts';
import { toGexf } from '../../src/outputs/gexf.ts';
import { launchBrowser } from '../../test/support/chromium.ts';
import { syntheticNetwork } from './synthetic-network.ts';
import { type Cost, drawnFrames, frameDrawn, heapOf, trace, WATCH_DRAWING } from './trace.ts';

const SIZES = ['1000/5000', '10000/50000'];
const VIEWPORT = { width: 1440, height: 900 };
const PAN_STEPS = 8;
const ZOOM_STEPS = 4;

/** What one page cost. */
interface Costs {
  readonly start: Cost;
  readonly move: Cost;
  readonly filter: Cost;
  readonly unfilter: Cost;
  readonly heap: number;
}

/** Writes a network as `guanxi build` would, with the yardstick's page in `yardstick/`; gives the ids of ties that state something. */
async function write(folder: string, nodes: number, edges: number): Promise<readonly string[]> {
  const { network, documents, positions } = syntheticNetwork(nodes, edges);
  const ontology = createOntology();
  const graph = buildGraph(network, ontology, { title: 'Benchmark', generator: 'guanxi' }, positions);
  const output = await openOutput(folder);
  await copyExplorer(output);
  for (const file of toExplorerFiles(network, graph, documents, ontology)) await output.write(file.path, file.chunks);
  await output.write('yardstick/graph.gexf', toGexf(graph));
  await output.commit();
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    logLevel: 'error',
    build: {
      outDir: join(folder, 'yardstick'),
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: { input: fileURLToPath(new URL('./yardstick.html', import.meta.url)) },
    },
  });
  return network.ties.filter(({ type }) => type !== 'co_occurs').map(({ id }) => id);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where an element stands, in CSS pixels. */
async function placeOf(
  page: Page,
  selector: string,
  text?: string,
): Promise<Point & { width: number; height: number }> {
  const element = page.locator(selector, text === undefined ? {} : { hasText: text });
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) throw new Error(`The page shows no ${selector} ${text ?? ''}.`);
  return box;
}

/** Waits until nothing has been drawn for a while. */
async function settled(page: Page): Promise<void> {
  for (let before = -1, now = 0; before !== now; ) {
    before = now;
    await page.waitForTimeout(1500);
    now = await drawnFrames(page);
  }
}

/** Drags the drawing by a corner where no node is, and turns the wheel, one frame at a time. */
async function panAndZoom(page: Page, corner: Point): Promise<void> {
  const [x, y] = [corner.x + 12, corner.y + 12];
  const step = async (move: () => Promise<void>) => {
    const before = await drawnFrames(page);
    await move();
    await frameDrawn(page, before + 1);
  };
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let count = 1; count <= PAN_STEPS; count++) await step(() => page.mouse.move(x + 15 * count, y + 10 * count));
  await page.mouse.up();
  for (let count = 0; count < ZOOM_STEPS; count++) await step(() => page.mouse.wheel(0, -240));
  await settled(page);
}

/** Number of decisions taken before the one that is measured. */
const DECISIONS_BEFORE = 99;

/** What one more decision costs a page that has carried out many. */
async function measureDecision(browser: Browser, folder: string, edges: readonly string[]): Promise<Cost> {
  const ledger = join(folder, 'curation.jsonl');
  const rejected = edges.slice(0, DECISIONS_BEFORE).map((id) => {
    const [source = '', type = '', target = ''] = id.split('|');
    const end = (name: string) => name.split(':');
    return `${JSON.stringify({ do: 'reject', tie: [end(source), type, end(target)] })}\n`;
  });
  writeFileSync(ledger, rejected.join(''));
  const serving = await serve({ folder, port: 0, ledger });
  const context = await browser.newContext({ locale: 'zh-CN', viewport: VIEWPORT, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(WATCH_DRAWING);
  await page.goto(`${serving.url}#tie=${encodeURIComponent(edges[DECISIONS_BEFORE] ?? '')}`, { timeout: 600_000 });
  await frameDrawn(page, 1);
  await settled(page);
  const { x, y } = await placeOf(page, '.panel button', '不成立');
  const cost = await trace(browser, page, async () => {
    const before = await drawnFrames(page);
    await page.mouse.click(x + 8, y + 8);
    await frameDrawn(page, before + 1);
    await settled(page);
  });
  await context.close();
  await serving.close();
  return cost;
}

async function measure(
  browser: Browser,
  address: string,
  drawing: string,
  prepareFilter: (page: Page) => Promise<(on: boolean) => Promise<void>>,
): Promise<Costs> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: VIEWPORT, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(WATCH_DRAWING);
  const open = async () => {
    await page.goto(address, { timeout: 600_000 });
    await frameDrawn(page, 1);
  };
  const start = await trace(browser, page, open, true);
  await settled(page);
  const heap = await heapOf(page);
  const corner = await placeOf(page, drawing);
  const move = await trace(browser, page, () => panAndZoom(page, corner));
  const filter = await prepareFilter(page);
  const set = (on: boolean) => async () => {
    const before = await drawnFrames(page);
    await filter(on);
    await frameDrawn(page, before + 1);
    await settled(page);
  };
  const filtered = await trace(browser, page, set(true));
  const unfiltered = await trace(browser, page, set(false));
  await context.close();
  return { start, move, filter: filtered, unfilter: unfiltered, heap };
}

function print(size: string, ours: Costs, yardstick: Costs): void {
  const row = (what: string, own: number, other: number, unit: string) =>
    console.log(
      `| ${what} | ${own.toFixed(own < 10 ? 1 : 0)} ${unit} | ${other.toFixed(other < 10 ? 1 : 0)} ${unit} | ${(own / other).toFixed(2)} |`,
    );
  const perFrame = ({ script, frames }: Cost) => script / Math.max(frames, 1);
  console.log(`\n| ${size} nodes/edges | explorer | sigma + graphology-gexf | ratio |\n|---|---:|---:|---:|`);
  row('script to the first draw call', ours.start.script, yardstick.start.script, 'ms');
  row('main thread to the first draw call', ours.start.main, yardstick.start.main, 'ms');
  row('script for a frame of panning and zooming', perFrame(ours.move), perFrame(yardstick.move), 'ms');
  row('script to hide ties of one type', ours.filter.script, yardstick.filter.script, 'ms');
  row('script to show them again', ours.unfilter.script, yardstick.unfilter.script, 'ms');
  row('JavaScript heap', ours.heap / 1e6, yardstick.heap / 1e6, 'MB');
}

const sizes = process.argv.length > 2 ? process.argv.slice(2) : SIZES;
const folder = mkdtempSync(join(tmpdir(), 'guanxi-explorer-'));
const browser = await launchBrowser();
try {
  for (const size of sizes) {
    const [nodes = 0, edges = 0] = size.split('/').map(Number);
    const output = join(folder, size.replace('/', '-'));
    mkdirSync(output);
    const ties = await write(output, nodes, edges);
    const serving = await serve({ folder: output, port: 0 });
    const ours = await measure(browser, serving.url, '.canvas', async (page) => {
      const { x, y, height } = await placeOf(page, '.filters .switch', '收购');
      return () => page.mouse.click(x + 8, y + height / 2);
    });
    const plain = new URL('yardstick/yardstick.html', serving.url).href;
    const yardstick = await measure(browser, plain, '#graph', async (page) => {
      return (on) => page.evaluate((hidden) => window.hide(hidden), on ? 'acquired' : null);
    });
    print(size, ours, yardstick);
    await serving.close();
    const { script } = await measureDecision(browser, output, ties);
    console.log(`\nScript for a decision after ${DECISIONS_BEFORE} others: ${Math.round(script)} ms`);
    rmSync(output, { recursive: true });
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
