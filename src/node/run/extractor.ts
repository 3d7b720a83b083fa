/** Extracts batches of documents, in this thread or in others. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Config } from '../../config/schema.ts';
import type { Document } from '../../documents/document.ts';
import type { Resources } from '../../resources.ts';
import { loadResources } from '../resources.ts';
import { type ExtractionResult, extractSafely } from './extract-safely.ts';

/** Extracts documents; nothing is loaded before the first batch, and what is loaded stays until it is closed. */
export interface Extractor {
  /** Number of batches that can be worked on at a time. */
  readonly workers: number;
  /** One result for each document, in order. */
  extract(batch: readonly Document[]): Promise<readonly ExtractionResult[]>;
  close(): Promise<void>;
}

/** Threads that pay by default: one for each core, at most four, since each holds a dictionary (about 260 MB). */
export function defaultWorkers(): number {
  return Math.min(availableParallelism(), 4);
}

/**
 * Makes an extractor.
 *
 * @param workers number of threads; with 1 everything runs in the calling thread. The results are the same.
 */
export function createExtractor(config: Config, workers: number): Extractor {
  return workers <= 1 ? ownThread(config) : otherThreads(config, workers);
}

function ownThread(config: Config): Extractor {
  let resources: Resources | undefined;
  return {
    workers: 1,
    async extract(batch) {
      const loaded = resources ?? loadResources(config);
      resources = loaded;
      return batch.map((document) => extractSafely(document, loaded));
    },
    async close() {
      resources = undefined;
    },
  };
}

function otherThreads(config: Config, workers: number): Extractor {
  let pool: Piscina<readonly Document[], ExtractionResult[]> | undefined;
  return {
    workers,
    extract(batch) {
      pool ??= new Piscina<readonly Document[], ExtractionResult[]>({
        filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
        minThreads: 1,
        maxThreads: workers,
        idleTimeout: Number.POSITIVE_INFINITY,
        workerData: config,
      });
      return pool.run(batch);
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
