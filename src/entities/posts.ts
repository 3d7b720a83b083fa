/**
 * Posts: which title belongs to which person and organisation. Chinese writes organisation, title, person; several
 * titles share a person (总裁、董事李二), several people a title (副局长王一、李二), a list of people an organisation
 * (甲行行长王一、副行长李二), and a title without an organisation points back (公司总经理) or to the document's home (市长).
 */
import { WEAK_TITLES } from '../mentions/lexicon/titles.ts';
import type { Mention } from '../mentions/mention.ts';
import type { Status } from '../ontology/status.ts';
import { careerOf, laterPosts } from './careers.ts';
import { leadsToTitle, saysMore, unitIn } from './departments.ts';
import type { PostMention } from './entity.ts';

/** A post before its organisation's entity is looked up. */
export interface RawPost {
  /** Indices into the mention list. */
  readonly person: number;
  readonly position: number;
  readonly organisation?: number;
  readonly former: boolean;
  /** `planned` where the post is yet to be taken. */
  readonly status?: Status;
  /** Whether a verb gives or takes the post: 出任, 不再担任. */
  readonly given?: true;
  readonly confidence: number;
}

const FORMER = /(?:^|[^日目此之以生提年月天])前$|(?:^|[^中太草平高])原$|时任$|曾任$|曾$/u;
/** 曾在甲市挂职副市长: a former post by the verb before it. */
const ONCE = /曾[^，。；]{0,8}(?:挂职|担任|任)$/u;
const BETWEEN_TITLES = /^\s*(?:[、兼及和与]|兼任|[，,]|、兼)?\s*(?:原|前|时任|曾任|现任)?\s*$/u;
/** 担任甲公司总裁一职多年的王一, 创始人之一王一. */
const BEFORE_PERSON = /^(?:之一)?(?:[\s“]*|(?:一职|之职|职务)?(?:多年|已久)?的)$/u;
/** A post whose organisation is not known, among others: 、早茶节组委会 before 主任. */
const UNKNOWN_OWNER = /^、[一-龥]{2,14}$/u;
const LIST = /^\s*(?:[、，,]|和|与|及|以及)\s*$/u;
const SHARED = /^\s*(?:、|和|与|及)\s*$/u;
/** A title that names its own level of government takes no organisation from its neighbour. */
const OWN_LEVEL = /^(?:常务副|副)?[省市县区国镇乡村]/u;
const LOOK_BACK = 14;

type Pending = Omit<RawPost, 'person' | 'confidence'>;

/** What the reading of a sentence remembers between two mentions. */
interface Reading {
  /** Organisation that ended just before. */
  organisation: number | undefined;
  /** Titles that wait for their person. */
  pending: Pending[];
  /** Posts of the person just before, for a list that shares them. */
  shared: RawPost[];
  /** Organisation of the list of people that is being read. */
  listed: number | undefined;
}

/** The posts of one sentence: of the mentions from `from` up to `to`. */
export function findPosts(text: string, mentions: readonly Mention[], from: number, to: number): RawPost[] {
  const posts: RawPost[] = [];
  const reading: Reading = { organisation: undefined, pending: [], shared: [], listed: undefined };
  let end: number | undefined;
  for (let index = from; index < to; index++) {
    const mention = mentions[index];
    if (mention === undefined || mention.parent !== undefined) continue;
    const gap = end === undefined ? '' : text.slice(end, mention.start);
    if (isOrganisation(mention)) {
      if (reading.pending.length > 0 && !BETWEEN_TITLES.test(gap) && gap !== '的') reading.pending = [];
      if (!LIST.test(gap)) {
        reading.listed = undefined;
        reading.shared = [];
      }
      reading.organisation = index;
    } else if (mention.type === 'position') {
      readTitle(text, mentions, index, gap, reading);
    } else if (mention.type === 'person') {
      const read = readPerson(text, mentions, index, to, gap, reading);
      posts.push(...read, ...careerOf(text, mentions, index, to).filter((post) => !isKnown(post, read)));
    } else if (!isBranchRegion(text, mentions, index, gap, reading.organisation)) {
      Object.assign(reading, { organisation: undefined, pending: [], shared: [] });
    }
    end = mention.end;
  }
  return [...posts, ...laterPosts(text, mentions, from, to).filter((post) => !isKnown(post, posts))];
}

/** Heads of a government, which a place has and not the organisation before it. */
const GOVERNMENT_HEAD = /[省市县区镇乡州村]长$|书记|常委|主席$|总理|总统|首相|部长|大使/u;

