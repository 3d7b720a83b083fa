/** From the view to what is on screen: dataset → filtered → shown → lit. Each step is computed only when its part changes. */
import { type Dataset, endsOf, otherEnd, relationTypeOf } from './dataset.ts';
import { applyFilters, type Filtered } from './filter.ts';
import { adjacencyOf, neighbourhood, type Path, type PathWish, pathsBetween } from './lookup.ts';
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
  /** No path, because the question's own conditions are in the way: without them there is one of `hops` steps. */
  | { readonly kind: 'conditions'; readonly hops: number }
  /** No path, because the filters are in the way: without them there is one of `hops` steps. */
  | { readonly kind: 'filtered'; readonly hops: number }
  /** Only sentences that name both, with nothing stated. */
  | { readonly kind: 'weak'; readonly hops: number }
  | { readonly kind: 'none' };

/** What stays lit while the rest fades; null where nothing fades. */
export interface Lit {
  readonly nodes: ReadonlySet<number> | null;
  readonly edges: ReadonlySet<number> | null;
  /** Whether it is brought into view as well. */
  readonly bring?: boolean;
}

/** Everything that follows from a view. */
export interface Scene {
  readonly filtered: Filtered;
  readonly shown: Shown;
  readonly answer: PathAnswer | null;
  readonly lit: Lit;
}

/** Number of paths that are listed. */
export const MOST_PATHS = 50;

/** Paths that are longer than the shortest by so many steps are shown as well. */
export const LONGER_PATHS = 1;

/** Makes the function from view to scene for one network. */
export function createSceneMaker(dataset: Dataset): (view: View) => Scene {
  const filter = memoiseLast((filters: Filters) => applyFilters(dataset, filters));
  const show = memoiseLast((filtered: Filtered, focus: Focus | null, alone: PathAnswer | null) =>
    alone?.kind === 'found' ? onlyPaths(dataset, alone.paths) : cutDown(dataset, filtered, focus),
  );
  const answer = memoiseLast(
    (
      filtered: Filtered,
      from: number | null,
      to: number | null,
      without: ReadonlySet<string>,
      minDocuments: number,
      inOrder: boolean,
    ) => answerPath(dataset, filtered, { from, to, without, minDocuments, inOrder }),
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
    const { path } = view;
    const found =
      path === null ? null : answer(filtered, path.from, path.to, path.without, path.minDocuments, path.inOrder);
    const shown = show(filtered, view.focus, path?.alone ? found : null);
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

/** The paths and nothing else. */
function onlyPaths(dataset: Dataset, paths: readonly Path[]): Shown {
  const visibleNodes = new Uint8Array(dataset.nodeCount);
  const visibleEdges = new Uint8Array(dataset.edgeCount);
  const nodes = new Set(paths.flatMap((path) => path.nodes));
  const edges = new Set(paths.flatMap((path) => path.steps.flat()));
  for (const node of nodes) visibleNodes[node] = 1;
  for (const edge of edges) visibleEdges[edge] = 1;
  return { visibleNodes, visibleEdges, nodeTotal: nodes.size, edgeTotal: edges.size };
}

function answerPath(
  dataset: Dataset,
  filtered: Filtered,
  question: Pick<PathQuestion, 'from' | 'to' | 'without' | 'minDocuments' | 'inOrder'>,
): PathAnswer {
  const { from, to, without, minDocuments, inOrder } = question;
  if (from === null || to === null) return { kind: 'incomplete' };
  if (from === to) return { kind: 'same' };
  const { documents } = dataset.network.edges;
  const find = (passes: (edge: number) => boolean, wish: PathWish) =>
    pathsBetween(dataset, adjacencyOf(dataset, passes), from, to, wish);
  const one: PathWish = { limit: 1, extra: 0, inOrder: false };
  const visible = (edge: number): boolean => filtered.visibleEdges[edge] === 1;
  const asked = (edge: number): boolean =>
    visible(edge) && !without.has(relationTypeOf(dataset, edge).id) && (documents[edge] ?? 0) >= minDocuments;
  const { paths, capped } = find(asked, { limit: MOST_PATHS, extra: LONGER_PATHS, inOrder });
  if (paths[0] !== undefined) return { kind: 'found', paths, capped, hops: paths[0].steps.length };
  const unconditioned = find(visible, one).paths[0];
  if (unconditioned !== undefined) return { kind: 'conditions', hops: unconditioned.steps.length };
  const stated = find((edge) => dataset.weak[edge] === 0, one).paths[0];
  if (stated !== undefined) return { kind: 'filtered', hops: stated.steps.length };
  const weak = find(() => true, one).paths[0];
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
