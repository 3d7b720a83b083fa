/** Documents that an answer names. */
import type { ServedDocument } from '../../../outputs/served.ts';
import type { Snapshot } from '../snapshot.ts';

/** Gathers the documents of one answer. */
export interface DocumentList {
  /** Index in the answer's list of a document of the store. */
  indexOf(document: number): number;
  readonly documents: readonly ServedDocument[];
}

interface Row {
  readonly id: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly reprint_of: number | null;
  readonly original: string | null;
}

const SQL = `
  SELECT one.id, article.title, one.date, one.publisher, article.url, one.reprint_of, original.id AS original
  FROM network_document one JOIN article ON article.number = one.article
  LEFT JOIN network_document original ON original.number = one.reprint_of
  WHERE one.number = ?`;

/** Makes an empty list; with each reprint comes what it reprints. */
export function listDocuments({ statement }: Snapshot): DocumentList {
  const documents: ServedDocument[] = [];
  const indexes = new Map<number, number>();
  const indexOf = (document: number): number => {
    const known = indexes.get(document);
    if (known !== undefined) return known;
    const row = statement(SQL).get(document) as Row | undefined;
    if (row === undefined) throw new RangeError(`There is no document ${document}.`);
    const { id, title, date, publisher, url, reprint_of, original } = row;
    const index = documents.push({ id, title, date, publisher, url, reprintOf: original }) - 1;
    indexes.set(document, index);
    if (reprint_of !== null && reprint_of !== document) indexOf(reprint_of);
    return index;
  };
  return { indexOf, documents };
}

/** Number of a document by its id. */
export function documentNumber({ statement }: Snapshot, id: string): number | undefined {
  const row = statement('SELECT number FROM network_document WHERE id = ?').get(id) as { number: number } | undefined;
  return row?.number;
}
