/** Who holds shares of whom. */
import { shareOf } from '../attributes.ts';
import { governs, isNominal } from '../noun-phrases.ts';
import type { Frame, FrameContext, Statement } from '../statement.ts';
import { compilePattern, type Item, type ItemClass, matchPattern, type SentenceView } from '../view.ts';
import { shareObjects } from './objects.ts';
import { newShare, stake } from './stake-changes.ts';

const HOLDS = compilePattern(
  '(?<verb>持有|拥有|控股|参股|持股|(?<![增减支保维坚])持(?!有|股|续)|占)(?:了)?(?!公司|企业|子|股东|权){~4}{o:O}(?:{~10}{p:S})?',
);
const HOLDS_SHARE_OF = compilePattern('(?:持有|拥有|持){p:S}(?:的)?{o:O}(?:的)?(?:股权|股份)');
const SHARE_IN = compilePattern('(?:在|对){o:O}(?:的|中)?{~4}(?:持股|占股)(?:比例)?{~10}{p:S}');
const HELD_BY = compilePattern('{o:O}{~4}由{s:OGP}{~4}(?:控股|持股|持有){~2}{p:S}?');
const HELD = compilePattern('由{s:OGP}{~4}(?:控股|持股|持有|实际控制){~2}{p:S}?');
const CONTROLLED = compilePattern(
  '{s:OGP}(?:间接|直接|全资|绝对|部分|相对)*(?:控股|参股|持股|入股){~3}的(?:公司|企业)?{o:O}',
);
/** 控股股东、实际控制人; 主要股东之一; 持股5%以上的股东. */
const OWNER_NOUN =
  '(?:持股{S}(?:以上)?的?)?(?:第?[一二三四五]|最大|控股|单一|另一|其他|主要|重要|创始)*(?:大)?(?:股东|实际控制人|实控人)(?:(?:、|及|和|暨|兼)(?:实际控制人|实控人|控股股东|大股东|一致行动人))*(?:之一)?';
const SHAREHOLDER = compilePattern(`{o:O}(?:的)?${OWNER_NOUN}(?:分别)?(?:是|为|系|即|：|——|、)?{s:OGP}`);
const OWN_SHAREHOLDER = compilePattern(
  '(?:(?:第[一二三]|控股)?(?:大股东|(?<=控股)股东)|(?<=持股{S}(?:以上)?的?)股东)(?:(?:、|及|和|暨|兼)(?:实际控制人|实控人|一致行动人))*{s:OGP}',
);
const IS_SHAREHOLDER = compilePattern(
  '(?:是|为|系|成为)(?:了)?{o:O}(?:的)?(?:第[一二三四五]|最大|控股|单一)*(?:大)?(?:股东|实际控制人)(?!大会|会)',
);
/** 合资成立丙，其中甲占股51%，乙占股49%: the shares of a company that was just founded or named. */
const FOUNDED = compilePattern('(?:成立|组建|设立|创办|创立|注册)(?:了)?{~14}{o:O}');
const OF_FOUNDED = compilePattern(
  '(?:，|；|、|其中)(?:其中)?{s:OGP}(?:{~4}(?:占股|持股|占比|占|持有)(?:比例)?(?:为|约)?{p:S}|以{q:S}的?(?:股份|股权|比例)?(?:控股|参股|持股))',
);
/** 甲公司挂牌，乙、丙分别持有60%和40%的股权: what they hold is the company named before them. */
const EACH_HOLDS = compilePattern(
  '{s:OGP}{~4}(?:分别|各自?|均)(?:直接|间接|合计)*(?:持有|持股|占股|占有|占)(?:比例)?(?:为|约)?{p:S}',
);
const STAKE_WORDS = /(?:股权|股份|权益|持股|控股|参股|占股|股)/;
/** 占甲总销量的比重: a part of something else than its shares. */
const OTHER_PART = /^[^，；。]{0,6}(?:销量|销售|产量|收入|营收|利润|市场|份额|比重|产能|采购|业务)/;
const SOLD = /^[^，。；]{0,16}(?:转让|出售|划转|售予|卖给)(?!的)/;
const OWNERS: ReadonlySet<ItemClass> = new Set(['O', 'G', 'P']);
const COMPANIES: ReadonlySet<ItemClass> = new Set(['O']);

