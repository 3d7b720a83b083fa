/** Who holds shares of whom, and who belongs to whom. */
import { shareOf } from '../attributes.ts';
import { type Frame, pairs } from '../statement.ts';
import { compilePattern, type ItemClass, matchPattern } from '../view.ts';
import { shareObjects } from './objects.ts';

const HOLDS = compilePattern('(?:持有|拥有|控股|参股|持)(?:了)?{~4}{o:O}(?:{~4}{p:S})?');
const HOLDS_SHARE_OF = compilePattern('(?:持有|拥有|持){p:S}(?:的)?{o:O}(?:的)?(?:股权|股份)');
const SHARE_IN = compilePattern('(?:在{o:O}(?:的|中)?{~4}(?:持股|占股)(?:比例)?{~6}{p:S})');
const SHAREHOLDER = compilePattern(
  '{o:O}(?:的)?(?:第[一二三四五]|最大|控股|单一)*(?:大)?(?:股东|实际控制人|实控人){~3}{s:OGP}',
);
const IS_SHAREHOLDER = compilePattern(
  '{s:OGP}(?:是|为|系|成为){o:O}(?:的)?(?:第[一二三四五]|最大|控股|单一)*(?:大)?(?:股东|实际控制人)',
);
const STAKE_WORDS = /(?:股权|股份|权益|持股|控股|参股|占股|股)/;

const KIN = '(?:全资|控股|上市|全资控股|参股|附属|直属|下属|旗下|所属|风投|核心|境外|海外|主要|合资|成员){0,3}';
const CHILD =
  '(?:子公司|附属公司|分公司|孙公司|下属公司|下属企业|成员企业|成员单位|分支机构|分行|平台|企业|公司|机构|单位|部门)';
const UNDER = compilePattern(`{p:OG}(?:集团)?(?:旗下|下属|所属|属下|麾下)(?:的)?${KIN}${CHILD}?{~4}{c:OG}`);
const CHILD_OF = compilePattern(
  `{c:OG}(?:将)?(?:是|为|系|作为|成为|属于|隶属于|隶属)(?:了)?{p:OG}(?:的)?${KIN}${CHILD}?`,
);
const CHILD_NAME = compilePattern(`{p:OG}(?:的)?(?:全资|控股){0,2}(?:子公司|附属公司|孙公司){c:OG}`);
const OWN_CHILD = compilePattern(`(?:其|，|公司|集团)?(?:旗下|下属)(?:的)?${KIN}${CHILD}{c:OG}`);
const OWNERS: ReadonlySet<ItemClass> = new Set(['O', 'G', 'P']);
const PARENTS: ReadonlySet<ItemClass> = new Set(['O', 'G']);
const COMPANIES: ReadonlySet<ItemClass> = new Set(['O']);

/** 持有…股权, 大股东; the share is of each company that is held. */
export const stakes: Frame = function* ({ view, actors }) {
  for (const { items, start } of matchPattern(view, HOLDS)) {
    const first = items.o;
    const word = view.text.slice(start, start + 2);
    if (first === undefined) continue;
    const after = view.text.slice(first.at + 1, first.at + 12);
    const plain = word.startsWith('控股') || word.startsWith('参股');
    if (!plain && items.p === undefined && !STAKE_WORDS.test(after)) continue;
    const subject = actors.subjectOf(start, OWNERS);
    if (subject === undefined || subject.at === first.at) continue;
    for (const { item, share } of shareObjects(view, first, COMPANIES)) {
      for (const [source, target] of pairs(subject.entities, item.entities)) {
        yield { type: 'holds_stake', source, target, confidence: 0.86, rule: 'holds-shares', at: start, ...share };
      }
    }
  }
  for (const pattern of [HOLDS_SHARE_OF, SHARE_IN]) {
    for (const { items, start } of matchPattern(view, pattern)) {
      const subject = actors.subjectOf(start, OWNERS);
      for (const [source, target] of pairs(subject?.entities ?? [], items.o?.entities ?? [])) {
        yield {
          type: 'holds_stake',
          source,
          target,
          confidence: 0.85,
          rule: 'share-of',
          at: start,
          ...shareOf(items.p),
        };
      }
    }
  }
  for (const pattern of [SHAREHOLDER, IS_SHAREHOLDER]) {
    for (const { items, start } of matchPattern(view, pattern)) {
      for (const [source, target] of pairs(items.s?.entities ?? [], items.o?.entities ?? [])) {
        yield { type: 'holds_stake', source, target, confidence: 0.82, rule: 'shareholder', at: start };
      }
    }
  }
};

/** 旗下, 子公司, 隶属. */
export const subsidiaries: Frame = function* ({ view, actors }) {
  for (const [pattern, rule, confidence] of [
    [UNDER, 'under', 0.88],
    [CHILD_NAME, 'subsidiary-name', 0.88],
    [CHILD_OF, 'is-subsidiary', 0.86],
  ] as const) {
    for (const { items, start, end } of matchPattern(view, pattern)) {
      // 甲是乙公司: without a word for kinship nothing is said.
      const said = view.text.slice(start, end);
      if (rule === 'is-subsidiary' && !/(?:子公司|附属|下属|旗下|所属|隶属|属于|控股|全资|分公司|成员)/.test(said))
        continue;
      for (const [source, target] of pairs(items.c?.entities ?? [], items.p?.entities ?? [])) {
        yield { type: 'subsidiary_of', source, target, confidence, rule, at: start };
      }
    }
  }
  for (const { items, start } of matchPattern(view, OWN_CHILD)) {
    if (/[\uE001\uE002](?:集团)?$/.test(view.text.slice(0, start))) continue;
    const parent = actors.subjectOf(start + 1, PARENTS);
    if (parent === undefined || parent.at === items.c?.at) continue;
    for (const [source, target] of pairs(items.c?.entities ?? [], parent.entities)) {
      yield { type: 'subsidiary_of', source, target, confidence: 0.8, rule: 'own-subsidiary', at: start };
    }
  }
};
