/** `guanxi path`: how two names are tied, with the sentences. */
import { type Adjacency, createAdjacency } from '../../query/adjacency.ts';
import { type Path, shortestPaths } from '../../query/paths.ts';
import { EXIT } from './exit.ts';
import { indexNames, type LoadedGraph, loadEvidence, loadGraph, requireName } from './load-graph.ts';
import { print } from './terminal.ts';

/** Options as commander gives them. */
export interface PathCommandOptions {
  readonly from: string;
  readonly relations?: readonly string[];
  readonly weak?: boolean;
  readonly paths: number;
}

/** Sentences printed for one tie. */
const SENTENCES_SHOWN = 3;

const WEAK = 'co_occurs';

/** Prints the shortest paths; exit code 1 when there is none. */
export async function pathCommand(fromName: string, toName: string, options: PathCommandOptions): Promise<void> {
  const graph = await loadGraph(options.from);
  const index = indexNames(graph);
  const from = requireName(index, fromName);
  const to = requireName(index, toName);
  const label = (node: number) => index.nodes[node]?.label ?? '';
  const edges = graph.edges();
  const attributes = edges.map((edge) => graph.getEdgeAttributes(edge));
  const strength = (tie: number) => (attributes[tie]?.documents ?? 0) + (attributes[tie]?.confidence ?? 0);
  const walk = (passes: (tie: number) => boolean) =>
    shortestPaths(adjacencyOf(graph, edges, passes), from, to, strength, options.paths);
  const stated = (tie: number) => attributes[tie]?.relationType !== WEAK || options.weak === true;
  const chosen = (tie: number) => options.relations?.includes(attributes[tie]?.relationType ?? '') ?? true;

  const paths = walk((tie) => stated(tie) && chosen(tie));
  if (paths.length === 0) {
    print(`No tie leads from ${label(from)} to ${label(to)}${reason(walk, chosen, stated)}.`);
    process.exitCode = EXIT.partial;
    return;
  }
  const wanted = new Set(paths.flatMap((path) => path.flatMap((hop) => hop.ties.map((tie) => edges[tie] ?? ''))));
  const evidence = await loadEvidence(options.from, wanted);
  for (const [number, path] of paths.entries()) {
    print(`${number + 1}. ${[label(from), ...path.map((hop) => label(hop.to))].join(' — ')}`);
    for (const hop of path) {
      for (const tie of hop.ties) {
        const key = edges[tie] ?? '';
        const ends = [graph.source(key), graph.target(key)].map((end) => graph.getNodeAttribute(end, 'label'));
        print(`   ${ends[0]} —${attributes[tie]?.label}${attributes[tie]?.symmetric ? '—' : '→'} ${ends[1]}`);
        const sentences = evidence.get(key) ?? [];
        for (const { date, publisher, document, sentence } of sentences.slice(0, SENTENCES_SHOWN)) {
          print(`     ${[date, publisher, document].filter(Boolean).join(' · ')}\n       ${sentence}`);
        }
        const more = sentences.length - SENTENCES_SHOWN;
        if (more > 0) print(`     … and ${more} more sentences`);
      }
    }
  }
}

function adjacencyOf(graph: LoadedGraph, edges: readonly string[], passes: (tie: number) => boolean): Adjacency {
  const numbers = new Map(graph.nodes().map((node, number) => [node, number]));
  const ties = edges.map((edge) => ({
    source: numbers.get(graph.source(edge)) ?? 0,
    target: numbers.get(graph.target(edge)) ?? 0,
  }));
  return createAdjacency(numbers.size, ties, passes);
}

function reason(
  walk: (passes: (tie: number) => boolean) => Path[],
  chosen: (tie: number) => boolean,
  stated: (tie: number) => boolean,
): string {
  if (walk(stated).length > 0) return ' along the relations that you chose; others do (leave out --relations)';
  if (walk(chosen).length > 0) return ' that a text states; they are linked only by sharing sentences (try --weak)';
  return '; no chain of articles links them';
}
