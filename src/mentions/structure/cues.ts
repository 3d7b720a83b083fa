/**
 * Finds companies without an ending by what is said of them: 甲乙总裁王一, 是甲乙的子公司, 甲乙旗下. What stands before such a cue
 * up to the next word that is in no name is taken when something in it is no plain word.
 */
import { GENERAL_IN_NAMES, NEVER_BEFORE_FORM } from '../lexicon/organisations.ts';
import { NOT_PLACES } from '../lexicon/places.ts';
import { isSurname } from '../lexicon/surnames.ts';
import { unitTable } from '../lexicon/words.ts';
import type { Candidate } from '../mention.ts';
import { isHan, pieceEndingAt, type SentenceView } from './view.ts';

/** Titles that only enterprises give. */
const COMPANY_TITLE =
  /^(?:副|常务副|执行|联席|名誉)?(?:董事长|总裁|总经理|首席.{2,4}官|CEO|CFO|COO|CTO|董事局主席|行政总裁|创始人|联合创始人|董秘|董事会秘书)/u;
/** What only a company has. */
const POSSESSION =
  /^(?:的)?(?:全资|控股|旗下|附属)?(?:子公司|母公司|附属公司|控股股东|大股东|股价|旗下|总部|董事会|股东大会|第一大股东)/u;
const OPENS_POSSESSION = unitTable('的子母附控大股旗总董第全');
const LONGEST = 8;
const LONGEST_HAN = 6;

/** A name between quotation marks before a title: “甲之家”的总经理. */
const QUOTED = /“([^“”，。；：、《》]{2,10})(”的?)$/u;
const LONGEST_QUOTED = 14;

/** Companies of one sentence that a title of an enterprise or a possession of one follows. */
export function findCuedCompanies(text: string, sentence: SentenceView, titles: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  const propose = (end: number, score: number, source: string) => {
    const last = pieceEndingAt(sentence, end);
    const start = last < 0 ? end : runBefore(sentence, last, end);
    const name = text.slice(start, end);
    if (name.length < 2 || (isHan(name) && name.length > LONGEST_HAN)) return;
    found.push({ start, end, type: 'company', score, source });
  };
  for (const title of titles) {
    if (!COMPANY_TITLE.test(text.slice(title.start, title.end))) continue;
    const quoted = QUOTED.exec(text.slice(Math.max(sentence.start, title.start - LONGEST_QUOTED), title.start));
    if (quoted !== null) {
      const end = title.start - (quoted[2]?.length ?? 0);
      const name = quoted[1] ?? '';
      found.push({ start: end - name.length, end, type: 'company', score: 0.7, source: 'structure:quoted' });
      continue;
    }
    const named = isSurname(text.charAt(title.end)) || /[A-Za-z·]/.test(text.slice(title.end, title.end + 4));
    propose(title.start, named ? 0.66 : 0.5, 'structure:before-title');
  }
  for (const { start } of sentence.pieces) {
    if (start === sentence.start || OPENS_POSSESSION[text.charCodeAt(start)] !== 1) continue;
    if (!POSSESSION.test(text.slice(start, Math.min(start + 8, sentence.end)))) continue;
    propose(start, 0.6, 'structure:possession');
  }
  return found;
}

/** Start of the run of possible name pieces that ends at `end`, or `end` where nothing in it is a name. */
function runBefore(sentence: SentenceView, last: number, end: number): number {
  let start = end;
  let unknown = false;
  for (let index = last; index >= 0; index--) {
    const piece = sentence.pieces[index];
    if (piece === undefined || end - piece.start > LONGEST || piece.end !== start) break;
    if (piece.role !== 'word' && piece.role !== 'latin') break;
    if (GENERAL_IN_NAMES.has(piece.word) || NEVER_BEFORE_FORM.has(piece.word) || NOT_PLACES.has(piece.word)) break;
    const names = piece.role === 'latin' || /^(?:x|nz|nrt?|nrfg|ns|nt|j)$/.test(piece.tag);
    // jieba cuts brands into adverbs and the like; such a fragment counts only beside something unknown.
    // One noun of trade may end the name: 康力 + 电梯.
    const trade = index === last && piece.tag === 'n' && piece.word.length === 2 && index > 0;
    if (!names && !trade && !(piece.tag === 'd' && unknown) && piece.word.length > 1) break;
    unknown ||= names;
    start = piece.start;
  }
  return unknown ? start : end;
}
