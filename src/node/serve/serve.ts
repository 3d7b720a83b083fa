/** Serves an output folder to a browser on this machine. */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import { GuanxiError } from '../../errors.ts';
import type { PageEvents } from './events.ts';
import { createLedgerEndpoint } from './ledger-endpoint.ts';
import { createNetworkEndpoint, FIRST_NAMES, type PartMode } from './network-endpoint.ts';

/** How to serve. */
export interface ServeOptions {
  /** The output folder. */
  readonly folder: string;
  /** Address to listen on; loopback unless told otherwise. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The ledger of the corpus, which the page may then change; on loopback only. */
  readonly ledger?: string;
  /** Builds anew when the page asks for it. */
  readonly rebuild?: () => Promise<void>;
  /** Tells pages of new builds. */
  readonly events?: PageEvents;
  /** When a page is given a part of the network; by its size unless told otherwise. */
  readonly part?: PartMode;
  /** Names that a part holds at first. */
  readonly names?: number;
  /** Threads in which paths are searched for; with 0 they keep all others waiting. */
  readonly pathThreads?: number;
}

/** A running server. */
export interface Serving {
  readonly url: string;
  readonly server: Server;
  close(): Promise<void>;
}

const HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** A page of another site must not read from us by naming its own host as ours (DNS rebinding). */
const LOCAL_HOST = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/;

/** How many ports after the one asked for are tried when it is taken. */
const PORTS_TRIED = 20;

/**
 * Starts a server for an output folder: its files, and questions about the network in its store. Nothing outside the
 * folder is served, and everything only for reading; the one thing that can be changed is the ledger, where one is given.
 *
 * @throws GuanxiError `SERVE_NO_OUTPUT` when the folder holds no network, `SERVE_NO_STORE` when a part is asked for and
 * the store cannot give one, `SERVE_PORT` when no port is free
 */
export async function serve({
  folder,
  host = '127.0.0.1',
  port,
  ledger,
  rebuild,
  events,
  part = 'auto',
  names = FIRST_NAMES,
  pathThreads = 1,
}: ServeOptions): Promise<Serving> {
  const root = resolve(folder);
  if (!existsSync(join(root, 'index.html'))) {
    throw new GuanxiError('SERVE_NO_OUTPUT', `${folder}: there is no network here; run \`guanxi build\` first.`, {
      file: folder,
    });
  }
  const files = sirv(root, { dev: true, etag: true, dotfiles: false });
  const local = isLoopback(host);
  const endpoint =
    ledger !== undefined && local
      ? createLedgerEndpoint({ root, ledger, ...(rebuild === undefined ? {} : { rebuild }) })
      : () => false;
  const network = createNetworkEndpoint({ root, part, names, pathThreads });
  if (part === 'always' && !network.isThere()) {
    await network.close();
    throw new GuanxiError(
      'SERVE_NO_STORE',
      `${folder}: the store holds no network of this version of the program, so no part of one can be served; run \`guanxi build\` first.`,
      { file: folder },
    );
  }
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const refused = local && !LOCAL_HOST.test(request.headers.host ?? '');
    if (!refused && (endpoint(request, response) || events?.answer(request, response))) return;
    if (!refused && network.answer(request, response)) return;
    if (refused || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(refused ? 403 : 405, { 'Content-Type': 'text/plain' });
      response.end(refused ? 'Forbidden host' : 'Method not allowed');
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('Not found');
    });
  });
  const taken = await listen(server, host, port);
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${taken}/`,
    server,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          void network.close().then(done);
        });
        server.closeAllConnections();
      }),
  };
}

/** True for an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost' || host === '::1';
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  for (let tried = 0; tried < PORTS_TRIED; tried++) {
    try {
      return await listenOnce(server, host, port === 0 ? 0 : port + tried);
    } catch (cause) {
      const busy = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
      if (!busy) throw new GuanxiError('SERVE_PORT', `Cannot listen on ${host}:${port}.`, {}, { cause });
    }
  }
  throw new GuanxiError(
    'SERVE_PORT',
    `Ports ${port} to ${port + PORTS_TRIED - 1} are all taken; choose one with --port.`,
  );
}

function listenOnce(server: Server, host: string, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
