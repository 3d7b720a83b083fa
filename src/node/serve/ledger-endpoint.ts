/**
 * The ledger over HTTP: the page reads and changes it, nobody else. A change must come from this machine, from our own
 * page (`Origin`, `Sec-Fetch-Site`), with a token that only our page can have read, in a header that a page of another
 * site cannot set (https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html).
 * The file is fixed when the server starts.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { addLines, LONGEST_LINE, parseLedger, removeLines } from '../../curation/ledger.ts';
import {
  BUILD_ADDRESS,
  LEDGER_ADDRESS,
  type LedgerChange,
  type LiveLedger,
  type PublishedLedger,
  TOKEN_HEADER,
} from '../../curation/published.ts';
import { GuanxiError } from '../../errors.ts';
import { LARGEST_LEDGER, readLedgerText, writeLedgerText } from '../ledger/ledger-file.ts';
import { Refusal, readBody, respond } from './http.ts';

/** What the endpoint serves. */
export interface LedgerService {
  /** The output folder, whose build says what it was built with. */
  readonly root: string;
  readonly ledger: string;
  /** Builds anew; absent where the server does not know how. */
  readonly rebuild?: () => Promise<void>;
}

/** Answers a request for the ledger; false where it is for something else. */
export type LedgerEndpoint = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The longest body of a change, in bytes: several lines at once, of three bytes to a character. */
const LONGEST_BODY = 16 * LONGEST_LINE;

const changeSchema: z.ZodType<LedgerChange> = z.strictObject({
  version: z.string().max(100),
  remove: z.array(z.int().positive()).max(10_000).exactOptional(),
  add: z.array(z.string().max(LONGEST_LINE)).max(1_000).exactOptional(),
  at: z.int().positive().exactOptional(),
});

/** Makes the endpoint, with a token of its own. */
export function createLedgerEndpoint({ root, ledger, rebuild }: LedgerService): LedgerEndpoint {
  const token = randomBytes(24).toString('base64url');
  // One after the other, so that two windows cannot write over each other.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = queue.then(task);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const live = (text: string): LiveLedger => ({
    text,
    version: versionOf(text),
    token,
    file: basename(ledger),
    canBuild: rebuild !== undefined,
  });

  async function change(request: IncomingMessage): Promise<LiveLedger> {
    const wanted = await readChange(request);
    return inTurn(async () => {
      const text = await readLedgerText(ledger);
      if (versionOf(text) !== wanted.version) throw new Refusal(409, 'The ledger has changed meanwhile.', live(text));
      const next = changed(text, wanted);
      await writeLedgerText(ledger, next);
      return live(next);
    });
  }

  async function published(): Promise<PublishedLedger> {
    const built = await readFile(join(root, LEDGER_ADDRESS), 'utf8').catch(() => '{"applied":""}');
    const { applied } = JSON.parse(built) as PublishedLedger;
    return { applied, live: live(await readLedgerText(ledger)) };
  }

  const answers: Readonly<Record<string, (request: IncomingMessage) => Promise<unknown>>> = {
    [`GET ${LEDGER_ADDRESS}`]: published,
    [`POST ${LEDGER_ADDRESS}`]: (request) => {
      requireOwnPage(request, token);
      return change(request);
    },
    ...(rebuild === undefined
      ? {}
      : {
          [`POST ${BUILD_ADDRESS}`]: (request: IncomingMessage) => {
            requireOwnPage(request, token);
            request.resume();
            return inTurn(rebuild);
          },
        }),
  };

  return (request, response) => {
    const path = (request.url ?? '').replace(/[?#].*$/s, '').slice(1);
    const key = `${request.method} ${path}`;
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (answer === undefined) return false;
    void (async () => answer(request))().then(
      (value) => respond(response, 200, value ?? {}),
      (error: unknown) => {
        if (error instanceof Refusal) respond(response, error.status, { error: error.message, ...error.more });
        else respond(response, 500, { error: error instanceof GuanxiError ? error.message : 'It did not work.' });
      },
    );
    return true;
  };
}

function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function requireOwnPage(request: IncomingMessage, token: string): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const address = request.socket.remoteAddress ?? '';
  const local = address === '::1' || /^(?:::ffff:)?127\./.test(address);
  const foreign =
    (origin !== undefined && origin !== `http://${host}`) || (site !== undefined && site !== 'same-origin');
  const given = Buffer.from(String(request.headers[TOKEN_HEADER] ?? ''));
  const known = given.length === token.length && timingSafeEqual(given, Buffer.from(token));
  if (!local || foreign || !known) throw new Refusal(403, 'Only the page of this server may do that; reload it.');
}

async function readChange(request: IncomingMessage): Promise<LedgerChange> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'Send application/json.');
  }
  const body = await readBody(request, LONGEST_BODY);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Refusal(400, 'Not valid JSON.');
  }
  const parsed = changeSchema.safeParse(value);
  if (!parsed.success) throw new Refusal(400, 'Not a change of the ledger: { version, remove?, add?, at? }.');
  return parsed.data;
}

/** The ledger after a change; lines that are no decisions are refused. */
function changed(text: string, { remove = [], add = [], at }: LedgerChange): string {
  const added = parseLedger(add.join('\n'), 'line');
  if (added.problems.length > 0 || added.lines.length !== add.length) {
    throw new Refusal(422, added.problems[0]?.message ?? 'Each line must hold one decision.');
  }
  const rest = removeLines(text, new Set(remove));
  const next = addLines(
    rest,
    added.lines.map(({ decision }) => decision),
    at,
  );
  if (Buffer.byteLength(next) > LARGEST_LEDGER) throw new Refusal(413, 'The ledger is full.');
  return next;
}
