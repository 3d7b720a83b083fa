/** Clauses of a view, and who acts in them. */
import { isAdverbial } from './adverbials.ts';
import { POSSESSED } from './noun-phrases.ts';
import type { Item, ItemClass, SentenceView } from './view.ts';

/** A stretch between commas, as indices into the view's text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
}

const BREAKS = new Uint8Array(0x10000);
for (const mark of '，；：。！？') BREAKS[mark.charCodeAt(0)] = 1;

/** An item after one of these is not what the clause is about. */
const PREPOSITION =
  /(?:与|和|同|跟|向|对|给|为|从|由|被|把|将|在|于|赴|(?<![收接看听提达得找遇])到|据|经|继|关于|根据|随着|除|通过|包括|以及|及|、|在[^，]{1,6}|通过[^，\uE000-\uE003]{0,12}|(?:收购|并购|投资|入股|持有|会见|考察|访问|拜会|拜访|走访|参观|会晤|参股|增持|减持|新进|买入|卖出|退出|重仓|加仓|减仓|重组|整合|组建|成立|设立|创办|创立|控股|引进|引入|推出|击败|超过|超越|代理|起诉|状告|加入|离开|接替|取代|获得|得到|接受|受到|获)了?)$/;

/** A clause that begins so sets the scene; what is named in it does not act in the next. */
const SCENE =
  /^(?:继|自从?|据|根据|按照?|依照|随着|对于|至于|针对|关于|除了?|作为|截至|在|应[^，；。]{1,40}(?:邀请|之邀))/;

/** The subject of a clause that begins so stands in the clause after it: 通过收购乙，甲…. */
const MEANS = /^(?:通过|为(?:了|使)?|借助|凭借|经过|在?(?:此次|本次)?(?:收购|并购|入股))/;

/** A clause that only dates the next one: 在会见某人时, 成功收购乙后. Who acts in it is told there. */
const FRAMES =
  /(?:^(?:在|当|自|自从|继)[^，；。]*(?:时|之际|期间|以来|之?[前后])|(?<![同随当及届临准按平此有定实即])时|期间|(?<![今此最])[之以]?后|的同时)$/;

const DATING = /^(?:在|当|自从?|继)/;
const ACCOMPANIES = /^随着/;

/** What follows is what the subject says; a new subject may come with it. */
const REPORTING =
  '(?:宣布|称|表示|说|透露|获悉|报道|公告(?![日期前后书])|显示|认为|证实|指出|发现|强调|介绍|告诉|承认|坦言|预计|要求|得知|获知)';
const REPORT_BEFORE_ACTOR = new RegExp(`${REPORTING}(?:了|，|：)?.{0,2}$`);
const REPORTS = new RegExp(REPORTING);

/** 甲与乙共同: the partner acts as well. */
const PARTNER =
  /^[^，；。]{0,8}?(?:与|和|同|跟|携手|联合|联手)[^，；。\uE000-\uE003]{0,4}?([\uE000-\uE002])[^，；。]{0,4}(?:共同|联合|合资|合作|一起)/;

/** How far into a clause its subject may begin, not counting dates, places and titles. */
const LATEST_SUBJECT = 9;

const ACTORS: ReadonlySet<ItemClass> = new Set(['P', 'O', 'G']);

/** Splits at commas and stronger marks. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && BREAKS[text.charCodeAt(index)] !== 1) continue;
    if (index > start) clauses.push({ start, end: index });
    start = index + 1;
  }
  return clauses;
}

/** True for names alone behind a colon: 新进两家公司：甲和乙. They are what was announced, and do nothing. */
function isListing(text: string, { start, end }: Clause): boolean {
  return text.charAt(start - 1) === '：' && /^[\uE000-\uE003、和及与等]+$/.test(text.slice(start, end));
}

/** The clause that holds an index. */
export function clauseAt(clauses: readonly Clause[], index: number): number {
  const found = clauses.findIndex(({ start, end }) => index >= start && index < end);
  return found < 0 ? clauses.length - 1 : found;
}

/** What acts in a sentence, as far as its surface tells. */
export interface Actors {
  readonly clauses: readonly Clause[];
  /**
   * Who does what the verb at `index` says: the subject of its clause, else of a clause before it, else what the
   * sentence before was about. Where a noun that is no name acts, or a person only speaks, nobody.
   *
   * @param accepts classes that the verb can have as subject
   */
  subjectOf(index: number, accepts: ReadonlySet<ItemClass>): Item | undefined;
  /** What the sentence is about, for the next one. */
  readonly topic: Item | undefined;
}

