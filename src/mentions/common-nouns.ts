/**
 * Common nouns among names: 绿化委员会, 新型实验室 and 产业园区 end like names, and recognisers take them for some. A name
 * has something of its own, a place, a brand or a word that no dictionary knows; what consists of plain words alone is
 * doubted.
 */
import type { Token, TokenisedDocument } from '../tokens/token.ts';
import { isWholeAgency } from './lexicon/agencies.ts';
import { isGeneral } from './lexicon/general.ts';
import { KNOWN_COMPANIES, KNOWN_ORGANISATIONS, WORDLIKE_NAMES } from './lexicon/known-names.ts';
import { CITY_NAMES, COMMON_PLACE_ENDINGS, FOREIGN_PLACES, PLACE_MODIFIERS, PROVINCE_NAMES } from './lexicon/places.ts';
import { wordSet } from './lexicon/words.ts';
import type { Candidate } from './mention.ts';
import { MODEL_SOURCE } from './model-names.ts';

/** jieba's tags of plain words: nouns, verbs, adjectives, adverbs, directions, set phrases, numbers and pronouns. */
const PLAIN_TAGS = wordSet('n v vn vd a an ad b d f l i s t m r rz q c p');

/** Whose agencies and societies are called by plain words: 国家统计局, 中央办公厅. */
const WHOSE = /^(?:国家|国务|国民|中央|中共|中国|中华|全国|全军|人民|最高|世界|国际|联合|东方|行政|总统|清|民国)/u;

/** Houses that print and send, societies of a trade and parliaments are called by plain words: 时代周报, 稀土协会. */
const CALLED_PLAINLY =
  /(?:报|报社|周刊|杂志社?|出版社|书局|电视台|电台|通讯社|网|协会|联合会|国会|议会|参议院|众议院)$/u;

/** How much likelier plain words are where a reading is wrong than where it is right; judged on news by hand. */
const PLAIN = 0.45;

/** The same for a place of plain words that ends in what there are many of. */
const PLAIN_PLACE = 0.25;

/** The same for one plain word that is taken for a foreign person because its characters transliterate. */
const PLAIN_PERSON = 0.12;

/** Sources that look at endings alone, and the model; others have seen something else that speaks for a name. */
const DOUBTED = new Set([MODEL_SOURCE, 'structure:agency-form', 'structure:organization-form']);

/**
 * The candidates, those of plain words with lower scores.
 *
 * @param candidates what recognisers propose for the document; vocabulary, lists and values are left alone
 */
export function doubtCommonNouns(document: TokenisedDocument, candidates: readonly Candidate[]): Candidate[] {
  const starts = new Map<number, number>();
  for (const [index, { start }] of document.tokens.entries()) starts.set(start, index);
  return candidates.map((candidate) => {
    const words = wordsOf(document.tokens, starts.get(candidate.start), candidate.end);
    const ratio = words === undefined ? 1 : doubtOf(candidate, words);
    if (ratio === 1) return candidate;
    const odds = candidate.score * ratio;
    return { ...candidate, score: odds / (odds + 1 - candidate.score) };
  });
}

/** The words that make up a span, or `undefined` where it cuts one. */
function wordsOf(tokens: readonly Token[], first: number | undefined, end: number): readonly Token[] | undefined {
  if (first === undefined) return undefined;
  let last = first;
  while ((tokens[last]?.end ?? end) < end) last++;
  return tokens[last]?.end === end ? tokens.slice(first, last + 1) : undefined;
}

function doubtOf({ type, source }: Candidate, words: readonly Token[]): number {
  if (type === 'person') {
    const [only] = words;
    if (source !== 'structure:transliteration' || words.length !== 1 || only === undefined) return 1;
    return PLAIN_TAGS.has(only.tag) || FOREIGN_PLACES.has(only.word) ? PLAIN_PERSON : 1;
  }
  if (!DOUBTED.has(source)) return 1;
  if (type === 'place') return isCommonPlace(words) ? PLAIN_PLACE : 1;
  if (type !== 'agency' && type !== 'organization') return 1;
  const name = words.map(({ word }) => word).join('');
  if (isWholeAgency(name) || WHOSE.test(name) || CALLED_PLAINLY.test(name)) return 1;
  return words.every(isPlain) ? PLAIN : 1;
}

/** Whether a word says what something is, not which: no name, and no single character, which is a piece of one. */
const isPlain = ({ word, tag }: Token): boolean =>
  word.length > 1 && PLAIN_TAGS.has(tag) && !LATIN.test(word) && !isKnownName(word);

const LATIN = /[A-Za-z]/u;

const isKnownName = (word: string): boolean =>
  CITY_NAMES.has(word) ||
  PROVINCE_NAMES.has(word) ||
  FOREIGN_PLACES.has(word) ||
  KNOWN_COMPANIES.has(word) ||
  KNOWN_ORGANISATIONS.has(word) ||
  WORDLIKE_NAMES.has(word);

/** Whether words name a kind of place: a kind alone, or a kind behind words that are general or describe (偏远 · 地区). */
function isCommonPlace(words: readonly Token[]): boolean {
  const name = words.map(({ word }) => word).join('');
  const ending = COMMON_PLACE_ENDINGS.exec(name)?.[0];
  if (ending === undefined) return false;
  const rest = name.length - ending.length;
  let length = 0;
  for (const { word, tag } of words) {
    if (length >= rest) break;
    const part = word.slice(0, rest - length);
    length += part.length;
    if (part.length < 2 || isKnownName(part)) return false;
    if (!DESCRIBES.has(tag) && !PLACE_MODIFIERS.has(part) && !isGeneral(part) && !isKind(part)) return false;
  }
  return true;
}

const isKind = (word: string): boolean => COMMON_PLACE_ENDINGS.exec(word)?.[0] === word;

/** jieba's tags of words that describe. */
const DESCRIBES = wordSet('b vn');
