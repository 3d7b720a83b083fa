/** Who met whom, when and where; who met both of two; and who was merely in the same room. */
import type { OccasionColumns } from '../../outputs/explorer-data.ts';
import { type Dataset, endsOf, entityTypeOf, nameOf, relationTypeOf } from './dataset.ts';
import { firstMonthOf, lastMonthOf } from './months.ts';
import { holdsOffice } from './offices.ts';
import type { Filters } from './view.ts';

/** One meeting of two. */
export interface Occasion {
  readonly edge: number;
  readonly a: number;
  readonly b: number;
  /** ISO date, or null where no source gives one. */
  readonly date: string | null;
  readonly place: string | null;
  /** Numbers of the independent documents that tell of it. */
  readonly documents: readonly number[];
}

/** What an occasion must fulfil. */
export interface OccasionFilter {
  readonly visible: (edge: number) => boolean;
  readonly filters: Pick<Filters, 'from' | 'to' | 'undated'>;
  readonly person: number | null;
  readonly place: string | null;
  /** Title or organisation that one of the two must have at the time: where `person` is set, the other one. */
  readonly office: string | null;
}

/** Occasions that pass, newest first, undated last. */
export function occasionsOf(dataset: Dataset, columns: OccasionColumns, filter: OccasionFilter): Occasion[] {
  const occasions: Occasion[] = [];
  for (const [i, edge] of columns.edge.entries()) {
    const { source: a, target: b } = endsOf(dataset, edge);
    const date = columns.date[i] ?? null;
    const place = columns.place[i] ?? null;
    if (!filter.visible(edge) || !inPeriod(date, filter.filters)) continue;
    if (filter.person !== null && filter.person !== a && filter.person !== b) continue;
    if (filter.place !== null && place !== filter.place) continue;
    if (filter.office !== null) {
      const { office, person } = filter;
      const holders = [a, b].filter((node) => node !== person);
      if (!holders.some((node) => holdsOffice(dataset, node, office, date))) continue;
    }
    occasions.push({ edge, a, b, date, place, documents: columns.documents[i] ?? [] });
  }
  return occasions.sort((x, y) => compare(y.date ?? '', x.date ?? '') || x.edge - y.edge);
}

function inPeriod(date: string | null, { from, to, undated }: OccasionFilter['filters']): boolean {
  if (date === null) return undated;
  return (from === null || lastMonthOf(date) >= from) && (to === null || firstMonthOf(date) <= to);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Places of all occasions, the most frequent first. */
export function placesOf(columns: OccasionColumns): { readonly place: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const place of columns.place) if (place !== null) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts]
    .map(([place, count]) => ({ place, count }))
    .sort((a, b) => b.count - a.count || compare(a.place, b.place));
}

/** The one of the two who is not `node`. */
export function otherOf({ a, b }: Occasion, node: number): number {
  return a === node ? b : a;
}

/** Somebody whom two people met, with the occasions of each. */
export interface Mutual {
  readonly node: number;
  readonly withFirst: readonly Occasion[];
  readonly withSecond: readonly Occasion[];
}

/** Whom both `first` and `second` met, those with most occasions first. */
export function metBoth(occasions: readonly Occasion[], first: number, second: number): Mutual[] {
  const byFirst = groupByOther(occasions, first);
  const bySecond = groupByOther(occasions, second);
  return [...byFirst]
    .flatMap(([node, withFirst]) => {
      const withSecond = bySecond.get(node);
      return withSecond === undefined || node === second ? [] : [{ node, withFirst, withSecond }];
    })
    .sort(
      (x, y) => y.withFirst.length + y.withSecond.length - x.withFirst.length - x.withSecond.length || x.node - y.node,
    );
}

/** Occasions of `node` by the other one, in the order of their first appearance. */
export function groupByOther(occasions: readonly Occasion[], node: number): Map<number, Occasion[]> {
  const groups = new Map<number, Occasion[]>();
  for (const occasion of occasions) {
    if (occasion.a !== node && occasion.b !== node) continue;
    const other = otherOf(occasion, node);
    const group = groups.get(other);
    if (group === undefined) groups.set(other, [occasion]);
    else group.push(occasion);
  }
  return groups;
}

