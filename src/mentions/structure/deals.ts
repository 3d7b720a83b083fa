/**
 * Finds companies by the deals that they make: what is bought, held or sold by shares, who buys, who reports to the
 * exchange. A slot of such a phrase says that a name stands there, and how surely depends on what fills it: a word that
 * is in no dictionary is a name, a common noun hardly. What it says is one more witness: beside a model that half
 * believes in the same name it decides, alone it often does not.
 */
import { guard, matchesOf } from '../../tokens/needs.ts';
import { isGeneral } from '../lexicon/general.ts';
import { NEVER_BEFORE_FORM, ORGANISATION_FORMS, TRADE_FORMS } from '../lexicon/organisations.ts';
import { isSurname } from '../lexicon/surnames.ts';
import type { Candidate } from '../mention.ts';
import { pieceEndingAt, pieceStartingAt, type SentenceView } from './view.ts';

/** How sure a slot makes a name, by what fills it. Set by reading what each found in news. */
interface Slot {
  /** Whether a person may stand there as well. */
  readonly people?: true;
  readonly pattern: ReturnType<typeof guard>;
  /** A word in it is in no dictionary, or is known as a name. */
  readonly unknown: number;
  /** A place leads it, or a word of trade ends it. */
  readonly mixed: number;
  /** Plain words alone. */
  readonly plain: number;
}

const WORD = '[^，。；：、“”《》（）的了0-9%\\s]';
const SHARES =
  '(?:的)?(?:约|近|逾|共|合计)?(?:[0-9.]+%|[0-9.]+[万亿]?股|全部|部分|多数|少数|剩余|控股|一半|半数|过半|大部分|绝大部分)?(?:的)?(?:股权|股份|股票|股本|控股权)';
const WHEN = '(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:晚间?|午间|早间|盘后|昨晚|今晚|今日|昨日|近日|日前)*';
const BEFORE_DEED = '(?:今日|昨日|日前|近日|此前|已|拟|将|计划|正式|宣布|公告|公告称|获悉)*(?:，)?';
const OPENS = '(?<=^|[，。；：\\s])';

const SLOTS: readonly Slot[] = [
  // What is bought or held: 收购甲乙51%的股权, 持有甲乙的股份.
  {
    pattern: guard(
      new RegExp(
        `(?:收购|并购|入股|增持|减持|购入|购买|受让|转让|出售|持有|竞购|认购)(?:了|的)?(${WORD}{2,10}?)(?=${SHARES})`,
        'gu',
      ),
    ),
    unknown: 0.64,
    mixed: 0.52,
    plain: 0.36,
  },
  // A name in Latin letters that is bought, behind what it is: 收购软件供应商Abcde.
  {
    pattern: guard(
      new RegExp(
        `(?:收购|并购|入股)(?:了)?(?:${WORD}{0,16}(?:商|公司|企业|网站|平台|巨头))?([A-Z][A-Za-z]{2,})(?![A-Za-z ·.-]|手机|系统|软件|产品|技术|业务|品牌|芯片|平台|浏览器)`,
        'gu',
      ),
    ),
    unknown: 0.6,
    mixed: 0.3,
    plain: 0.3,
  },
  // Whose shares change hands: 增持了甲乙、丙丁.
  {
    pattern: guard(new RegExp(`(?:增持|减持|举牌)(?:了)?(${WORD}{2,8}?)(?=等?[、，。；（]|[0-9]|$)`, 'gu')),
    unknown: 0.6,
    mixed: 0.5,
    plain: 0.3,
  },
  // What a company does at the beginning of a clause: 甲乙以12亿元收购, 甲乙宣布完成A轮融资.
  {
    people: true,
    pattern: guard(
      new RegExp(
        `${OPENS}(${WORD}{2,8}?)(?=${BEFORE_DEED}(?:(?:以|斥资|耗资|出资|作价)[0-9.]+[万亿]?(?:元|美元|欧元|港元|人民币)|收购了?|全资收购|并购|受让|入股|增资|定增|(?:增持|减持)(?:了|公司)|(?:完成|获得|获)[A-F天使种战略]{1,2}\\+?轮))`,
        'gu',
      ),
    ),
    unknown: 0.64,
    mixed: 0.45,
    plain: 0.3,
  },
  // Who reports: 甲乙晚间发布公告.
  {
    pattern: guard(new RegExp(`${OPENS}(${WORD}{2,8}?)(?=${WHEN}(?:发布|披露|刊登)?了?公告)`, 'gu')),
    unknown: 0.64,
    mixed: 0.52,
    plain: 0.4,
  },
  // Who gets what is sold or pledged: 转让给甲乙.
  {
    people: true,
    pattern: guard(new RegExp(`(?:转让|出售|质押|划转|售|卖)给(?:了)?(${WORD}{2,10}?)(?=[，。；（]|$)`, 'gu')),
    unknown: 0.6,
    mixed: 0.5,
    plain: 0.3,
  },
];

