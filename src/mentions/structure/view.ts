/**
 * The document as the rules read it: sentences as lists of pieces. A piece is a word of jieba's, cut where a title or
 * a marker is glued to something else (协会会长 → 协会 + 会长), with the role that it can play in a name.
 */
import type { Span } from '../../documents/document.ts';
import type { Token, TokenisedDocument } from '../../tokens/token.ts';
import { createWordMemory } from '../../tokens/word-memory.ts';
import { AGENCY_FUNCTIONS, isWholeAgency } from '../lexicon/agencies.ts';
import { ENDS_LISTED } from '../lexicon/endings.ts';
import { STOP_WORDS } from '../lexicon/function-words.ts';
import { ORGANISATION_FORMS } from '../lexicon/organisations.ts';
import { CITY_NAMES, DIVISION_ENDINGS, FOREIGN_PLACES, NOT_PLACES, PROVINCE_NAMES } from '../lexicon/places.ts';
import { isSurname } from '../lexicon/surnames.ts';
import { TITLE_HEADS } from '../lexicon/titles.ts';

/** What a piece can be within a name. */
type Role = 'mark' | 'stop' | 'place' | 'title' | 'latin' | 'number' | 'time' | 'verb' | 'word';

/** A word with its role. */
export interface Piece extends Span {
  readonly word: string;
  readonly tag: string;
  readonly role: Role;
}

/** A sentence as the rules read it. */
export interface SentenceView extends Span {
  readonly pieces: readonly Piece[];
  /** Indices of the pieces that end like a listed word, which are few. */
  readonly endings: readonly number[];
  /** By offset of the text: index, in its sentence, of the piece that starts or ends there, or -1. One for all sentences. */
  readonly starting: Int32Array;
  readonly ending: Int32Array;
}

/** Index of the piece of a sentence that starts at an offset of the text, or -1. */
export const pieceStartingAt = (sentence: SentenceView, offset: number): number =>
  offset >= sentence.start && offset < sentence.end ? (sentence.starting[offset] ?? -1) : -1;

/** Index of the piece of a sentence that ends at an offset of the text, or -1. */
export const pieceEndingAt = (sentence: SentenceView, offset: number): number =>
  offset > sentence.start && offset <= sentence.end ? (sentence.ending[offset] ?? -1) : -1;

/** A document as the rules read it: its story only, without metadata and furniture. */
export interface View {
  readonly text: string;
  readonly sentences: readonly SentenceView[];
}

const LONGEST_TITLE = 8;
/** Words that jieba tags as times and that stand in names. */
const NO_TIMES = new Set(['青年', '少年', '新世纪', '世纪', '未来', '现代', '近代', '当代', '春秋', '春天', '明天']);
const HAN = /^\p{Script=Han}+$/u;
const HAN_UNITS = new Uint8Array(0x10000);
for (let unit = 0; unit < HAN_UNITS.length; unit++) if (HAN.test(String.fromCharCode(unit))) HAN_UNITS[unit] = 1;
const LATIN = /^[A-Za-z][A-Za-z0-9&.'-]*$/;
const DIGITS = /^[0-9０-９.,%]+$/;
const MARK = /^[^\p{L}\p{N}]+$/u;

/** True when every character is Chinese. */
export function isHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    // Rare characters lie beyond the table, in two units.
    if (HAN_UNITS[text.charCodeAt(at)] !== 1) return HAN.test(text);
  }
  return text.length > 0;
}

/** Reads a document's story. Linear in its length. */
export function viewOf({ text, sentences, tokens }: TokenisedDocument): View {
  const starting = new Int32Array(text.length + 1).fill(-1);
  const ending = new Int32Array(text.length + 1).fill(-1);
  const views: SentenceView[] = [];
  for (const { kind, start, end, firstToken, endToken } of sentences) {
    if (kind !== 'body' && kind !== 'title') continue;
    const pieces: Piece[] = [];
    const endings: number[] = [];
    const add = ({ word, tag, role }: Part, from: number): number => {
      const to = from + word.length;
      starting[from] = pieces.length;
      ending[to] = pieces.length;
      if (ENDS_LISTED[text.charCodeAt(to - 1)] === 1) endings.push(pieces.length);
      pieces.push({ start: from, end: to, word, tag, role });
      return to;
    };
    for (let index = firstToken; index < endToken; index++) {
      const token = tokens[index];
      if (token === undefined) continue;
      const known = remember(text, token);
      const parts = known.depends ? (agencyHead(token.word, pieces, token.start) ?? known.glued) : known.glued;
      if (parts === undefined) add(known, token.start);
      else parts.reduce((at, part) => add(part, at), token.start);
    }
    views.push({ start, end, pieces, endings, starting, ending });
  }
  return { text, sentences: views };
}

