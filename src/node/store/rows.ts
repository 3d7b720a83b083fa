/** Rows of a table that belong to one owner, brought to what they should be with as few writes as can be. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { SqlValue } from './attribute-columns.ts';

/** The rows of one table, by owner. */
export interface OwnedRows {
  /**
   * Makes these the owner's rows.
   *
   * @param wanted values in the order of the columns, the owner left out
   * @param fresh true where the owner is known to have none yet
   * @returns numbers of the rows that were written and removed
   */
  set(owner: number, wanted: readonly (readonly SqlValue[])[], fresh: boolean): number;
  /**
   * Replaces some of the owner's rows by others; the rest stays.
   *
   * @param before the rows as they stand
   * @returns numbers of the rows that were written and removed
   */
  change(owner: number, before: readonly (readonly SqlValue[])[], now: readonly (readonly SqlValue[])[]): number;
}

/**
 * Prepares the statements for one table.
 *
 * @param owner the column that names the owner, the first of the primary key
 * @param key the other columns of the primary key, the first of `columns`
 */
export function createOwnedRows(
  database: DatabaseSyncInstance,
  table: string,
  owner: string,
  key: readonly string[],
  columns: readonly string[],
): OwnedRows {
  const insert = database.prepare(
    `INSERT OR REPLACE INTO ${table} (${[owner, ...columns].join(', ')})
     VALUES (${[owner, ...columns].map(() => '?').join(', ')})`,
  );
  const remove = database.prepare(
    `DELETE FROM ${table} WHERE ${[owner, ...key].map((name) => `${name} = ?`).join(' AND ')}`,
  );
  const read = database.prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE ${owner} = ?`);
  read.setReturnArrays(true);
  read.setReadBigInts(true);
  return {
    set: (number, wanted, fresh) => replace(number, fresh ? [] : (read.all(number) as SqlValue[][]), wanted),
    change: replace,
  };

  function replace(number: number, rows: readonly (readonly SqlValue[])[], wanted: readonly (readonly SqlValue[])[]) {
    const before = new Map<string, { readonly key: readonly SqlValue[]; readonly all: string }>();
    for (const row of rows) {
      const values = row.slice(0, key.length);
      before.set(toText(values), { key: values, all: toText(row) });
    }
    let touched = 0;
    for (const row of wanted) {
      const name = toText(row.slice(0, key.length));
      const known = before.get(name);
      before.delete(name);
      if (known?.all === toText(row)) continue;
      insert.run(number, ...row);
      touched++;
    }
    for (const { key: values } of before.values()) remove.run(number, ...values);
    return touched + before.size;
  }
}

/** Equal for equal values, whether a whole number came as a number or as a bigint. */
function toText(values: readonly SqlValue[]): string {
  return values.map((value) => (typeof value === 'string' ? JSON.stringify(value) : String(value))).join(',');
}
