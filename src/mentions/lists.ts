/** Lists: what stands among companies, parted by 、, is a company. */
import type { Token, TokenisedDocument } from '../tokens/token.ts';
import { spanKey } from './decide.ts';
import { STOP_WORDS } from './lexicon/function-words.ts';
import { DOUBLE_SURNAMES, isSurname } from './lexicon/surnames.ts';
import type { Candidate, Mention, MentionType } from './mention.ts';

const LISTED = new Set<MentionType>(['company', 'person']);
const ORGANISATIONS = new Set<MentionType>(['company', 'agency', 'organization']);
const ITEM = /^[\p{Script=Han}A-Za-z0-9&·.+-]{2,12}$/u;
const LONGEST_BRACKET = 24;
const SHORTEST_LIST = 2;

/** Least length of a list whose unknown items are taken for what the others are. */
const TELLING_LIST = 3;

interface Item {
  readonly start: number;
  readonly end: number;
}

/**
 * Candidates for the items of lists of three and more, at least two of which were decided to be of one type. The
 * first and last items are left out unless their outer edge is a mark or 等, since their clause goes on.
 */
export function findListed(
  document: TokenisedDocument,
  mentions: readonly Mention[],
  candidates: readonly Candidate[],
): Candidate[] {
  const found: Candidate[] = [];
  let indexed:
    | {
        mentions: ReadonlyMap<number, Mention>;
        starting: ReadonlyMap<number, Mention>;
        ending: ReadonlyMap<number, Mention>;
        candidates: ReadonlyMap<number, Candidate>;
        surest: ReadonlyMap<number, number>;
      }
    | undefined;
  const listed = mentions.filter(({ type }) => LISTED.has(type));
  for (const sentence of document.sentences) {
    if (sentence.kind !== 'body' && sentence.kind !== 'title') continue;
    const lists = listsOf(document.text, sentence.start, sentence.end);
    if (lists.length === 0) continue;
    indexed ??= {
      mentions: new Map(mentions.map((mention) => [spanKey(mention), mention])),
      starting: new Map(listed.map((mention) => [mention.start, mention])),
      ending: new Map(listed.map((mention) => [mention.end, mention])),
      candidates: new Map(
        candidates
          .filter(({ type, score }) => ORGANISATIONS.has(type) || (type === 'person' && score >= LEAST_PERSON))
          .map((candidate) => [spanKey(candidate), candidate]),
      ),
      surest: new Map(
        candidates
          .filter(({ type, score }) => ORGANISATIONS.has(type) && score >= SURE)
          .map(({ start, end }) => [end, start]),
      ),
    };
    const words = document.tokens.slice(sentence.firstToken, sentence.endToken);
    for (const items of lists) {
      const known = items.map((item) => indexed?.mentions.get(spanKey(item)));
      found.push(...supported(items, known, indexed.candidates));
      // 县领导王一、李二、赵三见证: the clause goes on before the first name and behind the last.
      known[0] ??= indexed.ending.get(items[0]?.end ?? -1);
      known[known.length - 1] ??= indexed.starting.get(items.at(-1)?.start ?? -1);
      if (items.length < TELLING_LIST) continue;
      for (const type of LISTED) {
        const sure = known.filter((mention) => mention?.type === type && mention.score >= 0.6).length;
        const other = known.filter((mention) => mention !== undefined && mention.type !== type).length;
        if (sure < 2 || sure / items.length < 0.3 || other > sure) continue;
        for (const [index, { start, end }] of items.entries()) {
          const decided = known[index];
          if (decided !== undefined && decided.end - decided.start < end - start) continue;
          const name = document.text.slice(start, end);
          if (!ITEM.test(name) || !fitsWords(words, start, end) || (type === 'person' && !isPersonal(name))) continue;
          // 建议关注 · 甲板材: a name that is known ends the item, and what stands before it leads to it.
          if ((indexed.surest.get(end) ?? start) > start) continue;
          found.push({ start, end, type, score: type === 'company' ? 0.72 : 0.6, source: 'list' });
        }
      }
    }
  }
  return found;
}

/** A Chinese name by its length and surname, or one in other letters. */
const isPersonal = (name: string): boolean =>
  /[A-Za-z·]/u.test(name) ||
  (DOUBLE_SURNAMES.has(name.slice(0, 2)) ? name.length <= 4 : name.length <= 3 && isSurname(name.charAt(0)));

