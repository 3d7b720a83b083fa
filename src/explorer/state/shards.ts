/** Texts and evidence, read shard by shard when something asks for them, kept once read, retried when they failed. */
import type {
  DocumentShard,
  DocumentText,
  EdgeShard,
  EvidenceItem,
  ExplorerNetwork,
  NodeDetail,
  NodeShard,
  OccasionColumns,
} from '../../outputs/explorer-data.ts';
import { type Fetch, LoadError, loadJson } from './load.ts';

/** How far the reading of something is. */
export type Loadable<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: LoadError };

/** The shards of one network. Reading a thing starts its loading; `subscribe` tells when something arrived. */
export interface Shards {
  /** Sentences behind an edge. */
  evidence(edge: number): Loadable<readonly EvidenceItem[]>;
  /** Mentions, posts and reasons of a node. */
  detail(node: number): Loadable<NodeDetail>;
  /** An article with its mentions. */
  text(document: number): Loadable<DocumentText>;
  /** When and where people met. */
  occasions(): Loadable<OccasionColumns>;
  /** Forgets failures, so that the next reading tries again. */
  retry(): void;
  /** Counts arrivals: equal numbers mean that nothing changed. */
  version(): number;
  subscribe(listener: () => void): () => void;
}

type Kind = 'edges' | 'nodes' | 'documents';

const LOADING = { status: 'loading' } as const;

/** Opens the shards beside `network.json`; `base` is the address of their folder, with a slash at its end. */
export function createShards(network: ExplorerNetwork, base: string, fetchFile: Fetch): Shards {
  const cache = new Map<string, Loadable<unknown>>();
  const listeners = new Set<() => void>();
  let version = 0;

  function settle(address: string, state: Loadable<unknown>): void {
    cache.set(address, state);
    version++;
    for (const listener of [...listeners]) listener();
  }

  async function load(address: string, isSound: (value: unknown) => boolean): Promise<void> {
    try {
      const value = await loadJson(address, fetchFile);
      if (!isSound(value)) throw new LoadError('damaged', address, 'not in the form expected');
      settle(address, { status: 'ready', value });
    } catch (error) {
      const failure = error instanceof LoadError ? error : new LoadError('unreachable', address, String(error));
      settle(address, { status: 'failed', error: failure });
    }
  }

  function file(path: string, isSound: (value: unknown) => boolean): Loadable<unknown> {
    const address = `${base}${network.details}${path}`;
    const known = cache.get(address);
    if (known !== undefined) return known;
    cache.set(address, LOADING);
    void load(address, isSound);
    return LOADING;
  }

  function shard(kind: Kind, number: number): Loadable<readonly unknown[]> {
    return file(`${kind}/${number}.json`, Array.isArray) as Loadable<readonly unknown[]>;
  }

  // One object per item and arrival, so that what reads it can compare by identity.
  const items = new Map<string, Loadable<unknown>>();
  function item<T>(kind: Kind, index: number, empty: T): Loadable<T> {
    const size = Math.max(1, network.shardSize[kind]);
    const state = shard(kind, Math.floor(index / size));
    if (state.status !== 'ready') return state;
    const key = `${kind}/${index}`;
    const known = items.get(key);
    if (known !== undefined) return known as Loadable<T>;
    const found: Loadable<T> = { status: 'ready', value: (state.value[index % size] as T | undefined) ?? empty };
    items.set(key, found);
    return found;
  }

  return {
    evidence: (edge) => item<EdgeShard[number]>('edges', edge, []),
    detail: (node) => item<NodeShard[number]>('nodes', node, { mentions: [], posts: [], merges: [], splits: [] }),
    text: (document) => item<DocumentShard[number]>('documents', document, { text: '', mentions: [], statements: [] }),
    occasions: () => file('occasions.json', hasOccasionColumns) as Loadable<OccasionColumns>,
    retry() {
      for (const [address, state] of cache) if (state.status === 'failed') cache.delete(address);
      version++;
      for (const listener of [...listeners]) listener();
    },
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function hasOccasionColumns(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { edge, date, place, documents } = value as Record<string, unknown>;
  return [edge, date, place, documents].every(
    (column) => Array.isArray(column) && Array.isArray(edge) && column.length === edge.length,
  );
}

/** Several readings as one: ready when all are, failed when one is. */
export function allOf<T>(parts: readonly Loadable<T>[]): Loadable<readonly T[]> {
  const values: T[] = [];
  let loading = false;
  for (const part of parts) {
    if (part.status === 'failed') return part;
    if (part.status === 'ready') values.push(part.value);
    else loading = true;
  }
  return loading ? LOADING : { status: 'ready', value: values };
}
