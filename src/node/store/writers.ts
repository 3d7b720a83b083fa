/** What the writers of the network's tables have in common. */
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { SqlValue } from './attribute-columns.ts';

/** A row that stands already. */
export interface Known {
  readonly number: number;
  readonly hash: Uint8Array;
}

/** What a table came to. */
export interface Written {
  readonly numbers: ReadonlyMap<string, number>;
  readonly touched: number;
  /** Removes what is no longer there, and says how many. */
  removeGone(): number;
}

/** Numbers of things by their ids. */
export type NumberOf = (id: string) => number;

/** Statements that write rows of a table with a number and a hash. */
export function writers(database: DatabaseSyncInstance, table: string, columns: readonly string[]) {
  const all = [...columns, 'hash'];
  return {
    insert: database.prepare(`INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`),
    update: database.prepare(`UPDATE ${table} SET ${all.map((name) => `${name} = ?`).join(', ')} WHERE number = ?`),
    remove: database.prepare(`DELETE FROM ${table} WHERE number = ?`),
  };
}

/** A query that gives its rows as lists. */
export function arrays(database: DatabaseSyncInstance, sql: string): () => (SqlValue | Uint8Array)[][] {
  const statement: StatementSyncInstance = database.prepare(sql);
  statement.setReturnArrays(true);
  return () => statement.all() as unknown as (SqlValue | Uint8Array)[][];
}

/** What stands, by id: the first three columns are id, number and hash. */
export function knownIn(rows: readonly (SqlValue | Uint8Array)[][]): Map<string, Known> {
  return new Map(
    rows.map(([id, number, hash]) => [id as string, { number: number as number, hash: hash as Uint8Array }]),
  );
}

/** Whether two hashes are one. */
export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** In place of a hash, where rows were changed by themselves: like no other, so that whoever compares looks at the rows. */
export const NO_HASH = new Uint8Array();

/**
 * The documents under which two lists, each sorted by document, hold other things.
 *
 * @param isSameItem whether two things are the same in content
 */
export function documentsThatDiffer<T extends { readonly document: string }>(
  before: readonly T[],
  now: readonly T[],
  isSameItem: (a: T, b: T) => boolean,
): Set<string> {
  const found = new Set<string>();
  let [at, next] = [0, 0];
  while (at < before.length || next < now.length) {
    const [old, fresh] = [before[at], now[next]];
    if (old !== undefined && fresh !== undefined && (old === fresh || isSameItem(old, fresh))) {
      at++;
      next++;
    } else if (fresh === undefined || (old !== undefined && old.document <= fresh.document)) {
      found.add(old?.document ?? '');
      at++;
    } else {
      found.add(fresh.document);
      next++;
    }
  }
  return found;
}

/** Looks up numbers by id; 0 where there is none. */
export function lookUp(find: StatementSyncInstance): NumberOf {
  return (id) => (find.get(id) as { number: number } | undefined)?.number ?? 0;
}
