/** First stage: one document becomes normalised text, sentences and words with their offsets. */
import type { Document } from '../documents/document.ts';
import { classifyLines } from '../documents/lines.ts';
import { type LineMetadata, parseMetadataLine } from '../documents/metadata.ts';
import { normalise } from './normalise.ts';
import { type SentenceSpan, splitSentences } from './sentences.ts';
import type { Segmenter, Sentence, Token, TokenisedDocument } from './token.ts';

/**
 * Normalises a document, cuts it into sentences and those into words. Furniture is not segmented.
 *
 * @returns tokens whose offsets slice back to their words: `text.slice(token.start, token.end) === token.word`
 */
export function tokenise(document: Document, segmenter: Segmenter): TokenisedDocument {
  const text = normalise(document.text);
  const title = document.title === undefined ? undefined : normalise(document.title).trim();
  const lines = classifyLines(text, title);
  const tokens: Token[] = [];
  const sentences = splitSentences(text, lines).map((span): Sentence => {
    const firstToken = tokens.length;
    if (span.kind !== 'furniture') pushTokens(text, span, segmenter, tokens);
    return { ...span, firstToken, endToken: tokens.length };
  });
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

function pushTokens(text: string, span: SentenceSpan, segmenter: Segmenter, tokens: Token[]): void {
  let start = span.start;
  for (const { word, tag } of segmenter.tag(text.slice(span.start, span.end))) {
    const end = Math.min(start + word.length, span.end);
    // The text decides, so that a word that the segmenter returns otherwise (a lone surrogate) moves no offset.
    tokens.push({ start, end, word: standsAt(text, start, word) ? word : text.slice(start, end), tag });
    start = end;
  }
  if (start < span.end) tokens.push({ start, end: span.end, word: text.slice(start, span.end), tag: 'x' });
}

function standsAt(text: string, start: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false;
  return true;
}

function gatherMetadata(text: string, sentences: readonly SentenceSpan[]): LineMetadata {
  let gathered: LineMetadata = {};
  for (const sentence of sentences) {
    if (sentence.kind !== 'metadata') continue;
    gathered = { ...parseMetadataLine(text.slice(sentence.start, sentence.end)), ...gathered };
  }
  return gathered;
}
