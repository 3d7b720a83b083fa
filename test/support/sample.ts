/** The sample corpus, built and served by the real program. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type ServeOptions, serve } from '../../src/node/serve/serve.ts';

const run = promisify(execFile);

/** The compiled command line. */
export const CLI: string = fileURLToPath(new URL('../../dist/node/cli/main.js', import.meta.url));

/** What a command printed, and its exit code. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Runs `guanxi` with arguments, as a process of its own. */
export async function guanxi(args: readonly string[], options: { cwd?: string; input?: string } = {}): Promise<Ran> {
  const running = run(process.execPath, [CLI, ...args], {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    maxBuffer: 1 << 28,
  });
  running.child.stdin?.end(options.input ?? '');
  try {
    return { ...(await running), code: 0 };
  } catch (error) {
    const { stdout, stderr, code } = error as Ran;
    return { stdout, stderr, code };
  }
}

/** A built sample. */
export interface Sample {
  readonly dir: string;
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the corpus that comes with the project into a temporary folder and serves it on a free port. */
export async function buildSample(options: Pick<ServeOptions, 'part' | 'names'> = {}): Promise<Sample> {
  const dir = await mkdtemp(join(tmpdir(), 'guanxi-sample-'));
  const built = await guanxi(['build', fileURLToPath(new URL('../../corpus', import.meta.url)), '-o', dir]);
  if (built.code !== 0) throw new Error(`build failed: ${built.stderr}${built.stdout}`);
  // The server runs from source here, the worker of its searches only as it is built.
  const serving = await serve({ folder: dir, port: 0, pathThreads: 0, ...options });
  return {
    dir,
    url: serving.url,
    async close() {
      await serving.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
