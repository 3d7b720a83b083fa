/** The word lists that features look at, prepared for matching at every character. */
import { createHashTable, finish, type HashTable, lookUp, mix } from './hash.ts';

/** Kinds of listed words; the position in this list is the number that features use, less one. */
export const LEXICON_KINDS = [
  'title',
  'weakTitle',
  'legalForm',
  'companyForm',
  'organizationForm',
  'agencyForm',
  'place',
  'speechVerb',
  'doubleSurname',
] as const;

/** A kind of listed words. */
type LexiconKind = (typeof LEXICON_KINDS)[number];

/**
 * Word lists in the form in which a model file keeps them. They travel with the weights, because weights that were
 * learned with one list misjudge text that is looked at with another.
 */
export interface LexiconLists {
  /** Words of each kind, parted by blanks; a word in several lists is of the first kind that has it. */
  readonly words: Readonly<Record<LexiconKind, string>>;
  /** Surnames of one character: the common ones, those seldom a word, those often a word. */
  readonly surnames: readonly [common: string, rare: string, wordlike: string];
}

/** Word lists prepared for matching. */
export interface Lexicon {
  /** By hash of a listed word or of its first characters: the number of its kind, or {@link PREFIX}. */
  readonly words: HashTable;
  /** Number of the surname's list by code unit, 0 for other code units. */
  readonly surnames: Uint8Array;
}

/** Marks the first characters of listed words that are no listed word themselves. */
const PREFIX = 255;

/** Prepares word lists for {@link matchLexicon}. */
export function createLexicon(lists: LexiconLists): Lexicon {
  const kinds = new Map<number, number>();
  for (const [index, kind] of LEXICON_KINDS.entries()) {
    for (const word of lists.words[kind].split(' ')) {
      let hash = 0;
      for (let at = 0; at < word.length; at++) {
        hash = mix(hash, word.charCodeAt(at));
        const key = finish(hash);
        const known = kinds.get(key) ?? PREFIX;
        if (at === word.length - 1 && known === PREFIX) kinds.set(key, index + 1);
        else kinds.set(key, known);
      }
    }
  }
  const surnames = new Uint8Array(0x10000);
  for (const [index, characters] of lists.surnames.entries()) {
    for (let at = 0; at < characters.length; at++) {
      const unit = characters.charCodeAt(at);
      if (surnames[unit] === 0) surnames[unit] = index + 1;
    }
  }
  return { words: createHashTable([...kinds.keys()], [...kinds.values()]), surnames };
}

/**
 * Marks the listed words in a stretch of text, longest first, without overlap.
 *
 * @param marks receives, from index `offset` on, 0 or four times the kind plus the place in the word: 0 single,
 *   1 first, 2 inner, 3 last
 */
export function matchLexicon(
  text: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  marks: Uint8Array,
  offset: number,
): void {
  let at = start;
  while (at < end) {
    let length = 1;
    let kind = 0;
    let hash = 0;
    for (let next = at; next < end; next++) {
      hash = mix(hash, text.charCodeAt(next));
      const found = lookUp(lexicon.words, finish(hash));
      if (found === 0) break;
      if (found === PREFIX) continue;
      kind = found;
      length = next + 1 - at;
    }
    const to = offset + at - start;
    if (length === 1) marks[to] = kind * 4;
    else {
      marks.fill(kind * 4 + 2, to, to + length);
      marks[to] = kind * 4 + 1;
      marks[to + length - 1] = kind * 4 + 3;
    }
    at += length;
  }
}
