/** Writes the nodes of the network, with all that stands under them. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { NetworkEntity } from '../../network/network.ts';
import { toPinyin } from '../../outputs/pinyin.ts';
import { nameKeys, toCharacterWords } from './name-keys.ts';
import { NODE_COLUMNS, type NodeFacts, type NodeRows, toNodeRows } from './network-rows.ts';
import type { NetworkContent } from './network-table.ts';
import { createOwnedRows } from './rows.ts';
import {
  arrays,
  documentsThatDiffer,
  isSame,
  knownIn,
  lookUp,
  NO_HASH,
  type NumberOf,
  type Written,
  writers,
} from './writers.ts';

/** Prepares the statements for one database. */
export function createNodeWriter(database: DatabaseSyncInstance) {
  const all = arrays(database, 'SELECT id, number, hash, type, name, pinyin FROM node');
  const { insert, update, remove } = writers(database, 'node', NODE_COLUMNS);
  const mentions = createOwnedRows(
    database,
    'node_mention',
    'node',
    ['document', 'start', 'end'],
    ['document', 'start', 'end'],
  );
  const details = (table: string, columns: readonly string[]) =>
    createOwnedRows(database, table, 'node', ['position'], ['position', ...columns]);
  const merges = details('merge_reason', ['one', 'other', 'rule', 'detail', 'document', 'confidence']);
  const splits = details('split_reason', ['other', 'reason', 'rule']);
  const posts = details('post', ['organisation', 'title', 'former', 'first_date', 'last_date']);
  const insertKey = database.prepare('INSERT INTO node_name (node, kind, position, key) VALUES (?, ?, ?, ?)');
  const insertWords = database.prepare('INSERT INTO name_index (rowid, characters) VALUES (?, ?)');
  const removeKeys = database.prepare('DELETE FROM node_name WHERE node = ?');
  const names = database.prepare('SELECT name, aliases, pinyin FROM node WHERE number = ?');
  names.setReturnArrays(true);

  const [NAME, ALIASES, PINYIN] = (['name', 'aliases', 'pinyin'] as const).map((name) => NODE_COLUMNS.indexOf(name));
  const namesIn = ({ own }: Pick<NodeRows, 'own'>) =>
    [NAME, ALIASES, PINYIN].map((column) => own[column ?? 0] as string);

  function writeKeys(number: number, [name = '', aliases = '[]', pinyin = '']: readonly string[]): number {
    const keys = nameKeys(name, JSON.parse(aliases), pinyin);
    for (const { kind, position, key } of keys) {
      const row = insertKey.run(number, kind, position, key).lastInsertRowid;
      if (kind === 'name' || kind === 'alias') insertWords.run(row, toCharacterWords(key).join(' '));
    }
    return keys.length;
  }

  const setDetails = (number: number, rows: NodeRows, fresh: boolean) =>
    mentions.set(number, rows.mentions, fresh) +
    merges.set(number, rows.merges, fresh) +
    splits.set(number, rows.splits, fresh) +
    posts.set(number, rows.posts, fresh);
  const numbers = arrays(database, 'SELECT id, number FROM node');
  const find = database.prepare('SELECT number FROM node WHERE id = ?');

  function insertNode(rows: NodeRows, hash: Uint8Array): { readonly number: number; readonly touched: number } {
    const number = Number(insert.run(...rows.own, hash).lastInsertRowid);
    return { number, touched: 1 + writeKeys(number, namesIn(rows)) };
  }

  function updateNode(number: number, rows: Pick<NodeRows, 'own'>, hash: Uint8Array): number {
    const wanted = namesIn(rows);
    const written = names.get(number) as unknown as string[];
    update.run(...rows.own, hash, number);
    if (written.every((value, index) => value === wanted[index])) return 1;
    return 1 + Number(removeKeys.run(number).changes) + writeKeys(number, wanted);
  }

  /** An entity that stands: of its mentions, which may be many, only those in documents where they are others. */
  function changeNode(number: number, before: NetworkEntity, now: NetworkEntity, facts: NodeFacts, numberOf: NumberOf) {
    const documents = documentsThatDiffer(
      before.mentions,
      now.mentions,
      (a, b) => a.document === b.document && a.start === b.start && a.end === b.end,
    );
    const within = (entity: NetworkEntity) => entity.mentions.filter(({ document }) => documents.has(document));
    const rows = toNodeRows(now, facts, numberOf, within(now));
    const old = toNodeRows(before, facts, numberOf, within(before));
    return (
      updateNode(number, rows, NO_HASH) +
      mentions.change(number, old.mentions, rows.mentions) +
      merges.change(number, old.merges, rows.merges) +
      splits.change(number, old.splits, rows.splits) +
      posts.change(number, old.posts, rows.posts)
    );
  }

  return {
    numberOf: lookUp(find),
    /** Numbers of all nodes, by id. */
    numbers: (): ReadonlyMap<string, number> =>
      new Map(numbers().map(([id, number]) => [id as string, number as number])),
    /** Brings some entities to what they are now; those that are gone are removed by what is returned. */
    change(
      changes: ReadonlyMap<string, NetworkEntity | undefined>,
      entityOf: (id: string) => NetworkEntity | undefined,
      dateOf: (document: string) => string | undefined,
      numberOf: NumberOf,
    ): Pick<Written, 'touched' | 'removeGone'> {
      const nodeNumber = lookUp(find);
      const gone: number[] = [];
      let touched = 0;
      for (const [id, before] of changes) {
        const now = entityOf(id);
        const number = nodeNumber(id);
        if (now === undefined) {
          if (number !== 0) gone.push(number);
          continue;
        }
        const { first, last } = spanOf(now.documents, dateOf);
        const spelt = before?.name === now.name && before.type === now.type ? names.get(number) : undefined;
        const pinyin = (spelt as unknown as string[] | undefined)?.[2] ?? toPinyin(now.name, now.type);
        const facts = { pinyin, firstSeen: first, lastSeen: last };
        if (before !== undefined && number !== 0) {
          touched += changeNode(number, before, now, facts, numberOf);
          continue;
        }
        const rows = toNodeRows(now, facts, numberOf);
        const made = insertNode(rows, rows.hash);
        touched += made.touched + setDetails(made.number, rows, true);
      }
      return {
        touched,
        removeGone() {
          for (const number of gone) remove.run(number);
          return gone.length;
        },
      };
    },
    write({ network, graph }: NetworkContent, documents: ReadonlyMap<string, number>): Written {
      const before = all();
      const gone = knownIn(before);
      // Worked out once for each name, since it takes longer than all the rest.
      const spelt = new Map(before.map(([, , , type, name, pinyin]) => [`${type} ${name}`, pinyin as string]));
      const numbers = new Map<string, number>();
      const numberOf = (document: string) => documents.get(document) ?? 0;
      let touched = 0;
      for (const entity of network.entities) {
        const { firstSeen, lastSeen } = graph.getNodeAttributes(entity.id);
        const pinyin = spelt.get(`${entity.type} ${entity.name}`) ?? toPinyin(entity.name, entity.type);
        const rows = toNodeRows(entity, { pinyin, firstSeen, lastSeen }, numberOf);
        const known = gone.get(entity.id);
        gone.delete(entity.id);
        if (known !== undefined && isSame(known.hash, rows.hash)) {
          numbers.set(entity.id, known.number);
          continue;
        }
        const { number, touched: own } =
          known === undefined
            ? insertNode(rows, rows.hash)
            : { number: known.number, touched: updateNode(known.number, rows, rows.hash) };
        touched += own + setDetails(number, rows, known === undefined);
        numbers.set(entity.id, number);
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

/** First and last date of documents. */
function spanOf(documents: readonly string[], dateOf: (document: string) => string | undefined) {
  let first: string | undefined;
  let last: string | undefined;
  for (const document of documents) {
    const date = dateOf(document);
    if (date === undefined) continue;
    if (first === undefined || date < first) first = date;
    if (last === undefined || date > last) last = date;
  }
  return { first, last };
}
