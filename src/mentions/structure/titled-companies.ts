/** Finds companies without an ending by the title that follows: 甲乙总裁王一. */
import { GENERAL_IN_NAMES, NEVER_BEFORE_FORM } from '../lexicon/organisations.ts';
import { isSurname } from '../lexicon/surnames.ts';
import type { Candidate } from '../mention.ts';
import { isHan, type SentenceView } from './view.ts';

/** Titles that only enterprises give. */
const COMPANY_TITLE =
  /^(?:副|常务副|执行|联席|名誉)?(?:董事长|总裁|总经理|首席.{2,4}官|CEO|CFO|COO|CTO|董事局主席|行政总裁|创始人|联合创始人|董秘|董事会秘书|行长)/u;
const LONGEST = 8;

/** Companies of one sentence that a title of an enterprise and a surname follow. */
export function findTitledCompanies(text: string, sentence: SentenceView, titles: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  const endingAt = new Map(sentence.pieces.map(({ end }, index) => [end, index]));
  for (const title of titles) {
    if (!COMPANY_TITLE.test(text.slice(title.start, title.end))) continue;
    const last = endingAt.get(title.start);
    if (last === undefined) continue;
    let first = last + 1;
    let unknown = false;
    for (let index = last; index >= 0; index--) {
      const piece = sentence.pieces[index];
      if (
        piece === undefined ||
        title.start - piece.start > LONGEST ||
        piece.end !== (sentence.pieces[index + 1]?.start ?? piece.end)
      )
        break;
      if (piece.role !== 'word' && piece.role !== 'latin') break;
      if (GENERAL_IN_NAMES.has(piece.word) || NEVER_BEFORE_FORM.has(piece.word)) break;
      const names = piece.role === 'latin' || /^(?:x|nz|nrt?|nrfg|ns|nt|j)$/.test(piece.tag);
      if (!names && piece.word.length > 1) break;
      unknown ||= names;
      first = index;
    }
    const start = sentence.pieces[first]?.start ?? title.start;
    const name = text.slice(start, title.start);
    if (!unknown || name.length < 2 || (isHan(name) && name.length > 6)) continue;
    const named = isSurname(text.charAt(title.end)) || /[A-Za-z·]/.test(text.slice(title.end, title.end + 4));
    found.push({
      start,
      end: title.start,
      type: 'company',
      score: named ? 0.66 : 0.5,
      source: 'structure:titled-company',
    });
  }
  return found;
}
