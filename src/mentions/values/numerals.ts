/**
 * Numbers as Chinese text writes them (326.7亿, 三千二百万, 1亿2000万), read exactly: the decimal point is shifted in
 * the digits themselves, so that no binary fraction creeps in.
 */

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...[...'〇一二三四五六七八九'].map((digit, value) => [digit, value] as const),
  ...[...'零壹贰叁肆伍陆柒捌玖'].map((digit, value) => [digit, value] as const),
  ['两', 2],
  ['○', 0],
]);

/** Powers of ten of the units within a group of four digits. */
const SMALL_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['拾', 1],
  ['百', 2],
  ['佰', 2],
  ['千', 3],
  ['仟', 3],
]);

/** Powers of ten of the units that close a group. */
const LARGE_UNITS: ReadonlyMap<string, number> = new Map([
  ['万', 4],
  ['萬', 4],
  ['亿', 8],
  ['兆', 12],
]);

/** Characters of Chinese numerals, for use inside a character class. */
export const CHINESE_DIGITS = '〇○零一二三四五六七八九两壹贰叁肆伍陆柒捌玖';

/** Characters one of which stands in every number. */
export const NUMBER_UNITS: string = `0123456789十百千${CHINESE_DIGITS}`;

/**
 * Shifts the decimal point of plain digits to the right (to the left when negative) and reads the result as a number.
 *
 * @example
 * shiftDecimal('326.7', 8); // 32670000000
 * shiftDecimal('19.92', -2); // 0.1992
 */
export function shiftDecimal(digits: string, places: number): number {
  return Number(`${digits}e${places}`);
}

/**
 * Reads a number in any mixture of Arabic digits and Chinese numerals. Thousands separators are ignored.
 *
 * @returns the number, or `undefined` when the text is not one number or lies beyond exact integers.
 *
 * @example
 * parseNumber('326.7亿'); // 32670000000
 * parseNumber('三千二百万'); // 32000000
 * parseNumber('1亿2000万'); // 120000000
 * parseNumber('2300百万'); // 2300000000
 */
export function parseNumber(text: string): number | undefined {
  const groups: { digits: string; power: number }[] = [];
  let rest = text.replace(/[,，]/g, '');
  while (rest !== '') {
    const group =
      /^([0-9]{1,16}(?:\.[0-9]{1,8})?|[^万萬亿兆0-9]{1,16})?([十百千拾佰仟]?[万萬亿兆]{1,2}|[百千十])?/.exec(rest);
    if (!group?.[0]) return undefined;
    const digits = group[1] === undefined ? '1' : /^[0-9]/.test(group[1]) ? group[1] : chineseDigits(group[1]);
    if (digits === undefined) return undefined;
    let power = 0;
    for (const unit of group[2] ?? '') power += SMALL_UNITS.get(unit) ?? LARGE_UNITS.get(unit) ?? 0;
    const previous = groups.at(-1);
    // 1亿2000万 goes downwards; anything else is two numbers run together.
    if (previous && previous.power <= power) return undefined;
    groups.push({ digits, power });
    rest = rest.slice(group[0].length);
  }
  let total = 0;
  for (const { digits, power } of groups) total += shiftDecimal(digits, power);
  return groups.length > 0 && Number.isFinite(total) && total <= Number.MAX_SAFE_INTEGER ? total : undefined;
}

/** Reads Chinese numerals below 万 to plain digits: 二十三点五 → `23.5`, 二〇一六 → `2016`. */
function chineseDigits(text: string): string | undefined {
  const [whole = '', fraction, ...more] = text.split('点');
  if (more.length > 0 || fraction === '') return undefined;
  let value = 0;
  let digit: number | undefined;
  let positional = '';
  let hasUnit = false;
  for (const character of whole) {
    const power = SMALL_UNITS.get(character);
    if (power === undefined) {
      const next = DIGITS.get(character);
      if (next === undefined) return undefined;
      positional += next;
      digit = next;
    } else {
      value += (digit ?? 1) * 10 ** power;
      digit = undefined;
      hasUnit = true;
    }
  }
  const integer = hasUnit ? String(value + (digit ?? 0)) : positional;
  if (integer === '') return undefined;
  if (fraction === undefined) return integer;
  let decimals = '';
  for (const character of fraction) {
    const next = DIGITS.get(character);
    if (next === undefined) return undefined;
    decimals += next;
  }
  return `${integer}.${decimals}`;
}
