/** Reads `.html`: takes the article and leaves the page's furniture. */
import { Readability } from '@mozilla/readability';
import { parseMetadataLine } from '../../documents/metadata.ts';
import { depthOf, type PageDocument, type PageElement, type PageNode, parsePage, textOf } from './dom.ts';
import { type Article, compact } from './fields.ts';
import { pageMetadata } from './page-metadata.ts';
import { problemItem, type ReadItem } from './reader.ts';
import { readText, type Source } from './source.ts';
import { withLineMetadata } from './text.ts';

/** Chinese says in 100 characters what Readability's default of 500 is meant for. */
const LEAST_ARTICLE = 100;
/** A line of running text: long enough for a sentence, with its punctuation. */
const LEAST_RUNNING = 25;
const RUNNING_PUNCTUATION = /[，。！？；]/;
/** Share of a page's running text that the article has to hold for an extraction to be trusted. */
const LEAST_SHARE = 0.7;
/** Share of an element's text that lies in links, above which it is navigation. */
const MOST_LINKS = 0.5;
const LINK_BLOCKS = new Set(['div', 'ul', 'ol', 'dl', 'table', 'section', 'aside', 'nav', 'header', 'footer', 'form']);
/** Readability walks the page many times over, and up from each paragraph; a page beyond this is taken plainly. */
const MOST_MARKUP = 4 * 2 ** 20;
const MOST_DEPTH = 200;
const MOST_ELEMENTS = 20_000;
/** Steps towards the densest element, each of which reads all that is left. */
const MOST_CHOICES = 60;

/** Reads a page as one article. */
export async function* readHtml(source: Source): AsyncGenerator<ReadItem> {
  const { text, problems } = await readText(source, declaredCharset);
  for (const problem of problems) yield { problem };
  const article = articleOfPage(text);
  yield article === undefined
    ? problemItem(
        'READ_NO_ARTICLE',
        `${source.path} has no running text: it looks like a list of links or an empty page. Save the article's own page.`,
        source.path,
      )
    : { article };
}

/** The encoding that a page's first bytes declare: `<meta charset>`, its older form, or an XML declaration. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  );
}

/**
 * Takes the article out of a page.
 *
 * @param html markup, decoded
 * @returns the article, or undefined when the page holds no running text
 */
export function articleOfPage(html: string): Article | undefined {
  const page = parsePage(html);
  const metadata = pageMetadata(page);
  const lines = textOf(page.body).split('\n');
  const text = mainText(html, page);
  if (text === undefined) return undefined;
  const title = metadata.title;
  const body = withoutHead(text, title);
  if (body === '') return undefined;
  const stated = pageLines(lines, body);
  return compact({
    ...withLineMetadata({ text: body, ...(title === undefined ? {} : { title }) }),
    id: undefined,
    title,
    text: body,
    date: metadata.date ?? stated.date,
    publisher: stated.publisher ?? metadata.publisher,
    author: stated.author ?? metadata.author,
    url: metadata.url,
  });
}

/** What the lines around the article say of it; those above it first, nearest first. */
function pageLines(lines: readonly string[], body: string): { date?: string; publisher?: string; author?: string } {
  const firstLine = body.slice(0, body.indexOf('\n') < 0 ? body.length : body.indexOf('\n'));
  const start = Math.max(0, lines.indexOf(firstLine));
  const order = [...lines.slice(0, start).reverse(), ...lines.slice(start)];
  const found: { date?: string; publisher?: string; author?: string } = {};
  for (const line of order) {
    const metadata = parseMetadataLine(line);
    if (metadata?.date !== undefined) found.date ??= metadata.date;
    if (metadata?.publisher !== undefined && metadata.publisher !== '') found.publisher ??= metadata.publisher;
    if (metadata?.author !== undefined && metadata.author !== '') found.author ??= metadata.author;
  }
  return found;
}

/** Readability's choice where it holds most of the page's running text, else the densest element. */
function mainText(html: string, page: PageDocument): string | undefined {
  const plain = densestText(page);
  const readable = html.length > MOST_MARKUP || depthOf(page.body) > MOST_DEPTH ? undefined : readabilityText(html);
  if (readable === undefined) return plain;
  if (plain === undefined) return runningLength(readable) > 0 ? readable : undefined;
  return runningLength(readable) >= LEAST_SHARE * runningLength(plain) ? readable : plain;
}

function readabilityText(html: string): string | undefined {
  const page = parsePage(html);
  try {
    const reader = new Readability<PageNode>(page as unknown as ConstructorParameters<typeof Readability>[0], {
      charThreshold: LEAST_ARTICLE,
      maxElemsToParse: MOST_ELEMENTS,
      serializer: (node) => node as unknown as PageNode,
    });
    const content = reader.parse()?.content;
    return content === undefined || content === null ? undefined : textOf(content) || undefined;
  } catch {
    // It throws on pages that are too large for it and on some malformed ones; the plain method reads those.
    return undefined;
  }
}

/** The smallest element that holds nearly all of the page's running text, without its blocks of links. */
function densestText(page: PageDocument): string | undefined {
  const navigation = navigationOf(page.body);
  const skip = (element: PageElement) => navigation.has(element);
  const wanted = LEAST_SHARE * runningLength(textOf(page.body, skip));
  if (wanted === 0) return undefined;
  let element: PageElement = page.body;
  for (let choices = 0; choices < MOST_CHOICES; ) {
    const children = [...element.children];
    const only =
      children.length === 1 &&
      [...element.childNodes].every((node) => node.nodeType !== 3 || letters(node.textContent) === 0);
    if (!only) choices++;
    const child = only ? children[0] : children.find((candidate) => runningLength(textOf(candidate, skip)) >= wanted);
    if (child === undefined) break;
    element = child;
  }
  return textOf(element, skip);
}

/** Blocks whose text lies for the most part in links, found in one pass from the innermost outwards. */
function navigationOf(body: PageElement): ReadonlySet<PageElement> {
  const order: PageElement[] = [body];
  for (let index = 0; index < order.length; index++) order.push(...(order[index]?.children ?? []));
  const lengths = new Map<PageNode, { all: number; linked: number }>();
  const found = new Set<PageElement>();
  for (const element of order.reverse()) {
    const sum = { all: 0, linked: 0 };
    for (const child of element.childNodes) {
      const inner = lengths.get(child);
      sum.all += inner?.all ?? (child.nodeType === 3 ? letters(child.textContent) : 0);
      sum.linked += inner?.linked ?? 0;
    }
    const name = element.nodeName.toLowerCase();
    if (name === 'a') sum.linked = sum.all;
    lengths.set(element, sum);
    if (LINK_BLOCKS.has(name) && sum.all > 0 && sum.linked / sum.all > MOST_LINKS) found.add(element);
  }
  return found;
}

function letters(text: string | null): number {
  return (text ?? '').replace(/\s+/g, '').length;
}

/** Characters of a text that stand in lines of running text. */
function runningLength(text: string): number {
  let length = 0;
  for (const line of text.split('\n')) {
    if (line.length >= LEAST_RUNNING && RUNNING_PUNCTUATION.test(line)) length += line.length;
  }
  return length;
}

/** Leaves out the lines at the top that repeat the title, or state what has become the article's fields. */
function withoutHead(text: string, title: string | undefined): string {
  const bare = (line: string) => line.replace(/[\s\u3000]+/g, '');
  const lines = text.split('\n');
  let from = 0;
  for (const line of lines) {
    const repeats = title !== undefined && bare(line) === bare(title);
    if (!repeats && parseMetadataLine(line) === undefined) break;
    from++;
  }
  return lines.slice(from).join('\n');
}
