/**
 * The stored network over HTTP, for reading alone: parts of it, neighbours, search, paths, evidence, articles. Every
 * answer is bounded, every parameter checked. Where the network is larger than a page bears, the page's own
 * `network.json` is a part as well.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { API, type EdgeName, type PartQuestion } from '../../outputs/served.ts';
import { readArticle, readEvidence, readNeighbours, readNode, readOccasions } from '../store/read/nodes.ts';
import { MOST_EDGES, mostImportant, readPart } from '../store/read/part.ts';
import { searchNames } from '../store/read/search.ts';
import { openSnapshots, type Snapshot } from '../store/snapshot.ts';
import { Refusal, readBody, respond } from './http.ts';
import { createPathSearch } from './path-search.ts';

/** When a page is given a part: of networks that are too large for it, always, or never. */
export type PartMode = 'auto' | 'always' | 'never';

/** What the endpoint serves. */
export interface NetworkService {
  /** The output folder. */
  readonly root: string;
  readonly part: PartMode;
  /** Names that a page is given at first. */
  readonly names: number;
  /** Threads in which paths are searched for; see {@link createPathSearch}. */
  readonly pathThreads: number;
}

/** Answers a request for the network; false where it is for something else. */
export interface NetworkEndpoint {
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Whether there is a network in the store. */
  isThere(): boolean;
  close(): Promise<void>;
}

/** Names that a page draws and moves without delay; a network of more is given in parts. */
export const PAGE_BEARS = 20_000;

/** Names of a part at first, unless told otherwise. */
export const FIRST_NAMES = 2_000;

const LONGEST_ID = 1_000;
const LONGEST_BODY = 4_000_000;
const MOST_FOUND = 50;
const MOST_PATHS = 50;

const id = z.string().min(1).max(LONGEST_ID);
const whole = (most: number, otherwise: number) => z.coerce.number().int().min(1).max(most).default(otherwise);
const list = z
  .string()
  .max(2_000)
  .default('')
  .transform((text) => text.split(',').filter((item) => item !== ''));
const flag = (otherwise: boolean) =>
  z
    .enum(['0', '1'])
    .default(otherwise ? '1' : '0')
    .transform((text) => text === '1');
const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .optional();
const edgeName = z.tuple([id, id, id]) satisfies z.ZodType<EdgeName>;

const partSchema: z.ZodType<PartQuestion> = z.strictObject({
  nodes: z.array(id).max(PAGE_BEARS),
  documents: z.array(id).max(PAGE_BEARS),
});

