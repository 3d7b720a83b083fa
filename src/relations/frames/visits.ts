/** Who visited whom. */
import { isOffice, relativeHead } from '../noun-phrases.ts';
import { type Frame, pairs } from '../statement.ts';
import { compilePattern, type Item, type ItemClass, matchPattern, type SentenceView } from '../view.ts';

const VERB = '(?:拜访|考察|调研|走访|访问(?!学者|量|记录)|视察|参观|到访|看望|慰问|拜会)';
const VISITED = compilePattern(`${VERB}(?:了|过)?{~6}{o:OGJ}`);
const WENT_TO = compilePattern(
  `(?:到|赴|前往|来到|走进|深入|抵达){~4}{o:OGJ}{~14}(?:${VERB}|(?:进行|开展)[^，；。]{0,6}(?:洽谈|交流|对接)|招商)`,
);
const CAME = compilePattern(
  `(?:来到|走进|深入|前往|抵达){~4}{o:OGJ}，{~,28}(?:进行|开展)了?{~4}(?:调研|考察|走访|视察|参观)`,
);
/** 来到甲大学等地，与师生交流: what people do there is told in the next clause. */
const CAME_TO = compilePattern(
  '(?:来到|走进|深入|前往|到访|赴|(?<![提达得受收看听遇谈想感回找])到){~4}{o:OGJ}(?:等?地|等处|等)?，[^。；\uE000-\uE003]{0,30}(?:交流|了解|察看|看望|宣讲|座谈|调研|走访|考察|慰问|听取|参观|检查|对接|洽谈)',
);
/** 在甲公司，王一察看了车间. */
const ON_SITE = compilePattern(
  '(?:^|；)在{o:OGJ}(?:考察时|调研时|车间|园区|展厅)?，{s:P}{~8}(?:察看|了解|听取|考察|参观|询问|走进|观看|看望|慰问|走访|视察)',
);
const TO_VISIT = compilePattern(`对{o:OGJ}[^，；。\\uE000]{0,24}(?:进行了?|开展了?){~4}${VERB}`);
const IN_PLACE = compilePattern(
  `(?:在|到|赴|前往){~4}{o:L}(?:等?地|等国|各地|一带)?(?:进行|开展|实地)?(?:考察|调研|走访|访问|视察)(?!团|组|者|学者|量)`,
);
const STATE_VISIT = compilePattern('对{o:L}(?:进行|开展)了?[^，；。]{0,8}访问');
const VISITED_PLACE = compilePattern('(?<!来|应邀|回)访问了?{o:L}(?=[，。、]|并|期间|时|后)');
/** 在甲公司考察时: a person only, for an office that 在甲公司调研 may be at home there. */
const AT_ORGANISATION = compilePattern(
  '在{~4}{o:OGJ}(?:等地|等处|等)?(?:实地|进行|开展)?(?:考察|调研|视察|走访|察看|参观|看望|慰问)(?!团|组|者|学者|量|报告)',
);
const VISITORS: ReadonlySet<ItemClass> = new Set(['P', 'O', 'G']);
const TRAVELLERS: ReadonlySet<ItemClass> = new Set(['P']);
const VISITED_CLASSES: ReadonlySet<ItemClass> = new Set(['O', 'G', 'J']);
/** Those who are seen are people, or the place is only where they are. */
const PEOPLE_OF =
  /^(?:[\uE000\uE00A]|[^，；。、的\uE000-\uE009]{1,14}\uE00A|委员|代表(?!团)|干部|员工|职工|师生|群众|官兵|机关干部|[^，。；]{0,10}的[^，。；]{0,8}(?:委员|代表|群众|人员|同志|干部|记者|产品))/;

/** 拜访, 考察, 调研, 走访; 到…调研; 对…进行参观. */
export const visits: Frame = function* ({ view, actors }) {
  for (const [pattern, rule, confidence] of [
    [VISITED, 'visited-object', 0.88],
    [WENT_TO, 'went-to', 0.9],
    [CAME, 'came-to', 0.8],
    [TO_VISIT, 'to-visit', 0.8],
  ] as const) {
    for (const { items, start } of matchPattern(view, pattern)) {
      const { o } = items;
      if (o === undefined || isElsewhere(view, start, o)) continue;
      const subject = actors.subjectOf(start, VISITORS);
      if (subject === undefined || subject.at === o.at || isOffice(view, subject)) continue;
      for (const [source, target] of pairs(subject.entities, listFrom(view, o))) {
        yield { type: 'visited', source, target, confidence, rule, at: start };
      }
    }
  }
  for (const [pattern, rule] of [
    [CAME_TO, 'came-to'],
    [AT_ORGANISATION, 'visited-at'],
  ] as const) {
    for (const { items, start } of matchPattern(view, pattern)) {
      const { o } = items;
      if (o === undefined || isElsewhere(view, start + 1, o)) continue;
      const subject = actors.subjectOf(start, TRAVELLERS);
      for (const [source, target] of pairs(subject?.entities ?? [], listFrom(view, o))) {
        yield { type: 'visited', source, target, confidence: 0.83, rule, at: start };
      }
    }
  }
  for (const { items, start } of matchPattern(view, ON_SITE)) {
    for (const [source, target] of pairs(items.s?.entities ?? [], items.o?.entities ?? [])) {
      yield { type: 'visited', source, target, confidence: 0.82, rule: 'on-site', at: start };
    }
  }
  for (const pattern of [IN_PLACE, STATE_VISIT, VISITED_PLACE]) {
    for (const { items, start } of matchPattern(view, pattern)) {
      const subject = actors.subjectOf(start, TRAVELLERS);
      for (const [source, target] of pairs(subject?.entities ?? [], items.o?.entities ?? [])) {
        yield { type: 'visited', source, target, confidence: 0.82, rule: 'visited-place', at: start };
      }
    }
  }
};

/** Between two names of a list: names that nobody knows (甲项目、东沟县阀门厂、乙公司), the place that the next one is in. */
const LISTED =
  /^(?:、(?:\uE005|[一-龥\uE005]{2,16}(?:公司|集团|厂|中心|基地|园区?|项目|社区|学校|学院|医院|车间|企业|市场|工地|[省市县区旗镇乡州村]))){0,3}(?:、|和|及|以及)(?:\uE005|[一-龥]{1,8}[省市县区旗镇乡州])?$/;

/** What is visited, with what follows in a list of unlike things: 甲项目、乙公司. */
function listFrom(view: SentenceView, first: Item): readonly string[] {
  const entities = [...first.entities];
  let last = first;
  for (const item of view.items) {
    if (item.at <= last.at || item.class === 'L') continue;
    if (!VISITED_CLASSES.has(item.class) || !LISTED.test(view.text.slice(last.at + 1, item.at))) break;
    entities.push(...item.entities);
    last = item;
  }
  return entities;
}

function isElsewhere(view: SentenceView, start: number, object: Item): boolean {
  const before = view.text.slice(start, object.at);
  if (/参加|出席|接受|身份|有关|在$/.test(before)) return true;
  const after = view.text.slice(object.at + 1, object.at + 20);
  return PEOPLE_OF.test(after) || relativeHead(view, object)?.class === 'P';
}
