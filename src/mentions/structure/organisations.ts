/**
 * Finds organisations by their endings. Chinese writes such a name as place, brand, trade, legal form
 * (北京 · 首农 · 商业连锁 · 有限公司); from the form a walk to the left takes what that order allows and stops at
 * words that stand in no name.
 */

import { FORM_TRAPS } from '../lexicon/agencies.ts';
import { FUNCTION_CHARACTERS } from '../lexicon/function-words.ts';
import { GENERAL_IN_NAMES, ORGANISATION_FORMS, TRADE_FORMS, VERBS_IN_NAMES } from '../lexicon/organisations.ts';
import type { Candidate } from '../mention.ts';
import { endingsAt, mayEndAt, suffixTrie } from '../suffixes.ts';
import { type FoundForm, type Walk, walkLeft } from './name-walk.ts';
import { NAME_TAGS, RELATIONAL } from './name-words.ts';
import { scoreName } from './organisation-scores.ts';
import { isPlaceWord, pieceStartingAt, type SentenceView } from './view.ts';

const FORMS = suffixTrie([...ORGANISATION_FORMS].map(([form, entry]) => [form, { ...entry, form }] as const));

/** Organisations of one sentence, by their endings. */
export function findOrganisations(text: string, sentence: SentenceView): Candidate[] {
  const candidates: Candidate[] = [];
  for (const index of sentence.endings) {
    if (!mayEndAt(FORMS, text, sentence.pieces[index]?.end ?? 0)) continue;
    const found = formEndingAt(text, sentence, index);
    if (found === undefined) continue;
    const candidate = completeName(text, sentence, found);
    if (candidate !== undefined) candidates.push(candidate);
  }
  return candidates;
}

/** The longest form that ends with a piece and starts with a piece or within the last one. */
function formEndingAt(text: string, sentence: SentenceView, last: number): FoundForm | undefined {
  const piece = sentence.pieces[last];
  if (piece === undefined || piece.role === 'mark' || piece.role === 'number') return undefined;
  let best: FoundForm | undefined;
  let first = last;
  endingsAt(FORMS, text, piece.end, sentence.start, (start, form) => {
    while (first > 0 && (sentence.pieces[first]?.start ?? 0) > start) first--;
    if (sentence.pieces[first]?.start !== start && first !== last) return;
    best = { ...form, start, first, last };
  });
  const found = best as FoundForm | undefined;
  return found?.form.length === 1 && piece.tag !== 'nt' && FORM_TRAPS.has(piece.word) ? undefined : found;
}

function completeName(text: string, sentence: SentenceView, found: FoundForm): Candidate | undefined {
  const piece = sentence.pieces[found.last];
  if (piece === undefined) return undefined;
  const walk: Walk = {
    start: found.start,
    brand: 0,
    unknown: false,
    places: 0,
    general: 0,
    parent: false,
    pieces: 0,
  };
  const holder = sentence.pieces[found.first];
  // A stem within the form's own word: 国电 of 国电集团, 教育 of 教育局.
  if (holder !== undefined && holder.start < found.start) {
    const stem = text.slice(holder.start, found.start);
    if (RELATIONAL.has(stem) || FUNCTION_CHARACTERS.has(stem)) return undefined;
    // 畜牧业 is a word; 和讯网 is none.
    if (TRADE_FORMS.has(found.form) && stem.length === 1 && holder.tag === 'n') return undefined;
    walk.start = holder.start;
    walk.pieces++;
    if (isPlaceWord(stem, '')) walk.places++;
    else if (GENERAL_IN_NAMES.has(stem) || VERBS_IN_NAMES.has(stem)) walk.general++;
    else {
      walk.brand += stem.length;
      walk.unknown ||= NAME_TAGS.has(holder.tag);
    }
  }
  walkLeft(text, sentence, found.first - 1, walk, found);
  // 某运动（某派）中央委员会: the bracket belongs to what stands before it.
  if (text.charAt(walk.start) === '（') walk.start = text.indexOf('）', walk.start) + 1;
  trimEdge(text, sentence, walk, found);
  const score = scoreName(text, sentence, found, walk);
  if (score <= 0) return undefined;
  return { start: walk.start, end: piece.end, type: found.type, score, source: `structure:${sourceOf(found)}` };
}

const EDGE = new Set('如由据经该从因与和及在对向将被把愿同于即使请其而指年有');

/** Cuts function words that jieba glued to an unknown word at the left edge: 如中船 · 总公司, 而中船 · 总公司. */
function trimEdge(text: string, sentence: SentenceView, walk: Walk, found: FoundForm): void {
  const piece = sentence.pieces[pieceStartingAt(sentence, walk.start)];
  if (piece?.tag !== 'x' || piece.word.length < 2) return;
  // 年 is the end of a date only behind its number.
  if (piece.word.startsWith('年') && !/[0-9]/.test(text.charAt(piece.start - 1))) return;
  let cut = 0;
  while (cut < 2 && cut < piece.word.length && EDGE.has(piece.word.charAt(cut))) cut++;
  walk.start = Math.min(walk.start + cut, found.start);
  walk.brand -= Math.min(cut, 1);
}

const sourceOf = (found: FoundForm) => (TRADE_FORMS.has(found.form) ? 'trade' : `${found.type}-form`);
