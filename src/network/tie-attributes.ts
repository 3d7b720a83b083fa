/** What a tie says as a whole, from what its sentences say each: the best supported value, and the latest status. */
import { STATUSES, type Status } from '../ontology/status.ts';
import type { RelationAttributes } from '../relations/relation.ts';
import type { Evidence } from './network.ts';
import { compareText, listOf } from './order.ts';

/** Evidence with the source that it counts for (reprints count for their original). */
export interface Witness {
  readonly evidence: Evidence;
  readonly root: number | string;
}

const ORDER = Object.keys(STATUSES);
const TAKEN_BACK: ReadonlySet<Status> = new Set(['ended', 'denied']);

/** How settled a status is; a plain statement is as good as done. */
function rank(status: Status | undefined): number {
  return ORDER.indexOf(status ?? 'done');
}

/** What several statements of one day come to: the most settled of the hedged ones; a headline's plain words do not outdo the text. */
function statusOfDay(statuses: readonly (Status | undefined)[]): Status | undefined {
  const hedged = statuses.filter((status) => status !== undefined);
  return hedged.sort((a, b) => rank(b) - rank(a))[0];
}

/** True when news of `next` on a later day replaces `now`. A rumour or plan does not undo what is settled. */
function supersedes(next: Status | undefined, now: Status | undefined): boolean {
  if (next !== undefined && TAKEN_BACK.has(next)) return true;
  if (now === 'denied') return rank(next) >= rank('signed');
  if (now === 'ended') return rank(next) >= rank('planned');
  return rank(next) >= rank(now) && !(now === 'done' && next === undefined);
}

/** The status of a tie: followed from the first document to the last; undated documents come first. */
function latestStatus(witnesses: readonly Witness[]): Status | undefined {
  const days = new Map<string, (Status | undefined)[]>();
  for (const { evidence } of witnesses) listOf(days, evidence.date ?? '').push(evidence.attributes.status);
  const sequence = [...days].sort((a, b) => compareText(a[0], b[0])).map(([, statuses]) => statusOfDay(statuses));
  return sequence.reduce((now, next) => (supersedes(next, now) ? next : now));
}

/**
 * The witnesses of the value that most independent sources state. Equal support goes to the higher confidence, then
 * to the later document, then to the smaller value as text.
 */
function mostSupported(
  witnesses: readonly Witness[],
  read: (attributes: RelationAttributes) => string | undefined,
): Witness[] {
  const byValue = new Map<string, Witness[]>();
  for (const witness of witnesses) {
    const value = read(witness.evidence.attributes);
    if (value !== undefined) listOf(byValue, value).push(witness);
  }
  const scored = [...byValue].map(([value, list]) => ({
    value,
    list,
    sources: new Set(list.map(({ root }) => root)).size,
    confidence: Math.max(...list.map(({ evidence }) => evidence.confidence)),
    date:
      list
        .map(({ evidence }) => evidence.date ?? '')
        .sort(compareText)
        .at(-1) ?? '',
  }));
  scored.sort(
    (a, b) =>
      b.sources - a.sources ||
      b.confidence - a.confidence ||
      compareText(b.date, a.date) ||
      compareText(a.value, b.value),
  );
  return scored[0]?.list ?? [];
}

/**
 * Attributes of a tie, gathered from its evidence. Rival values stay in the evidence. Amount, currency, qualifier,
 * round and joint key come from the same sentence, so that no figure is put together from two.
 */
export function aggregateAttributes(witnesses: readonly Witness[]): RelationAttributes {
  const of = (read: (attributes: RelationAttributes) => string | undefined) =>
    mostSupported(witnesses, read)[0]?.evidence.attributes;
  const sum = of(({ amount, currency }) => (amount === undefined ? undefined : `${amount} ${currency ?? ''}`));
  const share = of((attributes) => attributes.share?.toString())?.share;
  const date = of((attributes) => attributes.date)?.date;
  const place = of((attributes) => attributes.place)?.place;
  const round = sum?.round ?? of((attributes) => attributes.round)?.round;
  const status = latestStatus(witnesses);
  const qualifier = sum ? sum.qualifier : of((attributes) => attributes.qualifier)?.qualifier;
  return {
    ...(status === undefined ? {} : { status }),
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
    ...postAttributes(witnesses),
    ...(sum?.amount === undefined ? {} : { amount: sum.amount }),
    ...(sum?.currency === undefined ? {} : { currency: sum.currency }),
    ...(share === undefined ? {} : { share }),
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(round === undefined ? {} : { round }),
    ...(sum?.joint === undefined ? {} : { joint: sum.joint }),
  };
}

/** The title to show: a present one before a former one; `former` as the last document has it. */
function postAttributes(witnesses: readonly Witness[]): Pick<RelationAttributes, 'title' | 'former'> {
  const present = witnesses.filter(({ evidence }) => evidence.attributes.former !== true);
  const titleOf = (attributes: RelationAttributes) => attributes.title;
  const [best] = [...mostSupported(present, titleOf), ...mostSupported(witnesses, titleOf)];
  const title = best?.evidence.attributes.title;
  const holders = witnesses.filter(({ evidence }) => evidence.attributes.title === title);
  const last = holders.reduce<Witness | undefined>(
    (latest, witness) => ((witness.evidence.date ?? '') >= (latest?.evidence.date ?? '') ? witness : latest),
    undefined,
  );
  const former = last?.evidence.attributes.former;
  return { ...(title === undefined ? {} : { title }), ...(former === undefined ? {} : { former }) };
}
