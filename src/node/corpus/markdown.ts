/** Reads `.md`: front matter, heading, and the text without its markup. */
import { marked } from 'marked';
import { parsePage, textOf } from './dom.ts';
import { articleFrom, compact } from './fields.ts';
import { problemItem, type ReadItem } from './reader.ts';
import { readText, type Source } from './source.ts';
import { withLineMetadata } from './text.ts';

const FRONT_MATTER = /^\uFEFF?\s*---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Reads a Markdown file as one article. */
export async function* readMarkdown(source: Source): AsyncGenerator<ReadItem> {
  const { text, problems } = await readText(source);
  for (const problem of problems) yield { problem };
  const front = FRONT_MATTER.exec(text);
  const fields = frontMatter(front?.[1] ?? '');
  const markup = front === null ? text : text.slice(front[0].length);
  const page = parsePage(marked.parse(markup, { async: false, gfm: true, breaks: true }));
  const heading = page.querySelector('h1');
  const title = heading === null ? undefined : textOf(heading).replace(/\n/g, ' ');
  // Emphasis next to Chinese punctuation is not recognised as such by CommonMark and would leave its stars behind.
  const body = textOf(page.body, (element) => element === heading).replace(/\*\*|__/g, '');
  if (body === '') {
    yield problemItem('READ_EMPTY', `${source.path} holds no text.`, source.path);
    return;
  }
  const given = articleFrom({ ...fields, text: body });
  yield {
    article: withLineMetadata(
      compact({
        id: undefined,
        date: undefined,
        publisher: undefined,
        author: undefined,
        url: undefined,
        ...given,
        text: body,
        title: given?.title ?? title,
      }),
    ),
  };
}

/** The lines `key: value` of a front matter; lists and nested values are left alone. */
function frontMatter(block: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const line of block.split(/\r?\n/)) {
    const match = /^([^\s:#-][^:：]*?)\s*[:：]\s*(.*?)\s*$/.exec(line);
    if (match === null) continue;
    Object.defineProperty(fields, match[1] ?? '', {
      value: (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2').replace(/^\[(.*)\]$/, '$1'),
      enumerable: true,
      configurable: true,
    });
  }
  return fields;
}
