/** What a stranger sees first: the most connected people, the latest meetings, the largest deals, and things to try. */
import { distancesFrom } from '../../query/adjacency.ts';
import { type Dataset, entityTypeOf, relationTypeOf } from './dataset.ts';
import type { Filtered } from './filter.ts';
import { adjacencyOf } from './lookup.ts';

/** A node with the number of its visible ties. */
export interface Ranked {
  readonly node: number;
  readonly ties: number;
}

/** One deal: ties that share target, type, day and amount are shown as one, because a joint amount counts once. */
export interface Deal {
  readonly edges: readonly number[];
  readonly amount: number;
  readonly currency: string;
}

/** A question that the network can answer. */
export type Suggestion =
  | { readonly kind: 'met'; readonly node: number }
  | { readonly kind: 'invested'; readonly node: number }
  | { readonly kind: 'path'; readonly from: number; readonly to: number };

/** The overview. */
export interface Overview {
  readonly people: readonly Ranked[];
  readonly organisations: readonly Ranked[];
  /** Edge numbers of meetings, latest first. */
  readonly meetings: readonly number[];
  /** Deals by currency, largest first; the currency of most ties first. */
  readonly deals: readonly { readonly currency: string; readonly deals: readonly Deal[] }[];
  readonly suggestions: readonly Suggestion[];
}

/** Draws up the overview from what is visible. */
export function createOverview(dataset: Dataset, filtered: Filtered): Overview {
  const { edges } = dataset.network;
  const ties = new Int32Array(dataset.nodeCount);
  const meetings: number[] = [];
  const meetingsOfNode = new Map<number, number>();
  const investmentsInNode = new Map<number, number>();
  const count = (counts: Map<number, number>, node: number): void => {
    counts.set(node, (counts.get(node) ?? 0) + 1);
  };
  for (let edge = 0; edge < dataset.edgeCount; edge++) {
    if (filtered.visibleEdges[edge] === 0) continue;
    const source = edges.source[edge] ?? 0;
    const target = edges.target[edge] ?? 0;
    if (dataset.weak[edge] === 0) {
      ties[source] = (ties[source] ?? 0) + 1;
      ties[target] = (ties[target] ?? 0) + 1;
    }
    const type = relationTypeOf(dataset, edge).id;
    if (type === 'met') {
      meetings.push(edge);
      count(meetingsOfNode, source);
      count(meetingsOfNode, target);
    }
    if (type === 'invested_in') count(investmentsInNode, target);
  }
  meetings.sort((a, b) => {
    const dateA = edges.lastDate[a] ?? '';
    const dateB = edges.lastDate[b] ?? '';
    return dateA < dateB ? 1 : dateA > dateB ? -1 : a - b;
  });

  const ranked: Ranked[] = [];
  for (let node = 0; node < dataset.nodeCount; node++) {
    if (filtered.visibleNodes[node] === 1 && (ties[node] ?? 0) > 0) ranked.push({ node, ties: ties[node] ?? 0 });
  }
  ranked.sort((a, b) => b.ties - a.ties || a.node - b.node);
  const people = ranked.filter(({ node }) => entityTypeOf(dataset, node).id === 'person');
  const organisations = ranked.filter(({ node }) =>
    ['company', 'organization', 'agency'].includes(entityTypeOf(dataset, node).id),
  );
  return {
    people: people.slice(0, 8),
    organisations: organisations.slice(0, 6),
    meetings: meetings.slice(0, 8),
    deals: largestDeals(dataset, filtered),
    suggestions: suggest(dataset, filtered, people, organisations, meetingsOfNode, investmentsInNode),
  };
}

function largestDeals(dataset: Dataset, filtered: Filtered): Overview['deals'] {
  const { edges } = dataset.network;
  const byCurrency = new Map<string, number[]>();
  for (let edge = 0; edge < dataset.edgeCount; edge++) {
    const amount = edges.amount[edge];
    if (filtered.visibleEdges[edge] === 0 || amount === null || amount === undefined) continue;
    if (edges.status[edge] === 'denied') continue;
    const currency = edges.currency[edge] ?? '';
    const known = byCurrency.get(currency);
    if (known === undefined) byCurrency.set(currency, [edge]);
    else known.push(edge);
  }
  return [...byCurrency.entries()]
    .sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1))
    .map(([currency, list], i) => ({ currency, deals: largestOf(dataset, list, currency, i === 0 ? 5 : 2) }));
}

/** The `most` largest deals that edges of one currency tell of. */
function largestOf({ network: { edges } }: Dataset, list: number[], currency: string, most: number): Deal[] {
  const amountOf = (edge: number): number => edges.amount[edge] ?? 0;
  const deals = new Map<string, { edges: number[]; amount: number; currency: string }>();
  for (const edge of list.sort((a, b) => amountOf(b) - amountOf(a) || a - b)) {
    const key = [edges.type[edge], edges.target[edge], edges.firstDate[edge], amountOf(edge)].join(' ');
    const known = deals.get(key);
    if (known !== undefined) known.edges.push(edge);
    else if (deals.size < most) deals.set(key, { edges: [edge], amount: amountOf(edge), currency });
    else if (amountOf(edge) < ([...deals.values()].at(-1)?.amount ?? 0)) break;
  }
  return [...deals.values()];
}

function suggest(
  dataset: Dataset,
  filtered: Filtered,
  people: readonly Ranked[],
  organisations: readonly Ranked[],
  meetings: ReadonlyMap<number, number>,
  investments: ReadonlyMap<number, number>,
): Suggestion[] {
  const suggestions: Suggestion[] = [];
  const metMost = most(meetings, (node) => entityTypeOf(dataset, node).id === 'person');
  if (metMost !== undefined) suggestions.push({ kind: 'met', node: metMost });
  const investedMost = most(investments, () => true);
  if (investedMost !== undefined) suggestions.push({ kind: 'invested', node: investedMost });
  const ends = farApart(dataset, filtered, [...people, ...organisations]);
  if (ends !== undefined) suggestions.push({ kind: 'path', ...ends });
  return suggestions;
}

/** The most connected name, and a well connected one that it reaches in three steps or more, or else in two. */
function farApart(
  dataset: Dataset,
  filtered: Filtered,
  ranked: readonly Ranked[],
): { readonly from: number; readonly to: number } | undefined {
  const from = ranked[0]?.node;
  if (from === undefined) return undefined;
  const visible = adjacencyOf(dataset, (edge) => filtered.visibleEdges[edge] === 1);
  const distances = distancesFrom(visible, [from]);
  const reached = (hops: number) => ranked.find(({ node }) => (distances[node] ?? -1) >= hops)?.node;
  const to = reached(3) ?? reached(2);
  return to === undefined ? undefined : { from, to };
}

function most(counts: ReadonlyMap<number, number>, allowed: (node: number) => boolean): number | undefined {
  let best: number | undefined;
  for (const [node, count] of counts) {
    if (!allowed(node)) continue;
    const known = best === undefined ? -1 : (counts.get(best) ?? 0);
    if (count > known || (count === known && best !== undefined && node < best)) best = node;
  }
  return best;
}
