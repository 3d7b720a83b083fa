/** What the main thread of a page did, by Chromium's own trace. */
import type { Browser, Page } from 'playwright-core';

/** An event of a trace; see the Trace Event Format. Times in microseconds; `tts` and `tdur` on the thread's own clock. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tts?: number;
  readonly tdur?: number;
}

/** What a stretch of work cost, in milliseconds of processor time: waiting for the software renderer is not in it. */
export interface Cost {
  /** Compiling and running JavaScript, collecting garbage. */
  readonly script: number;
  /** All tasks of the main thread: script, parsing, styles, layout, painting. */
  readonly main: number;
  /** Frames in which something was drawn with WebGL. */
  readonly frames: number;
}

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'v8',
  'v8.execute',
  'toplevel',
];

const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'FireAnimationFrame',
  'TimerFire',
  'EventDispatch',
  'RunMicrotasks',
  'MajorGC',
  'MinorGC',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'V8.GC_MC_INCREMENTAL',
]);
const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask', 'ThreadPool_RunTask']);

/** Counts frames and marks the first draw call; runs in the page before its own scripts. */
export const WATCH_DRAWING = `(() => {
  let frame = -1;
  window.drawnFrames = 0;
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) {
      const now = document.timeline.currentTime;
      if (now !== frame) {
        frame = now;
        if (window.drawnFrames++ === 0) performance.mark('first-draw');
      }
      return draw.apply(this, given);
    };
  }
})();`;

/** Number of frames drawn so far. */
export function drawnFrames(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { drawnFrames: number }).drawnFrames);
}

/** Waits until `count` frames have been drawn. */
export async function frameDrawn(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => (window as unknown as { drawnFrames: number }).drawnFrames >= wanted, count, {
    timeout: 600_000,
    polling: 50,
  });
}

/**
 * Traces what `work` makes the page do.
 *
 * @param untilFirstDraw counts only what comes before the first draw call
 */
export async function trace(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
  untilFirstDraw = false,
): Promise<Cost> {
  const before = untilFirstDraw ? 0 : await drawnFrames(page);
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate(() => performance.mark('begin'));
  await work();
  await page.evaluate(() => performance.mark('end'));
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const frames = (await drawnFrames(page)) - before;
  const mark = (name: string) => traceEvents.find((event) => event.name === name && event.tts !== undefined);
  const end = mark(untilFirstDraw ? 'first-draw' : 'end');
  if (end?.tts === undefined) throw new Error('The trace holds no mark; nothing was drawn.');
  const begin = untilFirstDraw ? 0 : (mark('begin')?.tts ?? 0);
  const thread = traceEvents.filter(({ pid, tid }) => pid === end.pid && tid === end.tid);
  return { script: covered(thread, SCRIPT, begin, end.tts), main: covered(thread, TASKS, begin, end.tts), frames };
}

/** Processor time between `begin` and `end` that events of these names cover, in milliseconds; nested ones count once. */
function covered(events: readonly TraceEvent[], names: ReadonlySet<string>, begin: number, end: number): number {
  const spans = events
    .flatMap(({ name, ph, tts, tdur }) =>
      names.has(name) && ph === 'X' && tts !== undefined
        ? [[Math.max(tts, begin), Math.min(tts + (tdur ?? 0), end)] as const]
        : [],
    )
    .sort(([a], [b]) => a - b);
  let [total, reached] = [0, begin];
  for (const [from, to] of spans) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total / 1000;
}

/** Bytes of the page's JavaScript heap that are in use once garbage was collected. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
