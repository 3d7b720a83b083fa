/**
 * The store: what was read and extracted, on disk, so that a build does only what is new. It holds nothing that the
 * articles do not say; it may be deleted at any time.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { guardWrite } from '../write/output.ts';
import { type ArticleTable, createArticleTable } from './articles.ts';
import { DATABASE_FILE, openDatabase, STORE_FOLDER, setAside } from './database.ts';
import { isDamage, isStoreError, storeError } from './errors.ts';
import { createFileTable, type FileTable } from './files.ts';
import { takeLock } from './lock.ts';
import { createNetworkTable, type NetworkTable } from './network-table.ts';

/** An open store. Calls are synchronous and of one thread. */
export interface Store {
  readonly files: FileTable;
  readonly articles: ArticleTable;
  /** What the last build made of them. */
  readonly network: NetworkTable;
  /** A note of the store on itself. */
  getNote(key: string): string | undefined;
  /** Sets a note, or removes it where the value is undefined. */
  setNote(key: string, value: string | undefined): void;
  /** Begins a transaction unless one is open. What is not committed is lost when the process ends. */
  begin(): void;
  /** Makes durable what was written since {@link Store.begin}. */
  commit(): void;
  /** Gives room back to the disk and folds the log into the database. */
  tidy(): void;
}

/**
 * Opens the store of an output folder, locked against other builds, does some work with it and closes it. A store that
 * turns out to be damaged is set aside, and the work is done once more on an empty one.
 *
 * @param output the output folder; made when it is not there
 * @param onNote receives sentences that the user has to know
 * @throws GuanxiError `BUILD_BUSY`, `STORE_FAILED`, `WRITE_FAILED`, and what the work throws
 */
export async function withStore<T>(
  output: string,
  work: (store: Store) => Promise<T>,
  onNote: (note: string) => void,
): Promise<T> {
  const folder = join(output, STORE_FOLDER);
  await guardWrite(output, async () => {
    await mkdir(folder, { recursive: true });
  });
  const lock = takeLock(folder, output);
  try {
    try {
      return await workOnce(folder, work, onNote);
    } catch (cause) {
      if (!isDamage(cause)) throw storeError(cause, join(folder, DATABASE_FILE));
      onNote(setAside(folder));
      return await workOnce(folder, work, onNote);
    }
  } finally {
    lock.release();
  }
}

async function workOnce<T>(
  folder: string,
  work: (store: Store) => Promise<T>,
  onNote: (note: string) => void,
): Promise<T> {
  const { database, notes } = openDatabase(folder);
  for (const note of notes) onNote(note);
  try {
    const get = database.prepare('SELECT value FROM meta WHERE key = ?');
    const set = database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
    const remove = database.prepare('DELETE FROM meta WHERE key = ?');
    return await work({
      files: createFileTable(database),
      articles: createArticleTable(database),
      network: createNetworkTable(database),
      getNote: (key) => (get.get(key) as { value: string } | undefined)?.value,
      setNote: (key, value) => void (value === undefined ? remove.run(key) : set.run(key, value)),
      begin() {
        if (!database.isTransaction) database.exec('BEGIN IMMEDIATE');
      },
      commit() {
        if (database.isTransaction) database.exec('COMMIT');
      },
      tidy() {
        const pragma = (name: string) => Number(Object.values(database.prepare(`PRAGMA ${name}`).get() as object)[0]);
        if (pragma('freelist_count') * 2 > pragma('page_count')) database.exec('VACUUM');
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      },
    });
  } finally {
    endTransaction(database);
    database.close();
  }
}

/** A connection that is closed within a transaction would hold its lock until its statements are collected. */
function endTransaction(database: DatabaseSyncInstance): void {
  try {
    if (database.isTransaction) database.exec('ROLLBACK');
  } catch (cause) {
    // Damage and full disks end a transaction by themselves.
    if (!isStoreError(cause)) throw cause;
  }
}
