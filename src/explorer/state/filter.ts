/** Filters: which nodes and edges are visible, and what each switch would show. */
import type { Dataset } from './dataset.ts';
import { binMonths, type MonthBin } from './months.ts';
import type { Filters } from './view.ts';

/** What the filters leave, and the counts that stand beside the switches. */
export interface Filtered {
  /** One byte per node and edge: 1 is visible. */
  readonly visibleNodes: Uint8Array;
  readonly visibleEdges: Uint8Array;
  readonly nodeTotal: number;
  readonly edgeTotal: number;
  /** By index of the entity type: nodes that are visible, or would be if only that type's switch were on. */
  readonly entityTypeCounts: readonly number[];
  /** By index of the relation type: edges that pass every filter but the one for relation types. */
  readonly relationTypeCounts: readonly number[];
  /** Edges without a date that pass every filter but the dates'. */
  readonly undatedCount: number;
  /** Edges with a date that pass every filter but the dates'. */
  readonly bins: readonly MonthBin[];
  /** Nodes that pass the filter for types but have no visible tie. */
  readonly unconnectedCount: number;
}

const TYPE = 1;
const DATE = 2;
const STRENGTH = 4;
const SOURCE_TYPE = 8;
const TARGET_TYPE = 16;

/** Applies `filters` to every node and edge. Costs one pass over the edges. */
export function applyFilters(dataset: Dataset, filters: Filters): Filtered {
  const { network, nodeCount, edgeCount } = dataset;
  const { nodes, edges } = network;
  const typeShown = network.entityTypes.map((type) => !filters.hiddenEntityTypes.has(type.id));
  const relationShown = network.relationTypes.map((type) => !filters.hiddenRelationTypes.has(type.id));

  const visibleNodes = new Uint8Array(nodeCount);
  const visibleEdges = new Uint8Array(edgeCount);
  // Nodes that an edge would make visible if their own type were switched on.
  const reached = new Uint8Array(nodeCount);
  const passesAllButDate = new Uint8Array(edgeCount);
  const relationTypeCounts = network.relationTypes.map(() => 0);
  let edgeTotal = 0;
  let undatedCount = 0;

  for (let edge = 0; edge < edgeCount; edge++) {
    const type = edges.type[edge] ?? 0;
    const source = edges.source[edge] ?? 0;
    const target = edges.target[edge] ?? 0;
    let failed = 0;
    if (!relationShown[type]) failed |= TYPE;
    if (!passesDate(dataset, filters, edge)) failed |= DATE;
    // What a reader has checked needs no confidence of the machine's.
    const confidence = edges.reviewed[edge] === 'confirmed' ? 1 : (edges.confidence[edge] ?? 0);
    if ((edges.documents[edge] ?? 0) < filters.minDocuments || confidence < filters.minConfidence) {
      failed |= STRENGTH;
    }
    if (!typeShown[nodes.type[source] ?? 0]) failed |= SOURCE_TYPE;
    if (!typeShown[nodes.type[target] ?? 0]) failed |= TARGET_TYPE;

    if ((failed & ~TYPE) === 0) relationTypeCounts[type] = (relationTypeCounts[type] ?? 0) + 1;
    if ((failed & ~DATE) === 0) {
      passesAllButDate[edge] = 1;
      if ((dataset.firstMonth[edge] ?? -1) < 0) undatedCount++;
    }
    if ((failed & ~SOURCE_TYPE) === 0) reached[source] = 1;
    if ((failed & ~TARGET_TYPE) === 0) reached[target] = 1;
    if (failed === 0) {
      visibleEdges[edge] = 1;
      edgeTotal++;
    }
  }

  const entityTypeCounts = network.entityTypes.map(() => 0);
  let nodeTotal = 0;
  let unconnectedCount = 0;
  for (let node = 0; node < nodeCount; node++) {
    const type = nodes.type[node] ?? 0;
    const connected = reached[node] === 1;
    if (connected || filters.unconnected) entityTypeCounts[type] = (entityTypeCounts[type] ?? 0) + 1;
    if (!typeShown[type]) continue;
    if (!connected) unconnectedCount++;
    if (connected || filters.unconnected) {
      visibleNodes[node] = 1;
      nodeTotal++;
    }
  }

  return {
    visibleNodes,
    visibleEdges,
    nodeTotal,
    edgeTotal,
    entityTypeCounts,
    relationTypeCounts,
    undatedCount,
    bins: binMonths(dataset.firstMonth, (edge) => passesAllButDate[edge] === 1),
    unconnectedCount,
  };
}

/** A tie passes when any month of its dates lies in the range. */
function passesDate(dataset: Dataset, filters: Filters, edge: number): boolean {
  const first = dataset.firstMonth[edge] ?? -1;
  if (first < 0) return filters.undated;
  const last = Math.max(first, dataset.lastMonth[edge] ?? first);
  return (filters.from === null || last >= filters.from) && (filters.to === null || first <= filters.to);
}
