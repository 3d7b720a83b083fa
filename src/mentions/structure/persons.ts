/**
 * Finds people. A Chinese name is a surname and one or two characters; what makes it likely is a title before or
 * after it, a verb of saying after it, a list of names, or the word cut that jieba makes of it. The evidence is added
 * up as log odds.
 */
import { FUNCTION_CHARACTERS, SPEECH_VERBS, STRONG_SPEECH_VERBS } from '../lexicon/function-words.ts';
import {
  COMMON_SURNAMES,
  DOUBLE_SURNAMES,
  GIVEN_NAME_EXCEPTIONS,
  isSurnameUnit,
  NOT_IN_GIVEN_NAMES,
  WORDLIKE_SURNAMES,
} from '../lexicon/surnames.ts';
import { ADDRESS_WORDS } from '../lexicon/titles.ts';
import { unitTable, WHITE_SPACE, wordSet } from '../lexicon/words.ts';
import type { Candidate } from '../mention.ts';
import { isHan, type Piece, pieceEndingAt, pieceStartingAt, type SentenceView } from './view.ts';

/** Evidence in log odds; judged on news by hand. */
const ODDS = {
  prior: -4.9,
  commonSurname: 1,
  wordlikeSurname: -1,
  titleBefore: 4,
  weakTitleBefore: 1.8,
  titleAfter: 2.6,
  weakTitleAfter: 1.2,
  goesOn: -1.8,
  doubled: -1.5,
  addressAfter: 4.2,
  appointmentAfter: 3.6,
  strongVerbAfter: 2.6,
  saysAfter: 1.6,
  verbAfter: 0.6,
  markBefore: 0.7,
  markAfter: 0.5,
  listNeighbour: 1,
  exactUnknown: 1.6,
  exactName: 1.6,
  exactWord: -3,
  cleanStart: 0.6,
  cleanEnd: 0.9,
  cutsWord: -2.2,
  badCharacter: -2.5,
  functionAtEnd: -4,
  threeCharacters: 0.5,
  insideRun: -1.5,
  noWitness: -1.6,
  dictionaryOnly: -0.8,
  surnameAlone: 1.2,
  postInBrackets: 2.2,
} as const;

/** Longest bracket after a name that is looked into. */
const LONGEST_BRACKET = 40;

/** Weaker candidates are not proposed. */
const LEAST_ODDS = -3;

/** Tags of words that hardly ever begin with a name. */
const PLAIN_TAGS = wordSet('n v a d t i l b c p r m s f vn ad an vd nt ns');

/** Tags of words in jieba's dictionary that are no names. */
const WORD_TAGS = new Set([...PLAIN_TAGS, 'z', 'ng', 'q', 'u', 'y', 'j']);

/** Characters by what they say of a name, for a look at nearly every one of a text. */
const BEGINS_DOUBLE_SURNAME = unitTable(DOUBLE_SURNAMES);
const COMMON_SURNAME = unitTable(COMMON_SURNAMES);
const WORDLIKE_SURNAME = unitTable(WORDLIKE_SURNAMES);
const BAD_IN_GIVEN_NAME = unitTable(NOT_IN_GIVEN_NAMES);
const GIVEN_NAME_EXCEPTION = unitTable(GIVEN_NAME_EXCEPTIONS);
/** Function words and verbs of saying that follow names and that jieba glues to them. */
const ENDS_NO_NAME = unitTable('在的了和与对也将从向则就等说称是曾还已性率会区县镇');
const BEGINS_SPEECH = unitTable([...SPEECH_VERBS, ...STRONG_SPEECH_VERBS]);
const BEGINS_ADDRESS = unitTable(ADDRESS_WORDS);
const MARK_BEFORE = unitTable(`，；：。“（、${WHITE_SPACE}`);
const MARK_AFTER = unitTable(`，。；：、”（）${WHITE_SPACE}`);

/** Context of a sentence: where titles end and begin. */
export interface TitleEdges {
  readonly endsAt: ReadonlySet<number>;
  readonly startsAt: ReadonlySet<number>;
  readonly weakStartsAt: ReadonlySet<number>;
  /** Ends of titles that are trades or plain words as often (负责人, 专家). */
  readonly weakEndsAt: ReadonlySet<number>;
}

