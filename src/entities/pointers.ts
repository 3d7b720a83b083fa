/** Words that point at one of the names just given: 前者 and 后者, 该股, 他, 她 and 它. */
import type { Mention } from '../mentions/mention.ts';

/** A word with its offset in the document and the mention that it points at. */
export interface Pointer {
  readonly start: number;
  readonly word: string;
  /** Index into the mention list. */
  readonly antecedent: number;
}

const ONE_OF_TWO = /[前后]者/gu;
const STOCK = /该股(?![东份价])/gu;
/** 他 or 它 at the start of a clause, before what is done: not 他们, 他的, 他人. */
const PRONOUN = /(?:^|[，。；：“])([他她它])(?=[^们的人日国乡山家方者])/gu;
const CLAUSE_END = /[，；：]/u;

/**
 * Finds the pointers of one sentence.
 *
 * @param text the sentence
 * @param offset of the sentence in the document
 * @param last indices of the mentions of the sentence before, in order
 * @param here indices of this sentence's mentions, in order
 */
export function findPointers(
  text: string,
  offset: number,
  mentions: readonly Mention[],
  last: readonly number[],
  here: readonly number[],
): Pointer[] {
  const named = (indices: readonly number[], type: Mention['type'], end: number): number[] => {
    const seen = new Set<string>();
    return indices.filter((index) => {
      const mention = mentions[index];
      if (mention?.type !== type || mention.parent !== undefined || mention.end > end) return false;
      if (seen.has(mention.text)) return false;
      seen.add(mention.text);
      return true;
    });
  };
  const found: Pointer[] = [];
  const point = (start: number, word: string, antecedent: number | undefined) => {
    if (antecedent !== undefined) found.push({ start, word, antecedent });
  };
  for (const { index, 0: word } of text.matchAll(ONE_OF_TWO)) {
    const start = offset + index;
    const inSentence = named(here, 'company', start);
    const pair = inSentence.length > 0 ? inSentence : named(last, 'company', start);
    if (pair.length === 2) point(start, word, pair[word === '前者' ? 0 : 1]);
  }
  for (const { index, 0: word } of text.matchAll(STOCK)) {
    const start = offset + index;
    const clause = offset + text.slice(0, index).split(CLAUSE_END).slice(0, -1).join('，').length;
    point(start, word, named(here, 'company', clause).at(-1) ?? named(last, 'company', start).at(-1));
  }
  for (const match of text.matchAll(PRONOUN)) {
    const word = match[1] ?? '';
    const start = offset + match.index + match[0].length - word.length;
    const type = word === '它' ? 'company' : 'person';
    const inSentence = named(here, type, start);
    const meant = inSentence.length > 0 ? inSentence : named(last, type, start);
    if (meant.length === 1) point(start, word, meant[0]);
  }
  return found;
}
