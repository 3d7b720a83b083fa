/** From the view to what is on screen: dataset → filtered → shown → lit. Each step is computed only when its part changes. */
import { type Dataset, endsOf, otherEnd, relationTypeOf } from './dataset.ts';
import { applyFilters, type Filtered } from './filter.ts';
import { adjacencyOf, neighbourhood, type Path, shortestPaths } from './lookup.ts';
import { memoiseLast } from './store.ts';
import type { Filters, Focus, PathQuestion, Selection, View } from './view.ts';

/** What is drawn: the filtered network, cut down to the neighbourhood where one is chosen. */
export interface Shown {
  readonly visibleNodes: Uint8Array;
  readonly visibleEdges: Uint8Array;
  readonly nodeTotal: number;
  readonly edgeTotal: number;
}

/** The answer to a question for paths. */
export type PathAnswer =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'same' }
  | { readonly kind: 'found'; readonly paths: readonly Path[]; readonly capped: boolean; readonly hops: number }
  /** No path, because the filters are in the way: without them there is one of `hops` steps. */
  | { readonly kind: 'filtered'; readonly hops: number }
  /** Only sentences that name both, with nothing stated. */
  | { readonly kind: 'weak'; readonly hops: number }
  | { readonly kind: 'none' };

/** What stays lit while the rest fades; null where nothing fades. */
export interface Lit {
  readonly nodes: ReadonlySet<number> | null;
  readonly edges: ReadonlySet<number> | null;
}

/** Everything that follows from a view. */
export interface Scene {
  readonly filtered: Filtered;
  readonly shown: Shown;
  readonly answer: PathAnswer | null;
  readonly lit: Lit;
}

/** Number of shortest paths that are listed. */
export const MOST_PATHS = 50;

/** Makes the function from view to scene for one network. */
export function createSceneMaker(dataset: Dataset): (view: View) => Scene {
  const filter = memoiseLast((filters: Filters) => applyFilters(dataset, filters));
  const show = memoiseLast((filtered: Filtered, focus: Focus | null) => cutDown(dataset, filtered, focus));
  const answer = memoiseLast((filtered: Filtered, from: number | null, to: number | null) =>
    answerPath(dataset, filtered, from, to),
  );
  const light = memoiseLast(
    (
      shown: Shown,
      selection: Selection | null,
      path: PathQuestion | null,
      found: PathAnswer | null,
      meeting: number | null,
    ) => lightUp(dataset, shown, selection, path, found, meeting),
  );
  const scene = memoiseLast((filtered: Filtered, shown: Shown, found: PathAnswer | null, lit: Lit): Scene => {
    return { filtered, shown, answer: found, lit };
  });
  return (view) => {
    const filtered = filter(view.filters);
    const shown = show(filtered, view.focus);
    const found = view.path === null ? null : answer(filtered, view.path.from, view.path.to);
    const meeting = view.stage === 'meetings' ? view.meetings.person : null;
    return scene(filtered, shown, found, light(shown, view.selection, view.path, found, meeting));
  };
}

function cutDown(dataset: Dataset, filtered: Filtered, focus: Focus | null): Shown {
  if (focus === null) return filtered;
  const visible = adjacencyOf(dataset, (edge) => filtered.visibleEdges[edge] === 1);
  const near = neighbourhood(visible, focus.node, focus.hops);
  const visibleNodes = new Uint8Array(dataset.nodeCount);
  for (const node of near) visibleNodes[node] = 1;
  const visibleEdges = new Uint8Array(dataset.edgeCount);
  let edgeTotal = 0;
  for (let edge = 0; edge < dataset.edgeCount; edge++) {
    const { source, target } = endsOf(dataset, edge);
    if (filtered.visibleEdges[edge] === 0 || !near.has(source) || !near.has(target)) continue;
    visibleEdges[edge] = 1;
    edgeTotal++;
  }
  return { visibleNodes, visibleEdges, nodeTotal: near.size, edgeTotal };
}

function answerPath(dataset: Dataset, filtered: Filtered, from: number | null, to: number | null): PathAnswer {
  if (from === null || to === null) return { kind: 'incomplete' };
  if (from === to) return { kind: 'same' };
  const find = (passes: (edge: number) => boolean, most: number) =>
    shortestPaths(dataset, adjacencyOf(dataset, passes), from, to, most);
  const { paths, capped } = find((edge) => filtered.visibleEdges[edge] === 1, MOST_PATHS);
  if (paths[0] !== undefined) return { kind: 'found', paths, capped, hops: paths[0].steps.length };
  const stated = find((edge) => dataset.weak[edge] === 0, 1).paths[0];
  if (stated !== undefined) return { kind: 'filtered', hops: stated.steps.length };
  const weak = find(() => true, 1).paths[0];
  return weak === undefined ? { kind: 'none' } : { kind: 'weak', hops: weak.steps.length };
}

function lightUp(
  dataset: Dataset,
  shown: Shown,
  selection: Selection | null,
  path: PathQuestion | null,
  found: PathAnswer | null,
  meeting: number | null,
): Lit {
  if (path !== null && found?.kind === 'found') {
    const chosen = found.paths[path.chosen] ?? found.paths[0];
    if (chosen !== undefined) return { nodes: new Set(chosen.nodes), edges: new Set(chosen.steps.flat()) };
  }
  if (path !== null) {
    const ends = [path.from, path.to].filter((end) => end !== null);
    return ends.length === 0 ? { nodes: null, edges: null } : { nodes: new Set(ends), edges: new Set() };
  }
  if (selection?.kind === 'edge') {
    const { source, target } = endsOf(dataset, selection.edge);
    return { nodes: new Set([source, target]), edges: new Set([selection.edge]) };
  }
  if (selection?.kind === 'node') return tiesAt(dataset, selection.node, (edge) => shown.visibleEdges[edge] === 1);
  if (meeting !== null) {
    const isMeeting = (edge: number): boolean => relationTypeOf(dataset, edge).id === 'met';
    return tiesAt(dataset, meeting, (edge) => shown.visibleEdges[edge] === 1 && isMeeting(edge));
  }
  return { nodes: null, edges: null };
}

function tiesAt(dataset: Dataset, node: number, passes: (edge: number) => boolean): Lit {
  const nodes = new Set([node]);
  const edges = new Set<number>();
  for (const edge of dataset.incident(node)) {
    if (!passes(edge)) continue;
    edges.add(edge);
    nodes.add(otherEnd(dataset, edge, node));
  }
  return { nodes, edges };
}