/** An event with the people who attended it. Attending together is no meeting. */
export interface Room {
  readonly event: number;
  readonly date: string | null;
  /** People, and for each the edge that says so. */
  readonly people: ReadonlyMap<number, number>;
}

/**
 * Events that two people or more attended, newest first; with `person`, only those that this person attended, with
 * `office`, only those that somebody else of that title or organisation attended.
 */
export function roomsOf(
  dataset: Dataset,
  visible: (edge: number) => boolean,
  person: number | null,
  office: string | null = null,
): Room[] {
  const rooms = new Map<number, { date: string | null; people: Map<number, number> }>();
  for (let edge = 0; edge < dataset.edgeCount; edge++) {
    if (!visible(edge) || relationTypeOf(dataset, edge).id !== 'attended') continue;
    const { source, target } = endsOf(dataset, edge);
    if (entityTypeOf(dataset, source).id !== 'person') continue;
    const room = rooms.get(target) ?? { date: null, people: new Map<number, number>() };
    rooms.set(target, room);
    room.people.set(source, edge);
    room.date ??= dataset.network.edges.firstDate[edge] ?? null;
  }
  return [...rooms]
    .map(([event, { date, people }]) => ({ event, date, people }))
    .filter(({ people }) => people.size > 1 && (person === null || people.has(person)))
    .filter(
      ({ date, people }) =>
        office === null ||
        [...people.keys()].some((node) => node !== person && holdsOffice(dataset, node, office, date)),
    )
    .sort((a, b) => compare(b.date ?? '', a.date ?? '') || a.event - b.event);
}

/** People by people: how often each two met, and how often they were only in one room. */
export interface MeetingMatrix {
  readonly people: readonly number[];
  /** Number of people before the cut. */
  readonly total: number;
  /** What two people share; undefined where nothing is known. The order of the two does not matter. */
  cell(a: number, b: number): MatrixCell | undefined;
}

/** What two people share. */
export interface MatrixCell {
  readonly occasions: readonly Occasion[];
  readonly rooms: readonly Room[];
}

/**
 * The matrix of the people who met or shared a room; the `most` with most meetings, ordered by community (and within
 * it by meetings) or by meetings alone.
 */
export function matrixOf(
  dataset: Dataset,
  occasions: readonly Occasion[],
  rooms: readonly Room[],
  order: 'community' | 'count',
  most: number,
): MeetingMatrix {
  const cells = new Map<string, { occasions: Occasion[]; rooms: Room[] }>();
  const counts = new Map<number, number>();
  const cellOf = (a: number, b: number) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = cells.get(key) ?? { occasions: [], rooms: [] };
    cells.set(key, known);
    return known;
  };
  for (const occasion of occasions) {
    const { a, b } = occasion;
    if (entityTypeOf(dataset, a).id !== 'person' || entityTypeOf(dataset, b).id !== 'person') continue;
    cellOf(a, b).occasions.push(occasion);
    for (const node of [a, b]) counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  for (const room of rooms) {
    const people = [...room.people.keys()].sort((a, b) => a - b);
    for (const [i, a] of people.entries()) {
      if (!counts.has(a)) counts.set(a, 0);
      for (const b of people.slice(i + 1)) cellOf(a, b).rooms.push(room);
    }
  }
  const { community } = dataset.network.nodes;
  const byCount = [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || compare(nameOf(dataset, a), nameOf(dataset, b)),
  );
  const people = byCount.slice(0, most);
  if (order === 'community') people.sort((a, b) => (community[a] ?? 0) - (community[b] ?? 0));
  return {
    people,
    total: byCount.length,
    cell: (a, b) => cells.get(a < b ? `${a} ${b}` : `${b} ${a}`),
  };
}
