/** Who invested in whom and what. */
import { amountNear, amountOf, roundIn } from '../attributes.ts';
import { governs, headOf, isNominal } from '../noun-phrases.ts';
import type { RelationAttributes } from '../relation.ts';
import { type Frame, pairs, type Statement } from '../statement.ts';
import { compilePattern, type Item, type ItemClass, matchPattern, type SentenceView } from '../view.ts';

const VERB = '(?:投资|注资|增资|入股|出资|投入|参股|战略投资)';
const INTO = compilePattern(`(?:向|对)(?:其|{~4}(?:子公司|公司|企业|项目|方))?{o:OJ}{~12}(?<verb>${VERB})(?:了)?{~4}`);
const OBJECT = compilePattern(`(?<verb>投资|入股|参股|增资|注资|参投|领投|跟投)(?:了)?{~10}{o:OJ}`);
const SUBSCRIBED = compilePattern('(?<verb>认购)了?{~8}{o:O}(?:{~8})(?:股份|股权|股票|新股|增发)');
const BUILD = compilePattern(
  '(?:投资|斥资|出资|投入|总投资){~3}{a:A}{~10}(?:建设|兴建|打造|新建|扩建|开发|用于|的){~12}{j:J}',
);
const PLACED = compilePattern('在{l:L}{~4}(?:投资|斥资|出资|投入){~3}{a:A}?{~12}{j:J}');
const IN_PLACE = compilePattern('在{l:L}{~4}(?<verb>投资|斥资|出资){~2}{a:A}');
const FROM = compilePattern(
  '{o:O}{~8}(?:获|获得|得到|引入|引进|接受|完成){~4}{s:OG}{~16}(?<verb>投资|注资|入股|增资|融资|领投)',
);
const BY_PARTY = compilePattern('{o:OJ}{~4}(?:由|被|获){s:OGP}{~6}(?<verb>投资|注资|入股|增资|出资)');
const BY = compilePattern('由{s:OGP}{~6}(?<verb>领投|跟投|投资|注资|独家投资|出资)(?:了)?{~2}');
const FOLLOW = compilePattern('(?:，|、|和|及|以及|；){s:OGP}{~6}(?<verb>跟投|参投|领投)');
const INCLUDES = compilePattern(
  '(?:{s:OGP}的)?(?:投资|参股|入股)(?:的)?(?:企业|公司|对象|项目|组合)?(?!方|者|机构|人){~4}(?:包括|有){~4}{o:O}',
);
const PARTIES = compilePattern('(?:投资方|投资者|投资机构|投资人|出资方)(?:分别)?(?:包括|为|是|有){~4}{s:OGP}');
const OF_ROUND = compilePattern('(?:参与|领投|跟投|参投)了?{o:O}(?:的)?{~8}(?<verb>融资)');
const FOUNDED = compilePattern(
  '(?<verb>设立|成立|组建|创立|创办|新设|创建|注册成立|投资成立)(?:了)?(?!后|以来|之初|仪式|大会){~12}{o:O}',
);
const BUILT_BY_INVESTOR = compilePattern(
  '{s:OG}{~8}(?<verb>投资|斥资|出资|捐资|合资|组建|创办)(?:{~2}{A})?(?:建设|兴建|打造|新建|建造|开发|设立|成立|创办|组建)?的{~12}{o:OJ}',
);
/** 乙由甲与丙共同发起. */
const FOUNDED_BY = compilePattern('{o:O}(?:是|系|，是|，系)?由{s:OG}{~14}(?<verb>成立|设立|组建|创办|创建|创立|发起)');
const CAPITAL = compilePattern('{o:O}的?(?:总)?注册资本(?:金|总额)?{~6}{A}');
const CONTRIBUTED = compilePattern('{s:OGP}{~6}(?<verb>出资|认缴|认购)(?:额|金额|了|为|约)*{~3}{a:A}');
const FINANCED = /完成[^，；。]{0,12}(?:轮)?融资/;
const INVESTORS: ReadonlySet<ItemClass> = new Set(['O', 'G', 'P']);
const FOUNDERS: ReadonlySet<ItemClass> = new Set(['O']);
const COMPANIES: ReadonlySet<ItemClass> = new Set(['O']);

