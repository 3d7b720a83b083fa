/** Classes of code units, as the model's features tell them apart. */
import { isHan } from '../../tokens/normalise.ts';

/** 0 is beyond the text. */
const HAN = 1;
const DIGIT = 2;
const UPPER = 3;
const LOWER = 4;
const NUMERAL = 5;
const OTHER = 6;

/** Marks that matter; those of one entry are one class, from 7 on. */
const PUNCTUATION = [
  '·',
  '（',
  '）',
  '《',
  '》',
  '，',
  '、',
  '：',
  '。！？；…',
  '“‘',
  '”’',
  '-—',
  '.',
  '&',
  ' ',
  '%',
] as const;

/** Class of each code unit, from 1; at most 22. */
export const UNIT_CLASS: Uint8Array = (() => {
  const classes = new Uint8Array(0x10000).fill(OTHER);
  for (let unit = 0; unit < classes.length; unit++) if (isHan(unit)) classes[unit] = HAN;
  classes.fill(DIGIT, 0x30, 0x3a);
  classes.fill(UPPER, 0x41, 0x5b);
  classes.fill(LOWER, 0x61, 0x7b);
  for (const unit of '一二三四五六七八九十百千万亿两〇零') classes[unit.charCodeAt(0)] = NUMERAL;
  for (const [index, marks] of PUNCTUATION.entries()) {
    for (const mark of marks) classes[mark.charCodeAt(0)] = OTHER + 1 + index;
  }
  return classes;
})();

/** Whether a class is of what words are made of, not of punctuation. */
export const isWordClass = (unitClass: number): boolean => unitClass >= HAN && unitClass <= OTHER;

/** Digits are one digit and Latin letters one of either case: their identity stands in the word. */
export function foldUnit(unit: number, unitClass: number): number {
  if (unitClass === DIGIT) return 0x30;
  if (unitClass === UPPER) return 0x41;
  return unitClass === LOWER ? 0x61 : unit;
}
