/** Clauses of a view, and who acts in them. */
import type { Item, ItemClass, SentenceView } from './view.ts';

/** A stretch between commas, as indices into the view's text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
}

const BREAKS = '，；：。！？';

/** An item after one of these is not what the clause is about. */
const PREPOSITION = /(?:与|和|同|跟|向|对|给|为|从|由|被|把|将|在|于|据|经|继|关于|根据|随着|除|通过|包括|以及|及|、)$/;

/** How far into a clause its subject may begin, not counting dates, places and titles. */
const LATEST_SUBJECT = 9;

const ACTORS: ReadonlySet<ItemClass> = new Set(['P', 'O', 'G']);

/** Splits at commas and stronger marks. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && !BREAKS.includes(text.charAt(index))) continue;
    if (index > start) clauses.push({ start, end: index });
    start = index + 1;
  }
  return clauses;
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
   * sentence before was about.
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
  const clauses = splitClauses(view.text);
  const subjects = clauses.map((clause) => subjectWithin(view, clause, clause.end));
  const topic = subjects.find((subject) => subject !== undefined) ?? (startsWithName(view) ? undefined : before);
  return {
    clauses,
    topic,
    subjectOf(index, accepts) {
      const at = clauseAt(clauses, index);
      const clause = clauses[at];
      if (clause === undefined) return undefined;
      const own = subjectWithin(view, clause, index);
      if (own !== undefined) return accepts.has(own.class) ? own : undefined;
      for (let earlier = at - 1; earlier >= 0; earlier--) {
        const subject = subjects[earlier];
        if (subject !== undefined && accepts.has(subject.class)) return subject;
      }
      return before !== undefined && accepts.has(before.class) ? before : undefined;
    },
  };
}

/** The first actor of a clause before an index that stands where a subject stands. */
function subjectWithin(view: SentenceView, clause: Clause, until: number): Item | undefined {
  for (const item of view.items) {
    if (item.at < clause.start || !ACTORS.has(item.class)) continue;
    if (item.at >= Math.min(clause.end, until)) return undefined;
    const lead = view.text.slice(clause.start, item.at).replace(/[\uE005\uE007\uE00A]/g, '');
    if (lead.length > LATEST_SUBJECT) return undefined;
    if (PREPOSITION.test(lead)) continue;
    // 甲的子公司乙: the clause is about 乙.
    if (/^(?:的|旗下|下属|所属)/.test(view.text.slice(item.at + 1, item.at + 3))) continue;
    return item;
  }
  return undefined;
}

function startsWithName(view: SentenceView): boolean {
  const first = view.items.find(({ class: kind }) => ACTORS.has(kind));
  return first !== undefined && first.at <= LATEST_SUBJECT;
}
