/** Reads a folder of news into documents. */
import type { Document } from '../../documents/document.ts';
import { GuanxiError, type Problem } from '../../errors.ts';
import { readCsv } from './csv.ts';
import { readDocx } from './docx.ts';
import { requireEncoding } from './encoding.ts';
import type { Article } from './fields.ts';
import { type CorpusFile, type FileList, listFiles, problemOf } from './files.ts';
import { type Format, formatOf } from './formats.ts';
import { readHtml } from './html.ts';
import { readJson, readJsonLines } from './json.ts';
import { DEFAULT_LIMITS, type ReadLimits } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import { neutralise } from './neutral.ts';
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
  const assign = createIdAssigner();
  for (const file of list.files) {
    options.onFile?.(file);
    for await (const item of readFileItems(file, options)) {
      if ('problem' in item) {
        yield item;
        continue;
      }
      const { id, problem } = assign(file, item);
      if (problem !== undefined) yield { problem };
      yield { document: { ...item.article, id } };
    }
  }
}

/** An article as it stands in a file, before it has an id. */
export interface FoundArticle {
  /** Its fields are harmless; see {@link neutralise}. */
  readonly article: Omit<Document, 'id'>;
  /** The id that the record itself bears. */
  readonly ownId?: string;
  /** 1-based number of the record, in a file of many. */
  readonly record?: number;
  /** 1-based line where the record begins. */
  readonly line?: number;
}

/**
 * Reads one file, whatever is wrong with it.
 *
 * @throws GuanxiError `READ_ENCODING` when the encoding asked for is unknown
 */
export async function* readFileItems(
  file: CorpusFile,
  { encoding, limits = {} }: ReadOptions,
): AsyncGenerator<FoundArticle | { readonly problem: Problem }> {
  if (encoding !== undefined) requireEncoding(encoding);
  const form = formatOf(file.path);
  if (form === undefined) return;
  const source = {
    path: file.path,
    gzip: form.gzip,
    bytes: file.bytes,
    limits: { ...DEFAULT_LIMITS, ...limits },
    ...(encoding === undefined ? {} : { encoding }),
  };
  let found = false;
  try {
    for await (const item of READERS[form.format](source)) {
      found = true;
      if ('problem' in item) yield item;
      else if (item.article.text.trim() === '') yield { problem: empty(file, item.line) };
      else {
        const { id: ownId, ...article } = neutral(item.article);
        yield {
          article,
          ...(ownId === undefined ? {} : { ownId }),
          ...(item.record === undefined ? {} : { record: item.record }),
          ...(item.line === undefined ? {} : { line: item.line }),
        };
      }
    }
    if (!found) yield { problem: empty(file) };
  } catch (cause) {
    yield { problem: toProblem(cause, file) };
  }
}

/** Gives an article its id: its own, or one made of its file's and its record's number. */
export type IdAssigner = (
  file: CorpusFile,
  place: Omit<FoundArticle, 'article'>,
) => { readonly id: string; readonly problem?: Problem };

/** The id that an article bears, or that its place in the corpus gives it; another may bear it already. */
export function wantedId(file: CorpusFile, { ownId, record }: Omit<FoundArticle, 'article'>): string {
  return ownId ?? neutralise(record === undefined ? file.id : `${file.id}#${record}`);
}

/** Assigns ids that are unique, when articles come in reading order. An id used before gets a number, with a problem. */
export function createIdAssigner(): IdAssigner {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (file, place) => {
    const wanted = wantedId(file, place);
    const { line } = place;
    let id = wanted;
    for (let number = next.get(wanted) ?? 2; taken.has(id); number++) {
      id = `${wanted}#${number}`;
      next.set(wanted, number + 1);
    }
    taken.add(id);
    if (id === wanted) return { id };
    return {
      id,
      problem: {
        code: 'READ_DUPLICATE_ID',
        message: `${file.path}${line === undefined ? '' : `, line ${line}`}: the id "${wanted}" was used before, so this article is called "${id}". Give each article its own id.`,
        place: { file: file.path, document: id, ...(line === undefined ? {} : { line }) },
      },
    };
  };
}

/** Makes every field harmless. */
function neutral(article: Article): Article {
  const fields = Object.entries(article).map(([name, value]) => [
    name,
    typeof value === 'string' ? neutralise(value) : value,
  ]);
  return Object.fromEntries(fields);
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
