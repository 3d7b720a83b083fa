/** Meetings by office: who held a post, or belonged to an organisation, when they met. */
import type { OccasionColumns } from '../../outputs/explorer-data.ts';
import { type Dataset, endsOf, nameOf, relationTypeOf } from './dataset.ts';

/** An office to choose: a title, or an organisation in which somebody who met has a post. */
export interface Office {
  readonly kind: 'title' | 'organisation';
  readonly name: string;
  /** Number of meetings of those who hold or held it. */
  readonly count: number;
}

/** Edges that say which posts a node has. */
function postsOf(dataset: Dataset, node: number): number[] {
  return [...dataset.incident(node)].filter(
    (edge) => relationTypeOf(dataset, edge).id === 'holds_post' && endsOf(dataset, edge).source === node,
  );
}

/** Title and organisation of a post. */
function namesOf(dataset: Dataset, edge: number): (readonly [Office['kind'], string])[] {
  const title = dataset.network.edges.title[edge] ?? '';
  const organisation = ['organisation', nameOf(dataset, endsOf(dataset, edge).target)] as const;
  return title === '' ? [organisation] : [['title', title], organisation];
}

/**
 * True where a node is the organisation of that name, or had a post of that title or in that organisation at a date.
 * Articles say who holds a post, hardly ever since when: a post counts at any date, but not on or after the day from
 * which the person is called its former holder.
 *
 * @param date ISO date of the meeting; null where it is unknown, at which every post counts
 */
export function holdsOffice(dataset: Dataset, node: number, office: string, date: string | null): boolean {
  if (nameOf(dataset, node) === office) return true;
  const { edges } = dataset.network;
  return postsOf(dataset, node).some((edge) => {
    const left = edges.former[edge] === true ? (edges.firstDate[edge] ?? null) : null;
    const over = date !== null && left !== null && date >= left;
    return !over && namesOf(dataset, edge).some(([, name]) => name === office);
  });
}

/** Offices of all who met, titles first, then organisations, each by the number of meetings. */
export function officesOf(dataset: Dataset, columns: OccasionColumns): Office[] {
  const meetings = new Map<number, number>();
  for (const edge of columns.edge) {
    const { source, target } = endsOf(dataset, edge);
    for (const node of [source, target]) meetings.set(node, (meetings.get(node) ?? 0) + 1);
  }
  const counts = { title: new Map<string, number>(), organisation: new Map<string, number>() };
  for (const [node, count] of meetings) {
    const own = new Map(
      postsOf(dataset, node).flatMap((edge) => namesOf(dataset, edge).map(([kind, name]) => [name, kind])),
    );
    for (const [name, kind] of own) counts[kind].set(name, (counts[kind].get(name) ?? 0) + count);
  }
  return (['title', 'organisation'] as const).flatMap((kind) =>
    [...counts[kind]]
      .map(([name, count]) => ({ kind, name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
  );
}
