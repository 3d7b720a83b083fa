/** Opens the store's database, whatever state it is in. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { isDamage, storeError } from './errors.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';

/** An open database. */
export interface OpenDatabase {
  readonly database: DatabaseSyncInstance;
  /** What a user has to know of how it was opened: sentences. */
  readonly notes: readonly string[];
}

/** Name of the database within the store's folder. */
export const DATABASE_FILE = 'store.sqlite';

/** Files that SQLite keeps beside a database (https://sqlite.org/tempfiles.html). */
const COMPANIONS = ['-wal', '-shm', '-journal'];

/**
 * Opens the database of a folder, and makes it where there is none. One of another version is dropped, for the
 * articles hold all that it says; a damaged one is set aside.
 *
 * @throws GuanxiError `STORE_FAILED` when it cannot be opened or written
 */
export function openDatabase(folder: string): OpenDatabase {
  const file = join(folder, DATABASE_FILE);
  try {
    const database = connect(file);
    const version = versionOf(database);
    if (version === SCHEMA_VERSION) return { database, notes: [] };
    if (version === 'empty') {
      create(database);
      return { database, notes: [] };
    }
    database.close();
    for (const name of [file, ...COMPANIONS.map((ending) => file + ending)]) rmSync(name, { force: true });
    const fresh = connect(file);
    create(fresh);
    return {
      database: fresh,
      notes: ['The store was written by another version of the program; everything is read anew.'],
    };
  } catch (cause) {
    if (!isDamage(cause)) throw storeError(cause, file);
    const note = setAside(folder);
    const database = connect(file);
    create(database);
    return { database, notes: [note] };
  }
}

/**
 * Moves a damaged database out of the way, over one that was set aside before.
 *
 * @returns a sentence that says so
 */
export function setAside(folder: string): string {
  const file = join(folder, DATABASE_FILE);
  const aside = join(folder, 'damaged.sqlite');
  for (const ending of ['', ...COMPANIONS]) {
    rmSync(aside + ending, { force: true });
    if (existsSync(file + ending)) renameSync(file + ending, aside + ending);
  }
  return `The store is damaged and was set aside as ${basename(aside)} (${folder}); everything is read anew.`;
}

/** A write-ahead log lets readers in during a write, and a process may be killed at any moment. */
function connect(file: string): DatabaseSyncInstance {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    // Fails here, not later, where the first page is no database.
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (cause) {
    database.close();
    throw cause;
  }
  return database;
}

function versionOf(database: DatabaseSyncInstance): number | 'empty' | 'foreign' {
  const pragma = (name: string) => Number(Object.values(database.prepare(`PRAGMA ${name}`).get() as object)[0]);
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get() as { count: number };
  if (tables.count === 0) return 'empty';
  return pragma('application_id') === APPLICATION_ID ? pragma('user_version') : 'foreign';
}

function create(database: DatabaseSyncInstance): void {
  database.exec(
    `BEGIN; ${SCHEMA} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`,
  );
}
