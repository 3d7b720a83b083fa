/** Writes the resolved network, by difference: what is as it was is not touched. */
import { randomUUID } from 'node:crypto';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { NetworkChange } from '../../network/growth/growing-network.ts';
import type { Network } from '../../network/network.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import type { ReadableGraph } from '../../outputs/columns.ts';
import { createDocumentWriter } from './document-writer.ts';
import { createEdgeWriter } from './edge-writer.ts';
import { createMeasureWriter } from './measure-writer.ts';
import { createNodeWriter } from './node-writer.ts';
import { NETWORK_NOTE, type StoredNetwork } from './snapshot.ts';

/** What is to be written. All must stem from one build. */
export interface NetworkContent {
  readonly network: Network;
  /** Places and metrics. */
  readonly graph: ReadableGraph;
  readonly ontology: Ontology;
  /** The number of the stored article that a document says. */
  readonly articleOf: (document: string) => number;
}

/** What differs from a network that was written. */
export interface NetworkDifference {
  /** {@link StoredNetwork.revision} of that network. */
  readonly from: string;
  readonly change: NetworkChange;
}

/** Writes the network. */
export interface NetworkTable {
  /**
   * Makes this the network of the store, but for the measures, within the transaction that is open.
   *
   * @param difference says what has changed, so that the rest need not be looked at; of no use where another network
   * than its own is in the store
   * @returns number of rows that were written or removed
   */
  write(content: NetworkContent, difference?: NetworkDifference): number;
  /**
   * Writes what the whole network makes of its nodes, within the same transaction.
   *
   * @param some the nodes of which it is another than before, where that is known
   */
  writeMeasures(graph: ReadableGraph, some?: ReadonlySet<string>): void;
  /** {@link StoredNetwork.revision} of the network in the store. */
  revision(): string | undefined;
}

/** Prepares the statements for one database. */
export function createNetworkTable(database: DatabaseSyncInstance): NetworkTable {
  const documents = createDocumentWriter(database);
  const nodes = createNodeWriter(database);
  const edges = createEdgeWriter(database);
  const measures = createMeasureWriter(database);
  const setNote = database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const getNote = database.prepare('SELECT value FROM meta WHERE key = ?');

  function writeAll(content: NetworkContent): number {
    const { network } = content;
    const written = documents.write(network.documents, content.articleOf);
    const nodesWritten = nodes.write(content, written.numbers);
    const edgesTouched = edges.write(content, written.numbers, nodesWritten.numbers);
    // Only now, because edges that are gone held on to them.
    const removed = nodesWritten.removeGone() + written.removeGone();
    return written.touched + nodesWritten.touched + edgesTouched + removed;
  }

  function writeChange({ ontology, articleOf }: NetworkContent, change: NetworkChange): number {
    const { now } = change;
    const written = documents.change([...change.documents.keys()], now.document, articleOf);
    const dateOf = (document: string) => now.document(document)?.date;
    const nodesWritten = nodes.change(change.entities, now.entity, dateOf, documents.numberOf);
    const edgesTouched = edges.change(change.ties, now.tie, ontology, documents.numberOf, nodes.numberOf);
    const removed = nodesWritten.removeGone() + written.removeGone();
    return written.touched + nodesWritten.touched + edgesTouched + removed;
  }

  const revision = (): string | undefined => {
    const note = getNote.get(NETWORK_NOTE) as { value: string } | undefined;
    return note === undefined ? undefined : (JSON.parse(note.value) as StoredNetwork).revision;
  };
  return {
    revision,
    write(content, difference) {
      const fits = difference !== undefined && difference.from === revision();
      const touched = fits ? writeChange(content, difference.change) : writeAll(content);
      setNote.run(NETWORK_NOTE, JSON.stringify(describe(content)));
      return touched;
    },
    writeMeasures: (graph, some) =>
      some === undefined ? measures.write(graph, nodes.numbers()) : measures.change(graph, some, nodes.numberOf),
  };
}

function describe({ network, graph, ontology }: NetworkContent): StoredNetwork {
  const { title, generator } = graph.getAttributes();
  return {
    revision: randomUUID(),
    title,
    generator,
    entityTypes: [...ontology.entityTypes.values()],
    relationTypes: [...ontology.relationTypes.values()],
    nodes: network.entities.length,
    people: network.entities.filter(({ type }) => type === 'person').length,
    ties: network.ties.filter(({ type }) => ontology.relationTypes.get(type)?.weak !== true).length,
    sources: network.documents.filter(({ reprintOf }) => reprintOf === undefined).length,
  };
}
