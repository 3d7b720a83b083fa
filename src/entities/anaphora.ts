/** Words that stand for a name: 该公司, 公司总经理, 蔡行长. */
import { DOUBLE_SURNAMES, isSurname } from '../mentions/lexicon/surnames.ts';
import type { Mention, MentionType } from '../mentions/mention.ts';
import { allMatches, type Guarded, guard, matchesOf } from '../tokens/needs.ts';
import type { TokenisedDocument } from '../tokens/token.ts';
import { findPointers } from './pointers.ts';

/** An anaphor with the index of the mention that it stands for, in the list that was given. */
export interface Anaphor {
  readonly mention: Mention;
  readonly antecedent: number;
}

const COMMON_NOUNS: readonly (readonly [string, MentionType, RegExp])[] = [
  ['该公司', 'company', /./u],
  ['该集团', 'company', /集团/u],
  ['该企业', 'company', /./u],
  ['该行', 'company', /银行|行$/u],
  ['该基金', 'company', /基金/u],
  ['该院', 'organization', /院/u],
  ['该校', 'organization', /大学|学院|学校|中学|小学/u],
  ['该协会', 'organization', /协会/u],
  ['该局', 'agency', /局/u],
  ['该部', 'agency', /部/u],
  ['该委员会', 'agency', /委/u],
];

/** 公司 alone at the start of a clause, before a title or a verb. */
const BARE = /(?:^|[，。；：、“\s])(公司|集团)(?=[^，。；：、的（]{1,3})/u;

/** 协会 and 项目 alone at the start of a clause, before what they do or what is done to them. */
const COMMON_SUBJECTS: readonly (readonly [Guarded, MentionType, RegExp])[] = [
  [guard(/(?:^|[，。；“])(协会)(?=与|和|将|已|向|在|还|也|于|由)/gu), 'organization', /协会/u],
  [guard(/(?:^|[，。；“])(项目)(?=由|位于|将由|已由|总投资)/gu), 'project', /./u],
];

/** 公司 as the object of a verb about shares: 增持公司股份. */
const OBJECT =
  /(?:增持|减持|收购|持有|受让|转让|认购|购买|回购|入股)(?:了|其|的|所|持有|不超过|部分){0,4}(上市公司|公司)(?=[0-9约全部]|股份|股权|股票|总股本|的股)/gu;
/** The company whose report it is: 上市公司拟. */
const LISTED = /(?:^|[，。；：])(上市公司)(?=于|拟|将|已|以|通过|与|及)/gu;

/** Titles that companies have. */
const OFFICER = /(?:董事长|总裁|总经理|经理|总监|首席[一-龥]{2}官|C[EFOTI]O|董秘|创始人|董事)$/u;

/** Forms of address after a surname: 陆先生, 陆总. */
const ADDRESS = guard(/先生|女士|小姐|总(?=[，。：、“说称在与和对将也还曾表介认指强向])/gu);

/** The surname that ends at an offset, or the empty string. */
function surnameBefore(text: string, end: number): string {
  const two = text.slice(Math.max(0, end - 2), end);
  if (DOUBLE_SURNAMES.has(two)) return two;
  const one = text.charAt(end - 1);
  return isSurname(one) ? one : '';
}

/**
 * Finds anaphora and what they stand for: the company named last before them, the first of its sentence where one
 * sentence names several; for a surname with title or form of address, the person of that surname.
 */
