/**
 * The walk to the left from an organisation's ending: what may stand before it in the order that Chinese gives to
 * such names (parent house, place, brand, trade), and what stops it.
 */
import { JOINED_FUNCTIONS } from '../lexicon/agencies.ts';
import { FUNCTION_CHARACTERS } from '../lexicon/function-words.ts';
import { KNOWN_COMPANIES } from '../lexicon/known-names.ts';
import {
  GENERAL_IN_NAMES,
  ORGANISATION_FORMS,
  type OrganisationForm,
  TRADE_FORMS,
  VERBS_IN_NAMES,
} from '../lexicon/organisations.ts';
import { CITY_NAMES } from '../lexicon/places.ts';
import { endingsAt, mayEndAt, suffixTrie } from '../suffixes.ts';
import {
  BRANCH_FORMS,
  CHARACTERS_OF_NAMES,
  COMMON_LATIN,
  isParentWord,
  isPeopleWord,
  NAME_TAGS,
  NATION_WORDS,
  NO_BRAND,
  RELATIONAL,
} from './name-words.ts';
import { isHan, type Piece, type SentenceView } from './view.ts';

const JOINED = suffixTrie(JOINED_FUNCTIONS.map((phrase) => [phrase, true] as const));
const LONGEST_NAME = 32;

/** A form that was found: from `start` to the end of a piece. */
export interface FoundForm extends OrganisationForm {
  readonly form: string;
  readonly start: number;
  /** Index of the piece that it ends with. */
  readonly last: number;
  /** Index of the piece that it starts in. */
  readonly first: number;
}

/** What a walk to the left took. */
export interface Walk {
  /** Offset of the leftmost character that was taken. */
  start: number;
  /** Characters of the brand. */
  brand: number;
  /** Whether part of the brand is no word of jieba's dictionary, or a name in it. */
  unknown: boolean;
  /** Places, words of trade and pieces of any kind that were taken. */
  places: number;
  general: number;
  pieces: number;
  /** Whether a parent house was taken. */
  parent: boolean;
}

/** Takes what belongs to the name, from the piece at index `from` to the left; changes `walk`. */
export function walkLeft(text: string, sentence: SentenceView, from: number, walk: Walk, found: FoundForm): void {
  for (let index = from; index >= 0; index--) {
    const piece = sentence.pieces[index];
    if (piece === undefined || piece.end !== walk.start || walk.start - piece.start > LONGEST_NAME) return;
    if (found.start - piece.start > LONGEST_NAME) return;
    const joined = found.type === 'agency' || found.type === 'organization' ? joinedFunctionAt(text, piece.end) : 0;
    if (joined > 0 && walk.places === 0) {
      while (index > 0 && (sentence.pieces[index]?.start ?? 0) > piece.end - joined) index--;
      walk.start = piece.end - joined;
      walk.general++;
      walk.brand += 2;
      walk.unknown = true;
      if ((sentence.pieces[index]?.start ?? 0) !== walk.start) return;
      continue;
    }
    if (piece.role === 'mark') {
      const opened = bracketedPlace(sentence, index);
      const before = sentence.pieces[opened - 1];
      const named =
        before !== undefined && (before.role === 'word' || before.role === 'latin' || before.role === 'title');
      if (opened < 0 || !named || before.end !== sentence.pieces[opened]?.start) return;
      walk.start = sentence.pieces[opened]?.start ?? walk.start;
      index = opened;
      continue;
    }
    const glued = gluedFunction(piece, sentence.pieces[index - 1]);
    if (glued === 'end' || !takes(piece, walk, found, sentence, index)) return;
    walk.start = glued === 'start' ? piece.start + 1 : piece.start;
    walk.pieces++;
    if (glued === 'start') return;
  }
}

const GLUED_BEFORE = new Set('到对向将被获赴占系传把给为');
const GLUED_BEHIND = new Set('到在向对获被从将由同');

/**
 * Where jieba glued a verb or preposition to an unknown word: at its start (对云上 + 科技 + 有限公司, 曾 + 任云上) or at the
 * end of the word before it (曹立 + 群到 + 云上).
 */
