/** Places of a layered drawing from left to right, by dagre (Gansner et al., "A technique for drawing directed graphs", 1993). */
import dagre from '@dagrejs/dagre';

/** A box to place; width and height in pixels. */
export interface FlowBox {
  readonly key: string;
  readonly width: number;
  readonly height: number;
}

/** A line to place, with the room that its label needs, in pixels. */
export interface FlowLine {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly width: number;
  readonly height: number;
}

/** A point in pixels from the drawing's top left. */
export interface FlowPoint {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands: centres of boxes, bends of lines and centres of their labels. */
export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, FlowPoint>;
  readonly lines: ReadonlyMap<string, { readonly points: readonly FlowPoint[]; readonly label: FlowPoint }>;
}

const MARGIN = 16;

/** Lays boxes out in layers, with as few crossings as the method finds. The same input gives the same places. */
export function layOutFlow(boxes: readonly FlowBox[], lines: readonly FlowLine[]): FlowLayout {
  const graph = new dagre.graphlib.Graph({ multigraph: true, directed: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 22, edgesep: 14, ranksep: 40, marginx: MARGIN, marginy: MARGIN });
  for (const { key, width, height } of boxes) graph.setNode(key, { width, height });
  for (const { key, from, to, width, height } of lines) {
    graph.setEdge(from, to, { width, height, labelpos: 'c', minlen: 1 }, key);
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const byKey = new Map(boxes.map((box) => [box.key, box]));
  const placed = new Map<string, { points: FlowPoint[]; label: FlowPoint }>();
  for (const { key, from, to } of lines) {
    const { points, x, y } = graph.edge(from, to, key) as { points: FlowPoint[]; x: number; y: number };
    const [a, b] = [byKey.get(from), byKey.get(to)];
    if (a === undefined || b === undefined) continue;
    const label = { x, y };
    // The first and last point lie on the boxes' outlines; ports stand in their place. A bend beside the label goes.
    const bends = points.slice(1, -1).filter((point) => Math.abs(point.x - x) > 1);
    const inner = [...bends, label].sort((p, q) => p.x - q.x);
    const [start, end] = [graph.node(from) as FlowPoint, graph.node(to) as FlowPoint];
    if (start.x > end.x) inner.reverse();
    const line = [port(a, start, inner[0] ?? end), ...inner, port(b, end, inner.at(-1) ?? start)];
    placed.set(key, { points: line, label });
  }
  return {
    width: Math.max(width, 2 * MARGIN),
    height: Math.max(height, 2 * MARGIN),
    boxes: new Map(
      boxes.map(({ key }) => {
        const { x, y } = graph.node(key) as FlowPoint;
        return [key, { x, y }];
      }),
    ),
    lines: placed,
  };
}

/**
 * A smooth SVG path through points: level at each of them, so that lines leave and reach boxes straight and a label in
 * the middle sits on its line.
 */
export function smoothPath(points: readonly FlowPoint[]): string {
  const [first, ...rest] = points;
  if (first === undefined || rest.length === 0) return '';
  let path = `M${first.x} ${first.y}`;
  let at = first;
  for (const next of rest) {
    const middle = (at.x + next.x) / 2;
    path += `C${middle} ${at.y} ${middle} ${next.y} ${next.x} ${next.y}`;
    at = next;
  }
  return path;
}

/** Where a line meets a box's side: level with its next bend, but within the box. */
function port(box: FlowBox, centre: FlowPoint, towards: FlowPoint): FlowPoint {
  const reach = box.height / 2 - 8;
  const side = towards.x >= centre.x ? 1 : -1;
  const offset = Math.max(-reach, Math.min(reach, (towards.y - centre.y) / 4));
  return { x: centre.x + (side * box.width) / 2, y: centre.y + offset };
}
