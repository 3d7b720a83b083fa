/** From the numbers of questions (those of the network as it was loaded) to what is on the page now. */
import type { Decision, EntityRef } from '../../../curation/decision.ts';
import type { NodeDetail } from '../../../outputs/explorer-data.ts';
import { entityRef, tieRef } from '../../state/curation/references.ts';
import type { ReviewItem } from '../../state/curation/review.ts';
import { endsOf } from '../../state/dataset.ts';
import type { Selection } from '../../state/view.ts';
import { useExplorer, useShards } from '../context.ts';

/** What a question is about, as the page has it now. */
export interface Basis {
  /** Node that a node of the loaded network is by now; undefined for one that is gone. */
  nodeOf(base: number): number | undefined;
  /** Edge that an edge of the loaded network is by now. */
  edgeOf(base: number): number | undefined;
  selectionOf(item: ReviewItem): Selection | null;
  /** The node that `M` merges with another. */
  mergeNode(item: ReviewItem): number | undefined;
  refOf(node: number, detail: NodeDetail): EntityRef;
  /** The decisions that answer for a tie; undefined until its sentences have arrived. */
  tieAnswers(base: number): { readonly yes: Decision; readonly no: Decision } | undefined;
}

/** The basis of the network as it stands. */
export function useBasis(): Basis {
  const { dataset, curated, base } = useExplorer();
  const shards = useShards();
  const nodeOf = (node: number) => (curated === null ? node : curated.nodeOfAtom(node));
  const edgeOf = (edge: number) => {
    if (curated === null) return edge;
    const found = curated.ties.findIndex(({ pieces }) => pieces.some((piece) => piece.edge === edge));
    return found < 0 ? undefined : found;
  };
  return {
    nodeOf,
    edgeOf,
    selectionOf(item) {
      if (item.kind === 'tie') {
        const edge = edgeOf(item.edge);
        return edge === undefined ? null : { kind: 'edge', edge };
      }
      const node = nodeOf(item.kind === 'pair' ? item.one : item.node);
      return node === undefined ? null : { kind: 'node', node };
    },
    mergeNode: (item) =>
      nodeOf(item.kind === 'tie' ? endsOf(base, item.edge).source : item.kind === 'pair' ? item.one : item.node),
    refOf: (node, detail) => entityRef(dataset, node, detail),
    tieAnswers(item) {
      const edge = edgeOf(item);
      const evidence = edge === undefined ? undefined : shards.evidence(edge);
      if (edge === undefined || evidence?.status !== 'ready') return undefined;
      const tie = tieRef(dataset, edge, evidence.value);
      return { yes: { do: 'confirm', tie }, no: { do: 'reject', tie } };
    },
  };
}
