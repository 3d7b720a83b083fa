/** Articles: what documents say, with what extraction found in it. */
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { Document } from '../../documents/document.ts';
import type { Sketch } from '../../documents/near-duplicates.ts';
import type { Extraction } from '../../extraction.ts';
import { createExtractionTable } from './extractions.ts';

/** What becomes of a document in extraction. */
export type ArticleResult =
  | { readonly extraction: Extraction; readonly sketch: Sketch }
  /** Why extraction failed. */
  | { readonly failure: string };

/** What an article says of itself. */
export type StoredMetadata = Omit<Document, 'id' | 'text'>;

/** Reads and writes articles. */
export interface ArticleTable {
  /** Number of the article of this hash. */
  find(hash: string): number | undefined;
  /** Writes an article and gives its number; one that is there already stays as it is. */
  insert(hash: string, document: Document, result: ArticleResult): number;
  /** @throws RangeError when there is none of this number */
  metadata(article: number): StoredMetadata;
  /** What was found in it; nothing where extraction failed. */
  extraction(article: number): Omit<Extraction, 'id'>;
  /** By what reprints are found; empty where extraction failed. */
  sketch(article: number): Sketch;
  /** Why extraction failed, where it did. */
  failure(article: number): string | undefined;
  /** All articles of which extraction failed, with why; goes through the whole table. */
  failures(): ReadonlyMap<number, string>;
  /** The article's text; the last ones asked for are kept. */
  text(article: number): string;
  /** Removes articles that no document says any more. */
  removeUnused(): void;
}

/** How many texts are kept: ties are read in the order of documents, so that few are enough. */
const TEXTS_KEPT = 32;

type MetadataRow = Readonly<Record<'title' | 'date' | 'publisher' | 'author' | 'url', string | null>>;
type FoundRow = Readonly<Record<'date' | 'publisher', string | null>>;

/** Prepares the statements for one database. */
export function createArticleTable(database: DatabaseSyncInstance): ArticleTable {
  const extractions = createExtractionTable(database);
  const find = database.prepare('SELECT number FROM article WHERE hash = ?');
  const insert = database.prepare(
    `INSERT INTO article (hash, text, title, date, publisher, author, url, found_date, found_publisher, sketch, failure)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const metadata = database.prepare('SELECT title, date, publisher, author, url FROM article WHERE number = ?');
  const foundIn = database.prepare(
    'SELECT found_date AS date, found_publisher AS publisher FROM article WHERE number = ?',
  );
  const sketch = database.prepare('SELECT sketch FROM article WHERE number = ?');
  const failure = database.prepare('SELECT failure FROM article WHERE number = ?');
  const failures = database.prepare('SELECT number, failure FROM article WHERE failure IS NOT NULL');
  const text = database.prepare('SELECT text FROM article WHERE number = ?');
  const removeUnused = database.prepare(
    `DELETE FROM article WHERE number IN (SELECT article FROM doubtful)
     AND NOT EXISTS (SELECT 1 FROM document WHERE document.article = article.number)`,
  );
  const clearDoubts = database.prepare('DELETE FROM doubtful');
  const texts = new Map<number, string>();

  const findNumber = (hash: string) => (find.get(hash) as { number: number } | undefined)?.number;
  return {
    find: findNumber,
    insert(hash, document, result) {
      const known = findNumber(hash);
      if (known !== undefined) return known;
      const found = 'extraction' in result ? result.extraction : undefined;
      const { lastInsertRowid } = insert.run(
        hash,
        document.text,
        document.title ?? null,
        document.date ?? null,
        document.publisher ?? null,
        document.author ?? null,
        document.url ?? null,
        found?.date ?? null,
        found?.publisher ?? null,
        'sketch' in result ? toBytes(result.sketch) : new Uint8Array(),
        'failure' in result ? result.failure : null,
      );
      const number = Number(lastInsertRowid);
      if (found !== undefined) extractions.insert(number, found);
      return number;
    },
    metadata: (article) => present(rowOf<MetadataRow>(metadata, article)),
    extraction: (article) => ({ ...present(rowOf<FoundRow>(foundIn, article)), ...extractions.read(article) }),
    sketch: (article) => fromBytes(rowOf<{ readonly sketch: Uint8Array }>(sketch, article).sketch),
    failure: (article) => (failure.get(article) as { failure: string | null } | undefined)?.failure ?? undefined,
    failures: () =>
      new Map(
        (failures.all() as { number: number; failure: string }[]).map(({ number, failure }) => [number, failure]),
      ),
    text(article) {
      const kept = texts.get(article);
      if (kept !== undefined) return kept;
      const { text: read } = text.get(article) as { text: string };
      texts.set(article, read);
      for (const oldest of texts.keys()) {
        if (texts.size <= TEXTS_KEPT) break;
        texts.delete(oldest);
      }
      return read;
    },
    removeUnused() {
      removeUnused.run();
      clearDoubts.run();
      texts.clear();
    },
  };
}

function rowOf<T>(statement: StatementSyncInstance, article: number): T {
  const row = statement.get(article) as T | undefined;
  if (row === undefined) throw new RangeError(`There is no article ${article}.`);
  return row;
}

/** The fields that have a value. */
function present<K extends string>(fields: Readonly<Record<K, string | null>>): { [P in K]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as { [P in K]?: string };
}

/** Little-endian on every machine, so that a store can be moved. */
function toBytes(sketch: Sketch): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(sketch.length * 4));
  for (const [index, value] of sketch.entries()) bytes.setUint32(index * 4, value, true);
  return new Uint8Array(bytes.buffer);
}

function fromBytes(bytes: Uint8Array): Sketch {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength / 4 }, (_, index) => view.getUint32(index * 4, true));
}
