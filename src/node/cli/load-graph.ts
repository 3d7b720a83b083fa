/** Reads back what `build` wrote. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MultiDirectedGraph } from 'graphology';
import { GuanxiError } from '../../errors.ts';
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from '../../graph/attributes.ts';
import type { Evidence } from '../../network/network.ts';
import { toPinyin } from '../../outputs/pinyin.ts';
import { createNameIndex, type NameIndex, resolveName } from '../../query/names.ts';

/** The graph as commands use it. */
export type LoadedGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

/**
 * Reads `graph.json` of an output folder.
 *
 * @throws GuanxiError `OUTPUT_UNREADABLE` when it is missing or damaged
 */
export async function loadGraph(folder: string): Promise<LoadedGraph> {
  const file = join(folder, 'graph.json');
  try {
    const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
    graph.import(JSON.parse(await readFile(file, 'utf8')));
    return graph;
  } catch (cause) {
    throw new GuanxiError(
      'OUTPUT_UNREADABLE',
      `${file} cannot be read; run \`guanxi build\` first.`,
      { file },
      { cause },
    );
  }
}

/** Index of the names of a graph; node numbers follow `graph.nodes()`. */
export function indexNames(graph: LoadedGraph): NameIndex {
  return createNameIndex(
    graph.mapNodes((id, { label, aliases, entityType, degree }) => ({
      id,
      label,
      aliases,
      pinyin: toPinyin(label, entityType),
      importance: degree,
    })),
  );
}

/**
 * The node number of a name.
 *
 * @throws GuanxiError `NAME_UNKNOWN` or `NAME_AMBIGUOUS`, naming what it might be
 */
export function requireName(index: NameIndex, name: string): number {
  const resolved = resolveName(index, name);
  if (resolved.kind === 'found') return resolved.node;
  const describe = (nodes: readonly number[]) =>
    nodes.map((node) => `${index.nodes[node]?.label} (${index.nodes[node]?.id})`).join(', ');
  if (resolved.kind === 'ambiguous') {
    throw new GuanxiError(
      'NAME_AMBIGUOUS',
      `"${name}" could be ${describe(resolved.candidates)}; use the id in brackets.`,
    );
  }
  const hint = resolved.near.length > 0 ? ` Did you mean ${describe(resolved.near)}?` : '';
  throw new GuanxiError('NAME_UNKNOWN', `"${name}" is not in this network.${hint}`);
}

/** The sentences behind some ties, by tie id. */
export async function loadEvidence(folder: string, ties: ReadonlySet<string>): Promise<Map<string, Evidence[]>> {
  const found = new Map<string, Evidence[]>();
  const lines = createInterface({ input: createReadStream(join(folder, 'evidence.jsonl'), 'utf8') });
  for await (const line of lines) {
    const evidence: Evidence & { tie: string } = JSON.parse(line);
    if (!ties.has(evidence.tie)) continue;
    found.set(evidence.tie, [...(found.get(evidence.tie) ?? []), evidence]);
  }
  return found;
}