/** 持有…股权, 大股东; the share is of each company that is held. */
export const stakes: Frame = function* (context) {
  const { view, actors } = context;
  yield* holdings(context);
  for (const pattern of [HOLDS_SHARE_OF, SHARE_IN]) {
    for (const { items, start } of matchPattern(view, pattern)) {
      const subject = actors.subjectOf(start, OWNERS);
      const share = { ...shareOf(items.p), ...newShare(view, start) };
      yield* stake(subject, items.o, 'share-of', 0.85, start, share);
    }
  }
  for (const { items: founded, end } of matchPattern(view, FOUNDED).slice(0, 1)) {
    for (const { items, start } of matchPattern(view, OF_FOUNDED)) {
      // 甲持股51%的乙: the share is of what follows.
      const other = /^的?(?:\uE001|市场|销)/.test(view.text.slice((items.p?.at ?? 0) + 1));
      if (start < end - 1 || other) continue;
      yield* stake(items.s, founded.o, 'share-of-founded', 0.85, start, shareOf(items.p ?? items.q));
    }
  }
  yield* eachOwners(context);
  for (const { items, start, end } of matchPattern(view, HELD_BY)) {
    yield* stake(items.s, items.o, 'held-by', 0.85, Math.max(start, end - 2), shareOf(items.p));
  }
  for (const { items, start } of matchPattern(view, HELD)) {
    // 甲由乙控股 is read above; here 甲 stands in the clause before.
    if (view.itemAt.get(start - 1)?.class === 'O') continue;
    const held = actors.subjectOf(start, COMPANIES);
    yield* stake(items.s, held, 'held-by', 0.82, start, shareOf(items.p));
  }
  for (const { items, start } of matchPattern(view, OWN_SHAREHOLDER)) {
    if (
      items.s === undefined ||
      !/(?:^|[，；：与和向由及从为对称到，]|公司|其|持股\uE009(?:以上)?的?)$/.test(view.text.slice(0, start))
    )
      continue;
    const company = actors.subjectOf(start, COMPANIES);
    yield* stake(items.s, company, 'own-shareholder', 0.82, start, { presupposed: true });
  }
  for (const { items, start } of matchPattern(view, CONTROLLED)) {
    yield* stake(items.s, items.o, 'controlled', 0.85, start, { presupposed: true });
  }
  for (const { items, start } of matchPattern(view, SHAREHOLDER)) {
    const { s } = items;
    // 股东甲与乙洽谈: the shareholder is the first.
    const first = s?.paired && !/^.(?:合计|均|都|分别|共)/.test(view.text.slice(s.at));
    const owner = s === undefined ? undefined : { ...s, entities: first ? s.entities.slice(0, 1) : s.entities };
    yield* stake(owner, items.o, 'shareholder', 0.9, start, { presupposed: true });
  }
  for (const { items, start, end } of matchPattern(view, IS_SHAREHOLDER)) {
    const share = /^，?[^，。；]{0,4}持股(?:比例)?[^，。；]{0,3}\uE009/.exec(view.text.slice(end));
    const held = share === null ? {} : shareOf(view.itemAt.get(end + share[0].length - 1));
    yield* stake(actors.subjectOf(start, OWNERS), items.o, 'is-shareholder', 0.9, start, held);
  }
};

