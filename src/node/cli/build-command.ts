/** `guanxi build`. */
import { availableParallelism } from 'node:os';
import { loadConfig } from '../config.ts';
import { type BuildOptions, type BuildSummary, build } from '../run/build.ts';
import { defaultWorkers } from '../run/extractor.ts';
import { EXIT } from './exit.ts';
import { openPage } from './serve-command.ts';
import { createProgressBar, print, printNotes, printProblems } from './terminal.ts';

/** Options as commander gives them. */
export interface BuildCommandOptions {
  readonly output: string;
  readonly config?: string;
  readonly curation?: string;
  readonly encoding?: string;
  readonly workers?: number;
  readonly serve?: boolean;
  readonly port: number;
}

/** What `build` is told, from the command's arguments. */
export async function buildJob(
  paths: readonly string[],
  options: Omit<BuildCommandOptions, 'serve' | 'port'>,
): Promise<BuildOptions> {
  return {
    paths: paths.length > 0 ? paths : ['corpus'],
    output: options.output,
    config: await loadConfig(options.config),
    workers: Math.min(options.workers ?? defaultWorkers(), availableParallelism() * 4),
    ...(options.curation === undefined ? {} : { curation: options.curation }),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
  };
}

/** Tells what was built, and what was wrong. */
export function printSummary(summary: BuildSummary, output: string): void {
  printNotes(summary.notes);
  printProblems(summary.problems);
  const reprints = summary.reprints > 0 ? ` (${summary.reprints} reprints counted once)` : '';
  const state = summary.unchanged ? ' (nothing has changed)' : summary.filesBehind ? ' (the files follow)' : '';
  print(
    `${summary.documents} articles${reprints}, ${summary.entities} entities, ${summary.ties} ties → ${output}${state}`,
  );
  const { file, applied, lapsed } = summary.curation;
  if (applied + lapsed === 0) return;
  const rest = lapsed > 0 ? `, ${lapsed} no longer ${lapsed === 1 ? 'applies' : 'apply'} (see above)` : '';
  print(`${applied} ${applied === 1 ? 'decision' : 'decisions'} of ${file} applied${rest}`);
}

/** Builds a network; exit code 1 when some files could not be read, so that a script notices. */
export async function buildCommand(paths: readonly string[], options: BuildCommandOptions): Promise<void> {
  const job = await buildJob(paths, options);
  const bar = createProgressBar();
  const summary = await build({ ...job, onProgress: bar.onProgress }).finally(bar.stop);
  printSummary(summary, options.output);
  if (options.serve) {
    const rebuild = async () => {
      await build(job);
    };
    const ledger = summary.curation.file;
    await openPage({ folder: options.output, port: options.port, open: true, ledger, rebuild });
  } else print(`Look at it: guanxi serve ${options.output}`);
  if (summary.problems.length > 0) process.exitCode = EXIT.partial;
}
