/** Reads `.docx`. */
import { strFromU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { GuanxiError } from '../../errors.ts';
import { normaliseDate } from './dates.ts';
import { parsePage } from './dom.ts';
import { compact } from './fields.ts';
import { formatBytes } from './limits.ts';
import { problemItem, type ReadItem } from './reader.ts';
import { readBytes, type Source } from './source.ts';
import { withLineMetadata } from './text.ts';

/** Parts of the archive that bear text; pictures, fonts and macros are never unpacked. */
const TEXT_PARTS = /\.(?:xml|rels)$/i;

/** Reads a Word document as one article; a paragraph becomes a line. */
export async function* readDocx(source: Source): AsyncGenerator<ReadItem> {
  const parts = textParts(source, await readBytes(source));
  let value: string;
  try {
    // Packed anew, so that the library meets only what has been measured.
    const buffer = Buffer.from(zipSync(parts, { level: 0 }));
    ({ value } = await mammoth.extractRawText({ buffer }));
  } catch (cause) {
    throw notDocx(source, cause);
  }
  const text = value
    .split(/\n+/)
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter((line) => line !== '')
    .join('\n');
  if (text === '') {
    yield problemItem(
      'READ_EMPTY',
      `${source.path} holds no text. If it is a picture of text, recognise it first.`,
      source.path,
    );
    return;
  }
  const core = coreProperties(parts['docProps/core.xml']);
  const article = withLineMetadata(compact({ ...core, text, date: undefined }));
  yield {
    article: compact({
      ...article,
      date: article.date ?? core.date,
    }),
  };
}

/** The text-bearing parts, unpacked within the limit whatever sizes the archive claims. */
function textParts(source: Source, bytes: Uint8Array): Unzipped {
  let total = 0;
  const limit = source.limits.unpackedBytes;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!TEXT_PARTS.test(name)) return false;
        total += originalSize;
        if (total > limit) {
          throw new GuanxiError(
            'READ_TOO_LARGE',
            `${source.path} unpacks to more than ${formatBytes(limit)}: more text than a document holds. Leave it out, or split it.`,
            { file: source.path },
          );
        }
        return true;
      },
    });
    if (!Object.hasOwn(parts, 'word/document.xml')) throw new Error('word/document.xml is missing');
    for (const [name, part] of Object.entries(parts)) {
      if (strFromU8(part.subarray(0, 4096), true).includes('<!DOCTYPE')) throw new Error(`${name} declares entities`);
    }
    return parts;
  } catch (cause) {
    if (cause instanceof GuanxiError) throw cause;
    throw notDocx(source, cause);
  }
}

function notDocx(source: Source, cause: unknown): GuanxiError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new GuanxiError(
    'READ_DOCX',
    `${source.path} is not a readable Word document (${reason}). Open it in a word processor and save it as .docx again.`,
    { file: source.path },
    { cause },
  );
}

/** Title and date that the document's properties state. Word's own placeholder titles and its author, who typed it, are no news. */
function coreProperties(part: Uint8Array | undefined): { title: string | undefined; date: string | undefined } {
  if (part === undefined) return { title: undefined, date: undefined };
  const xml = strFromU8(part);
  const read = (name: string) => {
    const raw = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1];
    return raw === undefined ? undefined : (parsePage(raw).body.textContent ?? '').trim() || undefined;
  };
  return { title: read('dc:title'), date: normaliseDate(read('dcterms:created')) };
}
