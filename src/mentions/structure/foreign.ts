/** Finds people by foreign names: with a middle dot (买买提·阿不都拉), in Latin letters or Japanese after a title. */
import { TRANSLITERATION } from '../lexicon/transliteration.ts';
import type { Candidate } from '../mention.ts';
import type { TitleEdges } from './persons.ts';
import { isHan, type Piece, pieceEndingAt, pieceStartingAt, type SentenceView } from './view.ts';

const LONGEST_PART = 8;

/** Mark Pervan, Seo won-seok, J. K. Smith: two to four parts, of which the first begins with a capital. */
const LATIN_NAME = /^[A-Z][A-Za-z'’.-]*(?: [A-Za-z][A-Za-z'’.-]+){1,3}(?![A-Za-z])/u;
const LONGEST_LATIN = 40;

/** Foreign and minority people of one sentence. */
export function findForeignPersons(text: string, sentence: SentenceView, titles: TitleEdges): Candidate[] {
  const candidates: Candidate[] = [];
  for (const piece of sentence.pieces) {
    if (piece.word !== '·') continue;
    const dot = piece.start;
    const previous = candidates.at(-1);
    if (previous !== undefined && previous.end > dot) continue;
    const start = partStart(dot, sentence, titles);
    let end = partEnd(dot + 1, sentence, titles);
    while (text.charAt(end) === '·' && end + 1 < sentence.end) end = partEnd(end + 1, sentence, titles);
    if (start === dot || end === dot + 1 || end - start > 30 || !mayBeNames(sentence, start, end)) continue;
    candidates.push({ start, end, type: 'person', score: 0.9, source: 'structure:dotted-name' });
  }
  for (const piece of sentence.pieces) {
    if (titles.startsAt.has(piece.end) && STATE_TITLE.test(text.slice(piece.end, piece.end + 3))) {
      const start = runStart(text, sentence, piece.end);
      if (piece.end - start >= SHORTEST_RUN) {
        candidates.push({ start, end: piece.end, type: 'person', score: 0.88, source: 'structure:transliteration' });
      }
    }
    if (titles.endsAt.has(piece.start)) {
      const end = japaneseEnd(text, sentence, piece.start);
      if (end > 0)
        candidates.push({ start: piece.start, end, type: 'person', score: 0.84, source: 'structure:japanese-name' });
    }
    if (
      piece.role === 'latin' &&
      (titles.endsAt.has(piece.start) || text.slice(piece.start - 2, piece.start) === '代表')
    ) {
      const [name] =
        LATIN_NAME.exec(text.slice(piece.start, Math.min(piece.start + LONGEST_LATIN, sentence.end))) ?? [];
      if (name !== undefined) {
        candidates.push({
          start: piece.start,
          end: piece.start + name.length,
          type: 'person',
          score: 0.86,
          source: 'structure:latin-name',
        });
      }
    }
    if (!titles.endsAt.has(piece.start) || !isHan(piece.word)) continue;
    const end = partEnd(piece.start, sentence, titles);
    if (end - piece.start < (piece.word.length < 2 ? 3 : 2) || text.charAt(end) === '·') continue;
    const word = text.slice(piece.start, end);
    const rest = text.slice(piece.end, end);
    const known = rest.length > 1 && pieceTag(sentence, piece.end) === 'nrt';
    if ([...(known ? piece.word : word)].every((character) => TRANSLITERATION.has(character))) {
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

/** A Japanese surname of two characters with a given name of two: 高桥健一, behind a title. */
const JAPANESE =
  /^[\p{Script=Han}][田本井川山村野木原藤岛崎泽口尾桥松谷池内上下部屋浦冈西间尻林津森坂濑塚永仓][\p{Script=Han}][郎夫男雄明宏之介太子美一二三彦也平司志树幸治久信弘博哉辅造吉次助正义和光昭隆茂秀浩诚章靖史朗央惠香代枝典仁晋孝武英]/u;
const AFTER_NAME = /^(?:[，。、；：（）]|则|也|在|与|和|等|说|称|表示|出席|指出|认为|透露|介绍)/u;
const JAPANESE_LENGTH = 4;

/** Where the Japanese name ends that starts at an offset behind a title, or -1: four characters, then what ends a name. */
function japaneseEnd(text: string, sentence: SentenceView, start: number): number {
  const end = start + JAPANESE_LENGTH;
  if (end > sentence.end || !JAPANESE.test(text.slice(start, end))) return -1;
  return end === sentence.end || AFTER_NAME.test(text.slice(end, end + 2)) ? end : -1;
}

/** jieba's tag of the word at an offset: `nrt` for one that it knows as a foreign name. */
const pieceTag = (sentence: SentenceView, offset: number): string | undefined =>
  sentence.pieces[pieceStartingAt(sentence, offset)]?.tag;

/** Tags of words that may be a part of a foreign name although other characters stand in them. */
const NAME_WORDS = new Set(['x', 'nr', 'nrt', 'nrfg', 'nz', 'eng']);

/** Titles of state that follow a foreign name: 萨勒曼国王, 拉托尔纳总统. */
const STATE_TITLE = /^(?:总统|国王|女王|首相|总理|主席|议长|大使|外长|防长|亲王|王储|总督)/u;
const SHORTEST_RUN = 3;

/** Where the run of characters that transliterate begins which ends at an offset; words are kept whole but for 同 before it. */
function runStart(text: string, sentence: SentenceView, end: number): number {
  let start = end;
  for (let index = pieceEndingAt(sentence, end); index >= 0; index--) {
    const piece = sentence.pieces[index];
    if (piece === undefined || piece.end !== start || end - piece.start > LONGEST_PART) break;
    if (piece.role === 'place' || piece.role === 'mark' || piece.role === 'title') break;
    const glued = piece.tag === 'x' && /^[同与和向对]/u.test(piece.word) ? 1 : 0;
    const rest = text.slice(piece.start + glued, piece.end);
    if (rest === '' || ![...rest].every((character) => TRANSLITERATION.has(character))) break;
    start = piece.start + glued;
    if (glued > 0) break;
  }
  return start;
}

/** Whether every part between dots may be of a foreign name: 规划·珠海 has one of plain words alone. */
function mayBeNames(sentence: SentenceView, start: number, end: number): boolean {
  let plain = true;
  for (let index = pieceStartingAt(sentence, start); index >= 0 && index < sentence.pieces.length; index++) {
    const piece = sentence.pieces[index];
    if (piece === undefined || piece.start >= end) break;
    if (piece.word === '·') {
      if (plain) return false;
      plain = true;
    } else plain &&= piece.word.length > 1 && !NAME_WORDS.has(piece.tag) && !transliterates(piece);
  }
  return !plain;
}

/** Start of the part that ends at a dot: whole words that can be a transliteration. */
function partStart(dot: number, sentence: SentenceView, titles: TitleEdges): number {
  let start = dot;
  for (let index = pieceEndingAt(sentence, dot); index >= 0; index--) {
    const piece = sentence.pieces[index];
    if (piece === undefined || piece.end !== start || dot - piece.start > LONGEST_PART) break;
    if (start < dot && (titles.endsAt.has(start) || !transliterates(piece))) break;
    if (piece.role === 'mark' || piece.role === 'number' || piece.role === 'place') break;
    if (start === dot && !transliterates(piece) && (piece.role === 'stop' || piece.word.length > 4)) break;
    start = piece.start;
  }
  return start;
}

/** End of the part that starts after a dot. */
function partEnd(from: number, sentence: SentenceView, titles: TitleEdges): number {
  let end = from;
  for (let index = pieceStartingAt(sentence, from); index >= 0 && index < sentence.pieces.length; index++) {
    const piece = sentence.pieces[index];
    if (piece === undefined || piece.start !== end || piece.end - from > LONGEST_PART) break;
    if (piece.role === 'mark' || piece.role === 'number') break;
    if (end > from && (titles.startsAt.has(end) || !transliterates(piece))) break;
    if (piece.role === 'title' || (end > from && piece.role === 'verb' && piece.word.length > 1)) break;
    end = piece.end;
  }
  return end;
}

/** Words of jieba's with so many characters are names where all of them transliterate. */
const LONG_WORD = 4;

/** Whether a word can be part of a foreign name: jieba knows it as one, or all its characters transliterate. */
function transliterates(piece: Piece): boolean {
  if (piece.role === 'latin') return true;
  if (piece.role === 'stop' && piece.word.length > 1) return false;
  // 当地 and 宣誓就职, which jieba knows as a person, are none.
  if (piece.tag === 's' || piece.tag === 't') return false;
  if ((piece.tag === 'nr' && piece.word.length < LONG_WORD) || piece.tag === 'nrt' || piece.tag === 'nrfg') return true;
  for (const character of piece.word) if (!TRANSLITERATION.has(character)) return false;
  return true;
}
