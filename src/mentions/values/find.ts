/** Finds the values of a document: dates, amounts of money and shares. */
import type { TokenisedDocument } from '../../tokens/token.ts';
import type { Value } from '../value.ts';
import { findAmounts, MONEY_UNITS } from './amounts.ts';
import { findDates } from './dates.ts';
import { NUMBER_UNITS } from './numerals.ts';
import { findShares, SHARE_UNITS } from './shares.ts';

/** By UTF-16 unit, what an amount (number and money) or a share cannot be without; most sentences lack it. */
const NUMBER = 1;
const MONEY = 2;
const SHARE = 4;
const MARKS = new Uint8Array(0x10000);
for (const [units, mark] of [
  [NUMBER_UNITS, NUMBER],
  [MONEY_UNITS, MONEY],
  [SHARE_UNITS, SHARE],
] as const) {
  for (const unit of units) MARKS[unit.charCodeAt(0)] = (MARKS[unit.charCodeAt(0)] ?? 0) | mark;
}

function marksBetween(text: string, start: number, end: number): number {
  let marks = 0;
  for (let at = start; at < end; at++) marks |= MARKS[text.charCodeAt(at)] ?? 0;
  return marks;
}

/**
 * Finds dates, amounts and shares in the headline and body of a document and normalises them. Time is linear in the
 * length of the text.
 *
 * @returns values in order of their start that do not overlap; offsets into the document's text.
 *
 * @example
 * findValues(tokenise({ id: 'a', text: '昨日，甲公司斥资3.5亿元入股乙公司，持股19.9%。', date: '2020-03-02' }, segmenter));
 * // date 2020-03-01, amount 350000000 CNY, share 0.199
 */
export function findValues(document: TokenisedDocument): Value[] {
  const sentences = document.sentences.filter(({ kind }) => kind === 'title' || kind === 'body');
  const found: Value[] = findDates(document.text, sentences, document.date);
  for (const { start, end } of sentences) {
    const marks = marksBetween(document.text, start, end);
    const text = document.text.slice(start, end);
    const amounts = (marks & MONEY) === 0 || (marks & NUMBER) === 0 ? [] : findAmounts(text);
    const shares = (marks & SHARE) === 0 ? [] : findShares(text);
    for (const value of [...amounts, ...shares]) {
      found.push({ ...value, start: value.start + start, end: value.end + start });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const values: Value[] = [];
  let end = 0;
  let sentence = 0;
  for (const value of found) {
    while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= value.start) sentence++;
    const home = sentences[sentence];
    if (value.start < end || home === undefined || value.start < home.start || value.end > home.end) continue;
    values.push(value);
    end = value.end;
  }
  return values;
}
