/** What the explorer loads of some articles, without a server. */
import type { Decision } from '../../src/curation/decision.ts';
import { createDataset, type Dataset } from '../../src/explorer/state/dataset.ts';
import type { Loadable } from '../../src/explorer/state/loadables.ts';
import type { Shards } from '../../src/explorer/state/shards.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { buildNetwork } from '../../src/network/build.ts';
import { createOntology } from '../../src/ontology/ontology.ts';
import { toExplorerFiles } from '../../src/outputs/explorer.ts';
import type { ExplorerNetwork } from '../../src/outputs/explorer-data.ts';
import type { Article } from './article.ts';

/** A loaded network with shards that are all there. */
export interface Explored {
  readonly dataset: Dataset;
  readonly shards: Shards;
}

/** Builds articles with decisions, and loads the result as the page would. */
export function explore(articles: readonly Article[], decisions: readonly Decision[] = []): Explored {
  const ontology = createOntology();
  const documents = articles.map(({ document }) => document);
  const network = buildNetwork(
    documents,
    articles.map(({ extraction }) => extraction),
    {
      ontology,
      vocabulary: { names: [], ignore: [], same: [] },
      decisions: decisions.map((decision, index) => ({ line: index + 1, decision })),
    },
  );
  const graph = buildGraph(network, ontology, { title: '', generator: 'test' });
  const files = new Map(
    [...toExplorerFiles(network, graph, documents, ontology)].map(({ path, chunks }) => [path, [...chunks].join('')]),
  );
  const header = JSON.parse(files.get('explorer/network.json') ?? '{}') as ExplorerNetwork;
  const item = <T>(kind: 'nodes' | 'edges' | 'documents', index: number): Loadable<T> => {
    const size = header.shardSize[kind];
    const shard = JSON.parse(
      files.get(`explorer/${header.details}${kind}/${Math.floor(index / size)}.json`) ?? '[]',
    ) as T[];
    return { status: 'ready', value: shard[index % size] as T };
  };
  const occasions = {
    status: 'ready',
    value: JSON.parse(files.get(`explorer/${header.details}occasions.json`) ?? '{}'),
  } as const;
  const cache = new Map<string, Loadable<unknown>>();
  const once = <T>(kind: 'nodes' | 'edges' | 'documents', index: number): Loadable<T> => {
    const key = `${kind} ${index}`;
    const known = cache.get(key) ?? item<T>(kind, index);
    cache.set(key, known);
    return known as Loadable<T>;
  };
  return {
    dataset: createDataset(header),
    shards: {
      evidence: (edge) => once('edges', edge),
      detail: (node) => once('nodes', node),
      text: (document) => once('documents', document),
      occasions: () => occasions,
      retry() {},
      version: () => 0,
      subscribe: () => () => {},
    },
  };
}
