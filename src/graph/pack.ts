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

/**
 * Offsets that put the parts side by side without overlap, by front-chain packing (Wang et al., CHI 2006).
 *
 * @param parts the largest first
 */
export function packParts(parts: readonly Part[]): Offset[] {
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
