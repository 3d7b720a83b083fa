/** Finds job titles: a head (局长) with what modifies it (副, 常务副) and what follows it (助理). */
import { TITLE_HEADS, TITLE_MODIFIERS, TITLE_TAILS, WEAK_TITLES } from '../lexicon/titles.ts';
import type { Candidate } from '../mention.ts';
import { endingsAt, mayEndAt, suffixTrie } from '../suffixes.ts';
import { isTitleEnd, type SentenceView } from './view.ts';

const HEADS = suffixTrie([...TITLE_HEADS].map((head) => [head, true] as const));
const MODIFIERS = suffixTrie(TITLE_MODIFIERS.map((modifier) => [modifier, true] as const));

/** Titles of one sentence, as candidates of type `position`, in order. */
export function findTitles(text: string, sentence: SentenceView): Candidate[] {
  const titles: Candidate[] = [];
  for (const index of sentence.endings) {
    const piece = sentence.pieces[index];
    if (piece === undefined || !mayEndAt(HEADS, text, piece.end)) continue;
    if (piece.role === 'mark' || piece.role === 'number' || piece.role === 'time') continue;
    const start = headEndingAt(text, sentence, index);
    if (start < 0) continue;
    const from = isTitleEnd(piece) ? start : withModifiers(text, sentence, start);
    const end = Math.min(piece.end + tailLength(text, piece.end), sentence.end);
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

/** Length of what goes with a head before it (助理), or 0. */
function tailLength(text: string, at: number): number {
  for (const tail of TITLE_TAILS) if (text.startsWith(tail, at)) return tail.length;
  return 0;
}

/** Start of a title with everything that modifies its head. */
function withModifiers(text: string, sentence: SentenceView, head: number): number {
  let from = head;
  for (let before = -1; before !== from; ) {
    before = from;
    endingsAt(MODIFIERS, text, before, sentence.start, (start) => {
      from = start;
    });
  }
  return from;
}

/** Start of the longest head that ends with a piece and begins with a piece or inside this one, or -1. */
function headEndingAt(text: string, sentence: SentenceView, last: number): number {
  const piece = sentence.pieces[last];
  if (piece === undefined) return -1;
  if (isTitleEnd(piece)) return piece.start;
  let best = -1;
  let first = last;
  endingsAt(HEADS, text, piece.end, sentence.start, (start) => {
    while (first > 0 && (sentence.pieces[first]?.start ?? 0) > start) first--;
    const glued = (sentence.pieces[first]?.start ?? start) < start;
    const head = piece.end - start;
    if (!glued) best = start;
    else if (first !== last || piece.role === 'latin') return;
    else if (GLUED.has(piece.word.slice(0, -head))) best = start;
    // A noun of jieba's that ends in a title is a title: 外交大臣.
    else if (piece.tag === 'n' && !WEAK_TITLES.has(text.slice(start, piece.end))) best = piece.start;
  });
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
