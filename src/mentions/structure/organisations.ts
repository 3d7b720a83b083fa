/**
 * Finds organisations by their endings. Chinese writes such a name as place, brand, trade, legal form
 * (北京 · 首农 · 商业连锁 · 有限公司); from the form a walk to the left takes what that order allows and stops at
 * words that stand in no name.
 */

import { FORM_TRAPS, isWholeAgency, JOINED_FUNCTIONS } from '../lexicon/agencies.ts';
import { FUNCTION_CHARACTERS } from '../lexicon/function-words.ts';
import { isGeneral } from '../lexicon/general.ts';
import { KNOWN_COMPANIES } from '../lexicon/known-names.ts';
import {
  GENERAL_IN_NAMES,
  NAME_LIKE_TRADES,
  NEVER_BEFORE_FORM,
  ORGANISATION_FORMS,
  type OrganisationForm,
  TRADE_FORMS,
  TRADE_WORDS,
  VERBS_IN_NAMES,
} from '../lexicon/organisations.ts';
import { FOREIGN_PLACES, NOT_PLACES } from '../lexicon/places.ts';
import type { Candidate } from '../mention.ts';
import { endingsAt, suffixTrie } from '../suffixes.ts';
import { isHan, type Piece, pieceStartingAt, type SentenceView } from './view.ts';

const FORMS = suffixTrie([...ORGANISATION_FORMS].map(([form, entry]) => [form, { ...entry, form }] as const));
const JOINED = suffixTrie(JOINED_FUNCTIONS.map((phrase) => [phrase, true] as const));
const LONGEST_NAME = 32;

/** A form that was found: from `start` to the end of a piece. */
interface FoundForm extends OrganisationForm {
  readonly form: string;
  readonly start: number;
  /** Index of the piece that it ends with. */
  readonly last: number;
  /** Index of the piece that it starts in. */
  readonly first: number;
}

/** Organisations of one sentence, by their endings. */
export function findOrganisations(text: string, sentence: SentenceView): Candidate[] {
  const candidates: Candidate[] = [];
  for (let index = 0; index < sentence.pieces.length; index++) {
    const found = formEndingAt(text, sentence, index);
    if (found === undefined) continue;
    const candidate = completeName(text, sentence, found);
    if (candidate !== undefined) candidates.push(candidate);
  }
  return candidates;
}

/** The longest form that ends with a piece and starts with a piece or within the last one. */
function formEndingAt(text: string, sentence: SentenceView, last: number): FoundForm | undefined {
  const piece = sentence.pieces[last];
  if (piece === undefined || piece.role === 'mark' || piece.role === 'number') return undefined;
  let best: FoundForm | undefined;
  let first = last;
  endingsAt(FORMS, text, piece.end, sentence.start, (start, form) => {
    while (first > 0 && (sentence.pieces[first]?.start ?? 0) > start) first--;
    if (sentence.pieces[first]?.start !== start && first !== last) return;
    best = { ...form, start, first, last };
  });
  const found = best as FoundForm | undefined;
  return found?.form.length === 1 && FORM_TRAPS.has(piece.word) ? undefined : found;
}

/** What a walk to the left took. */
interface Walk {
  start: number;
  brand: number;
  /** Whether part of the brand is no word of jieba's dictionary, or a name in it. */
  unknown: boolean;
  places: number;
  general: number;
  parent: boolean;
  pieces: number;
  quoted: boolean;
}

function completeName(text: string, sentence: SentenceView, found: FoundForm): Candidate | undefined {
  const piece = sentence.pieces[found.last];
  if (piece === undefined) return undefined;
  const walk: Walk = {
    start: found.start,
    brand: 0,
    unknown: false,
    places: 0,
    general: 0,
    parent: false,
    pieces: 0,
    quoted: false,
  };
  const holder = sentence.pieces[found.first];
  // A stem within the form's own word: 国电 of 国电集团, 教育 of 教育局.
  if (holder !== undefined && holder.start < found.start) {
    const stem = text.slice(holder.start, found.start);
    if (NEVER_BEFORE_FORM.has(stem) || FUNCTION_CHARACTERS.has(stem)) return undefined;
    // 畜牧业 is a word; 和讯网 is none.
    if (TRADE_FORMS.has(found.form) && stem.length === 1 && holder.tag === 'n') return undefined;
    walk.start = holder.start;
    walk.pieces++;
    if (GENERAL_IN_NAMES.has(stem) || VERBS_IN_NAMES.has(stem)) walk.general++;
    else if (holder.role === 'place' && stem.length > 1) walk.places++;
    else {
      walk.brand += stem.length;
      walk.unknown ||= NAME_TAGS.has(holder.tag);
    }
  }
  walkLeft(text, sentence, found.first - 1, walk, found);
  trimEdge(text, sentence, walk, found);
  const score = scoreOf(text, sentence, found, walk);
  if (score <= 0) return undefined;
  return { start: walk.start, end: piece.end, type: found.type, score, source: `structure:${sourceOf(found)}` };
}

