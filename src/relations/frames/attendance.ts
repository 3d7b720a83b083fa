/** Who attended what. */
import { guard, matchesOf } from '../../tokens/needs.ts';
import { isOffice, relativeHead } from '../noun-phrases.ts';
import { type Frame, type FrameContext, pairs } from '../statement.ts';
import { compilePattern, type Item, type ItemClass, matchPattern } from '../view.ts';

const ATTENDED = compilePattern('(?:出席|参加|列席|主持|见证)(?:并.{0,4})?了?(?:{~8}|{~8}于{~8}){e:E}');
const NOUNS =
  '座谈会|签约仪式|开工仪式|启动仪式|揭牌仪式|开幕式|论坛|大会|会议|年会|峰会|研讨会|推介会|发布会|活动|仪式';
const ATTENDED_NOUN = guard(
  new RegExp(`(?:出席|参加|列席|主持)(?:并.{0,4})?了?(?:此次|本次|这次|当天的|上述)?(${NOUNS})(?!时?的)`, 'g'),
);
/** 参会, 与会: the event is the only one of the document. */
const PRESENT_THERE = guard(/(?:参会|与会|到会祝贺|到会致辞|应邀到会)(?!者|人|嘉宾|代表|企业|的|期间)/g);
const ALSO_PRESENT = compilePattern('(?:出席|参加){e:E}(?:的{~12}|还)?(?:有|包括)：?{~6}{s:P}');
const ALSO_PRESENT_NOUN = compilePattern(
  `(?:出席|参加)(?:此次|本次|当天的?)?(?:${NOUNS})(?:的{~12}|还)?(?:有|包括)：?{~6}{s:P}`,
);
const CHAIRED_BY = compilePattern('{e:E}由{s:P}主持');
const PRESENT: ReadonlySet<ItemClass> = new Set(['P', 'O', 'G']);

/** 出席, 参加, 主持. Being in one room is attendance of one event, never a meeting. */
export const attendance: Frame = function* ({ view, actors, eventNamed }) {
  const attend = function* (sources: readonly string[], event: readonly string[], at: number, rule: string) {
    for (const [source, target] of pairs(sources, event)) {
      yield { type: 'attended', source, target, confidence: 0.93, rule, at } as const;
    }
  };
  for (const { items, start } of matchPattern(view, ATTENDED)) {
    const { e } = items;
    const subject = e === undefined ? undefined : attendant({ view, actors, eventNamed }, start, e);
    if (subject !== undefined) yield* attend(subject.entities, e?.entities ?? [], start, 'attended-event');
  }
  for (const match of matchesOf(ATTENDED_NOUN, view.text)) {
    const event = eventNamed(match[1] ?? '');
    const subject = actors.subjectOf(match.index, PRESENT);
    if (event !== undefined && subject !== undefined && !isOffice(view, subject)) {
      yield* attend(subject.entities, [event], match.index, 'attended-this-event');
    }
  }
  for (const match of matchesOf(PRESENT_THERE, view.text)) {
    const event = eventNamed('');
    const subject = actors.subjectOf(match.index, PRESENT);
    if (event !== undefined && subject !== undefined && !isOffice(view, subject)) {
      yield* attend(subject.entities, [event], match.index, 'attended-the-event');
    }
  }
  for (const pattern of [ALSO_PRESENT, CHAIRED_BY]) {
    for (const { items, start } of matchPattern(view, pattern)) {
      yield* attend(items.s?.entities ?? [], items.e?.entities ?? [], start, 'present-at');
    }
  }
  for (const { items, start, end } of matchPattern(view, ALSO_PRESENT_NOUN)) {
    const noun = new RegExp(NOUNS).exec(view.text.slice(start, end))?.[0];
    const event = noun === undefined ? undefined : eventNamed(noun);
    if (event !== undefined) yield* attend(items.s?.entities ?? [], [event], start, 'present-at');
  }
};

/** Who attends: in 甲会见来华出席某会的乙 it is 乙. */
function attendant({ view, actors }: FrameContext, start: number, event: Item): Item | undefined {
  const head = relativeHead(view, event);
  if (head !== undefined) return head.class === 'P' ? head : undefined;
  const subject = actors.subjectOf(start, PRESENT);
  return subject === undefined || isOffice(view, subject) ? undefined : subject;
}
