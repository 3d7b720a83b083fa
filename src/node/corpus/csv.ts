/** Reads `.csv` with a header, record by record. */
import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { GuanxiError } from '../../errors.ts';
import { articleFrom, TEXT_FIELD_NAMES } from './fields.ts';
import { problemItem, type ReadItem } from './reader.ts';
import { type Source, streamText } from './source.ts';

const DELIMITERS = [',', '\t', ';'] as const;

/** Reads one article per row. The delimiter (comma, tab or semicolon) is the one that the header uses most. */
export async function* readCsv(source: Source): AsyncGenerator<ReadItem> {
  const text = streamText(source);
  const first = await text.next();
  if (first.done) return;
  const header = first.value.slice(0, first.value.search(/[\r\n]|$/));
  const delimiter = DELIMITERS.reduce((a, b) => (header.split(b).length > header.split(a).length ? b : a));
  const rest = (async function* () {
    yield first.value;
    yield* text;
  })();
  const parser = Readable.from(rest).pipe(
    parse({
      columns: true,
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: source.limits.recordLength,
    }),
  );
  let record = 0;
  try {
    for await (const row of parser as AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>) {
      record++;
      const article = articleFrom(row.record);
      yield article === undefined
        ? problemItem('READ_NO_TEXT', noText(source.path, record, row.record), source.path, row.info.lines)
        : { article, record, line: row.info.lines };
    }
  } catch (cause) {
    if (!isCsvError(cause)) throw cause;
    throw new GuanxiError(
      'READ_CSV',
      `${source.path}: after record ${record} the file cannot be read as CSV (${cause.message}). Look for an unclosed quotation mark there.`,
      { file: source.path },
      { cause },
    );
  }
}

function noText(path: string, record: number, row: Record<string, string>): string {
  const columns = Object.keys(row).slice(0, 10).join(', ');
  return `${path}, record ${record}: no column holds the article's text. The header has ${columns}; one has to be named ${TEXT_FIELD_NAMES.join(', ')}.`;
}

function isCsvError(cause: unknown): cause is CsvError {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('CSV_');
}