function gluedFunction({ word, tag }: Piece, before: Piece | undefined): 'start' | 'end' | undefined {
  if (tag !== 'x' || !isHan(word)) return undefined;
  if (word.length >= 3 && GLUED_BEFORE.has(word.charAt(0))) return 'start';
  // 在济南 · 同海川 + 集团: with whom, after where.
  if (word.length >= 3 && /^[同与]/u.test(word) && before?.role === 'place') return 'start';
  if (word.length >= 3 && word.startsWith('任') && before !== undefined && /[曾现历后兼转调将]$/u.test(before.word)) {
    return 'start';
  }
  return word.length === 2 && GLUED_BEHIND.has(word.charAt(1)) && before?.tag === 'x' ? 'end' : undefined;
}

/** Whether a piece may stand left of what was taken; counts it when it may. */
function takes(piece: Piece, walk: Walk, found: FoundForm, sentence: SentenceView, index: number): boolean {
  const { word, role, tag } = piece;
  if (CHARACTERS_OF_NAMES.has(word) && beginsBrand(sentence, index, walk)) return takesBrand(piece, walk);
  if (word.length === 1 && inSplitBrand(sentence, index, walk)) return takesBrand(piece, walk);
  if (joinsNouns(sentence, index, walk, found)) return true;
  if (role === 'stop' || role === 'time' || role === 'title') return false;
  if (RELATIONAL.has(word)) return false;
  // 本溪 is a city, 本省 is not.
  if (NO_BRAND.test(word) && !(role === 'place' && isCity(word))) return false;
  if (role === 'place') {
    walk.places++;
    return true;
  }
  if (walk.places > 0 && walk.brand > 0) {
    // Left of place and brand only a parent organisation can stand: 甲集团(山东)乙公司.
    return takesParent(piece, walk) || takesHouse(sentence, index, walk, found);
  }
  if (walk.places > 0) {
    if (word === '中共' || word === '国家' || word === '驻' || word === '中央') return true;
    const parent = takesParent(piece, walk);
    return (
      parent ||
      (BRANCH_FORMS.has(found.form) &&
        role === 'word' &&
        (TRADE_FORMS.has(word) || !GENERAL_IN_NAMES.has(word)) &&
        takesBrand(piece, walk))
    );
  }
  // 最大医院 · 青禾医院: the kind of house before its name.
  if (word === found.form && walk.brand > 0) return false;
  if (isParentWord(word)) {
    const bare = found.type === 'agency' && /^[省市县区州]委$/u.test(word);
    return (bare || hasOwnName(sentence, index)) && takesParent(piece, walk);
  }
  if (GENERAL_IN_NAMES.has(word) || VERBS_IN_NAMES.has(word)) {
    const governs = found.type === 'organization' && VERBS_IN_NAMES.has(word) && walk.brand > 0;
    if (walk.unknown && (found.type === 'company' || governs) && !placeLeftOf(sentence, index)) {
      // 科技 before a brand is apposition, not part of the name; 中国 and 国家 are places in all but tag.
      if (!NATION_WORDS.has(word)) return false;
    }
    walk.general++;
    return true;
  }
  if (found.type !== 'company' && found.strength === 'strong' && walk.brand <= 8 && placeBeyond(sentence, index)) {
    walk.brand += word.length;
    return true;
  }
  if (role === 'number') return takesNumber(piece, walk);
  if (role === 'latin' && COMMON_LATIN.has(word.toUpperCase())) {
    walk.general++;
    return true;
  }
  if (role === 'latin') {
    walk.brand += Math.min(word.length, 4);
    walk.unknown ||= word.length > 1;
    return true;
  }
  if (tag === 'vn' && word.length > 1 && walk.brand + walk.general + walk.places === 0 && found.form === '政府')
    return false;
  if (role === 'verb' && isBrandAllTheSame(sentence, index, walk, found)) return takesBrand(piece, walk);
  if (role === 'verb') {
    if (
      found.type === 'agency' ||
      word.length > 1 ||
      walk.brand === 0 ||
      walk.brand > 2 ||
      FUNCTION_CHARACTERS.has(word)
    )
      return false;
    return takesBrand(piece, walk);
  }
  if (tag === 'd' || tag === 'f' || tag === 'q' || tag === 'z' || tag === 'o' || tag === 'i' || tag === 'l') {
    if (word.length === 1 && (tag === 'd' || tag === 'f' || tag === 'q')) return false;
    if (tag === 'i' || tag === 'l' || tag === 'f' || tag === 'd') return false;
  }
  if (word.length === 1 && FUNCTION_CHARACTERS.has(word)) return false;
  if (tag === 'ad' || (walk.brand > 0 && isPeopleWord(word))) return false;
  return takesBrand(piece, walk, piece.tag === 'n' && walk.brand >= 2 && placeLeftOf(sentence, index));
}

