/**
 * Finds reprints: articles that are one text, perhaps under another title, with another source line, or shortened.
 *
 * MinHash over character shingles (A. Broder, "On the resemblance and containment of documents", 1997) with banding
 * (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3) proposes pairs; the exact overlap of
 * their shingles decides. A second proposal, by rare shingles that two texts share, finds extracts, which resemble
 * the whole too little for MinHash.
 */

/** What is needed of a document. */
export interface Reprintable {
  readonly id: string;
  /** Read only where a pair is proposed, so that it may be fetched when asked for. */
  readonly text: string;
  /** ISO 8601. */
  readonly date?: string;
}

/** Letters of one shingle: eight Chinese characters in a row are hardly ever the same by chance. */
const SHINGLE = 8;
/** 16 bands of 4 rows propose nine of ten pairs at a resemblance of 0.6, and few below 0.3. */
export const BANDS = 16;
const ROWS = 4;
/** Share of common shingles from which two texts of like length are one. */
const LEAST_RESEMBLANCE = 0.5;
/** Share of the shorter text that the longer has to hold, for the shorter to be an extract. */
const LEAST_CONTAINMENT = 0.8;
/** The yearly report of a yearly ceremony repeats last year's words, so across a longer time more has to be the same. */
const LONG_TIME_DAYS = 120;
const LEAST_RESEMBLANCE_LATER = 0.85;
/** A text with fewer shingles says too little to tell a reprint from a set phrase. */
const LEAST_SHINGLES = 40;
/** Sketch for containment: shingles whose hash is divisible by this stand for the text. */
const SAMPLE_RATE = 32;
/** Hashes of every run of {@link SHINGLE} letters and digits, sorted, each once; punctuation, blanks, width and case do not count. */
export function shinglesOf(text: string): Uint32Array {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const shingles = new Uint32Array(Math.max(0, letters.length - SHINGLE + 1));
  for (let from = 0; from < shingles.length; from++) shingles[from] = hash(letters, from, from + SHINGLE);
  shingles.sort();
  let distinct = 0;
  for (const [index, shingle] of shingles.entries()) {
    if (index === 0 || shingle !== shingles[index - 1]) shingles[distinct++] = shingle;
  }
  return shingles.slice(0, distinct);
}

/** FNV-1a over UTF-16 code units, finished as in MurmurHash3, to 32 bits. */
function hash(text: string, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let index = from; index < to; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return mix(value);
}

function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * The buckets that a text falls into: first its bands, then its sampled shingles. Texts that share hardly any bucket are
 * not compared. 32-bit numbers.
 */
export type Sketch = Uint32Array;

/**
 * Buckets of a text: one per band of its MinHash, and one per sampled shingle; none for a text too short to compare.
 */
export function sketchText(text: string): Sketch {
  const shingles = shinglesOf(text);
  if (shingles.length < LEAST_SHINGLES) return new Uint32Array();
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  const sampled: number[] = [];
  for (const shingle of shingles) {
    if (shingle % SAMPLE_RATE === 0) sampled.push(shingle);
    for (let row = 0; row < least.length; row++) {
      const value = mix(shingle ^ Math.imul(row + 1, 0x9e3779b1));
      if (value < (least[row] ?? 0)) least[row] = value;
    }
  }
  const bands = Array.from({ length: BANDS }, (_, band) =>
    least.subarray(band * ROWS, (band + 1) * ROWS).reduce((key, value) => mix(key ^ value), band + 1),
  );
  return Uint32Array.from([...bands, ...sampled]);
}

/** Whether two dates, where both are known, lie so far apart that more has to be the same. */
export function isLongBetween(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return Math.abs(Date.parse(a) - Date.parse(b)) > LONG_TIME_DAYS * 86_400_000;
}

/**
 * Whether two texts are one.
 *
 * @param a their {@link shinglesOf}
 * @param long whether a long time lies between them
 */
export function isSame(a: Uint32Array, b: Uint32Array, long: boolean): boolean {
  const common = countCommon(a, b);
  const resemblance = common / (a.length + b.length - common);
  if (long) return resemblance >= LEAST_RESEMBLANCE_LATER;
  return common >= LEAST_CONTAINMENT * Math.min(a.length, b.length) || resemblance >= LEAST_RESEMBLANCE;
}

/** How many numbers two sorted lists have in common. */
function countCommon(a: Uint32Array, b: Uint32Array): number {
  let [common, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return common;
}
