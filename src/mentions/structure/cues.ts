/**
 * Finds companies without an ending by what is said of them: 甲乙总裁王一, 是甲乙的子公司, 甲乙旗下. What stands before such a cue
 * up to the next word that is in no name is taken when something in it is no plain word.
 */
import { guard, matchesOf } from '../../tokens/needs.ts';
import { GENERAL_IN_NAMES, NEVER_BEFORE_FORM, TRADE_FORMS } from '../lexicon/organisations.ts';
import { NOT_PLACES } from '../lexicon/places.ts';
import { isSurname } from '../lexicon/surnames.ts';
import { unitTable } from '../lexicon/words.ts';
import type { Candidate } from '../mention.ts';
import { isHan, pieceEndingAt, pieceStartingAt, type SentenceView } from './view.ts';

/** Titles that only enterprises give. */
const COMPANY_TITLE =
  /^(?:副|常务副|执行|联席|名誉)?(?:董事长|总裁|总经理|首席.{2,4}官|CEO|CFO|COO|CTO|董事局主席|行政总裁|创始人|联合创始人|董秘|董事会秘书)/u;
/** What only a company has. */
const POSSESSION =
  /^(?:的)?(?:全资|控股|旗下|附属)?(?:子公司|母公司|附属公司|控股股东|大股东|股价|旗下|总部|董事会|股东大会|第一大股东)/u;
const OPENS_POSSESSION = unitTable('的子母附控大股旗总董第全');
const LONGEST = 8;
const LONGEST_HAN = 6;
/** What is bought or held: 收购甲乙51%的股权, 持有甲乙的股份. */
const BOUGHT = guard(
  /(?:收购|并购|入股|增持|减持|购入|受让|转让|出售|持有|竞购|认购)(?:了|的)?([^，。；：、“”《》（）的了0-9%\s]{2,10})(?=(?:的)?(?:约|近|逾|共|合计)?(?:[0-9.]+%|[0-9.]+[万亿]?股|全部|部分|多数|少数|剩余|控股)?(?:的)?(?:股权|股份|股票|股本|控股权))/gu,
);
/** What a company does at the beginning of a clause: 甲乙以12亿元收购, 甲乙宣布完成A轮融资. */
const DEED = guard(
  /(?<=^|[，。；：\s])([^，。；：、“”《》（）的了0-9%\s]{2,8}?)(?=(?:今日|昨日|日前|近日|此前|已|拟|将|计划|正式|宣布|公告|公告称|获悉)*(?:，)?(?:(?:以|斥资|耗资|出资|作价)[0-9.]+[万亿]?(?:元|美元|欧元|港元|人民币)|收购了?|全资收购|并购|入股|增资|定增|(?:完成|获得|获)[A-F天使种战略]{1,2}\+?轮))/gu,
);

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
    if (name.length < 2 || (isHan(name) && name.length > LONGEST_HAN)) return;
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
  }
  for (const { start } of sentence.pieces) {
    if (start === sentence.start || OPENS_POSSESSION[text.charCodeAt(start)] !== 1) continue;
    if (!POSSESSION.test(text.slice(start, Math.min(start + 8, sentence.end)))) continue;
    propose(start, 0.6, 'structure:possession');
  }
  const clause = text.slice(sentence.start, sentence.end);
  for (const pattern of [BOUGHT, DEED]) {
    for (const match of matchesOf(pattern, clause)) {
      const name = match[1] ?? '';
      const start = sentence.start + match.index + match[0].indexOf(name);
      if (isUnknownName(sentence, start, start + name.length)) {
        found.push({ start, end: start + name.length, type: 'company', score: 0.64, source: 'structure:deal' });
      }
    }
  }
  return found;
}

/** Whether whole words that can be in a company's name fill a span, one of them no plain word. */
function isUnknownName(sentence: SentenceView, start: number, end: number): boolean {
  const first = pieceStartingAt(sentence, start);
  const last = pieceEndingAt(sentence, end);
  if (first < 0 || last < first || /^[这那该本此其为对因]/u.test(sentence.pieces[first]?.word ?? '')) return false;
  let unknown = false;
  for (let index = first; index <= last; index++) {
    const piece = sentence.pieces[index];
    if (piece === undefined || (piece.role !== 'word' && piece.role !== 'latin' && piece.role !== 'place'))
      return false;
    if (NEVER_BEFORE_FORM.has(piece.word) || (piece.role === 'place' && index === last)) return false;
    // 北辰 alone is a person or a place, 北辰电池 neither.
    const traded = index < last && TRADE_FORMS.has(sentence.pieces[last]?.word ?? '');
    const fronted = traded && (piece.role === 'place' || piece.tag === 'nr');
    unknown ||= fronted || piece.role === 'latin' || /^(?:x|nz|nrt|nrfg|nt)$/.test(piece.tag);
  }
  return unknown;
}

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
