/** Finds places: administrative divisions, countries, cities, and what jieba knows as places. */

import { PROVINCE_OF } from '../lexicon/places.ts';
import type { Candidate } from '../mention.ts';
import { isHan, type SentenceView } from './view.ts';

/** Endings of places that are not administrative. */
const LANDMARK =
  /(?:广场|公园|大街|大道|路|街|港|湾|岛|山|湖|河|江|机场|火车站|口岸|会堂|会展中心|体育馆|体育场|宾馆|报告厅)$/u;

/** A division that no list knows, with the title or agency of its level behind it: 甲乙市 · 副市长, 甲乙省 · 省委. */
function isGoverned(text: string, { word, tag, role, end }: SentenceView['pieces'][number]): boolean {
  if (tag !== 'x' || role !== 'word' || word.length !== 3) return false;
  const level = /^[\u4E00-\u9FFF]{2}([省市县])$/u.exec(word)?.[1];
  if (level === undefined) return false;
  return new RegExp(`^(?:常务副|副|代)?${level}(?:长|委|政府|人大|政协)`, 'u').test(text.slice(end, end + 6));
}

/** Places of one sentence; neighbours that nest (北京市海淀区) are one place. */
export function findPlaces(text: string, sentence: SentenceView): Candidate[] {
  const candidates: Candidate[] = [];
  for (let index = 0; index < sentence.pieces.length; index++) {
    const piece = sentence.pieces[index];
    if (piece === undefined || piece.role !== 'place') continue;
    let end = piece.end;
    let last = index;
    while (true) {
      const next = sentence.pieces[last + 1];
      if (next === undefined || next.start !== end) break;
      const divides = /[省市县区州盟旗镇乡村]$/u.test(next.word);
      // 山东聊城, 聊城临清市; but 中美 and 北京上海 stay apart.
      const province = PROVINCE_OF.get(text.slice(piece.start, end).replace(/[省市]$/u, ''));
      const inside = PROVINCE_OF.get(next.word.replace(/[市县区]$/u, '')) === province && province !== undefined;
      if (next.role === 'place' && (divides || (inside && /[省区]$/u.test(province ?? '')))) {
        end = next.end;
        last++;
      } else if (next.word.length === 1 && /[省市县区镇村]/u.test(next.word) && end - piece.start > 1) {
        end = next.end;
        last++;
      } else break;
    }
    index = last;
    candidates.push({ start: piece.start, end, type: 'place', score: 0.86, source: 'structure:place' });
  }
  for (const piece of sentence.pieces) {
    if (isGoverned(text, piece)) {
      candidates.push({ start: piece.start, end: piece.end, type: 'place', score: 0.8, source: 'structure:governed' });
    }
    if (
      piece.role === 'word' &&
      piece.word.length >= 3 &&
      piece.tag === 'ns' &&
      LANDMARK.test(piece.word) &&
      isHan(piece.word)
    ) {
      candidates.push({ start: piece.start, end: piece.end, type: 'place', score: 0.6, source: 'structure:landmark' });
    }
  }
  return candidates;
}