/** People of one sentence with Chinese names. */
export function findPersons(text: string, sentence: SentenceView, titles: TitleEdges): Candidate[] {
  const candidates: Candidate[] = [];
  for (let index = 0; index < sentence.pieces.length; index++) {
    const piece = sentence.pieces[index];
    if (piece === undefined || piece.role === 'mark' || piece.role === 'latin' || piece.role === 'number') continue;
    const plain = piece.role === 'stop' || (piece.word.length > 1 && PLAIN_TAGS.has(piece.tag));
    const last = Math.min(piece.word.length, 3);
    for (let offset = 0; offset < last; offset++) {
      const start = piece.start + offset;
      const surname = surnameAt(text, start);
      if (surname === 0) continue;
      // No evidence but a title outweighs that a plain word starts here.
      if (plain && !titles.endsAt.has(start)) continue;
      // Within a word a name can start only after a title that jieba glued to it.
      if (offset > 0 && !titles.endsAt.has(start) && piece.tag !== 'x' && piece.tag !== 'nr') continue;
      // 李先生 names nobody.
      if (isAddressAt(text, start + surname)) continue;
      for (let given = 1; given <= 2; given++) {
        const end = start + surname + given;
        if (end > sentence.end || !isHan(text.slice(start, end))) break;
        const odds = oddsOf(text, sentence, { start, end, surname, index, titles });
        if (odds < LEAST_ODDS) continue;
        const score = 1 / (1 + Math.exp(-odds));
        candidates.push({ start, end, type: 'person', score: Math.min(0.97, score), source: 'structure:person' });
      }
    }
  }
  return candidates;
}

function surnameAt(text: string, start: number): number {
  const unit = text.charCodeAt(start);
  if (BEGINS_DOUBLE_SURNAME[unit] === 1 && DOUBLE_SURNAMES.has(text.slice(start, start + 2))) return 2;
  return isSurnameUnit(unit) ? 1 : 0;
}

function isAddressAt(text: string, at: number): boolean {
  return BEGINS_ADDRESS[text.charCodeAt(at)] === 1 && ADDRESS_WORDS.has(text.slice(at, at + 2));
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly surname: number;
  /** Index of the piece in which it starts. */
  readonly index: number;
  readonly titles: TitleEdges;
}

function oddsOf(text: string, sentence: SentenceView, place: Place): number {
  const { start, end, surname, titles } = place;
  let odds: number = ODDS.prior;
  const first = text.charCodeAt(start);
  if (surname === 2) odds += 1.2;
  else if (WORDLIKE_SURNAME[first] === 1) odds += ODDS.wordlikeSurname;
  else if (COMMON_SURNAME[first] === 1) odds += ODDS.commonSurname;
  const titled = titles.endsAt.has(start);
  // 主席 · 同 · 甲国总理: beside a title 同 and 和 join two people, and hardly anybody bears the surname.
  if (JOINS_PEOPLE[first] === 1) odds += ODDS.badCharacter;
  if (titled) odds += titles.weakEndsAt.has(start) ? ODDS.weakTitleBefore : ODDS.titleBefore;
  for (let at = start + surname; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (BAD_IN_GIVEN_NAME[unit] === 1) odds += GIVEN_NAME_EXCEPTION[unit] === 1 ? -0.4 : ODDS.badCharacter;
    if (at === end - 1 && ENDS_NO_NAME[unit] === 1) odds += ODDS.functionAtEnd;
  }
  if (end - start - surname === 2) odds += ODDS.threeCharacters;
  else if (first === text.charCodeAt(end - 1)) odds += ODDS.doubled;
  odds += cutOdds(sentence, place, titled);
  const after = rightOdds(text, sentence, end, titles);
  odds += after;
  const before = text.charCodeAt(start - 1);
  if (start === sentence.start || MARK_BEFORE[before] === 1) odds += ODDS.markBefore;
  if (before === LIST_MARK || text.charCodeAt(end) === LIST_MARK) odds += ODDS.listNeighbour;
  else if (!titled && start > sentence.start && pieceEndingAt(sentence, start) < 0) odds += ODDS.insideRun;
  // Neither title nor verb, and no name to jieba: goods, brands and trades in a list look the same.
  if (!titled && after < ODDS.verbAfter && !sharesTitle(text, start, titles)) {
    odds += isKnownName(sentence, start, end) ? ODDS.dictionaryOnly : ODDS.noWitness;
  }
  return odds;
}

const JOINS_PEOPLE = unitTable('同和');
const LIST_MARK = '、'.charCodeAt(0);

/** Whether a name follows one that has a title: 市长王一、李二. */
function sharesTitle(text: string, start: number, titles: TitleEdges): boolean {
  if (text.charCodeAt(start - 1) !== LIST_MARK) return false;
  return [2, 3, 4].some((length) => titles.endsAt.has(start - 1 - length));
}

/** Whether the whole span is a name of three characters in jieba's dictionary; shorter ones are often none (顾客). */
function isKnownName(sentence: SentenceView, start: number, end: number): boolean {
  const at = pieceStartingAt(sentence, start);
  const piece = sentence.pieces[at];
  return piece !== undefined && piece.end === end && end - start > 2 && piece.tag.startsWith('nr');
}

