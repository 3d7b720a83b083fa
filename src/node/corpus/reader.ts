/** What a reader of one format gives: articles and trouble, in the file's order. */
import type { Problem } from '../../errors.ts';
import type { Article } from './fields.ts';
import type { Source } from './source.ts';

/** One thing found in a file. */
export type ReadItem =
  | {
      readonly article: Article;
      /** 1-based number of the record, in a file of many; missing where the file is one article. */
      readonly record?: number;
      /** 1-based line where the record begins. */
      readonly line?: number;
    }
  | { readonly problem: Problem };

/** Reads one file. Throws only what ends the file; trouble with one record is an item. */
export type Reader = (source: Source) => AsyncIterable<ReadItem>;

/** An item for trouble with one record. */
export function problemItem(code: string, message: string, file: string, line?: number): ReadItem {
  return { problem: { code, message, place: line === undefined ? { file } : { file, line } } };
}
