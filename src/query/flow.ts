/** What flows into a node and out of it: investors of investors, holdings of holdings, by breadth-first search. */
import type { TieEnds } from './adjacency.ts';

/** A tie from the one who owns, pays or takes part to what is owned, paid for or built. */
export interface FlowTie extends TieEnds {
  /** True where neither end stands before the other: such a tie is followed away from the start, on either side. */
  readonly either: boolean;
}

/** Which way to follow, and how far. */
export interface FlowRange {
  readonly up: boolean;
  readonly down: boolean;
  /** Steps from the start on each side. */
  readonly hops: number;
}

/** The part of a network that flows through one node. */
export interface Flow {
  /** Steps from the start: negative upstream, positive downstream, 0 for the start itself. */
  readonly levels: ReadonlyMap<number, number>;
  /** Numbers of the ties between the nodes of `levels`, ascending. */
  readonly ties: readonly number[];
  /** Nodes that further steps would bring in. */
  readonly further: number;
}

/**
 * Follows ties from `start`. A node that is reached on both sides stands on the nearer one; upstream where both are
 * equally near.
 *
 * @param passes ties to leave out give false
 */
export function traceFlow(
  ties: readonly FlowTie[],
  start: number,
  range: FlowRange,
  passes: (tie: number) => boolean = () => true,
): Flow {
  const before = new Map<number, number[]>();
  const after = new Map<number, number[]>();
  for (const [tie, { source, target, either }] of ties.entries()) {
    if (!passes(tie)) continue;
    put(after, source, target);
    put(before, target, source);
    if (either) {
      put(after, target, source);
      put(before, source, target);
    }
  }
  const up = range.up ? stepsFrom(before, start) : new Map([[start, 0]]);
  const down = range.down ? stepsFrom(after, start) : new Map([[start, 0]]);
  const levels = new Map<number, number>();
  let further = 0;
  for (const node of new Set([...up.keys(), ...down.keys()])) {
    const above = up.get(node) ?? Number.POSITIVE_INFINITY;
    const below = down.get(node) ?? Number.POSITIVE_INFINITY;
    if (Math.min(above, below) > range.hops) further++;
    else levels.set(node, node === start ? 0 : above <= below ? -above : below);
  }
  const inside = [...ties.keys()].filter((tie) => {
    const ends = ties[tie];
    return ends !== undefined && passes(tie) && levels.has(ends.source) && levels.has(ends.target);
  });
  return { levels, ties: inside, further };
}

function put(lists: Map<number, number[]>, node: number, other: number): void {
  const list = lists.get(node);
  if (list === undefined) lists.set(node, [other]);
  else list.push(other);
}

function stepsFrom(next: ReadonlyMap<number, readonly number[]>, start: number): Map<number, number> {
  const steps = new Map([[start, 0]]);
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] ?? start;
    for (const other of next.get(node) ?? []) {
      if (steps.has(other)) continue;
      steps.set(other, (steps.get(node) ?? 0) + 1);
      queue.push(other);
    }
  }
  return steps;
}
