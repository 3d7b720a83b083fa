/** Questions to a local server about a network that the page has only a part of. */
import type { ExplorerNetwork } from '../../../outputs/explorer-data.ts';
import {
  API,
  type EdgeName,
  type PartQuestion,
  type ServedArticle,
  type ServedEvidence,
  type ServedNames,
  type ServedNeighbours,
  type ServedNode,
  type ServedOccasions,
  type ServedPaths,
} from '../../../outputs/served.ts';
import { checkNetwork, loadJson } from '../load.ts';
import { monthToIso } from '../months.ts';
import { LONGER_PATHS, MOST_PATHS } from '../scene.ts';
import type { Filters, PathQuestion } from '../view.ts';

/** What is needed of `fetch`. */
export type Ask = (address: string, init?: RequestInit) => Promise<Response>;

/** Which paths are looked for: what the page itself would ask of the whole network. */
export interface PathWanted {
  readonly from: string;
  readonly to: string;
  readonly filters: Filters;
  readonly conditions: Pick<PathQuestion, 'without' | 'minDocuments' | 'inOrder'>;
}

/** The parameters of a question for paths. */
export function pathFields({ from, to, filters, conditions }: PathWanted): Readonly<Record<string, string>> {
  const { without, minDocuments, inOrder } = conditions;
  const list = (...sets: readonly ReadonlySet<string>[]): string =>
    [...new Set(sets.flatMap((set) => [...set]))].sort().join(',');
  return {
    from,
    to,
    without: list(without, filters.hiddenRelationTypes),
    hidden: list(filters.hiddenEntityTypes),
    // Weak ties count in the page unless their type is hidden.
    weak: '1',
    least: String(Math.max(1, minDocuments, filters.minDocuments)),
    confidence: String(filters.minConfidence),
    ...(filters.from === null ? {} : { since: monthToIso(filters.from) }),
    ...(filters.to === null ? {} : { until: monthToIso(filters.to) }),
    undated: filters.undated ? '1' : '0',
    order: inOrder ? '1' : '0',
    extra: String(LONGER_PATHS),
    limit: String(MOST_PATHS),
  };
}

/** What can be asked. Each answer may fail with a `LoadError`. */
export interface Questions {
  part(question: PartQuestion): Promise<ExplorerNetwork>;
  search(query: string): Promise<ServedNames>;
  neighbours(id: string): Promise<ServedNeighbours>;
  node(id: string): Promise<ServedNode>;
  article(id: string): Promise<ServedArticle>;
  evidence(edge: EdgeName): Promise<ServedEvidence>;
  occasions(edges: readonly EdgeName[]): Promise<ServedOccasions>;
  paths(wanted: PathWanted): Promise<ServedPaths>;
}

/**
 * Makes the questions.
 *
 * @param base address of the page's folder, with a slash at its end
 */
export function createQuestions(base: string, ask: Ask): Questions {
  const get = async <T>(name: string, fields: Readonly<Record<string, string>>): Promise<T> => {
    const address = `${base}${API}${name}?${new URLSearchParams(fields)}`;
    return (await loadJson(address, ask)) as T;
  };
  const post = (name: string, body: unknown): Promise<unknown> => {
    const headers = { 'Content-Type': 'application/json' };
    return loadJson(`${base}${API}${name}`, (address) =>
      ask(address, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
  };
  return {
    part: async (question) => checkNetwork(await post('part', question), `${base}${API}part`),
    search: (q) => get('search', { q }),
    neighbours: (id) => get('neighbours', { id }),
    node: (id) => get('node', { id }),
    article: (id) => get('article', { id }),
    evidence: ([source, type, target]) => get('evidence', { source, type, target }),
    occasions: async (edges) => (await post('occasions', edges)) as ServedOccasions,
    paths: (wanted) => get('path', pathFields(wanted)),
  };
}
