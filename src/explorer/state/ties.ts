/** What the panels tell of a node's ties and of the sentences behind a tie. */

import type { AnyRelationTypeDefinition } from '../../ontology/ontology.ts';
import type { EvidenceItem } from '../../outputs/explorer-data.ts';
import { type Dataset, documentOf, endsOf, nameOf, originalOf, otherEnd, relationTypeOf } from './dataset.ts';
import { firstMonthOf, lastMonthOf } from './months.ts';

/** Ties of a node that are of one type. */
export interface TieGroup {
  readonly type: AnyRelationTypeDefinition;
  /** Edge numbers: the latest first, undated ones last, well supported ones before others. */
  readonly edges: readonly number[];
}

/** A node's ties by relation type, in the ontology's order; only edges that `shown` lets through. */
export function groupTies(dataset: Dataset, node: number, shown: (edge: number) => boolean): TieGroup[] {
  const byType = new Map<number, number[]>();
  for (const edge of dataset.incident(node)) {
    if (!shown(edge)) continue;
    const type = dataset.network.edges.type[edge] ?? -1;
    const group = byType.get(type);
    if (group === undefined) byType.set(type, [edge]);
    else group.push(edge);
  }
  return [...byType.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([, edges]) => {
      const sorted = edges.sort((a, b) => compareTies(dataset, a, b));
      const [first] = sorted;
      return first === undefined ? [] : [{ type: relationTypeOf(dataset, first), edges: sorted }];
    });
}

function compareTies({ network: { edges } }: Dataset, a: number, b: number): number {
  const dateA = edges.lastDate[a] ?? '';
  const dateB = edges.lastDate[b] ?? '';
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  return (edges.documents[b] ?? 0) - (edges.documents[a] ?? 0) || a - b;
}

/** A sentence with the reprints that repeat it. */
export interface Source {
  readonly item: EvidenceItem;
  /** Documents that print the same again. */
  readonly reprints: readonly number[];
}

/**
 * Evidence with reprints folded into the article that they reprint, newest first. The length of the result counts
 * sentences; {@link independentDocuments} counts sources.
 */
export function foldReprints(dataset: Dataset, items: readonly EvidenceItem[]): Source[] {
  const folded = new Map<string, { item: EvidenceItem; reprints: number[] }>();
  for (const item of items) {
    const key = `${originalOf(dataset, item.document)} ${item.sentence}`;
    const known = folded.get(key);
    if (known === undefined) {
      folded.set(key, { item, reprints: [] });
    } else if (originalOf(dataset, item.document) === item.document && known.item.document !== item.document) {
      known.reprints.push(known.item.document);
      known.item = item;
    } else if (known.item.document !== item.document) {
      known.reprints.push(item.document);
    }
  }
  return [...folded.values()].sort(
    (a, b) => compareText(dateOf(dataset, b.item), dateOf(dataset, a.item)) || a.item.start - b.item.start,
  );
}

