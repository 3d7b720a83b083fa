/**
 * Sentences that a first model labels (self-training, Yarowsky 1995), so that the second one also learns from news
 * that nobody labelled. A sentence is taken only where the first model is sure of all of it; where some names are
 * known beforehand, they decide.
 */
import { MODEL_TYPES } from '../../src/mentions/model/labels.ts';
import type { ModelSpan } from '../../src/mentions/model/recogniser.ts';
import type { Sentence, TokenisedDocument } from '../../src/tokens/token.ts';
import type { HintedText, LabelledText } from './data.ts';

/** A span at least this probable is taken for a name, one at most that probable for none. */
const SURE = 0.8;
const SURELY_NOT = 0.1;
/** A known name is taken where the model gives it at least this for any kind of organisation. */
const CONCEIVABLE = 0.05;

const ORGANISATIONS = new Set(['company', 'agency', 'organization'].map((type) => MODEL_TYPES.indexOf(type as never)));

/** A text with everything that the first model finds in it. */
export interface ReadText extends HintedText {
  /** Spans that are at least 0.02 probable. */
  readonly spans: readonly ModelSpan[];
}

/** Labels the sentences of texts, and leaves out those that the model is unsure of and those without a name. */
export function labelBySelf(texts: readonly ReadText[]): LabelledText[] {
  return texts.flatMap(({ document, names, spans }) => {
    return document.sentences.flatMap((sentence) => {
      const inside = spans.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
      const known = names.flatMap((name) => places(document.text, sentence, name));
      const chosen = settle(inside, known);
      return chosen === undefined || chosen.length === 0
        ? []
        : [{ document: only(document, sentence), spans: chosen.sort((a, b) => a.start - b.start) }];
    });
  });
}

function settle(
  spans: readonly ModelSpan[],
  known: readonly { start: number; end: number }[],
): ModelSpan[] | undefined {
  const chosen: ModelSpan[] = [];
  const free = (span: { start: number; end: number }) =>
    chosen.every((other) => span.end <= other.start || span.start >= other.end);
  for (const place of [...known].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!free(place)) continue;
    const best = spans
      .filter(({ start, end, type }) => start === place.start && end === place.end && ORGANISATIONS.has(type))
      .sort((a, b) => b.probability - a.probability)[0];
    if (best === undefined || best.probability < CONCEIVABLE) return undefined;
    chosen.push(best);
  }
  for (const span of spans) {
    if (!free(span) || span.probability <= SURELY_NOT) continue;
    if (span.probability < SURE) return undefined;
    chosen.push(span);
  }
  return chosen;
}

function places(text: string, { start, end }: Sentence, name: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (name.length < 2) return found;
  for (let at = text.indexOf(name, start); at >= 0 && at + name.length <= end; at = text.indexOf(name, at + 1)) {
    found.push({ start: at, end: at + name.length });
  }
  return found;
}

const only = (document: TokenisedDocument, sentence: Sentence): TokenisedDocument => ({
  ...document,
  sentences: [sentence],
});
