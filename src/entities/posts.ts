/**
 * Posts: which title belongs to which person and organisation. Chinese writes organisation, title, person; several
 * titles share a person (总裁、董事李二), several people a title (副局长王一、李二), a list of people an organisation
 * (甲行行长王一、副行长李二), and a title without an organisation points back (公司总经理) or to the document's home (市长).
 */
import { FORMER_MARKS, WEAK_TITLES } from '../mentions/lexicon/titles.ts';
import type { Mention } from '../mentions/mention.ts';
import type { PostMention } from './entity.ts';

/** A post before its organisation's entity is looked up. */
export interface RawPost {
  /** Indices into the mention list. */
  readonly person: number;
  readonly position: number;
  readonly organisation?: number;
  readonly former: boolean;
  readonly confidence: number;
}

const FORMER = new RegExp(`(?:${FORMER_MARKS.join('|')}|曾)$`, 'u');
/** What may stand between an organisation and its title: a department, a mark of time, a rank. */
const DEPARTMENT = /^(?:的)?(?:原|前|时任|现任|现|党委|党组|党支部|机关|新任|候任|[一-龥A-Za-z]{0,10})$/u;
const VERB_LIKE =
  /[的了在与和及对向由被把将是有为说到从、，。；：（）]|表示|任命|聘请|收购|投资|合作|签|会见|旗下|起诉|宣布|指出/u;
const BETWEEN_TITLES = /^\s*(?:[、兼及和与]|兼任|[，,]|、兼)?\s*(?:原|前|时任|曾任|现任)?\s*$/u;
const BEFORE_PERSON = /^[\s“]*$/u;
const LIST = /^\s*(?:[、，,]|和|与|及|以及)\s*$/u;

interface Pending {
  readonly position: number;
  readonly organisation?: number;
  readonly former: boolean;
}

/** The posts of one sentence. */
export function findPosts(text: string, mentions: readonly Mention[], from: number, to: number): RawPost[] {
  const posts: RawPost[] = [];
  let organisation: number | undefined;
  let pending: Pending[] = [];
  let lastPosts: RawPost[] = [];
  let listOrganisation: number | undefined;
  let end = -1;
  for (let index = from; index < to; index++) {
    const mention = mentions[index];
    if (mention === undefined || mention.parent !== undefined) continue;
    const gap = end < 0 ? '' : text.slice(end, mention.start);
    const fromStart = end < 0;
    if (mention.type === 'company' || mention.type === 'agency' || mention.type === 'organization') {
      if (pending.length > 0 && !BETWEEN_TITLES.test(gap)) pending = [];
      if (lastPosts.length > 0 && !LIST.test(gap)) listOrganisation = undefined;
      if (pending.length > 0 || LIST.test(gap)) lastPosts = LIST.test(gap) ? lastPosts : [];
      organisation = index;
    } else if (mention.type === 'position') {
      const former =
        FORMER.test(text.slice(Math.max(0, mention.start - 2), mention.start)) ||
        formerBefore(text, mentions, organisation, mention);
      if (organisation !== undefined && belongs(gap, mentions, organisation, end)) {
        pending.push({ position: index, organisation, former });
      } else if (pending.length > 0 && BETWEEN_TITLES.test(gap)) {
        const owner = pending.at(-1)?.organisation;
        pending.push({ position: index, former: former, ...(owner === undefined ? {} : { organisation: owner }) });
      } else {
        if (!fromStart && !LIST.test(gap)) listOrganisation = undefined;
        pending = [
          { position: index, former, ...(listOrganisation === undefined ? {} : { organisation: listOrganisation }) },
        ];
      }
      organisation = undefined;
    } else if (mention.type === 'person') {
      if (pending.length > 0 && BEFORE_PERSON.test(gap)) {
        lastPosts = pending.map((post) => ({ ...post, person: index, confidence: 0.9 }));
        posts.push(...lastPosts);
        listOrganisation = lastPosts.find((post) => post.organisation !== undefined)?.organisation ?? listOrganisation;
      } else if (
        lastPosts.length > 0 &&
        /^\s*(?:、|和|与|及)\s*$/u.test(gap) &&
        lastPosts.every((post) => sharable(mentions[post.position]?.text ?? ''))
      ) {
        lastPosts = lastPosts.map((post) => ({ ...post, person: index, confidence: 0.75 }));
        posts.push(...lastPosts);
      } else {
        lastPosts = [];
        const after = postAfter(text, mentions, index, to);
        if (after !== undefined) posts.push(after);
      }
      pending = [];
      organisation = undefined;
    } else {
      pending = [];
      organisation = undefined;
      lastPosts = [];
    }
    end = mention.end;
  }
  return posts;
}

const sharable = (title: string) => WEAK_TITLES.has(title) || /^副|议员|委员|常委|代表/u.test(title);

function belongs(gap: string, mentions: readonly Mention[], organisation: number, end: number): boolean {
  if (mentions[organisation]?.end !== end) return false;
  return gap === '' || (DEPARTMENT.test(gap) && !VERB_LIKE.test(gap));
}

function formerBefore(
  text: string,
  mentions: readonly Mention[],
  organisation: number | undefined,
  position: Mention,
): boolean {
  const owner = organisation === undefined ? undefined : mentions[organisation];
  if (owner === undefined || position.start - owner.end > 4) return false;
  return /(?:^|[、，。；：\s])(?:原|前|时任|曾任)$/u.test(text.slice(Math.max(0, owner.start - 3), owner.start));
}

/** 王一（甲公司董事长） and 王一董事长. */
function postAfter(text: string, mentions: readonly Mention[], person: number, to: number): RawPost | undefined {
  const name = mentions[person];
  let organisation: number | undefined;
  for (let index = person + 1; index < to && index <= person + 3; index++) {
    const mention = mentions[index];
    if (name === undefined || mention === undefined) return undefined;
    if (mention.parent !== undefined) continue;
    const gap = text.slice(name.end, mention.start);
    if (mention.type === 'position') {
      if (gap === '' && organisation === undefined) return { person, position: index, former: false, confidence: 0.7 };
      if (organisation === undefined || !/^（/u.test(gap)) return undefined;
      const between = text.slice(mentions[organisation]?.end, mention.start);
      return /^(?:原|前)?$/u.test(between)
        ? { person, position: index, organisation, former: between !== '', confidence: 0.85 }
        : undefined;
    }
    if (gap !== '（' || !(mention.type === 'company' || mention.type === 'agency' || mention.type === 'organization'))
      return undefined;
    organisation = index;
  }
  return undefined;
}

/** The public form of a raw post. */
export function toPostMention(
  raw: RawPost,
  mentions: readonly Mention[],
  person: string,
  organisation: string | undefined,
): PostMention | undefined {
  const position = mentions[raw.position];
  const name = mentions[raw.person];
  const owner = raw.organisation === undefined ? undefined : mentions[raw.organisation];
  if (position === undefined || name === undefined) return undefined;
  const level = owner !== undefined && owner.end === position.start && /^[省市县区]/u.test(owner.text);
  return {
    person,
    ...(organisation === undefined ? {} : { organisation }),
    title: level ? owner.text + position.text : position.text,
    former: raw.former,
    start: Math.min(position.start, name.start, owner?.start ?? position.start),
    end: Math.max(position.end, name.end),
    confidence: Math.min(raw.confidence, name.score),
  };
}
