/** What the reader has chosen to see: everything that a link must reproduce, and the pure steps from one to the next. */
import type { Dataset } from './dataset.ts';

/** A language of the page. */
export type Language = 'zh' | 'en';

/** A theme as chosen; `system` follows the reader's system. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** What is left out. */
export interface Filters {
  /** Ids of entity types and relation types that are hidden. */
  readonly hiddenEntityTypes: ReadonlySet<string>;
  readonly hiddenRelationTypes: ReadonlySet<string>;
  /** Months (see months.ts) between which a tie must fall; null leaves that side open. */
  readonly from: number | null;
  readonly to: number | null;
  /** Whether ties without a date are shown. */
  readonly undated: boolean;
  /** Number of independent documents that a tie needs. */
  readonly minDocuments: number;
  /** Confidence that a tie needs, 0…1. */
  readonly minConfidence: number;
  /** Whether nodes without any visible tie are shown. */
  readonly unconnected: boolean;
}

/** What the panel tells about. */
export type Selection =
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'edge'; readonly edge: number };

/** A neighbourhood that everything else is hidden for. */
export interface Focus {
  readonly node: number;
  readonly hops: number;
}

/** A question for paths; an end may still be open. */
export interface PathQuestion {
  readonly from: number | null;
  readonly to: number | null;
  /** Which of the paths is shown, from 0. */
  readonly chosen: number;
  /** Ids of relation types that no hop may rest on, beside those that the filters hide. */
  readonly without: ReadonlySet<string>;
  /** Number of independent documents that each hop needs. */
  readonly minDocuments: number;
  /** Whether no hop may be earlier than the one before it; undated ties then carry none. */
  readonly inOrder: boolean;
  /** Whether everything that lies on no path is hidden. */
  readonly alone: boolean;
}

/** What stands in the middle of the page. */
export type Stage = 'graph' | 'table' | 'investors' | 'meetings';

/** What is asked of the money ties. */
export interface InvestorQuestion {
  /** Node to start from; null for the one with most money ties. */
  readonly company: number | null;
  readonly direction: 'both' | 'up' | 'down';
  /** Steps to each side, 1…{@link MOST_STEPS}. */
  readonly hops: number;
  readonly as: 'flow' | 'table';
}

/** Most steps that money ties are followed. */
export const MOST_STEPS = 6;

/** What is asked of the meetings. */
export interface MeetingQuestion {
  /** Whose meetings; null for everybody's. */
  readonly person: number | null;
  /** Somebody else whom the people listed must have met as well. */
  readonly also: number | null;
  readonly as: 'list' | 'matrix';
  readonly order: 'community' | 'count';
  /** Only meetings at this place, as the articles name it. */
  readonly place: string | null;
  /** Only meetings with holders of this title, or of a post in the organisation of this name. */
  readonly office: string | null;
}

/** An article that lies open, at a stretch of its text. */
export interface Reading {
  readonly document: number;
  readonly start: number;
  readonly end: number;
  /** The tie that the stretch states; null where the article was opened for a name. */
  readonly edge: number | null;
}

/** Where the reader looks, in the canvas's terms. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
  readonly angle: number;
}

/** The whole view. */
export interface View {
  readonly filters: Filters;
  readonly selection: Selection | null;
  readonly focus: Focus | null;
  readonly path: PathQuestion | null;
  readonly reading: Reading | null;
  readonly stage: Stage;
  readonly investors: InvestorQuestion;
  readonly meetings: MeetingQuestion;
  readonly colorBy: 'type' | 'community';
  /** Where the reader has dragged nodes to, in the layout's units. */
  readonly moved: ReadonlyMap<number, readonly [x: number, y: number]>;
  /** Null until the reader moves: the canvas then shows everything. */
  readonly camera: Camera | null;
  readonly language: Language;
  readonly theme: ThemeChoice;
}

/** Filters that hide only weak ties. */
export function defaultFilters({ network }: Dataset): Filters {
  return {
    hiddenEntityTypes: new Set(),
    hiddenRelationTypes: new Set(network.relationTypes.filter((type) => type.weak).map((type) => type.id)),
    from: null,
    to: null,
    undated: true,
    minDocuments: 1,
    minConfidence: 0,
    unconnected: false,
  };
}

