/** Names, neighbourhoods and paths in the loaded network. */
import type { Dataset } from './dataset.ts';
import { endsOf, otherEnd } from './dataset.ts';

/** A node that a query finds. */
export interface Found {
  readonly node: number;
  /** The name that matched, where it is not the label. */
  readonly alias: string | null;
}

/** Finds nodes by name, alias, pinyin or initials: the best first, at most `limit`. */
export function findNodes({ network: { nodes } }: Dataset, query: string, limit: number): Found[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  const latin = wanted.replace(/[\s'’-]+/g, '');
  const found: { node: number; alias: string | null; score: number }[] = [];
  for (let node = 0; node < nodes.id.length; node++) {
    const label = nodes.label[node]?.toLowerCase() ?? '';
    let score = scoreName(label, wanted);
    let alias: string | null = null;
    for (const name of nodes.aliases[node] ?? []) {
      const aliasScore = scoreName(name.toLowerCase(), wanted) - 0.5;
      if (aliasScore > score) {
        score = aliasScore;
        alias = name;
      }
    }
    if (/^[a-zü]+$/.test(latin)) {
      const syllables = nodes.pinyin[node]?.split(' ') ?? [];
      const pinyinScore =
        scoreName(syllables.join(''), latin) || scoreName(syllables.map((s) => s.charAt(0)).join(''), latin);
      if (pinyinScore - 1 > score) {
        score = pinyinScore - 1;
        alias = null;
      }
    }
    if (score > 0) found.push({ node, alias, score });
  }
  return found
    .sort((a, b) => b.score - a.score || (nodes.degree[b.node] ?? 0) - (nodes.degree[a.node] ?? 0) || a.node - b.node)
    .slice(0, limit);
}

function scoreName(name: string, wanted: string): number {
  if (name === wanted) return 10;
  if (name.startsWith(wanted)) return 8;
  return name.includes(wanted) ? 6 : 0;
}

/** Nodes within `hops` steps of `node` along the edges that `passes` lets through. */
export function neighbourhood(
  dataset: Dataset,
  node: number,
  hops: number,
  passes: (edge: number) => boolean,
): Set<number> {
  const reached = new Set([node]);
  let border = [node];
  for (let hop = 0; hop < hops; hop++) {
    const next: number[] = [];
    for (const at of border) {
      for (const edge of dataset.incident(at)) {
        const other = otherEnd(dataset, edge, at);
        if (!passes(edge) || reached.has(other)) continue;
        reached.add(other);
        next.push(other);
      }
    }
    border = next;
  }
  return reached;
}

/** One path: its nodes from end to end, and for each step the edges that tie one node to the next. */
export interface Path {
  readonly nodes: readonly number[];
  readonly steps: readonly (readonly number[])[];
}

/** All shortest paths, at most `limit`; `capped` says that there are more. Ties count in both directions. */
export function shortestPaths(
  dataset: Dataset,
  from: number,
  to: number,
  passes: (edge: number) => boolean,
  limit: number,
): { readonly paths: readonly Path[]; readonly capped: boolean } {
  const distance = new Map([[from, 0]]);
  let border = [from];
  while (border.length > 0 && !distance.has(to)) {
    const next: number[] = [];
    for (const at of border) {
      for (const edge of dataset.incident(at)) {
        const other = otherEnd(dataset, edge, at);
        if (!passes(edge) || distance.has(other)) continue;
        distance.set(other, (distance.get(at) ?? 0) + 1);
        next.push(other);
      }
    }
    border = next;
  }
  if (!distance.has(to) || from === to) return { paths: [], capped: false };

  const paths: Path[] = [];
  let capped = false;
  // From the far end back, so that only nodes on a shortest path are walked.
  function walk(node: number, tail: readonly number[]): void {
    if (capped) return;
    if (node === from) {
      if (paths.length === limit) {
        capped = true;
        return;
      }
      paths.push({ nodes: tail, steps: tail.slice(1).map((b, i) => between(dataset, tail[i] ?? from, b, passes)) });
      return;
    }
    const before = new Set<number>();
    for (const edge of dataset.incident(node)) {
      const other = otherEnd(dataset, edge, node);
      if (passes(edge) && distance.get(other) === (distance.get(node) ?? 0) - 1) before.add(other);
    }
    for (const other of [...before].sort((a, b) => a - b)) walk(other, [other, ...tail]);
  }
  walk(to, [to]);
  return { paths, capped };
}

/** Edges between two nodes, those with most documents first. */
function between(dataset: Dataset, a: number, b: number, passes: (edge: number) => boolean): number[] {
  const { documents } = dataset.network.edges;
  return [...dataset.incident(a)]
    .filter((edge) => {
      const { source, target } = endsOf(dataset, edge);
      return passes(edge) && ((source === a && target === b) || (source === b && target === a));
    })
    .sort((x, y) => (documents[y] ?? 0) - (documents[x] ?? 0) || x - y);
}
