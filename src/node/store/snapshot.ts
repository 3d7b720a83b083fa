/** Reads the stored network while a build may be writing: each piece of work sees one network, whole. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import type { EntityTypeDefinition } from '../../ontology/entity-types.ts';
import type { AnyRelationTypeDefinition } from '../../ontology/ontology.ts';
import { DATABASE_FILE, STORE_FOLDER } from './database.ts';
import { isStoreError } from './errors.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';

/** Note of the store that says what network is in it: a {@link StoredNetwork} as JSON. */
export const NETWORK_NOTE = 'network';

/** The network in the store, as a whole. */
export interface StoredNetwork {
  /** Another for every network that was written. */
  readonly revision: string;
  readonly title: string;
  readonly generator: string;
  readonly entityTypes: readonly EntityTypeDefinition[];
  readonly relationTypes: readonly AnyRelationTypeDefinition[];
  readonly nodes: number;
  readonly people: number;
  /** Ties that state something. */
  readonly ties: number;
  /** Documents that are not reprints. */
  readonly sources: number;
}

/** One network, as it was when the work began. */
export interface Snapshot {
  readonly about: StoredNetwork;
  /** A statement, prepared once; its rows are objects, and whole numbers are numbers. */
  statement(sql: string): StatementSyncInstance;
}

/** Gives snapshots. */
export interface SnapshotSource {
  /** Does some work on a snapshot; undefined where there is no network in the store, or none that can be read. */
  read<T>(work: (snapshot: Snapshot) => T): T | undefined;
  close(): void;
}

interface Connection {
  readonly database: DatabaseSyncInstance;
  readonly file: string;
  readonly statements: Map<string, StatementSyncInstance>;
}

/**
 * Opens the store of an output folder for reading alone. A store that is made later, or anew, is found.
 *
 * @param output the output folder
 */
export function openSnapshots(output: string): SnapshotSource {
  const path = join(output, STORE_FOLDER, DATABASE_FILE);
  let connection: Connection | undefined;
  const close = () => {
    connection?.database.close();
    connection = undefined;
  };
  return {
    read(work) {
      try {
        const file = identityOf(path);
        if (connection?.file !== file) close();
        connection ??= connect(path, file);
        return connection === undefined ? undefined : readOnce(connection, work);
      } catch (cause) {
        if (!isStoreError(cause)) throw cause;
        close();
        return undefined;
      }
    },
    close,
  };
}

/** Tells a database file from one that took its place; empty where there is none. */
function identityOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.dev} ${found.ino}`;
}

function connect(path: string, file: string): Connection | undefined {
  if (file === '') return undefined;
  const database = new DatabaseSync(path, { readOnly: true, timeout: 2000 });
  const pragma = (name: string) => Number(Object.values(database.prepare(`PRAGMA ${name}`).get() as object)[0]);
  if (pragma('application_id') !== APPLICATION_ID || pragma('user_version') !== SCHEMA_VERSION) {
    database.close();
    return undefined;
  }
  return { database, file, statements: new Map() };
}

function readOnce<T>({ database, statements }: Connection, work: (snapshot: Snapshot) => T): T | undefined {
  const statement = (sql: string) => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  database.exec('BEGIN');
  try {
    const note = statement('SELECT value FROM meta WHERE key = ?').get(NETWORK_NOTE) as { value: string } | undefined;
    return note === undefined ? undefined : work({ about: JSON.parse(note.value), statement });
  } finally {
    database.exec('COMMIT');
  }
}
