/**
 * Positions for a network that has grown: what was drawn before stays where it was, and what is new finds a free place
 * beside what it is tied to. Meant for a page that is open meanwhile; a layout from scratch is the canonical one.
 */
import { componentsOf, layoutPart, MARGIN } from './layout.ts';
import type { NetworkGraph } from './metrics.ts';

/** A place in layout units. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Share of nodes that must have been drawn before; with less, a layout from scratch serves the reader better. */
const LEAST_KNOWN = 0.5;

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Whether enough of the graph has a place for the rest to be fitted in. */
export function canKeep(graph: NetworkGraph, known: ReadonlyMap<string, Position>): boolean {
  let kept = 0;
  graph.forEachNode((id) => {
    if (known.has(id)) kept++;
  });
  return graph.order > 0 && kept >= LEAST_KNOWN * graph.order;
}

/**
 * Sets `x` and `y` of every node: the known ones as they were, each new one near the middle of its placed neighbours,
 * and parts that are tied to nothing known, laid out by themselves, in free places around the middle.
 *
 * @param stated the graph without weak ties; it has the new nodes and what they are tied to, and may have the others
 * @param known where a node stood
 */
export function keepLayout(
  graph: NetworkGraph,
  stated: NetworkGraph,
  known: (id: string) => Position | undefined,
): void {
  const room = createRoom();
  const open = new Set<string>();
  graph.forEachNode((id, { x, y, size }) => {
    const position = known(id);
    if (position === undefined) {
      open.add(id);
      return;
    }
    if (position.x !== x || position.y !== y) graph.mergeNodeAttributes(id, { x: position.x, y: position.y });
    room.take({ x: position.x, y: position.y }, size);
  });
  const place = (id: string, position: Position) => {
    graph.mergeNodeAttributes(id, { x: round(position.x), y: round(position.y) });
    open.delete(id);
  };

  // Waves: those tied to something placed come first, then those tied to them.
  for (let placed = true; placed; ) {
    placed = false;
    for (const id of [...open].sort()) {
      const neighbours = stated.neighbors(id).filter((other) => !open.has(other));
      if (neighbours.length === 0) continue;
      const middle = meanOf(neighbours.map((other) => graph.getNodeAttributes(other)));
      const size = graph.getNodeAttribute(id, 'size');
      place(id, room.take(room.near(middle, size), size));
      placed = true;
    }
  }
  // What is still open is tied to nothing that is placed.
  for (const part of componentsOf(stated, open)) {
    const { nodes } = layoutPart(graph, stated, part);
    const middle = meanOf(nodes);
    const radius = Math.max(...nodes.map(({ x, y, radius }) => Math.hypot(x - middle.x, y - middle.y) + radius));
    const spot = room.near({ x: 0, y: 0 }, radius);
    for (const { id, x, y, radius: own } of nodes) {
      const position = { x: spot.x + x - middle.x, y: spot.y + y - middle.y };
      place(id, position);
      room.take(position, own);
    }
  }
}

const round = (value: number) => Math.round(value * 100) / 100;

function meanOf(points: readonly Position[]): Position {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, points.length), y: sum.y / Math.max(1, points.length) };
}

/** Side of a cell of the grid in which circles are looked up. */
const CELL = 128;

/** A number of its own for each cell of a grid of a million by a million. */
const cellOf = (column: number, row: number): number => column * 1e6 + row;

/** Knows which places are taken by circles. */
function createRoom() {
  const cells = new Map<number, { readonly at: Position; readonly radius: number }[]>();
  let largest = 0;
  const isFree = (at: Position, radius: number): boolean => {
    const reach = radius + largest + MARGIN / 2;
    for (let column = Math.floor((at.x - reach) / CELL); column <= Math.floor((at.x + reach) / CELL); column++) {
      for (let row = Math.floor((at.y - reach) / CELL); row <= Math.floor((at.y + reach) / CELL); row++) {
        for (const other of cells.get(cellOf(column, row)) ?? []) {
          const distance = Math.hypot(other.at.x - at.x, other.at.y - at.y);
          if (distance < other.radius + radius + MARGIN / 2) return false;
        }
      }
    }
    return true;
  };
  return {
    /** Takes a place for a circle, and gives it back. */
    take(at: Position, radius: number): Position {
      const key = cellOf(Math.floor(at.x / CELL), Math.floor(at.y / CELL));
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [{ at, radius }]);
      else cell.push({ at, radius });
      largest = Math.max(largest, radius);
      return at;
    },
    /** The first free place for a circle on a sunflower's spiral around a point (H. Vogel, 1979). */
    near(around: Position, radius: number): Position {
      const step = Math.max(radius, MARGIN) / 2;
      for (let index = 0; ; index++) {
        const distance = step * Math.sqrt(index);
        const angle = index * GOLDEN_ANGLE;
        const at = { x: around.x + distance * Math.cos(angle), y: around.y + distance * Math.sin(angle) };
        if (isFree(at, radius)) return at;
      }
    },
  };
}