/** Date of what a sentence says, or else of its document; empty where neither is known. */
export function dateOf(dataset: Dataset, item: EvidenceItem): string {
  return item.attributes.date ?? documentOf(dataset, item.document).date ?? '';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Number of documents behind evidence, reprints counted with what they reprint. */
export function independentDocuments(dataset: Dataset, items: readonly EvidenceItem[]): number {
  return new Set(items.map((item) => originalOf(dataset, item.document))).size;
}

/** A figure with the sentences that give it. */
export interface Figure {
  readonly amount?: number;
  readonly currency?: string;
  readonly share?: number;
  readonly sources: readonly EvidenceItem[];
}

/** The different figures that sources give for one tie, best supported first. */
export function figuresOf(items: readonly EvidenceItem[]): Figure[] {
  const figures = new Map<string, { figure: Omit<Figure, 'sources'>; sources: EvidenceItem[] }>();
  for (const item of items) {
    const { amount, currency, share } = item.attributes;
    for (const figure of [
      amount === undefined ? undefined : { amount, currency: currency ?? '' },
      share === undefined ? undefined : { share },
    ]) {
      if (figure === undefined) continue;
      const key = JSON.stringify(figure);
      const known = figures.get(key);
      if (known === undefined) figures.set(key, { figure, sources: [item] });
      else known.sources.push(item);
    }
  }
  return [...figures.values()]
    .map(({ figure, sources }) => ({ ...figure, sources }))
    .sort((a, b) => b.sources.length - a.sources.length);
}

/**
 * Figures that contradict each other: two or more amounts, or two or more shares, that sources give for one deal. Empty
 * where sources agree, and where they tell of different deals.
 */
export function rivalFigures(items: readonly EvidenceItem[]): Figure[] {
  const figures = figuresOf(items);
  return (['amount', 'share'] as const).flatMap((kind) => {
    const given = figures.filter((figure) => figure[kind] !== undefined);
    return given.filter((one) => given.some((other) => one !== other && ofOneDeal(one, other)));
  });
}

/** Different amounts that sources give for one tie, whether of one deal or of several. */
export function amountsOf(items: readonly EvidenceItem[]): Figure[] {
  return figuresOf(items).filter(({ amount }) => amount !== undefined);
}

/** How far apart two dates may lie that are told of one deal: news of it is told for some weeks. In months. */
const ONE_DEAL = 2;

/** True unless every sentence of the one names another round, or a date that is far off, from every one of the other. */
function ofOneDeal(a: Figure, b: Figure): boolean {
  return a.sources.some(({ attributes: one }) =>
    b.sources.some(({ attributes: other }) => {
      if (one.round !== undefined && other.round !== undefined && one.round !== other.round) return false;
      if (one.date === undefined || other.date === undefined) return true;
      const [early, late] = one.date < other.date ? [one.date, other.date] : [other.date, one.date];
      return firstMonthOf(late) - lastMonthOf(early) <= ONE_DEAL;
    }),
  );
}

/** An occasion on which a person met somebody. */
export interface Meeting {
  readonly edge: number;
  readonly other: number;
  /** ISO date, or null where no source gives one. */
  readonly date: string | null;
  readonly place: string | null;
  readonly sources: readonly EvidenceItem[];
  /** True for the earliest dated meeting of the two. */
  readonly first: boolean;
}

/**
 * The meetings of a node, newest first, undated last. Sentences that tell of one day are one meeting; reprints add
 * nothing.
 */
export function meetingsOf(
  dataset: Dataset,
  node: number,
  ties: readonly { readonly edge: number; readonly evidence: readonly EvidenceItem[] }[],
): Meeting[] {
  const meetings: Meeting[] = [];
  for (const { edge, evidence } of ties) {
    const days = new Map<string, EvidenceItem[]>();
    for (const { item } of foldReprints(dataset, evidence)) {
      const day = dateOf(dataset, item);
      days.set(day, [...(days.get(day) ?? []), item]);
    }
    const earliest = [...days.keys()].filter((day) => day !== '').sort()[0];
    for (const [day, sources] of days) {
      meetings.push({
        edge,
        other: otherEnd(dataset, edge, node),
        date: day === '' ? null : day,
        place: sources.find((item) => item.attributes.place !== undefined)?.attributes.place ?? null,
        sources,
        first: day !== '' && day === earliest && days.size > 1,
      });
    }
  }
  return meetings.sort((a, b) => compareText(b.date ?? '', a.date ?? '') || a.other - b.other);
}

/** Documents that mention a node, newest first, each with where it does; reprints folded into their original. */
export function documentsOf(
  dataset: Dataset,
  mentions: readonly (readonly [document: number, start: number, end: number])[],
): { readonly document: number; readonly start: number; readonly end: number; readonly mentions: number }[] {
  const found = new Map<number, { document: number; start: number; end: number; mentions: number }>();
  for (const [document, start, end] of mentions) {
    if (originalOf(dataset, document) !== document) continue;
    const known = found.get(document);
    if (known === undefined) found.set(document, { document, start, end, mentions: 1 });
    else known.mentions++;
  }
  return [...found.values()].sort(
    (a, b) =>
      compareText(documentOf(dataset, b.document).date ?? '', documentOf(dataset, a.document).date ?? '') ||
      a.document - b.document,
  );
}

/** The best supported post of a person as text, organisation first, to tell namesakes apart; null where none is known. */
export function mainPost(dataset: Dataset, node: number): string | null {
  const { edges } = dataset.network;
  let best: number | null = null;
  for (const edge of dataset.incident(node)) {
    if (relationTypeOf(dataset, edge).id !== 'holds_post' || endsOf(dataset, edge).source !== node) continue;
    if (best === null || (edges.documents[edge] ?? 0) > (edges.documents[best] ?? 0)) best = edge;
  }
  return best === null ? null : `${nameOf(dataset, endsOf(dataset, best).target)}${edges.title[best] ?? ''}`;
}
