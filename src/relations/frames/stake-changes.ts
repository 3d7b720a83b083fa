/** Who buys or sells shares that are traded: 增持, 减持. A change of a stake says that there is one. */
import { shareOf } from '../attributes.ts';
import type { RelationAttributes } from '../relation.ts';
import { type Frame, pairs, type Statement } from '../statement.ts';
import { compilePattern, type Item, type ItemClass, matchPattern, type SentenceView } from '../view.ts';

const OF = compilePattern('(?:增持|减持|加仓|减仓|新进|建仓|增仓)(?:了|过)?{~6}{o:O}');
/** 减持了5只股票，包括甲、乙. */
const AMONG = compilePattern(
  '(?:增持|减持|加仓|减仓)了?{~10}(?:股票|个股|公司)，(?:包括|分别为|分别是|其中有|即){o:O}',
);
/** 新进乙前十大流通股东, 退出乙前十大流通股东. */
const JOINED = compilePattern('(?<verb>新进|新晋|跻身|进入|成为)(?:成)?(?:了|为)?{o:O}{~4}前[五十]大(?:流通)?股东');
const LEFT = compilePattern('退出了?{o:O}{~4}前[五十]大(?:流通)?股东');
const TO = compilePattern('对{o:O}{~8}(?:进行|实施|作出|采取|开始)?了?{~4}(?:增持|减持)');
const OWN = compilePattern(
  '(?:增持|减持)(?!计划|公告|行为|期间|新规|规定|后|前|完成)(?:了|过)?{~12}(?:股份|股票|股权|股本|股|{S})',
);
const HOLDER = compilePattern('(?:持有|持股)(?:(?:公司|{o:O})(?:的)?)?{~8}{p:S}{~10}的{~10}{s:OGP}');
const HOLDER_OF_SHARES = compilePattern('(?:持有|拥有)(?:公司|{o:O})(?:的)?{~4}股{~16}的{~10}{s:OGP}');
const OWNERS: ReadonlySet<ItemClass> = new Set(['O', 'G', 'P']);
const NEW_SHARE =
  /(?:升至|增至|增加至|增加到|提高至|提高到|上升至|上升到|提升至|提升到|降至|降到|减至|减少至|下降至|下降到)(\uE009)/;
/** How far behind the verb the new share is looked for. */
const NEXT_CLAUSE = 40;

/** 甲增持乙, 甲对乙减持; in a company's own report its name need not be said again. */
export const stakeChanges: Frame = function* ({ view, actors }) {
  const seen = new Set<number>();
  for (const [pattern, side] of [
    [OF, 'start'],
    [AMONG, 'start'],
    [TO, 'end'],
    [OWN, 'start'],
  ] as const) {
    for (const { items, start, end } of matchPattern(view, pattern)) {
      const at = side === 'start' ? start : end - VERB_LENGTH;
      const held = items.o ?? reporterBefore(view, at);
      if (held === undefined || seen.has(at)) continue;
      const reduces = view.text.startsWith('减', at);
      const rule = reduces ? 'reduced-stake' : 'increased-stake';
      // Who plans to sell holds what he will sell.
      const extra = { ...newShare(view, at), ...(reduces ? ({ presupposed: true } as const) : {}) };
      const statements = [...stake(actors.subjectOf(start, OWNERS), held, rule, 0.85, at, extra)];
      if (statements.length > 0) seen.add(at);
      yield* statements;
    }
  }
  for (const { items, start } of matchPattern(view, JOINED)) {
    yield* stake(actors.subjectOf(start, OWNERS), items.o, 'increased-stake', 0.85, start, {});
  }
  for (const { items, start } of matchPattern(view, LEFT)) {
    yield* stake(actors.subjectOf(start, OWNERS), items.o, 'reduced-stake', 0.85, start, { status: 'ended' });
  }
  for (const { items, start } of [...matchPattern(view, HOLDER), ...matchPattern(view, HOLDER_OF_SHARES)]) {
    const held = items.o ?? reporterBefore(view, start);
    yield* stake(items.s, held, 'holder-of', 0.86, start, { ...shareOf(items.p), presupposed: true });
  }
};

const VERB_LENGTH = 2;

/** The share that a stake has come to: 92% in 由80%升至92%. */
export function newShare(view: SentenceView, from: number): RelationAttributes {
  const match = NEW_SHARE.exec(view.text.slice(from, from + NEXT_CLAUSE));
  return match === null ? {} : shareOf(view.itemAt.get(from + match.index + match[0].length - 1));
}

const REPORTS = /^(?:：|[^，。；：\uE000-\uE003]{0,14}(?:公告|披露|公布|发布))/;

/** The company whose report a sentence tells: 甲晚间公告，股东乙…. */
export function reporterBefore(view: SentenceView, index: number): Item | undefined {
  return view.items.find((item) => item.class === 'O' && item.at < index && REPORTS.test(view.text.slice(item.at + 1)));
}

/** A stake of each owner in each company. */
export function* stake(
  owner: Item | undefined,
  held: Item | undefined,
  rule: string,
  confidence: number,
  at: number,
  extra: Partial<Statement>,
): Generator<Statement> {
  if (owner === undefined || held === undefined || owner.at === held.at) return;
  for (const [source, target] of pairs(owner.entities, held.entities)) {
    yield { type: 'holds_stake', source, target, confidence, rule, at, ...extra };
  }
}
