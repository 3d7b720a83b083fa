/** What extraction found in an article, as rows and back. Nothing is lost on the way, and the order is kept. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ExtractedEntity, ExtractedMention, Extraction } from '../../extraction.ts';
import type { Relation } from '../../relations/relation.ts';
import { fromMinorUnits, toMinorUnits } from './minor-units.ts';

/** What stands in rows of their own; the rest of an extraction is kept with the article. */
export type ExtractionRows = Pick<Extraction, 'mentions' | 'entities' | 'relations'>;

/** Reads and writes extractions. */
export interface ExtractionTable {
  /** Writes what was found in an article that has nothing yet. */
  insert(article: number, rows: ExtractionRows): void;
  /** Everything that was found in the article; empty lists where there was nothing. */
  read(article: number): ExtractionRows;
}

type SqlValue = string | number | bigint | null;

/**
 * A column of `tie`: how a relation's field becomes a value and comes back. The record below names every field of a
 * relation, so that the compiler refuses a field that the store would lose.
 */
interface FieldColumn {
  readonly name: string;
  toSql(relation: Relation): SqlValue;
  fromSql(value: SqlValue, row: ReadonlyMap<string, SqlValue>): unknown;
}

const asIs = (name: keyof Relation & string): FieldColumn => ({
  name,
  toSql: (relation) => (relation[name] as string | number | undefined) ?? null,
  fromSql: (value) => value,
});

const FIELDS: Readonly<Record<Exclude<keyof Relation, 'evidence'>, FieldColumn>> = {
  type: asIs('type'),
  source: asIs('source'),
  target: asIs('target'),
  confidence: asIs('confidence'),
  rule: asIs('rule'),
  status: asIs('status'),
  date: asIs('date'),
  place: asIs('place'),
  title: asIs('title'),
  former: {
    name: 'former',
    toSql: ({ former }) => (former === undefined ? null : Number(former)),
    fromSql: (value) => value === 1n,
  },
  amount: {
    name: 'amount',
    toSql: ({ amount, currency }) => (amount === undefined ? null : toMinorUnits(amount, currency)),
    fromSql: (value, row) => fromMinorUnits(value as bigint, (row.get('currency') as string | null) ?? undefined),
  },
  currency: asIs('currency'),
  share: asIs('share'),
  qualifier: asIs('qualifier'),
  round: asIs('round'),
  joint: asIs('joint'),
};
const COLUMNS = Object.values(FIELDS);
const COLUMN_NAMES = COLUMNS.map(({ name }) => name);

/** Prepares the statements for one database. */
export function createExtractionTable(database: DatabaseSyncInstance): ExtractionTable {
  const insertInto = (table: string, columns: readonly string[]) =>
    database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  const insertMention = insertInto('mention', ['article', 'number', 'type', 'start', 'end', 'entity']);
  const insertEntity = insertInto('entity', ['article', 'number', 'id', 'type', 'name', 'confidence']);
  const insertAlias = insertInto('alias', ['article', 'entity', 'number', 'name']);
  const insertTie = insertInto('tie', ['article', 'number', ...COLUMN_NAMES]);
  const insertEvidence = insertInto('evidence', ['article', 'tie', 'number', 'start', 'end']);

  const select = (sql: string, bigints = false) => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    statement.setReadBigInts(bigints);
    return (article: number): SqlValue[][] => statement.all(article);
  };
  const mentions = select('SELECT type, start, end, entity FROM mention WHERE article = ? ORDER BY number');
  const entities = select('SELECT id, type, name, confidence FROM entity WHERE article = ? ORDER BY number');
  const aliases = select('SELECT entity, name FROM alias WHERE article = ? ORDER BY entity, number');
  const ties = select(`SELECT ${COLUMN_NAMES.join(', ')} FROM tie WHERE article = ? ORDER BY number`, true);
  const evidence = select('SELECT tie, start, end FROM evidence WHERE article = ? ORDER BY tie, number');

  return {
    insert(article, rows) {
      for (const [number, { type, start, end, entity }] of rows.mentions.entries()) {
        insertMention.run(article, number, type, start, end, entity ?? null);
      }
      for (const [number, entity] of rows.entities.entries()) {
        insertEntity.run(article, number, entity.id, entity.type, entity.name, entity.confidence);
        for (const [index, alias] of entity.aliases.entries()) insertAlias.run(article, number, index, alias);
      }
      for (const [number, relation] of rows.relations.entries()) {
        insertTie.run(article, number, ...COLUMNS.map((column) => column.toSql(relation)));
        for (const [index, { start, end }] of relation.evidence.entries()) {
          insertEvidence.run(article, number, index, start, end);
        }
      }
    },
    read(article) {
      const aliasesOf = byOwner(aliases(article), ([name]) => name as string);
      const evidenceOf = byOwner(evidence(article), ([start, end]) => ({ start: Number(start), end: Number(end) }));
      return {
        mentions: mentions(article).map(toMention),
        entities: entities(article).map(([id, type, name, confidence], index) => ({
          ...({ id, type, name } as Pick<ExtractedEntity, 'id' | 'type' | 'name'>),
          aliases: aliasesOf.get(index) ?? [],
          confidence: Number(confidence),
        })),
        relations: ties(article).map((row, index) => toRelation(row, evidenceOf.get(index) ?? [])),
      };
    },
  };
}

/** Groups rows by the number in their first column. */
function byOwner<T>(rows: readonly SqlValue[][], make: (rest: SqlValue[]) => T): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const [owner, ...rest] of rows) {
    const list = found.get(Number(owner));
    if (list === undefined) found.set(Number(owner), [make(rest)]);
    else list.push(make(rest));
  }
  return found;
}

function toMention([type, start, end, entity]: SqlValue[]): ExtractedMention {
  return {
    type: type as ExtractedMention['type'],
    start: Number(start),
    end: Number(end),
    ...(entity === null ? {} : { entity: entity as string }),
  };
}

/** Fields that are missing in the relation are missing again, not undefined. */
function toRelation(row: SqlValue[], evidence: Relation['evidence']): Relation {
  const values = new Map(COLUMN_NAMES.map((name, index) => [name, row[index] ?? null]));
  const present = COLUMNS.flatMap(({ name, fromSql }) => {
    const value = values.get(name) ?? null;
    return value === null ? [] : [[name, fromSql(value, values)]];
  });
  return { ...(Object.fromEntries(present) as Omit<Relation, 'evidence'>), evidence };
}
