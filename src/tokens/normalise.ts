/**
 * One way of writing for text that came in many: traditional characters become simplified, full-width letters and
 * digits half-width, half-width punctuation Chinese. Every step maps one UTF-16 code unit to one, so the result has
 * the length of the input and an offset means the same place in both.
 *
 * Characters: the one-to-one part of OpenCC's table TSCharacters (https://github.com/BYVoid/OpenCC, via opencc-js).
 */
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** Valid simplified characters that OpenCC's table would change: 乾隆, 魏徵. */
const KEPT = new Set(['乾', '徵']);

const FIXED_PUNCTUATION: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\t': ' ',
  '％': '%',
  '﹪': '%',
  '＋': '+',
  '－': '-',
  '／': '/',
  '＆': '&',
  '＠': '@',
  '＄': '$',
  '＃': '#',
  '＝': '=',
  '．': '.',
  '｡': '。',
  '﹑': '、',
  '､': '、',
  '﹐': '，',
  '「': '“',
  '」': '”',
  '｢': '“',
  '｣': '”',
  '『': '‘',
  '』': '’',
  '〝': '“',
  '〞': '”',
  '•': '·',
  '・': '·',
  '‧': '·',
  '･': '·',
  '∙': '·',
  '⋅': '·',
  '【': '【',
  '(': '（',
  ')': '）',
  ';': '；',
  '?': '？',
  '!': '！',
};

const COMMA = 0x2c;
const COLON = 0x3a;
const STOP = 0x2e;
const QUOTE = 0x22;
const SLASH = 0x2f;
const NEWLINE = 0x0a;

const UNIT_MAP: Uint16Array = (() => {
  const map = new Uint16Array(0x10000);
  for (let unit = 0; unit < map.length; unit++) map[unit] = unit;
  const set = (from: string, to: string) => {
    map[from.charCodeAt(0)] = to.charCodeAt(0);
  };
  for (let offset = 0; offset < 10; offset++) map[0xff10 + offset] = 0x30 + offset;
  for (let offset = 0; offset < 26; offset++) {
    map[0xff21 + offset] = 0x41 + offset;
    map[0xff41 + offset] = 0x61 + offset;
  }
  for (const [from, to] of Object.entries(FIXED_PUNCTUATION)) set(from, to);
  for (const pair of traditionalToSimplified.split('|')) {
    const [from, to] = pair.split(' ');
    if (from?.length === 1 && to?.length === 1 && !KEPT.has(from)) set(from, to);
  }
  return map;
})();

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
const isAsciiLetter = (unit: number) => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;

/** True for a Chinese character (CJK unified ideographs and extension A) given as a UTF-16 code unit. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
}

/**
 * Normalises text without moving anything: `normalise(text).length === text.length`. Commas, colons and stops stay
 * half-width inside numbers (1,000 and 10:57), addresses and Latin words.
 *
 * @example
 * normalise('臺灣(２０１６)'); // '台湾（2016）'
 */
export function normalise(text: string): string {
  // Joined at the end, for a string that is one stretch of memory: every stage reads it by code unit.
  const parts: string[] = [];
  let copied = 0;
  let openQuote = false;
  let before = 0;
  for (let index = 0; index < text.length; index++) {
    const raw = text.charCodeAt(index);
    let unit = UNIT_MAP[raw] ?? raw;
    if (unit === NEWLINE) openQuote = false;
    else if (unit === QUOTE) {
      unit = openQuote ? 0x201d : 0x201c;
      openQuote = !openQuote;
    } else if (unit === COMMA || unit === COLON || unit === STOP) {
      unit = punctuation(unit, before, UNIT_MAP[text.charCodeAt(index + 1)] ?? 0);
    }
    before = unit;
    if (unit === raw) continue;
    parts.push(text.slice(copied, index), String.fromCharCode(unit));
    copied = index + 1;
  }
  if (parts.length === 0) return text;
  parts.push(text.slice(copied));
  return parts.join('');
}

/** The Chinese form of a comma, colon or stop, unless its neighbours say that it belongs to a number or a word. */
function punctuation(unit: number, before: number, after: number): number {
  if (isDigit(before) && isDigit(after)) return unit;
  if (unit === COMMA) return isAsciiLetter(before) && after === 0x20 ? unit : 0xff0c;
  if (unit === COLON) return after === SLASH ? unit : 0xff1a;
  if (isHan(before) && isHan(after)) return 0x00b7;
  const endsClause = after === 0 || after === NEWLINE || after === 0x20 || after === 0x201d || isHan(after);
  return (isHan(before) || before === 0x201d || before === 0xff09) && endsClause ? 0x3002 : unit;
}

/**
 * The form in which names are compared: normalised, compatibility-composed, without blanks, quotes, middle dots and
 * case. `“华润” 雪花` and `华润雪花` are one key.
 */
export function nameKey(name: string): string {
  return normalise(name.normalize('NFKC'))
    .replace(/[\s"'“”‘’《》〈〉·`]/g, '')
    .toLowerCase();
}
