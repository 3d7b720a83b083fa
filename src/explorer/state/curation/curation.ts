/** Decisions as the reader takes them: with undo and redo, kept as they are taken. */
import type { Decision } from '../../../curation/decision.ts';
import { parseLedger, printDecision } from '../../../curation/ledger.ts';
import type { Problem } from '../../../errors.ts';
import { createStore, type Store } from '../store.ts';
import { inverseOf, type PageLedger, readPageLedger, type Step } from './lines.ts';
import type { LedgerStorage, OpenedLedger } from './storage.ts';

/** Where curation stands. */
export interface CurationState {
  readonly ledger: PageLedger;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** True while a step is on its way to where it is kept. */
  readonly busy: boolean;
  /** Why the last step was not taken. */
  readonly failure: string | null;
  /** The last step that was taken. */
  readonly last: LastStep | null;
}

/** A step that was taken: by itself, back, or again. */
export interface LastStep {
  readonly kind: 'taken' | 'undone' | 'redone';
  readonly decisions: readonly Decision[];
}

/** The two parts of the desk at which one curates. */
export type Desk = 'review' | 'ledger';

/** Curation of one network. Steps are taken one after the other; each is kept before it shows. */
export interface Curation {
  readonly state: Store<CurationState>;
  readonly storage: LedgerStorage;
  /** Which part of the desk is open. */
  readonly desk: Store<Desk | null>;
  /** Goes on with the ledger of another build of the same corpus; what was done can still be undone. */
  adopt(opened: OpenedLedger): void;
  decide(decisions: readonly Decision[]): Promise<void>;
  /** Removes a line (1-based). */
  withdraw(line: number): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Adds the decisions of a ledger file that are not there yet; gives the lines that are none. */
  takeIn(content: string, file: string): Promise<readonly Problem[]>;
}

/** Starts with a ledger as opened. */
export function createCuration(opened: OpenedLedger): Curation {
  let { applied, storage } = opened;
  const past: Step[] = [];
  const future: Step[] = [];
  const state = createStore<CurationState>({
    ledger: readPageLedger(applied, opened.text, storage.file),
    canUndo: false,
    canRedo: false,
    busy: false,
    failure: null,
    last: null,
  });
  let queue: Promise<void> = Promise.resolve();

  /** Takes the step that `choose` gives when its turn comes; `done` puts the way back where it belongs. */
  function take(
    choose: () => Step | undefined,
    done: (inverse: Step | undefined) => void,
    kind: LastStep['kind'] = 'taken',
  ): Promise<void> {
    queue = queue.then(async () => {
      const step = choose();
      if (step === undefined) return;
      const before = state.get().ledger.text;
      state.update((now) => ({ ...now, busy: true, failure: null }));
      try {
        const next = await storage.carryOut(before, step);
        // A line that somebody else has removed meanwhile leaves nothing to take back.
        done(next === before ? undefined : inverseOf(step, before));
        const ledger = next === before ? state.get().ledger : readPageLedger(applied, next, storage.file);
        state.update(() => ({
          ledger,
          canUndo: past.length > 0,
          canRedo: future.length > 0,
          busy: false,
          failure: null,
          last: { kind, decisions: decisionsOf(step) },
        }));
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error);
        state.update((now) => ({ ...now, busy: false, failure }));
      }
    });
    return queue;
  }

  const anew = (inverse: Step | undefined) => {
    if (inverse === undefined) return;
    past.push(inverse);
    future.length = 0;
  };
  const rowsOf = (decisions: readonly Decision[]) => decisions.map(printDecision);

  return {
    state,
    get storage() {
      return storage;
    },
    adopt(next) {
      ({ applied, storage } = next);
      state.update((now) => ({ ...now, ledger: readPageLedger(applied, next.text, storage.file) }));
    },
    desk: createStore<Desk | null>(null),
    decide: (decisions) => take(() => ({ kind: 'add', rows: rowsOf(decisions) }), anew),
    withdraw: (line) =>
      take(() => {
        const { lines, text } = state.get().ledger;
        const row = text.split('\n')[line - 1]?.trim();
        const holds = lines.some((known) => known.line === line);
        return row === undefined || !holds ? undefined : { kind: 'remove', rows: [{ line, row }] };
      }, anew),
    undo: () =>
      take(
        () => past.at(-1),
        (inverse) => {
          past.pop();
          if (inverse !== undefined) future.push(inverse);
        },
        'undone',
      ),
    redo: () =>
      take(
        () => future.at(-1),
        (inverse) => {
          future.pop();
          if (inverse !== undefined) past.push(inverse);
        },
        'redone',
      ),
    async takeIn(content, file) {
      const { lines, problems } = parseLedger(content, file);
      await take(() => {
        const known = new Set(state.get().ledger.lines.map(({ decision }) => printDecision(decision)));
        const rows = rowsOf(lines.map(({ decision }) => decision)).filter((row) => !known.has(row));
        return rows.length === 0 ? undefined : { kind: 'add', rows };
      }, anew);
      return problems;
    },
  };
}

function decisionsOf({ kind, rows }: Step): readonly Decision[] {
  const written = kind === 'add' ? rows : rows.map(({ row }) => row);
  return parseLedger(written.join('\n'), '').lines.map(({ decision }) => decision);
}
