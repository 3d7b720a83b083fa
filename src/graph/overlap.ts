/** Overlap removal: nodes are pushed apart until each has its room, and drawn back to where the layout put them. */
import { forceCollide, forceSimulation, forceX, forceY } from 'd3-force';

/** A node with its place and radius. */
export interface Disc {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/**
 * Steps: enough for a dense cluster of a few hundred nodes, fewer where each is dear. A part of more nodes than a page
 * draws is left as it is: whoever looks at some of it sees few that are near to one another.
 */
const TICKS = { small: 160, large: 0, smallUntil: 8000, largeFrom: 24_000 } as const;

/** How strongly a node is drawn back: little, so that room wins. */
const HOME = 0.03;

/**
 * Moves discs so that they do not overlap; d3-force's random source is fixed, so equal input gives equal output.
 *
 * @param margin room around each disc
 * @param effort share of the usual number of steps
 */
export function pushApart(discs: readonly Disc[], margin: number, effort = 1): Disc[] {
  const moving = discs.map((disc) => ({ ...disc, homeX: disc.x, homeY: disc.y, vx: 0, vy: 0 }));
  const simulation = forceSimulation(moving)
    .force(
      'collide',
      forceCollide<(typeof moving)[number]>(({ radius }) => radius + margin)
        .strength(0.9)
        .iterations(3),
    )
    .force('x', forceX<(typeof moving)[number]>(({ homeX }) => homeX).strength(HOME))
    .force('y', forceY<(typeof moving)[number]>(({ homeY }) => homeY).strength(HOME))
    .stop();
  simulation.tick(Math.round(ticksFor(discs.length) * effort));
  return moving.map(({ id, x, y, radius }) => ({ id, x, y, radius }));
}

function ticksFor(count: number): number {
  const { small, large, smallUntil, largeFrom } = TICKS;
  const share = Math.min(1, Math.max(0, (count - smallUntil) / (largeFrom - smallUntil)));
  return Math.round(small + (large - small) * share);
}
