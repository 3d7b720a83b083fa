/** How the page gets the ledger: `explorer/curation.json`, a file of the build, which a local server completes. */

/** `explorer/curation.json`. */
export interface PublishedLedger {
  /** The ledger that the network was built with. */
  readonly applied: string;
  /** The ledger as it is now and may be changed; only where a server has the corpus at hand. */
  readonly live?: LiveLedger;
}

/** The ledger on disk, as a local server has it. */
export interface LiveLedger {
  readonly text: string;
  /** Names this very text; a change must name the text that it changes. */
  readonly version: string;
  /** To be sent with every change. */
  readonly token: string;
  /** Name of the file, to be shown. */
  readonly file: string;
  /** Whether the server can build anew when asked. */
  readonly canBuild: boolean;
}

/** A change to the ledger, as the page sends it. */
export interface LedgerChange {
  /** The version that it changes. */
  readonly version: string;
  /** 1-based numbers of the lines to remove. */
  readonly remove?: readonly number[];
  /** Lines to add, after that. */
  readonly add?: readonly string[];
  /** 1-based number of the line before which they are put; at the end without it. */
  readonly at?: number;
}

/** The header that carries the token. A page of another site cannot set it without being asked first. */
export const TOKEN_HEADER = 'x-guanxi-token';

/** Address of the ledger, relative to the page. */
export const LEDGER_ADDRESS = 'explorer/curation.json';

/** Address that builds anew when posted to. */
export const BUILD_ADDRESS = 'explorer/build';
