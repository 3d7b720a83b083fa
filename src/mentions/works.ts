/** Titles of works: what 《》 holds is a book, film or paper and no person or company. */
import type { Candidate, MentionType } from './mention.ts';

/** Longest title that is looked for. */
const LONGEST = 60;

/** What the title of a work is never; papers (《经济日报》) are organisations. */
const NOT_IN_WORKS = new Set<MentionType>(['person', 'company', 'agency', 'project', 'event', 'place', 'position']);

/** The candidates without those that lie within 《》. */
export function outsideWorks(text: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const titles: number[] = [];
  for (let open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
    const length = text.slice(open, open + LONGEST).indexOf('》');
    if (length > 0) titles.push(open, open + length);
  }
  if (titles.length === 0) return candidates;
  const inside = new Uint8Array(text.length);
  for (let index = 0; index < titles.length; index += 2) inside.fill(1, titles[index], titles[index + 1]);
  return candidates.filter(({ start, type }) => inside[start] !== 1 || !NOT_IN_WORKS.has(type));
}
