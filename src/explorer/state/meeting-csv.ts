/** Meetings as a spreadsheet. */
import { BYTE_ORDER_MARK, csvRow } from '../../outputs/csv.ts';
import { type Dataset, documentOf, entityTypeOf, nameOf } from './dataset.ts';
import type { Occasion } from './meetings.ts';
import { mainPost } from './ties.ts';

const COLUMNS = ['Date', 'Person', 'Post', 'Met', 'MetType', 'MetPost', 'Place', 'Sources', 'Documents'];

/** A CSV of meetings, one a line, in the order given. With `person`, that person stands first in each line. */
export function* toMeetingCsv(
  dataset: Dataset,
  occasions: readonly Occasion[],
  person: number | null,
): Generator<string> {
  yield BYTE_ORDER_MARK + csvRow(COLUMNS);
  for (const { a, b, date, place, documents } of occasions) {
    const [one, other] = b === person ? [b, a] : [a, b];
    const outlets = documents.map((document) => {
      const { publisher, title, id } = documentOf(dataset, document);
      return publisher ?? title ?? id;
    });
    yield csvRow([
      date ?? undefined,
      nameOf(dataset, one),
      mainPost(dataset, one) ?? undefined,
      nameOf(dataset, other),
      entityTypeOf(dataset, other).id,
      mainPost(dataset, other) ?? undefined,
      place ?? undefined,
      [...new Set(outlets)],
      documents.length,
    ]);
  }
}
