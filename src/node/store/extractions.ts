/** What extraction found in an article, as rows and back. Nothing is lost on the way, and the order is kept. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ExtractedEntity, ExtractedMention, Extraction } from '../../extraction.ts';
import type { Relation } from '../../relations/relation.ts';
import { ATTRIBUTE_NAMES, fromAttributeValues, type SqlValue, toAttributeValues } from './attribute-columns.ts';

/** What stands in rows of their own; the rest of an extraction is kept with the article. */
export type ExtractionRows = Pick<Extraction, 'mentions' | 'entities' | 'relations'>;

/** Reads and writes extractions. */
export interface ExtractionTable {
  /** Writes what was found in an article that has nothing yet. */
  insert(article: number, rows: ExtractionRows): void;
  /** Everything that was found in the article; empty lists where there was nothing. */
  read(article: number): ExtractionRows;
}

/** Columns of `tie` before those of the attributes. */
const TIE_COLUMNS = ['type', 'source', 'target', 'confidence', 'rule'] as const;

/** Prepares the statements for one database. */
export function createExtractionTable(database: DatabaseSyncInstance): ExtractionTable {
  const insertInto = (table: string, columns: readonly string[]) =>
    database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  const insertMention = insertInto('mention', ['article', 'number', 'type', 'start', 'end', 'entity']);
  const insertEntity = insertInto('entity', ['article', 'number', 'id', 'type', 'name', 'confidence']);
  const insertAlias = insertInto('alias', ['article', 'entity', 'number', 'name']);
  const insertTie = insertInto('tie', ['article', 'number', ...TIE_COLUMNS, ...ATTRIBUTE_NAMES]);
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
  const ties = select(
    `SELECT ${[...TIE_COLUMNS, ...ATTRIBUTE_NAMES].join(', ')} FROM tie WHERE article = ? ORDER BY number`,
    true,
  );
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
        const own = TIE_COLUMNS.map((name) => relation[name]);
        insertTie.run(article, number, ...own, ...toAttributeValues(relation));
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

function toRelation(row: SqlValue[], evidence: Relation['evidence']): Relation {
  const own = Object.fromEntries(TIE_COLUMNS.map((name, index) => [name, row[index]]));
  return {
    ...(own as Pick<Relation, (typeof TIE_COLUMNS)[number]>),
    ...fromAttributeValues(row.slice(TIE_COLUMNS.length)),
    evidence,
  };
}
