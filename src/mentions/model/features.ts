/**
 * What the model sees of a character: itself and its neighbours, the words around it with their tags and clusters,
 * listed words, and the next form of organisation to the right. Each observation is a 32-bit hash.
 *
 * The set follows the usual templates for Chinese names (character n-grams and word context: Zhou et al. 2013,
 * "Chinese Named Entity Recognition via Joint Identification and Categorization"), with word clusters added
 * (Miller et al. 2004, "Name Tagging with Word Clusters and Discriminative Training").
 */
import type { Sentence, TokenisedDocument } from '../../tokens/token.ts';
import { finish, type HashTable, hashUnits, lookUp, mix } from './hash.ts';
import { LEXICON_KINDS, type Lexicon, matchLexicon } from './lexicon.ts';
import { foldUnit, isWordClass, UNIT_CLASS } from './unit-classes.ts';

/** Templates that look at characters, words and listed words. */
const UNIT_TEMPLATES = 13;
const WORD_TEMPLATES = 16;
const LIST_TEMPLATES = 9;

/** Number of observations per character. */
export const TEMPLATE_COUNT = UNIT_TEMPLATES + WORD_TEMPLATES + LIST_TEMPLATES;

/** What features need beside the text. */
export interface FeatureResources {
  readonly lexicon: Lexicon;
  /** By hash of a word: the number of its cluster (from 1), plus {@link SETTLED} for one that is part of no name. */
  readonly words: HashTable;
}

/** Added to the cluster of a word that is never part of a name, so that its characters need not be looked at. */
export const SETTLED = 0x8000;

/** Sentences are looked at in pieces of at most this many code units, so that memory is bounded. */
export const LONGEST_PIECE = 1024;

/** A stretch of characters between settled words, as offsets from the start of the piece; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const PAD = 4;
const SIZE = LONGEST_PIECE + 2 * PAD;
/** How far to the right the next form of organisation is looked for. */
const FORM_REACH = 14;
const FIRST_FORM = LEXICON_KINDS.indexOf('legalForm') + 1;
const LAST_FORM = LEXICON_KINDS.indexOf('agencyForm') + 1;

/** Working memory for one piece of text at a time; made once, used again. */
export interface FeatureWorkspace {
  /** Hashes of the last piece: {@link TEMPLATE_COUNT} for each code unit in a stretch. */
  readonly hashes: Uint32Array;
  readonly units: Uint16Array;
  readonly classes: Uint8Array;
  readonly marks: Uint8Array;
  readonly surnames: Uint8Array;
  readonly forms: Uint8Array;
  readonly quoted: Uint8Array;
  /** Number of the word that a code unit belongs to, and its place in it: 0 single, 1 first, 2 inner, 3 last. */
  readonly wordAt: Uint16Array;
  readonly placeAt: Uint8Array;
  /** Of each word, with two of padding on either side. */
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly clusters: Uint16Array;
  readonly settled: Uint8Array;
  readonly starts: Uint16Array;
  readonly firstUnits: Uint16Array;
  readonly lastUnits: Uint16Array;
  readonly lastPairs: Int32Array;
  readonly lengths: Uint8Array;
  /** What the templates see of each word: {@link WORD_TEMPLATES} numbers. */
  readonly wordValues: Int32Array;
}

/** Makes the working memory of {@link observe}. */
export function createFeatureWorkspace(): FeatureWorkspace {
  return {
    hashes: new Uint32Array(LONGEST_PIECE * TEMPLATE_COUNT),
    units: new Uint16Array(SIZE),
    classes: new Uint8Array(SIZE),
    marks: new Uint8Array(SIZE),
    surnames: new Uint8Array(SIZE),
    forms: new Uint8Array(SIZE),
    quoted: new Uint8Array(SIZE),
    wordAt: new Uint16Array(SIZE),
    placeAt: new Uint8Array(SIZE),
    words: new Int32Array(SIZE),
    tags: new Int32Array(SIZE),
    clusters: new Uint16Array(SIZE),
    settled: new Uint8Array(SIZE),
    starts: new Uint16Array(SIZE),
    firstUnits: new Uint16Array(SIZE),
    lastUnits: new Uint16Array(SIZE),
    lastPairs: new Int32Array(SIZE),
    lengths: new Uint8Array(SIZE),
    wordValues: new Int32Array(SIZE * WORD_TEMPLATES),
  };
}

/** What stands before and after the piece. */
const BEFORE = 1;
const AFTER = 2;

/**
 * Observes each code unit of a piece of one sentence, except those of settled words.
 *
 * @param start first code unit of the piece, `end` the one after its last; at most {@link LONGEST_PIECE} apart
 * @param work receives the result in `hashes`: {@link TEMPLATE_COUNT} for each code unit of the stretches
 * @returns the stretches that can hold names, each of two characters or more, in order
 */
