/** Who signed and who works with whom. */
import { contractSum } from '../attributes.ts';
import { type Frame, pairs, pairsWithin, type Statement } from '../statement.ts';
import { compilePattern, type Item, type ItemClass, matchPattern, type SentenceView } from '../view.ts';

const SIGN = '(?<verb>达成(?=了?[^，；。合]{0,6}(?:协议|合同))|签署|签订|签约|签下|签了|签定|缔结)';
const COOPERATION = '合作(?!机制|组织|论坛|委员会|社|示范区|区|办|峰会|大会|协会)';
const JOINTLY =
  '(?:共同|联合|携手|联手|合作|合资)(?:开发|建设|打造|研发|投资|成立|组建|设立|推出|出品|建立|创办|创建|运营|经营|生产|竞标|研制|培养|布局|拓展|推进|兴建|建|入股|收购|重组)';
const COOPERATE = `(?<verb>(?:战略|全面|深度|长期)*${COOPERATION}|共建(?!共)|合资(?!品牌|厂|车|股|的?车|或|、[合独])|${JOINTLY}|结成[^，]{0,6}联盟|组成[^，]{0,4}联合体|共同启动)`;
const OF_GROUP = '{~4}{OG}(?:集团)?(?:旗下|下属|所属|(?:全资|控股)*子公司){~12}';
const SIGNED_WITH = compilePattern(
  `{s:OG}{~20}(?:(?:与|同|跟|携手|联合)(?:{~30}的|{~12}|${OF_GROUP})?|(?:和|及)(?:{~30}的)?){o:OG}{~30}${SIGN}`,
);
const SIGNED_ABOUT = compilePattern(`{s:OG}{~20}(?:与|同|和|跟|及){o:OG}就[^，；。]{1,80}${SIGN}`);
const SIGNED_BY_ALL = compilePattern(`{s:OG}{~30}${SIGN}`);
const SIGNED_BY_ALL_ABOUT = compilePattern(`{s:OG}{~8}就[^，；。]{1,80}${SIGN}`);
/** Stands for the parties that were just named. */
const PARTIES_ALL = '(?:双方|两家公司|两家企业|两公司|两家|三方|三家公司|三家企业)';
const BOTH_SIGNED = compilePattern(`${PARTIES_ALL}{~20}${SIGN}`);
const BOTH_COOPERATE = compilePattern(
  `${PARTIES_ALL}{~24}(?:开展|达成|展开|建立|进行|启动|深化|加强)(?:了)?{~8}(?<verb>${COOPERATION})`,
);
const BOTH_BUILD = compilePattern(`${PARTIES_ALL}{~12}(?<verb>${JOINTLY}|共建(?!共))`);
const CEREMONY = '(?<verb>签约仪式|签约活动|签字仪式)';
const HELD = '[^，；。]{0,24}(?:举行|举办)[^，；。]{0,50}';
const CEREMONY_WITH = compilePattern(
  `{s:OG}{~12}(?:与|和|同|跟){o:OG}(?:{~40}|${HELD}|[^。；]{0,60}，[^，。；]{0,10}(?:举行|举办)[^，；。]{0,20})${CEREMONY}`,
);
const CEREMONY_OF_ALL = compilePattern(
  `{s:OG}(?:{~40}|${HELD}|就[^。；]{1,60}，[^，。；]{0,10}(?:举行|举办)[^，；。]{0,20})${CEREMONY}`,
);
/** 甲助力某公司与乙签约: it is not 甲 that signs. */
const HELPER = /助力|帮助|协助|促成|撮合|推动|支持/;
/** Who is only there when others sign. */
const ONLOOKER = /出席|参加|见证|列席|主持|观摩|祝贺/;
/** What the partner is, before its name: 国内最大的家电企业之一甲. */
const APPOSITION = '(?:{~24}(?:之一|企业|公司|巨头|厂商|制造商|供应商|运营商|开发商|品牌|机构|集团|院校))?';
const COOPERATES = compilePattern(
  `{s:OG}(?:{~16}(?:与|同|跟|携手|联合|联手)${APPOSITION}|{~8}和){o:OG}{~20}${COOPERATE}`,
);
const PARTNER_OF = compilePattern(
  '{s:OG}(?:现在|目前|现|已经?|一直|都|正式)*(?:是|为|成为)了?{o:OG}的[^，。；]{0,12}(?<verb>合作伙伴|合作方)',
);
const PARTNER_NAME = compilePattern('{s:OG}(?:的|在华|首[位个家]){~10}(?<verb>合作伙伴|合作方){~2}{o:OG}');
const CHOSEN = compilePattern(
  '(?:选择|选定|确定|将)了?{o:OG}(?:作为|为|成为)(?:其|自己的)?{~10}(?<verb>合作伙伴|合作方)',
);
const TEAMED_UP = compilePattern('{s:OG}{~10}(?<verb>携手|联手|牵手|联姻|结盟|结缘)了?{~2}{o:OG}');
const JOINED_BY = compilePattern(
  '{s:OG}{~8}(?<verb>联合)了?{o:OG}{~8}(?:创建|成立|组建|建立|打造|推出|开发|研发|建设|开展)',
);
const WITH_PARTNERS = compilePattern(
  `(?:与|同|跟|携手|联合|联手){~16}{o:OG}{~24}(?:建立|达成|开展|展开|保持|形成|进行|启动|深化|加强|推进)(?:了|起|着)?{~12}(?<verb>${COOPERATION})`,
);
const COOPERATE_ALL = compilePattern(`{s:OG}{~8}${COOPERATE}`);
const PARTIES: ReadonlySet<ItemClass> = new Set(['O', 'G']);