/**
 * Finds the subjects of a view.
 *
 * @param before what the sentence before was about, where it stands in the same paragraph
 */
export function findActors(view: SentenceView, before: Item | undefined): Actors {
  const { text } = view;
  const clauses = splitClauses(text);
  const subjects = clauses.map((clause) =>
    SCENE.test(text.slice(clause.start, clause.end)) || isListing(text, clause)
      ? undefined
      : subjectWithin(view, clause, clause.end),
  );
  const topic = subjects.find((subject) => subject !== undefined) ?? (startsWithName(view) ? undefined : before);

  /** A subject goes on past a semicolon only where nothing but an adverbial comes between it and the verb's clause. */
  const reaches = (earlier: number, at: number): boolean => {
    const between = clauses.slice(earlier, at);
    const last = between.findLastIndex(({ end }) => text.charAt(end) === '；');
    return last < 0 || between.slice(last + 1).every(({ start, end }) => isAdverbial(text.slice(start, end)));
  };

  const inherited = (at: number, accepts: ReadonlySet<ItemClass>): Item | undefined => {
    for (let earlier = at - 1; earlier >= 0; earlier--) {
      const clause = clauses[earlier];
      const subject = subjects[earlier];
      if (clause === undefined || subject === undefined || !accepts.has(subject.class)) continue;
      // 王一表示，将收购乙: it is not the speaker who buys.
      if (!reaches(earlier, at)) return undefined;
      const speaks = subject.class === 'P' && REPORTS.test(text.slice(subject.at, clause.end));
      return speaks ? undefined : subject;
    }
    // What the sentence before was about goes on only where nothing else has come between.
    const goesOn = clauses.slice(0, at).every(({ start, end }) => isAdverbial(text.slice(start, end)));
    return goesOn && before !== undefined && accepts.has(before.class) ? before : undefined;
  };

  /** The subject behind clauses that only date what it does: 自收购乙，进入某业后，甲…. */
  const framedSubject = (at: number): Item | undefined => {
    const clause = clauses[at];
    const opens = clause !== undefined && DATING.test(text.slice(clause.start, clause.end));
    for (let index = at; index <= at + (opens ? 1 : 0); index++) {
      const each = clauses[index];
      if (each === undefined || text.charAt(each.end) !== '，' || (index > at && subjects[index] !== undefined)) break;
      const words = text.slice(each.start, each.end);
      if (FRAMES.test(words) || ACCOMPANIES.test(words)) return subjects[index + 1];
    }
    return undefined;
  };

  return {
    clauses,
    topic,
    subjectOf(index, accepts) {
      const at = clauseAt(clauses, index);
      const clause = clauses[at];
      if (clause === undefined) return undefined;
      const own = actorBefore(view, clause, index) ?? subjectWithin(view, clause, index);
      if (own !== undefined) return accepts.has(own.class) ? acting(view, own, index) : undefined;
      const lead = text.slice(clause.start, index);
      const next = subjects[at + 1];
      const framed = isAdverbial(lead) ? framedSubject(at) : undefined;
      if (framed !== undefined) return accepts.has(framed.class) ? framed : undefined;
      if (MEANS.test(lead)) {
        const known = inherited(at, accepts);
        if (known !== undefined) return known;
        return next !== undefined && accepts.has(next.class) ? next : undefined;
      }
      return isAdverbial(lead) ? inherited(at, accepts) : undefined;
    },
  };
}

/** Between a subject and its verb where nothing else stands. */
const DIRECT =
  /^(?:已经?|拟|将|欲|还|又|也|正|全资|成功|正式|宣布|决定|近日|日前|要约|再次|再度|各自|累计|合计|分别|均|都|通过[^，；。\uE000-\uE003]{1,26}?(?:方式|竞价交易|大宗交易)|(?:以|斥资|耗资|作价|出资)?\uE008(?:的价格|现金)?|[\uE007])*$/;
/** Classes that may stand between a subject and its verb. */
const BESIDE: ReadonlySet<ItemClass> = new Set(['D', 'L', 'A']);

/** 从甲、乙手中收购, 向控股股东甲收购: who is named behind 从 sells. */
const SELLERS = /(?:从[^，；。]{0,40}|向[^，；。]{0,6}(?:股东|实际控制人))$/;
const IN_HANDS = /^[^，；。]{0,12}(?:手[中里上]|处)/;

