/** Who met whom. */
import { guard, matchesOf } from '../../tokens/needs.ts';
import { isOffice } from '../noun-phrases.ts';
import { type Frame, pairs, pairsWithin, type Statement } from '../statement.ts';
import { compilePattern, type Item, type ItemClass, matchPattern, type SentenceView } from '../view.ts';

const MET = guard(/(?:会见|接见|约见|会晤|拜会|晤)了?/g);
const MET_WITH = compilePattern(
  '{s:P}{~4}(?:和|与|同|跟|及){o:PO}{~14}(?:会见|会晤|会谈|座谈|见面|晤面|面谈|交谈|(?:参与|参加|举行|进行|展开|重启){~4}谈判)',
);
const HELD_TALKS = compilePattern('(?:与|同|和|跟){o:PO}{~10}(?:举行|进行)?了?{~6}(?:会见|会晤|会谈|座谈|面谈)');
/** 同来访的甲国总理王一举行会谈: whose post or country stands before the name. */
const HELD_TALKS_WITH = compilePattern(
  '(?<!共)(?:与|同){~12}{o:P}(?:{~4}|就{~16})(?:举行|进行)了?{~4}(?:会见|会晤|会谈|座谈|面谈)',
);
/** 我同甲国总统王一举行会谈, said by the one whom the sentence quotes. */
const I_MET = compilePattern('我(?:曾|还|又|刚)?(?:与|同|和){~12}{o:P}{~20}(?:会见|会晤|会谈|座谈|见面)(?!时|期间)');
const SPEAKER = /(\uE000)[^，；。\uE000]{0,8}(?:指出|表示|强调|说|称|回顾|谈到)[，：]/u;
/** 同来华出席某会的甲国总统王一举行会谈. */
const HELD_TALKS_LONG = compilePattern(
  '(?<!共)(?:与|同)[^，；。\uE000]{2,80}{o:P}{~4}(?:举行|进行)了?{~4}(?:会见|会晤|会谈|座谈|面谈)',
);
/** 举行仪式，欢迎甲国总统王一. */
const WELCOMED = compilePattern('举行{~8}仪式，欢迎[^，；。\uE000]{0,30}{o:P}');
/** 会谈后，王一与李二共同签署文件. */
const AFTER_TALKS = compilePattern('(?:会谈|会晤|会见)(?:结束)?后，{s:P}(?:(?:与|和|同){o:P})?(?:共同|一起|一同)');
const HOSTED = compilePattern(
  '为{o:P}{~6}(?:举行|举办|设)了?{~4}(?:欢迎仪式|欢迎宴会|欢迎晚宴|欢迎午宴|宴会|晚宴|午宴|迎宾仪式|欢送仪式)',
);
const MET_EACH_OTHER = compilePattern(
  '{s:P}{~6}(?:举行|进行)?了?{~4}(?:会谈|会晤|会面|见面|面谈|双边会见|(?:参与|参加|举行|展开|重启){~4}谈判)',
);
/** 同王一会谈时，李二表示: who speaks at the talks is their other side. */
const TALKING = compilePattern('^(?:在)?(?:同|与){~12}{o:P}{~6}(?:会谈|会晤|座谈|见面)时，{s:P}');
const PEOPLE: ReadonlySet<ItemClass> = new Set(['P']);