/** Companies of one sentence that stand where a deal names one. */
export function findDealers(text: string, sentence: SentenceView): Candidate[] {
  const found: Candidate[] = [];
  const whole = text.slice(sentence.start, sentence.end);
  for (const slot of SLOTS) {
    for (const match of matchesOf(slot.pattern, whole)) {
      const name = match[1] ?? '';
      const start = sentence.start + match.index + match[0].indexOf(name);
      const filling = fillingOf(sentence, start, start + name.length);
      if (filling === undefined) continue;
      // A name of a person's length and surname is one as likely as not.
      const personal = slot.people === true && name.length <= 3 && isSurname(name.charAt(0));
      const score = personal ? slot.plain : slot[filling];
      found.push({ start, end: start + name.length, type: 'company', score, source: 'structure:deal' });
    }
  }
  return found;
}

/** 公司, 资源: part of no brand. */
const isCommon = (word: string) => ORGANISATION_FORMS.has(word) || isGeneral(word);

/** What fills a slot from one offset to another, where whole words do that can be in a company's name. */
function fillingOf(sentence: SentenceView, start: number, end: number): 'unknown' | 'mixed' | 'plain' | undefined {
  const first = pieceStartingAt(sentence, start);
  const last = pieceEndingAt(sentence, end);
  if (first < 0 || last < first || /^[这那该本此其为对因上另据两几多各]/u.test(sentence.pieces[first]?.word ?? ''))
    return undefined;
  const pieces = sentence.pieces.slice(first, last + 1);
  const words = pieces.map(({ word }) => word);
  const whole = words.join('');
  if (/[在于向被对从将]$/u.test(whole)) return undefined;
  const leads = TRADE_FORMS.has(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  if (
    leads.some((word) => NEVER_BEFORE_FORM.has(word)) ||
    isGeneral(whole) ||
    ORGANISATION_FORMS.has(whole) ||
    leads.every(isCommon)
  )
    return undefined;
  let unknown = false;
  let mixed = false;
  for (const [index, { role, tag }] of pieces.entries()) {
    const brand = role === 'verb' && pieces.length > 1;
    // jieba takes 万维 for a number.
    const counted = role === 'number' && BRAND_LIKE.test(words[index] ?? '');
    if (role !== 'word' && role !== 'latin' && role !== 'place' && !brand && !counted) return undefined;
    if (FUNCTION_TAGS.test(tag)) return undefined;
    const ends = index === pieces.length - 1;
    if (role === 'place' && ends) return undefined;
    // 北辰 alone is a person or a place, 北辰电池 neither.
    const traded = !ends && TRADE_FORMS.has(words.at(-1) ?? '');
    unknown ||= (traded && (role === 'place' || tag === 'nr')) || role === 'latin' || UNKNOWN.test(tag);
    mixed ||= role === 'place' || tag === 'nr' || traded;
  }
  if (unknown || mixed) return unknown ? 'unknown' : 'mixed';
  return pieces.length > 1 ? 'plain' : undefined;
}

/** Adverbs, conjunctions, prepositions and particles: what stands before the name, not in it. */
const FUNCTION_TAGS = /^(?:d|c|p|r|y|u[a-z]?)$/;
const BRAND_LIKE = /^[\d一二三四五六七八九十百千万][^0-9.一二三四五六七八九十百千万亿两几数余多家个名位类种项次级]$/u;
const UNKNOWN = /^(?:x|nz|nrt|nrfg|nt)$/;
