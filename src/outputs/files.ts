/** Every file of the output folder, but for the explorer's page. */
import type { Document } from '../documents/document.ts';
import type { Network } from '../network/network.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { ReadableGraph } from './columns.ts';
import { toEdgesCsv, toNodesCsv } from './csv.ts';
import { type OutputFile, toExplorerFiles } from './explorer.ts';
import { toGexf } from './gexf.ts';
import { toGraphml } from './graphml.ts';
import { toGraphJson } from './json.ts';
import { toDocumentLines, toEntityLines, toEvidenceLines, toMentionLines } from './tables.ts';

/**
 * The files of a network in the order in which they are written; paths are relative to the output folder.
 *
 * @example
 * for (const { path, chunks } of outputFiles(network, graph, documents, ontology)) console.log(path, [...chunks].join('').length);
 */
export function* outputFiles(
  network: Network,
  graph: ReadableGraph,
  documents: readonly Document[],
  ontology: Ontology,
): Generator<OutputFile> {
  yield { path: 'graph.json', chunks: toGraphJson(graph) };
  yield { path: 'graph.gexf', chunks: toGexf(graph) };
  yield { path: 'graph.graphml', chunks: toGraphml(graph) };
  yield { path: 'nodes.csv', chunks: toNodesCsv(graph) };
  yield { path: 'edges.csv', chunks: toEdgesCsv(graph) };
  yield { path: 'evidence.jsonl', chunks: toEvidenceLines(network) };
  yield { path: 'mentions.jsonl', chunks: toMentionLines(network) };
  yield { path: 'entities.jsonl', chunks: toEntityLines(network) };
  yield { path: 'documents.jsonl', chunks: toDocumentLines(network) };
  yield* toExplorerFiles(network, graph, documents, ontology);
}
