/** Finds people whose names are written with a middle dot (买买提·阿不都拉) or in Latin letters after a title. */
import { TRANSLITERATION } from '../lexicon/transliteration.ts';
import type { Candidate } from '../mention.ts';
import type { TitleEdges } from './persons.ts';
import { isHan, type SentenceView } from './view.ts';

const LONGEST_PART = 8;

/** Foreign and minority people of one sentence. */
export function findForeignPersons(text: string, sentence: SentenceView, titles: TitleEdges): Candidate[] {
  const candidates: Candidate[] = [];
  for (let dot = text.indexOf('·', sentence.start); dot >= 0 && dot < sentence.end; dot = text.indexOf('·', dot + 1)) {
    const previous = candidates.at(-1);
    if (previous !== undefined && previous.end > dot) continue;
    const start = partStart(text, dot, sentence, titles);
    let end = partEnd(text, dot + 1, sentence, titles);
    while (text.charAt(end) === '·' && end + 1 < sentence.end) end = partEnd(text, end + 1, sentence, titles);
    if (start === dot || end === dot + 1 || end - start > 30) continue;
    candidates.push({ start, end, type: 'person', score: 0.9, source: 'structure:dotted-name' });
  }
  for (const piece of sentence.pieces) {
    if (!titles.endsAt.has(piece.start) || piece.word.length < 2 || !isHan(piece.word)) continue;
    const end = partEnd(text, piece.start, sentence, titles);
    if (end - piece.start < 2 || text.charAt(end) === '·') continue;
    const word = text.slice(piece.start, end);
    const edge = sentence.pieces.some(({ end: pieceEnd }) => pieceEnd === end);
    if (edge && [...word].every((character) => TRANSLITERATION.has(character))) {
      candidates.push({
        start: piece.start,
        end,
        type: 'person',
        score: word.length > 2 ? 0.82 : 0.6,
        source: 'structure:transliteration',
      });
    }
  }
  return candidates;
}

function partStart(text: string, dot: number, sentence: SentenceView, titles: TitleEdges): number {
  let start = dot;
  const least = Math.max(sentence.start, dot - LONGEST_PART);
  while (start > least) {
    const character = text.charAt(start - 1);
    if (titles.endsAt.has(start)) return start;
    if (TRANSLITERATION.has(character) || /[A-Za-z]/.test(character)) start--;
    else break;
  }
  // A word that ends before the name and whose characters happen to be in the table is left out whole.
  const edge = sentence.pieces.find((piece) => piece.start <= start && piece.end > start);
  if (edge !== undefined && edge.start < start && edge.end < dot) return edge.end;
  const first = sentence.pieces.find((piece) => piece.start >= start);
  if (
    first !== undefined &&
    first.end < dot &&
    (first.role === 'stop' || first.role === 'place' || first.role === 'verb')
  )
    return first.end;
  return start;
}

function partEnd(text: string, from: number, sentence: SentenceView, titles: TitleEdges): number {
  let end = from;
  while (end < sentence.end && end - from < LONGEST_PART) {
    if (end > from && titles.startsAt.has(end)) break;
    const character = text.charAt(end);
    if (!TRANSLITERATION.has(character) && !/[A-Za-z]/.test(character)) break;
    end++;
  }
  const holder = sentence.pieces.find((piece) => piece.start < end && piece.end > end);
  // A word that only begins with such a character (达成) follows the name.
  if (holder !== undefined && holder.start > from) end = holder.start;
  const last = sentence.pieces.find((piece) => piece.end === end && piece.start > from);
  if (last?.role === 'stop' || last?.role === 'verb') end = last.start;
  return end;
}
