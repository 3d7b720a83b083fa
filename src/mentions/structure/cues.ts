/**
 * Finds companies without an ending by what is said of them: 甲乙总裁王一, 是甲乙的子公司, 甲乙旗下. What stands before such a cue
 * up to the next word that is in no name is taken when something in it is no plain word.
 */
import { GENERAL_IN_NAMES, NEVER_BEFORE_FORM, TRADE_WORDS } from '../lexicon/organisations.ts';
import { NOT_PLACES } from '../lexicon/places.ts';
import { DOUBLE_SURNAMES, isSurname } from '../lexicon/surnames.ts';
import { unitTable } from '../lexicon/words.ts';
import type { Candidate } from '../mention.ts';
import { isHan, type Piece, pieceEndingAt, type SentenceView } from './view.ts';

/** Titles that only enterprises give. */
const COMPANY_TITLE = /董事长|总裁|经理|首席.{2,4}官|CEO|CFO|COO|CTO|董事局主席|创始人|董秘|董事会秘书/u;
/** What only a company has. */
const POSSESSION =
  /^(?:的)?(?:全资|控股|旗下|附属)?(?:子公司|母公司|附属公司|控股股东|大股东|股价|旗下|总部|董事会|股东大会|第一大股东)/u;
const OPENS_POSSESSION = unitTable('的子母附控大股旗总董第全');
const LONGEST = 8;
const LONGEST_HAN = 6;

/** A name between quotation marks before a title: “甲之家”的总经理. */
const QUOTED = /“([^“”，。；：、《》]{2,10})(”的?)$/u;
const LONGEST_QUOTED = 14;

/** Companies of one sentence that a title of an enterprise or a possession of one follows. */
export function findCuedCompanies(text: string, sentence: SentenceView, titles: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  const propose = (end: number, score: number, source: string) => {
    const last = pieceEndingAt(sentence, end);
    const start = last < 0 ? end : runBefore(sentence, last, end);
    const name = text.slice(start, end);
    // 欧阳董事长 is somebody, not the head of a house.
    if (name.length < 2 || DOUBLE_SURNAMES.has(name) || (isHan(name) && name.length > LONGEST_HAN)) return;
    found.push({ start, end, type: 'company', score, source });
  };
  for (const title of titles) {
    if (!COMPANY_TITLE.test(text.slice(title.start, title.end))) continue;
    const quoted = QUOTED.exec(text.slice(Math.max(sentence.start, title.start - LONGEST_QUOTED), title.start));
    if (quoted !== null) {
      const end = title.start - (quoted[2]?.length ?? 0);
      const name = quoted[1] ?? '';
      found.push({ start: end - name.length, end, type: 'company', score: 0.7, source: 'structure:quoted' });
      continue;
    }
    const named = isSurname(text.charAt(title.end)) || /[A-Za-z·]/.test(text.slice(title.end, title.end + 4));
    propose(title.start, named ? 0.66 : 0.5, 'structure:before-title');
    if (named) found.push(...employerBefore(sentence, title.start));
  }
  for (const { start } of sentence.pieces) {
    if (start === sentence.start || OPENS_POSSESSION[text.charCodeAt(start)] !== 1) continue;
    if (!POSSESSION.test(text.slice(start, Math.min(start + 8, sentence.end)))) continue;
    propose(start, 0.6, 'structure:possession');
  }
  return found;
}

/** Longest stretch between a mark and a title that is read as an employer and a department of it. */
const LONGEST_EMPLOYER = 16;
const LONGEST_NAME = 12;
/** A department, which follows the employer. */
const DEPARTMENT =
  /(?:部|处|科|室|中心|事业部|业务|分公司|办事处|市场|营销|销售|采购|研发|运营|行政|公关|品牌|人力资源|财务|生产|技术|质量|项目)$/u;
/** What tells that the person held the post, or has it beside another. */
const BETWEEN = new Set(['原', '前', '兼', '兼任', '的', '现任', '时任']);

/**
 * What stands alone between a mark and the title of a named person is where that person works, when something in it is
 * no plain word: 北辰红木家具 · 总经理 · 王一, and a department is left off: 云上鞋业 · 物流部 · 经理.
 */
