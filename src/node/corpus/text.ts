/** Reads `.txt`: the first lines may say title, date and source. */
import { classifyLines } from '../../documents/lines.ts';
import { parseMetadataLine } from '../../documents/metadata.ts';
import { type Article, compact } from './fields.ts';
import type { ReadItem } from './reader.ts';
import { readText, type Source } from './source.ts';

/** How many lines from the top and from the end may speak of the article itself. */
const HEAD_LINES = 12;
const TAIL_LINES = 4;
const MOST_TITLE = 60;
const SENTENCE_END = /[。！？；，]$/;

/** Reads a text file as one article. */
export async function* readPlainText(source: Source): AsyncGenerator<ReadItem> {
  const { text, problems } = await readText(source);
  for (const problem of problems) yield { problem };
  yield { article: withLineMetadata({ text: text.replace(/\r\n?/g, '\n') }) };
}

/** Adds what the article's own lines say of it, where it is not known already. */
export function withLineMetadata(article: Article): Article {
  const lines = article.text.split('\n').map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  const spoken = [...filled.slice(0, HEAD_LINES), ...filled.slice(HEAD_LINES).slice(-TAIL_LINES)];
  const found = spoken.map(parseMetadataLine).filter((metadata) => metadata !== undefined);
  const first = (field: 'date' | 'publisher' | 'author') =>
    found.map((metadata) => metadata[field]).find((value) => value !== undefined && value !== '');
  return compact({
    ...article,
    id: article.id,
    title: article.title ?? titleOf(article.text),
    date: article.date ?? first('date'),
    publisher: article.publisher ?? first('publisher'),
    author: article.author ?? first('author'),
    url: article.url,
  });
}

/** A heading by its form; or the first line, however short, where the next one states date or source. */
function titleOf(text: string): string | undefined {
  const [first, second] = classifyLines(text);
  if (first === undefined || first.kind === 'metadata') return undefined;
  const content = text.slice(first.start, first.end);
  const headed = second?.kind === 'metadata' && content.length <= MOST_TITLE && !SENTENCE_END.test(content);
  return headed || first.kind === 'title' ? content : undefined;
}
