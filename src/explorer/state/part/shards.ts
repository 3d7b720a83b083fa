/** Texts and evidence of a part, one by one from the server. What is not loaded cannot be named, and is left out. */
import type { DocumentText, EvidenceItem, NodeDetail, OccasionColumns } from '../../../outputs/explorer-data.ts';
import type { EdgeName } from '../../../outputs/served.ts';
import { type Dataset, endsOf, relationTypeOf } from '../dataset.ts';
import { createLoadables, type Loadable } from '../loadables.ts';
import type { Shards } from '../shards.ts';
import type { DocumentTable } from './documents.ts';
import type { Questions } from './questions.ts';

/** Opens what belongs to a part; documents are taken up into `table`. */
export function createServedShards(dataset: Dataset, table: DocumentTable, questions: Questions): Shards {
  const { read, retry, version, subscribe } = createLoadables();
  const { nodes } = dataset.network;
  const idOf = (node: number): string => nodes.id[node] ?? '';
  const nameOf = (edge: number): EdgeName => {
    const { source, target } = endsOf(dataset, edge);
    return [idOf(source), relationTypeOf(dataset, edge).id, idOf(target)];
  };
  return {
    evidence: (edge): Loadable<readonly EvidenceItem[]> =>
      read(`edge ${edge}`, async () => {
        const { items, documents } = await questions.evidence(nameOf(edge));
        const numbers = table.take(documents);
        return items.map((item) => ({ ...item, document: numbers[item.document] ?? 0 }));
      }),
    detail: (node): Loadable<NodeDetail> =>
      read(`node ${node}`, async () => {
        const { mentions, posts, merges, splits, documents, capped } = await questions.node(idOf(node));
        const numbers = table.take(documents);
        return {
          mentions: mentions.map(([document, start, end]) => [numbers[document] ?? 0, start, end] as const),
          posts,
          merges,
          splits,
          ...cutWhere(capped),
        };
      }),
    text: (document): Loadable<DocumentText> =>
      read(`document ${document}`, async () => {
        const { text, mentions, statements, documents, capped } = await questions.article(
          table.list[document]?.id ?? '',
        );
        table.take(documents);
        return {
          text,
          mentions: mentions.flatMap(([start, end, id]) => withNumber(start, end, dataset.nodeByKey.get(id))),
          statements: statements.flatMap(([start, end, name]) =>
            withNumber(start, end, dataset.edgeByKey.get(name.join('|'))),
          ),
          ...cutWhere(capped),
        };
      }),
    occasions: (): Loadable<OccasionColumns> =>
      read('occasions', async () => {
        const met = nodes.id.length === 0 ? [] : meetings(dataset);
        const { rows, documents, capped } = await questions.occasions(met.map(nameOf));
        const numbers = table.take(documents);
        return {
          edge: rows.map(({ edge }) => met[edge] ?? 0),
          date: rows.map(({ date }) => date),
          place: rows.map(({ place }) => place),
          documents: rows.map((row) => row.documents.map((index) => numbers[index] ?? 0)),
          ...cutWhere(capped),
        };
      }),
    retry,
    version,
    subscribe,
  };
}

const cutWhere = (capped: boolean): { readonly cut?: true } => (capped ? { cut: true } : {});

function withNumber(start: number, end: number, number: number | undefined): [number, number, number][] {
  return number === undefined ? [] : [[start, end, number]];
}

function meetings(dataset: Dataset): number[] {
  return dataset.network.edges.id.flatMap((_, edge) => (relationTypeOf(dataset, edge).id === 'met' ? [edge] : []));
}
