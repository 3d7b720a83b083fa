/** Networks of articles written in a few words, put into a store. */
import { buildGraph } from '../../src/graph/build.ts';
import { buildNetwork } from '../../src/network/build.ts';
import type { Store } from '../../src/node/store/store.ts';
import { createOntology } from '../../src/ontology/ontology.ts';
import { type Article, article } from './article.ts';

const ontology = createOntology();
const NOTHING = { names: [], ignore: [], same: [] };

/** Writes the network of some articles in one transaction, and says how many rows that took. */
export function storeNetwork(store: Store, articles: readonly Article[]): number {
  const documents = articles.map(({ document }) => document);
  const extractions = articles.map(({ extraction }) => extraction);
  const network = buildNetwork(documents, extractions, { ontology, vocabulary: NOTHING });
  const graph = buildGraph(network, ontology, { title: '', generator: 'test' });
  store.begin();
  const numbers = new Map(
    documents.map((document) => [document.id, store.articles.insert(document.id, document, { failure: '' })]),
  );
  const touched = store.network.write({ network, graph, ontology, articleOf: (id) => numbers.get(id) ?? 0 });
  store.network.writeMeasures(graph);
  store.commit();
  return touched;
}

/** Articles that all say the same of two names, each with a name of its own beside them. */
export function hotArticles(count: number): Article[] {
  return Array.from({ length: count }, (_, index) =>
    article(
      String(index).padStart(3, '0'),
      '2022-01-01',
      [
        ['e1', 'company', '青禾集团'],
        ['e2', 'company', '远山重工'],
        ['e3', 'company', `第${index}精密仪器有限公司`],
      ],
      [
        ['e1', 'signed_with', 'e2'],
        ['e2', 'invested_in', 'e3'],
      ],
    ),
  );
}
