/** The store's note of what the output folder holds, and what it was made of. Missing while files are behind the store. */
import type { Problem } from '../../errors.ts';
import type { NetworkReport } from '../../network/network.ts';
import type { FileList } from '../corpus/files.ts';
import type { LedgerFile } from '../ledger/ledger-file.ts';
import type { Store } from '../store/store.ts';
import type { WrittenFile } from '../write/output.ts';
import { type Fingerprints, hashOf } from './fingerprint.ts';
import { REVISION } from './update-store.ts';

/** Where nodes stand: where the corpus alone puts them, or where they stood before. */
export type Layout = 'canonical' | 'keep';

/** What became of the ledger. */
export interface CurationSummary {
  readonly file: string;
  /** Decisions that were carried out. */
  readonly applied: number;
  /** Decisions that no longer apply; they are among the problems. */
  readonly lapsed: number;
}

/** What the output folder holds. */
export interface Outcome {
  readonly documents: number;
  readonly reprints: number;
  readonly entities: number;
  /** Ties that are stated; sharing a sentence is not counted. */
  readonly ties: number;
  readonly report: NetworkReport;
  readonly curation: CurationSummary;
  readonly files: readonly WrittenFile[];
}

/** The note. */
export interface OutputNote {
  readonly fingerprint: string;
  readonly layout: Layout;
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
}

const OUTPUT = 'output';

/** The note, where there is one. */
export function readOutputNote(store: Store): OutputNote | undefined {
  const note = store.getNote(OUTPUT);
  return note === undefined ? undefined : JSON.parse(note);
}

/** Writes the note, or removes it, within the transaction that is open. */
export function setOutputNote(store: Store, note: OutputNote | undefined): void {
  store.setNote(OUTPUT, note === undefined ? undefined : JSON.stringify(note));
}

/** Of everything that the written files depend on. */
export function fingerprintOutput(store: Store, list: FileList, ledger: LedgerFile, { program }: Fingerprints): string {
  return hashOf(
    program,
    store.getNote(REVISION),
    ledger.text,
    list.files.map(({ path, id }) => [path, id]),
  );
}
