/** Who met whom. */
import { type Frame, pairs, pairsWithin, type Statement } from '../statement.ts';
import { compilePattern, type Item, matchPattern } from '../view.ts';

const MET_OBJECT = compilePattern('(?:会见|接见|约见|会晤|拜会|晤)(?:了|并会见了)?{~8}{o:POG}');
const MET_WITH = compilePattern('{s:P}(?:和|与|同|跟|及){o:PO}{~14}(?:会见|会晤|会谈|座谈|见面|晤面|面谈|交谈)');
const HELD_TALKS = compilePattern('(?:与|同|和|跟){o:PO}{~10}(?:举行|进行)?了?{~4}(?:会见|会晤|会谈|座谈|面谈)');
const PEOPLE = new Set(['P'] as const);

/** 会见, 会谈, 会晤, 座谈. People on one side of a meeting met the other side, not one another. */
export const meetings: Frame = function* ({ view, actors }) {
  for (const { items, start, end } of matchPattern(view, MET_OBJECT)) {
    const object = items.o;
    // 会见时, 会见后 and 参加会见 report a meeting without naming its other side.
    if (object === undefined || /^.{0,3}(?:时|后|前|中|上|期间)/.test(view.text.slice(start + 2, start + 6))) continue;
    if (/(?:参加|陪同|出席)$/.test(view.text.slice(Math.max(0, start - 4), start))) continue;
    const subject = actors.subjectOf(start, PEOPLE);
    if (subject !== undefined) yield* meet(subject, object, start, 'met-object', 0.93);
    else if (/与$/.test(view.text.slice(end, end + 1))) continue;
  }
  for (const { items, start } of matchPattern(view, MET_WITH)) {
    const { s, o } = items;
    if (s !== undefined && o !== undefined) yield* meet(s, o, start, 'met-with', 0.88);
  }
  for (const { items, start } of matchPattern(view, HELD_TALKS)) {
    const { o } = items;
    const subject = actors.subjectOf(start, PEOPLE);
    if (subject !== undefined && o !== undefined) yield* meet(subject, o, start, 'held-talks', 0.85);
  }
};

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
