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
    const end = start + word.length;
    tokens.push({ start, end, word, tag });
    start = end;
  }
}

function gatherMetadata(text: string, sentences: readonly SentenceSpan[]): LineMetadata {
  let gathered: LineMetadata = {};
  for (const sentence of sentences) {
    if (sentence.kind !== 'metadata') continue;
    gathered = { ...parseMetadataLine(text.slice(sentence.start, sentence.end)), ...gathered };
  }
  return gathered;
}
