/** Finds the values of a document: dates, amounts of money and shares. */
import type { TokenisedDocument } from '../../tokens/token.ts';
import type { Value } from '../value.ts';
import { findAmounts } from './amounts.ts';
import { findDates } from './dates.ts';
import { findShares } from './shares.ts';

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
  const found: Value[] = [
    ...findDates(document.text, sentences, document.date),
    ...findAmounts(document.text),
    ...findShares(document.text),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
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
