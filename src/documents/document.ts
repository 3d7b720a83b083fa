/** A document: one article as plain text, with what is known of where it comes from. */
export interface Document {
  /** Unique within a corpus; for a file, its path relative to the corpus, with `#n` for the n-th record in it. */
  readonly id: string;
  /** The article's text as given. All offsets everywhere are UTF-16 code units into this string. */
  readonly text: string;
  readonly title?: string;
  /** Date of publication, ISO 8601 (`2016-04-08`), as precise as known. */
  readonly date?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
}

/** A stretch of a document's text: UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a line of a document is. Names are looked for in `title` and `body` only. */
export type LineKind = 'title' | 'metadata' | 'body' | 'furniture';
