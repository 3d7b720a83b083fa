/** Finds shares and percentages: 51%, 百分之五十一, 五成股权, 全部股权. */
import { allMatches } from '../../tokens/needs.ts';
import type { ShareValue } from '../value.ts';
import { readQualifier } from './amounts.ts';
import { CHINESE_DIGITS, parseNumber, shiftDecimal } from './numerals.ts';

const BEFORE = '不超过|不超|不高于|约为|大约|约|将近|接近|近|超过|超|逾|不低于|不少于|至少|不足|不到|低于|高于';
const PERCENT = '[0-9]{1,4}(?:\\.[0-9]{1,8})?';

const SHARE = new RegExp(
  `(?<![0-9.])(?<before>${BEFORE})?(?:` +
    `(?<low>${PERCENT})[%％]?(?:至|到|-|—|~|～|–)(?<high>${PERCENT})[%％]|` +
    `(?<percent>${PERCENT})[%％]|` +
    `百分之(?<chinese>(?:[${CHINESE_DIGITS}十百点]){1,9}|${PERCENT})|` +
    `(?<tenths>[一二三四五六七八九两1-9])成(?<half>半)?(?=[多余]?(?:左右|以上)?的?(?:股|权益|份额))` +
    `)(?<after>以上|以下|左右|多|余)?`,
  'g',
);

/** Characters one of which stands in every share or directly behind it. */
export const SHARE_UNITS = '%％百股权份';

/** 由19.92%升至28.04%: the former share is no longer true. */
const SUPERSEDED = /(?:由|从)(?:[^，。；%]{0,12})$/;
const CHANGE =
  /^[^，。；%0-9]{0,8}(?:升|增|提高|提升|上升|增加|扩大|降|减|下降|降低|减少|稀释|摊薄|变更|变)(?:持)?[至到为]/;

const WHOLE = /(?<![0-9%的])(?:全部|所有|100％)(?=的?(?:股权|股份|股本))/g;

/**
 * Finds shares as fractions. Growth rates are found as well; what a percentage is a share of, the relations decide.
 * Of 由19.92%升至28.04% only the latter is given.
 *
 * @returns shares in order of their start; offsets into `text`.
 */
export function findShares(text: string): ShareValue[] {
  const found: ShareValue[] = [];
  for (const match of allMatches(SHARE, text)) {
    const { before, low, percent, chinese, tenths, half, after } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const value = readShare(low ?? percent, chinese, tenths, half);
    if (value === undefined) continue;
    if (SUPERSEDED.test(text.slice(Math.max(0, start - 16), start)) && CHANGE.test(text.slice(end, end + 16))) continue;
    const qualifier = low === undefined ? readQualifier(before, undefined, after) : 'range';
    found.push({ kind: 'share', start, end, value, ...(qualifier === undefined ? {} : { qualifier }) });
  }
  for (const match of allMatches(WHOLE, text)) {
    found.push({ kind: 'share', start: match.index, end: match.index + match[0].length, value: 1 });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function readShare(
  percent: string | undefined,
  chinese: string | undefined,
  tenths: string | undefined,
  half: string | undefined,
): number | undefined {
  if (percent !== undefined) return shiftDecimal(percent, -2);
  if (chinese !== undefined) {
    if (/^[0-9]/.test(chinese)) return shiftDecimal(chinese, -2);
    const value = parseNumber(chinese === '百' ? '一百' : chinese);
    return value === undefined ? undefined : shiftDecimal(String(value), -2);
  }
  const value = tenths === undefined ? undefined : parseNumber(tenths);
  return value === undefined ? undefined : shiftDecimal(`${value}${half === undefined ? '' : '.5'}`, -1);
}
