/** Who acquired whom. */
import { amountNear, shareOf } from '../attributes.ts';
import { governs, headOf, isNominal } from '../noun-phrases.ts';
import { type Frame, pairs } from '../statement.ts';
import { compilePattern, type Item, type ItemClass, matchPattern, type SentenceView } from '../view.ts';
import { shareObjects } from './objects.ts';

const VERB = '(?:收购|并购|买下|购得|受让|吞并|兼并|购入|购买|认购|竞得|入主|私有化|竞购|洽购|拿下|获得|取得)';
const ACQUIRED = compilePattern(`${VERB}(?:了|过)?(?:由)?{~16}{o:OP}`);
const ACQUIRED_FROM = compilePattern(`从{~8}{f:OGP}{~8}(?:手中|手里|手上|处)?${VERB}(?:了)?{~8}{o:O}`);
const BY = compilePattern(`{o:O}{~6}(?:被|获|由|遭){s:OGP}{~8}(?:收购|并购|买下|兼并|吞并|全资收购)`);
/** 乙为甲所收购; 被甲收购的乙. */
const BY_DEED = compilePattern('{o:O}(?:已|最终|也)*为{s:OGP}所?(?:收购|并购|兼并|吞并)(?=[，。；]|$)');
const BOUGHT_HEAD = compilePattern('(?:被|遭){s:OGP}{~8}(?:收购|并购|兼并|吞并)了?的{~2}{o:O}');
const PASSIVE = compilePattern('(?:被|遭){s:OGP}{~8}(?:收购|并购|买下|兼并|吞并)(?:了|{~2}[，。；]|后|前|时|$)');
/** 乙是家水泥企业，甲将收购其60%股权: the company that was just told of. */
const ITS_SHARES = compilePattern(
  '(?:收购|并购|受让|购买|取得|获得|买下|入股)了?其(?:全部|大部分|多数|剩余|部分|{p:S}|的|不超过)*(?:股权|股份|控股权)',
);
/** 收购三家零部件制造商：甲、乙和丙. */
const LISTED = compilePattern(`(?:收购|并购|买下|入主)(?:了|过)?{~8}[两三四五六七八九十\\d]+[家个]{~20}：{o:O}`);
const OF = compilePattern(
  '(?:针?对|完成对|完成了对){~18}{o:O}(?:(?:以及|和|及|、){p:O})?{~12}(?:的)?(?:收购|并购|要约收购|兼并)(?!表示|持|态度|反应|意见|非常|一事|的(?:公司|企业|一方|主体)|(?:了|过)?{~6}{OJ})',
);
const COMPLETED = compilePattern('完成了?{~8}{o:O}(?:全部|剩余|余下)?{p:S}?的?(?:股权|股份|资产)的(?:收购|并购)');
const SOLD_TO = compilePattern('(?:将|把){~8}{o:O}{~3}{p:S}?{~8}(?:转让|出售|售予|卖|划转){~3}(?:给|予|至|于)?{s:OGP}');
const SOLD_BY = compilePattern('向{s:OGP}{~12}(?:转让|出售|出让|售出)(?:了)?{~8}{o:O}(?:的|剩余|所有|余下)*{p:S}?');
const BUYERS: ReadonlySet<ItemClass> = new Set(['O', 'G', 'P']);
const TARGETS: ReadonlySet<ItemClass> = new Set(['O']);
const VERB_LENGTH = 2;

