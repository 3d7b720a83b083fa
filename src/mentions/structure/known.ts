/** Finds names that are known as such or that a mark of the text gives away: ministries, listed companies. */
import { guard, matchesOf } from '../../tokens/needs.ts';
import { NATIONAL_AGENCIES } from '../lexicon/agencies.ts';
import { STOP_WORDS } from '../lexicon/function-words.ts';
import { KNOWN_COMPANIES, KNOWN_ORGANISATIONS, WORDLIKE_NAMES } from '../lexicon/known-names.ts';
import { FOREIGN_PLACES } from '../lexicon/places.ts';
import type { Candidate, MentionType } from '../mention.ts';
import { endingsAt, mayEndAt, suffixTrie } from '../suffixes.ts';
import { isHan, pieceEndingAt, pieceStartingAt, type SentenceView } from './view.ts';

/** Known names with their type and how far the name alone is enough. */
const KNOWN = suffixTrie<KnownName>([
  ...entries(KNOWN_COMPANIES, 'company', 0.85),
  ...entries(KNOWN_ORGANISATIONS, 'organization', 0.92),
  ...entries(NATIONAL_AGENCIES, 'agency', 0.9),
]);

interface KnownName {
  readonly type: MentionType;
  readonly score: number;
}

function entries(names: ReadonlySet<string>, type: MentionType, score: number): (readonly [string, KnownName])[] {
  return [...names].map((name) => [name, { type, score: WORDLIKE_NAMES.has(name) ? 0.4 : score }] as const);
}

/** Agencies, companies and organisations that need nothing beside their name. */
export function findKnownNames(text: string, sentence: SentenceView): Candidate[] {
  const candidates: Candidate[] = [];
  for (const index of sentence.endings) {
    const end = sentence.pieces[index]?.end ?? 0;
    const known = mayEndAt(KNOWN, text, end) ? longestKnown(text, sentence, end) : undefined;
    if (known !== undefined) candidates.push(known);
  }
  return candidates;
}

function longestKnown(text: string, sentence: SentenceView, end: number): Candidate | undefined {
  let best: Candidate | undefined;
  endingsAt(KNOWN, text, end, sentence.start, (start, known) => {
    if (pieceStartingAt(sentence, start) < 0) return;
    // 国防部 behind a foreign country is that country's.
    if (known.type === 'agency' && FOREIGN_PLACES.has(wordBefore(sentence, start))) return;
    best = { start, end, ...known, source: 'structure:known' };
  });
  return best;
}

const wordBefore = (sentence: SentenceView, start: number): string =>
  sentence.pieces[pieceEndingAt(sentence, start)]?.word ?? '';

const CODE =
  /^（(?:行情，?)?(?:[A-Za-z]{2,8}[：:][ ]?[A-Z0-9.]{1,8}|[0-9]{4,6}[.．](?:HK|SH|SZ|SS|NQ|OC|BJ)|[036][0-9]{5}(?:，[^）]{0,12})?|[A-Z]{2,5}[.](?:O|N|US)|[0-9]{4,6}，[^）]{0,12})）/iu;

/** A common noun before a name of this length is apposition. */
const SHORTEST_COMPLETE = 4;

/** Companies with a stock code in brackets after their name: UT斯达康（NASDAQ：UTSI）. */
export function findListedCompanies(text: string, sentence: SentenceView): Candidate[] {
  const candidates: Candidate[] = [];
  for (let index = 0; index < sentence.pieces.length; index++) {
    const piece = sentence.pieces[index];
    if (piece === undefined || piece.word !== '（' || !CODE.test(text.slice(piece.start, piece.start + 30))) continue;
    let first = index;
    while (first > 0 && piece.start - (sentence.pieces[first - 1]?.start ?? 0) <= 12) {
      const before = sentence.pieces[first - 1];
      if (before === undefined || before.end !== sentence.pieces[first]?.start) break;
      if (before.role === 'mark' || before.role === 'stop' || before.role === 'title' || before.role === 'time') break;
      if (before.role === 'verb' && before.word.length > 1) break;
      const enough = piece.start - (sentence.pieces[first]?.start ?? 0) >= SHORTEST_COMPLETE;
      if (before.tag === 'n' && index - first > 1 && enough && isHan(before.word) && before.word.length > 1) break;
      first--;
    }
    const start = clauseNameBefore(sentence, index) ?? sentence.pieces[first]?.start ?? piece.start;
    if (piece.start - start >= 2) {
      candidates.push({ start, end: piece.start, type: 'company', score: 0.9, source: 'structure:stock-code' });
    }
  }
  return candidates;
}

/** Longest name that alone makes a clause up to its stock code. */
const LONGEST_ALONE = 6;

/** Tags of what leads to a name: adverbs, conjunctions, prepositions, particles, times. */
const NO_NAME = /^(?:d|c|p|r|t|m|u[a-z]?)$/;

/** Start of the clause where nothing but a name can stand between it and the bracket: 甲乙丙丁（600000）公告. */
function clauseNameBefore(sentence: SentenceView, bracket: number): number | undefined {
  const end = sentence.pieces[bracket]?.start ?? 0;
  for (let index = bracket - 1; index >= 0; index--) {
    const piece = sentence.pieces[index];
    if (
      piece === undefined ||
      end - piece.start > LONGEST_ALONE ||
      /^另/u.test(piece.word) ||
      NO_NAME.test(piece.tag) ||
      STOP_WORDS.has(piece.word)
    )
      return undefined;
    const before = sentence.pieces[index - 1];
    if (before === undefined || before.role === 'mark') return isHan(piece.word) ? piece.start : undefined;
  }
  return undefined;
}

/** The mark that exchanges put before the short name, of two characters, of a company in special treatment. */
const SPECIAL_TREATMENT = guard(/(?<![A-Za-z0-9])(?:S\*ST|\*ST|SST|ST)\p{Script=Han}{2}/gu);

/** Companies of one sentence under the short name of their stock in special treatment: *ST甲乙. */
export function findMarkedStocks(text: string, { start, end }: SentenceView): Candidate[] {
  return matchesOf(SPECIAL_TREATMENT, text.slice(start, end)).map(({ 0: name, index }) => ({
    start: start + index,
    end: start + index + name.length,
    type: 'company',
    score: 0.9,
    source: 'structure:stock-mark',
  }));
}
