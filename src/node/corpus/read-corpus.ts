/** Reads a folder of news into documents. */
import type { Document } from '../../documents/document.ts';
import { GuanxiError, type Problem } from '../../errors.ts';
import { readCsv } from './csv.ts';
import { readDocx } from './docx.ts';
import { requireEncoding } from './encoding.ts';
import { type CorpusFile, type FileList, listFiles, problemOf } from './files.ts';
import { type Format, formatOf } from './formats.ts';
import { readHtml } from './html.ts';
import { readJson, readJsonLines } from './json.ts';
import { DEFAULT_LIMITS, type ReadLimits } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';
import type { Reader } from './reader.ts';
import { readPlainText } from './text.ts';

/** A document, or trouble; the rest goes on. */
export type ReadResult = { readonly document: Document } | { readonly problem: Problem };

/** How to read a corpus. */
export interface ReadOptions {
  /** Encoding of all text files, where detection is not wanted: `gb18030`, `big5`, `utf-16le` … */
  readonly encoding?: string;
  readonly limits?: Partial<ReadLimits>;
  /** Called before each file, for a progress display. */
  readonly onFile?: (file: CorpusFile) => void;
}

const READERS: Readonly<Record<Format, Reader>> = {
  text: readPlainText,
  markdown: readMarkdown,
  html: readHtml,
  json: readJson,
  jsonl: readJsonLines,
  csv: readCsv,
  docx: readDocx,
  pdf: readPdf,
};

/**
 * Reads every article under the paths given, in a fixed order: by path (UTF-16 code units), then by record. At most
 * one file is held at a time, and of a streamed format (`.jsonl`, `.ndjson`, `.csv`) one record.
 *
 * @param paths files or folders, or the list that {@link listFiles} made of them
 * @throws GuanxiError `READ_NOT_FOUND`, `READ_NO_FILES`, `READ_ENCODING`; all else comes as a problem in its place
 *
 * @example
 * for await (const result of readCorpus(['corpus'])) {
 *   if ('document' in result) console.log(result.document.id);
 *   else console.error(result.problem.message);
 * }
 */
export async function* readCorpus(
  paths: readonly string[] | FileList,
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  if (options.encoding !== undefined) requireEncoding(options.encoding);
  const list = 'files' in paths ? paths : await listFiles(paths);
  for (const problem of list.problems) yield { problem };
  const limits: ReadLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const ids = new Set<string>();
  for (const file of list.files) {
    options.onFile?.(file);
    try {
      yield* readFile(file, options.encoding, limits, ids);
    } catch (cause) {
      yield { problem: toProblem(cause, file) };
    }
  }
}

async function* readFile(
  file: CorpusFile,
  encoding: string | undefined,
  limits: ReadLimits,
  ids: Set<string>,
): AsyncGenerator<ReadResult> {
  const form = formatOf(file.path);
  if (form === undefined) return;
  const source = {
    path: file.path,
    gzip: form.gzip,
    bytes: file.bytes,
    limits,
    ...(encoding === undefined ? {} : { encoding }),
  };
  let found = false;
  for await (const item of READERS[form.format](source)) {
    found = true;
    if ('problem' in item) {
      yield item;
      continue;
    }
    const { id: own, text, ...rest } = item.article;
    const wanted = own ?? (item.record === undefined ? file.id : `${file.id}#${item.record}`);
    if (text.trim() === '') {
      yield { problem: empty(file, item.line) };
      continue;
    }
    const id = freeId(wanted, ids);
    ids.add(id);
    if (id !== wanted) {
      yield {
        problem: {
          code: 'READ_DUPLICATE_ID',
          message: `${file.path}${item.line === undefined ? '' : `, line ${item.line}`}: the id "${wanted}" was used before, so this article is called "${id}". Give each article its own id.`,
          place: { file: file.path, document: id, ...(item.line === undefined ? {} : { line: item.line }) },
        },
      };
    }
    yield { document: { id, text, ...rest } };
  }
  if (!found) yield { problem: empty(file) };
}

/** The id itself, or with the smallest number from 2 that makes it new. */
function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}#${number}`)) number++;
  return `${wanted}#${number}`;
}

function empty(file: CorpusFile, line?: number): Problem {
  const where = line === undefined ? '' : `, line ${line}`;
  return {
    code: 'READ_EMPTY',
    message: `${file.path}${where} holds no text. Remove it, or look whether it was saved whole.`,
    place: { file: file.path, ...(line === undefined ? {} : { line }) },
  };
}

function toProblem(cause: unknown, file: CorpusFile): Problem {
  if (!(cause instanceof GuanxiError)) return problemOf(cause, file.path);
  return { code: cause.code, message: cause.message, place: { file: file.path, ...cause.place } };
}
