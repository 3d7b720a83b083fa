/** Whose officer it is where a title stands alone: 甲公司昨日发布公告。董事长王一表示…. */
import type { Mention, MentionType } from '../mentions/mention.ts';
import type { Sentence } from '../tokens/token.ts';
import type { RawPost } from './posts.ts';

/** Titles that only one kind of organisation has, with what its name ends in. */
const OFFICERS: readonly (readonly [RegExp, MentionType, RegExp])[] = [
  [/行长$/u, 'company', /行$|银行/u],
  [/校长$/u, 'organization', /大学|学院|学校|[中小]学/u],
  [/(?:^|副)(?:会长|秘书长|理事长)$/u, 'organization', /会$/u],
  [
    /(?:董事长|总裁|总经理|首席[一-龥]{2}官|CEO|CFO|COO|CTO|财务总监|董秘|董事会秘书|联合创始人|创始人|执行董事)$/u,
    'company',
    /./u,
  ],
];

/** What may stand before a title that stands alone. */
const ALONE = /(?:^|[，。；：、“”\s]|据|[，。；：“](?:而|但|不过|同时|此外|对此))$/u;

/** How many sentences back the organisation may have been named. */
const REACH = 2;

/**
 * The organisation that a title alone points back to: the only one of its kind in the sentence before the title, else
 * in the nearest of the two sentences before that names any; undefined where there are several, for then it may be
 * anybody's.
 *
 * @param sentences all sentences of the document
 * @param at index of the post's sentence
 * @returns index into `mentions`
 */
export function employerOf(
  text: string,
  mentions: readonly Mention[],
  entityOf: readonly (string | undefined)[],
  sentences: readonly Sentence[],
  at: number,
  { position, person, former }: RawPost,
): number | undefined {
  const title = mentions[position];
  const name = mentions[person];
  const sentence = sentences[at];
  if (title === undefined || name === undefined || sentence === undefined || former) return undefined;
  if (sentence.kind !== 'body' || title.start > name.start) return undefined;
  const officer = OFFICERS.find(([titles]) => titles.test(title.text));
  if (officer === undefined || !ALONE.test(text.slice(Math.max(sentence.start, title.start - 3), title.start))) {
    return undefined;
  }
  const [, type, fits] = officer;
  let index = position - 1;
  for (let back = at; back >= 0 && back >= at - REACH; back--) {
    const start = sentences[back]?.kind === 'body' ? sentences[back]?.start : undefined;
    if (start === undefined) return undefined;
    const named: number[] = [];
    for (; index >= 0 && (mentions[index]?.start ?? 0) >= start; index--) {
      const mention = mentions[index];
      if (mention?.type === type && mention.parent === undefined && entityOf[index] !== undefined) named.push(index);
    }
    const [last] = named;
    if (last === undefined) continue;
    const one = new Set(named.map((each) => entityOf[each])).size === 1;
    return one && fits.test(mentions[last]?.text ?? '') ? last : undefined;
  }
  return undefined;
}
