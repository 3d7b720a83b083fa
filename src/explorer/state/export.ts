/** What is on screen as files of other programs. */
import type { Dataset } from './dataset.ts';
import { endsOf } from './dataset.ts';
import type { Shown } from './scene.ts';

/** A format to save in. */
export type ExportFormat = 'gexf' | 'graphml' | 'nodesCsv' | 'edgesCsv' | 'json';

/** A file to save. */
export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Writes the shown part of the network. */
export async function exportShown(dataset: Dataset, shown: Shown, format: ExportFormat): Promise<ExportedFile> {
  const { nodes, edges } = dataset.network;
  const kept = nodes.id.filter((_, node) => shown.visibleNodes[node] === 1);
  const ties = edges.id.filter((_, edge) => shown.visibleEdges[edge] === 1 && endsOf(dataset, edge).source >= 0);
  return { name: `guanxi.${format}`, type: 'application/json', text: JSON.stringify({ nodes: kept, edges: ties }) };
}
