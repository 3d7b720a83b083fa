/** `guanxi watch`. */
import { GuanxiError } from '../../errors.ts';
import { type BuildSummary, build } from '../run/build.ts';
import { createExtractor } from '../run/extractor.ts';
import { createResolver } from '../run/resolver.ts';
import { createPageEvents } from '../serve/events.ts';
import { PAGE_BEARS } from '../serve/network-endpoint.ts';
import { inTurn } from '../watch/in-turn.ts';
import { watchPaths } from '../watch/watch-paths.ts';
import { type BuildCommandOptions, buildJob, printSummary } from './build-command.ts';
import { openPage } from './serve-command.ts';
import { createProgressBar, print, printable } from './terminal.ts';

/** Options as commander gives them. */
export interface WatchCommandOptions extends Omit<BuildCommandOptions, 'serve'> {
  readonly open: boolean;
}

/** Milliseconds after which a folder that another build held is tried again. */
const BUSY_WAIT = 5000;

/** Milliseconds without a change after which files that are behind the store are written. */
const QUIET = 10_000;

/**
 * Builds, serves, and builds anew whenever a file of the corpus changes, until interrupted. A build that fails leaves
 * the last network in place. The dictionary stays loaded, and in the drawing what was there stays where it is.
 */
export async function watchCommand(paths: readonly string[], options: WatchCommandOptions): Promise<void> {
  const job = await buildJob(paths, options);
  const extractor = createExtractor(job.config, job.workers);
  const resolver = createResolver(job.config);
  const events = createPageEvents();
  const bar = createProgressBar();
  const first = await build({ ...job, extractor, resolver, onProgress: bar.onProgress })
    .finally(bar.stop)
    .catch(async (error: unknown) => {
      await extractor.close();
      throw error;
    });
  printSummary(first, options.output);
  let names = first.entities;

  let quiet: NodeJS.Timeout | undefined;
  let isQuiet = false;
  const rebuild = inTurn(async (): Promise<BuildSummary> => {
    clearTimeout(quiet);
    // A page of a large network is answered from the store, so that the files can wait until nothing comes any more.
    const files = names > PAGE_BEARS && !isQuiet ? 'later' : 'now';
    isQuiet = false;
    const summary = await build({ ...job, extractor, resolver, layout: 'keep', files });
    names = summary.entities;
    if (summary.filesBehind) quiet = setTimeout(catchUp, QUIET);
    if (!summary.unchanged) events.announceBuild();
    return summary;
  });
  const follow = (): Promise<void> =>
    rebuild().then(
      (summary) => {
        if (summary.unchanged) return;
        print(`\n${new Date().toLocaleTimeString()}`);
        printSummary(summary, options.output);
      },
      (error: unknown) => {
        if (!(error instanceof GuanxiError)) throw error;
        if (error.code === 'BUILD_BUSY') setTimeout(() => void follow(), BUSY_WAIT);
        process.stderr.write(`guanxi: ${printable(error.message)}\nThe network stays as it is.\n`);
      },
    );
  const catchUp = (): void => {
    isQuiet = true;
    void follow();
  };
  await watchPaths({
    paths: [...job.paths, first.curation.file],
    except: options.output,
    onChange: () => void follow(),
    onError: (error) =>
      process.stderr.write(`guanxi: the corpus cannot be watched (${error.message}); start again to see changes.\n`),
  });
  // What changed between the first build and the first watch.
  await follow();
  await openPage({
    folder: options.output,
    port: options.port,
    open: options.open,
    ledger: first.curation.file,
    rebuild: async () => {
      await rebuild();
    },
    events,
  });
  print('Watching for changes');
}
