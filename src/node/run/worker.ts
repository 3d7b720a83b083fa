/** Entry of a worker thread: extracts batches of documents. */
import { workerData } from 'piscina';
import type { Config } from '../../config/schema.ts';
import type { Document } from '../../documents/document.ts';
import { loadResources } from '../resources.ts';
import { type ExtractionResult, extractSafely } from './extract-safely.ts';

const resources = loadResources(workerData as Config);

/** Extracts a batch, in order. */
export default function extractBatch(batch: readonly Document[]): ExtractionResult[] {
  return batch.map((document) => extractSafely(document, resources));
}
