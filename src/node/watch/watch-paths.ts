/** Watches files and folders for changes. */
import { basename, resolve, sep } from 'node:path';
import { watch } from 'chokidar';

/** What to watch. */
export interface WatchOptions {
  readonly paths: readonly string[];
  /** A folder to leave out, which may lie within the others. */
  readonly except: string;
  /** Called when nothing has changed for {@link QUIET} after a change. */
  readonly onChange: () => void;
  /** Called when watching itself fails, as when the system has no more watches to give. */
  readonly onError: (error: Error) => void;
}

/** Milliseconds without a change after which a change is told: files come in numbers, and large ones in parts. */
const QUIET = 300;
/** A change is told after so many milliseconds though others go on. */
const MOST_PATIENCE = 5000;

/**
 * Begins to watch; what is there already is no change.
 *
 * @returns a function that ends it; resolved when watching has begun
 */
export async function watchPaths({ paths, except, onChange, onError }: WatchOptions): Promise<() => Promise<void>> {
  const left = resolve(except);
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path) => {
      const full = resolve(path);
      return full === left || full.startsWith(left + sep) || (basename(full).startsWith('.') && !paths.includes(path));
    },
  });
  let timer: NodeJS.Timeout | undefined;
  let since: number | undefined;
  watcher.on('all', () => {
    since ??= Date.now();
    clearTimeout(timer);
    const wait = Math.max(0, Math.min(QUIET, since + MOST_PATIENCE - Date.now()));
    timer = setTimeout(() => {
      since = undefined;
      onChange();
    }, wait);
  });
  watcher.on('error', (error) => onError(error instanceof Error ? error : new Error(String(error))));
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