/**
 * 坚果和干果 before 基金会: two nouns that 和 or 与 joins, when a mark, a place or nothing stands before them and the
 * first is no organisation itself.
 */
function joinsNouns(sentence: SentenceView, index: number, walk: Walk, found: FoundForm): boolean {
  const piece = sentence.pieces[index];
  if (found.type !== 'organization' || found.strength !== 'strong' || walk.pieces === 0 || walk.places > 0)
    return false;
  if (piece?.word !== '和' && piece?.word !== '与') return false;
  const noun = sentence.pieces[index - 1];
  const before = sentence.pieces[index - 2];
  if (noun?.role !== 'word' || !/^(?:n|vn|nz)$/.test(noun.tag) || ORGANISATION_FORMS.has(noun.word.slice(-2)))
    return false;
  return before !== undefined && (before.role === 'place' || before.word === '国际' || before.word === '中国');
}

/** Whether words that can stand in a name lead to a place on the left: 中国 + 可 + 再生能源 + 学会. */
function placeBeyond(sentence: SentenceView, index: number): boolean {
  for (let back = index; back >= Math.max(0, index - 4); back--) {
    const piece = sentence.pieces[back];
    if (piece === undefined || (back < index && piece.end !== sentence.pieces[back + 1]?.start)) return false;
    if (piece.role === 'place') return back < index;
    const verb = piece.role === 'verb' && piece.word.length > 1 && !VERBS_IN_NAMES.has(piece.word);
    if (verb || (piece.role !== 'word' && piece.role !== 'verb') || isPeopleWord(piece.word)) return false;
    if (RELATIONAL.has(piece.word) || piece.tag === 'd') return false;
  }
  return false;
}

/** 北 + 控 before 水务: a brand that jieba cut into two characters, with a mark, place or function word before it. */
function inSplitBrand(sentence: SentenceView, index: number, walk: Walk): boolean {
  if (walk.brand > 1 || walk.places > 0) return false;
  const first = walk.brand === 1 ? index : index - 1;
  const pair = [sentence.pieces[first], sentence.pieces[first + 1]];
  if (!pair.every((piece) => piece?.word.length === 1 && isHan(piece.word) && !FUNCTION_CHARACTERS.has(piece.word)))
    return false;
  const before = sentence.pieces[first - 1];
  return before === undefined || before.role === 'mark' || before.role === 'place' || before.role === 'stop';
}

/** Whether a single character begins a short brand: where a place, a mark, a verb or nothing stands before it. */
function beginsBrand(sentence: SentenceView, index: number, walk: Walk): boolean {
  if (walk.brand < 1 || walk.brand > 3 || walk.places > 0 || walk.parent) return false;
  const before = sentence.pieces[index - 1];
  return before === undefined || before.role === 'mark' || before.role === 'place' || before.role === 'stop';
}

function takesBrand(piece: Piece, walk: Walk, placeAhead = false): boolean {
  const length = piece.word.length;
  const limit = isHan(piece.word) && piece.tag !== 'nr' && !KNOWN_COMPANIES.has(piece.word) ? 8 : 10;
  if (walk.brand + length > limit) return false;
  // A common noun left of a brand that is no fragment is apposition (电脑巨头甲公司).
  if (walk.brand >= 2 && piece.tag === 'n' && length >= 2 && !placeAhead) return false;
  walk.brand += length;
  walk.unknown ||= NAME_TAGS.has(piece.tag);
  return true;
}

/** Whether nouns alone lie between a piece and a place on its left, so that all of them are one name. */
function placeLeftOf(sentence: SentenceView, index: number): boolean {
  for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
    const piece = sentence.pieces[back];
    if (piece === undefined || piece.end !== sentence.pieces[back + 1]?.start) return false;
    if (piece.role === 'place') return true;
    if (piece.role !== 'word' || !piece.tag.startsWith('n') || isPeopleWord(piece.word)) return false;
  }
  return false;
}

