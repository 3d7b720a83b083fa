/**
 * A graph that follows its network: after a small change only what has changed is another. What the whole network makes of
 * a node (place, community, metrics) stays as it was; what is new gets a place beside its neighbours, the community of
 * most of them, and the rank of a node that nothing is tied to. For a drawing that somebody looks at: a graph from
 * scratch is the canonical one.
 */
import type { NetworkChange } from '../network/growth/growing-network.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { EdgeAttributes, NodeAttributes } from './attributes.ts';
import { edgeAttributes, nodeAttributes, sizeOf } from './build.ts';
import { keepLayout } from './keep-layout.ts';
import type { NetworkGraph } from './metrics.ts';

/** What only the whole network can say of a node. */
const MEASURES = ['x', 'y', 'size', 'community', 'degree', 'pagerank', 'betweenness'] as const;

/** Share of the rank that PageRank gives to all nodes alike. */
const RANK_OF_ALL = 0.15;

/**
 * Brings a graph up to a network that has changed. Costs what has changed, and a look at each node's place.
 *
 * @param graph of the network before the change; is changed itself
 * @returns ids of the nodes of which something was measured anew, as far as they are still there
 */
export function followNetwork(graph: NetworkGraph, change: NetworkChange, ontology: Ontology): ReadonlySet<string> {
  const { now } = change;
  const facts = {
    dateOf: (id: string) => now.document(id)?.date,
    nameOf: (id: string) => now.entity(id)?.name,
  };
  const isWeak = ({ relationType }: EdgeAttributes) => ontology.relationTypes.get(relationType)?.weak === true;
  const touched = new Set<string>();
  for (const id of change.ties.keys()) {
    if (!graph.hasEdge(id)) continue;
    for (const end of graph.extremities(id)) touched.add(end);
    graph.dropEdge(id);
  }
  const fresh = new Set<string>();
  for (const id of change.entities.keys()) {
    const entity = now.entity(id);
    if (entity === undefined) {
      if (graph.hasNode(id)) graph.dropNode(id);
      continue;
    }
    const attributes = nodeAttributes(entity, facts, ontology);
    if (graph.hasNode(id))
      graph.replaceNodeAttributes(id, { ...attributes, ...measuresOf(graph.getNodeAttributes(id)) });
    else {
      graph.addNode(id, attributes);
      fresh.add(id);
      touched.add(id);
    }
  }
  for (const id of change.ties.keys()) {
    const tie = now.tie(id);
    if (tie === undefined) continue;
    graph.addDirectedEdgeWithKey(id, tie.source, tie.target, edgeAttributes(tie, ontology));
    touched.add(tie.source).add(tie.target);
  }
  for (const id of touched) if (!graph.hasNode(id)) touched.delete(id);
  measure(graph, touched, fresh, isWeak);
  if (fresh.size > 0) {
    const known = (id: string) => (fresh.has(id) ? undefined : graph.getNodeAttributes(id));
    keepLayout(graph, surroundings(graph, fresh, isWeak), known);
  }
  return touched;
}

function measuresOf(attributes: NodeAttributes): Pick<NodeAttributes, (typeof MEASURES)[number]> {
  const { x, y, size, community, degree, pagerank, betweenness } = attributes;
  return { x, y, size, community, degree, pagerank, betweenness };
}

function measure(
  graph: NetworkGraph,
  touched: ReadonlySet<string>,
  fresh: ReadonlySet<string>,
  isWeak: (edge: EdgeAttributes) => boolean,
): void {
  for (const id of touched) {
    graph.setNodeAttribute(id, 'degree', graph.filterEdges(id, (_, edge) => !isWeak(edge)).length);
  }
  let most = 1;
  let communities = 0;
  graph.forEachNode((_, { degree, community }) => {
    most = Math.max(most, degree);
    communities = Math.max(communities, community + 1);
  });
  for (const id of touched) graph.setNodeAttribute(id, 'size', sizeOf(graph.getNodeAttribute(id, 'degree'), most));
  const rank = Math.round((RANK_OF_ALL / graph.order) * 1e6) / 1e6;
  for (const id of [...fresh].sort()) {
    const found = new Map<number, number>();
    graph.forEachEdge(id, (_, edge, source, target) => {
      const other = source === id ? target : source;
      if (isWeak(edge) || fresh.has(other)) return;
      const community = graph.getNodeAttribute(other, 'community');
      found.set(community, (found.get(community) ?? 0) + 1);
    });
    const [best] = [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    graph.mergeNodeAttributes(id, { community: best?.[0] ?? communities++, pagerank: rank });
  }
}

/** The new nodes with what they are tied to by something stated. */
function surroundings(
  graph: NetworkGraph,
  fresh: ReadonlySet<string>,
  isWeak: (edge: EdgeAttributes) => boolean,
): NetworkGraph {
  const found = graph.nullCopy() as NetworkGraph;
  for (const id of fresh) found.mergeNode(id, graph.getNodeAttributes(id));
  for (const id of fresh) {
    graph.forEachEdge(id, (key, edge, source, target) => {
      if (isWeak(edge) || found.hasEdge(key)) return;
      for (const end of [source, target]) found.mergeNode(end, graph.getNodeAttributes(end));
      found.addDirectedEdgeWithKey(key, source, target, edge);
    });
  }
  return found;
}
