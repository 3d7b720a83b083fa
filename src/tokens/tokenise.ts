/** First stage: one document becomes normalised text, sentences and words with their offsets. */
import type { Document } from '../documents/document.ts';
import { classifyLines } from '../documents/lines.ts';
import { type LineMetadata, parseMetadataLine } from '../documents/metadata.ts';
import { normalise } from './normalise.ts';
import { type SentenceSpan, splitSentences } from './sentences.ts';
import type { Segmenter, Token, TokenisedDocument } from './token.ts';

/**
 * Normalises a document, cuts it into sentences and those into words. Furniture is not segmented.
 *
 * @returns tokens whose offsets slice back to their words: `text.slice(token.start, token.end) === token.word`
 */
export function tokenise(document: Document, segmenter: Segmenter): TokenisedDocument {
  const text = normalise(document.text);
  const title = document.title === undefined ? undefined : normalise(document.title).trim();
  const lines = classifyLines(text, title);
  const spans = splitSentences(text, lines);
  const { tokens, ends } = cutSpans(text, spans, segmenter);
  const sentences = spans.map((span, index) => ({
    ...span,
    firstToken: ends[index - 1] ?? 0,
    endToken: ends[index] ?? 0,
  }));
  const metadata = gatherMetadata(text, sentences);
  const date = document.date ?? metadata.date;
  const publisher = document.publisher ?? metadata.publisher;
  return {
    document,
    text,
    sentences,
    tokens,
    ...(date === undefined ? {} : { date }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

/** A call costs the segmenter more than a sentence does, so that it is given several, up to this many code units. */
const PORTION = 4000;

/** The tokens of all sentences, and for each sentence how many there are up to its end. */
function cutSpans(
  text: string,
  spans: readonly SentenceSpan[],
  segmenter: Segmenter,
): { readonly tokens: Token[]; readonly ends: Uint32Array } {
  const tokens: Token[] = [];
  const ends = new Uint32Array(spans.length);
  let first = 0;
  let portion: string[] = [];
  let size = 0;
  for (const [last, { kind, start, end }] of spans.entries()) {
    portion.push(kind === 'furniture' ? '' : text.slice(start, end));
    size += end - start;
    if (size < PORTION && last < spans.length - 1) continue;
    let span = first;
    let at = spans[span]?.start ?? 0;
    // No word holds a line break, so that words are what they are in each sentence alone.
    for (const { word, tag } of segmenter.tag(portion.join('\n'))) {
      if (word === '\n') {
        ends[span++] = tokens.length;
        at = spans[span]?.start ?? 0;
        continue;
      }
      const stop = at + word.length;
      tokens.push({ start: at, end: stop, word, tag });
      at = stop;
    }
    ends[last] = tokens.length;
    first = last + 1;
    portion = [];
    size = 0;
  }
  return { tokens, ends };
}

function gatherMetadata(text: string, sentences: readonly SentenceSpan[]): LineMetadata {
  let gathered: LineMetadata = {};
  for (const sentence of sentences) {
    if (sentence.kind !== 'metadata') continue;
    gathered = { ...parseMetadataLine(text.slice(sentence.start, sentence.end)), ...gathered };
  }
  return gathered;
}