function* holdings({ view, actors }: FrameContext): Generator<Statement> {
  for (const { items, start, at } of matchPattern(view, HOLDS)) {
    const first = items.o;
    if (first === undefined || isNominal(view, at('verb', 'end')) || !governs(view, at('verb', 'end'), first)) continue;
    const word = view.text.slice(start, start + 2);
    const after = view.text.slice(first.at + 1, first.at + 12);
    const plain = view.text.slice(start - 2, start) === '继续' || word.startsWith('控股') || word.startsWith('参股');
    // 持股6%的甲: what follows is who holds.
    if (/^(?:持有|持股)[^，]*\uE009[^，]{0,10}(?:的|股东)[^，]{0,10}$/.test(view.text.slice(start, first.at))) continue;
    if (plain && /[采经表认实]|坚持/.test(view.text.slice(at('verb', 'end'), first.at))) continue;
    if (OTHER_PART.test(after)) continue;
    if (!plain && items.p === undefined && !STAKE_WORDS.test(after)) continue;
    const relative = view.text.startsWith('的', at('verb', 'end'));
    const sale = SELLS_OWN.exec(view.text.slice(0, start));
    const subject =
      sale === null
        ? (ownerBefore(view, start) ?? (relative ? undefined : actors.subjectOf(start, OWNERS)))
        : actors.subjectOf(sale.index, OWNERS);
    if (subject === undefined) continue;
    const each = items.p === undefined ? [] : sharesOfEach(view, items.p, subject.entities.length);
    if (each.length > 0) {
      for (const [index, owner] of subject.entities.entries()) {
        const own = { ...subject, entities: [owner] };
        yield* stake(own, first, 'holds-shares', 0.89, start, shareOf(each[index]));
      }
      continue;
    }
    for (const { item, share } of shareObjects(view, first, COMPANIES)) {
      const sold = SOLD.test(view.text.slice(item.at + 1)) && !/[拟将欲]/.test(view.text.slice(0, start));
      const status = sold ? ({ status: 'ended' } as const) : {};
      yield* stake(subject, item, 'holds-shares', 0.89, start, { ...share, ...status });
    }
  }
}

function* eachOwners({ view }: FrameContext): Generator<Statement> {
  for (const { items, start } of matchPattern(view, EACH_HOLDS)) {
    const { s, p } = items;
    if (s === undefined || p === undefined) continue;
    const several = sharesOfEach(view, p, s.entities.length);
    const last = several.at(-1) ?? p;
    // 分别持有60%和40%的丙: it is named behind them.
    if (!/^的?(?:股权|股份|权益)?(?:[，；。、）]|$)/u.test(view.text.slice(last.at + 1))) continue;
    const held = view.items.findLast(
      ({ at, class: kind, entities }) => at < s.at && kind === 'O' && !entities.some((id) => s.entities.includes(id)),
    );
    if (held === undefined || held.entities.length > 1) continue;
    for (const [index, owner] of s.entities.entries()) {
      const own = { ...s, entities: [owner] };
      yield* stake(own, held, 'each-holds', 0.84, start, shareOf(several[index] ?? p));
    }
  }
}

/** 甲、乙分别持有丙60%、40%的股权: a share for each owner; none where their numbers differ. */
function sharesOfEach(view: SentenceView, first: Item, owners: number): readonly Item[] {
  const shares = [first];
  let last = first;
  for (const item of view.items) {
    if (
      item.at <= last.at ||
      item.class !== 'S' ||
      !/^(?:[、和与及]|以及)$/.test(view.text.slice(last.at + 1, item.at))
    )
      continue;
    shares.push(item);
    last = item;
  }
  return owners > 1 && shares.length === owners ? shares : [];
}

/** 在甲交易所挂牌，转让其持有的乙: the clause's own subject sells. */
const SELLS_OWN = /(?:转让|出售|减持|质押|将|卖出|处置|剥离)[^，；。\uE000-\uE003]{0,4}其(?:所|合计|共同|共)?$/;

/** 从甲手中收购其持有的乙的股份: the owner is the name before 其. */
function ownerBefore(view: SentenceView, verb: number): Item | undefined {
  const relative = /(?:其|所|合计|共同|[\uE000-\uE002])$/.exec(view.text.slice(0, verb));
  if (relative === null) return undefined;
  return view.items.findLast((item) => item.at < verb && OWNERS.has(item.class));
}
