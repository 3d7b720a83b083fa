/** The one error class of the project. */

/** Where a problem lies: as much as is known. */
export interface ErrorPlace {
  /** File as the user named it. */
  readonly file?: string;
  /** 1-based line. */
  readonly line?: number;
  /** Document id. */
  readonly document?: string;
}

/**
 * An error with a stable code, a place and a message that says what to do. Trouble with a single article is not
 * thrown but collected as a {@link Problem}; this class is for what ends a run.
 */
export class GuanxiError extends Error {
  /** Stable code, such as `CONFIG_UNKNOWN_KEY`. */
  readonly code: string;
  readonly place: ErrorPlace;

  constructor(code: string, message: string, place: ErrorPlace = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GuanxiError';
    this.code = code;
    this.place = place;
  }
}

/** Trouble with one file or document, collected while the rest goes on. */
export interface Problem {
  /** Stable code, such as `READ_BINARY`. */
  readonly code: string;
  /** What is wrong and what to do, for a person. */
  readonly message: string;
  readonly place: ErrorPlace;
}
