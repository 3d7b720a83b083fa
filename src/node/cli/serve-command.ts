/** `guanxi serve`. */
import open from 'open';
import { ledgerOf } from '../ledger/ledger-file.ts';
import { isLoopback, type ServeOptions, serve } from '../serve/serve.ts';
import { print } from './terminal.ts';

/** What to serve, and whether to open a browser. */
export interface PageOptions extends ServeOptions {
  readonly open: boolean;
}

/** Options as commander gives them. */
export interface ServeCommandOptions {
  readonly port: number;
  readonly host: string;
  readonly open: boolean;
  readonly corpus?: string;
  readonly curation?: string;
  /** Names to open on, or true for the usual number. */
  readonly part?: number | true;
  readonly whole?: boolean;
}

/** Serves a network, with the ledger of its corpus where one is named. */
export async function serveCommand(folder: string, options: ServeCommandOptions): Promise<void> {
  const { port, host, open: wanted, corpus, curation, part, whole } = options;
  const ledger = curation ?? (corpus === undefined ? undefined : ledgerOf([corpus]));
  await openPage({
    folder,
    port,
    host,
    open: wanted,
    part: whole ? 'never' : part === undefined ? 'auto' : 'always',
    ...(typeof part === 'number' ? { names: part } : {}),
    ...(ledger === undefined ? {} : { ledger }),
  });
}

/** Serves a folder until interrupted, and opens a browser where there is a desktop. */
export async function openPage({ open: wanted, ...options }: PageOptions): Promise<void> {
  const { folder, host = '127.0.0.1', ledger } = options;
  const serving = await serve(options);
  print(`Serving ${folder} at ${serving.url}  (Ctrl+C stops)`);
  if (ledger !== undefined) {
    print(
      isLoopback(host)
        ? `Decisions are kept in ${ledger}`
        : 'Decisions stay in the browser: the ledger is written only for this machine (leave out --host)',
    );
  }
  if (wanted && hasDesktop()) await open(serving.url).catch(() => undefined);
}

function hasDesktop(): boolean {
  if (process.env.CI !== undefined || !process.stdout.isTTY) return false;
  if (process.platform !== 'linux') return true;
  return process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
}
