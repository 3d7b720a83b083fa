/**
 * The network as decisions leave it, at once: what the next build will say, as far as the page can tell. Numbers,
 * dates and confidence of ties that were joined or divided are worked out from their sentences, as a build does; what
 * needs the whole corpus (positions, centrality, communities) stays as it was.
 */
import type { LedgerLine, Outcome } from '../../../curation/decision.ts';
import { assignIds } from '../../../curation/ids.ts';
import { type CuratedEntity, type Replay, replay } from '../../../curation/replay.ts';
import type { ExplorerNetwork, NodeColumns } from '../../../outputs/explorer-data.ts';
import { type Dataset, documentOf, entityTypeOf, nameOf, originalOf } from '../dataset.ts';
import type { Shards } from '../shards.ts';
import { type CuratedTie, curateTies } from './ties.ts';
import { createPageWorld, type PageWorld } from './world.ts';

/** A curated network, and where its parts come from. Numbers of the network as it was loaded are called base numbers. */
export interface Curated {
  readonly network: ExplorerNetwork;
  readonly world: PageWorld;
  readonly replay: Replay;
  /** The entity of each node. */
  readonly entities: readonly CuratedEntity[];
  /** The ties of each edge. */
  readonly ties: readonly CuratedTie[];
  /** Node of an atom (a base node, or a part of one); undefined for one that is no name. */
  readonly nodeOfAtom: (atom: number) => number | undefined;
  /** Id, in this network, of a base node. */
  readonly idOf: (node: number) => string | undefined;
  readonly outcomes: readonly Outcome[];
  /** True while something that matters is still on its way. */
  readonly waits: boolean;
}

/** Carries out decisions on a loaded network. */
export function curate(dataset: Dataset, shards: Shards, lines: readonly LedgerLine[]): Curated {
  const world = createPageWorld(dataset, shards);
  const result = replay(lines, world);
  const base = dataset.network.nodes.id.map((id, node) => ({
    id,
    name: nameOf(dataset, node),
    type: entityTypeOf(dataset, node).id,
  }));
  const ids = assignIds(result.entities, base);
  const order = ids.map((_, index) => index).sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
  const entities = order.flatMap((index) => result.entities[index] ?? []);
  const nodeOfAtom = new Map<number, number>();
  for (const [node, { atoms }] of entities.entries()) for (const atom of atoms) nodeOfAtom.set(atom, node);
  const nodeIds = order.map((index) => ids[index] ?? '');
  const { ties, waits, missing } = curateTies(dataset, shards, world, result, nodeOfAtom, nodeIds);
  const nodes = nodeColumns(dataset, world, entities, nodeIds);
  return {
    network: { ...dataset.network, nodes: withDegrees(dataset, nodes, ties), edges: edgeColumns(dataset, ties) },
    world,
    replay: result,
    entities,
    ties,
    nodeOfAtom: (atom) => nodeOfAtom.get(atom),
    idOf: (node) => nodeIds[nodeOfAtom.get(node) ?? -1],
    outcomes: result.outcomes.map((outcome) => {
      const verdict = missing.get(outcome.line);
      return verdict === undefined ? outcome : { ...outcome, lapse: { kind: 'no-tie', tie: verdict.ref } };
    }),
    waits: waits || result.waiting.size > 0 || world.waits(),
  };
}

function nodeColumns(
  dataset: Dataset,
  world: PageWorld,
  entities: readonly CuratedEntity[],
  ids: readonly string[],
): NodeColumns {
  const { nodes, entityTypes } = dataset.network;
  const types = new Map(entityTypes.map(({ id }, index) => [id, index]));
  const nodesOf = ({ atoms }: CuratedEntity) => [...new Set(atoms.map(world.nodeOf))];
  const pick = <T>(column: readonly T[]) => entities.map((entity) => column[world.nodeOf(entity.lead)] as T);
  const most = (column: readonly number[]) =>
    entities.map((entity) =>
      entity.changed ? Math.max(...nodesOf(entity).map((node) => column[node] ?? 0)) : (column[entity.lead] ?? 0),
    );
  const mentions = entities.map((entity) => mentionsOf(dataset, world, entity));
  return {
    id: ids,
    label: entities.map(({ name }) => name),
    type: entities.map(({ type }) => types.get(type) ?? 0),
    aliases: entities.map((entity) => aliasesOf(dataset, world, entity)),
    pinyin: entities.map((entity) =>
      entity.name === nameOf(dataset, world.nodeOf(entity.lead)) ? (nodes.pinyin[world.nodeOf(entity.lead)] ?? '') : '',
    ),
    // A part that was split off lies beside what it was a part of.
    x: entities.map(
      ({ lead }) => (nodes.x[world.nodeOf(lead)] ?? 0) + (lead < dataset.nodeCount ? 0 : offset(dataset, world, lead)),
    ),
    y: entities.map(
      ({ lead }) => (nodes.y[world.nodeOf(lead)] ?? 0) + (lead < dataset.nodeCount ? 0 : offset(dataset, world, lead)),
    ),
    size: most(nodes.size),
    community: pick(nodes.community),
    documents: mentions.map(({ documents }) => documents),
    mentions: mentions.map((counted) => counted.mentions),
    firstSeen: mentions.map(({ firstSeen }) => firstSeen),
    lastSeen: mentions.map(({ lastSeen }) => lastSeen),
    degree: pick(nodes.degree),
    pagerank: most(nodes.pagerank),
    betweenness: most(nodes.betweenness),
    confidence: most(nodes.confidence),
    note: entities.map(({ note, lead, changed }) =>
      changed ? joinNotes([nodes.note[world.nodeOf(lead)], note]) : (nodes.note[lead] ?? null),
    ),
  };
}