function employerBefore(sentence: SentenceView, title: number): Candidate[] {
  let last = pieceEndingAt(sentence, title);
  if (last >= 0 && BETWEEN.has(sentence.pieces[last]?.word ?? '')) last--;
  let first = last + 1;
  for (let index = last; index >= 0; index--) {
    const piece = sentence.pieces[index];
    if (piece === undefined || (index < last && piece.end !== sentence.pieces[index + 1]?.start)) break;
    if (piece.role === 'mark' || OPENING.has(piece.word)) break;
    if (title - piece.start > LONGEST_EMPLOYER || !mayName(piece)) return [];
    first = index;
  }
  for (let word = sentence.pieces[last]?.word ?? ''; last >= first && DEPARTMENT.test(word); ) {
    // 物流 + 部, where jieba parts what a department does from it.
    last -= word.length === 1 ? 2 : 1;
    word = sentence.pieces[last]?.word ?? '';
  }
  const pieces = sentence.pieces.slice(first, last + 1);
  const [head, tail] = [pieces[0], pieces.at(-1)];
  if (head === undefined || tail === undefined || tail.end - head.start > LONGEST_NAME || pieces.length < 2) return [];
  const unknown = pieces.findIndex(({ role, tag }) => role === 'latin' || UNKNOWN.test(tag));
  // Words before the unknown one would say what it is (电商网站 · 云上之家): only places lead a name.
  if (unknown < 0 || pieces.slice(0, unknown).some(({ role, tag }) => role !== 'place' && tag !== 'ns')) return [];
  if (!SHOP.test(tail.word) && !TRADE_WORDS.has(tail.word) && !/^[nl]$/.test(tail.tag) && !UNKNOWN.test(tail.tag))
    return [];
  if (NEVER_BEFORE_FORM.has(tail.word) && !TRADE_WORDS.has(tail.word)) return [];
  return [{ start: head.start, end: tail.end, type: 'company', score: 0.66, source: 'structure:employer' }];
}

/** Words that a sentence puts before the name of one who speaks. */
const OPENING = new Set([
  '据',
  '由',
  '而',
  '但',
  '连',
  '对此',
  '日前',
  '近日',
  '今天',
  '昨日',
  '因此',
  '同时',
  '其中',
  '此外',
]);
const UNKNOWN = /^(?:x|nz|nrt|nrfg|nr|nt)$/;

/** Houses whose word for themselves is one character, which jieba tags as it likes. */
const SHOP = /[厂店行网城社]$/u;

const mayName = ({ role, tag, word }: Piece): boolean =>
  role === 'latin' ||
  role === 'place' ||
  (role === 'verb' && tag === 'vn') ||
  (role === 'number' && /^[一二三四五六七八九十百千万第]+$/u.test(word)) ||
  (role === 'word' && !/^(?:d|c|p|r|y|u[a-z]?|m|t|i)$/.test(tag) && !NOT_PLACES.has(word));

/** Start of the run of possible name pieces that ends at `end`, or `end` where nothing in it is a name. */
function runBefore(sentence: SentenceView, last: number, end: number): number {
  let start = end;
  let unknown = false;
  for (let index = last; index >= 0; index--) {
    const piece = sentence.pieces[index];
    if (piece === undefined || end - piece.start > LONGEST || piece.end !== start) break;
    if (piece.role !== 'word' && piece.role !== 'latin') break;
    if (GENERAL_IN_NAMES.has(piece.word) || NEVER_BEFORE_FORM.has(piece.word) || NOT_PLACES.has(piece.word)) break;
    const names = piece.role === 'latin' || /^(?:x|nz|nrt?|nrfg|ns|nt|j)$/.test(piece.tag);
    // jieba cuts brands into adverbs and the like; such a fragment counts only beside something unknown.
    // One noun of trade may end the name: 康力 + 电梯.
    const trade = index === last && piece.tag === 'n' && piece.word.length === 2 && index > 0;
    if (!names && !trade && !(piece.tag === 'd' && unknown) && piece.word.length > 1) break;
    unknown ||= names;
    start = piece.start;
  }
  return unknown ? start : end;
}