/** 投资, 注资, 入股, 领投. An amount that several investees share is one round's amount and carries `joint`. */
export const investments: Frame = function* ({ view, actors }) {
  const seen = new Set<string>();
  const state = function* (
    investor: Item | undefined,
    investee: Item | undefined,
    at: number,
    rule: string,
    attributes: RelationAttributes,
  ): Generator<Statement> {
    if (investor === undefined || investee === undefined || investor.at === investee.at) return;
    const key = `${investor.at}:${investee.at}`;
    if (seen.has(key)) return;
    seen.add(key);
    const several = investee.entities.length > 1 || investor.entities.length > 1;
    const joint = several && attributes.amount !== undefined ? { joint: `${view.sentence.start}:${at}` } : {};
    for (const [source, target] of pairs(investor.entities, investee.entities)) {
      yield { type: 'invested_in', source, target, confidence: 0.89, rule, at, ...attributes, ...joint };
    }
  };
  for (const { items, start, end, at } of matchPattern(view, INTO)) {
    if (isNominal(view, end) || view.text.slice(end - 2, end) === '战略') continue;
    const investor = actors.subjectOf(start, INVESTORS);
    yield* state(investor, items.o, at('verb'), 'invested-into', amountNear(view, start, end));
  }
  for (const pattern of [PLACED, BUILD]) {
    for (const { items, start } of matchPattern(view, pattern)) {
      if (items.j !== undefined && !governs(view, start + 1, items.j)) continue;
      const attributes = items.a === undefined ? amountNear(view, start, start + 6) : amountOf(items.a);
      yield* state(actors.subjectOf(start, INVESTORS), items.j, start, 'invested-in-project', attributes);
    }
  }
  for (const { items, start, end } of matchPattern(view, INCLUDES)) {
    yield* state(items.s ?? actors.subjectOf(start, INVESTORS), items.o, end, 'investees-include', {});
  }
  for (const { items, start, end } of matchPattern(view, OF_ROUND)) {
    const attributes = { ...amountNear(view, start, end), ...roundIn(view) };
    yield* state(actors.subjectOf(start, INVESTORS), items.o, start, 'of-round', attributes);
  }
  for (const { items, start, end } of matchPattern(view, SUBSCRIBED)) {
    yield* state(actors.subjectOf(start, INVESTORS), items.o, start, 'subscribed', amountNear(view, start, end));
  }
  for (const { items, start, end, at } of matchPattern(view, OBJECT)) {
    const first = items.o;
    if (first === undefined || !isInvestment(view, start, at('verb', 'end'), first)) continue;
    const object = headOf(view, first);
    const subject = actors.subjectOf(start, INVESTORS);
    yield* state(subject, object, start, 'invested-object', amountNear(view, start, end));
  }
  for (const pattern of [FROM, BY_PARTY]) {
    for (const { items, start, end, at } of matchPattern(view, pattern)) {
      if (isNominal(view, end)) continue;
      const attributes = { ...amountNear(view, start, end), ...roundIn(view) };
      yield* state(items.s, items.o, at('verb'), 'invested-by', attributes);
    }
  }
  if (FINANCED.test(view.text)) {
    const investee = actors.subjectOf(view.text.search(FINANCED), COMPANIES);
    for (const { items, start } of matchPattern(view, PARTIES)) {
      yield* state(items.s, investee, start, 'round-parties', roundIn(view));
    }
    for (const pattern of [BY, FOLLOW]) {
      for (const { items, end, at } of matchPattern(view, pattern)) {
        const after = view.itemAt.get(end);
        const attributes = { ...amountOf(after?.class === 'A' ? after : undefined), ...roundIn(view) };
        yield* state(items.s, investee, at('verb'), 'round-by', attributes);
      }
    }
  }
  for (const { items, at } of matchPattern(view, FOUNDED_BY)) {
    for (const found of state(items.s, items.o, at('verb'), 'founded-by', {})) yield { ...found, only: 'company' };
  }
  const [capital] = matchPattern(view, CAPITAL);
  for (const { items, start, at } of capital === undefined ? [] : matchPattern(view, CONTRIBUTED)) {
    if (start < (capital?.end ?? 0)) continue;
    for (const found of state(items.s, capital?.items.o, at('verb'), 'contributed-capital', amountOf(items.a))) {
      yield { ...found, only: 'company' };
    }
  }
  for (const { items, at } of matchPattern(view, BUILT_BY_INVESTOR)) {
    const only = /^(?:组建|合资|创办)/.test(view.text.slice(at('verb'))) ? ({ only: 'company' } as const) : {};
    const amount = amountNear(view, at('verb'), items.o?.at ?? 0);
    for (const found of state(items.s, items.o, at('verb'), 'invested-in-own', amount)) yield { ...found, ...only };
  }
  for (const { items, start, at } of matchPattern(view, FOUNDED)) {
    const first = items.o;
    const end = at('verb', 'end');
    if (first === undefined || !governs(view, end, first) || isNominal(view, end)) continue;
    // 成立全资子公司甲: whose it is says more than that money went into it.
    if (/[子孙分]公司$/.test(view.text.slice(end, first.at))) continue;
    // 已经成立的甲: somebody's, unless the founders are told.
    if (view.text.startsWith('的', end) && !/(?:合资|出资|投资|共同|联合)$/.test(view.text.slice(0, start))) continue;
    for (const founder of foundersBefore(view, actors.subjectOf(start, FOUNDERS), start)) {
      for (const found of state(founder, headOf(view, first), start, 'founded', amountNear(view, start, first.at))) {
        yield { ...found, confidence: 0.84, only: 'company' };
      }
    }
  }
  if (seen.size > 0) return;
  for (const { items, start, at } of matchPattern(view, IN_PLACE)) {
    const investor = actors.subjectOf(start, INVESTORS);
    yield* state(investor, items.l, at('verb'), 'invested-in-place', amountOf(items.a));
  }
};

/** Who founds a company: the subject, and whom it founds it with (甲与乙签约，共同设立丙). */
function* foundersBefore(view: SentenceView, subject: Item | undefined, at: number): Generator<Item> {
  if (subject === undefined) return;
  yield subject;
  const between = view.text.slice(subject.at + 1, at);
  const partner = /(?:与|和|同|跟|携手|联合)(?=[\uE001\uE002])/.exec(between);
  if (partner === null || !/共同|合资|联合|各|双方|携手/.test(between)) return;
  const item = view.itemAt.get(subject.at + 1 + partner.index + partner[0].length);
  if (item !== undefined && !item.entities.some((id) => subject.entities.includes(id))) yield item;
}

/** The verb governs the name: not 战略投资者甲, 由…投资乙, 投资3亿元收购丙. */
function isInvestment(view: SentenceView, start: number, end: number, object: Item): boolean {
  if (/[由被获海]$/.test(view.text.slice(Math.max(0, start - 1), start)) || isOblique(view, object)) return false;
  return !isNominal(view, end) && governs(view, end, object);
}

/** 投资公司甲: what follows is a name that the verb is part of. */
function isOblique(view: SentenceView, item: Item): boolean {
  return /(?:与|和|同|向|由|被|对)$/.test(view.text.slice(Math.max(0, item.at - 1), item.at));
}
