/** Counts of the whole network, which no filter changes. */
import { type Dataset, endsOf } from './dataset.ts';

/** What there is of each type. */
export interface Counts {
  readonly byEntityType: readonly number[];
  readonly byRelationType: readonly number[];
  /** Edges that state nothing. */
  readonly weak: readonly number[];
  readonly people: number;
  /** Ties that state something. */
  readonly stated: number;
  /** Number of documents of the best supported tie. */
  readonly mostDocuments: number;
}

const known = new WeakMap<Dataset, Counts>();

/** Counts a network, once. */
export function entityCounts(dataset: Dataset): Counts {
  const counted = known.get(dataset) ?? count(dataset);
  known.set(dataset, counted);
  return counted;
}

function count(dataset: Dataset): Counts {
  const { nodes, edges, entityTypes, relationTypes } = dataset.network;
  const byEntityType = entityTypes.map(() => 0);
  for (const type of nodes.type) byEntityType[type] = (byEntityType[type] ?? 0) + 1;
  const byRelationType = relationTypes.map(() => 0);
  const weak: number[] = [];
  let mostDocuments = 1;
  for (let edge = 0; edge < dataset.edgeCount; edge++) {
    const type = edges.type[edge] ?? 0;
    byRelationType[type] = (byRelationType[type] ?? 0) + 1;
    if (dataset.weak[edge] === 1) weak.push(edge);
    mostDocuments = Math.max(mostDocuments, edges.documents[edge] ?? 1);
  }
  const person = entityTypes.findIndex((type) => type.id === 'person');
  return {
    byEntityType,
    byRelationType,
    weak,
    people: byEntityType[person] ?? 0,
    stated: dataset.edgeCount - weak.length,
    mostDocuments,
  };
}

/** Number of visible ties of each node. */
export function visibleDegrees(dataset: Dataset, visibleEdges: Uint8Array): Int32Array {
  const degrees = new Int32Array(dataset.nodeCount);
  for (let edge = 0; edge < dataset.edgeCount; edge++) {
    if (visibleEdges[edge] === 0) continue;
    const { source, target } = endsOf(dataset, edge);
    degrees[source] = (degrees[source] ?? 0) + 1;
    if (target !== source) degrees[target] = (degrees[target] ?? 0) + 1;
  }
  return degrees;
}
