/** A piece of a sentence, laid out in typed arrays for the model's templates. */
import type { Sentence, TokenisedDocument } from '../../tokens/token.ts';
import { type HashTable, hashUnits, lookUp } from './hash.ts';
import { LEXICON_KINDS, type Lexicon, matchLexicon } from './lexicon.ts';
import { foldUnit, isWordClass, UNIT_CLASS } from './unit-classes.ts';

/** What features need beside the text. */
export interface FeatureResources {
  readonly lexicon: Lexicon;
  /** By hash of a word: what {@link wordValue} packs. */
  readonly words: HashTable;
}

/** What is known of a word. */
export interface WordKnowledge {
  /** Number of its cluster, from 1; 0 for none. */
  readonly cluster: number;
  /** How often it is part of a name, 0…1. */
  readonly rate: number;
  /** Whether it is never part of a name, so that its characters need not be looked at. */
  readonly settled: boolean;
}

const CLUSTERS = 0x1ff;
const RATE_SHIFT = 9;
const HIGHEST_RATE = 31;
/** What one step of a rate is worth: rates are told apart only where they are low. */
const RATE_STEP = 0.01;
const SETTLED = 0x8000;

/** Packs what is known of a word into 16 bits. */
export function wordValue({ cluster, rate, settled }: WordKnowledge): number {
  const steps = Math.min(HIGHEST_RATE, Math.floor(rate / RATE_STEP));
  return (cluster & CLUSTERS) | (steps << RATE_SHIFT) | (settled ? SETTLED : 0);
}

/** A stretch without a word that is more often part of a name than this holds none. */
const LEAST_RATE = 0.2;

/** Sentences are looked at in pieces of at most this many code units, so that memory is bounded. */
export const LONGEST_PIECE = 1024;

/** Padding before and after the units of a piece: index 0 of the piece is at {@link PAD}. */
export const PAD = 4;
const SIZE = LONGEST_PIECE + 2 * PAD;

/** Padding before and after the words of a piece. */
const WORD_PAD = 2;

/** Working memory for one piece at a time; made once, used again. */
export interface Piece {
  /** Per code unit, with padding: the unit, its class, the list that has it, the next form of organisation. */
  readonly units: Uint16Array;
  readonly classes: Uint8Array;
  readonly marks: Uint8Array;
  readonly surnames: Uint8Array;
  readonly forms: Uint8Array;
  readonly quoted: Uint8Array;
  /** Number of the word that a code unit belongs to, and its place in it: 0 single, 1 first, 2 inner, 3 last. */
  readonly wordAt: Uint16Array;
  readonly placeAt: Uint8Array;
  /** Per word, with padding: number of its token, hash, tag, cluster, length, place in the piece, edges. */
  readonly tokens: Int32Array;
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly clusters: Uint16Array;
  readonly settled: Uint8Array;
  readonly rates: Uint8Array;
  readonly starts: Uint16Array;
  readonly firstUnits: Uint16Array;
  readonly lastUnits: Uint16Array;
  readonly lastPairs: Int32Array;
  readonly lengths: Uint8Array;
}

/** Makes the working memory of {@link layOut}. */
export function createPiece(): Piece {
  return {
    units: new Uint16Array(SIZE),
    classes: new Uint8Array(SIZE),
    marks: new Uint8Array(SIZE),
    surnames: new Uint8Array(SIZE),
    forms: new Uint8Array(SIZE),
    quoted: new Uint8Array(SIZE),
    wordAt: new Uint16Array(SIZE),
    placeAt: new Uint8Array(SIZE),
    tokens: new Int32Array(SIZE),
    words: new Int32Array(SIZE),
    tags: new Int32Array(SIZE),
    clusters: new Uint16Array(SIZE),
    settled: new Uint8Array(SIZE),
    rates: new Uint8Array(SIZE),
    starts: new Uint16Array(SIZE),
    firstUnits: new Uint16Array(SIZE),
    lastUnits: new Uint16Array(SIZE),
    lastPairs: new Int32Array(SIZE),
    lengths: new Uint8Array(SIZE),
  };
}

/** A stretch of characters between settled words, as offsets from the start of the piece; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The token of a character that segmentation left out. */
const NO_TOKEN = -1;

/** What stands before and after a piece. */
const BEFORE = 1;
const AFTER = 2;

/**
 * Lays out a piece of one sentence: all words as far as they decide where a name can stand, and there the rest.
 *
 * @param start first code unit of the piece, `end` the one after its last; at most {@link LONGEST_PIECE} apart
 * @param piece receives the layout
 * @returns the stretches that can hold names, each of two characters or more, in order
 */
export function layOut(
  document: TokenisedDocument,
  sentence: Sentence,
  start: number,
  end: number,
  resources: FeatureResources,
  piece: Piece,
): Stretch[] {
  const count = layOutWords(document, sentence, start, end, resources, piece);
  const stretches: Stretch[] = [];
  const least = Math.round(LEAST_RATE / RATE_STEP);
  let first = -1;
  let highest = 0;
  // The padding after the last word counts as settled.
  for (let word = WORD_PAD; word <= count; word++) {
    if (piece.settled[word] === 0) {
      if (first < 0) first = word;
      highest = Math.max(highest, piece.rates[word] ?? 0);
      continue;
    }
    const from = first < 0 ? 0 : (piece.starts[first] ?? 0);
    const to = piece.starts[word] ?? 0;
    if (first >= 0 && to - from >= 2 && highest >= least) {
      stretches.push({ start: from, end: to });
      // Features look at the word before and the word after.
      for (let at = Math.max(first - 1, WORD_PAD); at <= Math.min(word, count - 1); at++) {
        describeWord(at, document, start, piece);
      }
    }
    first = -1;
    highest = 0;
  }
  if (stretches.length > 0) layOutUnits(document.text, start, end, resources, piece);
  return stretches;
}

