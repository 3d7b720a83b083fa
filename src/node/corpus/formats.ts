/** Which file ending stands for which format. */

/** A format that can be read. */
export type Format = 'text' | 'markdown' | 'html' | 'json' | 'jsonl' | 'csv' | 'docx' | 'pdf';

const ENDINGS: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.docx': 'docx',
  '.pdf': 'pdf',
};

/** The endings that are read, for messages and help. */
export const FORMAT_ENDINGS: readonly string[] = Object.keys(ENDINGS);

/** What a path's ending says; undefined when files of this ending are not read. Case does not matter. */
export function formatOf(path: string): { readonly format: Format; readonly gzip: boolean } | undefined {
  const match = /(\.[a-z]+)(\.gz)?$/i.exec(path);
  const ending = match?.[1]?.toLowerCase() ?? '';
  if (!Object.hasOwn(ENDINGS, ending)) return undefined;
  const format = ENDINGS[ending];
  return format === undefined ? undefined : { format, gzip: match?.[2] !== undefined };
}
