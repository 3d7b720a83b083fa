/** Amounts, shares, dates and rounds that belong to a statement. */
import type { AmountValue, DateValue, ShareValue } from '../mentions/value.ts';
import type { RelationAttributes } from './relation.ts';
import type { Item, SentenceView } from './view.ts';

/** The amount of an item as attributes; nothing for an item without one. */
export function amountOf(item: Item | undefined): RelationAttributes {
  const value = item?.value;
  if (value?.kind !== 'amount') return {};
  return amountAttributes(value);
}

function amountAttributes({ value, currency, qualifier }: AmountValue): RelationAttributes {
  return { amount: value, currency, ...(qualifier === undefined ? {} : { qualifier }) };
}

/** The share of an item as attributes. */
export function shareOf(item: Item | undefined): RelationAttributes {
  const value = item?.value;
  return value?.kind === 'share' ? shareAttributes(value) : {};
}

function shareAttributes({ value }: ShareValue): RelationAttributes {
  return value > 0 && value <= 1 ? { share: value } : {};
}

/** How far an amount may stand from the verb that it belongs to. */
const NEAR = 16;

/** The amount nearest to a stretch of the view, within its reach and without a full stop between. */
export function amountNear(view: SentenceView, start: number, end: number): RelationAttributes {
  let best: Item | undefined;
  let bestDistance = NEAR + 1;
  for (const item of view.items) {
    if (item.class !== 'A' || isOtherMoney(view, item)) continue;
    const distance = item.at < start ? start - item.at : Math.max(0, item.at - end);
    if (distance >= bestDistance || isApart(view, item.at, start, end)) continue;
    best = item;
    bestDistance = distance;
  }
  return amountOf(best);
}

/** 每股41元, 市值26亿元, 年销售额5亿元: not what was paid. */
const OTHER_MONEY =
  /(?:每[^，。；]{0,6}|市值|估值|净利润?|利润|营收|收入|销售额?|产值|总资产|净资产|注册资本|资本金|亏损|负债|贷款|授信)[^，。；\uE000-\uE00A]{0,6}$/;

function isOtherMoney(view: SentenceView, { at }: Item): boolean {
  return (
    OTHER_MONEY.test(view.text.slice(Math.max(0, at - 14), at)) || /^(?:每|\/)/.test(view.text.slice(at + 1, at + 2))
  );
}

/** What may begin the clause that tells the price of the deal before it. */
const PRICE =
  /^[^，；。]*，(?:作价|总价|价格|金额|交易|涉资|总?投资|对价|代价|成交|共计|合计|耗资|中标|收购价|融资|转让价)[^，；。\uE000-\uE003]*$/;

/** True where an amount stands in another sentence, or behind the verb in a clause about something else. */
function isApart(view: SentenceView, at: number, start: number, end: number): boolean {
  if (at < start) return /[；。]/.test(view.text.slice(at, start));
  const between = view.text.slice(end, at);
  return /[；。]/.test(between) || (between.includes('，') && !PRICE.test(between));
}

/** What is signed follows its sum (签署5亿元的采购订单), or its sum follows in a clause of its own (，合同金额5亿元). */
const CONTRACT_SUM =
  /^[^，；。\uE000-\uE003]{0,30}?(?:，(?:合同|协议|订单|采购|签约|授信|贷款|交易|中标)?(?:总)?(?:金额|总额|总价|价值|额度|标的额)(?:共|约|高达|达到?|为|近|超过?)*)?(?<sum>\uE008)/;
const CONTRACT = /^[^，；。\uE000-\uE003]{0,24}?(?:协议|合同|订单|大单|备忘录|意向|框架)/;

/** The sum of what is signed by the verb at an index of the view's text. */
export function contractSum(view: SentenceView, at: number): RelationAttributes {
  const match = CONTRACT_SUM.exec(view.text.slice(at));
  if (match === null) return {};
  const sum = at + match[0].length - 1;
  const item = view.itemAt.get(sum);
  if (item === undefined || isOtherMoney(view, item)) return {};
  return match[0].includes('，') || CONTRACT.test(view.text.slice(sum + 1)) ? amountOf(item) : {};
}

/** The share that directly follows an item: {O}剩余的{S}的股权. */
export function shareAfter(view: SentenceView, item: Item): RelationAttributes {
  const after = view.text.slice(item.at + 1, item.at + 12);
  const gap = /^[^，；。\uE000-\uE003]{0,8}?(?=\uE009)/.exec(after);
  return gap === null ? {} : shareOf(view.itemAt.get(item.at + 1 + gap[0].length));
}

/** The date that a statement at `index` is under: the nearest before it in the sentence, else the first one. */
export function dateFor(view: SentenceView, index: number): string | undefined {
  let found: DateValue | undefined;
  for (const { at, value } of view.items) {
    if (value?.kind !== 'date') continue;
    if (found === undefined || at < index) found = value;
  }
  return found?.value;
}

const ROUND = /(?:天使|种子|Pre-?[A-Z]|[A-H][+＋]?\d?)轮/;

/** The financing round that a sentence names: A轮, 天使轮. */
export function roundIn(view: SentenceView): RelationAttributes {
  const round = ROUND.exec(view.text)?.[0];
  return round === undefined ? {} : { round };
}
