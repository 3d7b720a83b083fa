/** Words that are never part of a name, so that the recogniser need not look at them. */
import { hashUnits } from '../../src/mentions/model/hash.ts';
import type { LabelledText } from './data.ts';
import type { ReadText } from './self-training.ts';

/** A word must have been seen this often. */
const SEEN = 8;
/** Largest share of a settled word's occurrences that lie within what the model takes for a name. */
const MOST_WITHIN = 0.01;
/** Spans that are less probable are no names. */
const LEAST = 0.3;

/**
 * Hashes of the settled words.
 *
 * @param labelled texts labelled by hand
 * @param others texts in which a first model has found the names
 */
export function settledWords(labelled: readonly LabelledText[], others: readonly ReadText[]): Set<number> {
  const { seen, within } = countWords(labelled, others);
  return new Set(
    [...seen]
      .filter(([hash, times]) => times >= SEEN && (within.get(hash) ?? 0) <= MOST_WITHIN * times)
      .map(([hash]) => hash),
  );
}

/** Counts that stand for what was not seen: a rare word may well be part of a name. */
const UNSEEN = { within: 0.5, seen: 4 };

/** How often each word is part of a name, by its hash. */
export function nameRates(labelled: readonly LabelledText[], others: readonly ReadText[]): Map<number, number> {
  const { seen, within } = countWords(labelled, others);
  return new Map(
    [...seen].map(([hash, times]) => [hash, ((within.get(hash) ?? 0) + UNSEEN.within) / (times + UNSEEN.seen)]),
  );
}

function countWords(labelled: readonly LabelledText[], others: readonly ReadText[]) {
  const seen = new Map<number, number>();
  const within = new Map<number, number>();
  const count = ({ document, spans }: LabelledText) => {
    const inName = new Uint8Array(document.text.length);
    for (const { start, end } of spans) inName.fill(1, start, end);
    for (const { start, end } of document.tokens) {
      const hash = hashUnits(document.text, start, end);
      seen.set(hash, (seen.get(hash) ?? 0) + 1);
      if (inName.subarray(start, end).includes(1)) within.set(hash, (within.get(hash) ?? 0) + 1);
    }
  };
  for (const text of labelled) count(text);
  for (const { document, spans } of others) {
    count({ document, spans: spans.filter(({ probability }) => probability >= LEAST) });
  }
  return { seen, within };
}
