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
}

/** Curation of one network. Steps are taken one after the other; each is kept before it shows. */
export interface Curation {
  readonly state: Store<CurationState>;
  readonly storage: LedgerStorage;
  decide(decisions: readonly Decision[]): Promise<void>;
  /** Removes a line (1-based). */
  withdraw(line: number): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Adds the decisions of a ledger file that are not there yet; gives the lines that are none. */
  takeIn(content: string, file: string): Promise<readonly Problem[]>;
}

/** Starts with a ledger as opened. */
export function createCuration({ applied, text, storage }: OpenedLedger): Curation {
  const past: Step[] = [];
  const future: Step[] = [];
  const state = createStore<CurationState>({
    ledger: readPageLedger(applied, text, storage.file),
    canUndo: false,
    canRedo: false,
    busy: false,
    failure: null,
  });
  let queue: Promise<void> = Promise.resolve();

  /** Takes the step that `choose` gives when its turn comes; `done` puts the way back where it belongs. */
  function take(choose: () => Step | undefined, done: (inverse: Step) => void): Promise<void> {
    queue = queue.then(async () => {
      const step = choose();
      if (step === undefined) return;
      const before = state.get().ledger.text;
      state.update((now) => ({ ...now, busy: true, failure: null }));
      try {
        const next = await storage.carryOut(before, step);
        done(inverseOf(step, before));
        const ledger = next === before ? state.get().ledger : readPageLedger(applied, next, storage.file);
        state.update(() => ({
          ledger,
          canUndo: past.length > 0,
          canRedo: future.length > 0,
          busy: false,
          failure: null,
        }));
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error);
        state.update((now) => ({ ...now, busy: false, failure }));
      }
    });
    return queue;
  }

  const anew = (inverse: Step) => {
    past.push(inverse);
    future.length = 0;
  };
  const rowsOf = (decisions: readonly Decision[]) => decisions.map(printDecision);

  return {
    state,
    storage,
    decide: (decisions) => take(() => ({ kind: 'add', rows: rowsOf(decisions) }), anew),
    withdraw: (line) =>
      take(() => {
        const row = state.get().ledger.text.split('\n')[line - 1]?.trim();
        return row === undefined ? undefined : { kind: 'remove', rows: [{ line, row }] };
      }, anew),
    undo: () =>
      take(
        () => past.at(-1),
        (inverse) => {
          past.pop();
          future.push(inverse);
        },
      ),
    redo: () =>
      take(
        () => future.at(-1),
        (inverse) => {
          future.pop();
          past.push(inverse);
        },
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