/** 收购, 受让, 买下; 被…收购; 对…的收购. Shares are of each target, the price is of all of them together. */
export const acquisitions: Frame = function* ({ view, actors, previous }) {
  const seen = new Set<number>();
  for (const { items, start } of [...matchPattern(view, ACQUIRED_FROM), ...matchPattern(view, ACQUIRED)]) {
    const first = items.o;
    if (first === undefined || seen.has(first.at)) continue;
    // 甲被乙收购后丙: the verb has its object before it.
    if (/[被遭由获][\uE000-\uE002][^，]{0,8}$/.test(view.text.slice(0, start))) continue;
    if (items.f === undefined && (!isBought(view, start, first) || isTopic(view, start, first))) continue;
    const subject = actors.subjectOf(start, BUYERS);
    if (subject === undefined || subject.at === first.at) continue;
    const objects = shareObjects(view, first, TARGETS);
    if (objects.length === 0) continue;
    seen.add(first.at);
    const price = amountNear(view, start, objects[objects.length - 1]?.item.at ?? start);
    const joint = objects.length > 1 || first.entities.length > 1 ? { joint: `${view.sentence.start}:${start}` } : {};
    for (const { item, share } of objects) {
      for (const [source, target] of pairs(subject.entities, item.entities)) {
        const extra = { ...share, ...price, ...('amount' in price ? joint : {}) };
        yield { type: 'acquired', source, target, confidence: 0.9, rule: 'acquired-object', at: start, ...extra };
      }
    }
  }
  for (const { items, start } of matchPattern(view, ITS_SHARES)) {
    const subject = actors.subjectOf(start, BUYERS);
    const target = subject === undefined ? undefined : otherCompany(view, previous, start, subject);
    for (const source of target === undefined ? [] : (subject?.entities ?? [])) {
      if (target === undefined) continue;
      const extra = { ...shareOf(items.p), ...amountNear(view, start, start + VERB_LENGTH) };
      yield { type: 'acquired', source, target, confidence: 0.82, rule: 'acquired-its', at: start, ...extra };
    }
  }
  for (const { items, start } of matchPattern(view, LISTED)) {
    const subject = actors.subjectOf(start, BUYERS);
    for (const [source, target] of pairs(subject?.entities ?? [], items.o?.entities ?? [])) {
      yield { type: 'acquired', source, target, confidence: 0.84, rule: 'acquired-list', at: start };
    }
  }
  for (const { items, start, end } of matchPattern(view, BY)) {
    const at = end - VERB_LENGTH;
    for (const [source, target] of pairs(items.s?.entities ?? [], items.o?.entities ?? [])) {
      const price = amountNear(view, start, end);
      yield { type: 'acquired', source, target, confidence: 0.86, rule: 'acquired-by', at, ...price };
    }
  }
  for (const { items, start, end } of [...matchPattern(view, BY_DEED), ...matchPattern(view, BOUGHT_HEAD)]) {
    const head = /^的/.test(view.text.slice((items.o?.at ?? 0) + 1)) ? undefined : items.o;
    for (const [source, target] of pairs(items.s?.entities ?? [], head?.entities ?? [])) {
      yield {
        type: 'acquired',
        source,
        target,
        confidence: 0.85,
        rule: 'acquired-by',
        at: start + 1,
        ...amountNear(view, start, end),
      };
    }
  }
  for (const { items, start, end } of matchPattern(view, PASSIVE)) {
    const bought = actors.subjectOf(start, TARGETS);
    if (bought === undefined || bought.at === items.s?.at) continue;
    for (const [source, target] of pairs(items.s?.entities ?? [], bought.entities)) {
      const price = amountNear(view, start, end);
      yield { type: 'acquired', source, target, confidence: 0.85, rule: 'acquired-by', at: start + 2, ...price };
    }
  }
  for (const { items, start, end } of [...matchPattern(view, SOLD_TO), ...matchPattern(view, SOLD_BY)]) {
    for (const [source, target] of pairs(items.s?.entities ?? [], items.o?.entities ?? [])) {
      const extra = { ...shareOf(items.p), ...amountNear(view, start, end) };
      yield { type: 'acquired', source, target, confidence: 0.85, rule: 'sold-to', at: start, ...extra };
    }
  }
  for (const { items, start, end } of [...matchPattern(view, OF), ...matchPattern(view, COMPLETED)]) {
    const subject = actors.subjectOf(start, BUYERS);
    if (subject === undefined || items.o === undefined || seen.has(items.o.at)) continue;
    const more = items.p?.class === 'O' ? items.p.entities : [];
    for (const [source, target] of pairs(subject.entities, [...items.o.entities, ...more])) {
      const extra = { ...shareOf(items.p), ...amountNear(view, start, end) };
      yield { type: 'acquired', source, target, confidence: 0.85, rule: 'acquisition-of', at: start, ...extra };
    }
  }
};

/** The one company besides the buyer that the sentence names before an index, or else the sentence before. */
function otherCompany(
  view: SentenceView,
  previous: SentenceView | undefined,
  at: number,
  buyer: Item,
): string | undefined {
  const others = ({ items }: SentenceView, before: number) => [
    ...new Set(
      items
        .filter((item) => item.at < before && item.class === 'O')
        .flatMap(({ entities }) => entities.filter((id) => !buyer.entities.includes(id))),
    ),
  ];
  const here = others(view, at);
  const meant = here.length > 0 || previous === undefined ? here : others(previous, previous.text.length);
  return meant.length === 1 ? meant[0] : undefined;
}

/** 收购甲可能让乙受益: the purchase is what the clause is about, and may never come. */
function isTopic(view: SentenceView, start: number, object: Item): boolean {
  const opens = start === 0 || /[，。；：]/.test(view.text.charAt(start - 1));
  return (
    opens && /^[^，；。]{0,6}(?:可能|或许|将会|能够|会|意味着|有助于|有利于|是)/.test(view.text.slice(object.at + 1))
  );
}

/** What is 购买, 认购 or 获得 may be goods: with these verbs, shares must be named. */
const GOODS = /^(?:购买|认购|购入|拿下|获得|取得)/;
const SHARES = /^[^，。；]{0,8}(?:\uE009|股|权益|资产|控制权)/;

function isBought(view: SentenceView, start: number, object: Item): boolean {
  const end = start + VERB_LENGTH;
  const head = headOf(view, object);
  // 收购某人、甲合计持有的乙: what is bought is named behind its sellers.
  const owned = head !== undefined && head.at !== object.at;
  if (isNominal(view, end) || (!owned && !governs(view, end, object))) return false;
  return (
    !GOODS.test(view.text.slice(start, end)) ||
    SHARES.test(view.text.slice((head ?? object).at + 1, (head ?? object).at + 14))
  );
}
