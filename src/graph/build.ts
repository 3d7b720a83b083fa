/** The graph of a network: graphology's form, with metrics, sizes, colours and positions. */
import { MultiDirectedGraph } from 'graphology';
import type { Network, NetworkEntity, Tie } from '../network/network.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from './attributes.ts';
import { canKeep, keepLayout, type Position } from './keep-layout.ts';
import { setLayout } from './layout.ts';
import { type NetworkGraph, setMetrics } from './metrics.ts';

const UNKNOWN_COLOR = '#808080';
const SIZE = { least: 4, most: 22 } as const;

/**
 * Builds the graph: nodes and edges sorted by id, one edge for each tie. Weak ties are in it, but neither metrics nor
 * layout follow them. The same network gives the same graph.
 *
 * @param attributes title and generator, which exports show
 * @param known where nodes stood before, by id, and are to stay; for a drawing that somebody looks at
 */
export function buildGraph(
  network: Network,
  ontology: Ontology,
  attributes: GraphAttributes,
  known: ReadonlyMap<string, Position> = new Map(),
): NetworkGraph {
  const graph: NetworkGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  graph.replaceAttributes(attributes);
  const dates = new Map(network.documents.map(({ id, date }) => [id, date]));
  const names = new Map(network.entities.map(({ id, name }) => [id, name]));
  const facts: Facts = { dateOf: (id) => dates.get(id), nameOf: (id) => names.get(id) };
  // The two share what is said of a node or an edge: with a hundred thousand of them, a copy takes room.
  const stated = graph.nullCopy();
  for (const entity of network.entities) {
    const attributes = nodeAttributes(entity, facts, ontology);
    graph.addNode(entity.id, attributes);
    stated.addNode(entity.id, attributes);
  }
  for (const tie of network.ties) {
    const edge = edgeAttributes(tie, ontology);
    graph.addDirectedEdgeWithKey(tie.id, tie.source, tie.target, edge);
    if (ontology.relationTypes.get(tie.type)?.weak !== true) {
      stated.addDirectedEdgeWithKey(tie.id, tie.source, tie.target, edge);
    }
  }
  setMetrics(graph, stated);
  setSizes(graph);
  if (canKeep(graph, known)) keepLayout(graph, stated, (id) => known.get(id));
  else setLayout(graph, stated);
  return graph;
}

/** What the rest of a network says for the attributes of a node. */
export interface Facts {
  /** The date of a document. */
  dateOf(document: string): string | undefined;
  /** The name of an entity. */
  nameOf(entity: string): string | undefined;
}

/** The attributes of an entity's node; what the whole network makes of it is not worked out yet. */
export function nodeAttributes(entity: NetworkEntity, { dateOf, nameOf }: Facts, ontology: Ontology): NodeAttributes {
  let first: string | undefined;
  let last: string | undefined;
  for (const id of entity.documents) {
    const date = dateOf(id);
    if (date === undefined) continue;
    if (first === undefined || date < first) first = date;
    if (last === undefined || date > last) last = date;
  }
  const posts = entity.posts.map(
    ({ title, former, organisation }) => `${former ? '原' : ''}${title}（${nameOf(organisation) ?? organisation}）`,
  );
  return {
    label: entity.name,
    entityType: entity.type,
    aliases: [...entity.aliases],
    x: 0,
    y: 0,
    size: SIZE.least,
    color: ontology.entityTypes.get(entity.type)?.color ?? UNKNOWN_COLOR,
    community: 0,
    documents: entity.documents.length,
    mentions: entity.mentions.length,
    ...(first === undefined ? {} : { firstSeen: first }),
    ...(last === undefined ? {} : { lastSeen: last }),
    degree: 0,
    pagerank: 0,
    betweenness: 0,
    confidence: entity.confidence,
    ...(posts.length === 0 ? {} : { posts }),
    ...(entity.note === undefined ? {} : { note: entity.note }),
  };
}

/** The attributes of a tie's edge. */
export function edgeAttributes(tie: Tie, ontology: Ontology): EdgeAttributes {
  const type = ontology.relationTypes.get(tie.type);
  const { status, amount, currency, share, title, former, firstDate, lastDate, reviewed, note } = tie;
  const weight = Math.max(1, tie.documents);
  return {
    label: type?.zh ?? tie.type,
    relationType: tie.type,
    symmetric: type?.symmetric ?? false,
    weight,
    documents: tie.documents,
    confidence: tie.confidence,
    ...(firstDate === undefined ? {} : { firstDate }),
    ...(lastDate === undefined ? {} : { lastDate }),
    size: Math.round((1 + Math.log2(weight)) * 100) / 100,
    color: type?.color ?? UNKNOWN_COLOR,
    ...(status === undefined ? {} : { status }),
    ...(amount === undefined ? {} : { amount }),
    ...(currency === undefined ? {} : { currency }),
    ...(share === undefined ? {} : { share }),
    ...(title === undefined ? {} : { title }),
    ...(former === undefined ? {} : { former }),
    ...(reviewed === undefined ? {} : { reviewed }),
    ...(note === undefined ? {} : { note }),
  };
}

/** Radius by the root of the degree, so that the area shows how many ties a node has. */
function setSizes(graph: NetworkGraph): void {
  let most = 1;
  graph.forEachNode((_, { degree }) => {
    most = Math.max(most, degree);
  });
  graph.forEachNode((id, { degree }) => graph.setNodeAttribute(id, 'size', sizeOf(degree, most)));
}

/**
 * The radius of a node.
 *
 * @param most the largest degree of all nodes, at least 1
 */
export function sizeOf(degree: number, most: number): number {
  const share = Math.sqrt(degree / most);
  return Math.round((SIZE.least + (SIZE.most - SIZE.least) * share) * 100) / 100;
}
