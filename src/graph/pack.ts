/** Packs separately laid-out parts into one round whole, the largest in the middle. */
import { packSiblings } from 'd3-hierarchy';

/** A laid-out part. */
export interface Part {
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number; readonly radius: number }[];
}

/** What is added to the positions of a part. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

/** Room around a part; a lone node needs little. */
const GAP = { part: 12, lone: 4 } as const;

/** Of more lone nodes than this the rest stand around all else: packing takes more than twice as long for twice as many. */
const LONE_PACKED = 2000;

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Offsets that put the parts side by side without overlap, by front-chain packing (Wang et al., CHI 2006); very many
 * lone nodes stand around them like the seeds of a sunflower (H. Vogel, 1979).
 *
 * @param parts the largest first
 */
export function packParts(parts: readonly Part[]): Offset[] {
  const lone = parts.findIndex(({ nodes }) => nodes.length === 1);
  const packed = lone < 0 ? parts.length : lone + LONE_PACKED;
  const offsets = packClosely(parts.slice(0, packed));
  return [...offsets, ...surround(parts.slice(0, packed), offsets, parts.slice(packed))];
}

function surround(inner: readonly Part[], offsets: readonly Offset[], lone: readonly Part[]): Offset[] {
  let extent = 0;
  for (const [index, { nodes }] of inner.entries()) {
    const { x, y } = offsets[index] ?? { x: 0, y: 0 };
    for (const node of nodes) extent = Math.max(extent, Math.hypot(node.x + x, node.y + y) + node.radius);
  }
  const radius = lone.reduce((most, { nodes }) => Math.max(most, nodes[0]?.radius ?? 0), 0);
  // Seeds at the distance c·√n are nowhere nearer to one another than 1.5 c.
  const step = (2 * (radius + GAP.lone)) / 1.5;
  const first = Math.ceil(((extent + 2 * (radius + GAP.lone)) / step) ** 2);
  return lone.map(({ nodes: [node] }, index) => {
    const distance = step * Math.sqrt(first + index);
    const angle = (first + index) * GOLDEN_ANGLE;
    return { x: distance * Math.cos(angle) - (node?.x ?? 0), y: distance * Math.sin(angle) - (node?.y ?? 0) };
  });
}

function packClosely(parts: readonly Part[]): Offset[] {
  const circles = parts.map(enclose);
  const packed = packSiblings(
    circles.map(({ radius }, index) => ({ r: radius + ((parts[index]?.nodes.length ?? 0) > 1 ? GAP.part : GAP.lone) })),
  );
  const first = packed[0] ?? { x: 0, y: 0 };
  return packed.map(({ x, y }, index) => {
    const circle = circles[index] ?? { x: 0, y: 0 };
    return { x: x - first.x - circle.x, y: y - first.y - circle.y };
  });
}

function enclose({ nodes }: Part): { x: number; y: number; radius: number } {
  let [left, right, bottom, top] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { x, y } of nodes) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  const center = { x: (left + right) / 2, y: (bottom + top) / 2 };
  const radius = nodes.reduce(
    (most, node) => Math.max(most, Math.hypot(node.x - center.x, node.y - center.y) + node.radius),
    0,
  );
  return { ...center, radius };
}
