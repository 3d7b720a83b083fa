/** Writes the resolved network, by difference: what is as it was is not touched. */
import { randomUUID } from 'node:crypto';
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { DocumentRecord, Network } from '../../network/network.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import type { ReadableGraph } from '../../outputs/columns.ts';
import { toPinyin } from '../../outputs/pinyin.ts';
import type { SqlValue } from './attribute-columns.ts';
import { nameKeys, toCharacterWords } from './name-keys.ts';
import {
  EDGE_COLUMNS,
  EVIDENCE_COLUMNS,
  EVIDENCE_KEY,
  NODE_COLUMNS,
  type NodeRows,
  toEdgeRows,
  toNodeRows,
} from './network-rows.ts';
import { createOwnedRows } from './rows.ts';
import { NETWORK_NOTE, type StoredNetwork } from './snapshot.ts';

/** What is to be written. All must stem from one build. */
export interface NetworkContent {
  readonly network: Network;
  /** Places and metrics. */
  readonly graph: ReadableGraph;
  readonly ontology: Ontology;
  /** The number of the stored article that a document says. */
  readonly articleOf: (document: string) => number;
}

/** Writes the network. */
export interface NetworkTable {
  /**
   * Makes this the network of the store, within the transaction that is open.
   *
   * @returns number of rows that were written or removed, of all tables but the one of measures
   */
  write(content: NetworkContent): number;
}

/** A row that stands already. */
interface Known {
  readonly number: number;
  readonly hash: Uint8Array;
}

/** Prepares the statements for one database. */
export function createNetworkTable(database: DatabaseSyncInstance): NetworkTable {
  const documents = createDocumentWriter(database);
  const nodes = createNodeWriter(database);
  const edges = createEdgeWriter(database);
  const measures = createMeasureWriter(database);
  const setNote = database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  return {
    write(content) {
      const { network, graph } = content;
      const written = documents.write(network.documents, content.articleOf);
      const nodesWritten = nodes.write(content, written.numbers);
      const edgesTouched = edges.write(content, written.numbers, nodesWritten.numbers);
      // Only now, because edges that are gone held on to them.
      const removed = nodesWritten.removeGone() + written.removeGone();
      measures.write(graph, nodesWritten.numbers);
      setNote.run(NETWORK_NOTE, JSON.stringify(describe(content)));
      return written.touched + nodesWritten.touched + edgesTouched + removed;
    },
  };
}

function describe({ network, graph, ontology }: NetworkContent): StoredNetwork {
  const { title, generator } = graph.getAttributes();
  return {
    revision: randomUUID(),
    title,
    generator,
    entityTypes: [...ontology.entityTypes.values()],
    relationTypes: [...ontology.relationTypes.values()],
    nodes: network.entities.length,
    people: network.entities.filter(({ type }) => type === 'person').length,
    ties: network.ties.filter(({ type }) => ontology.relationTypes.get(type)?.weak !== true).length,
    sources: network.documents.filter(({ reprintOf }) => reprintOf === undefined).length,
  };
}

/** What a table came to. */
interface Written {
  readonly numbers: ReadonlyMap<string, number>;
  readonly touched: number;
  /** Removes what is no longer there, and says how many. */
  removeGone(): number;
}

