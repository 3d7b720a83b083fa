/** `guanxi extract`: NDJSON in, NDJSON out. */

import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Document } from '../../documents/document.ts';
import { loadConfig } from '../config.ts';
import { extractDocuments } from '../run/extract-documents.ts';
import { extractionProblem } from '../run/extract-safely.ts';
import { createExtractor } from '../run/extractor.ts';
import { EXIT } from './exit.ts';

/** Options as commander gives them. */
export interface ExtractCommandOptions {
  readonly config?: string;
  readonly workers?: number;
}

/** A line is a document, or says why it is none. */
export type ParsedLine =
  | { readonly document: Document }
  | { readonly id?: string; readonly error: string; readonly document?: never };

const OPTIONAL = ['title', 'date', 'publisher', 'author', 'url'] as const;

/**
 * Reads one line of NDJSON input. Never throws.
 *
 * @param number 1-based, for messages
 */
export function parseLine(line: string, number: number): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: `line ${number}: not valid JSON` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { error: `line ${number}: expected an object with "id" and "text"` };
  }
  const field = (name: string): unknown => (Object.hasOwn(value, name) ? value[name as keyof typeof value] : undefined);
  const id = field('id');
  const text = field('text');
  const known = typeof id === 'string' ? id : typeof id === 'number' ? String(id) : undefined;
  if (known === undefined) return { error: `line ${number}: "id" is missing or not a string` };
  if (typeof text !== 'string') return { id: known, error: `line ${number}: "text" is missing or not a string` };
  const rest: { [K in (typeof OPTIONAL)[number]]?: string } = {};
  for (const name of OPTIONAL) {
    const given = field(name);
    if (typeof given === 'string' && given !== '') rest[name] = given;
  }
  return { document: { id: known, text, ...rest } };
}

/** Extracts the documents of a file or of standard input to standard output, one line each, in input order. */
export async function extractCommand(file: string | undefined, options: ExtractCommandOptions): Promise<void> {
  const config = await loadConfig(options.config);
  const input: Readable = file === undefined || file === '-' ? process.stdin : createReadStream(file);
  const extractor = createExtractor(config, options.workers ?? 1);
  try {
    for await (const { item, result } of extractDocuments(parsedLines(input), extractor)) {
      const failed = 'error' in item || result === undefined || 'failure' in result;
      if (failed) process.exitCode = EXIT.partial;
      if ('error' in item) await write(item);
      else if (result !== undefined && 'extraction' in result) await write(result.extraction);
      else {
        const { id } = item.document;
        await write({ id, error: extractionProblem(id, result?.failure ?? 'no result').message });
      }
    }
  } finally {
    await extractor.close();
  }
}

async function* parsedLines(input: Readable): AsyncGenerator<ParsedLine> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() !== '') yield parseLine(line.replace(/^\uFEFF/, ''), number);
  }
}

async function write(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
}
