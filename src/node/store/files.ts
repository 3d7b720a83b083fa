/** Files of the corpus, each with the documents and problems found in it. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Problem } from '../../errors.ts';

/** What is known of a file that was read to its end. */
export interface StoredFile {
  readonly number: number;
  readonly path: string;
  /** Size and times, as a cheap sign that the file is the same. */
  readonly stamp: string;
  /** Hash of its bytes. */
  readonly hash: string;
  /** Fingerprint of the program and options that read it. */
  readonly reader: string;
}

/** A place in a file where an article stands. */
export interface StoredDocument {
  readonly article: number;
  /** The id that the record itself bears. */
  readonly ownId?: string;
  /** 1-based number of the record, in a file of many. */
  readonly record?: number;
  /** 1-based line. */
  readonly line?: number;
}

/** One thing found in a file. */
export type StoredItem = StoredDocument | { readonly problem: Problem };

/** Reads and writes files. */
export interface FileTable {
  /** Files that were read to their end, by path. */
  all(): Map<string, StoredFile>;
  /** Begins a file; until {@link FileTable.complete} what is known of the file before stays. */
  begin(file: Omit<StoredFile, 'number'>): number;
  /** @param position place among the file's items, from 0 */
  add(file: number, position: number, item: StoredItem): void;
  /** The file was read to its end and replaces what was known of it. */
  complete(file: number): void;
  /** Notes that the file's times changed and its content did not. */
  touch(file: number, stamp: string): void;
  remove(file: number): void;
  /** Removes files that an interrupted run did not complete. */
  removeIncomplete(): void;
  /** The items of a file, in order. */
  items(file: number): Iterable<StoredItem>;
}

interface DocumentRow {
  readonly position: number;
  readonly article: number;
  readonly own_id: string | null;
  readonly record: number | null;
  readonly line: number | null;
}

interface ProblemRow {
  readonly position: number;
  readonly code: string;
  readonly message: string;
  readonly place: string;
}

/** Prepares the statements for one database. */
export function createFileTable(database: DatabaseSyncInstance): FileTable {
  const all = database.prepare('SELECT number, path, stamp, hash, reader FROM file WHERE complete = 1');
  const begin = database.prepare('INSERT INTO file (path, stamp, hash, reader, complete) VALUES (?, ?, ?, ?, 0)');
  const addDocument = database.prepare(
    'INSERT INTO document (file, position, article, own_id, record, line) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const addProblem = database.prepare(
    'INSERT INTO problem (file, position, code, message, place) VALUES (?, ?, ?, ?, ?)',
  );
  const removeOlder = database.prepare(
    'DELETE FROM file WHERE complete = 1 AND path = (SELECT path FROM file WHERE number = ?)',
  );
  const complete = database.prepare('UPDATE file SET complete = 1 WHERE number = ?');
  const touch = database.prepare('UPDATE file SET stamp = ? WHERE number = ?');
  const remove = database.prepare('DELETE FROM file WHERE number = ?');
  const removeIncomplete = database.prepare('DELETE FROM file WHERE complete = 0');
  const documents = database.prepare(
    'SELECT position, article, own_id, record, line FROM document WHERE file = ? ORDER BY position',
  );
  const problems = database.prepare(
    'SELECT position, code, message, place FROM problem WHERE file = ? ORDER BY position',
  );
  return {
    all: () => new Map((all.all() as StoredFile[]).map((file) => [file.path, { ...file }])),
    begin: ({ path, stamp, hash, reader }) => Number(begin.run(path, stamp, hash, reader).lastInsertRowid),
    add(file, position, item) {
      if ('problem' in item) {
        const { code, message, place } = item.problem;
        addProblem.run(file, position, code, message, JSON.stringify(place));
      } else {
        const { article, ownId, record, line } = item;
        addDocument.run(file, position, article, ownId ?? null, record ?? null, line ?? null);
      }
    },
    complete(file) {
      removeOlder.run(file);
      complete.run(file);
    },
    touch: (file, stamp) => void touch.run(stamp, file),
    remove: (file) => void remove.run(file),
    removeIncomplete: () => void removeIncomplete.run(),
    *items(file) {
      const troubles = problems.all(file) as ProblemRow[];
      let next = 0;
      const until = function* (position: number): Generator<StoredItem> {
        for (let row = troubles[next]; row !== undefined && row.position < position; row = troubles[++next]) {
          const { code, message, place } = row;
          yield { problem: { code, message, place: JSON.parse(place) } };
        }
      };
      for (const row of documents.all(file) as DocumentRow[]) {
        yield* until(row.position);
        yield {
          article: row.article,
          ...(row.own_id === null ? {} : { ownId: row.own_id }),
          ...(row.record === null ? {} : { record: row.record }),
          ...(row.line === null ? {} : { line: row.line }),
        };
      }
      yield* until(Number.POSITIVE_INFINITY);
    },
  };
}
