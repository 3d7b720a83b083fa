/** Packs separately laid-out parts: the largest in the middle, the others in rings around it. */

/** A laid-out part. */
export interface Part {
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number; readonly radius: number }[];
}

/** What is added to the positions of a part. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

const GAP = 14;

/** Offsets that put the parts side by side without overlap; the first part must be the largest. */
export function packParts(parts: readonly Part[]): Offset[] {
  const circles = parts.map(enclose);
  const first = circles[0];
  if (first === undefined) return [];
  const offsets: Offset[] = [{ x: -first.x, y: -first.y }];
  let ring = first.radius + GAP;
  let angle = 0;
  let widest = 0;
  for (const circle of circles.slice(1)) {
    // A new ring begins when the part would reach past the first one of this ring.
    let distance = ring + circle.radius;
    let half = Math.asin(Math.min(1, (circle.radius + GAP / 2) / distance));
    if (angle + 2 * half > 2 * Math.PI && angle > 0) {
      ring += 2 * widest + GAP;
      angle = 0;
      widest = 0;
      distance = ring + circle.radius;
      half = Math.asin(Math.min(1, (circle.radius + GAP / 2) / distance));
    }
    widest = Math.max(widest, circle.radius);
    angle += half;
    offsets.push({ x: distance * Math.cos(angle) - circle.x, y: distance * Math.sin(angle) - circle.y });
    angle += half;
  }
  return offsets;
}

function enclose({ nodes }: Part): { x: number; y: number; radius: number } {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
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
