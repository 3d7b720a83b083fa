/** Finds names that are known as such or that a mark of the text gives away: ministries, listed companies. */
import { NATIONAL_AGENCIES } from '../lexicon/agencies.ts';
import type { Candidate } from '../mention.ts';
import { isHan, type SentenceView } from './view.ts';

const LONGEST_AGENCY = Math.max(...[...NATIONAL_AGENCIES].map((name) => name.length));
const AGENCY_ENDS = new Set([...NATIONAL_AGENCIES].map((name) => name.charAt(name.length - 1)));

/** Agencies of the state that need nothing beside their name. */
export function findKnownAgencies(text: string, sentence: SentenceView): Candidate[] {
  const candidates: Candidate[] = [];
  const starts = new Set(sentence.pieces.map(({ start }) => start));
  for (const piece of sentence.pieces) {
    if (!AGENCY_ENDS.has(piece.word.charAt(piece.word.length - 1))) continue;
    for (let length = Math.min(LONGEST_AGENCY, piece.end - sentence.start); length >= 2; length--) {
      const start = piece.end - length;
      if (!starts.has(start) || !NATIONAL_AGENCIES.has(text.slice(start, piece.end))) continue;
      candidates.push({ start, end: piece.end, type: 'agency', score: 0.9, source: 'structure:known-agency' });
      break;
    }
  }
  return candidates;
}

const CODE =
  /^（(?:[A-Za-z]{2,8}[：:][ ]?[A-Z0-9.]{1,8}|[0-9]{4,6}[.．](?:HK|SH|SZ|SS|NQ|OC|BJ)|[036][0-9]{5}(?:，[^）]{0,12})?|[A-Z]{2,5}[.](?:O|N|US)|[0-9]{4,6}，[^）]{0,12})）/iu;

/** Companies with a stock code in brackets after their name: UT斯达康（NASDAQ：UTSI）. */
export function findListedCompanies(text: string, sentence: SentenceView): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [index, piece] of sentence.pieces.entries()) {
    if (piece.word !== '（' || !CODE.test(text.slice(piece.start, piece.start + 30))) continue;
    let first = index;
    while (first > 0 && piece.start - (sentence.pieces[first - 1]?.start ?? 0) <= 12) {
      const before = sentence.pieces[first - 1];
      if (before === undefined || before.end !== sentence.pieces[first]?.start) break;
      if (before.role === 'mark' || before.role === 'stop' || before.role === 'title' || before.role === 'time') break;
      if (before.role === 'verb' && before.word.length > 1) break;
      if (before.tag === 'n' && index - first > 1 && isHan(before.word) && before.word.length > 1) break;
      first--;
    }
    const start = sentence.pieces[first]?.start ?? piece.start;
    if (piece.start - start >= 2) {
      candidates.push({ start, end: piece.start, type: 'company', score: 0.9, source: 'structure:stock-code' });
    }
  }
  return candidates;
}
