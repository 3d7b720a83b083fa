/** The part of an address that tells of paths, money ties and meetings. */
import type { Dataset } from './dataset.ts';
import {
  type InvestorQuestion,
  type MeetingQuestion,
  MOST_STEPS,
  type PathQuestion,
  type Stage,
  type View,
} from './view.ts';

/** Writes one parameter; an undefined value writes nothing. */
export type Put = (key: string, value: string | undefined) => void;

type Workspace = Pick<View, 'stage' | 'path' | 'investors' | 'meetings'>;

const STAGES: readonly Stage[] = ['graph', 'table', 'investors', 'meetings'];

/** Writes what is asked of the open workspace; what is as usual is left out. */
export function writeWorkspace({ network: { nodes } }: Dataset, view: View, put: Put): void {
  const { path, investors, meetings, stage } = view;
  const idOf = (node: number | null): string | undefined => (node === null ? undefined : nodes.id[node]);
  if (stage !== 'graph') put('show', stage);
  if (path !== null) {
    put('path', path.chosen === 0 ? '' : String(path.chosen));
    put('from', idOf(path.from));
    put('to', idOf(path.to));
    if (path.without.size > 0) put('without', [...path.without].sort().join(','));
    if (path.minDocuments > 1) put('hopsources', String(path.minDocuments));
    if (path.inOrder) put('inorder', '1');
    if (path.alone) put('alone', '1');
  }
  if (stage === 'investors') {
    put('company', idOf(investors.company));
    if (investors.direction !== 'both') put('flow', investors.direction);
    if (investors.hops !== 2) put('steps', String(investors.hops));
    if (investors.as !== 'flow') put('as', investors.as);
  }
  if (stage === 'meetings') {
    put('person', idOf(meetings.person));
    put('also', idOf(meetings.also));
    if (meetings.as !== 'list') put('as', meetings.as);
    if (meetings.order !== 'community') put('order', meetings.order);
    if (meetings.place !== null) put('place', meetings.place);
    if (meetings.office !== null) put('office', meetings.office);
  }
}

/** Reads what {@link writeWorkspace} wrote. `nodeAt` gives the node that a parameter names, or null. */
export function readWorkspace(params: URLSearchParams, usual: View, nodeAt: (key: string) => number | null): Workspace {
  const stage = STAGES.find((id) => id === params.get('show')) ?? 'graph';
  return {
    stage,
    path: params.has('path') ? readPath(params, nodeAt) : null,
    investors: stage === 'investors' ? readInvestors(params, usual.investors, nodeAt) : usual.investors,
    meetings: stage === 'meetings' ? readMeetings(params, usual.meetings, nodeAt) : usual.meetings,
  };
}

function readPath(params: URLSearchParams, nodeAt: (key: string) => number | null): PathQuestion {
  return {
    from: nodeAt('from'),
    to: nodeAt('to'),
    chosen: wholeNumber(params.get('path'), 0, 0, 999),
    without: new Set((params.get('without') ?? '').split(',').filter((id) => id !== '')),
    minDocuments: wholeNumber(params.get('hopsources'), 1, 1, 9999),
    inOrder: params.get('inorder') === '1',
    alone: params.get('alone') === '1',
  };
}

function readInvestors(
  params: URLSearchParams,
  usual: InvestorQuestion,
  nodeAt: (key: string) => number | null,
): InvestorQuestion {
  const flow = params.get('flow');
  return {
    company: nodeAt('company'),
    direction: flow === 'up' || flow === 'down' ? flow : usual.direction,
    hops: wholeNumber(params.get('steps'), usual.hops, 1, MOST_STEPS),
    as: params.get('as') === 'table' ? 'table' : usual.as,
  };
}

function readMeetings(
  params: URLSearchParams,
  usual: MeetingQuestion,
  nodeAt: (key: string) => number | null,
): MeetingQuestion {
  return {
    person: nodeAt('person'),
    also: nodeAt('also'),
    as: params.get('as') === 'matrix' ? 'matrix' : usual.as,
    order: params.get('order') === 'count' ? 'count' : usual.order,
    place: params.get('place'),
    office: params.get('office'),
  };
}

/** A whole number between `low` and `high`, or else `otherwise`. */
export function wholeNumber(text: string | null, otherwise: number, low: number, high: number): number {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= low && value <= high ? value : otherwise;
}
