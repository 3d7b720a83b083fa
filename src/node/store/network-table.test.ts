import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { histories, idOf, make, PLAIN } from '../../../test/support/histories.ts';
import { dumpNetwork } from '../../../test/support/network-dump.ts';
import { hotArticles, storeNetwork } from '../../../test/support/stored.ts';
import { buildGraph } from '../../graph/build.ts';
import { createGrowingNetwork, type GrowingNetwork, type NetworkChange } from '../../network/growth/growing-network.ts';
import type { UnitSource } from '../../network/units.ts';
import { createOntology } from '../../ontology/ontology.ts';
import { type Store, withStore } from './store.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-network-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a network that is as it was costs no write, and a sentence more behind a hot tie costs that sentence', async () => {
  await withStore(
    join(folder, 'output'),
    async (store) => {
      expect(storeNetwork(store, hotArticles(100))).toBeGreaterThan(500);
      expect(storeNetwork(store, hotArticles(100))).toBe(0);
      const more = storeNetwork(store, hotArticles(101));
      expect(more).toBeGreaterThan(0);
      expect(more).toBeLessThan(20);
      expect(storeNetwork(store, hotArticles(100))).toBeLessThan(20);
      expect(storeNetwork(store, hotArticles(100))).toBe(0);
    },
    () => {},
  );
});

const ontology = createOntology();

/** Writes the network as it stands, by a difference where one is given. */
function writeNetwork(store: Store, growing: GrowingNetwork, change?: NetworkChange): void {
  const network = growing.network();
  const graph = buildGraph(network, ontology, { title: '', generator: 'test' });
  store.begin();
  const numbers = new Map(
    network.documents.map(({ id, date = '' }) => [
      id,
      store.articles.insert(`${id} ${date}`, { id, text: id }, { failure: '' }),
    ]),
  );
  const from = store.network.revision();
  store.network.write(
    { network, graph, ontology, articleOf: (id) => numbers.get(id) ?? 0 },
    from === undefined || change === undefined ? undefined : { from, change },
  );
  store.network.writeMeasures(graph);
  store.commit();
}

test('a network that is written difference by difference is the one that is written at once', async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const [one, other] = [join(folder, `by-difference-${made}`), join(folder, `at-once-${made++}`)];
      const now = new Map<string, UnitSource>();
      await withStore(
        one,
        async (store) => {
          const growing = createGrowingNetwork(ontology, PLAIN);
          for (const step of history) {
            const last = new Map(step);
            const removed = new Set([...last.keys()].map(idOf));
            const added = [...last].flatMap(([number, one]) => (one === null ? [] : [make(number, one, PLAIN)]));
            const change = growing.change(removed, added);
            writeNetwork(store, growing, change);
            for (const id of removed) now.delete(id);
            for (const source of added) now.set(source.document.id, source);
          }
        },
        () => {},
      );
      await withStore(
        other,
        async (store) => {
          const growing = createGrowingNetwork(ontology, PLAIN);
          growing.change(new Set(), [...now.values()]);
          writeNetwork(store, growing);
        },
        () => {},
      );
      expect(dumpNetwork(one)).toEqual(dumpNetwork(other));
    }),
    { seed: 20260413, numRuns: 25 },
  );
});