function takesNumber(piece: Piece, walk: Walk): boolean {
  if (/^第[一二三四五六七八九十百0-9]+$/u.test(piece.word)) {
    walk.general++;
    return true;
  }
  if (/^[一二三四五六七八九十]{1,2}$/u.test(piece.word) && walk.pieces > 0) {
    walk.brand++;
    return true;
  }
  if (/^[0-9]{2,4}$/.test(piece.word) && walk.pieces === 0) {
    walk.brand += 2;
    return true;
  }
  return false;
}

/** Whether the name of a parent house is complete or goes on to the left: 国电集团; 国光 + 集团. */
function hasOwnName(sentence: SentenceView, index: number): boolean {
  const piece = sentence.pieces[index];
  if (piece !== undefined && !ORGANISATION_FORMS.has(piece.word)) return true;
  const before = sentence.pieces[index - 1];
  if (before === undefined || before.end !== piece?.start) return false;
  return before.role === 'place' || (before.role === 'word' && !RELATIONAL.has(before.word));
}

/** Legal forms that stand in full names alone. */
const isFullForm = ({ strength, form }: FoundForm) => strength === 'legal' && form.length >= 4;

/** Whether nothing of the name can stand left of a piece. */
function isAtEdge(sentence: SentenceView, index: number): boolean {
  const [piece, before] = [sentence.pieces[index], sentence.pieces[index - 1]];
  return before === undefined || before.end !== piece?.start || before.role === 'mark' || before.role === 'stop';
}

/** 中甲 · 云州 + 乙矿业 + 有限公司: the house by its brand alone, before the place and brand of its firm. */
function takesHouse(sentence: SentenceView, index: number, walk: Walk, found: FoundForm): boolean {
  const piece = sentence.pieces[index];
  if (piece === undefined || walk.parent || !isFullForm(found) || !isAtEdge(sentence, index)) return false;
  const isBrand = piece.tag === 'x' && piece.word.length <= 4 && isHan(piece.word);
  if (!isBrand && !KNOWN_COMPANIES.has(piece.word)) return false;
  walk.parent = true;
  return true;
}

/** What governs a company and is no brand: 成立 + 矿业有限公司. */
const DEALS_WITH =
  /^(?:收购|成立|设立|注册|组建|创办|创立|创建|开办|合资|独资|出资|购买|并购|入股|参股|持有|控制|拥有|经营|管理|隶属|属于|更名|改制|变更|委托|授权|通知|起诉|代理|合作|采访|走访|考察|联合|选择|介绍|推荐)$/u;

/**
 * Whether a word that jieba takes for a verb must be the brand: with trades alone between it and a full legal form, and
 * nothing before it that could be one.
 */
function isBrandAllTheSame(sentence: SentenceView, index: number, walk: Walk, found: FoundForm): boolean {
  const word = sentence.pieces[index]?.word ?? '';
  if (walk.brand + walk.places > 0 || walk.parent || walk.general === 0 || !isFullForm(found)) return false;
  return word.length === 2 && !DEALS_WITH.test(word) && isAtEdge(sentence, index);
}

const isCity = (word: string) => CITY_NAMES.has(word.replace(/市$/u, ''));

function takesParent(piece: Piece, walk: Walk): boolean {
  if (!isParentWord(piece.word) || walk.parent) return false;
  walk.parent = true;
  walk.brand = 0;
  return true;
}

/** Index of the opening bracket when a closing one stands at `index` around a short place: （上海）. */
function bracketedPlace(sentence: SentenceView, index: number): number {
  if (sentence.pieces[index]?.word !== '）') return -1;
  for (let back = index - 1; back >= Math.max(0, index - 4); back--) {
    const piece = sentence.pieces[back];
    if (piece === undefined) return -1;
    if (piece.word === '（') return index - back > 1 ? back : -1;
    if (!isHan(piece.word) || piece.word.length > 4) return -1;
  }
  return -1;
}

/** Length of the longest function with 和 in it (发展和改革) that ends at `end`, or 0. */
function joinedFunctionAt(text: string, end: number): number {
  if (!mayEndAt(JOINED, text, end)) return 0;
  let length = 0;
  endingsAt(JOINED, text, end, 0, (start) => {
    length = end - start;
  });
  return length;
}
