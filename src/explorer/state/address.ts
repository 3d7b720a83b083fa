/**
 * The view as the part of the address after `#`, and back. Nodes, edges and documents stand by their ids, which stay
 * the same when the corpus grows; what is as usual is left out, so that a plain view has a plain address.
 */
import { type Put, readWorkspace, wholeNumber, writeWorkspace } from './address-workspaces.ts';
import type { Dataset } from './dataset.ts';
import { firstMonthOf, monthToIso } from './months.ts';
import { type Camera, defaultFilters, type Filters, sameSet, type View } from './view.ts';

/** Writes a view as query parameters, without the `#`. */
export function writeAddress(dataset: Dataset, view: View): string {
  const { nodes, edges, documents } = dataset.network;
  const params = new URLSearchParams();
  const put: Put = (key, value) => {
    if (value !== undefined) params.set(key, value);
  };
  if (view.selection?.kind === 'node') put('node', nodes.id[view.selection.node]);
  if (view.selection?.kind === 'edge') put('tie', edges.id[view.selection.edge]);
  if (view.focus !== null) {
    put('around', nodes.id[view.focus.node]);
    put('hops', String(view.focus.hops));
  }
  writeWorkspace(dataset, view, put);
  if (view.reading !== null) {
    put('article', documents[view.reading.document]?.id);
    put('at', `${view.reading.start}-${view.reading.end}`);
    if (view.reading.edge !== null) put('of', edges.id[view.reading.edge]);
  }
  writeFilters(dataset, view.filters, put);
  if (view.colorBy === 'community') put('color', 'community');
  if (view.moved.size > 0) put('moved', writeMoved(dataset, view.moved));
  if (view.camera !== null) {
    const { x, y, ratio, angle } = view.camera;
    put('camera', [x, y, ratio, angle].map((value) => String(Number(value.toFixed(4)))).join(','));
  }
  put('lang', view.language);
  if (view.theme !== 'system') put('theme', view.theme);
  return readable(params.toString());
}

/** Commas, colons and bars need no escape after `#`, and an address is read by people too. */
function readable(query: string): string {
  return query.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%7E', '~');
}

function writeFilters(dataset: Dataset, filters: Filters, put: Put): void {
  const usual = defaultFilters(dataset);
  if (!sameSet(filters.hiddenEntityTypes, usual.hiddenEntityTypes)) put('hide', list(filters.hiddenEntityTypes));
  if (!sameSet(filters.hiddenRelationTypes, usual.hiddenRelationTypes))
    put('hideties', list(filters.hiddenRelationTypes));
  if (filters.from !== null) put('since', monthToIso(filters.from));
  if (filters.to !== null) put('until', monthToIso(filters.to));
  if (!filters.undated) put('undated', '0');
  if (filters.minDocuments > 1) put('documents', String(filters.minDocuments));
  if (filters.minConfidence > 0) put('confidence', String(filters.minConfidence));
  if (filters.unconnected) put('unconnected', '1');
}

function list(items: ReadonlySet<string>): string {
  return [...items].sort().join(',');
}

/**
 * Reads a view from an address. What the address does not say is taken from `usual`; what it says of things that are
 * not in this network (an old link) is left out and named in `unknown`.
 */
export function readAddress(dataset: Dataset, hash: string, usual: View): { view: View; unknown: readonly string[] } {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const unknown: string[] = [];
  const lookUp = (key: string, numbers: Pick<ReadonlyMap<string, number>, 'get'>): number | null => {
    const id = params.get(key);
    if (id === null) return null;
    const number = numbers.get(id);
    if (number === undefined) unknown.push(id);
    return number ?? null;
  };
  const node = lookUp('node', dataset.nodeByKey);
  const edge = lookUp('tie', dataset.edgeByKey);
  const around = lookUp('around', dataset.nodeByKey);
  const document = lookUp('article', dataset.documentByKey);
  const of = lookUp('of', dataset.edgeByKey);
  const at = /^(\d+)-(\d+)$/.exec(params.get('at') ?? '');
  const language = params.get('lang');
  const theme = params.get('theme');
  const view: View = {
    filters: readFilters(dataset, params, usual.filters),
    selection: node !== null ? { kind: 'node', node } : edge !== null ? { kind: 'edge', edge } : null,
    focus: around === null ? null : { node: around, hops: wholeNumber(params.get('hops'), 1, 1, 3) },
    ...readWorkspace(params, usual, (key) => lookUp(key, dataset.nodeByKey)),
    reading: document === null ? null : { document, start: Number(at?.[1] ?? 0), end: Number(at?.[2] ?? 0), edge: of },
    colorBy: params.get('color') === 'community' ? 'community' : 'type',
    moved: readMoved(dataset, params.get('moved')),
    camera: readCamera(params.get('camera')),
    language: language === 'zh' || language === 'en' ? language : usual.language,
    theme: theme === 'light' || theme === 'dark' ? theme : usual.theme,
  };
  return { view, unknown };
}

function readFilters(dataset: Dataset, params: URLSearchParams, usual: Filters): Filters {
  const set = (key: string, otherwise: ReadonlySet<string>): ReadonlySet<string> => {
    const value = params.get(key);
    return value === null ? otherwise : new Set(value.split(',').filter((item) => item !== ''));
  };
  const month = (key: string): number | null => {
    const value = firstMonthOf(params.get(key));
    return value < 0 ? null : value;
  };
  const fresh = defaultFilters(dataset);
  const confidence = Number(params.get('confidence') ?? usual.minConfidence);
  return {
    hiddenEntityTypes: set('hide', fresh.hiddenEntityTypes),
    hiddenRelationTypes: set('hideties', fresh.hiddenRelationTypes),
    from: month('since'),
    to: month('until'),
    undated: params.get('undated') !== '0',
    minDocuments: wholeNumber(params.get('documents'), 1, 1, 9999),
    minConfidence: confidence >= 0 && confidence <= 1 ? confidence : 0,
    unconnected: params.get('unconnected') === '1',
  };
}

function readCamera(text: string | null): Camera | null {
  const parts = text?.split(',').map(Number) ?? [];
  const [x, y, ratio, angle] = parts;
  if (x === undefined || y === undefined || ratio === undefined || angle === undefined) return null;
  return parts.every(Number.isFinite) && ratio > 0 ? { x, y, ratio, angle } : null;
}

/** Ids stand between commas and semicolons, so these are escaped within them. */
function writeMoved({ network: { nodes } }: Dataset, moved: View['moved']): string {
  return [...moved]
    .sort(([a], [b]) => a - b)
    .map(([node, [x, y]]) => {
      const id = (nodes.id[node] ?? '').replace(/[%,;]/g, encodeURIComponent);
      return [id, ...[x, y].map((value) => String(Number(value.toFixed(2))))].join(',');
    })
    .join(';');
}

function readMoved(dataset: Dataset, text: string | null): View['moved'] {
  const moved = new Map<number, readonly [number, number]>();
  for (const part of text?.split(';') ?? []) {
    const [id = '', x, y] = part.split(',');
    const node = dataset.nodeByKey.get(id.replace(/%(25|2C|3B)/g, decodeURIComponent));
    const [left, top] = [Number(x), Number(y)];
    if (node !== undefined && Number.isFinite(left) && Number.isFinite(top)) moved.set(node, [left, top]);
  }
  return moved;
}