export function observe(
  document: TokenisedDocument,
  sentence: Sentence,
  start: number,
  end: number,
  resources: FeatureResources,
  work: FeatureWorkspace,
): Stretch[] {
  const count = prepareWords(document, sentence, start, end, resources, work);
  const stretches = openStretches(count, end - start, work);
  if (stretches.length === 0) return stretches;
  prepareUnits(document.text, start, end, resources, work);
  for (const stretch of stretches) {
    let word = -1;
    for (let index = stretch.start; index < stretch.end; index++) {
      if (work.wordAt[index] !== word) {
        word = work.wordAt[index] ?? 0;
        setWordValues(word, work);
      }
      observeUnit(index, work);
    }
  }
  return stretches;
}

/** Stretches between settled words. */
function openStretches(count: number, size: number, { starts, settled }: FeatureWorkspace): Stretch[] {
  const stretches: Stretch[] = [];
  let from = -1;
  for (let word = WORD_PAD; word <= count; word++) {
    const closed = word === count || settled[word] === 1;
    const at = word === count ? size : (starts[word] ?? 0);
    if (!closed && from < 0) from = at;
    else if (closed && from >= 0) {
      if (at - from >= 2) stretches.push({ start: from, end: at });
      from = -1;
    }
  }
  return stretches;
}

