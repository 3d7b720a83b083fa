/** The graph of what was resolved: from scratch, around the places that a page shows, or the one before, followed. */
import type { Config } from '../../config/schema.ts';
import { buildGraph } from '../../graph/build.ts';
import { followNetwork } from '../../graph/follow.ts';
import type { NetworkGraph } from '../../graph/metrics.ts';
import type { Network } from '../../network/network.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import type { NetworkDifference } from '../store/network-table.ts';
import { GENERATOR } from '../version.ts';
import { readPositions } from '../write/positions.ts';
import type { Layout } from './output-note.ts';

/** What a drawing may begin from. */
export interface DrawOptions {
  /** What differs from the network that `drawn` shows. */
  readonly difference: NetworkDifference | undefined;
  /** The graph before, which may be changed; undefined where none is at hand, or none that may be built upon. */
  readonly drawn: NetworkGraph | undefined;
  readonly layout: Layout;
  /** The output folder. */
  readonly output: string;
}

/** A graph. */
export interface Drawing {
  readonly graph: NetworkGraph;
  /** Where the graph before was followed: the nodes of which something was measured anew. */
  readonly followed?: ReadonlySet<string>;
}

/** Share of the nodes and edges above which a change is worth measuring everything anew. */
const MOST_FOLLOWED = 0.05;

/** Draws a network. */
export async function draw(
  network: Network,
  ontology: Ontology,
  config: Config,
  { difference, drawn, layout, output }: DrawOptions,
): Promise<Drawing> {
  if (drawn !== undefined && difference !== undefined) {
    const { change } = difference;
    if (change.entities.size + change.ties.size <= MOST_FOLLOWED * (drawn.order + drawn.size)) {
      return { graph: drawn, followed: followNetwork(drawn, change, ontology) };
    }
  }
  const at = drawn?.mapNodes((id, { x, y }) => [id, { x, y }] as const);
  const known = layout === 'keep' ? (at === undefined ? await readPositions(output) : new Map(at)) : new Map();
  return { graph: buildGraph(network, ontology, { title: config.title ?? '关系', generator: GENERATOR }, known) };
}
