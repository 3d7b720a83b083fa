/** Documents of a network that is loaded in parts: they come with whatever names them, and keep their numbers. */
import type { DocumentSummary } from '../../../outputs/explorer-data.ts';
import type { ServedDocument } from '../../../outputs/served.ts';

/** All documents that the page has heard of. */
export interface DocumentTable {
  /** Grows at its end. */
  readonly list: readonly DocumentSummary[];
  /** Takes up documents of an answer, and gives their numbers in the same order. */
  take(documents: readonly ServedDocument[]): number[];
}

/** Makes an empty table. */
export function createDocumentTable(): DocumentTable {
  const list: DocumentSummary[] = [];
  const numbers = new Map<string, number>();
  return {
    list,
    take(documents) {
      const taken = documents.map(({ id }) => {
        const number = numbers.get(id) ?? numbers.size;
        numbers.set(id, number);
        return number;
      });
      for (const [index, document] of documents.entries()) {
        const number = taken[index] ?? 0;
        const { reprintOf } = document;
        list[number] = { ...document, reprintOf: reprintOf === null ? null : (numbers.get(reprintOf) ?? null) };
      }
      return taken;
    },
  };
}
