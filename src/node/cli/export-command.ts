/** `guanxi export`. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { closest } from 'fastest-levenshtein';
import { GuanxiError } from '../../errors.ts';
import type { ReadableGraph } from '../../outputs/columns.ts';
import { toEdgesCsv, toNodesCsv } from '../../outputs/csv.ts';
import { toGexf } from '../../outputs/gexf.ts';
import { toGraphml } from '../../outputs/graphml.ts';
import { toGraphJson } from '../../outputs/json.ts';
import { filterGraph } from '../../query/filter.ts';
import { EXIT } from './exit.ts';
import { indexNames, type LoadedGraph, loadGraph, requireName } from './load-graph.ts';

/** Options as commander gives them. */
export interface ExportCommandOptions {
  readonly format: string;
  readonly from: string;
  readonly output?: string;
  readonly types?: readonly string[];
  readonly relations?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly datedOnly?: boolean;
  readonly minConfidence?: number;
  readonly around?: string;
  readonly hops: number;
}

const FORMATS = new Map<string, (graph: ReadableGraph) => Iterable<string>>([
  ['gexf', toGexf],
  ['graphml', toGraphml],
  ['csv', toEdgesCsv],
  ['nodes-csv', toNodesCsv],
  ['json', toGraphJson],
]);

/** Writes a part of a network in a format to standard output or a file. */
export async function exportCommand(options: ExportCommandOptions): Promise<void> {
  const write = FORMATS.get(options.format);
  if (write === undefined) throw unknown('format', options.format, [...FORMATS.keys()]);
  const graph = await loadGraph(options.from);
  const used = usedTypes(graph);
  for (const type of options.types ?? [])
    if (!used.entities.has(type)) throw unknown('entity type', type, [...used.entities]);
  for (const type of options.relations ?? []) {
    if (!used.relations.has(type)) throw unknown('relation type', type, [...used.relations]);
  }
  const { around, hops, types, relations, since, until, datedOnly, minConfidence } = options;
  const index = around === undefined ? undefined : indexNames(graph);
  const center = around === undefined || index === undefined ? undefined : index.nodes[requireName(index, around)]?.id;
  filterGraph(graph, {
    keepUndated: datedOnly !== true,
    ...(types === undefined ? {} : { entityTypes: types }),
    ...(relations === undefined ? {} : { relationTypes: relations }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(minConfidence === undefined ? {} : { minConfidence }),
    ...(center === undefined ? {} : { around: { nodes: [center], hops } }),
  });
  const out = options.output === undefined ? process.stdout : createWriteStream(options.output);
  for (const chunk of write(graph)) if (!out.write(chunk)) await once(out, 'drain');
  if (options.output !== undefined) {
    out.end();
    await once(out, 'finish');
  }
  process.stderr.write(`${graph.order} entities, ${graph.size} ties\n`);
  if (graph.order === 0) process.exitCode = EXIT.partial;
}

function usedTypes(graph: LoadedGraph): { entities: Set<string>; relations: Set<string> } {
  return {
    entities: new Set(graph.mapNodes((_, { entityType }) => entityType)),
    relations: new Set(graph.mapEdges((_, { relationType }) => relationType)),
  };
}

function unknown(what: string, given: string, known: readonly string[]): GuanxiError {
  const hint = known.length > 0 ? `; did you mean "${closest(given, [...known])}"? There are ${known.join(', ')}` : '';
  return new GuanxiError('EXPORT_UNKNOWN', `Unknown ${what} "${given}"${hint}.`);
}