/** The view that the page opens on. */
export function initialView(dataset: Dataset, language: Language, theme: ThemeChoice): View {
  return {
    filters: defaultFilters(dataset),
    selection: null,
    focus: null,
    path: null,
    reading: null,
    stage: 'graph',
    investors: { company: null, direction: 'both', hops: 2, as: 'flow' },
    meetings: { person: null, also: null, as: 'list', order: 'community', place: null, office: null },
    colorBy: 'type',
    moved: new Map(),
    camera: null,
    language,
    theme,
  };
}

/** True when the filters are the default ones. */
export function isDefaultFilters(dataset: Dataset, filters: Filters): boolean {
  const usual = defaultFilters(dataset);
  return (
    sameSet(filters.hiddenEntityTypes, usual.hiddenEntityTypes) &&
    sameSet(filters.hiddenRelationTypes, usual.hiddenRelationTypes) &&
    filters.from === usual.from &&
    filters.to === usual.to &&
    filters.undated === usual.undated &&
    filters.minDocuments === usual.minDocuments &&
    filters.minConfidence === usual.minConfidence &&
    filters.unconnected === usual.unconnected
  );
}

/** True when both sets hold the same. */
export function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

/** Selects a node and closes what lay open over it. */
export function selectNode(view: View, node: number): View {
  return { ...view, selection: { kind: 'node', node }, path: null, reading: null };
}

/** Selects an edge; an open path stays, because its hops are edges. */
export function selectEdge(view: View, edge: number): View {
  return { ...view, selection: { kind: 'edge', edge }, reading: null };
}

/** Changes some of the filters. */
export function changeFilters(view: View, change: Partial<Filters>): View {
  return { ...view, filters: { ...view.filters, ...change } };
}

/** Shows only what lies within `hops` of `node`; 0 shows everything again. */
export function focusOn(view: View, node: number, hops: number): View {
  return { ...view, focus: hops === 0 ? null : { node, hops }, camera: null };
}

/** A question without an answer's trimmings. */
export const OPEN_PATH: PathQuestion = {
  from: null,
  to: null,
  chosen: 0,
  without: new Set(),
  minDocuments: 1,
  inOrder: false,
  alone: false,
};

/** Asks for paths, with the conditions of the question before. Paths are drawn, so the drawing comes to the front. */
export function askPath(view: View, from: number | null, to: number | null): View {
  return {
    ...view,
    stage: view.stage === 'table' ? 'table' : 'graph',
    path: { ...(view.path ?? OPEN_PATH), from, to, chosen: 0 },
    selection: null,
    reading: null,
  };
}

/** Changes the conditions of the open question for paths. */
export function changePath(view: View, change: Partial<PathQuestion>): View {
  return view.path === null ? view : { ...view, path: { ...view.path, chosen: 0, ...change }, selection: null };
}

/** Shows the money ties around a node, or around the one asked for last. */
export function askInvestors(view: View, change: Partial<InvestorQuestion>): View {
  return { ...view, stage: 'investors', path: null, investors: { ...view.investors, ...change } };
}

/** Shows whom a person met, or what was asked for last. */
export function askMeetings(view: View, change: Partial<MeetingQuestion>): View {
  return { ...view, stage: 'meetings', path: null, meetings: { ...view.meetings, ...change } };
}

/** Opens an article. */
export function openReading(view: View, reading: Reading): View {
  return { ...view, reading };
}

/**
 * Closes the topmost thing: article, then selection, then path, then neighbourhood. Gives the same view where nothing
 * is open.
 */
export function closeTopmost(view: View): View {
  if (view.reading !== null) return { ...view, reading: null };
  if (view.selection !== null) return { ...view, selection: null };
  if (view.path !== null) return { ...view, path: null };
  if (view.focus !== null) return { ...view, focus: null, camera: null };
  return view;
}

/** A set with `item` put in or taken out. */
export function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
