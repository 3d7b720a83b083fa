/** Finds an article's fields in a record of JSON or CSV, whatever a data set calls them. */
import { normaliseDate } from './dates.ts';

/** What a reader finds of one article; the id is given later. */
export interface Article {
  readonly text: string;
  /** The record's own id. */
  readonly id?: string;
  readonly title?: string;
  /** ISO 8601. */
  readonly date?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
}

const NAMES: Readonly<Record<keyof Article, readonly string[]>> = {
  id: ['id', '_id', 'docid', 'articleid', 'newsid', 'uuid', '编号', '序号', '編號', '序號'],
  text: ['text', 'content', 'body', 'articlebody', 'fulltext', 'article', '正文', '内容', '內容', '全文', '文本'],
  title: ['title', 'headline', '标题', '標題', '题目', '題目'],
  date: [
    'date',
    'published',
    'pubdate',
    'publishdate',
    'publisheddate',
    'publishedat',
    'datepublished',
    'publishtime',
    'pubtime',
    'time',
    'datetime',
    '日期',
    '发布日期',
    '发布时间',
    '发表时间',
    '时间',
    '發布日期',
    '發布時間',
    '時間',
  ],
  publisher: [
    'publisher',
    'source',
    'media',
    'site',
    'sitename',
    '来源',
    '來源',
    '媒体',
    '媒體',
    '发布者',
    '发布人',
    '报社',
    '出处',
  ],
  author: ['author', 'authors', 'byline', 'creator', 'reporter', '作者', '记者', '記者'],
  url: ['url', 'link', 'href', '链接', '鏈接', '網址', '网址', '原文链接'],
};

/** Lower case, without the blanks, hyphens and underlines that tell `pub_date` from `pubDate`. */
function simplify(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .replace(/^\uFEFF/, '');
}

/**
 * Reads an article from a record.
 *
 * @param record an object of JSON or a row of CSV
 * @returns the article, or undefined when no field holds its text
 */
export function articleFrom(record: Readonly<Record<string, unknown>>): Article | undefined {
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(record)) {
    const simple = name === '_id' ? '_id' : simplify(name);
    if (!values.has(simple)) values.set(simple, value);
  }
  const first = (field: keyof Article): string | undefined => {
    for (const name of NAMES[field]) {
      const value = asText(values.get(name));
      if (value !== undefined && value.trim() !== '') return value;
    }
    return undefined;
  };
  const text = first('text');
  if (text === undefined) return undefined;
  return compact({
    id: first('id')?.trim(),
    text,
    title: first('title')?.trim(),
    date: normaliseDate(first('date')),
    publisher: first('publisher')?.trim(),
    author: first('author')?.trim(),
    url: first('url')?.trim(),
  });
}

/** The names that are looked for, for messages. */
export const TEXT_FIELD_NAMES: readonly string[] = NAMES.text;

/** Leaves out what is undefined or empty: an absent field is absent, never `undefined`. */
export function compact(article: { readonly [K in keyof Article]?: Article[K] | undefined }): Article {
  const entries = Object.entries(article).filter(([, value]) => value !== undefined && value !== '');
  return { text: '', ...Object.fromEntries(entries) };
}

/** Text of a JSON value: paragraphs may come as a list, a publisher or author as an object with a name. */
function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map(asText).filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts.join('\n');
  }
  if (typeof value === 'object' && value !== null) {
    const { name, $oid } = value as { readonly name?: unknown; readonly $oid?: unknown };
    return asText(name ?? $oid);
  }
  return undefined;
}
