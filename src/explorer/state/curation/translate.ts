/** Carries a view over from one state of the network to the next. */
import { readAddress, writeAddress } from '../address.ts';
import type { Dataset } from '../dataset.ts';
import { carryCamera } from '../follow.ts';
import { initialView, type View } from '../view.ts';
import type { Curated } from './curate.ts';

/** A state of the network: as it was loaded, or curated. */
export interface NetworkState {
  readonly dataset: Dataset;
  /** Null for the network as it was loaded. */
  readonly curated: Curated | null;
}

/** The view `view` of one state, for another: what was joined is found under the name of the whole. */
export function translateView(from: NetworkState, to: NetworkState, view: View): View {
  const nodeId = nodeIds(to);
  const edgeId = edgeIds(to);
  const { network } = from.dataset;
  const { curated } = from;
  const nodes = network.nodes.id.map((_, node) => {
    const lead = curated?.entities[node]?.lead ?? node;
    return nodeId(curated === null ? node : curated.world.nodeOf(lead));
  });
  const edges = network.edges.id.map((_, edge) => edgeId(curated?.ties[edge]?.pieces[0]?.edge ?? edge));
  const known: Dataset = {
    ...from.dataset,
    network: {
      ...network,
      nodes: { ...network.nodes, id: nodes },
      edges: { ...network.edges, id: edges },
    },
  };
  const usual = initialView(to.dataset, view.language, view.theme);
  const { view: next } = readAddress(to.dataset, `#${writeAddress(known, view)}`, usual);
  return { ...next, camera: carryCamera(view.camera, from.dataset, to.dataset) };
}

/** Id in a state of a node of the network as it was loaded; empty for one that is gone. */
function nodeIds({ dataset, curated }: NetworkState): (base: number) => string {
  const { id } = dataset.network.nodes;
  return (base) => (curated === null ? id[base] : curated.idOf(base)) ?? '';
}

function edgeIds({ dataset, curated }: NetworkState): (base: number) => string {
  const { id } = dataset.network.edges;
  if (curated === null) return (base) => id[base] ?? '';
  const of = new Map(curated.ties.flatMap((tie) => tie.pieces.map(({ edge }) => [edge, tie.id] as const).reverse()));
  return (base) => of.get(base) ?? '';
}