/** How sure a candidate must be to say where an item's name begins. */
const SURE = 0.8;

/** Whether an item begins and ends with a word and holds no word that stands in no name. */
function fitsWords(words: readonly Token[], start: number, end: number): boolean {
  let begins = false;
  let ends = false;
  for (const word of words) {
    if (word.start === start) begins = true;
    if (word.end === end) ends = true;
    if (word.start >= start && word.end <= end && STOP_WORDS.has(word.word)) return false;
  }
  return begins && ends;
}

/** A person candidate below this is no reading of an item. */
const LEAST_PERSON = 0.12;

/**
 * What a weak candidate gains that is a whole item of a list: an organisation beside two others, a person beside one.
 */
function supported(
  items: readonly Item[],
  types: readonly (Mention | undefined)[],
  candidates: ReadonlyMap<number, Candidate>,
): Candidate[] {
  const organisations = types.filter((mention) => mention !== undefined && ORGANISATIONS.has(mention.type)).length;
  const people = types.filter((mention) => mention?.type === 'person' && mention.score >= 0.8).length;
  return items.flatMap(({ start, end }): Candidate[] => {
    const type = candidates.get(spanKey({ start, end }))?.type;
    if (type === undefined || (type === 'person' ? people < 1 : organisations < 2)) return [];
    return [{ start, end, type, score: type === 'person' ? 0.6 : 0.5, source: 'list' }];
  });
}

const PARTS_ITEMS = 1;
const OPENS_BRACKET = 2;
const ENDS_LIST = 3;

/** What a mark does to a list, by UTF-16 unit. */
const MARKS = new Uint8Array(0x10000);
for (const mark of '，。；：“”？！…') MARKS[mark.charCodeAt(0)] = ENDS_LIST;
MARKS['、'.charCodeAt(0)] = PARTS_ITEMS;
MARKS['（'.charCodeAt(0)] = OPENS_BRACKET;

/** Runs of items parted by 、; a bracket at the end of an item is left out of it. */
function listsOf(text: string, from: number, to: number): Item[][] {
  const lists: Item[][] = [];
  let items: Item[] = [];
  let start = from;
  // Where a bracket opened that ended just before.
  let opened = -1;
  const itemEnd = (at: number) => (opened > start && text.charAt(at - 1) === '）' ? opened : at);
  for (let at = from; at <= to; at++) {
    const mark = at === to ? ENDS_LIST : MARKS[text.charCodeAt(at)];
    if (mark === 0) continue;
    if (mark === OPENS_BRACKET) {
      const shut = at + text.slice(at, Math.min(at + LONGEST_BRACKET, to)).indexOf('）');
      if (shut < at) continue;
      opened = at;
      at = shut;
    } else if (mark === PARTS_ITEMS) {
      if (at > start) items.push(trimmed(text, start, itemEnd(at)));
      start = at + 1;
    } else {
      if (at > start && items.length > 0) items.push(...tail(text, start, itemEnd(at)));
      if (items.length >= SHORTEST_LIST) lists.push(items);
      items = [];
      start = at + 1;
    }
  }
  return lists;
}

/** The first item of a list goes without what introduces it. */
function trimmed(text: string, start: number, end: number): Item {
  const intro =
    /^.*(?:包括|包含|有|如|为|是|拜访了|会见了|考察了|引进了|引入了|的)/u.exec(text.slice(start, end))?.[0].length ?? 0;
  let from = start + (intro < end - start ? intro : 0);
  while (from < end && text.charAt(from) === ' ') from++;
  let to = end;
  while (to > from && text.charAt(to - 1) === ' ') to--;
  return { start: from, end: to };
}

/** The last item of a list, cut before 等, and at 和 and 及. */
function tail(text: string, start: number, end: number): Item[] {
  const rest = text.slice(start, end);
  const etc = rest.indexOf('等');
  const whole = etc > 0 ? rest.slice(0, etc) : rest;
  // No name is one character: 和 is its second in 嘉和.
  const joint = /(?<=..)(?:和|以及|及|与)/u.exec(whole);
  if (joint === null) return [{ start, end: start + whole.length }];
  const next = start + joint.index + joint[0].length;
  return [
    { start, end: start + joint.index },
    { start: next, end: start + whole.length },
  ].filter((item) => item.end > item.start);
}