/** 甲公司华东区总经理, 甲公司（中国）总裁: a place between an organisation and a title, which it holds there. */
function isBranchRegion(
  text: string,
  mentions: readonly Mention[],
  index: number,
  gap: string,
  organisation: number | undefined,
): boolean {
  const place = mentions[index];
  if (organisation === undefined || place?.type !== 'place') return false;
  if (gap === '（' && text.charAt(place.end) === '）') return true;
  const title = mentions.slice(index + 1).find(({ parent }) => parent === undefined);
  if (gap !== '' || title?.type !== 'position') return false;
  return REGION.test(text.slice(place.end, title.start)) && !GOVERNMENT_HEAD.test(title.text);
}

const REGION = /^(?:[华东南西北]{1,2}[方部]?)?(?:地区|大区|区)?新?$/u;

const isKnown = (post: RawPost, posts: readonly RawPost[]) =>
  posts.some(({ position, organisation }) => position === post.position && organisation === post.organisation);

const isOrganisation = ({ type }: Mention) => type === 'company' || type === 'agency' || type === 'organization';

function readTitle(text: string, mentions: readonly Mention[], index: number, gap: string, reading: Reading): void {
  const title = mentions[index];
  if (title === undefined) return;
  const { organisation, pending } = reading;
  const before = text.slice(Math.max(0, title.start - LOOK_BACK), title.start);
  const former = FORMER.test(before) || ONCE.test(before) || formerOwner(text, mentions, organisation, title);
  if (organisation !== undefined && leadsToTitle(gap)) {
    pending.push({ position: index, organisation, former });
  } else if (pending.length > 0 && UNKNOWN_OWNER.test(gap) && !saysMore(gap)) {
    pending.push({ position: index, former });
  } else {
    const chained = pending.length > 0 && BETWEEN_TITLES.test(gap);
    if (!chained) {
      if (!LIST.test(gap)) reading.listed = undefined;
      reading.pending = [];
    }
    const inherited = chained ? pending.at(-1)?.organisation : reading.listed;
    const owner = OWN_LEVEL.test(title.text) ? undefined : inherited;
    reading.pending.push({ position: index, former, ...(owner === undefined ? {} : { organisation: owner }) });
  }
  reading.organisation = undefined;
}

function readPerson(
  text: string,
  mentions: readonly Mention[],
  index: number,
  to: number,
  gap: string,
  reading: Reading,
): RawPost[] {
  const { pending, shared, organisation } = reading;
  reading.pending = [];
  reading.organisation = undefined;
  let posts: RawPost[];
  if (pending.length > 0 && BEFORE_PERSON.test(gap) && !(gap === '的' && didSo(mentions, pending))) {
    posts = pending.map((post) => ({ ...post, person: index, confidence: 0.9 }));
    reading.listed = posts.find((post) => post.organisation !== undefined)?.organisation;
  } else if (
    shared.length > 0 &&
    SHARED.test(gap) &&
    shared.every((post) => sharable(mentions[post.position]?.text ?? ''))
  ) {
    posts = shared.map((post) => ({ ...post, person: index, confidence: 0.75 }));
  } else {
    const after = postAfter(text, mentions, index, to);
    reading.shared = [];
    if (after === undefined) return [];
    // 甲大学王一教授: the organisation stands before the name, the title behind it.
    const owned = after.organisation === undefined && after.given !== true && organisation !== undefined;
    return owned && (/^的?$/u.test(gap) || unitIn(gap) !== '') ? [{ ...after, organisation }] : [after];
  }
  reading.shared = posts;
  const next = postAfter(text, mentions, index, to);
  return next?.given === true ? [...posts, next] : posts;
}

/** Titles that are verbs too: what the institute 编辑的 is a book, not its editor. */
const VERB_TITLES = new Set(['编辑', '主编', '导演', '编剧', '策划', '领导', '代表', '翻译', '监督', '指挥', '设计']);

const didSo = (mentions: readonly Mention[], pending: readonly Pending[]) =>
  VERB_TITLES.has(mentions[pending.at(-1)?.position ?? -1]?.text ?? '');

/** Titles that several people can hold at once. */
const sharable = (title: string) => WEAK_TITLES.has(title) || /^副|议员|委员|常委|代表/u.test(title);

/** 原甲局局长: the mark of a former post stands before the organisation. */
function formerOwner(
  text: string,
  mentions: readonly Mention[],
  organisation: number | undefined,
  title: Mention,
): boolean {
  const owner = organisation === undefined ? undefined : mentions[organisation];
  if (owner === undefined || title.start - owner.end > 4) return false;
  return /(?:^|[、，。；：\s])(?:原|前|时任|曾任)$/u.test(text.slice(Math.max(0, owner.start - 3), owner.start));
}