const EDGE = new Set('如由据经该从因与和及在对向将被把愿同于即使请其');

/** Cuts a function word that jieba glued to an unknown word at the left edge: 如中船总公司. */
function trimEdge(text: string, sentence: SentenceView, walk: Walk, found: FoundForm): void {
  const piece = sentence.pieces[pieceStartingAt(sentence, walk.start)];
  if (piece?.tag !== 'x' || piece.word.length < 2 || !EDGE.has(piece.word.charAt(0))) return;
  const twice = piece.word.length > 2 && EDGE.has(text.charAt(walk.start + 1));
  walk.start = Math.min(walk.start + (twice ? 2 : 1), found.start);
  walk.brand -= 1;
}

const sourceOf = (found: FoundForm) => (TRADE_FORMS.has(found.form) ? 'trade' : `${found.type}-form`);

function walkLeft(text: string, sentence: SentenceView, from: number, walk: Walk, found: FoundForm): void {
  for (let index = from; index >= 0; index--) {
    const piece = sentence.pieces[index];
    if (piece === undefined || piece.end !== walk.start || walk.start - piece.start > LONGEST_NAME) return;
    if (found.start - piece.start > LONGEST_NAME) return;
    const joined = found.type === 'agency' || found.type === 'organization' ? joinedFunctionAt(text, piece.end) : 0;
    if (joined > 0 && walk.places === 0) {
      while (index > 0 && (sentence.pieces[index]?.start ?? 0) > piece.end - joined) index--;
      walk.start = piece.end - joined;
      walk.general++;
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
    if (!takes(piece, walk, found, sentence, index)) return;
    walk.start = piece.start;
    walk.pieces++;
  }
}

/** Whether a piece may stand left of what was taken; counts it when it may. */
function takes(piece: Piece, walk: Walk, found: FoundForm, sentence: SentenceView, index: number): boolean {
  const { word, role, tag } = piece;
  if (CHARACTERS_OF_NAMES.has(word) && beginsBrand(sentence, index, walk)) return takesBrand(piece, walk);
  if (word.length === 1 && inSplitBrand(sentence, index, walk)) return takesBrand(piece, walk);
  if (role === 'stop' || role === 'time' || role === 'title') return false;
  if (RELATIONAL.has(word) || (word.length > 1 && NOT_PLACES.has(word))) return false;
  if (role === 'place') {
    walk.places++;
    return true;
  }
  if (walk.places > 0 && walk.brand > 0) {
    // Left of place and brand only a parent organisation can stand: 甲集团(山东)乙公司.
    return takesParent(piece, walk);
  }
  if (walk.places > 0) {
    if (word === '中共' || word === '国家' || word === '驻' || word === '中央') return true;
    const parent = takesParent(piece, walk);
    return (
      parent ||
      (BRANCH_FORMS.has(found.form) && role === 'word' && !GENERAL_IN_NAMES.has(word) && takesBrand(piece, walk))
    );
  }
  if (isParentWord(word)) return hasOwnName(sentence, index) && takesParent(piece, walk);
  if (GENERAL_IN_NAMES.has(word) || VERBS_IN_NAMES.has(word)) {
    if (walk.unknown && found.type === 'company' && !placeLeftOf(sentence, index)) {
      // 科技 before a brand is apposition, not part of the name; 中国 and 国家 are places in all but tag.
      if (!NATION_WORDS.has(word)) return false;
    }
    walk.general++;
    return true;
  }
  if (role === 'number') return takesNumber(piece, walk);
  if (role === 'latin') {
    walk.brand += Math.min(word.length, 4);
    walk.unknown ||= word.length > 1;
    return true;
  }
  if (tag === 'vn' && word.length > 1 && walk.brand + walk.general + walk.places === 0 && found.form === '政府')
    return false;
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
    if (tag === 'i' || tag === 'l' || tag === 'f') return false;
  }
  if (word.length === 1 && FUNCTION_CHARACTERS.has(word)) return false;
  if (walk.brand > 0 && isPeopleWord(word)) return false;
  return takesBrand(piece, walk, piece.tag === 'n' && walk.brand >= 2 && placeLeftOf(sentence, index));
}

