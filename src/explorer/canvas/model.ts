/** What is worked out once of a network that is drawn. Pure. */
import type { ExplorerNetwork } from '../../outputs/explorer-data.ts';
import { buildIncidence, type Incidence } from './focus.ts';
import { nodeSizes } from './graph.ts';
import { boldNodes } from './style.ts';

/** A network with what drawing needs of it. */
export interface Model {
  readonly network: ExplorerNetwork;
  /** Where nodes are drawn now, in the layout's units; changed as the reader moves them. */
  readonly positions: { readonly x: Float64Array; readonly y: Float64Array };
  /** Half widths on screen, in reference pixels. */
  readonly radii: Float32Array;
  /** Nodes by falling importance: size, then ties, then number. */
  readonly order: Uint32Array;
  /** 1 for nodes whose names are set in bold. */
  readonly bold: Uint8Array;
  readonly incidence: Incidence;
}

/** Works it out. */
export function createModel(network: ExplorerNetwork): Model {
  const { nodes, edges } = network;
  const { size, degree } = nodes;
  const order = Uint32Array.from(size.keys()).sort(
    (a, b) => (size[b] ?? 0) - (size[a] ?? 0) || (degree[b] ?? 0) - (degree[a] ?? 0) || a - b,
  );
  return {
    network,
    positions: { x: Float64Array.from(nodes.x), y: Float64Array.from(nodes.y) },
    radii: nodeSizes(network),
    order,
    bold: boldNodes(order),
    incidence: buildIncidence(nodes.id.length, edges),
  };
}