/** 王一将出任, 王一曾任, 任命王一为: what stands between a person and the post that is given, had or lost. */
const APPOINTED =
  /^(?:同志|先生|女士|博士)?(?:已经?|将|拟|现|曾|还|也|又|正式|，|后来?|随后|再次|成功|连任)*(?:出任|担任|兼任|就任|接任|升任|当选|获任|调任|转任|受聘|任|获聘|被任命|被聘任|被选举|获委任|不再担任|不再兼任|卸任|辞去|辞任|历任)(?:为|了)?(?:了)?$/u;
const LOST = /曾|不再|卸任|辞|历任/u;
const NAMED = /(?:任命|聘任|聘请|选举|推选|委任|提名|增选|补选)(?:了)?$/u;
const NAMED_AS = /^(?:同志|先生|女士)?(?:为|担任|出任|任)$/u;
/** 接替王一出任: the post that the one after him takes. */
const SUCCEEDED = /(?:接替|取代|接棒)(?:了)?$/u;
const DISMISSED = /免去$/u;

/** How a person comes to the post that the words between the two speak of; undefined where they speak of none. */
function appointment(text: string, name: Mention, gap: string): Pick<RawPost, 'former' | 'status'> | undefined {
  const before = text.slice(Math.max(0, name.start - 4), name.start);
  if (gap === '的' && DISMISSED.test(before)) return { former: true };
  const named = NAMED.test(before) && NAMED_AS.test(gap);
  if (!named && !APPOINTED.test(gap)) return undefined;
  return {
    former: LOST.test(gap) || SUCCEEDED.test(before),
    ...(/将|拟/u.test(gap) ? { status: 'planned' as const } : {}),
  };
}

/** 甲公司任命王一为总裁: the company that names its own officer. */
function namingCompany(text: string, mentions: readonly Mention[], person: number): number | undefined {
  const company = mentions[person - 1];
  if (company?.type !== 'company' || company.parent !== undefined) return undefined;
  return /^(?:宣布|决定|已|将|正式|，)*(?:任命|聘任|聘请|委任)(?:了)?$/u.test(
    text.slice(company.end, mentions[person]?.start),
  )
    ? person - 1
    : undefined;
}

/** 王一（甲公司董事长）, 王一董事长 and 王一出任甲公司董事长. */
function postAfter(text: string, mentions: readonly Mention[], person: number, to: number): RawPost | undefined {
  const name = mentions[person];
  let organisation: number | undefined;
  let given: Pick<RawPost, 'former' | 'status'> | undefined;
  for (let index = person + 1; index < to && index <= person + 5; index++) {
    const mention = mentions[index];
    if (name === undefined || mention === undefined) return undefined;
    if (mention.parent !== undefined) continue;
    const gap = text.slice(name.end, mention.start);
    given ??= appointment(text, name, gap);
    if (given !== undefined) {
      if (mention.type === 'position') {
        const between = organisation === undefined ? '' : text.slice(mentions[organisation]?.end, mention.start);
        if (!leadsToTitle(between)) return undefined;
        const holder = organisation ?? namingCompany(text, mentions, person);
        const owner = holder === undefined ? {} : { organisation: holder };
        return { person, position: index, ...owner, ...given, given: true, confidence: 0.88 };
      }
      if (isOrganisation(mention) && organisation === undefined) organisation = index;
      else if (mention.type !== 'place') return undefined;
      else if (organisation !== undefined) {
        // 出任甲公司中国总裁
        const apart = text.slice(mentions[organisation]?.end, mention.start);
        if (!isBranchRegion(text, mentions, index, apart, organisation)) return undefined;
      }
      continue;
    }
    if (mention.type === 'position') {
      if (gap === '' && mention.text === '代表') return undefined;
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

/** 长 after 省公安厅 is 厅长. */
const headOf = (owner: Mention | undefined, title: string): string =>
  title === '长' && owner !== undefined && /[部厅局署]$/u.test(owner.text) ? owner.text.slice(-1) + title : title;

/** The public form of a raw post. */
export function toPostMention(
  text: string,
  raw: RawPost,
  mentions: readonly Mention[],
  person: string,
  organisation: string | undefined,
): PostMention | undefined {
  const position = mentions[raw.position];
  const name = mentions[raw.person];
  const owner = raw.organisation === undefined ? undefined : mentions[raw.organisation];
  if (position === undefined || name === undefined) return undefined;
  const level = owner !== undefined && owner.end === position.start && /^[省市县区]委?$/u.test(owner.text);
  const between = owner === undefined ? '' : text.slice(owner.end, position.start);
  return {
    person,
    ...(organisation === undefined ? {} : { organisation }),
    title: level ? owner.text + position.text : unitIn(between) + headOf(owner, position.text),
    former: raw.former,
    ...(raw.status === undefined ? {} : { status: raw.status }),
    start: Math.min(position.start, name.start, owner?.start ?? position.start),
    end: Math.max(position.end, name.end),
    confidence: Math.min(raw.confidence, name.score),
  };
}