/** Characters that jieba parts from the brand that they begin: 中 of 中储粮集团, 大 of 大富豪啤酒. */
const CHARACTERS_OF_NAMES = new Set(['中', '大', '小', '新', '东', '北', '南', '西', '金', '华']);

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

/** Words before an ending that relate a company to something and are no part of its name. */
const RELATIONAL = new Set(
  [...NEVER_BEFORE_FORM].filter(
    (word) => !TRADE_FORMS.has(word) && !VERBS_IN_NAMES.has(word) && !TRADE_WORDS.has(word),
  ),
);

/** jieba's tags of words that are unknown to it or known as names. */
const NAME_TAGS = new Set(['x', 'nz', 'nr', 'nrt', 'nrfg', 'nt', 'ns', 'j', 'eng', 'g', 'zg']);

const NATION_WORDS = new Set(['中国', '国家', '全国', '中华', '国际', '世界', '亚洲', '全球', '新']);
const BRANCH_FORMS = new Set([
  '分行',
  '支行',
  '分公司',
  '办事处',
  '分局',
  '研究院',
  '研究所',
  '医院',
  '学院',
  '代表处',
  '工厂',
  '公司',
  '有限公司',
]);

const isPeopleWord = (word: string) =>
  word.length > 1 &&
  /[员商者户团人民生方]$/u.test(word) &&
  !/^(?:工商|农民|人民|联合|民生|招商|卫生|通商)$/u.test(word);

function takesBrand(piece: Piece, walk: Walk, placeAhead = false): boolean {
  const length = piece.word.length;
  const limit = isHan(piece.word) && piece.tag !== 'nr' ? 8 : 10;
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

const isParentWord = (word: string) =>
  /(?:集团|大学|银行|总公司|科学院|研究院|委员会|总局|省委|市委|县委|区委|国务院|党委|协会|联合会|政府|部)$/u.test(
    word,
  ) &&
  word.length >= 2 &&
  !NEVER_PARENT.has(word);
const NEVER_PARENT = new Set([
  '总部',
  '部',
  '内部',
  '外部',
  '全部',
  '东部',
  '西部',
  '南部',
  '北部',
  '中部',
  '俱乐部',
  '干部',
  '本部',
  '局部',
]);

/** Whether the name of a parent house is complete or goes on to the left: 国电集团; 国光 + 集团. */
function hasOwnName(sentence: SentenceView, index: number): boolean {
  const piece = sentence.pieces[index];
  if (piece !== undefined && !ORGANISATION_FORMS.has(piece.word)) return true;
  const before = sentence.pieces[index - 1];
  if (before === undefined || before.end !== piece?.start) return false;
  return before.role === 'place' || (before.role === 'word' && !RELATIONAL.has(before.word));
}

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
  let length = 0;
  endingsAt(JOINED, text, end, 0, (start) => {
    length = end - start;
  });
  return length;
}

/** How sure the name is, or 0 for none. */
function scoreOf(text: string, sentence: SentenceView, found: FoundForm, walk: Walk): number {
  const name = text.slice(walk.start, sentence.pieces[found.last]?.end);
  if (found.type === 'agency') return agencyScore(name, found, walk);
  const trade = TRADE_FORMS.has(found.form);
  if (walk.start === found.start) return 0;
  if (walk.places === 0 && found.type === 'company' && isGeneral(text.slice(walk.start, found.start))) return 0;
  if (walk.brand === 0 && !walk.parent) {
    if (walk.places === 0) return found.strength === 'legal' && walk.general > 1 ? 0.3 : 0;
    if (trade) return placeAndTradeScore(text, sentence, found, walk);
    if (found.form === '集团') return walk.general > 0 ? 0.66 : 0.2;
    if (found.form === '公司') return walk.general > 1 ? 0.45 : 0.25;
    if (found.strength === 'legal') return 0.8;
    if (found.strength === 'weak') return walk.general > 0 ? 0.45 : 0.15;
    return walk.general > 0 || found.form.length > 2 ? 0.85 : 0.7;
  }
  if (trade && /^(?:有限|集团|股份|公司|产业|行业|业)/u.test(following(text, sentence, found))) return 0;
  if (trade) return tradeScore(text, sentence, found, walk);
  if (found.strength === 'legal') return 0.95;
  if (found.strength === 'weak') return walk.places > 0 ? 0.55 : 0.3;
  if (found.form === '队' || found.form === '党' || found.form === '基金') return 0.4;
  if (walk.brand === 1 && walk.general === 0 && walk.places === 0) return 0.3;
  if (walk.places > 0 || walk.parent || brandIsNoWord(sentence, found, walk)) return 0.88;
  if (KNOWN_COMPANIES.has(text.slice(walk.start, found.start))) return 0.9;
  return found.form === '公司' ? 0.45 : 0.62;
}

