/** Writes the documents of the network. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { DocumentRecord } from '../../network/network.ts';
import { arrays, lookUp, type Written } from './writers.ts';

/** Prepares the statements for one database. */
export function createDocumentWriter(database: DatabaseSyncInstance) {
  const all = arrays(database, 'SELECT id, number, article, date, publisher, reprint_of FROM network_document');
  const insert = database.prepare('INSERT INTO network_document (id, article, date, publisher) VALUES (?, ?, ?, ?)');
  const update = database.prepare(
    'UPDATE network_document SET article = ?, date = ?, publisher = ?, reprint_of = ? WHERE number = ?',
  );
  const remove = database.prepare('DELETE FROM network_document WHERE number = ?');
  const find = database.prepare('SELECT number FROM network_document WHERE id = ?');
  const setOriginal = database.prepare('UPDATE network_document SET reprint_of = ? WHERE number = ?');
  return {
    /** The number of a document that stands. */
    numberOf: lookUp(find),
    /** Brings some documents to what they are now; those without a record are removed by what is returned. */
    change(
      ids: readonly string[],
      recordOf: (id: string) => DocumentRecord | undefined,
      articleOf: (document: string) => number,
    ): Pick<Written, 'touched' | 'removeGone'> {
      const numberOf = lookUp(find);
      const records = ids.flatMap((id) => recordOf(id) ?? []);
      const gone = ids.filter((id) => recordOf(id) === undefined).map(numberOf);
      for (const { id, date = null, publisher = null } of records) {
        const number = numberOf(id);
        if (number === 0) insert.run(id, articleOf(id), date, publisher);
        else update.run(articleOf(id), date, publisher, null, number);
      }
      for (const { id, reprintOf } of records) {
        if (reprintOf !== undefined) setOriginal.run(numberOf(reprintOf), numberOf(id));
      }
      return {
        touched: records.length,
        removeGone() {
          for (const number of gone) remove.run(number);
          return gone.length;
        },
      };
    },
    write(records: readonly DocumentRecord[], articleOf: (document: string) => number): Written {
      const before = new Map(all().map(([id, number, ...rest]) => [id as string, { number: number as number, rest }]));
      const gone = new Map(before);
      const numbers = new Map<string, number>();
      for (const { id, date = null, publisher = null } of records) {
        const known = gone.get(id)?.number;
        gone.delete(id);
        numbers.set(id, known ?? Number(insert.run(id, articleOf(id), date, publisher).lastInsertRowid));
      }
      let touched = 0;
      for (const { id, date = null, publisher = null, reprintOf } of records) {
        const number = numbers.get(id) ?? 0;
        const original = reprintOf === undefined ? null : (numbers.get(reprintOf) ?? null);
        const values = [articleOf(id), date, publisher, original];
        const known = before.get(id)?.rest;
        if (known === undefined) touched++;
        if (known?.every((value, index) => value === values[index])) continue;
        if (known === undefined && original === null) continue;
        update.run(...values, number);
        if (known !== undefined) touched++;
      }
      return {
        numbers,
        touched,
        removeGone() {
          for (const { number } of gone.values()) remove.run(number);
          return gone.size;
        },
      };
    },
  };
}
