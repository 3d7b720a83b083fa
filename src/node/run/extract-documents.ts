/** Runs extraction over a stream, several batches at a time, and keeps the stream's order. */
import type { Document } from '../../documents/document.ts';
import type { ExtractionResult } from './extract-safely.ts';
import type { Extractor } from './extractor.ts';

/** Something in a stream; it passes through as it is, unless it has a document to extract. */
export interface Extractable {
  readonly document?: Document;
}

/** An item with what became of its document. */
export interface Extracted<T extends Extractable> {
  readonly item: T;
  readonly result?: ExtractionResult;
}

/** A batch is sent off when it has this many documents, characters or items. */
const BATCH = { documents: 32, characters: 64_000, items: 1024 };

interface Job<T> {
  readonly items: readonly T[];
  readonly results: Promise<readonly ExtractionResult[]>;
}

/**
 * Extracts the documents of a stream. A few batches are held at a time, whatever the length of the stream.
 *
 * @returns the items in input order
 */
export async function* extractDocuments<T extends Extractable>(
  items: AsyncIterable<T>,
  extractor: Extractor,
): AsyncGenerator<Extracted<T>> {
  const running: Job<T>[] = [];
  for await (const batch of extractor.workers > 1 ? batches(items) : singly(items)) {
    const documents = batch.flatMap(({ document }) => document ?? []);
    const results = documents.length === 0 ? Promise.resolve([]) : extractor.extract(documents);
    // A failure is thrown where the batch's turn comes.
    results.catch(() => {});
    running.push({ items: batch, results });
    if (running.length > (extractor.workers - 1) * 2) yield* finish(running.shift());
  }
  for (const job of running) yield* finish(job);
}

async function* finish<T extends Extractable>(job: Job<T> | undefined): AsyncGenerator<Extracted<T>> {
  if (job === undefined) return;
  const results = (await job.results).values();
  for (const item of job.items) {
    if (item.document === undefined) {
      yield { item };
      continue;
    }
    const { value } = results.next();
    yield value === undefined ? { item } : { item, result: value };
  }
}

async function* singly<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  for await (const item of items) yield [item];
}

async function* batches<T extends Extractable>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  let documents = 0;
  let characters = 0;
  for await (const item of items) {
    batch.push(item);
    if (item.document !== undefined) {
      documents++;
      characters += item.document.text.length;
    }
    if (documents < BATCH.documents && characters < BATCH.characters && batch.length < BATCH.items) continue;
    yield batch;
    batch = [];
    documents = 0;
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
