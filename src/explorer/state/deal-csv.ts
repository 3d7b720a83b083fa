/** Money ties as a spreadsheet. */
import { BYTE_ORDER_MARK, csvRow } from '../../outputs/csv.ts';
import type { EvidenceItem } from '../../outputs/explorer-data.ts';
import { type Dataset, documentOf, nameOf, originalOf, relationTypeOf } from './dataset.ts';
import type { MoneyTie } from './investors.ts';
import { figuresOf } from './ties.ts';

const COLUMNS = [
  'Investor',
  'Relation',
  'Target',
  'Amount',
  'Currency',
  'Qualifier',
  'Share',
  'FirstDate',
  'LastDate',
  'Status',
  'JointDeal',
  'AllFigures',
  'Sources',
  'Documents',
  'Confidence',
  'Sentence',
];

/** Names of those who published evidence, each once, reprints under their original. */
export function outletsOf(dataset: Dataset, items: readonly EvidenceItem[]): string[] {
  const names = items.map(({ document }) => {
    const { publisher, title, id } = documentOf(dataset, originalOf(dataset, document));
    return publisher ?? title ?? id;
  });
  return [...new Set(names)];
}

/**
 * A CSV of money ties, one a line. `JointDeal` numbers deals whose one amount several lines share; `AllFigures` holds
 * every figure that any source gives. `subsidiary_of`, which is stored from the
 * subsidiary, is read from its parent and called `parent_of`.
 *
 * @param evidence sentences of each tie, in the order of `ties`
 */
export function* toDealCsv(
  dataset: Dataset,
  ties: readonly MoneyTie[],
  evidence: readonly (readonly EvidenceItem[])[],
): Generator<string> {
  const { edges } = dataset.network;
  yield BYTE_ORDER_MARK + csvRow(COLUMNS);
  for (const [i, { edge, source, target, reversed }] of ties.entries()) {
    const items = evidence[i] ?? [];
    const best = [...items].sort((a, b) => b.confidence - a.confidence)[0];
    const joint = edges.joint[edge] ?? null;
    yield csvRow([
      nameOf(dataset, source),
      reversed ? 'parent_of' : relationTypeOf(dataset, edge).id,
      nameOf(dataset, target),
      edges.amount[edge] ?? undefined,
      edges.currency[edge] ?? undefined,
      edges.qualifier[edge] ?? undefined,
      edges.share[edge] ?? undefined,
      edges.firstDate[edge] ?? undefined,
      edges.lastDate[edge] ?? undefined,
      edges.status[edge] ?? undefined,
      joint === null ? undefined : `J${joint + 1}`,
      figuresOf(items).map(({ amount, currency, share }) =>
        amount === undefined ? `${share}` : `${amount} ${currency}`,
      ),
      outletsOf(dataset, items),
      edges.documents[edge] ?? 0,
      edges.confidence[edge] ?? 0,
      best?.sentence,
    ]);
  }
}
