/** Opens one file: unpacking, limits, decoding, lines. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { GuanxiError, type Problem } from '../../errors.ts';
import { createDecoder, decode, detectEncoding, requireEncoding, SAMPLE_BYTES } from './encoding.ts';
import { formatBytes, type ReadLimits } from './limits.ts';

/** One file to read, with how to read it. */
export interface Source {
  readonly path: string;
  readonly gzip: boolean;
  readonly bytes: number;
  /** Encoding that the user asks for; detected where none is given. */
  readonly encoding?: string;
  readonly limits: ReadLimits;
}

/** A line of a streamed file; `text` is missing when the line is longer than the limit. */
export interface SourceLine {
  /** 1-based. */
  readonly number: number;
  readonly text?: string;
}

/**
 * Reads a whole file, unpacked.
 *
 * @throws GuanxiError `READ_TOO_LARGE`, `READ_GZIP`
 */
export async function readBytes(source: Source): Promise<Uint8Array> {
  if (source.bytes > source.limits.fileBytes) throw tooLarge(source, source.limits.fileBytes, 'is larger than');
  const limit = source.gzip ? source.limits.unpackedBytes : source.limits.fileBytes;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of byteStream(source)) {
    length += chunk.length;
    if (length > limit) throw tooLarge(source, limit, source.gzip ? 'unpacks to more than' : 'is larger than');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a whole file as text.
 *
 * @param declared what the file says of its own encoding, from its first bytes
 * @throws GuanxiError `READ_BINARY`, `READ_TOO_LARGE`, `READ_GZIP`, `READ_ENCODING`
 */
export async function readText(
  source: Source,
  declared?: (bytes: Uint8Array) => string | undefined,
): Promise<{ readonly text: string; readonly problems: readonly Problem[] }> {
  const bytes = await readBytes(source);
  const encoding = chooseEncoding(source, bytes.subarray(0, SAMPLE_BYTES), declared?.(bytes));
  const text = decode(bytes, encoding);
  return { text: text.replace(/\uFFFD+$/, ''), problems: damage(source, text, encoding) };
}

/**
 * Decodes a file while it is read, so that its size does not matter.
 *
 * @throws GuanxiError `READ_BINARY`, `READ_GZIP`, `READ_ENCODING`
 */
export async function* streamText(source: Source): AsyncGenerator<string> {
  let held: Uint8Array[] = [];
  let heldLength = 0;
  let decoder: ReturnType<typeof createDecoder> | undefined;
  const settle = () => {
    const start = Buffer.concat(held);
    held = [];
    decoder = createDecoder(chooseEncoding(source, start.subarray(0, SAMPLE_BYTES)));
    return decoder.write(start);
  };
  for await (const chunk of byteStream(source)) {
    if (decoder !== undefined) {
      yield decoder.write(chunk);
      continue;
    }
    held.push(chunk);
    heldLength += chunk.length;
    if (heldLength >= SAMPLE_BYTES) yield settle();
  }
  if (heldLength > 0 && decoder === undefined) yield settle();
  if (decoder !== undefined) yield decoder.end();
}

/** Cuts streamed text at line breaks, holding no more of a line than the limit allows. */
export async function* streamLines(source: Source): AsyncGenerator<SourceLine> {
  const limit = source.limits.recordLength;
  let number = 1;
  let parts: string[] = [];
  let length = 0;
  const add = (part: string) => {
    length += part.length;
    if (length > limit) parts = [];
    else if (part !== '') parts.push(part);
  };
  const take = (): SourceLine => {
    const line = length > limit ? { number } : { number, text: parts.join('').replace(/\r$/, '') };
    parts = [];
    length = 0;
    number++;
    return line;
  };
  for await (const chunk of streamText(source)) {
    let from = 0;
    for (let to = chunk.indexOf('\n'); to >= 0; to = chunk.indexOf('\n', from)) {
      add(chunk.slice(from, to));
      yield take();
      from = to + 1;
    }
    add(chunk.slice(from));
  }
  if (length > 0) yield take();
}

async function* byteStream(source: Source): AsyncGenerator<Uint8Array> {
  const file = createReadStream(source.path, { highWaterMark: SAMPLE_BYTES });
  if (!source.gzip) {
    yield* file;
    return;
  }
  const unpacked = createGunzip();
  // The iteration below sees the error too; without a callback the process would.
  pipeline(file, unpacked, () => {});
  const most = Math.max(source.limits.unpackedBytes, source.bytes * source.limits.packing);
  let length = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > most) throw tooLarge(source, most, 'unpacks to more than');
      yield chunk;
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_'))) throw cause;
    throw new GuanxiError(
      'READ_GZIP',
      `${source.path} is not a whole gzip file (${cause.message}). Pack or fetch it again.`,
      { file: source.path },
      { cause },
    );
  }
}

function chooseEncoding(source: Source, sample: Uint8Array, declared?: string): string {
  if (source.encoding !== undefined) return requireEncoding(source.encoding);
  const detected = detectEncoding(sample, declared);
  if ('encoding' in detected) return detected.encoding;
  throw new GuanxiError(
    'READ_BINARY',
    `${source.path} is not text but ${detected.binary}. Give it its right ending, convert it, or remove it; if it is text in a rare encoding, name the encoding.`,
    { file: source.path },
  );
}

function damage(source: Source, text: string, encoding: string): readonly Problem[] {
  const count = text.split('\uFFFD').length - 1;
  if (count === 0) return [];
  return [
    {
      code: 'READ_DAMAGED_TEXT',
      message: `${source.path} was read as ${encoding}, but ${count} character${count === 1 ? ' is' : 's are'} lost in it (\uFFFD): it is cut short, damaged, or in another encoding, which you can name.`,
      place: { file: source.path },
    },
  ];
}

function tooLarge(source: Source, limit: number, how: string): GuanxiError {
  return new GuanxiError(
    'READ_TOO_LARGE',
    `${source.path} ${how} ${formatBytes(limit)}, the limit ${source.gzip ? 'for what is packed so tightly. Unpack it, if it is news' : 'for a file that has to be read whole. Split it, or turn it into .jsonl, which is read line by line'}.`,
    { file: source.path },
  );
}
