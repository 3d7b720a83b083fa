/** Reads `.json` and `.jsonl`. */
import { GuanxiError } from '../../errors.ts';
import { articleFrom, TEXT_FIELD_NAMES } from './fields.ts';
import { formatBytes } from './limits.ts';
import { problemItem, type ReadItem } from './reader.ts';
import { readText, type Source, streamLines } from './source.ts';

/** Reads one JSON object per line, whatever the size of the file. Blank lines are skipped, but records are numbered by line. */
export async function* readJsonLines(source: Source): AsyncGenerator<ReadItem> {
  for await (const line of streamLines(source)) {
    if (line.text === undefined) {
      const limit = formatBytes(source.limits.recordLength);
      yield problemItem(
        'READ_LONG_LINE',
        `${source.path}, line ${line.number}: the line has more than ${limit} characters and is left out. Split the article, or raise the limit.`,
        source.path,
        line.number,
      );
      continue;
    }
    const text = line.text.replace(/^\uFEFF/, '').trim();
    if (text !== '') yield recordItem(source.path, text, line.number);
  }
}

/** Reads one object, an array of objects, or an object that holds one such array; and JSON lines of the wrong name. */
export async function* readJson(source: Source): AsyncGenerator<ReadItem> {
  const { text, problems } = await readText(source);
  for (const problem of problems) yield { problem };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    if (isJsonLines(text)) {
      for (const [index, line] of text.split('\n').entries()) {
        if (line.trim() !== '') yield recordItem(source.path, line.trim(), index + 1);
      }
      return;
    }
    throw new GuanxiError(
      'READ_JSON',
      `${source.path} is not valid JSON: ${reason(cause)}. Mend it; for one object per line use the ending .jsonl.`,
      { file: source.path },
      { cause },
    );
  }
  const records = recordsOf(value);
  if (records === undefined) {
    yield objectItem(source.path, value);
    return;
  }
  for (const [index, record] of records.entries()) yield objectItem(source.path, record, index + 1);
}

function recordsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isObject(value) || articleFrom(value) !== undefined) return undefined;
  const lists = Object.values(value).filter((member) => Array.isArray(member) && member.some(isObject));
  return lists.length === 1 ? (lists[0] as readonly unknown[]) : undefined;
}

function isJsonLines(text: string): boolean {
  const first = text.slice(0, text.indexOf('\n')).trim();
  if (!first.startsWith('{')) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}

function recordItem(path: string, text: string, line: number): ReadItem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return problemItem(
      'READ_JSON',
      `${path}, line ${line}: not valid JSON (${reason(cause)}). Each line has to be one object; mend or remove this one.`,
      path,
      line,
    );
  }
  return objectItem(path, value, line, line);
}

function objectItem(path: string, value: unknown, record?: number, line?: number): ReadItem {
  const where = line === undefined ? (record === undefined ? '' : `, record ${record}`) : `, line ${line}`;
  if (!isObject(value)) {
    return problemItem(
      'READ_RECORD',
      `${path}${where}: expected an object with a text, found ${kind(value)}.`,
      path,
      line,
    );
  }
  const article = articleFrom(value);
  if (article === undefined) {
    return problemItem(
      'READ_NO_TEXT',
      `${path}${where}: no field holds the article's text. Name it one of ${TEXT_FIELD_NAMES.join(', ')}, and see that it is not empty.`,
      path,
      line,
    );
  }
  return { article, ...(record === undefined ? {} : { record }), ...(line === undefined ? {} : { line }) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kind(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

/** The parser's message, without the excerpt of the file that recent Node versions add. */
function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.replace(/,? ?\.{0,3}".*" is not valid JSON/s, '').replace(/ in JSON/, '');
}