type Part = Pick<Piece, 'word' | 'tag' | 'role'>;

/** jieba's tags have none for it: 长 of 公安厅长, which makes a title of the agency before it. */
const TITLE_END: Part = { word: '长', tag: 'title-end', role: 'title' };

/** Whether a piece is the end of a title whose other characters are an agency's name. */
export const isTitleEnd = (piece: Piece): boolean => piece.tag === TITLE_END.tag;

/** What may stand before the function of an agency: a place, its level, the committee that it belongs to. */
const SEAT = /^(?:[省市县区]|[省市县区州]委|中央|国家)$/u;

const AGENCY_END = /[部厅局署]$/u;

/**
 * The parts of a word that holds the title of an agency's head, so that the agency's name stands whole: 外交部 · 长,
 * 厅 · 长 after 省公安, 长 after 招商局, 长 · 李 after 公安厅. `undefined` for any other word.
 */
function agencyHead(word: string, before: readonly Piece[], start: number): readonly Part[] | undefined {
  const last = before.at(-1);
  const follows = last !== undefined && last.end === start;
  if (word.startsWith('长')) {
    if (!follows || last.word.length < 3 || !AGENCY_END.test(last.word) || word.length > 3) return undefined;
    const rest = word.slice(1);
    if (rest === '') return [TITLE_END];
    return isSurname(rest.charAt(0)) ? [TITLE_END, { word: rest, tag: 'x', role: 'word' }] : undefined;
  }
  if (!/[部厅局署]长$/u.test(word)) return undefined;
  const agency = word.slice(0, -1);
  const seated = (piece: Piece | undefined) => piece !== undefined && (piece.role === 'place' || SEAT.test(piece.word));
  const heads =
    isWholeAgency(agency) ||
    (follows &&
      (word.length === 2
        ? AGENCY_FUNCTIONS.has(last.word) && seated(before.at(-2))
        : AGENCY_FUNCTIONS.has(agency.slice(0, -1)) && seated(last)));
  return heads ? [{ word: agency, tag: 'nt', role: 'word' }, TITLE_END] : undefined;
}

const MAY_HEAD = /^长|[部厅局署]长$/u;

/** What is known of a word wherever it stands. */
interface Remembered extends Part {
  /** The parts of a word that jieba glued together. */
  readonly glued: readonly Part[] | undefined;
  /** Whether what stands before it decides on its parts. */
  readonly depends: boolean;
}

const MOST_REMEMBERED = 100_000;

/** A word has one tag as long as jieba's dictionary stays the same. */
const remembered = createWordMemory<Remembered>(MOST_REMEMBERED);

function remember(text: string, { start, end, word, tag }: Token): Remembered {
  const known = remembered.at(text, start, end);
  if (known?.tag === tag) return known;
  const parts = cutGlued(word, tag).map((part) => {
    const own = part === word ? tag : tagOfPart(part);
    return { word: part, tag: own, role: roleOf(part, own) };
  });
  const glued = parts.length > 1 ? parts : undefined;
  const fresh = { word, tag, role: parts[0]?.role ?? 'word', glued, depends: MAY_HEAD.test(word) };
  remembered.set(word, fresh);
  return fresh;
}

const GLUED_TO_PLACE = new Set('原任在向赴到从由与和对来至往抵离回驻访是为及');
const PREFIXES = ['首都', '昨日', '今日'];

