/**
 * Tells open pages that the network was built anew, by server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). A page learns of it from a header of every answer.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { EVENTS_ADDRESS, EVENTS_HEADER } from '../../outputs/live.ts';

/** The pages that listen. */
export interface PageEvents {
  /** Answers a page that wants to listen; false where the request is for something else. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Tells every page that there is a new network. */
  announceBuild(): void;
}

/** More pages than this are refused; they work, but have to be reloaded by hand. */
const MOST_PAGES = 64;

/** Milliseconds between signs of life, since some proxies end a silent connection after a minute. */
const SIGN_OF_LIFE = 25_000;

/** Makes a meeting point for pages. */
export function createPageEvents(): PageEvents {
  const pages = new Set<ServerResponse>();
  let timer: NodeJS.Timeout | undefined;
  const send = (text: string) => {
    for (const page of pages) page.write(text);
  };
  return {
    answer(request, response) {
      response.setHeader(EVENTS_HEADER, EVENTS_ADDRESS);
      const path = (request.url ?? '').replace(/[?#].*$/s, '').slice(1);
      if (request.method !== 'GET' || path !== EVENTS_ADDRESS) return false;
      if (pages.size >= MOST_PAGES) {
        response.writeHead(503, { 'Content-Type': 'text/plain' });
        response.end('Too many pages');
        return true;
      }
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write('retry: 3000\n\n');
      pages.add(response);
      timer ??= setInterval(() => send(': alive\n\n'), SIGN_OF_LIFE).unref();
      response.on('close', () => {
        pages.delete(response);
        if (pages.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      });
      return true;
    },
    announceBuild: () => send('event: built\ndata: {}\n\n'),
  };
}
