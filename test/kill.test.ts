/**
 * Builds that are killed at random moments: no acknowledged work is lost, and the end is as if nothing had happened.
 * `GUANXI_KILLS=100 npx vitest run test/kill.test.ts` kills more often.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../src/graph/random.ts';
import { article } from './support/articles.ts';
import { fingerprintFolder } from './support/folder.ts';
import { dumpNetwork } from './support/network-dump.ts';
import { CLI, guanxi } from './support/sample.ts';

const KILLS = Number(process.env.GUANXI_KILLS ?? 10);
const SEED = 20160408;
/** Kills in a row before a build is let through. */
const IN_A_ROW = 5;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-kill-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts a build and kills it after some milliseconds; true when it had not ended by then. */
function buildAndKill(corpus: string, output: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [CLI, 'build', corpus, '-o', output, '--workers', '1'], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise((done) => {
    child.on('exit', (_, signal) => {
      clearTimeout(timer);
      done(signal === 'SIGKILL');
    });
  });
}

test(
  `${KILLS} kills lose nothing`,
  async () => {
    const random = createRandom(SEED);
    const [corpus, output] = [join(folder, 'corpus'), join(folder, 'output')];
    await mkdir(corpus);
    let killed = 0;
    for (let round = 0; killed < KILLS; round++) {
      // Each round changes the corpus: some files are replaced, one is removed.
      const articles = fc.sample(article, { seed: SEED + round, numRuns: 40 });
      for (const [index, { text, date }] of articles.entries()) {
        if (round > 0 && random() < 0.5) continue;
        await writeFile(join(corpus, `${index}.jsonl`), `${JSON.stringify({ text, date })}\n`);
      }
      if (round > 0) await rm(join(corpus, `${Math.floor(random() * 40)}.jsonl`), { force: true });

      const started = performance.now();
      const undisturbed = join(folder, `undisturbed-${round}`);
      expect((await guanxi(['build', corpus, '-o', undisturbed, '--workers', '1'])).code).toBe(0);
      const duration = performance.now() - started;
      for (let row = 0; row < IN_A_ROW; row++) {
        if (await buildAndKill(corpus, output, random() * duration)) killed++;
      }
      const ended = await guanxi(['build', corpus, '-o', output, '--workers', '1']);
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(await fingerprintFolder(output)).toEqual(await fingerprintFolder(undisturbed));
      expect(dumpNetwork(output)).toEqual(dumpNetwork(undisturbed));
      await rm(undisturbed, { recursive: true });
    }
    console.log(`${killed} builds killed, seed ${SEED}`);
  },
  60_000 + KILLS * 20_000,
);