/** Parts of a word that jieba glued together: 首都北京, 协会会长, 局局长. */
function cutGlued(word: string, tag: string): readonly string[] {
  // 委副, 部副: the end of an agency and the start of a title.
  if (word.length === 2 && tag === 'x' && word.endsWith('副')) return [word.charAt(0), '副'];
  if (word.length < 3 || word.length > 12) return [word];
  // 原青岚市, 任澜江省: what stands before an unknown division.
  if (tag === 'x' && word.length >= 4 && GLUED_TO_PLACE.has(word.charAt(0)) && UNKNOWN_DIVISION.test(word.slice(1)))
    return [word.charAt(0), word.slice(1)];
  for (const prefix of PREFIXES) {
    if (tag === 'ns' && word.startsWith(prefix)) return [prefix, word.slice(prefix.length)];
  }
  if (TITLE_HEADS.has(word)) return [word];
  for (let at = 1; at <= word.length - 2; at++) {
    const rest = word.slice(at);
    const titled = TITLE_HEADS.has(rest) || (rest.startsWith('副') && TITLE_HEADS.has(rest.slice(1)));
    if (titled) return endsInForm(word.slice(0, at)) ? [word.slice(0, at), rest] : [word];
  }
  return [word];
}

/** Whether a word ends like the name of an organisation. */
function endsInForm(word: string): boolean {
  if (word.length === 1) return '局部厅委院署行厂'.includes(word);
  for (let length = Math.min(word.length, 4); length >= 2; length--) {
    if (ORGANISATION_FORMS.has(word.slice(-length))) return true;
  }
  return /[党局厅委署院]$/u.test(word);
}

function tagOfPart(word: string): string {
  if (word === '首都' || TITLE_HEADS.has(word)) return 'n';
  if (UNKNOWN_DIVISION.test(word)) return 'x';
  return PROVINCE_NAMES.has(word) || CITY_NAMES.has(word) ? 'ns' : 'n';
}

function roleOf(word: string, tag: string): Role {
  if (MARK.test(word)) return 'mark';
  if (LATIN.test(word)) return 'latin';
  if (DIGITS.test(word)) return 'number';
  if (STOP_WORDS.has(word)) return 'stop';
  if (isPlaceWord(word, tag)) return 'place';
  if (endsInTitle(word)) return 'title';
  if ((tag === 't' || tag === 'tg') && !NO_TIMES.has(word)) return 'time';
  if (tag === 'm' || tag === 'mq') return 'number';
  if (tag === 'v' || tag === 'vd' || tag === 'vg' || tag === 'vi') return 'verb';
  if (tag === 'p' || tag === 'c' || tag === 'r' || tag === 'y' || tag === 'e' || tag === 'uj' || tag === 'ul')
    return 'stop';
  return 'word';
}

/** A province, city or county that no list has: jieba leaves it whole because it knows no part of it. */
const UNKNOWN_DIVISION = /^(?![原任在向赴到从由与和对来至往抵离回驻访是为及该本全各两我])\p{Script=Han}{2,3}[省市县]$/u;
const NO_DIVISION =
  /(?:[超上股楼车门夜集早城都债汇牛熊大后入开收闹街花菜米灯成行救托强沪深两各全本该我邻外]市|[该全各本我邻外]县|[该全各本我邻外节]省)$/u;

/** True when a word names a place: by lists of places, or by its ending where jieba agrees. */
export function isPlaceWord(word: string, tag: string): boolean {
  if (NOT_PLACES.has(word)) return false;
  if (PROVINCE_NAMES.has(word) || CITY_NAMES.has(word) || FOREIGN_PLACES.has(word)) return word.length > 1;
  if (tag === 'x' || tag === 'nr') {
    if (UNKNOWN_DIVISION.test(word) && !NO_DIVISION.test(word)) return true;
  }
  const division = divisionEnding(word);
  if (division !== '') {
    const stem = word.slice(0, word.length - division.length);
    if (CITY_NAMES.has(stem) || PROVINCE_NAMES.has(stem) || tag === 'ns') return true;
  }
  return false;
}

/** The ending of an administrative division that a word has, or the empty string. */
function divisionEnding(word: string): string {
  return DIVISION_ENDINGS.find((ending) => word.length > ending.length && word.endsWith(ending)) ?? '';
}

/** Length of the longest title that a word ends in, and that is the whole word or after 副 and the like; else 0. */
function endsInTitle(word: string): boolean {
  if (word.length > LONGEST_TITLE) return false;
  if (TITLE_HEADS.has(word)) return true;
  return (word.startsWith('副') || word.startsWith('总')) && TITLE_HEADS.has(word.slice(1));
}
