/**
 * Tells the encoding of Chinese text. A strict test settles UTF-8; among the rest, every candidate decodes the text
 * and the one that gives the most everyday Chinese wins. General detectors confuse GB18030 and Big5 on texts of a few
 * lines, and do not know UTF-16 without a byte order mark.
 */
import iconv from 'iconv-lite';
import { GuanxiError } from '../../errors.ts';
import { COMMON_CHARACTERS } from './common-characters.ts';

/** An encoding that can be detected. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252';

/** Turns bytes into text, piece by piece. */
export interface StreamDecoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

/** Bytes that are enough to tell an encoding. */
export const SAMPLE_BYTES = 64 * 1024;

const CANDIDATES: readonly Encoding[] = ['gb18030', 'big5', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'];
const COMMON = new Set(COMMON_CHARACTERS);
const PUNCTUATION = new Set('，。、：；“”‘’《》（）！？—…·　【】％');

/** First bytes of formats that are not text, with the name to tell the user. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['25504446', 'a PDF'],
  ['504b0304', 'a ZIP archive or an Office document'],
  ['d0cf11e0', 'an old Office document (.doc, .xls)'],
  ['89504e47', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['47494638', 'a GIF image'],
  ['1f8b', 'gzip'],
  ['7f454c46', 'a program'],
  ['7b5c727466', 'RTF'],
  ['526172211a07', 'a RAR archive'],
  ['377abcaf271c', 'a 7z archive'],
  ['53514c69746520', 'an SQLite database'],
];

/**
 * Detects the encoding of text.
 *
 * @param sample the beginning of the text, {@link SAMPLE_BYTES} of it where there is as much
 * @param declared what the document says of itself (a `charset`); believed unless the bytes contradict it
 * @returns the encoding, or what the file seems to be when it is not text
 */
export function detectEncoding(
  sample: Uint8Array,
  declared?: string,
): { readonly encoding: Encoding | string } | { readonly binary: string } {
  const marked = byteOrderMark(sample);
  if (marked !== undefined) return { encoding: marked };
  const magic = magicName(sample);
  if (magic !== undefined) return { binary: magic };
  if (isStrictUtf8(sample)) return { encoding: 'utf-8' };

  const scored = CANDIDATES.map((encoding) => ({ encoding, ...plausibility(decodeSample(sample, encoding)) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const claimed = declared === undefined ? undefined : knownEncoding(declared);
  if (claimed !== undefined && claimed !== 'utf-8') {
    const { bad, length } = plausibility(decodeSample(sample, claimed));
    // A wrong claim shows as a text full of impossible characters; a few bad bytes are a damaged text.
    if (bad <= length * 0.01) return { encoding: claimed };
  }
  if (best.bad > Math.max(2, best.length * 0.1)) return { binary: 'binary data' };
  return { encoding: best.encoding };
}

/**
 * The encoding that a name stands for (`gb2312`, `GBK` and `cp936` are read as their superset GB18030), or undefined
 * when there is none of that name.
 */
export function knownEncoding(name: string): string | undefined {
  const label = name.trim().toLowerCase();
  if (/^(?:gb[-_]?2312(?:-80)?|gbk|gb18030|cp936|ms936|windows-936|x-gbk|hz-gb-2312)$/.test(label)) return 'gb18030';
  if (/^(?:big-?5(?:-?hkscs)?|cp950|windows-950|x-x-big5)$/.test(label)) return 'big5';
  if (/^utf-?8$/.test(label)) return 'utf-8';
  if (/^(?:utf-?16(?:-?le)?|ucs-?2|unicode)$/.test(label)) return 'utf-16le';
  if (/^utf-?16-?be$/.test(label)) return 'utf-16be';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/**
 * The encoding that a user asks for.
 *
 * @throws GuanxiError `READ_ENCODING` when there is none of that name
 */
export function requireEncoding(name: string): string {
  const known = knownEncoding(name);
  if (known !== undefined) return known;
  throw new GuanxiError(
    'READ_ENCODING',
    `There is no encoding "${name}". Use utf-8, utf-16le, utf-16be, gb18030 (also for GBK and GB2312) or big5.`,
  );
}

/** A decoder for a stream. Undecodable bytes become U+FFFD; a byte order mark is left out. */
export function createDecoder(encoding: string): StreamDecoder {
  if (encoding === 'big5') {
    // Node's own Big5 lacks the Hong Kong characters that the web's Big5 has.
    const decoder = iconv.getDecoder('big5');
    return { write: (bytes) => decoder.write(Buffer.from(bytes)), end: () => decoder.end() ?? '' };
  }
  const decoder = new TextDecoder(encoding);
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/** Decodes a whole text. */
export function decode(bytes: Uint8Array, encoding: string): string {
  const decoder = createDecoder(encoding);
  return decoder.write(bytes) + decoder.end();
}

function decodeSample(sample: Uint8Array, encoding: string): string {
  // Without end(), so that a character that the sample cuts in two does not count as damage.
  return createDecoder(encoding).write(sample);
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** What the first bytes say that a file is, or undefined when they do not say it is something other than text. */
export function magicName(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return MAGIC.find(([magic]) => head.startsWith(magic))?.[1];
}

function isStrictUtf8(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return plausibility(text).bad <= text.length * 0.01;
  } catch {
    return false;
  }
}

/**
 * How much a text looks like Chinese that somebody wrote. In real news two characters of three are among the few
 * hundred most common; in bytes decoded wrongly, hardly any is.
 */
function plausibility(text: string): { readonly score: number; readonly bad: number; readonly length: number } {
  let score = 0;
  let bad = 0;
  let length = 0;
  let afterAscii = false;
  for (const character of text) {
    length++;
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      if (code >= 0x20 || code === 0x09 || code === 0x0a || code === 0x0d || code === 0x0c) score += 0.1;
      else bad++;
      afterAscii = true;
      continue;
    }
    if (COMMON.has(character) || PUNCTUATION.has(character)) score++;
    else if (isBad(code)) bad++;
    else if (code < 0x180 && afterAscii) score += 0.15;
    afterAscii = false;
  }
  return { score: score - 3 * bad, bad, length };
}

/** Undecodable, control, private use, surrogate or noncharacter: nothing that a newspaper prints. */
function isBad(code: number): boolean {
  if (code === 0xfffd || code < 0xa0 || (code >= 0xd800 && code <= 0xf8ff)) return true;
  return (code & 0xfffe) === 0xfffe || code >= 0xe0000;
}
