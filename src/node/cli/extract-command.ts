/** `guanxi extract`: NDJSON in, NDJSON out. */

import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Document } from '../../documents/document.ts';
import { loadConfig } from '../config.ts';
import { extractDocuments } from '../run/extract-documents.ts';
import { EXIT } from './exit.ts';

/** Options as commander gives them. */
export interface ExtractCommandOptions {
  readonly config?: string;
  readonly workers?: number;
}

/** A line is a document, or says why it is none. */
export type ParsedLine = { readonly document: Document } | { readonly id?: string; readonly error: string };

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
  // Lines that are no documents wait here for their turn, by the number of documents before them.
  const errors = new Map<number, string[]>();
  let read = 0;
  let failed = false;

  async function* documents(): AsyncGenerator<Document> {
    let number = 0;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (line.trim() === '') continue;
      const parsed = parseLine(line.replace(/^\uFEFF/, ''), number);
      if ('document' in parsed) {
        read++;
        yield parsed.document;
      } else {
        failed = true;
        errors.set(read, [...(errors.get(read) ?? []), JSON.stringify(parsed)]);
      }
    }
  }

  let written = 0;
  const flushErrors = async () => {
    for (const line of errors.get(written) ?? []) await write(line);
    errors.delete(written);
  };
  for await (const { document, result } of extractDocuments(documents(), { config, workers: options.workers ?? 1 })) {
    await flushErrors();
    if ('problem' in result) failed = true;
    await write(
      JSON.stringify('extraction' in result ? result.extraction : { id: document.id, error: result.problem.message }),
    );
    written++;
  }
  await flushErrors();
  if (failed) process.exitCode = EXIT.partial;
}

async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
