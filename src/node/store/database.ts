/** Opens the store's database, whatever state it is in. */
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { GuanxiError } from '../../errors.ts';
import { isDamage, storeError } from './errors.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';

/** An open database. */
export interface OpenDatabase {
  readonly database: DatabaseSyncInstance;
  /** What a user has to know of how it was opened: sentences. */
  readonly notes: readonly string[];
}

/** Folder of the store within the output folder. Servers leave out names that begin with a dot. */
export const STORE_FOLDER = '.store';

/** Name of the database within the store's folder. */
export const DATABASE_FILE = 'store.sqlite';

/** The database's own file, and those that SQLite keeps beside it (https://sqlite.org/tempfiles.html). */
const ENDINGS = ['', '-wal', '-shm', '-journal'];

/** How a database logs its writes. A write-ahead log lets readers in during a write. */
let journal: 'WAL' | 'TRUNCATE' = 'WAL';

/**
 * Opens the database of a folder, and makes it where there is none. One of another version is dropped, for the
 * articles hold all that it says; a damaged one is set aside.
 *
 * @throws GuanxiError `STORE_FAILED` when it cannot be opened or written
 */
export function openDatabase(folder: string): OpenDatabase {
  const file = join(folder, DATABASE_FILE);
  const notes: string[] = [];
  const state = stateOf(file);
  if (state === 'foreign') {
    for (const ending of ENDINGS) rmSync(file + ending, { force: true });
    notes.push('The store was written by another version of the program; everything is read anew.');
  }
  if (state === 'damaged') notes.push(moveAside(folder));
  try {
    return { database: connect(file), notes };
  } catch (cause) {
    if (!isDamage(cause)) throw storeError(cause, file);
    notes.push(moveAside(folder));
    return { database: connect(file), notes };
  }
}

/**
 * Moves a database that turned out to be damaged out of the way, when it was in use.
 *
 * @returns a sentence that says so
 */
export function setAside(folder: string): string {
  // The library ends a connection for good only when its statements are collected, and SQLite then removes the
  // write-ahead log that stands at the old place. From here on there must not be one.
  journal = 'TRUNCATE';
  return moveAside(folder);
}

/** Moves a database away, over one that was set aside before. */
function moveAside(folder: string): string {
  const file = join(folder, DATABASE_FILE);
  const aside = join(folder, 'damaged.sqlite');
  for (const ending of ENDINGS) {
    rmSync(aside + ending, { force: true });
    if (existsSync(file + ending)) renameSync(file + ending, aside + ending);
  }
  return `The store is damaged and was set aside as ${basename(aside)} (${folder}); everything is read anew.`;
}

/** Where SQLite's file header has its parts (https://sqlite.org/fileformat.html#the_database_header). */
const HEADER = { length: 100, magic: 'SQLite format 3\0', userVersion: 60, applicationId: 68 } as const;

/** Looks at the file itself, so that one that is none of ours is never opened. */
function stateOf(file: string): 'new' | 'ours' | 'foreign' | 'damaged' {
  const header = Buffer.alloc(HEADER.length);
  let length: number;
  try {
    const handle = openSync(file, 'r');
    length = readSync(handle, header, 0, HEADER.length, 0);
    closeSync(handle);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return 'new';
    throw new GuanxiError('STORE_FAILED', `The store ${file} cannot be read; remove it.`, { file }, { cause });
  }
  // Empty while the tables are still in the log.
  if (length === 0) return 'new';
  if (header.toString('latin1', 0, HEADER.magic.length) !== HEADER.magic) return 'damaged';
  if (header.readUInt32BE(HEADER.applicationId) !== APPLICATION_ID) return 'foreign';
  return header.readUInt32BE(HEADER.userVersion) === SCHEMA_VERSION ? 'ours' : 'foreign';
}

/** Pages that a build keeps in memory, so that a large transaction is not written out and read back as it goes on. */
const CACHE_KILOBYTES = 64 * 1024;

function connect(file: string): DatabaseSyncInstance {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  try {
    database.exec(
      `PRAGMA journal_mode = ${journal}; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${CACHE_KILOBYTES};`,
    );
    database.exec(
      `BEGIN IMMEDIATE; ${SCHEMA}
       PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`,
    );
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}
