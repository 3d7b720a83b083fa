/** Who attended what. */
import { type Frame, pairs } from '../statement.ts';
import { compilePattern, matchPattern } from '../view.ts';

const ATTENDED = compilePattern('(?:出席|参加|列席|主持|见证)(?:并.{0,4})?了?{~8}{e:E}');
const ATTENDED_NOUN =
  /(?:出席|参加|列席|主持)(?:并.{0,4})?了?(?:此次|本次|这次|当天的|上述)?(座谈会|签约仪式|开工仪式|启动仪式|揭牌仪式|论坛|大会|会议|年会|峰会|研讨会|推介会|发布会|活动|仪式)/g;
const ALSO_PRESENT = compilePattern('(?:出席|参加){e:E}的?(?:还)?有{~6}{s:P}');
const ALSO_PRESENT_NOUN = compilePattern(
  '(?:出席|参加)(?<noun>座谈会|签约仪式|论坛|大会|会议|仪式|活动)的?(?:还)?有{~6}{s:P}',
);
const CHAIRED_BY = compilePattern('{e:E}由{s:P}主持');
const PRESENT = new Set(['P', 'O', 'G'] as const);

/** 出席, 参加, 主持. Being in one room is attendance of one event, never a meeting. */
export const attendance: Frame = function* ({ view, actors, eventNamed }) {
  const attend = function* (sources: readonly string[], event: readonly string[], at: number, rule: string) {
    for (const [source, target] of pairs(sources, event)) {
      yield { type: 'attended', source, target, confidence: 0.85, rule, at } as const;
    }
  };
  for (const { items, start } of matchPattern(view, ATTENDED)) {
    const subject = actors.subjectOf(start, PRESENT);
    if (subject !== undefined) yield* attend(subject.entities, items.e?.entities ?? [], start, 'attended-event');
  }
  for (const match of view.text.matchAll(ATTENDED_NOUN)) {
    const event = eventNamed(match[1] ?? '');
    const subject = actors.subjectOf(match.index, PRESENT);
    if (event !== undefined && subject !== undefined) {
      yield* attend(subject.entities, [event], match.index, 'attended-this-event');
    }
  }
  for (const pattern of [ALSO_PRESENT, CHAIRED_BY]) {
    for (const { items, start } of matchPattern(view, pattern)) {
      yield* attend(items.s?.entities ?? [], items.e?.entities ?? [], start, 'present-at');
    }
  }
  for (const { items, start, end } of matchPattern(view, ALSO_PRESENT_NOUN)) {
    const noun = /(?:座谈会|签约仪式|论坛|大会|会议|仪式|活动)/.exec(view.text.slice(start, end))?.[0];
    const event = noun === undefined ? undefined : eventNamed(noun);
    if (event !== undefined) yield* attend(items.s?.entities ?? [], [event], start, 'present-at');
  }
};
