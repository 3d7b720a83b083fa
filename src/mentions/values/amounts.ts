/** Finds amounts of money: 326.7亿元, 逾5亿美元, US$300万, 10亿至15亿元, 三千万元人民币. */
import { allMatches } from '../../tokens/needs.ts';
import type { AmountValue, Qualifier } from '../value.ts';
import { CHINESE_DIGITS, parseNumber } from './numerals.ts';

/** Names of currencies as they follow or precede a number, with their ISO 4217 codes. Longest first. */
const CURRENCIES: readonly (readonly [name: string, code: string])[] = [
  ['元人民币', 'CNY'],
  ['人民币元', 'CNY'],
  ['新加坡元', 'SGD'],
  ['瑞士法郎', 'CHF'],
  ['元新台币', 'TWD'],
  ['新台币元', 'TWD'],
  ['元港币', 'HKD'],
  ['人民币', 'CNY'],
  ['新台币', 'TWD'],
  ['元台币', 'TWD'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['美刀', 'USD'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['港幣', 'HKD'],
  ['欧元', 'EUR'],
  ['日元', 'JPY'],
  ['日圆', 'JPY'],
  ['英镑', 'GBP'],
  ['韩元', 'KRW'],
  ['韩圆', 'KRW'],
  ['澳元', 'AUD'],
  ['加元', 'CAD'],
  ['新元', 'SGD'],
  ['新币', 'SGD'],
  ['台币', 'TWD'],
  ['卢布', 'RUB'],
  ['卢比', 'INR'],
  ['泰铢', 'THB'],
  ['越南盾', 'VND'],
  ['林吉特', 'MYR'],
  ['令吉', 'MYR'],
  ['迪拉姆', 'AED'],
  ['雷亚尔', 'BRL'],
  ['RMB', 'CNY'],
  ['CNY', 'CNY'],
  ['USD', 'USD'],
  ['HKD', 'HKD'],
  ['EUR', 'EUR'],
  ['元', 'CNY'],
];

const SYMBOLS: readonly (readonly [symbol: string, code: string])[] = [
  ['US$', 'USD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['S$', 'SGD'],
  ['A$', 'AUD'],
  ['$', 'USD'],
  ['¥', 'CNY'],
  ['￥', 'CNY'],
  ['€', 'EUR'],
  ['£', 'GBP'],
];

const CODE = new Map([...CURRENCIES, ...SYMBOLS]);

/** Characters one of which stands in every amount: the last of each currency, or what makes a bare number large. */
export const MONEY_UNITS: string = `${[...CODE.keys()].map((name) => name.slice(-1)).join('')}万亿`;

const escapeDollar = (text: string): string => text.replace(/[$]/g, '\\$&');
const NAMES = CURRENCIES.map(([name]) => name).join('|');
const PREFIXES = [...SYMBOLS, ...CURRENCIES.filter(([name]) => name !== '元' && !name.startsWith('元'))]
  .map(([name]) => escapeDollar(name))
  .join('|');

const BEFORE =
  '不超过|不超|不高于|约合|大约|大概|约为|约|将近|接近|近|超过|超出|超|逾|高于|不低于|不少于|至少|不足|不到|低于|至多|最多|上|过';
const ARABIC = '[0-9]{1,16}(?:[,，][0-9]{3}){0,5}(?:\\.[0-9]{1,8})?';
const UNIT = '[十百千]?[万亿]亿?|[百千](?=[余多]?(?:元|美元|港元|欧元))';
const CHINESE = `(?:[${CHINESE_DIGITS}]|[十百千](?![分名人年])){1,9}(?:点[${CHINESE_DIGITS}]{1,4})?`;
const NUMBER = `(?:${ARABIC}(?:${UNIT})?(?:[0-9]{1,4}万)?|${CHINESE}[万亿]{0,2}(?:${CHINESE}万)?)`;

/** Number, optionally a range, optionally hedged, with a currency before or behind it. */
const AMOUNT = new RegExp(
  `(?<![0-9.,A-Za-z第数几])(?<before>${BEFORE})?(?<prefix>${PREFIXES})?\\s?(?<low>${NUMBER})` +
    `(?:(?<vagueLow>[多余几])?(?<lowCurrency>${NAMES})?(?:至|到|-|—|~|～|–)(?<high>${NUMBER}))?` +
    `(?<vague>[多余])?(?<suffix>${NAMES})?(?<after>以上|以下|以内|左右|上下|多|余)?`,
  'g',
);

/** What may stand before a bare 3亿 so that it is money. */
const MONEY_BEFORE =
  /(?:斥资|耗资|投资额?|总投资额?|投资总额|出资额?|注资|增资|融资额?|募资|集资|作价|豪掷|砸下?|投入|金额|总额|估值|市值|资金|注册资本|贷款|价格|身价|标的额|获得?|花费?|拿下?|以|共|达|收益|借款|营收|利润|亏损)(?:为|约|近|超过?|逾|高达|达到?|了|总计|合计|共计|不足|不低于|至少)?$/;

/** What may follow a bare 3亿 so that it is money. */
const MONEY_AFTER =
  /^(?:的?(?:收购|并购|投资|入股|注资|增资|融资|购得?|买下?|拿下|控股|认购|受让|竞得|资金|巨资|贷款|项目|大单|订单|合同|[A-F]\+?轮|天使|战略投资|价格|天价|高价|代价))/;

/** Words that begin with 元 and make the number before it something else. */
const NOT_MONEY = /^元(?:旦|老|件|素|宝|首|帅|气|宵|宇宙|朝|代|月|大都|器件|组织)/;

/**
 * Finds amounts of money in a normalised text. A bare 3亿 counts only beside words of money (斥资3亿, 3亿收购), so
 * that 3亿吨 and 12家 stay out; it is read as `CNY`.
 *
 * @returns amounts in order of their start; offsets into `text`.
 */
export function findAmounts(text: string): AmountValue[] {
  const found: AmountValue[] = [];
  for (const match of allMatches(AMOUNT, text)) {
    const amount = readAmount(text, match);
    if (amount) found.push(amount);
  }
  return found;
}

function readAmount(text: string, match: RegExpMatchArray): AmountValue | undefined {
  const { before, prefix, low = '', lowCurrency, high, vagueLow, vague, suffix, after } = match.groups ?? {};
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const name = suffix ?? prefix ?? lowCurrency;
  let currency = name === undefined ? undefined : CODE.get(name);
  // US$3亿 written with 元 behind it: the prefix is the more exact of the two. 台币2300百万元 likewise.
  if (prefix !== undefined && suffix === '元') currency = CODE.get(prefix);
  if (currency === undefined) {
    if (!/[万亿]/.test(high ?? low)) return undefined;
    const numberStart = start + (before?.length ?? 0);
    const head = text.slice(Math.max(0, numberStart - 8), numberStart);
    if (!MONEY_AFTER.test(text.slice(end, end + 6)) && !(MONEY_BEFORE.test(head) && closes(text, end)))
      return undefined;
    currency = 'CNY';
  }
  if (suffix === '元' && prefix === undefined) {
    const tail = end - (after?.length ?? 0) - 1;
    if (NOT_MONEY.test(text.slice(tail, tail + 4))) return undefined;
    // 二元, 三元 are rarely money; 十元 and 五百元 are.
    if (/^[〇零一二三四五六七八九两]$/.test(low)) return undefined;
  }
  let first = high === undefined ? parseNumber(low) : parseRangeStart(low, high);
  const upper = high === undefined ? undefined : parseNumber(high);
  // 过3亿 is a hedge, but 通过3亿 is not; such a hedge is no part of the amount.
  const hedge = before !== undefined && isHedge(text, start, before) ? before : undefined;
  const from = hedge === undefined ? start + (before?.length ?? 0) : start;
  if (first === undefined || (high !== undefined && upper === undefined)) return undefined;
  if (upper !== undefined && upper < first) first = upper;
  const qualifier = upper === undefined ? readQualifier(hedge, vague ?? vagueLow, after) : 'range';
  return {
    kind: 'amount',
    start: from,
    end,
    value: first,
    ...(upper !== undefined && upper > first ? { upper } : {}),
    currency,
    ...(qualifier === undefined ? {} : { qualifier }),
  };
}

/** 10至15亿: the low end borrows the unit of the high end. */
function parseRangeStart(low: string, high: string): number | undefined {
  const unit = /[十百千]?[万亿]+$/.exec(high)?.[0];
  return parseNumber(unit !== undefined && !/[万亿]/.test(low) ? low + unit : low);
}

/** True when a bare number ends here: nothing follows that it could count. */
function closes(text: string, end: number): boolean {
  const next = text.slice(end, end + 2);
  return (
    next === '' ||
    /^[，。；、！？）)\s“”]/.test(next) ||
    /^(?:收购|并购|入股|投资|增资|购|买|用于|建设|打造|的)/.test(next)
  );
}

function isHedge(text: string, start: number, word: string): boolean {
  const previous = text[start - 1] ?? '';
  if (word === '过') return !/[通超经不]/.test(previous);
  if (word === '上') return /[，。；、\s达了投]/.test(previous) || previous === '';
  if (word === '近') return !/[最附靠临]/.test(previous);
  if (word === '约') return !/[签合契违条]/.test(previous);
  return true;
}

/** Reads the hedge of an amount or share from the words around the number. */
export function readQualifier(
  before: string | undefined,
  vague: string | undefined,
  after: string | undefined,
): Qualifier | undefined {
  if (before !== undefined) {
    if (before.includes('约') || before.startsWith('大')) return 'about';
    if (/^(?:不低于|不少于|至少)/.test(before)) return 'over';
    if (/不超|不高于|近|不足|不到|低于|多$/.test(before)) return 'under';
    return 'over';
  }
  if (vague !== undefined) return 'over';
  if (after === undefined) return undefined;
  if (after === '左右' || after === '上下') return 'about';
  return after === '以下' || after === '以内' ? 'under' : 'over';
}