export function findAnaphora(document: TokenisedDocument, mentions: readonly Mention[]): Anaphor[] {
  const found: Anaphor[] = [];
  const takenStarts = new Set<number>();
  let next = 0;
  const before: number[] = [];
  let last: readonly number[] = [];
  for (const sentence of document.sentences) {
    if (sentence.kind !== 'body') continue;
    while (next < mentions.length && (mentions[next]?.start ?? 0) < sentence.start) before.push(next++);
    const here: number[] = [];
    for (let index = next; index < mentions.length && (mentions[index]?.start ?? 0) < sentence.end; index++)
      here.push(index);
    const text = document.text.slice(sentence.start, sentence.end);
    const add = (start: number, word: string, antecedent: number | undefined) => {
      const target = antecedent === undefined ? undefined : mentions[antecedent];
      const end = start + word.length;
      if (antecedent === undefined || target === undefined || coveredHere(start, end)) return;
      if (takenStarts.has(start)) return;
      takenStarts.add(start);
      found.push({
        mention: { type: target.type, start, end, text: word, score: 0.7, sources: ['anaphora'] },
        antecedent,
      });
    };
    // 甲收购了乙；丙宣布，该公司…: the first of its own part of the sentence, else what was named last.
    const organisationBefore = (start: number, type: MentionType, fits: RegExp): number | undefined => {
      const mark = text.lastIndexOf('；', start - sentence.start);
      if (mark < 0) return lastOrganisation(mentions, before, here, start, type, fits);
      const part = here.filter((index) => (mentions[index]?.start ?? 0) > sentence.start + mark);
      return lastOrganisation(mentions, [...before.slice(-60), ...here], part, start, type, fits);
    };
    const coveredHere = (start: number, end: number) =>
      here.some((index) => {
        const mention = mentions[index];
        return mention !== undefined && mention.start < end && mention.end > start && mention.type !== 'position';
      });
    for (const { start, word, antecedent } of findPointers(text, sentence.start, mentions, last, here)) {
      add(start, word, antecedent);
    }
    last = here;
    const pointed = text.includes('该');
    for (const [word, type, fits] of pointed ? COMMON_NOUNS : []) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const start = sentence.start + at;
        // 该行…该行: the same again.
        const same = found.findLast(({ mention }) => mention.start >= sentence.start && mention.text === word);
        add(start, word, same?.antecedent ?? organisationBefore(start, type, fits));
      }
    }
    const ofCompany = text.includes('公司');
    for (let at = ofCompany || text.includes('集团') ? 0 : text.length; at < text.length; ) {
      const match = BARE.exec(text.slice(at));
      if (match === null) break;
      const word = match[1] ?? '';
      const start = sentence.start + at + match.index + match[0].length - word.length;
      add(start, word, organisationBefore(start, 'company', word === '集团' ? /集团/u : /./u));
      at += match.index + match[0].length;
    }
    for (const [pattern, type, fits] of COMMON_SUBJECTS) {
      for (const match of matchesOf(pattern, text)) {
        const word = match[1] ?? '';
        const start = sentence.start + match.index + match[0].length - word.length;
        add(start, word, organisationBefore(start, type, fits));
      }
    }
    for (const match of ofCompany ? [...allMatches(OBJECT, text), ...allMatches(LISTED, text)] : []) {
      const word = match[1] ?? '';
      const start = sentence.start + match.index + match[0].length - word.length;
      const same = found.findLast(({ mention }) => mention.start >= sentence.start && mention.start < start);
      const antecedent = same?.antecedent ?? organisationBefore(start, 'company', /./u);
      add(start, word, antecedent);
    }
    for (const { index, 0: word } of matchesOf(ADDRESS, text)) {
      const at = sentence.start + index;
      const surname = surnameBefore(document.text, at);
      const start = at - surname.length;
      if (surname === '' || start < sentence.start || coveredHere(start, at)) continue;
      add(start, surname + word, lastPerson(mentions, before, here, start, surname));
    }
    for (const index of here) {
      const title = mentions[index];
      if (title?.type !== 'position') continue;
      const noun = /(?:公司|集团|企业)$/u.exec(document.text.slice(title.start - 2, title.start))?.[0];
      if (noun !== undefined && title.start - 2 >= sentence.start) {
        const pattern = noun === '集团' ? /集团/u : /./u;
        add(title.start - 2, noun, organisationBefore(title.start - 2, 'company', pattern));
      }
      // 其董事长王一: the one that the sentence is about.
      if (document.text.charAt(title.start - 1) === '其' && OFFICER.test(title.text)) {
        add(title.start - 1, '其', lastOrganisation(mentions, [], here, title.start - 1, 'company', /./u));
      }
      const surname = surnameBefore(document.text, title.start);
      const start = title.start - surname.length;
      if (surname === '' || start < sentence.start || coveredHere(start, title.start)) continue;
      const person = lastPerson(mentions, before, here, start, surname);
      if (person !== undefined) add(start, document.text.slice(start, title.end), person);
    }
  }
  return found.sort((one, other) => one.mention.start - other.mention.start);
}

function lastOrganisation(
  mentions: readonly Mention[],
  before: readonly number[],
  here: readonly number[],
  start: number,
  type: MentionType,
  fits: RegExp,
): number | undefined {
  const suits = (index: number) => {
    const mention = mentions[index];
    return (
      mention !== undefined &&
      mention.parent === undefined &&
      mention.type === type &&
      mention.end <= start &&
      fits.test(mention.text)
    );
  };
  const own = here.filter(suits);
  if (own.length > 0) return own[0];
  for (let at = before.length - 1; at >= 0 && at >= before.length - 60; at--) {
    const index = before[at];
    if (index !== undefined && suits(index)) return index;
  }
  return undefined;
}

function lastPerson(
  mentions: readonly Mention[],
  before: readonly number[],
  here: readonly number[],
  start: number,
  surname: string,
): number | undefined {
  const all = [...before.slice(-200), ...here];
  for (let at = all.length - 1; at >= 0; at--) {
    const mention = mentions[all[at] ?? -1];
    if (mention?.type === 'person' && mention.end <= start && mention.text.startsWith(surname)) return all[at];
  }
  return undefined;
}
