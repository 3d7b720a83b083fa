/** How sure a name is that was found by its ending. */
import { AGENCY_FUNCTIONS, isWholeAgency } from '../lexicon/agencies.ts';
import { isGeneral } from '../lexicon/general.ts';
import { KNOWN_COMPANIES } from '../lexicon/known-names.ts';
import { GENERAL_IN_NAMES, NAME_LIKE_TRADES, ORGANISATION_FORMS, TRADE_FORMS } from '../lexicon/organisations.ts';
import { FOREIGN_PLACES } from '../lexicon/places.ts';
import type { FoundForm, Walk } from './name-walk.ts';
import { NAME_TAGS } from './name-words.ts';
import { pieceEndingAt, type SentenceView } from './view.ts';

/** How sure the name is, as a probability judged on news by hand, or 0 for none. */
export function scoreName(text: string, sentence: SentenceView, found: FoundForm, walk: Walk): number {
  const name = text.slice(walk.start, sentence.pieces[found.last]?.end);
  if (goesOn(text, sentence, found)) return 0;
  if (found.type === 'agency') return agencyScore(name, found, walk);
  // 荣获联合国, 甲协会联合国: no name ends in it but its own.
  if (found.form === '联合国' && walk.start !== found.start) return 0;
  const trade = TRADE_FORMS.has(found.form);
  if (walk.start === found.start) return 0;
  // jieba knows houses that are called by general words alone: 中国石油天然气集团公司.
  const known = sentence.pieces[found.last];
  if (known?.tag === 'nt' && known.start === walk.start && found.strength === 'legal') return 0.92;
  if (walk.places === 0 && found.type === 'company' && isGeneral(text.slice(walk.start, found.start))) return 0;
  if (walk.brand === 0 && !walk.parent) {
    if (walk.places === 0) return found.strength === 'legal' && walk.general > 1 ? 0.3 : 0;
    if (trade) return placeAndTradeScore(text, sentence, found, walk);
    // 甲省乙市组织 + 丙: there it is a verb.
    if (found.form === '组织' && walk.general === 0) return 0.15;
    if (found.form === '集团') return walk.general > 0 ? 0.66 : 0.2;
    if (found.form === '公司') return walk.general > 1 ? 0.45 : 0.25;
    if (found.strength === 'legal') return 0.8;
    if (found.form === '中心') return walk.general > 0 ? 0.7 : 0.15;
    if (found.strength === 'weak') return walk.general > 0 ? 0.45 : 0.15;
    return walk.general > 0 || found.form.length > 2 ? 0.85 : 0.7;
  }
  if (trade && /^(?:有限|集团|股份|公司|产业|行业|业)/u.test(following(text, sentence, found))) return 0;
  if (trade) return tradeScore(text, sentence, found, walk);
  if (isFragment(sentence, walk, found)) return 0.4;
  if (found.strength === 'legal') return 0.95;
  if (found.form === '中心') return walk.places > 0 || walk.parent ? 0.72 : 0.3;
  if (found.strength === 'weak') return walk.places > 0 ? 0.55 : 0.3;
  if (found.form === '队' || found.form === '党' || found.form === '基金') return 0.4;
  if (walk.brand === 1 && walk.general === 0 && walk.places === 0) return 0.3;
  if (walk.places > 0 || walk.parent || brandIsNoWord(sentence, found, walk)) return 0.88;
  if (KNOWN_COMPANIES.has(text.slice(walk.start, found.start))) return 0.9;
  return found.form === '公司' ? 0.45 : 0.62;
}

/**
 * Whether a name is the end of a longer one: a brand of one character, or plain words alone with another word right
 * before them (甲商用飞机 · 发动机有限责任公司).
 */
function isFragment(sentence: SentenceView, walk: Walk, found: FoundForm): boolean {
  if (found.type !== 'company' || walk.places > 0 || walk.parent || brandIsNoWord(sentence, found, walk)) return false;
  if (walk.brand === 1 && walk.general === 0) return true;
  const before = sentence.pieces[pieceEndingAt(sentence, walk.start)];
  return found.strength === 'legal' && (before?.role === 'word' || before?.role === 'latin');
}

/** Forms that are also what a company does to the place behind them: 青禾投资甲国. */
const DEEDS = new Set(['投资', '建设', '控股', '创业']);

/** Whether what follows makes another word of the form: 政府采购, 甲中心大道, 青禾投资 · 甲国. */
function goesOn(text: string, sentence: SentenceView, found: FoundForm): boolean {
  const next = sentence.pieces[found.last + 1];
  if (next === undefined) return false;
  if (found.form.endsWith('政府')) return next.word.startsWith('采购');
  if (DEEDS.has(found.form)) return next.role === 'place' || next.role === 'number' || /^[了过]$/u.test(next.word);
  const street = found.form === '中心' || found.form.length === 1;
  return street && /^(?:大道|大街|[道路街](?![教德]))/u.test(text.slice(next.start, next.start + 2));
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
    (nameLike ? 0.74 : 0.42) +
      (walk.places > 0 ? 0.1 : 0) +
      (acts(text, sentence, found) && (nameLike || !following(text, sentence, found).startsWith('、')) ? 0.16 : 0),
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
  /^(?:今日|昨日|日前|近日|正式|也|已|将(?![在与向以投收参出])|此前)*(?:[、（]|获得|是一|是国|宣布|公告|收购|拟|表示|发布|旗下|董事|总裁|总经理|副总|首席|总监|董秘|分析师|研究员|创始人|股份|股价|股权|持有|斥资|与|的子公司|完成|成立于|以[0-9]|将[在与向以投收参出]|投资|参与|中标|计划|获|总部)/u;

/** Whether what follows the form is something that a company does or has. */
function acts(text: string, sentence: SentenceView, found: FoundForm): boolean {
  const end = sentence.pieces[found.last]?.end ?? 0;
  return ACTS.test(text.slice(end, end + 8));
}

/** Whether the leftmost piece of the brand is unknown to jieba's dictionary or known as a name. */
function brandIsNoWord(sentence: SentenceView, found: FoundForm, walk: Walk): boolean {
  for (let index = found.first; index >= 0; index--) {
    const piece = sentence.pieces[index];
    if (piece === undefined || piece.end <= walk.start) return false;
    if (piece.role === 'place' || GENERAL_IN_NAMES.has(piece.word)) continue;
    if (piece.start >= found.start) continue;
    if (NAME_TAGS.has(piece.tag) || piece.role === 'latin') return true;
  }
  return false;
}

/** 西北部 is a direction; 采购部 of a company is a department of it. */
const DIRECTION_OR_DEPARTMENT =
  /[东南西北中]部$|(?:公司|集团|银行|股份|企业).{0,6}[部处办室]$|籍买办$|(?:采购|销售|市场|研发|品牌|客服|财务|工程|营业|编辑|公关|人事)部$/u;

function agencyScore(name: string, found: FoundForm, walk: Walk): number {
  if (isWholeAgency(name)) return 0.9;
  const levelled = /^[省市县区](.+)[局厅]$/u.exec(name);
  if (levelled !== null && AGENCY_FUNCTIONS.has(levelled[1] ?? '')) return 0.85;
  if (DIRECTION_OR_DEPARTMENT.test(name)) return 0;
  // 节能产品政府采购: what is bought by 政府, which a place or country must stand before.
  if (found.form === '政府' && (walk.general > 0 || walk.brand > 3)) return 0.2;
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
