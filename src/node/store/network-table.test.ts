import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hotArticles, storeNetwork } from '../../../test/support/stored.ts';
import { withStore } from './store.ts';

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