/** Looks up the words of a piece; returns the number of the one after the last. */
function layOutWords(
  document: TokenisedDocument,
  sentence: Sentence,
  start: number,
  end: number,
  resources: FeatureResources,
  piece: Piece,
): number {
  const { text, tokens } = document;
  let count = WORD_PAD;
  const add = (from: number, to: number, token: number) => {
    const hash = hashUnits(text, from, to);
    const known = lookUp(resources.words, hash);
    piece.words[count] = hash;
    piece.clusters[count] = known & CLUSTERS;
    piece.settled[count] = known >= SETTLED ? 1 : 0;
    piece.rates[count] = known === 0 ? HIGHEST_RATE : (known >> RATE_SHIFT) & HIGHEST_RATE;
    piece.starts[count] = from - start;
    piece.tokens[count] = token;
    count++;
  };
  for (let pad = 0; pad < WORD_PAD; pad++) clearWord(pad, BEFORE, piece);
  let next = start;
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const token = tokens[index];
    if (token === undefined || token.end <= start) continue;
    if (token.start >= end) break;
    next = Math.min(token.end, end);
    add(Math.max(token.start, start), next, index);
  }
  for (; next < end; next++) add(next, next + 1, NO_TOKEN);
  for (let pad = 0; pad < WORD_PAD; pad++) clearWord(count + pad, AFTER, piece);
  piece.starts[count] = end - start;
  return count;
}

function clearWord(at: number, value: number, piece: Piece) {
  piece.words[at] = value;
  piece.tags[at] = value;
  piece.clusters[at] = 0;
  piece.settled[at] = 1;
  piece.firstUnits[at] = value;
  piece.lastUnits[at] = value;
  piece.lastPairs[at] = value;
  piece.lengths[at] = 0;
}

/** Notes what features see of a word beside its hash and cluster, and of its code units' places in it. */
function describeWord(at: number, { text, tokens }: TokenisedDocument, pieceStart: number, piece: Piece) {
  const first = piece.starts[at] ?? 0;
  const length = (piece.starts[at + 1] ?? 0) - first;
  const start = pieceStart + first;
  const end = start + length;
  piece.tags[at] = tagCode(tokens[piece.tokens[at] ?? NO_TOKEN]?.tag ?? 'x');
  piece.firstUnits[at] = text.charCodeAt(start);
  piece.lastUnits[at] = text.charCodeAt(end - 1);
  piece.lastPairs[at] = length > 1 ? text.charCodeAt(end - 2) * 0x10000 + text.charCodeAt(end - 1) : 0;
  piece.lengths[at] = Math.min(length, 8);
  for (let inner = 0; inner < length; inner++) {
    piece.wordAt[first + inner] = at;
    piece.placeAt[first + inner] = length === 1 ? 0 : inner === 0 ? 1 : inner === length - 1 ? 3 : 2;
  }
}

/** The first three letters of a tag as a number. */
function tagCode(tag: string): number {
  let code = tag.charCodeAt(0);
  if (tag.length > 1) code = code * 128 + tag.charCodeAt(1);
  if (tag.length > 2) code = code * 128 + tag.charCodeAt(2);
  return code;
}

function layOutUnits(text: string, start: number, end: number, resources: FeatureResources, piece: Piece) {
  const size = end - start;
  const { units, classes, marks, surnames, quoted } = piece;
  for (let pad = 0; pad < PAD; pad++) {
    clearUnit(pad, BEFORE, piece);
    clearUnit(PAD + size + pad, AFTER, piece);
  }
  let depth = 0;
  for (let index = 0; index < size; index++) {
    const unit = text.charCodeAt(start + index);
    const unitClass = UNIT_CLASS[unit] ?? 0;
    units[PAD + index] = foldUnit(unit, unitClass);
    classes[PAD + index] = unitClass;
    surnames[PAD + index] = resources.lexicon.surnames[unit] ?? 0;
    if (unit === 0x300a) depth = 1;
    quoted[PAD + index] = depth;
    if (unit === 0x300b) depth = 0;
  }
  matchLexicon(text, start, end, resources.lexicon, marks, PAD);
  markForms(size, piece);
}

function clearUnit(at: number, value: number, { units, classes, marks, surnames }: Piece) {
  units[at] = value;
  classes[at] = 0;
  marks[at] = 0;
  surnames[at] = 0;
}

/** How far to the right the next form of organisation is looked for. */
const FORM_REACH = 14;
const FIRST_FORM = LEXICON_KINDS.indexOf('legalForm') + 1;
const LAST_FORM = LEXICON_KINDS.indexOf('agencyForm') + 1;

/** Notes for each code unit the kind of the next form of organisation to the right and how far off it ends. */
function markForms(size: number, { marks, classes, forms }: Piece) {
  let form = 0;
  let distance = FORM_REACH;
  for (let index = size - 1; index >= 0; index--) {
    const mark = marks[PAD + index] ?? 0;
    const kind = mark >> 2;
    const isEnd = (mark & 3) === 0 || (mark & 3) === 3;
    if (kind >= FIRST_FORM && kind <= LAST_FORM && isEnd) {
      form = kind;
      distance = 0;
    } else if (isWordClass(classes[PAD + index] ?? 0)) distance++;
    else distance = FORM_REACH;
    forms[PAD + index] = distance >= FORM_REACH ? 0 : form * 8 + distanceClass(distance);
  }
}

function distanceClass(distance: number): number {
  if (distance < 4) return distance;
  return distance < 6 ? 4 : distance < 9 ? 5 : 6;
}
