/** Finds job titles: a head (局长) with what modifies it (副, 常务副) and what follows it (助理). */
import { LATIN_TITLES, TITLE_HEADS, TITLE_MODIFIERS, TITLE_TAILS, WEAK_TITLES } from '../lexicon/titles.ts';
import type { Candidate } from '../mention.ts';
import type { SentenceView } from './view.ts';

const LONGEST_HEAD = Math.max(...[...TITLE_HEADS].map((head) => head.length));
const MODIFIERS = [...TITLE_MODIFIERS].sort((one, other) => other.length - one.length);

/** Titles of one sentence, as candidates of type `position`, in order. */
export function findTitles(text: string, sentence: SentenceView): Candidate[] {
  const titles: Candidate[] = [];
  for (const [index, piece] of sentence.pieces.entries()) {
    if (piece.role === 'mark' || piece.role === 'number' || piece.role === 'time') continue;
    const start = headEndingAt(text, sentence, index);
    if (start < 0) continue;
    let from = start;
    for (let again = true; again; ) {
      again = false;
      for (const modifier of MODIFIERS) {
        const place = from - modifier.length;
        if (place < sentence.start || !text.startsWith(modifier, place)) continue;
        from = place;
        again = true;
        break;
      }
    }
    const tail = TITLE_TAILS.find((word) => text.startsWith(word, piece.end));
    const end = Math.min(piece.end + (tail?.length ?? 0), sentence.end);
    const head = text.slice(start, piece.end);
    const previous = titles.at(-1);
    if (previous !== undefined && previous.end > from) {
      if (previous.start >= from) titles.pop();
      else continue;
    }
    titles.push({
      start: from,
      end,
      type: 'position',
      score: WEAK_TITLES.has(head) ? 0.6 : 0.9,
      source: 'structure:title',
    });
  }
  return titles;
}

/** Start of the longest head that ends with a piece and begins with a piece or inside this one, or -1. */
function headEndingAt(text: string, sentence: SentenceView, last: number): number {
  const piece = sentence.pieces[last];
  if (piece === undefined) return -1;
  let best = -1;
  let first = last;
  for (let length = 2; length <= LONGEST_HEAD; length++) {
    const start = piece.end - length;
    if (start < sentence.start) break;
    while (first > 0 && (sentence.pieces[first]?.start ?? 0) > start) first--;
    const holder = sentence.pieces[first];
    if (holder === undefined) break;
    const head = text.slice(start, piece.end);
    if (!TITLE_HEADS.has(head)) continue;
    const glued = holder.start < start;
    if (glued && !(first === last && piece.word.length - length <= 2 && gluesTo(piece.word.slice(0, -length))))
      continue;
    if (LATIN_TITLES.has(head) && glued) continue;
    best = start;
  }
  return best;
}

const GLUED = new Set([
  '副',
  '总',
  '代',
  '原',
  '前',
  '该',
  '本',
  '市',
  '省',
  '县',
  '区',
  '委',
  '正',
  '分',
  '常务',
  '执行',
  '首席',
  '高级',
  '行政',
  '财务',
  '中央',
  '协会',
  '联合',
]);
const gluesTo = (rest: string) => GLUED.has(rest);
