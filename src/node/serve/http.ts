/** Small parts of an HTTP answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that is refused, with the status and the reason for the one who asked. */
export class Refusal extends Error {
  readonly status: number;
  readonly more: object;

  constructor(status: number, message: string, more: object = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.more = more;
  }
}

/** Sends a value as JSON, never to be cached. */
export function respond(response: ServerResponse, status: number, value: unknown): void {
  if (status === 413) response.setHeader('Connection', 'close');
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(value));
}

/**
 * Reads the body of a request as UTF-8.
 *
 * @throws Refusal 413 when it is longer than `most` bytes; the rest is not read
 */
export async function readBody(request: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection must outlive a refusal, or the reason would not arrive.
  const parts: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of parts) {
    size += chunk.length;
    if (size > most) throw new Refusal(413, `More than ${most} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