/** 签署, 签约; 合作, 共建. Both are symmetric: every party with every other. */
export const contracts: Frame = function* ({ view, actors, previous }) {
  const seen = new Set<string>();
  const tie = function* (
    type: 'signed_with' | 'cooperates_with',
    ends: Iterable<readonly [string, string]>,
    at: number,
    rule: string,
  ): Generator<Statement> {
    const signed = type === 'signed_with' ? [...ends] : ends;
    const sum = type === 'signed_with' ? contractSum(view, at) : {};
    const joint =
      Array.isArray(signed) && signed.length > 1 && sum.amount !== undefined
        ? { joint: `${view.sentence.start}:${at}` }
        : {};
    for (const [source, target] of signed) {
      const key = `${type} ${[source, target].sort().join(' ')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { type, source, target, confidence: type === 'signed_with' ? 0.93 : 0.88, rule, at, ...sum, ...joint };
    }
  };
  /** The parties of a list that acts together, or of the subject with a list that follows 与. */
  const together = (list: Item | undefined): Iterable<readonly [string, string]> => {
    if (list === undefined || isChildOf(view, list)) return [];
    if (!isPartner(view, list)) return pairsWithin(list.entities);
    const subject = actors.subjectOf(list.at, PARTIES);
    if (subject === undefined || HELPER.test(view.text.slice(subject.at, list.at))) return [];
    return pairs(subject.entities, list.entities);
  };
  for (const { items, at } of [...matchPattern(view, SIGNED_WITH), ...matchPattern(view, SIGNED_ABOUT)]) {
    if (items.s === undefined || items.o === undefined || isChildOf(view, items.o)) continue;
    if (HELPER.test(view.text.slice(items.s.at, items.o.at))) continue;
    yield* tie('signed_with', pairs(items.s.entities, items.o.entities), at('verb'), 'signed-with');
  }
  for (const { items, at } of [...matchPattern(view, SIGNED_BY_ALL), ...matchPattern(view, SIGNED_BY_ALL_ABOUT)]) {
    yield* tie('signed_with', together(items.s), at('verb'), 'signed-together');
  }
  for (const { start, end, at } of matchPattern(view, BOTH_SIGNED)) {
    const parties = partiesMeant(view, previous, start, view.text.slice(start, end));
    yield* tie('signed_with', pairsWithin(parties), at('verb'), 'both-signed');
  }
  for (const { items, start, at } of matchPattern(view, CEREMONY_WITH)) {
    if (items.s === undefined || items.o === undefined || isChildOf(view, items.o)) continue;
    if (ONLOOKER.test(view.text.slice(start, at('verb')))) continue;
    yield* tie('signed_with', pairs(items.s.entities, items.o.entities), at('verb'), 'signing-ceremony');
  }
  for (const { items, start, at } of matchPattern(view, CEREMONY_OF_ALL)) {
    if (ONLOOKER.test(view.text.slice(start, at('verb')))) continue;
    yield* tie('signed_with', together(items.s), at('verb'), 'signing-ceremony');
  }
  if (seen.size > 0) return;
  for (const { items, at } of matchPattern(view, COOPERATES)) {
    if (items.s === undefined || items.o === undefined || isChildOf(view, items.o)) continue;
    yield* tie('cooperates_with', pairs(items.s.entities, items.o.entities), at('verb'), 'cooperates-with');
  }
  for (const { items, at } of matchPattern(view, PARTNER_OF)) {
    yield* tie('cooperates_with', pairs(items.s?.entities ?? [], items.o?.entities ?? []), at('verb'), 'partner-of');
  }
  for (const pattern of [PARTNER_NAME, TEAMED_UP, JOINED_BY]) {
    for (const { items, at } of matchPattern(view, pattern)) {
      if (items.o === undefined || isChildOf(view, items.o)) continue;
      yield* tie('cooperates_with', pairs(items.s?.entities ?? [], items.o.entities), at('verb'), 'teamed-up');
    }
  }
  for (const pattern of [CHOSEN, WITH_PARTNERS]) {
    for (const { items, start, at } of matchPattern(view, pattern)) {
      if (items.o === undefined || isChildOf(view, items.o)) continue;
      const subject = actors.subjectOf(start, PARTIES);
      yield* tie('cooperates_with', pairs(subject?.entities ?? [], items.o.entities), at('verb'), 'with-partners');
    }
  }
  for (const pattern of [BOTH_COOPERATE, BOTH_BUILD]) {
    for (const { start, end, at } of matchPattern(view, pattern)) {
      const parties = partiesMeant(view, previous, start, view.text.slice(start, end));
      yield* tie('cooperates_with', pairsWithin(parties), at('verb'), 'both-cooperate');
    }
  }
  for (const { items, at } of matchPattern(view, COOPERATE_ALL)) {
    yield* tie('cooperates_with', together(items.s), at('verb'), 'cooperate');
  }
};

/**
 * The parties that 双方 or 三方 stands for: those of the sentence before it, or of the sentence before where it names
 * none; nobody where more or fewer are named.
 */
function partiesMeant(
  view: SentenceView,
  previous: SentenceView | undefined,
  at: number,
  words: string,
): readonly string[] {
  const named = ({ items }: SentenceView, before: number) => [
    ...new Set(items.filter((item) => item.at < before && PARTIES.has(item.class)).flatMap(({ entities }) => entities)),
  ];
  const here = named(view, at);
  const parties = here.length > 0 || previous === undefined ? here : named(previous, previous.text.length);
  return parties.length === (words.startsWith('三') ? 3 : 2) ? parties : [];
}

/** The list stands behind 与: 与甲、乙; 与知名品牌商甲、乙. */
const isPartner = (view: SentenceView, { at }: Item) =>
  /(?:[与和同跟向为给对]|[与和同跟][^，；。、\uE000-\uE003]{1,12}|[与同跟][^，；。]{1,80}、)$/.test(
    view.text.slice(0, at),
  );

/** 甲子公司: the party is the subsidiary. */
function isChildOf(view: SentenceView, { at }: Item): boolean {
  return /^(?:集团)?(?:旗下|下属|所属|(?:的|全资|控股)*(?:子|孙|分)公司)/.test(view.text.slice(at + 1, at + 10));
}

/** 甲与乙合作建设丙项目: both take part in the project. */
export function partnersBefore(view: SentenceView, at: number): readonly string[] {
  const parties = view.items.filter(
    (item) =>
      (item.class === 'O' || item.class === 'G') && item.at < at && !/[；。]/.test(view.text.slice(item.at, at)),
  );
  const last: Item | undefined = parties[parties.length - 1];
  const before: Item | undefined = parties[parties.length - 2];
  if (last === undefined) return [];
  const joined =
    before !== undefined && /^(?:将|拟)?(?:与|和|同|跟|携手|联合)$/.test(view.text.slice(before.at + 1, last.at));
  return joined ? [...before.entities, ...last.entities] : last.entities;
}
