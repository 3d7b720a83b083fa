/** Cuts lines into sentences. */
import type { LineKind, Span } from '../documents/document.ts';
import type { Line } from '../documents/lines.ts';

/** A sentence before segmentation. */
export interface SentenceSpan extends Span {
  readonly paragraph: number;
  readonly kind: LineKind;
}

/** Nothing in a newspaper is longer; a longer stretch is cut, so that work per sentence stays bounded. */
const LONGEST = 1000;

/** What a mark does to a sentence, by UTF-16 unit. */
const END = 1;
const CLOSER = 2;
const DEEPER = 4;
const SHALLOWER = 8;
const MARKS = new Uint8Array(0x10000);
for (const [marks, effect] of [
  ['。！？…', END | CLOSER],
  ['”’】', CLOSER],
  ['（《', DEEPER],
  ['）》', CLOSER | SHALLOWER],
] as const) {
  for (const mark of marks) MARKS[mark.charCodeAt(0)] = effect;
}

/** A byline in brackets: （记者 张三）, （责任编辑：李四）. */
const BYLINE =
  /（(?:本报|特约|见习|实习|通讯|本网|央视|总台|责任|值班|执行)*(?:记者|通讯员|编辑|责编|编译|撰稿|作者|图片来源|来源)[^（）。]{0,60}）/g;

/**
 * Sentences of classified lines, in order. A sentence ends at 。！？… with the quotes and brackets that close after
 * it; inside brackets it does not end. A byline in brackets is a metadata sentence of its own.
 *
 * @param text normalised text
 */
export function splitSentences(text: string, lines: readonly Line[]): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  for (const [paragraph, line] of lines.entries()) {
    if (line.kind !== 'body') {
      sentences.push({ start: line.start, end: line.end, paragraph, kind: line.kind });
      continue;
    }
    let from = line.start;
    for (const byline of text.slice(line.start, line.end).matchAll(BYLINE)) {
      const start = line.start + byline.index;
      const end = start + byline[0].length;
      cut(text, { start: from, end: start }, paragraph, sentences);
      sentences.push({ start, end, paragraph, kind: 'metadata' });
      from = end;
    }
    cut(text, { start: from, end: line.end }, paragraph, sentences);
  }
  return sentences;
}

function cut(text: string, span: Span, paragraph: number, sentences: SentenceSpan[]): void {
  let from = span.start;
  let depth = 0;
  const push = (end: number) => {
    let start = from;
    let stop = end;
    while (start < stop && text.charCodeAt(start) <= 0x20) start++;
    while (stop > start && text.charCodeAt(stop - 1) <= 0x20) stop--;
    if (start < stop) sentences.push({ start, end: stop, paragraph, kind: 'body' });
    from = end;
    depth = 0;
  };
  for (let index = span.start; index < span.end; index++) {
    const effect = MARKS[text.charCodeAt(index)] ?? 0;
    if (effect === DEEPER) depth++;
    else if ((effect & SHALLOWER) !== 0) depth = Math.max(0, depth - 1);
    if (index - from < LONGEST && ((effect & END) === 0 || depth > 0)) continue;
    let end = index + 1;
    while (end < span.end && ((MARKS[text.charCodeAt(end)] ?? 0) & CLOSER) !== 0) end++;
    push(end);
    index = end - 1;
  }
  push(span.end);
}