/** Notes as lines of one; null where there is none. */
function joinNotes(notes: readonly (string | null | undefined)[]): string | null {
  const known = [...new Set(notes.filter((note) => note !== null && note !== undefined))];
  return known.length === 0 ? null : known.join('\n');
}

const offset = (dataset: Dataset, world: PageWorld, atom: number) =>
  2.5 * (dataset.network.nodes.size[world.nodeOf(atom)] ?? 1);

function aliasesOf(dataset: Dataset, world: PageWorld, entity: CuratedEntity): readonly string[] {
  const { aliases } = dataset.network.nodes;
  if (!entity.changed) return aliases[entity.lead] ?? [];
  const names = new Set<string>();
  const gone = new Set<string>();
  for (const atom of entity.atoms) {
    const node = world.nodeOf(atom);
    if (atom < dataset.nodeCount) for (const name of [nameOf(dataset, node), ...(aliases[node] ?? [])]) names.add(name);
    for (const part of world.partsOf(node)) {
      // What went with a part by name is no longer a name of the rest.
      if (atom < dataset.nodeCount && part !== atom && !entity.atoms.includes(part)) gone.add(world.partName(part));
      if (part === atom && atom >= dataset.nodeCount) names.add(world.partName(part));
    }
  }
  names.delete(entity.name);
  for (const name of gone) if (name !== nameOf(dataset, world.nodeOf(entity.lead))) names.delete(name);
  return [...names];
}

/** How often and when an entity is mentioned. */
interface Mentioned {
  readonly documents: number;
  readonly mentions: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

function mentionsOf(dataset: Dataset, world: PageWorld, { atoms }: CuratedEntity): Mentioned {
  const { nodes } = dataset.network;
  const all = <T>(column: readonly T[]) => atoms.map((atom) => column[world.nodeOf(atom)] as T);
  const sum = (column: readonly number[]) => all(column).reduce((a, b) => a + b, 0);
  const asBuilt = atoms.length === 1 && atoms.every((atom) => world.partsOf(world.nodeOf(atom)).length === 1);
  const lists = asBuilt ? [undefined] : atoms.map((atom) => world.mentionsOf(atom));
  if (lists.includes(undefined)) {
    const dates = (column: readonly (string | null)[]) =>
      all(column)
        .filter((date) => date !== null)
        .sort();
    return {
      documents: sum(nodes.documents),
      mentions: sum(nodes.mentions),
      firstSeen: dates(nodes.firstSeen)[0] ?? null,
      lastSeen: dates(nodes.lastSeen).at(-1) ?? null,
    };
  }
  const mentions = lists.flatMap((list) => list ?? []);
  const documents = new Set(mentions.map(([document]) => originalOf(dataset, document)));
  const dates = [...documents].flatMap((document) => documentOf(dataset, document).date ?? []).sort();
  return {
    documents: documents.size,
    mentions: mentions.length,
    firstSeen: dates[0] ?? null,
    lastSeen: dates.at(-1) ?? null,
  };
}

function withDegrees(dataset: Dataset, nodes: NodeColumns, ties: readonly CuratedTie[]): NodeColumns {
  const degree = nodes.id.map(() => 0);
  for (const { type, source, target } of ties) {
    if (dataset.network.relationTypes[type]?.weak === true) continue;
    degree[source] = (degree[source] ?? 0) + 1;
    if (target !== source) degree[target] = (degree[target] ?? 0) + 1;
  }
  return { ...nodes, degree };
}

function edgeColumns({ network: { edges } }: Dataset, ties: readonly CuratedTie[]): ExplorerNetwork['edges'] {
  const columns: Record<string, readonly unknown[]> = {};
  const first = ties.map(({ pieces }) => pieces[0]?.edge ?? 0);
  for (const [name, column] of Object.entries(edges)) {
    columns[name] = ties.map(
      ({ columns: own }, index) => own[name] ?? (name in own ? null : column[first[index] ?? 0]),
    );
  }
  return {
    ...(columns as unknown as ExplorerNetwork['edges']),
    id: ties.map(({ id }) => id),
    source: ties.map(({ source }) => source),
    target: ties.map(({ target }) => target),
  };
}