/** An answer to a question that was found to be in order; undefined where what it asks for is not there. */
type Answer = (snapshot: Snapshot, question: unknown) => unknown;

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Refusal(400, `Not a question: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

const question =
  <T>(schema: z.ZodType<T>, answer: (snapshot: Snapshot, question: T) => unknown): Answer =>
  (snapshot, value) =>
    answer(snapshot, parse(schema, value));

/** What was found; undefined stands for no network, and a value that is undefined for nothing of that name. */
function given(found: { readonly value: unknown } | undefined): unknown {
  if (found === undefined) throw new Refusal(503, 'There is no network in the store; run `guanxi build`.');
  if (found.value === undefined) throw new Refusal(404, 'That is not in the network.');
  return found.value;
}

const GET: Readonly<Record<string, Answer>> = {
  search: question(
    z.strictObject({ q: z.string().max(LONGEST_ID), limit: whole(MOST_FOUND, 12) }),
    (snapshot, { q, limit }) => searchNames(snapshot, q, limit),
  ),
  neighbours: question(z.strictObject({ id }), (snapshot, asked) => readNeighbours(snapshot, asked.id)),
  node: question(z.strictObject({ id }), (snapshot, asked) => readNode(snapshot, asked.id)),
  article: question(z.strictObject({ id }), (snapshot, asked) => readArticle(snapshot, asked.id)),
  evidence: question(z.strictObject({ source: id, type: id, target: id }), (snapshot, { source, type, target }) =>
    readEvidence(snapshot, [source, type, target]),
  ),
};

const pathSchema = z.strictObject({
  from: id,
  to: id,
  without: list,
  hidden: list,
  weak: flag(false),
  least: whole(9_999, 1),
  confidence: z.coerce.number().min(0).max(1).default(0),
  since: month,
  until: month,
  undated: flag(true),
  order: flag(false),
  extra: z.coerce.number().int().min(0).max(1).default(0),
  limit: whole(MOST_PATHS, MOST_PATHS),
});

/** Makes the endpoint. The store is opened when it is first asked for. */
export function createNetworkEndpoint({ root, part, names, pathThreads }: NetworkService): NetworkEndpoint {
  const snapshots = openSnapshots(root);
  const paths = createPathSearch(root, snapshots, pathThreads);
  /** What every part begins with, which takes longest to work out; and the first part itself, once it was asked for. */
  let first: { readonly revision: string; readonly top: readonly number[]; text?: string } | undefined;
  const firstOf = (snapshot: Snapshot) => {
    const { revision } = snapshot.about;
    if (first?.revision !== revision) first = { revision, top: mostImportant(snapshot, names) };
    return first;
  };

  const POST: Readonly<Record<string, Answer>> = {
    part: question(partSchema, (snapshot, asked) => readPart(snapshot, firstOf(snapshot).top, asked)),
    occasions: question(z.array(edgeName).max(MOST_EDGES), readOccasions),
  };

  function firstPart(): string | undefined {
    if (part === 'never') return undefined;
    return snapshots.read((snapshot) => {
      if (part === 'auto' && snapshot.about.nodes <= PAGE_BEARS) return undefined;
      const first = firstOf(snapshot);
      first.text ??= JSON.stringify(readPart(snapshot, first.top, { nodes: [], documents: [] }));
      return first.text;
    });
  }

  async function answerApi(request: IncomingMessage, name: string, query: string): Promise<unknown> {
    if (name === 'path' && request.method === 'GET') return answerPath(query);
    const table = request.method === 'POST' ? POST : GET;
    const answer = Object.hasOwn(table, name) ? table[name] : undefined;
    if (answer === undefined) throw new Refusal(404, 'There is no such question.');
    const asked =
      request.method === 'POST' ? await readQuestion(request) : Object.fromEntries(new URLSearchParams(query));
    return given(snapshots.read((snapshot) => ({ value: answer(snapshot, asked) })));
  }

  async function answerPath(query: string): Promise<unknown> {
    const { from, to, order, ...conditions } = parse(pathSchema, Object.fromEntries(new URLSearchParams(query)));
    const found = await paths.search({ from, to, conditions: { ...conditions, inOrder: order } });
    return given(found && { value: found.paths });
  }

  return {
    answer(request, response) {
      const [path = '', query = ''] = (request.url ?? '').slice(1).replace(/#.*$/s, '').split('?', 2);
      if (path === 'explorer/network.json' && request.method === 'GET') {
        let text: string | undefined;
        try {
          text = firstPart();
        } catch (error) {
          // Thrown from a request's handler it would end the server.
          refuse(response, error);
          return true;
        }
        if (text === undefined) return false;
        response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
        response.end(text);
        return true;
      }
      if (!path.startsWith(API)) return false;
      if (request.method !== 'GET' && request.method !== 'POST') return false;
      void answerApi(request, path.slice(API.length), query).then(
        (value) => respond(response, 200, value),
        (error: unknown) => refuse(response, error),
      );
      return true;
    },
    isThere: () => snapshots.read(() => true) === true,
    async close() {
      await paths.close();
      snapshots.close();
    },
  };
}

/** Tells why a question has no answer; what only a programmer would understand is not told. */
function refuse(response: ServerResponse, error: unknown): void {
  if (error instanceof Refusal) respond(response, error.status, { error: error.message });
  else respond(response, 500, { error: 'It did not work.' });
}

async function readQuestion(request: IncomingMessage): Promise<unknown> {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`)
    throw new Refusal(403, 'Only the page of this server may ask.');
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    throw new Refusal(415, 'Send application/json.');
  try {
    return JSON.parse(await readBody(request, LONGEST_BODY));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Refusal(400, 'Not valid JSON.');
    throw cause;
  }
}
