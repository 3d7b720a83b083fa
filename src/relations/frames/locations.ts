/** Where things are. */
import { type Frame, pairs } from '../statement.ts';
import { compilePattern, type Item, type ItemClass, matchPattern, type SentenceView } from '../view.ts';

const VERB = '(?:位于|坐落于|坐落在|落户于?|地处|设在|选址在|注册地为)';
const LOCATED = compilePattern(
  `{s:OGJ}(?:的)?(?<gap>(?:公司|集团|项目|总部基地|总部|注册地|办公地|现|已经?|相继|先后|纷纷|陆续|宣布|正式|也|就|均|都|则|将|最终|成功|决定|坐|其)*)${VERB}{~2}{l:L}`,
);
const HEAD_QUARTERS = compilePattern(
  '{s:OGJ}{~12}(?:，其?|，公司|，该?公司)?总部(?:位于|设在|在|地处|坐落于){~2}{l:L}',
);
const PLACE_FIRST = compilePattern(
  `(?:位于|坐落于|坐落在|地处|总部位于|总部设在|总部在){~2}{l:L}[^，；。：\uE000-\uE003]{0,14}的{~2}{s:OGJ}`,
);
/** 甲成立于2001年，总部位于某地: the clause tells of what the clause before is about. */
const OWN_SEAT = compilePattern(`(?:^|[，；])(?:其|公司|集团|现|也)*(?:总部|注册地|办公地)?${VERB}{~2}{l:L}`);
const SET_UP = compilePattern('在{l:L}(?:设立|建立|设有|设)了?{~6}总部');
const PLACED_PROJECT = compilePattern('在{l:L}{~18}(?:投资|建设|兴建|实施|启动){~16}{j:J}');

/** 位于, 落户, 总部设在; 在某地投资…项目. */
export const locations: Frame = function* ({ view, actors }) {
  const state = function* (thing: Item | undefined, place: Item | undefined, at: number, rule: string) {
    for (const [source, target] of pairs(thing?.entities ?? [], place?.entities ?? [])) {
      yield { type: 'located_in', source, target, confidence: 0.93, rule, at } as const;
    }
  };
  for (const { items, start } of matchPattern(view, LOCATED)) {
    if (!isAttribute(view, items.l)) yield* state(items.s, items.l, start + 1, 'located');
  }
  for (const { items, start } of matchPattern(view, HEAD_QUARTERS)) {
    yield* state(items.s, items.l, start + 1, 'headquarters');
  }
  for (const { items, start } of matchPattern(view, PLACE_FIRST)) {
    if (!isPart(view, items.s)) yield* state(items.s, items.l, start, 'located-head');
  }
  for (const { items, start } of matchPattern(view, OWN_SEAT)) {
    if (isAttribute(view, items.l)) continue;
    const clause = /[，；]/.test(view.text.charAt(start)) ? start + 1 : start;
    const thing = actors.subjectOf(clause, THINGS) ?? projectBefore(view, start);
    yield* state(thing, items.l, start + 1, 'own-seat');
  }
  for (const { items, start } of matchPattern(view, SET_UP)) {
    yield* state(actors.subjectOf(start, THINGS), items.l, start, 'set-up-seat');
  }
  for (const { items, start } of matchPattern(view, PLACED_PROJECT)) {
    yield* state(items.j, items.l, start, 'project-place');
  }
};

const THINGS: ReadonlySet<ItemClass> = new Set(['O', 'G']);

/** The project with which the sentence begins, where nothing else is named before an index. */
function projectBefore(view: SentenceView, index: number): Item | undefined {
  const named = view.items.filter(({ at, entities }) => at < index && entities.length > 0);
  return named.length === 1 && named[0]?.class === 'J' ? named[0] : undefined;
}

/** 位于某地的甲旗舰店, 位于某地的甲某气田: it is a part of 甲 that lies there. */
function isPart(view: SentenceView, thing: Item | undefined): boolean {
  const after = thing === undefined ? '' : view.text.slice(thing.at + 1, thing.at + 14);
  return /^[^，。；的\uE000-\uE00A]{0,10}(?:店|厂|气田|油田|基地|分公司|研究院|建筑|国际|工厂|园区|车间|码头)/.test(
    after,
  );
}

/** 甲位于某地的工厂: it is the works that lie there, unless they are the seat; 位于某地之后 is a rank. */
function isAttribute(view: SentenceView, place: Item | undefined): boolean {
  const after = place === undefined ? '' : view.text.slice(place.at + 1);
  return /^[^，；。：]{0,16}的(?!总部|全球总部)|^(?:之[后前间上下]|第[一二三四五六七八九十\d]|前列|首位|榜)/.test(
    after,
  );
}
