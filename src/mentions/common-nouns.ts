/**
 * Common nouns among names: 绿化委员会, 新型实验室 and 产业园区 end like names, and recognisers take them for some. A name
 * has something of its own, a place, a brand or a word that no dictionary knows; what consists of plain words alone is
 * doubted.
 */
import type { Token, TokenisedDocument } from '../tokens/token.ts';
import { isWholeAgency } from './lexicon/agencies.ts';
import { isGeneral } from './lexicon/general.ts';
import { KNOWN_COMPANIES, KNOWN_ORGANISATIONS, WORDLIKE_NAMES } from './lexicon/known-names.ts';
import { VERBS_IN_NAMES } from './lexicon/organisations.ts';
import { CITY_NAMES, COMMON_PLACE_ENDINGS, FOREIGN_PLACES, PLACE_MODIFIERS, PROVINCE_NAMES } from './lexicon/places.ts';
import { NOT_PEOPLE } from './lexicon/surnames.ts';
import { TRANSLITERATION } from './lexicon/transliteration.ts';
import { wordSet } from './lexicon/words.ts';
import type { Candidate } from './mention.ts';
import { MODEL_SOURCE } from './model-edges.ts';

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
const PLAIN_PLACE = 0.1;

/** The same for one plain word that is taken for a foreign person because its characters transliterate. */
const PLAIN_PERSON = 0.05;

/** The same for a person who is called like a deed or the way of one: 郑重 between a chairman and what he does. */
const PLAIN_DEED = 0.25;

/** jieba's tags of deeds and their ways. */
const DEEDS = wordSet('v vd a ad d i l');

/** Sources that look at endings alone, and the model; others have seen something else that speaks for a name. */
const DOUBTED = new Set([MODEL_SOURCE, 'structure:agency-form', 'structure:organization-form']);

/**
 * The candidates, those of plain words with lower scores.
 *
 * @param candidates what recognisers propose for the document; vocabulary, lists and values are left alone
 */
export function doubtCommonNouns(document: TokenisedDocument, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((proposed) => {
    const words = wordsOf(document.tokens, proposed);
    if (words === undefined) return proposed;
    const candidate = withoutPraise(asKnown(proposed, words), words);
    const ratio = doubtOf(candidate, words);
    if (ratio === 1) return candidate;
    const odds = candidate.score * ratio;
    return { ...candidate, score: odds / (odds + 1 - candidate.score) };
  });
}

/** The words that make up a span, or `undefined` where it cuts one. */
function wordsOf(tokens: readonly Token[], { start, end }: Candidate): readonly Token[] | undefined {
  const first = firstFrom(tokens, start);
  if (tokens[first]?.start !== start) return undefined;
  let last = first;
  while ((tokens[last]?.end ?? end) < end) last++;
  return tokens[last]?.end === end ? tokens.slice(first, last + 1) : undefined;
}

/** Index of the first token that starts at an offset or after it: a candidate is looked up, not every token noted. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 二十国集团 ends like a company; a list knows better. */
const asKnown = (candidate: Candidate, words: readonly Token[]): Candidate =>
  candidate.type === 'company' && KNOWN_ORGANISATIONS.has(words.map(({ word }) => word).join(''))
    ? { ...candidate, type: 'organization' }
    : candidate;

/** A place of the model's without the words behind it that say how it is there: 云州剧院 · 庄严肃穆. */
function withoutPraise(candidate: Candidate, words: readonly Token[]): Candidate {
  if (candidate.type !== 'place' || candidate.source !== MODEL_SOURCE) return candidate;
  let count = words.length;
  while (count > 1 && isPraise(words[count - 1])) count--;
  return count === words.length ? candidate : { ...candidate, end: words[count - 1]?.end ?? candidate.end };
}

/** Whether a word describes; set phrases of four characters are people to jieba. */
const isPraise = (word: Token | undefined): boolean =>
  word !== undefined &&
  ((word.word.length > 1 && PRAISE.has(word.tag)) ||
    (word.word.length === 4 && word.tag === 'nr' && !TRANSLITERATED.test(word.word)));

const PRAISE = wordSet('a ad d i z vd');
const TRANSLITERATED = new RegExp(`[${[...TRANSLITERATION].join('')}]{2}`, 'u');

function doubtOf({ type, source }: Candidate, words: readonly Token[]): number {
  if (type === 'person') {
    const [first, second] = words;
    if (first === undefined || source === 'vocabulary') return 1;
    const name = words.map(({ word }) => word).join('');
    if (NOT_PEOPLE.has(name) || FOREIGN_PLACES.has(name)) return PLAIN_PERSON;
    // 贺信 · 中: what is said within something.
    if (words.length === 2 && second?.word === '中' && NOT_PEOPLE.has(first.word)) return PLAIN_PERSON;
    if (words.length > 1) return 1;
    if (source === 'structure:transliteration' && PLAIN_TAGS.has(first.tag)) return PLAIN_PERSON;
    return DEEDS.has(first.tag) ? PLAIN_DEED : 1;
  }
  if (!DOUBTED.has(source)) return 1;
  if (type === 'place') return isCommonPlace(words) || holdsVerb(words) ? PLAIN_PLACE : 1;
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

/** Whether what a place does stands between its words: 甲县 · 濒临 · 乙江. */
const holdsVerb = (words: readonly Token[]): boolean =>
  words.some(
    ({ word, tag }, index) =>
      tag === 'v' && word.length > 1 && !VERBS_IN_NAMES.has(word) && index > 0 && words[index + 1]?.tag === 'ns',
  );

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
