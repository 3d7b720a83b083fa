/** What a web page's markup says of its article: JSON-LD, meta tags, headings, time elements. */
import { normaliseDate } from './dates.ts';
import { type PageDocument, textOf } from './dom.ts';
import type { Article } from './fields.ts';

/** The article's fields but its text. */
export type PageMetadata = Partial<Omit<Article, 'text' | 'id'>>;

const META: Readonly<Record<keyof PageMetadata, readonly string[]>> = {
  title: ['og:title', 'twitter:title', 'articletitle', 'dc.title', 'title'],
  date: [
    'article:published_time',
    'og:published_time',
    'og:release_date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publishtime',
    'datepublished',
    'date',
    'dc.date',
    'dc.date.issued',
    'dcterms.created',
    'weibo:article:create_at',
    'apub:time',
    'bytedance:published_time',
  ],
  publisher: [
    'contentsource',
    'source',
    'article:source',
    'mediaid',
    'publisher',
    'dc.publisher',
    'dc.source',
    'og:site_name',
    'sitename',
  ],
  author: ['author', 'article:author', 'og:article:author', 'dc.creator', 'byl'],
  url: ['og:url', 'twitter:url'],
};

const TITLE_SEPARATOR = /\s*[-_|｜–—]+\s*(?=\S)/;
/** Types of schema.org that an article of news may have. */
const ARTICLE_TYPE = /(?:Article|Posting|Report|WebPage)$/;

/**
 * Reads what the markup says.
 *
 * @param page a parsed page, before anything is taken out of it
 */
export function pageMetadata(page: PageDocument): PageMetadata {
  const linked = linkedData(page);
  const meta = metaTags(page);
  const fromMeta = (field: keyof PageMetadata): string | undefined => {
    for (const name of META[field]) {
      const value = meta.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const time = page.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined;
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const url = linked.url ?? fromMeta('url') ?? canonical;
  const found: { [K in keyof PageMetadata]: PageMetadata[K] | undefined } = {
    title: pageTitle(page, linked.title ?? fromMeta('title')),
    date: normaliseDate(linked.date) ?? normaliseDate(fromMeta('date')) ?? normaliseDate(time),
    publisher:
      fromMeta('publisher') === meta.get('og:site_name')
        ? (linked.publisher ?? fromMeta('publisher'))
        : fromMeta('publisher'),
    author: linked.author ?? fromMeta('author'),
    url: url !== undefined && /^https?:\/\//i.test(url) ? url : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined && value !== ''));
}

/** The heading of the article: an `h1` that the page's title repeats, else what the markup states, else the title. */
function pageTitle(page: PageDocument, stated: string | undefined): string | undefined {
  const window = collapse(page.querySelector('title')?.textContent ?? '');
  const headings = [...page.querySelectorAll('h1, h2, h3')]
    .map((heading) => ({ name: heading.nodeName.toLowerCase(), text: collapse(textOf(heading)) }))
    .filter(({ text }) => text.length >= 4);
  const repeated = headings.find(({ text }) => text.length >= 5 && window.startsWith(text));
  if (repeated !== undefined) return repeated.text;
  if (stated !== undefined) return stated;
  const first = headings.filter(({ name }) => name === 'h1');
  if (first.length === 1) return first[0]?.text;
  if (window !== '') return window.split(TITLE_SEPARATOR)[0] || window;
  return headings.length === 1 ? headings[0]?.text : undefined;
}

function metaTags(page: PageDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const tag of page.querySelectorAll('meta')) {
    const name = (
      tag.getAttribute('property') ??
      tag.getAttribute('name') ??
      tag.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    const content = collapse(tag.getAttribute('content') ?? '');
    if (name !== '' && content !== '' && !found.has(name)) found.set(name, content);
  }
  return found;
}

function linkedData(page: PageDocument): PageMetadata {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(script.textContent ?? '');
    } catch {
      continue;
    }
    const article = findArticle(value, 0);
    if (article !== undefined) return article;
  }
  return {};
}

function findArticle(value: unknown, depth: number): PageMetadata | undefined {
  if (depth > 4 || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    for (const member of value) {
      const found = findArticle(member, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const record = value as Readonly<Record<string, unknown>>;
  const types = [record['@type']].flat().map(String);
  if (!types.some((type) => ARTICLE_TYPE.test(type)) || !('datePublished' in record || 'headline' in record)) {
    return findArticle(record['@graph'], depth + 1);
  }
  const found: { [K in keyof PageMetadata]: PageMetadata[K] | undefined } = {
    title: nameOf(record.headline),
    date: nameOf(record.datePublished),
    publisher: nameOf(record.publisher),
    author: nameOf(record.author),
    url: nameOf(record.url ?? record.mainEntityOfPage),
  };
  return Object.fromEntries(Object.entries(found).filter(([, entry]) => entry !== undefined));
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return collapse(value) || undefined;
  if (Array.isArray(value))
    return (
      value
        .map(nameOf)
        .filter((name) => name !== undefined)
        .join('、') || undefined
    );
  if (typeof value !== 'object' || value === null) return undefined;
  const record = value as Readonly<Record<string, unknown>>;
  return nameOf(record.name ?? record['@id']);
}

/** One line, single blanks. */
function collapse(text: string): string {
  return text.replace(/[\s\u3000]+/g, ' ').trim();
}
