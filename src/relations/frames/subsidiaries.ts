/** Who belongs to whom. */
import { POSSESSED } from '../noun-phrases.ts';
import { type Frame, pairs } from '../statement.ts';
import { compilePattern, type Item, type ItemClass, matchPattern, type SentenceView } from '../view.ts';

const KIN =
  '(?:另一家?|另|又一家?|唯一一?家?|一家|全资|独资|控股|上市|全资控股|参股|附属|直属|下属|旗下|所属|风投|核心|境外|海外|主要|合资|成员){0,3}';
const CHILD =
  '(?:子公司|附属公司|分公司|孙公司|下属公司|下属企业|成员企业|成员单位|分支机构|分行|平台|企业|公司|机构|单位|部门)';
const UNDER = compilePattern(
  `{p:OG}(?:集团)?(?<word>旗下|下属|所属|属下|麾下)(?:的)?${KIN}(?<kind>${CHILD})?(?<gap>{~4}){c:OG}`,
);
const CHILD_OF = compilePattern(
  `{c:OG}(?:将|均|都|分别|同|也|现)*(?<verb>是|为|系|作为|成为|属于|隶属于|隶属)(?:了)?{p:OG}(?:的|旗下)*(?:一[个家])?(?:的)?${KIN}(?<kind>${CHILD})?`,
);
const CHILD_NAME = compilePattern(`{p:OG}(?:的)?(?:全资|控股|境外|海外){0,2}(?:子公司|附属公司|孙公司)(?<gap>){c:OG}`);
const MERGED_INTO = compilePattern('{c:OG}(?:将|已|也|被|正式)*(?<verb>划归|并入|归入|纳入){p:OG}(?:旗下|麾下|名下)');
/** 作为甲旗下的核心企业，乙. */
const AS_CHILD = compilePattern(
  `作为{p:OG}(?:集团)?(?:的|旗下|下属)+[^，；。\uE000-\uE009]{0,6}${CHILD}(?:之一)?，{c:OG}`,
);
const PARENT_NAME = compilePattern(`{c:OG}(?:的)?(?:控股)?母公司(?:是|为|系|、|——)?{p:OG}`);
const IS_PARENT = compilePattern(`{p:OG}(?:是|为|系){c:OG}的(?:控股)?母公司`);
const OWN_PARENT = compilePattern('其(?:控股)?母公司(?:是|为|、|——)?{p:OG}');
const OWN_CHILD = compilePattern(
  `(?:其|，|公司|集团)?(?:(?:旗下|下属)(?:的)?${KIN}${CHILD}|(?:(?<=[对向过])(?:全资|控股)+|(?<=其)(?:全资|控股)*|(?<=(?:成立|设立|组建|新设|注册)了?)(?:一家)?(?:全资|控股)*)(?:子公司|孙公司))(?<gap>){c:OG}`,
);
const PARENTS: ReadonlySet<ItemClass> = new Set(['O', 'G']);
const COMPANIES: ReadonlySet<ItemClass> = new Set(['O']);
const KINSHIP = /(?:子公司|附属|下属|旗下|所属|隶属|属于|控股|全资|分公司|成员)/;