/** What jieba's cut says: the name as one word, or as whole words, or through the middle of a word. */
function cutOdds(sentence: SentenceView, place: Place, titled: boolean): number {
  const { start, end } = place;
  let odds = 0;
  const startPiece = pieceStartingAt(sentence, start);
  const startsClean = startPiece >= 0;
  const endPiece = pieceEndingAt(sentence, end);
  const endsClean = endPiece >= 0;
  const exact = startsClean && startPiece === endPiece;
  if (exact) {
    const piece = sentence.pieces[startPiece];
    if (piece?.tag === 'x') odds += ODDS.exactUnknown;
    else if (piece?.tag.startsWith('nr')) odds += ODDS.exactName;
    else if (piece !== undefined && WORD_TAGS.has(piece.tag)) odds += titled ? -2 : ODDS.exactWord;
    if (piece?.role === 'stop') odds -= 3;
    if (piece?.role === 'place') odds -= 2;
    if (piece?.role === 'place' || piece?.role === 'title') odds -= 2.5;
    return odds + ODDS.cleanStart + ODDS.cleanEnd;
  }
  if (startsClean || titled) odds += ODDS.cleanStart;
  // 同来华: a function word of its own is seldom a surname.
  if (startsClean && sentence.pieces[startPiece]?.role === 'stop') odds -= 2.5;
  if (endsClean) odds += ODDS.cleanEnd;
  const lastPiece = pieceCovering(sentence, end - 1, place.index);
  if (!endsClean && lastPiece !== undefined) {
    odds += lastPiece.tag === 'x' || lastPiece.word.length > 3 ? -0.8 : ODDS.cutsWord;
  }
  if (
    startsClean &&
    sentence.pieces[startPiece]?.tag === 'nr' &&
    sentence.pieces[startPiece]?.word.length === place.surname
  )
    odds += ODDS.surnameAlone;
  // Two characters that begin a longer word or name are seldom the name.
  const firstPiece = sentence.pieces[place.index];
  if (firstPiece !== undefined && firstPiece.end > end && firstPiece.tag === 'x') odds -= 1.2;
  for (let at = place.index; at < sentence.pieces.length; at++) {
    const piece = sentence.pieces[at];
    if (piece === undefined || piece.start >= end) break;
    if (piece.start < start || piece.end > end) continue;
    if (piece.word.length === 2 && (piece.tag === 'v' || piece.tag === 'n' || piece.tag === 'd' || piece.tag === 'vn'))
      odds -= titled ? 0.5 : 1.5;
    if (piece.role === 'stop' && piece.word.length === 2) odds -= 3;
    if (piece.start > start && FUNCTION_CHARACTERS.has(piece.word)) {
      odds -= GIVEN_NAME_EXCEPTIONS.has(piece.word) ? 0.4 : 2;
    }
    if (piece.tag === 'nr' && piece.word.length === 2) odds += 0.7;
  }
  return odds;
}

function pieceCovering(sentence: SentenceView, at: number, from: number): Piece | undefined {
  for (let index = from; index < sentence.pieces.length; index++) {
    const piece = sentence.pieces[index];
    if (piece !== undefined && piece.end > at) return piece;
  }
  return undefined;
}

/** What only a person does: to take a post, to hold one no longer, to be chosen. */
const APPOINTMENT = /^(?:已|将|正式)?(?:不再)?(?:出任|担任|接任|就任|升任|兼任|当选|卸任|离任|辞去)/u;

const OPENING_BRACKET = '（'.charCodeAt(0);

function rightOdds(text: string, sentence: SentenceView, end: number, titles: TitleEdges): number {
  if (end === sentence.end) return ODDS.markAfter;
  const next = text.charCodeAt(end);
  if (isAddressAt(text, end)) return ODDS.addressAfter;
  if (titles.startsAt.has(end)) return titles.weakStartsAt.has(end) ? ODDS.weakTitleAfter : ODDS.titleAfter;
  if (next === OPENING_BRACKET) {
    const shut = text.slice(end, end + LONGEST_BRACKET).indexOf('）');
    if (shut > 0 && titles.endsAt.has(end + shut)) return ODDS.postInBrackets;
  }
  if (APPOINTMENT.test(text.slice(end, end + 6))) return ODDS.appointmentAfter;
  for (let length = BEGINS_SPEECH[next] === 1 ? 3 : 0; length >= 1; length--) {
    const word = text.slice(end, end + length);
    if (length > 1 && STRONG_SPEECH_VERBS.has(word)) return ODDS.strongVerbAfter;
    if (length === 1 && (word === '说' || word === '称') && pieceStartingAt(sentence, end) >= 0) return ODDS.saysAfter;
    if (SPEECH_VERBS.has(word) && (length > 1 || pieceStartingAt(sentence, end) >= 0))
      return length > 1 ? ODDS.verbAfter + 0.4 : ODDS.verbAfter;
  }
  if (MARK_AFTER[next] === 1) return ODDS.markAfter;
  const after = sentence.pieces[pieceStartingAt(sentence, end)];
  // A single character that is no function word is more likely the name's last.
  const single = after?.word.length === 1 && isHan(after.word) && after.role !== 'stop' && after.role !== 'verb';
  return single && !FUNCTION_CHARACTERS.has(text.charAt(end)) ? ODDS.goesOn : 0;
}
