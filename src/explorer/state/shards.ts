/** Texts and evidence, read shard by shard when something asks for them. */
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
import { createLoadables, type Loadable, type Loadables } from './loadables.ts';

/** The shards of one network. Reading a thing starts its loading; `subscribe` tells when something arrived. */
export interface Shards extends Pick<Loadables, 'retry' | 'version' | 'subscribe'> {
  /** Sentences behind an edge. */
  evidence(edge: number): Loadable<readonly EvidenceItem[]>;
  /** Mentions, posts and reasons of a node. */
  detail(node: number): Loadable<NodeDetail>;
  /** An article with its mentions. */
  text(document: number): Loadable<DocumentText>;
  /** When and where people met. */
  occasions(): Loadable<OccasionColumns>;
}

type Kind = 'edges' | 'nodes' | 'documents';

/** Opens the shards beside `network.json`; `base` is the address of their folder, with a slash at its end. */
export function createShards(network: ExplorerNetwork, base: string, fetchFile: Fetch): Shards {
  const { read, retry, version, subscribe } = createLoadables();

  function file(path: string, isSound: (value: unknown) => boolean): Loadable<unknown> {
    const address = `${base}${network.details}${path}`;
    return read(address, async () => {
      const value = await loadJson(address, fetchFile);
      if (!isSound(value)) throw new LoadError('damaged', address, 'not in the form expected');
      return value;
    });
  }

  // One object per item and arrival, so that what reads it can compare by identity.
  const items = new Map<string, Loadable<unknown>>();
  function item<T>(kind: Kind, index: number, empty: T): Loadable<T> {
    const size = Math.max(1, network.shardSize[kind]);
    const state = file(`${kind}/${Math.floor(index / size)}.json`, Array.isArray) as Loadable<readonly T[]>;
    if (state.status !== 'ready') return state;
    const key = `${kind}/${index}`;
    const known = items.get(key);
    if (known !== undefined) return known as Loadable<T>;
    const found: Loadable<T> = { status: 'ready', value: state.value[index % size] ?? empty };
    items.set(key, found);
    return found;
  }

  return {
    evidence: (edge) => item<EdgeShard[number]>('edges', edge, []),
    detail: (node) => item<NodeShard[number]>('nodes', node, { mentions: [], posts: [], merges: [], splits: [] }),
    text: (document) => item<DocumentShard[number]>('documents', document, { text: '', mentions: [], statements: [] }),
    occasions: () => file('occasions.json', hasOccasionColumns) as Loadable<OccasionColumns>,
    retry,
    version,
    subscribe,
  };
}

function hasOccasionColumns(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { edge, date, place, documents } = value as Record<string, unknown>;
  return [edge, date, place, documents].every(
    (column) => Array.isArray(column) && Array.isArray(edge) && column.length === edge.length,
  );
}
