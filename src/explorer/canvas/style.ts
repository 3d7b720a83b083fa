/** Decisions on looks, as pure functions: what a node or an edge is drawn with, before anything draws. */

import { STATUSES, type Status } from '../../ontology/status.ts';
import type { ExplorerNetwork } from '../../outputs/explorer-data.ts';
import { mix, withContrast } from './color.ts';
import { type CanvasTheme, COMMUNITY_COLORS, OTHER_COMMUNITY_COLOR } from './theme.ts';
import type { CanvasView } from './types.ts';

/** Radii in pixels at a full view of a network that suits its window. */
const MIN_RADIUS = 3.8;
const MAX_RADIUS = 17;

/** Radii of all nodes, in reference pixels. The span of the sizes is kept, but neither specks nor moons come out. */
export function nodeRadii(sizes: readonly number[]): Float32Array {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const size of sizes) {
    low = Math.min(low, size);
    high = Math.max(high, size);
  }
  const span = high - low;
  return Float32Array.from(sizes, (size) =>
    span > 0 ? MIN_RADIUS + ((MAX_RADIUS - MIN_RADIUS) * (size - low)) / span : (MIN_RADIUS + MAX_RADIUS) / 3,
  );
}

/** Factor on all radii and line widths for a window of `width` × `height` pixels that shows `count` nodes. */
export function sizeFactor(width: number, height: number, count: number): number {
  const room = Math.sqrt((width * height) / (Math.max(count, 1) * 7000));
  return Math.min(1.2, Math.max(0.4, room));
}

/** Half widths of the shapes to a circle's radius, so that all cover about the same area. */
export const SHAPE_SCALE = { circle: 1, square: 0.9, diamond: 1.22, triangle: 1.25 } as const;

/** Fill of a node: its type's or its community's colour, strong enough to be seen on the background. */
export function nodeColor(network: ExplorerNetwork, node: number, colorBy: CanvasView['colorBy'], theme: CanvasTheme) {
  const community = network.nodes.community[node] ?? -1;
  const color =
    colorBy === 'community'
      ? (COMMUNITY_COLORS[community] ?? OTHER_COMMUNITY_COLOR)
      : (network.entityTypes[network.nodes.type[node] ?? 0]?.color ?? OTHER_COMMUNITY_COLOR);
  return withContrast(color, theme.background, 2.2);
}

/** How an edge is drawn. Widths in reference pixels, dashes in pixels (a gap of 0 draws a whole line). */
export interface EdgeLook {
  /** Colour at rest and colour when it belongs to the focus. */
  readonly rest: string;
  readonly lit: string;
  readonly width: number;
  readonly dash: number;
  readonly gap: number;
  readonly arrow: boolean;
}

const PATTERNS = { solid: [0, 0], dashed: [7, 4], dotted: [2, 3.5] } as const;

/** The look of one edge. */
export function edgeLook(network: ExplorerNetwork, edge: number, theme: CanvasTheme): EdgeLook {
  const type = network.relationTypes[network.edges.type[edge] ?? 0];
  const color = type?.color ?? OTHER_COMMUNITY_COLOR;
  const weak = type?.weak ?? false;
  const status: Status | null = network.edges.status[edge] ?? null;
  const [dash, gap] = PATTERNS[status === null ? 'solid' : STATUSES[status].line];
  const lit = withContrast(color, theme.background, 3);
  const documents = Math.max(network.edges.documents[edge] ?? 1, 1);
  return {
    rest: mix(lit, theme.background, weak ? Math.min(theme.edgeFade + 0.2, 0.9) : theme.edgeFade),
    lit,
    width: weak ? 0.8 : Math.min(1.5 + Math.log2(documents) * 0.6, 4.5),
    dash,
    gap,
    arrow: !(type?.symmetric ?? true),
  };
}

/** True for the few nodes whose names are set in bold: a twelfth of all, at most thirty. `order` is by importance. */
export function boldNodes(order: Uint32Array): Uint8Array {
  const bold = new Uint8Array(order.length);
  for (const node of order.subarray(0, Math.min(30, Math.ceil(order.length / 12)))) bold[node] = 1;
  return bold;
}

/** Bend between neighbouring edges of one pair of nodes, as a share of their length; narrower the more there are. */
export function parallelSpread(count: number): number {
  return count < 2 ? 0 : Math.min(0.26, 0.9 / (count - 1));
}
