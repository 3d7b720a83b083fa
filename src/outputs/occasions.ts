/** When and where people met, gathered from the sentences behind each meeting. */
import type { Network } from '../network/network.ts';
import type { OccasionColumns } from './explorer-data.ts';

/**
 * The occasions behind the `met` ties of a network: sentences of one tie that tell of one day are one occasion, and
 * reprints count with what they reprint. A sentence without a date of its own has its document's.
 *
 * @param edges ids of the explorer's edges; an edge's number is its index
 * @param documentNumber numbers of documents by id
 */
export function toOccasions(
  network: Network,
  edges: readonly string[],
  documentNumber: ReadonlyMap<string, number>,
): OccasionColumns {
  const ties = new Map(network.ties.map((tie) => [tie.id, tie]));
  const originals = new Map(network.documents.map(({ id, reprintOf }) => [id, reprintOf ?? id]));
  const rows = edges.flatMap((id, edge) => {
    const tie = ties.get(id);
    if (tie?.type !== 'met') return [];
    const days = new Map<string, { place: string | null; documents: Set<number> }>();
    for (const { document, date, attributes } of tie.evidence) {
      const day = attributes.date ?? date ?? '';
      const known = days.get(day) ?? { place: null, documents: new Set<number>() };
      days.set(day, known);
      known.place ??= attributes.place ?? null;
      known.documents.add(documentNumber.get(originals.get(document) ?? document) ?? 0);
    }
    return [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, { place, documents }]) => ({
        edge,
        date: day === '' ? null : day,
        place,
        documents: [...documents].sort((a, b) => a - b),
      }));
  });
  return {
    edge: rows.map(({ edge }) => edge),
    date: rows.map(({ date }) => date),
    place: rows.map(({ place }) => place),
    documents: rows.map(({ documents }) => documents),
  };
}
