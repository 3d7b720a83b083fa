/** Everything that a store says of the resolved network, in names instead of numbers, so that two stores can be compared. */
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/** Columns that name a row of another table by its number, with what says the same in every store. */
const NAMES: Readonly<Record<string, string>> = {
  node: '(SELECT id FROM node WHERE number = @)',
  source: '(SELECT id FROM node WHERE number = @)',
  target: '(SELECT id FROM node WHERE number = @)',
  document: '(SELECT id FROM network_document WHERE number = @)',
  reprint_of: '(SELECT id FROM network_document WHERE number = @)',
  article: '(SELECT hash FROM article WHERE number = @)',
  edge: `(SELECT one.id || '|' || edge.type || '|' || other.id FROM edge
    JOIN node one ON one.number = edge.source JOIN node other ON other.number = edge.target WHERE edge.number = @)`,
};

const TABLES = [
  'network_document',
  'node',
  'node_measure',
  'node_name',
  'node_mention',
  'merge_reason',
  'split_reason',
  'post',
  'edge',
  'edge_evidence',
];

/** The rows of every table of the network, sorted; numbers and hashes, which depend on history, left out. */
export function dumpNetwork(output: string): Record<string, readonly string[]> {
  const database = new DatabaseSync(join(output, '.store', 'store.sqlite'), { readOnly: true });
  const dump: Record<string, readonly string[]> = {};
  for (const table of TABLES) {
    const columns = (database.prepare(`SELECT name FROM pragma_table_info(?)`).all(table) as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => name !== 'number' && name !== 'hash')
      .map((name) =>
        // Reasons name their document by its id.
        table === 'merge_reason' && name === 'document'
          ? name
          : (NAMES[name]?.replace('@', `${table}.${name}`) ?? name),
      );
    const statement = database.prepare(`SELECT ${columns.join(', ')} FROM ${table}`);
    statement.setReturnArrays(true);
    statement.setReadBigInts(true);
    const rows = statement.all() as unknown as unknown[][];
    dump[table] = rows
      .map((row) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value)))
      .sort();
  }
  const words = database.prepare(
    'SELECT count(*) AS count FROM name_index WHERE rowid NOT IN (SELECT number FROM node_name)',
  );
  dump.stray_words = [JSON.stringify(words.get())];
  database.close();
  return dump;
}
