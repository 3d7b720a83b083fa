/** Tells the story of a page from its furniture, line by line. */
import type { LineKind, Span } from './document.ts';
import { parseMetadataLine } from './metadata.ts';

/** A line of a document, trimmed, with what it is. */
export interface Line extends Span {
  readonly kind: LineKind;
}

/** A paragraph of running text is at least this long and has punctuation of a sentence. */
const PARAGRAPH_LENGTH = 30;
const TITLE_LENGTH = { least: 8, most: 60 };
const SENTENCE_PUNCTUATION = /[。！？，；]/;
const SENTENCE_END = /[。！？…”’）;；：]\s*$/;
const LETTER = /[\p{L}]/u;
const MARKUP = /^(?:-->|">|<\/?\w|&\w+;|\}|\{)/;

/**
 * Splits text into trimmed, non-empty lines and says what each is. Furniture is what surrounds an article: menus
 * before it, links after it, left-over markup. A text without any running paragraph is all body.
 *
 * @param text normalised text
 * @param title the title where one is known; lines equal to it are titles
 */
export function classifyLines(text: string, title?: string): readonly Line[] {
  const spans = splitLines(text);
  const contents = spans.map((span) => text.slice(span.start, span.end));
  const metadata = contents.map((content) => parseMetadataLine(content) !== undefined);
  const running = contents.map((content, index) => isRunning(content) && metadata[index] === false);
  const first = running.indexOf(true);
  const last = running.lastIndexOf(true);
  return spans.map((span, index) => {
    const content = contents[index] ?? '';
    const where = first < 0 ? 'no-story' : place(index, first, last);
    return { ...span, kind: metadata[index] === true ? 'metadata' : lineKind(content, title, where) };
  });
}

type Place = 'no-story' | 'before' | 'within' | 'after';

function place(index: number, first: number, last: number): Place {
  if (index < first) return 'before';
  return index > last ? 'after' : 'within';
}

/** What a line is that is no metadata. */
function lineKind(content: string, title: string | undefined, where: Place): LineKind {
  if (MARKUP.test(content) || !LETTER.test(content)) return 'furniture';
  if (title !== undefined && content === title) return 'title';
  if (where === 'before') {
    if (SENTENCE_END.test(content)) return 'body';
    return content.length >= TITLE_LENGTH.least && content.length <= TITLE_LENGTH.most ? 'title' : 'furniture';
  }
  if (where === 'after') return SENTENCE_END.test(content) ? 'body' : 'furniture';
  return 'body';
}

function isRunning(content: string): boolean {
  return content.length >= PARAGRAPH_LENGTH && SENTENCE_PUNCTUATION.test(content);
}

/** Non-empty lines without the blanks around them. */
function splitLines(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  while (from <= text.length) {
    let to = from;
    while (to < text.length && !isLineBreak(text.charCodeAt(to))) to++;
    let start = from;
    let end = to;
    while (start < end && text.charCodeAt(start) <= 0x20) start++;
    while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
    if (start < end) spans.push({ start, end });
    from = to + 1;
  }
  return spans;
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;
}