function createDocumentWriter(database: DatabaseSyncInstance) {
  const all = arrays(database, 'SELECT id, number, article, date, publisher, reprint_of FROM network_document');
  const insert = database.prepare('INSERT INTO network_document (id, article, date, publisher) VALUES (?, ?, ?, ?)');
  const update = database.prepare(
    'UPDATE network_document SET article = ?, date = ?, publisher = ?, reprint_of = ? WHERE number = ?',
  );
  const remove = database.prepare('DELETE FROM network_document WHERE number = ?');
  return {
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

function createNodeWriter(database: DatabaseSyncInstance) {
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
  const namesIn = ({ own }: NodeRows) => [NAME, ALIASES, PINYIN].map((column) => own[column ?? 0] as string);

  function writeKeys(number: number, [name = '', aliases = '[]', pinyin = '']: readonly string[]): number {
    const keys = nameKeys(name, JSON.parse(aliases), pinyin);
    for (const { kind, position, key } of keys) {
      const row = insertKey.run(number, kind, position, key).lastInsertRowid;
      if (kind === 'name' || kind === 'alias') insertWords.run(row, toCharacterWords(key).join(' '));
    }
    return keys.length;
  }

  return {
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
        let number = known?.number;
        if (known !== undefined && isSame(known.hash, rows.hash)) {
          numbers.set(entity.id, known.number);
          continue;
        }
        const wanted = namesIn(rows);
        if (number === undefined) {
          number = Number(insert.run(...rows.own, rows.hash).lastInsertRowid);
          touched += 1 + writeKeys(number, wanted);
        } else {
          const written = names.get(number) as unknown as string[];
          update.run(...rows.own, rows.hash, number);
          touched++;
          if (written.some((value, index) => value !== wanted[index])) {
            touched += Number(removeKeys.run(number).changes) + writeKeys(number, wanted);
          }
        }
        const fresh = known === undefined;
        touched +=
          mentions.set(number, rows.mentions, fresh) +
          merges.set(number, rows.merges, fresh) +
          splits.set(number, rows.splits, fresh) +
          posts.set(number, rows.posts, fresh);
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

function createEdgeWriter(database: DatabaseSyncInstance) {
  const all = arrays(
    database,
    `SELECT source.id || '|' || edge.type || '|' || target.id, edge.number, edge.hash FROM edge
     JOIN node source ON source.number = edge.source JOIN node target ON target.number = edge.target`,
  );
  const { insert, update, remove } = writers(database, 'edge', ['source', 'target', ...EDGE_COLUMNS]);
  const evidence = createOwnedRows(
    database,
    'edge_evidence',
    'edge',
    EVIDENCE_COLUMNS.slice(0, EVIDENCE_KEY),
    EVIDENCE_COLUMNS,
  );
  return {
    write(
      { network, ontology }: NetworkContent,
      documents: ReadonlyMap<string, number>,
      nodes: ReadonlyMap<string, number>,
    ): number {
      const gone = knownIn(all());
      const numberOf = (document: string) => documents.get(document) ?? 0;
      const present = new Set(network.ties.map(({ id }) => id));
      let touched = 0;
      for (const [id, { number }] of gone) {
        if (present.has(id)) continue;
        remove.run(number);
        touched++;
      }
      for (const tie of network.ties) {
        const rows = toEdgeRows(tie, ontology.relationTypes.get(tie.type)?.weak === true, numberOf);
        const known = gone.get(tie.id);
        if (known !== undefined && isSame(known.hash, rows.hash)) continue;
        const values = [nodes.get(tie.source) ?? 0, nodes.get(tie.target) ?? 0, ...rows.own, rows.hash];
        const number = known?.number ?? Number(insert.run(...values).lastInsertRowid);
        if (known !== undefined) update.run(...values, number);
        touched += 1 + evidence.set(number, rows.evidence, known === undefined);
      }
      return touched;
    },
  };
}

const MEASURES = ['x', 'y', 'size', 'community', 'degree', 'pagerank', 'betweenness'] as const;

function createMeasureWriter(database: DatabaseSyncInstance) {
  const all = arrays(database, `SELECT node, ${MEASURES.join(', ')} FROM node_measure`);
  const put = database.prepare(
    `INSERT OR REPLACE INTO node_measure (node, ${MEASURES.join(', ')}) VALUES (?, ${MEASURES.map(() => '?').join(', ')})`,
  );
  return {
    write(graph: ReadableGraph, numbers: ReadonlyMap<string, number>): void {
      const before = new Map(all().map(([node, ...values]) => [node as number, values]));
      for (const [id, number] of numbers) {
        const attributes = graph.getNodeAttributes(id);
        const values = MEASURES.map((name) => attributes[name]);
        const known = before.get(number);
        if (known?.every((value, index) => value === values[index])) continue;
        put.run(number, ...values);
      }
    },
  };
}

/** Statements that write rows of a table with a number and a hash. */
function writers(database: DatabaseSyncInstance, table: string, columns: readonly string[]) {
  const all = [...columns, 'hash'];
  return {
    insert: database.prepare(`INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`),
    update: database.prepare(`UPDATE ${table} SET ${all.map((name) => `${name} = ?`).join(', ')} WHERE number = ?`),
    remove: database.prepare(`DELETE FROM ${table} WHERE number = ?`),
  };
}

function arrays(database: DatabaseSyncInstance, sql: string): () => (SqlValue | Uint8Array)[][] {
  const statement: StatementSyncInstance = database.prepare(sql);
  statement.setReturnArrays(true);
  return () => statement.all() as unknown as (SqlValue | Uint8Array)[][];
}

function knownIn(rows: readonly (SqlValue | Uint8Array)[][]): Map<string, Known> {
  return new Map(
    rows.map(([id, number, hash]) => [id as string, { number: number as number, hash: hash as Uint8Array }]),
  );
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