/** 对甲收购乙作出回应: the preposition governs the whole clause, in which 甲 acts. */
const ABOUT = /(?:对于?|就|关于|针对|随着|继|包括|[^\uE000-\uE003]、)$/;
/** The same for an actor that stands directly before its verb: 在执行甲收购乙的项目 is told of 甲. */
const DIRECTLY_BEFORE = new RegExp(PREPOSITION.source.replace('在[^，]{1,6}|', ''));

/** What may stand for the verb's subject before its name: 持股6%的股东甲, 持有公司股份的实际控制人王一. */
const HOLDERS =
  /^(?:合计|直接|间接|共)*(?:持有|持股|占)[^，；。]{0,30}的(?:[\uE00A]|公司|第[一二三]|大|控股|股东|实际控制人)*$/;

/** Between an organisation and the one who holds a post in it: 甲局交流中心主任王一. */
const OFFICE =
  /^(?:[\uE00A、兼]+|[^，；。、与和对向为将被的在任聘\uE000-\uE009]{0,14}(?:\uE00A|中心|[部处司局室院所科]))$/;

/** 早在2012年10月: a date and the words that bind it. */
const DATED = /(?:早?[在于自]|截至|到)?\uE007(?:起|时|以来)?/g;

/** The actor that directly stands before a verb and after none of the words that would make it something else. */
function actorBefore(view: SentenceView, clause: Clause, index: number): Item | undefined {
  const item = view.items.findLast(({ at, class: kind }) => at < index && at >= clause.start && !BESIDE.has(kind));
  if (item === undefined || !ACTORS.has(item.class) || !DIRECT.test(view.text.slice(item.at + 1, index))) {
    return undefined;
  }
  const lead = view.text.slice(clause.start, item.at);
  const framed = /^(?:在|当|自|自从)$/.test(lead) && FRAMES.test(view.text.slice(clause.start, clause.end));
  return (DIRECTLY_BEFORE.test(lead) && !ABOUT.test(lead) && !framed) || SELLERS.test(lead) ? undefined : item;
}

/** The first actor of a clause before an index that stands where a subject stands. */
function subjectWithin(view: SentenceView, clause: Clause, until: number): Item | undefined {
  const { text } = view;
  let found: Item | undefined;
  for (const item of view.items) {
    if (item.at < clause.start || !ACTORS.has(item.class)) continue;
    if (item.at >= Math.min(clause.end, until)) break;
    if (found !== undefined) {
      const between = text.slice(found.at + 1, item.at);
      const reported = REPORT_BEFORE_ACTOR.test(between) && !PREPOSITION.test(between);
      if (reported || (item.class === 'P' && OFFICE.test(between))) found = item;
      continue;
    }
    const before = text.slice(clause.start, item.at);
    if (HOLDERS.test(before)) {
      found = item;
      continue;
    }
    const lead = before.replace(DATED, '').replace(/[\uE005\uE00A]/g, '');
    if (lead.length > LATEST_SUBJECT) return undefined;
    // 在甲收购乙的同时: 甲 acts in the clause that dates the next one.
    const framed = /^(?:在|当|自|自从|继)$/.test(lead) && FRAMES.test(text.slice(clause.start, clause.end));
    if ((!framed && PREPOSITION.test(lead)) || (SELLERS.test(before) && IN_HANDS.test(text.slice(item.at + 1))))
      continue;
    // 甲的子公司乙: the clause is about 乙.
    if (POSSESSED.test(text.slice(item.at + 1, item.at + 10))) continue;
    found = item;
  }
  return found;
}

/** An agency that tells something; what it announces or decides is its own. */
const TELLS = /^.{0,8}(?:称|表示|说|透露|获悉|认为|指出|发现|介绍|收到|接到)/;

/** The subject with those that act with it; nobody where a person only says what is done. */
function acting(view: SentenceView, subject: Item, until: number): Item | undefined {
  const said = view.text.slice(subject.at, until);
  if (subject.class === 'P' && REPORTS.test(said)) return undefined;
  // 商务部称，收购乙…: agencies tell of others.
  if (subject.class === 'G' && TELLS.test(said)) return undefined;
  const match = PARTNER.exec(view.text.slice(subject.at + 1, until + 2));
  const partner = match === null ? undefined : view.itemAt.get(subject.at + 1 + match[0].indexOf(match[1] ?? ''));
  if (partner === undefined || partner.at >= until) return subject;
  return { ...subject, entities: [...new Set([...subject.entities, ...partner.entities])] };
}

function startsWithName(view: SentenceView): boolean {
  const first = view.items.find(({ class: kind }) => ACTORS.has(kind));
  return first !== undefined && first.at <= LATEST_SUBJECT;
}