function prepareUnits(text: string, start: number, end: number, resources: FeatureResources, work: FeatureWorkspace) {
  const size = end - start;
  const { units, classes, marks, surnames, forms, quoted } = work;
  for (let pad = 0; pad < PAD; pad++) {
    for (const at of [pad, PAD + size + pad]) {
      units[at] = pad === at ? BEFORE : AFTER;
      classes[at] = 0;
      marks[at] = 0;
      surnames[at] = 0;
    }
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

const WORD_PAD = 2;

/** Looks up the words of a piece; returns the number of the one after the last. */
function prepareWords(
  document: TokenisedDocument,
  sentence: Sentence,
  start: number,
  end: number,
  resources: FeatureResources,
  work: FeatureWorkspace,
): number {
  const { text, tokens } = document;
  let count = WORD_PAD;
  for (let pad = 0; pad < WORD_PAD; pad++) clearWord(pad, BEFORE, work);
  let next = start;
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const token = tokens[index];
    if (token === undefined || token.end <= start || token.start >= end) continue;
    const from = Math.max(token.start, start);
    const to = Math.min(token.end, end);
    if (to <= from) continue;
    setWord(count, text, from, to, token.tag, start, resources, work);
    for (let at = from; at < to; at++) {
      work.wordAt[at - start] = count;
      work.placeAt[at - start] = to - from === 1 ? 0 : at === from ? 1 : at === to - 1 ? 3 : 2;
    }
    count++;
    next = to;
  }
  for (; next < end; next++) {
    setWord(count, text, next, next + 1, 'x', start, resources, work);
    work.wordAt[next - start] = count++;
    work.placeAt[next - start] = 0;
  }
  for (let pad = 0; pad < WORD_PAD; pad++) clearWord(count + pad, AFTER, work);
  return count;
}

function clearWord(at: number, value: number, work: FeatureWorkspace) {
  work.words[at] = value;
  work.tags[at] = value;
  work.clusters[at] = 0;
  work.settled[at] = 1;
  work.firstUnits[at] = value;
  work.lastUnits[at] = value;
  work.lastPairs[at] = value;
  work.lengths[at] = 0;
}

function setWord(
  at: number,
  text: string,
  start: number,
  end: number,
  tag: string,
  pieceStart: number,
  resources: FeatureResources,
  work: FeatureWorkspace,
) {
  const hash = hashUnits(text, start, end);
  const known = lookUp(resources.words, hash);
  work.words[at] = hash;
  work.tags[at] = tagCode(tag);
  work.clusters[at] = known & (SETTLED - 1);
  work.settled[at] = known >= SETTLED ? 1 : 0;
  work.starts[at] = start - pieceStart;
  work.firstUnits[at] = text.charCodeAt(start);
  work.lastUnits[at] = text.charCodeAt(end - 1);
  work.lastPairs[at] = end - start > 1 ? text.charCodeAt(end - 2) * 0x10000 + text.charCodeAt(end - 1) : 0;
  work.lengths[at] = Math.min(end - start, 8);
}

/** The first three letters of a tag as a number. */
function tagCode(tag: string): number {
  let code = tag.charCodeAt(0);
  if (tag.length > 1) code = code * 128 + tag.charCodeAt(1);
  if (tag.length > 2) code = code * 128 + tag.charCodeAt(2);
  return code;
}

/** What the word templates see, whatever character of the word is looked at. */
function setWordValues(at: number, work: FeatureWorkspace) {
  const { words, tags, clusters, firstUnits, lastUnits, lastPairs, lengths, wordValues } = work;
  const word = words[at] ?? 0;
  const before = words[at - 1] ?? 0;
  const after = words[at + 1] ?? 0;
  const tag = tags[at] ?? 0;
  let out = at * WORD_TEMPLATES;
  wordValues[out++] = word;
  wordValues[out++] = before;
  wordValues[out++] = after;
  wordValues[out++] = mix(before, word);
  wordValues[out++] = mix(word, after);
  wordValues[out++] = words[at - 2] ?? 0;
  wordValues[out++] = words[at + 2] ?? 0;
  wordValues[out++] = mix(tag, lengths[at] ?? 0);
  wordValues[out++] = clusters[at] ?? 0;
  wordValues[out++] = clusters[at - 1] ?? 0;
  wordValues[out++] = clusters[at + 1] ?? 0;
  wordValues[out++] = lastUnits[at] ?? 0;
  wordValues[out++] = lastPairs[at] ?? 0;
  wordValues[out++] = lastUnits[at - 1] ?? 0;
  wordValues[out++] = lastUnits[at + 1] ?? 0;
  wordValues[out] = firstUnits[at] ?? 0;
}

/** The hash of one observation: what a template sees, and where in its word it is seen from. */
const observation = (template: number, place: number, value: number) => finish(mix(template * 4 + place, value));

function observeUnit(index: number, work: FeatureWorkspace): void {
  const { hashes, units, classes, marks, surnames, tags, clusters, wordValues } = work;
  let out = index * TEMPLATE_COUNT;
  const at = index + PAD;
  const l2 = units[at - 2] ?? 0;
  const l1 = units[at - 1] ?? 0;
  const c0 = units[at] ?? 0;
  const r1 = units[at + 1] ?? 0;
  const r2 = units[at + 2] ?? 0;
  const l2l1 = l2 * 0x10000 + l1;
  const l1c0 = l1 * 0x10000 + c0;
  const c0r1 = c0 * 0x10000 + r1;
  const r1r2 = r1 * 0x10000 + r2;
  hashes[out++] = observation(1, 0, c0);
  hashes[out++] = observation(2, 0, l1);
  hashes[out++] = observation(3, 0, r1);
  hashes[out++] = observation(4, 0, l2);
  hashes[out++] = observation(5, 0, r2);
  hashes[out++] = observation(6, 0, l1c0);
  hashes[out++] = observation(7, 0, c0r1);
  hashes[out++] = observation(8, 0, l2l1);
  hashes[out++] = observation(9, 0, r1r2);
  hashes[out++] = observation(10, 0, l1 * 0x10000 + r1);
  hashes[out++] = observation(11, 0, mix(l2l1, c0));
  hashes[out++] = observation(12, 0, mix(l1c0, r1));
  hashes[out++] = observation(13, 0, mix(c0r1, r2));

  const word = work.wordAt[index] ?? 0;
  const place = work.placeAt[index] ?? 0;
  const values = word * WORD_TEMPLATES;
  for (let template = 0; template < WORD_TEMPLATES; template++) {
    hashes[out++] = observation(1 + UNIT_TEMPLATES + template, place, wordValues[values + template] ?? 0);
  }

  const tag = tags[word] ?? 0;
  const mark = marks[at] ?? 0;
  const markAfter = marks[at + 1] ?? 0;
  const markSecond = marks[at + 2] ?? 0;
  const surname = surnames[at] ?? 0;
  const surnamesBefore = (surnames[at - 2] ?? 0) * 16 + (surnames[at - 1] ?? 0) * 4 + surname;
  const form = work.forms[at] ?? 0;
  const surroundings = ((classes[at - 1] ?? 0) * 32 + (classes[at] ?? 0)) * 32 + (classes[at + 1] ?? 0);
  const list = 1 + UNIT_TEMPLATES + WORD_TEMPLATES;
  hashes[out++] = observation(list, 0, mark);
  hashes[out++] = observation(list + 1, 0, ((marks[at - 1] ?? 0) * 256 + mark) * 256 + markAfter);
  hashes[out++] = observation(list + 2, 0, markAfter * 256 + markSecond);
  hashes[out++] = observation(list + 3, 0, (surname * 256 + markSecond) * 256 + (marks[at + 3] ?? 0));
  hashes[out++] = observation(list + 4, place, mix(surnamesBefore, tag));
  hashes[out++] = observation(list + 5, 0, form);
  hashes[out++] = observation(list + 6, place, mix(form, tag));
  hashes[out++] = observation(list + 7, 0, surroundings * 2 + (work.quoted[at] ?? 0));
  hashes[out] = observation(list + 8, 0, form * 0x1000 + (clusters[word] ?? 0));
}
