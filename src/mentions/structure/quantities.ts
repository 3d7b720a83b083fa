/** Quantities that are part of a project's name: 30万吨, 2×60万千瓦, 第6代, 二期. */
import type { Piece } from './view.ts';

const NUMERAL = '[0-9.一二三四五六七八九十百千万亿两]+';
/** What is counted of goods and works; not of projects themselves (3个, 12座). */
const UNIT =
  '(?:吨级?|千瓦时?|兆瓦时?|千伏|[MGk]W|[kK][Vv]|立方米|平方米|平方公里|公里|公顷|亩|米|件|台|套|辆|只|头|羽|片|锭|升|公斤|标箱|吨标准煤)';
const QUANTITY = new RegExp(
  `(?:(?:${NUMERAL}[×xX*])*${NUMERAL}${UNIT}(?:/[年日月]|每[年日])?|第${NUMERAL}代|[一二三四五六七八九]期)$`,
  'u',
);
const WITHIN = /^(?:[×xX*/.]|[MGk]W|[kK][Vv]|[年日月]|代|期|吨级)$/u;
const MOST_PIECES = 8;

/** Index of the first piece of the quantity that ends with the piece at `last`, or -1 where none ends there. */
export function quantityStart(pieces: readonly Piece[], last: number): number {
  const end = pieces[last];
  if (end === undefined) return -1;
  let words = '';
  for (let index = last; index >= 0 && last - index < MOST_PIECES; index--) {
    const piece = pieces[index];
    if (piece === undefined) break;
    if (piece.role !== 'number' && piece.tag !== 'm' && piece.tag !== 'q' && !WITHIN.test(piece.word)) break;
    words = piece.word + words;
  }
  const length = QUANTITY.exec(words)?.[0].length ?? 0;
  if (length === 0) return -1;
  for (let index = last; index >= 0; index--) {
    const start = pieces[index]?.start ?? 0;
    if (start <= end.end - length) return start === end.end - length ? index : -1;
  }
  return -1;
}
