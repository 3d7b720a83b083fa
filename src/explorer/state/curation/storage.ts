/** Where decisions are kept: in the ledger of the corpus, where a server has it at hand, else in this browser. */
import { addLines, parseLedger, removeLines } from '../../../curation/ledger.ts';
import {
  BUILD_ADDRESS,
  LEDGER_ADDRESS,
  type LedgerChange,
  type LiveLedger,
  type PublishedLedger,
  TOKEN_HEADER,
} from '../../../curation/published.ts';
import { lineCount, locate, rebase, type Step } from './lines.ts';

/** What keeps the ledger. */
export interface LedgerStorage {
  /** `file`: on disk with the corpus; `browser`: here, until it is downloaded. */
  readonly kind: 'file' | 'browser';
  /** Name of the file. */
  readonly file: string;
  /** Takes a step and gives the ledger after it. */
  carryOut(text: string, step: Step): Promise<string>;
  /** Builds anew; absent where nobody can. */
  readonly rebuild?: () => Promise<void>;
}

/** The ledger as opened. */
export interface OpenedLedger {
  readonly applied: string;
  readonly text: string;
  readonly storage: LedgerStorage;
}

/** What is needed of `fetch`. */
export type Send = (address: string, init?: RequestInit) => Promise<Response>;

/** What is needed of `localStorage`. */
export type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const FILE = 'curation.jsonl';
const ATTEMPTS = 3;

/**
 * Opens the ledger beside a network. A folder without one (of an older build) has an empty one.
 *
 * @param base address of the page's folder, with a slash at its end
 */
export async function openLedger(base: string, send: Send, keep: Keep): Promise<OpenedLedger> {
  const published = await readPublished(`${base}${LEDGER_ADDRESS}`, send);
  const { applied, live } = published;
  if (live !== undefined) return { applied, text: live.text, storage: createFileStorage(base, send, live) };
  const key = `guanxi.curation ${base}`;
  return { applied, text: readKept(keep, key, applied), storage: createBrowserStorage(keep, key, applied) };
}

async function readPublished(address: string, send: Send): Promise<PublishedLedger> {
  try {
    const response = await send(address);
    const value: unknown = response.ok ? await response.json() : null;
    if (typeof value === 'object' && value !== null && 'applied' in value && typeof value.applied === 'string') {
      return value as PublishedLedger;
    }
  } catch {
    // A page without a ledger is still a page: decisions then begin with none.
  }
  return { applied: '' };
}

/** The ledger on disk, through the server that serves the page. */
function createFileStorage(base: string, send: Send, opened: LiveLedger): LedgerStorage {
  let version = opened.version;
  const headers = { 'Content-Type': 'application/json', [TOKEN_HEADER]: opened.token };
  async function attempt(text: string, step: Step, left: number): Promise<string> {
    const change = changeOf(text, step);
    if (change === undefined) return text;
    const response = await send(`${base}${LEDGER_ADDRESS}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ version, ...change } satisfies LedgerChange),
    });
    const answer = (await response.json()) as Partial<LiveLedger> & { readonly error?: string };
    if (answer.version !== undefined) version = answer.version;
    if (response.ok && answer.text !== undefined) return answer.text;
    // Somebody else wrote meanwhile; the step is taken on what they left.
    if (response.status === 409 && answer.text !== undefined && left > 0) return attempt(answer.text, step, left - 1);
    throw new Error(answer.error ?? `HTTP ${response.status}`);
  }
  return {
    kind: 'file',
    file: opened.file,
    carryOut: (text, step) => attempt(text, step, ATTEMPTS),
    ...(opened.canBuild
      ? {
          async rebuild() {
            const response = await send(`${base}${BUILD_ADDRESS}`, { method: 'POST', headers });
            if (!response.ok) throw new Error(((await response.json()) as { error?: string }).error ?? 'HTTP');
          },
        }
      : {}),
  };
}

function changeOf(text: string, step: Step): Omit<LedgerChange, 'version'> | undefined {
  if (step.kind === 'remove') {
    const remove = locate(text, step.rows);
    return remove === undefined ? undefined : { remove };
  }
  const at = step.at === undefined || step.at > lineCount(text) ? undefined : step.at;
  return { add: step.rows, ...(at === undefined ? {} : { at }) };
}

/** The ledger in this browser. Where it keeps nothing (private mode), decisions last as long as the page. */
function createBrowserStorage(keep: Keep, key: string, applied: string): LedgerStorage {
  return {
    kind: 'browser',
    file: FILE,
    carryOut(text, step) {
      const change = changeOf(text, step) ?? {};
      const added = parseLedger((change.add ?? []).join('\n'), FILE).lines.map(({ decision }) => decision);
      const next = addLines(removeLines(text, new Set(change.remove)), added, change.at);
      try {
        if (next === applied) keep.removeItem(key);
        else keep.setItem(key, JSON.stringify({ before: applied, text: next }));
      } catch {
        // As above.
      }
      return Promise.resolve(next);
    },
  };
}

function readKept(keep: Keep, key: string, applied: string): string {
  try {
    const kept: unknown = JSON.parse(keep.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('before' in kept) || !('text' in kept)) return applied;
    const { before, text } = kept;
    if (typeof before !== 'string' || typeof text !== 'string') return applied;
    return before === applied ? text : rebase(before, text, applied);
  } catch {
    return applied;
  }
}