/** 旗下, 子公司, 隶属, 母公司. */
export const subsidiaries: Frame = function* ({ view, actors }) {
  const state = function* (
    children: readonly string[],
    parents: readonly string[],
    at: number,
    rule: string,
    confidence: number,
    presupposed: boolean,
  ) {
    for (const [source, target] of pairs(children, parents)) {
      const settled = presupposed ? ({ presupposed: true } as const) : {};
      yield { type: 'subsidiary_of', source, target, confidence, rule, at, ...settled } as const;
    }
  };
  for (const [pattern, rule] of [
    [UNDER, 'under'],
    [CHILD_NAME, 'subsidiary-name'],
  ] as const) {
    for (const { items, start, at } of matchPattern(view, pattern)) {
      if (!/^[：、——的“]*$/.test(view.text.slice(at('gap'), items.c?.at))) continue;
      // 甲所属的乙: among companies either may be the parent.
      if (items.p?.class === 'O' && view.text.startsWith('所属的', start + 1)) continue;
      const children = childrenOf(view, items.c, rule === 'under');
      yield* state(children, lastOf(items.p), start, rule, 0.93, true);
    }
  }
  for (const { items, start, end, at } of matchPattern(view, CHILD_OF)) {
    // 甲是乙公司: without a word for kinship nothing is said.
    if (!KINSHIP.test(view.text.slice(start, end))) continue;
    yield* state(items.c?.entities ?? [], items.p?.entities ?? [], at('verb'), 'is-subsidiary', 0.86, false);
  }
  for (const { items, at } of matchPattern(view, MERGED_INTO)) {
    yield* state(items.c?.entities ?? [], items.p?.entities ?? [], at('verb'), 'merged-into', 0.86, false);
  }
  for (const { items, start } of matchPattern(view, AS_CHILD)) {
    yield* state(items.c?.entities.slice(0, 1) ?? [], lastOf(items.p), start, 'as-subsidiary', 0.86, true);
  }
  for (const pattern of [PARENT_NAME, IS_PARENT]) {
    for (const { items, start } of matchPattern(view, pattern)) {
      yield* state(items.c?.entities.slice(-1) ?? [], items.p?.entities.slice(0, 1) ?? [], start, 'parent', 0.86, true);
    }
  }
  for (const { items, start } of matchPattern(view, OWN_PARENT)) {
    const child = view.items.findLast(({ at, class: kind }) => at < start && kind === 'O');
    const { entities = [] } = child ?? actors.subjectOf(start, COMPANIES) ?? {};
    if (entities.length === 1)
      yield* state(entities, items.p?.entities.slice(0, 1) ?? [], start, 'own-parent', 0.84, true);
  }
  for (const { items, start } of matchPattern(view, OWN_CHILD)) {
    // 甲已装入旗下的乙: whose subject is put there.
    if (/(?:[\uE001\uE002](?:集团)?|[置注装并划归]入)$/.test(view.text.slice(0, start))) continue;
    const subject = () => actors.subjectOf(start + 1, PARENTS);
    // 甲持有乙的股份，其子公司丙: behind a comma it is whom the sentence is about.
    const opens = /[，；]其?$/.test(view.text.slice(0, start + (view.text.startsWith('其', start) ? 1 : 0)));
    const parent = opens ? (subject() ?? possessor(view, start)) : (possessor(view, start) ?? subject());
    if (parent === undefined || parent.at === items.c?.at) continue;
    yield* state(childrenOf(view, items.c, false), parent.entities, start, 'own-subsidiary', 0.8, true);
  }
};

/** 通过其子公司乙: whose it is, is the name before 其. */
function possessor(view: SentenceView, at: number): Item | undefined {
  if (!/^其/.test(view.text.slice(at)) && !view.text.slice(0, at).endsWith('其')) return undefined;
  return view.items.findLast((item) => item.at < at && PARENTS.has(item.class));
}

/** 甲、乙旗下的丙: the child is the last one's. */
const lastOf = (item: Item | undefined): readonly string[] => item?.entities.slice(-1) ?? [];

const SEVERAL = /^.(?:.{0,2}(?:等|均|都|分别|[两三四五六]家)|$|[，。；])/;

/** A list of children is one where a word for several says so; else only the first is meant (甲子公司乙、丙). */
function childrenOf(view: SentenceView, item: Item | undefined, listed: boolean): readonly string[] {
  if (item === undefined || item.entities.length < 2) return item?.entities ?? [];
  // 甲旗下的乙与丙签约: the child is the first.
  if (item.paired && !SEVERAL.test(view.text.slice(item.at))) return item.entities.slice(0, 1);
  // 甲旗下的乙、丙旗下的丁: the last of the list is a parent itself.
  if (listed) return POSSESSED.test(view.text.slice(item.at + 1)) ? item.entities.slice(0, -1) : item.entities;
  return SEVERAL.test(view.text.slice(item.at)) ? item.entities : item.entities.slice(0, 1);
}