/** 会见, 会谈, 会晤, 座谈. People on one side of a meeting met the other side, not one another. */
export const meetings: Frame = function* ({ view, actors }) {
  for (const match of matchesOf(MET, view.text)) {
    const { index: start } = match;
    // 会见时 and 参加会见 report a meeting without naming its other side.
    if (/(?:参加|陪同|出席)$/.test(view.text.slice(Math.max(0, start - 4), start))) continue;
    const object = whomAfter(view, start + match[0].length);
    const subject = actors.subjectOf(start, PEOPLE);
    if (object !== undefined && subject !== undefined) yield* meet(subject, object, start, 'met-object', 0.93);
  }
  for (const { items, end } of matchPattern(view, MET_WITH)) {
    const { s, o } = items;
    if (s !== undefined && o !== undefined && !isOffice(view, o)) yield* meet(s, o, end - 2, 'met-with', 0.88);
  }
  for (const { items, end } of matchPattern(view, MET_EACH_OTHER)) {
    if (items.s?.entities.length !== 2 || /[与同和跟]$/.test(view.text.slice(0, items.s.at))) continue;
    yield* meet(items.s, items.s, end - 2, 'met-each-other', 0.85);
  }
  for (const { items, start } of matchPattern(view, AFTER_TALKS)) {
    const { s, o } = items;
    if (s === undefined || (o === undefined && s.entities.length !== 2)) continue;
    yield* meet(s, o ?? s, start, 'after-talks', 0.85);
  }
  for (const { items, start } of matchPattern(view, TALKING)) {
    const { s, o } = items;
    if (s !== undefined && o !== undefined && !isOffice(view, o)) yield* meet(s, o, start, 'met-talking', 0.86);
  }
  for (const { items, start } of matchPattern(view, I_MET)) {
    const said = SPEAKER.exec(view.text.slice(0, start));
    const subject = said === null ? undefined : view.itemAt.get(said.index);
    if (subject !== undefined && items.o !== undefined && !isOffice(view, items.o)) {
      yield* meet(subject, items.o, start, 'speaker-met', 0.82);
    }
  }
  const talks = [HELD_TALKS, HELD_TALKS_WITH, HELD_TALKS_LONG]
    .map((pattern) => matchPattern(view, pattern))
    .find(({ length }) => length > 0);
  for (const { items, start } of [...(talks ?? []), ...matchPattern(view, HOSTED), ...matchPattern(view, WELCOMED)]) {
    const { o } = items;
    const subject = actors.subjectOf(start, PEOPLE);
    if (subject !== undefined && o !== undefined && !isOffice(view, o)) {
      yield* meet(subject, o, start, 'held-talks', 0.85);
    }
  }
};

/** How far behind the verb the other side may be named: it may have come for an event with a long name. */
const REACH = 60;

/**
 * The other side of a meeting: the people behind the verb, also behind a relative clause (会见来华出席某会的某人); else an
 * organisation that directly follows.
 */
function whomAfter(view: SentenceView, from: number): Item | undefined {
  const end = view.text.slice(from, from + REACH).search(/[，；。！？]/);
  const until = end < 0 ? from + REACH : from + end;
  const follows = view.text.slice(from, until);
  if (/^(?:时|后|前|中|上|期间|结束)/.test(follows)) return undefined;
  const inside = view.items.filter(({ at }) => at >= from && at < until);
  const people = inside.filter(({ class: kind }) => kind === 'P');
  const led = /由(\uE000)[^，]{0,4}(?:率领|带领|率|为团长)/.exec(follows);
  if (led !== null) return view.itemAt.get(from + led.index + 1);
  const relative = follows.lastIndexOf('的');
  const behind = people.find(({ at }) => at > from + relative) ?? people[0];
  if (behind !== undefined) {
    const all = people.filter(
      ({ at }) => at >= behind.at && /^[、和及与以\uE00A\uE001\uE002\uE000]*$/.test(view.text.slice(behind.at, at)),
    );
    return { ...behind, entities: [...new Set(all.flatMap(({ entities }) => entities))] };
  }
  const first = inside[0];
  if (first === undefined || first.class !== 'O' || first.at > from + 6) return undefined;
  return /^(?:[，。；！？]|代表团|访问团|考察团|一行|$)/.test(view.text.slice(first.at + 1, first.at + 4))
    ? first
    : undefined;
}

function* meet(subject: Item, object: Item, at: number, rule: string, confidence: number): Generator<Statement> {
  if (subject.at === object.at) {
    for (const [source, target] of pairsWithin(subject.entities)) {
      yield { type: 'met', source, target, confidence, rule, at };
    }
    return;
  }
  for (const [source, target] of pairs(subject.entities, object.entities)) {
    yield { type: 'met', source, target, confidence, rule, at };
  }
}
