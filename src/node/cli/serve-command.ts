/** `guanxi serve`. */
import open from 'open';
import { serve } from '../serve/serve.ts';
import { print } from './terminal.ts';

/** What to serve, and whether to open a browser. */
export interface PageOptions {
  readonly folder: string;
  readonly host?: string;
  readonly port: number;
  readonly open: boolean;
}

/** Serves a folder until interrupted, and opens a browser where there is a desktop. */
export async function openPage({ folder, host, port, open: wanted }: PageOptions): Promise<void> {
  const serving = await serve({ folder, port, ...(host === undefined ? {} : { host }) });
  print(`Serving ${folder} at ${serving.url}  (Ctrl+C stops)`);
  if (wanted && hasDesktop()) await open(serving.url).catch(() => undefined);
}

function hasDesktop(): boolean {
  if (process.env.CI !== undefined || !process.stdout.isTTY) return false;
  if (process.platform !== 'linux') return true;
  return process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
}
