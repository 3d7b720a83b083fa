/** Names nodes and edges for the ledger: by type, name and a document, which are there after a rebuild, too. */
import type { EntityRef, TieRef } from '../../../curation/decision.ts';
import type { EvidenceItem, NodeDetail } from '../../../outputs/explorer-data.ts';
import { type Dataset, documentOf, endsOf, entityTypeOf, nameOf, originalOf, relationTypeOf } from '../dataset.ts';

/** A node, with the first article that mentions it as witness. */
export function entityRef(dataset: Dataset, node: number, { mentions }: Pick<NodeDetail, 'mentions'>): EntityRef {
  const documents = mentions.map(([document]) => document);
  const [witness] = [...documents.filter((document) => originalOf(dataset, document) === document), ...documents];
  return refOf(dataset, node, witness);
}

/** An edge, with the first article that states it as witness for both ends. */
export function tieRef(dataset: Dataset, edge: number, evidence: readonly EvidenceItem[]): TieRef {
  const { source, target } = endsOf(dataset, edge);
  const witness = evidence[0]?.document;
  return [refOf(dataset, source, witness), relationTypeOf(dataset, edge).id, refOf(dataset, target, witness)];
}

function refOf(dataset: Dataset, node: number, witness: number | undefined): EntityRef {
  const [type, name] = [entityTypeOf(dataset, node).id, nameOf(dataset, node)];
  return witness === undefined ? [type, name] : [type, name, documentOf(dataset, witness).id];
}