/** 金山软件: a brand that is no word before a trade. */
function tradeScore(text: string, sentence: SentenceView, found: FoundForm, walk: Walk): number {
  const nameLike = NAME_LIKE_TRADES.has(found.form);
  if (KNOWN_COMPANIES.has(text.slice(walk.start, found.start))) return 0.85;
  if (!brandIsNoWord(sentence, found, walk))
    return nameLike && walk.brand > 1 && walk.brand <= 3 && walk.general === 0 ? (walk.places > 0 ? 0.48 : 0.38) : 0.15;
  if (walk.brand > 4 || walk.general > 1) return 0.3;
  return Math.min(
    0.85,
    (nameLike ? 0.74 : 0.42) + (walk.places > 0 ? 0.1 : 0) + (acts(text, sentence, found) ? 0.16 : 0),
  );
}

/**
 * 东阿阿胶, 青岛啤酒: a place and a trade. It is a company where it acts or is listed, and goods or an industry where
 * it is spoken of; the nation's trade (中国铝业的龙头) is its industry.
 */
function placeAndTradeScore(text: string, sentence: SentenceView, found: FoundForm, walk: Walk): number {
  if (walk.general > 0 || !NAME_LIKE_TRADES.has(found.form)) return 0.15;
  const opens = walk.start === sentence.start || /[，。；、：“”（\s]/u.test(text.charAt(walk.start - 1));
  const nation = FOREIGN_PLACES.has(text.slice(walk.start, found.start));
  return (nation ? 0.3 : 0.42) + (opens ? 0.13 : 0) + (acts(text, sentence, found) ? 0.13 : 0);
}

/** The two characters after a form. */
function following(text: string, sentence: SentenceView, found: FoundForm): string {
  const end = sentence.pieces[found.last]?.end ?? 0;
  return text.slice(end, end + 2);
}

const ACTS =
  /^(?:今日|昨日|日前|近日|正式|也|已|将|此前)*(?:[、（]|获得|是一|是国|宣布|公告|收购|拟|表示|发布|旗下|董事|总裁|总经理|股份|股价|股权|持有|斥资|与|的子公司|完成|成立于)/u;

/** Whether what follows the form is something that a company does or has. */
function acts(text: string, sentence: SentenceView, found: FoundForm): boolean {
  const end = sentence.pieces[found.last]?.end ?? 0;
  return ACTS.test(text.slice(end, end + 8));
}

/** Whether the leftmost piece of the brand is unknown to jieba's dictionary or known as a name. */
function brandIsNoWord(sentence: SentenceView, found: FoundForm, walk: Walk): boolean {
  for (let index = found.first; index >= 0; index--) {
    const piece = sentence.pieces[index];
    if (piece === undefined || piece.start < walk.start) return false;
    if (piece.role === 'place' || GENERAL_IN_NAMES.has(piece.word)) continue;
    if (piece.start >= found.start) continue;
    if (NAME_TAGS.has(piece.tag) || piece.role === 'latin') return true;
  }
  return false;
}

/** 西北部 is a direction; 采购部 of a company is a department of it. */
const DIRECTION_OR_DEPARTMENT =
  /[东南西北中]部$|(?:公司|集团|银行|股份|企业).{0,6}[部处办室]$|籍买办$|(?:采购|销售|市场|研发|品牌|客服|财务|工程)部$/u;

function agencyScore(name: string, found: FoundForm, walk: Walk): number {
  if (isWholeAgency(name)) return 0.9;
  if (DIRECTION_OR_DEPARTMENT.test(name)) return 0;
  if (walk.places > 0) {
    if (found.strength === 'strong') return 0.93;
    return found.form.length > 1 || walk.general + walk.brand > 0 ? 0.78 : 0.1;
  }
  if (found.strength === 'weak') return walk.parent && walk.general + walk.brand > 0 ? 0.6 : 0.12;
  if (walk.start === found.start) return BARE_AGENCIES.has(found.form) ? 0.72 : 0;
  if (walk.parent) return 0.85;
  if (walk.unknown) return 0.7;
  // 规范政府(采购), 落实政府: only a country or an age makes 政府 a name.
  return found.form !== '政府' && walk.brand + walk.general > 0 ? 0.6 : 0.2;
}

/** Agencies that are named without their place, which the document gives: 市委, 省政府. */
const BARE_AGENCIES = new Set(
  [...ORGANISATION_FORMS]
    .filter(
      ([form, { type, strength }]) => type === 'agency' && strength === 'strong' && /^[省市县区镇州盟旗乡]/u.test(form),
    )
    .map(([form]) => form),
);
