/** Who owns, funds or builds what: the network's money ties around one company, and what they add up to. */
import type { Status } from '../../ontology/status.ts';
import { type Flow, type FlowRange, type FlowTie, traceFlow } from '../../query/flow.ts';
import { type Dataset, endsOf, entityTypeOf, relationTypeOf } from './dataset.ts';

/** How a relation stands between investor and target: as it is stored, the other way round, or without direction. */
const DIRECTIONS: Readonly<Record<string, 'as-stored' | 'reversed' | 'either'>> = {
  invested_in: 'as-stored',
  holds_stake: 'as-stored',
  acquired: 'as-stored',
  subsidiary_of: 'reversed',
  signed_with: 'either',
  participates_in: 'as-stored',
};

/** What people join in is no investment of theirs; a stake or a signature is. */
const WITH_PEOPLE: ReadonlySet<string> = new Set(['holds_stake', 'invested_in', 'acquired']);

/** How an edge stands between investor and target; null for one that tells of neither money nor ownership. */
function directionOf(dataset: Dataset, edge: number): 'as-stored' | 'reversed' | 'either' | null {
  const type = relationTypeOf(dataset, edge);
  const { source, target } = endsOf(dataset, edge);
  const people = [source, target].some((node) => entityTypeOf(dataset, node).id === 'person');
  if (people && !WITH_PEOPLE.has(type.id) && !type.monetary) return null;
  return DIRECTIONS[type.id] ?? (type.monetary ? (type.symmetric ? 'either' : 'as-stored') : null);
}

/** An edge as a tie from investor to target. */
export interface MoneyTie extends FlowTie {
  readonly edge: number;
  /** True where the edge is stored from target to investor. */
  readonly reversed: boolean;
}

const known = new WeakMap<Dataset, readonly MoneyTie[]>();

/** All money ties of a network, by edge number. */
export function moneyTies(dataset: Dataset): readonly MoneyTie[] {
  const ties = known.get(dataset) ?? findMoneyTies(dataset);
  known.set(dataset, ties);
  return ties;
}

function findMoneyTies(dataset: Dataset): MoneyTie[] {
  const ties: MoneyTie[] = [];
  for (let edge = 0; edge < dataset.edgeCount; edge++) {
    const direction = directionOf(dataset, edge);
    if (direction === null) continue;
    const { source, target } = endsOf(dataset, edge);
    ties.push(
      direction === 'reversed'
        ? { edge, source: target, target: source, either: false, reversed: true }
        : { edge, source, target, either: direction === 'either', reversed: false },
    );
  }
  return ties;
}

/** The money ties around one company. */
export interface MoneyFlow extends Omit<Flow, 'ties'> {
  readonly ties: readonly MoneyTie[];
}

/** Follows money ties that `passes` lets through, up- and downstream of `start`. */
export function traceMoney(
  dataset: Dataset,
  start: number,
  range: FlowRange,
  passes: (edge: number) => boolean,
): MoneyFlow {
  const all = moneyTies(dataset);
  const flow = traceFlow(all, start, range, (tie) => passes(all[tie]?.edge ?? -1));
  return { ...flow, ties: flow.ties.flatMap((tie) => all[tie] ?? []) };
}

/** Nodes with money ties that `passes` lets through, those with most first. */
export function moneyNodes(dataset: Dataset, passes: (edge: number) => boolean): number[] {
  const counts = new Map<number, number>();
  for (const { edge, source, target } of moneyTies(dataset)) {
    if (!passes(edge)) continue;
    for (const node of [source, target]) counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  const rank = (node: number): number =>
    (entityTypeOf(dataset, node).id === 'company' ? 1000 : 0) + (counts.get(node) ?? 0);
  return [...counts.keys()].sort((a, b) => rank(b) - rank(a) || a - b);
}

/** How real an amount is: what is settled, planned, rumoured and ended is never added together. */
export type Standing = 'settled' | 'planned' | 'rumoured' | 'ended';

const STANDINGS: Readonly<Record<Status, Standing | null>> = {
  rumoured: 'rumoured',
  planned: 'planned',
  signed: 'settled',
  ongoing: 'settled',
  done: 'settled',
  ended: 'ended',
  denied: null,
};

/** Amounts of one currency. */
export interface CurrencyTotal {
  readonly currency: string;
  readonly sums: Readonly<Partial<Record<Standing, number>>>;
  /** Number of deals that were added, a joint one counted once. */
  readonly deals: number;
  /** Deals whose one amount several parties share. */
  readonly joint: number;
}

/** What money ties add up to. */
export interface Totals {
  readonly currencies: readonly CurrencyTotal[];
  /** Ties without an amount. */
  readonly withoutAmount: number;
  /** Ties with an amount that somebody denies; they are added nowhere. */
  readonly denied: number;
}

/**
 * Adds amounts up, by currency and standing. A joint amount counts once however many edges carry it, and so does one
 * amount that several relations between the same two names carry (a stake that was bought is one payment).
 */
export function totalsOf(dataset: Dataset, edges: readonly number[]): Totals {
  const { amount: amounts, currency: currencies, joint, status: statuses, documents } = dataset.network.edges;
  let withoutAmount = 0;
  let denied = 0;
  const deals = new Map<string, number[]>();
  for (const edge of edges) {
    const amount = amounts[edge] ?? null;
    if (amount === null) {
      withoutAmount++;
      continue;
    }
    if (statuses[edge] === 'denied') {
      denied++;
      continue;
    }
    const { source, target } = endsOf(dataset, edge);
    const round = joint[edge] ?? null;
    const ends = [source, target].sort((a, b) => a - b).join(' ');
    const key = round === null ? `${ends} ${amount} ${currencies[edge] ?? ''}` : `round ${round}`;
    const deal = deals.get(key);
    if (deal === undefined) deals.set(key, [edge]);
    else deal.push(edge);
  }
  const totals = new Map<string, { sums: Partial<Record<Standing, number>>; deals: number; joint: number }>();
  for (const deal of deals.values()) {
    // Where the parties' figures differ, the best supported one stands for the round.
    const edge = [...deal].sort((a, b) => (documents[b] ?? 0) - (documents[a] ?? 0) || a - b)[0] ?? 0;
    const status = statuses[edge] ?? null;
    const standing = status === null ? 'settled' : STANDINGS[status];
    if (standing === null) continue;
    const currency = currencies[edge] ?? '';
    const total = totals.get(currency) ?? { sums: {}, deals: 0, joint: 0 };
    totals.set(currency, total);
    total.sums[standing] = (total.sums[standing] ?? 0) + (amounts[edge] ?? 0);
    total.deals++;
    if ((joint[edge] ?? null) !== null) total.joint++;
  }
  return {
    currencies: [...totals]
      .map(([currency, total]) => ({ currency, ...total }))
      .sort((a, b) => b.deals - a.deals || (a.currency < b.currency ? -1 : 1)),
    withoutAmount,
    denied,
  };
}
