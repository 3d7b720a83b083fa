/**
 * Posts that are told of a person in a row: 王一，甲中心主任，兼任乙大学、丙大学教授，曾任丁公司董事长. Each clause names one or more
 * organisations and then the title that is held in all of them.
 */
import type { Mention } from '../mentions/mention.ts';
import type { RawPost } from './posts.ts';

/** What leads from the person or the title before to the next organisation. */
const NEXT =
  /^(?:同志|先生|女士|博士)?[，；、]?(?<verb>(?:并|还|也|同时|先后|现|目前|后)*(?:兼任|担任|历任|曾任|现任|兼|任|是|为)?)$/u;
const LISTED = /^(?:、|和|及|与|以及)$/u;
/** Between the last organisation and the title: 等5家上市公司的, names that nobody knows, a department. */
const ROUNDED_OFF = /^(?:(?:、[^，。；、]{2,8}){0,3}等[^，。；]{0,18}|多所大学|[^，。；、的]{0,8}|的)$/u;
const ANOTHER_TITLE = /^(?:、|兼|和)$/u;
const ENDS = /^(?:[，。；、！？]|等|$)/u;
const FORMER = /曾|历/u;

/**
 * The posts of one person by the clauses behind the name.
 *
 * @param person index of the person in `mentions`
 * @param to end of the sentence's mentions
 */
export function careerOf(text: string, mentions: readonly Mention[], person: number, to: number): RawPost[] {
  const name = mentions[person];
  if (name === undefined) return [];
  const posts: RawPost[] = [];
  let end = name.end;
  let index = person + 1;
  while (index < to) {
    const clause = readClause(text, mentions, index, to, end);
    if (clause === undefined) break;
    // 王一，甲公司董事长，: told in apposition only where a comma parts it from the name.
    if (clause.verb === '' && (!/^[，；]/u.test(text.slice(end)) || clause.listed)) break;
    for (const position of clause.positions) {
      for (const organisation of clause.organisations) {
        posts.push({ person, position, organisation, former: FORMER.test(clause.verb), given: true, confidence: 0.86 });
      }
    }
    index = clause.next;
    end = mentions[index - 1]?.end ?? end;
  }
  return posts;
}

/** A clause that begins with the post that its subject, which it drops, holds, had or takes. */
const HOLDS =
  /(?:^|[，；。、])(?:并|还|也|又|同时|先后|现在?|目前|此前|后来?|[0-9]{4}年[^，。；]{0,6}|曾|一直|正式)*(?<verb>担任|兼任|出任|历任|曾任|现任|就任|加盟|入职|就职于|供职于|任职于)$/u;
/** How far before the organisation the clause's verb may begin. */
const LEAD = 24;

/**
 * Posts told in a later clause of the sentence's only person: 王一是该店创始人之一，现担任甲公司总裁.
 *
 * @param from start of the sentence's mentions
 * @param to end of the sentence's mentions
 */
export function laterPosts(text: string, mentions: readonly Mention[], from: number, to: number): RawPost[] {
  const posts: RawPost[] = [];
  let person: number | undefined;
  for (let index = from; index < to; index++) {
    const mention = mentions[index];
    if (mention === undefined || mention.parent !== undefined) continue;
    if (mention.type === 'person') {
      if (person !== undefined && mentions[person]?.text !== mention.text) return posts;
      person ??= index;
    }
    const position = index + 1;
    const title = mentions[position];
    if (person === undefined || !ORGANISATIONS.has(mention.type) || position >= to) continue;
    if (title?.type !== 'position' || title.parent !== undefined) continue;
    const start = mentions[from]?.start ?? 0;
    const lead = HOLDS.exec(text.slice(Math.max(start, mention.start - LEAD), mention.start));
    if (lead === null || !/^[^，。；、了在与和及对]{0,12}$/u.test(text.slice(mention.end, title.start))) continue;
    if (!ENDS.test(text.slice(title.end, title.end + 1))) continue;
    const former = FORMER.test(lead[0]);
    posts.push({ person, position, organisation: index, former, given: true, confidence: 0.84 });
  }
  return posts;
}

interface CareerClause {
  readonly verb: string;
  readonly organisations: readonly number[];
  readonly positions: readonly number[];
  /** Whether a list goes on behind the title, which may belong to another person (王一，市委常委、主任李二). */
  readonly listed: boolean;
  /** Index of the mention behind the clause. */
  readonly next: number;
}

const ORGANISATIONS = new Set<Mention['type']>(['company', 'agency', 'organization']);

function readClause(
  text: string,
  mentions: readonly Mention[],
  from: number,
  to: number,
  end: number,
): CareerClause | undefined {
  const organisations: number[] = [];
  const positions: number[] = [];
  let verb: string | undefined;
  let last = end;
  let index = from;
  for (; index < to; index++) {
    const mention = mentions[index];
    if (mention === undefined || mention.parent !== undefined) continue;
    const gap = text.slice(last, mention.start);
    if (verb === undefined) {
      verb = NEXT.exec(gap)?.groups?.verb;
      if (verb === undefined || mention.type === 'position' || mention.type === 'person') return undefined;
    } else if (positions.length > 0) {
      if (mention.type !== 'position' || !ANOTHER_TITLE.test(gap)) break;
    } else if (mention.type === 'position') {
      if (organisations.length === 0 || !ROUNDED_OFF.test(gap)) return undefined;
    } else if (organisations.length > 0 ? !LISTED.test(gap) : gap !== '') return undefined;
    if (mention.type === 'position') positions.push(index);
    else if (ORGANISATIONS.has(mention.type)) organisations.push(index);
    else if (mention.type !== 'place' || organisations.length > 0) return undefined;
    last = mention.end;
  }
  if (verb === undefined || positions.length === 0 || !ENDS.test(text.slice(last, last + 1))) return undefined;
  return { verb, organisations, positions, listed: text.charAt(last) === '、', next: index };
}
