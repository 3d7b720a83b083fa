/** Reads labelled sentences and cuts them as the recogniser sees text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/documents/document.ts';
import { MODEL_TYPES, type ModelType } from '../../src/mentions/model/labels.ts';
import { normalise } from '../../src/tokens/normalise.ts';
import { splitSentences } from '../../src/tokens/sentences.ts';
import type { Segmenter, Token, TokenisedDocument } from '../../src/tokens/token.ts';

/** A span with the index of its type in `MODEL_TYPES`; `end` is exclusive. */
export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly type: number;
}

/** A text with its spans; they do not overlap. */
export interface LabelledText {
  readonly document: TokenisedDocument;
  readonly spans: readonly LabelledSpan[];
}

/** Cuts running text, all of it body, into sentences and words. */
export function tokeniseBody(id: string, raw: string, segmenter: Segmenter): TokenisedDocument {
  const text = normalise(raw);
  const tokens: Token[] = [];
  const sentences = splitSentences(text, [{ start: 0, end: text.length, kind: 'body' }]).map((sentence) => {
    const firstToken = tokens.length;
    let start = sentence.start;
    for (const { word, tag } of segmenter.tag(text.slice(sentence.start, sentence.end))) {
      const end = Math.min(start + word.length, sentence.end);
      tokens.push({ start, end, word: text.slice(start, end), tag });
      start = end;
    }
    return { ...sentence, kind: 'body' as const, firstToken, endToken: tokens.length };
  });
  return { document: { id, text: raw }, text, sentences, tokens };
}

const CLUENER_TYPES: Readonly<Record<string, ModelType>> = {
  name: 'person',
  company: 'company',
  government: 'agency',
  organization: 'organization',
  position: 'position',
  address: 'place',
  scene: 'place',
  book: 'work',
  movie: 'work',
  game: 'work',
};

/** Reads a file in the format of CLUENER; of overlapping spans the longer is kept. */
export function readCluener(file: string, segmenter: Segmenter): LabelledText[] {
  return lines(file).map((line, index) => {
    const record = JSON.parse(line) as { text: string; label: Record<string, Record<string, [number, number][]>> };
    const spans = Object.entries(record.label).flatMap(([name, texts]) => {
      const type = MODEL_TYPES.indexOf(CLUENER_TYPES[name] ?? 'work');
      return Object.values(texts).flatMap((places) =>
        places.map(([start, last]) => withoutBrackets(record.text, { start, end: last + 1, type })),
      );
    });
    return { document: tokeniseBody(`cluener-${index}`, record.text, segmenter), spans: withoutOverlap(spans) };
  });
}

/** Of a work that is labelled with its 《》, what stands within. */
function withoutBrackets(text: string, span: LabelledSpan): LabelledSpan {
  const bracketed = text.charAt(span.start) === '《' && text.charAt(span.end - 1) === '》';
  return bracketed ? { ...span, start: span.start + 1, end: span.end - 1 } : span;
}

/** Whether a labelled text is in the tenth that measures. */
export const isKeptBack = (index: number): boolean => index % 10 === 7;

/** Keeps the longer of overlapping spans; the result is in order. */
function withoutOverlap(spans: readonly LabelledSpan[]): LabelledSpan[] {
  const kept: LabelledSpan[] = [];
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (kept.every((other) => span.end <= other.start || span.start >= other.end)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** A sentence in which some names are known, but neither all of them nor their types. */
export interface HintedText {
  readonly document: TokenisedDocument;
  readonly names: readonly string[];
}

/** Reads the sentences of FinRE, each once with all its names, `<N>` filled with a number. */
export function readFinre(folder: string, segmenter: Segmenter): HintedText[] {
  const names = new Map<string, Set<string>>();
  for (const file of ['finre/train.txt', 'finre/valid.txt']) {
    for (const line of lines(join(folder, file))) {
      const [first, second, , text] = line.split('\t');
      if (first === undefined || second === undefined || text === undefined) continue;
      const known = names.get(text) ?? new Set();
      names.set(text, known.add(normalise(first)).add(normalise(second)));
    }
  }
  return [...names].map(([text, known], index) => {
    let number = index;
    const filled = text.replaceAll('<N>', () => {
      number += 37;
      return String(10 + (number % 89));
    });
    return { document: tokeniseBody(`finre-${index}`, filled, segmenter), names: [...known] };
  });
}

/** Reads the sentences of FewFC with the names of the parties. */
export function readFewfc(folder: string, segmenter: Segmenter): HintedText[] {
  const roles = new Set(['sub-org', 'obj-org', 'sub', 'obj', 'sub-per', 'obj-per', 'target-company']);
  return ['fewfc/train_base.json', 'fewfc/train_trans.json'].flatMap((file) =>
    lines(join(folder, file)).map((line) => {
      const record = JSON.parse(line) as {
        id: string;
        content: string;
        events: { mentions: { word: string; role: string }[] }[];
      };
      const names = record.events.flatMap((event) =>
        event.mentions.filter((mention) => roles.has(mention.role)).map((mention) => normalise(mention.word)),
      );
      return { document: tokeniseBody(record.id, record.content, segmenter), names: [...new Set(names)] };
    }),
  );
}

/** Reads the articles of a file of JSON lines. */
export function readArticles(file: string): Document[] {
  return lines(file).map((line) => JSON.parse(line) as Document);
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
