import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Article, article } from '../../../test/support/article.ts';
import { buildGraph } from '../../graph/build.ts';
import { buildNetwork } from '../../network/build.ts';
import { createOntology } from '../../ontology/ontology.ts';
import { type Store, withStore } from './store.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-network-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ontology = createOntology();
const NOTHING = { names: [], ignore: [], same: [] };

/** Writes the network of some articles, and says how many rows that took. */
function write(store: Store, articles: readonly Article[]): number {
  const documents = articles.map(({ document }) => document);
  const extractions = articles.map(({ extraction }) => extraction);
  const network = buildNetwork(documents, extractions, { ontology, vocabulary: NOTHING });
  const graph = buildGraph(network, ontology, { title: '', generator: 'test' });
  store.begin();
  const numbers = new Map(
    documents.map((document) => [document.id, store.articles.insert(document.id, document, { failure: '' })]),
  );
  const touched = store.network.write({ network, graph, ontology, articleOf: (id) => numbers.get(id) ?? 0 });
  store.commit();
  return touched;
}

/** Many articles that say the same of two names, and one name of its own each. */
const hot = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    article(
      `${String(index).padStart(3, '0')}`,
      '2022-01-01',
      [
        ['e1', 'company', '青禾集团'],
        ['e2', 'company', '远山重工'],
        ['e3', 'company', `第${index}精密仪器有限公司`],
      ],
      [['e1', 'signed_with', 'e2']],
    ),
  );

test('a network that is as it was costs no write, and a sentence more behind a hot tie costs that sentence', async () => {
  await withStore(
    join(folder, 'output'),
    async (store) => {
      const first = write(store, hot(100));
      expect(first).toBeGreaterThan(500);
      expect(write(store, hot(100))).toBe(0);
      const more = write(store, hot(101));
      expect(more).toBeGreaterThan(0);
      expect(more).toBeLessThan(20);
      expect(write(store, hot(100))).toBeLessThan(20);
      expect(write(store, hot(100))).toBe(0);
    },
    () => {},
  );
});
