/** From the numbers of questions (those of the network as it was loaded) to what is on the page now. */
import type { Decision, EntityRef } from '../../../curation/decision.ts';
import type { NodeDetail } from '../../../outputs/explorer-data.ts';
import { entityRef, tieRef } from '../../state/curation/references.ts';
import type { ReviewItem } from '../../state/curation/review.ts';
import { endsOf } from '../../state/dataset.ts';
import type { Lit } from '../../state/scene.ts';
import { useExplorer, useShards } from '../context.ts';

/** What a question is about, as the page has it now. */
export interface Basis {
  /** Node that a node of the loaded network is by now; undefined for one that is gone. */
  nodeOf(base: number): number | undefined;
  /** Edge that an edge of the loaded network is by now. */
  edgeOf(base: number): number | undefined;
  /** What it is about, for the drawing. */
  litOf(item: ReviewItem): Lit;
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
    litOf(item) {
      if (item.kind === 'tie') {
        const edge = edgeOf(item.edge);
        const nodes = Object.values(endsOf(base, item.edge)).flatMap((node) => nodeOf(node) ?? []);
        return { nodes: new Set(nodes), edges: new Set(edge === undefined ? [] : [edge]), bring: true };
      }
      const own = (item.kind === 'pair' ? [item.one, item.other] : [item.node]).flatMap((node) => nodeOf(node) ?? []);
      const edges = own.flatMap((node) => [...dataset.incident(node)].filter((edge) => dataset.weak[edge] === 0));
      const ends = edges.flatMap((edge) => Object.values(endsOf(dataset, edge)));
      return { nodes: new Set([...own, ...ends]), edges: new Set(edges), bring: true };
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
