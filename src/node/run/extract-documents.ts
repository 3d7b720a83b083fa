/** Runs extraction over a stream of documents, in one thread or several; the result is the same. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Config } from '../../config/schema.ts';
import type { Document } from '../../documents/document.ts';
import { loadResources } from '../resources.ts';
import { type ExtractionResult, extractSafely } from './extract-safely.ts';

/** A document with what became of it. */
export interface ExtractedDocument {
  readonly document: Document;
  readonly result: ExtractionResult;
}

/** How to run. */
export interface RunOptions {
  readonly config: Config;
  /** Number of threads; each loads its own dictionary (about 260 MB). */
  readonly workers: number;
}

/** A batch is sent to a thread when it has this many documents or characters. */
const BATCH = { documents: 32, characters: 64_000 };

/** Threads that pay by default: one for each core, at most four, since each holds a dictionary. */
export function defaultWorkers(): number {
  return Math.min(availableParallelism(), 4);
}

/**
 * Extracts documents in order. The number of workers changes the time only.
 *
 * @returns one item for each document, in input order
 */
export async function* extractDocuments(
  documents: AsyncIterable<Document>,
  { config, workers }: RunOptions,
): AsyncGenerator<ExtractedDocument> {
  if (workers <= 1) {
    const resources = loadResources(config);
    for await (const document of documents) yield { document, result: extractSafely(document, resources) };
    return;
  }
  const pool = new Piscina<readonly Document[], ExtractionResult[]>({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: Number.POSITIVE_INFINITY,
    workerData: config,
  });
  try {
    const running: { batch: Document[]; results: Promise<ExtractionResult[]> }[] = [];
    for await (const batch of batches(documents)) {
      running.push({ batch, results: pool.run(batch) });
      if (running.length > workers * 2) yield* finish(running.shift());
    }
    for (const job of running) yield* finish(job);
  } finally {
    await pool.destroy();
  }
}

async function* finish(
  job: { batch: Document[]; results: Promise<ExtractionResult[]> } | undefined,
): AsyncGenerator<ExtractedDocument> {
  if (job === undefined) return;
  const results = await job.results;
  for (const [index, document] of job.batch.entries()) {
    const result = results[index];
    if (result !== undefined) yield { document, result };
  }
}

async function* batches(documents: AsyncIterable<Document>): AsyncGenerator<Document[]> {
  let batch: Document[] = [];
  let characters = 0;
  for await (const document of documents) {
    batch.push(document);
    characters += document.text.length;
    if (batch.length < BATCH.documents && characters < BATCH.characters) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
