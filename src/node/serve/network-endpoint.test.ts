import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hotArticles, storeNetwork } from '../../../test/support/stored.ts';
import type {
  PartialNetwork,
  ServedEvidence,
  ServedNames,
  ServedNeighbours,
  ServedNode,
  ServedPaths,
} from '../../outputs/served.ts';
import { NETWORK_NOTE } from '../store/snapshot.ts';
import { withStore } from '../store/store.ts';
import { type Serving, serve } from './serve.ts';

let folder = '';
let serving: Serving;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-questions-'));
  await mkdir(join(folder, 'explorer'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'explorer/network.json'), '{"whole":true}');
  await withStore(
    folder,
    async (store) => storeNetwork(store, hotArticles(60)),
    () => {},
  );
  serving = await serve({ folder, port: 0, part: 'always', names: 10, pathThreads: 0 });
});
afterAll(async () => {
  await serving.close();
  await rm(folder, { recursive: true, force: true });
});

async function get<T>(path: string, url = serving.url): Promise<{ status: number; value: T }> {
  const response = await fetch(`${url}${path}`);
  return { status: response.status, value: (await response.json()) as T };
}

async function post<T>(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${serving.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, value: (await response.json()) as T };
}

const query = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const [QINGHE, YUANSHAN] = ['company:青禾集团', 'company:远山重工'];

describe('a page of a network that is too large', () => {
  test('opens on the most important names, and is told what they leave out', async () => {
    const { value } = await get<PartialNetwork>('explorer/network.json');
    expect(value.nodes.id).toHaveLength(10);
    expect(value.nodes.id).toContain(YUANSHAN);
    expect(value.part.nodes).toBe(62);
    const more = value.part.more[value.nodes.id.indexOf(YUANSHAN)] ?? 0;
    const here = value.edges.id.filter((id) => id.includes(YUANSHAN) && !id.includes('co_occurs')).length;
    expect(here + more).toBe(61);
  });

  test('grows by the names that it asks for', async () => {
    const id = 'company:第42精密仪器有限公司';
    const { value } = await post<PartialNetwork>('api/part', {
      nodes: [id, 'company:nobody'],
      documents: ['007', 'x'],
    });
    expect(value.nodes.id).toContain(id);
    expect(value.edges.id).toContain(`${YUANSHAN}|invested_in|${id}`);
    expect(value.documents.map((document) => document.id)).toEqual(['007']);
  });

  test('finds names, neighbours, paths and evidence in the whole network', async () => {
    const { value: found } = await get<ServedNames>(`api/search?${query({ q: '第42精密' })}`);
    expect(found.names[0]).toMatchObject({ label: '第42精密仪器有限公司', type: 'company' });
    const { value: near } = await get<ServedNeighbours>(`api/neighbours?${query({ id: YUANSHAN })}`);
    expect(near.nodes).toHaveLength(61);
    const to = 'company:第42精密仪器有限公司';
    const { value: ways } = await get<ServedPaths>(`api/path?${query({ from: QINGHE, to })}`);
    expect(ways).toEqual({ paths: [[QINGHE, YUANSHAN, to]], capped: false });
    const { value: none } = await get<ServedPaths>(`api/path?${query({ from: QINGHE, to, without: 'signed_with' })}`);
    expect(none.paths).toEqual([]);
    const tie = { source: YUANSHAN, type: 'signed_with', target: QINGHE };
    const sorted = YUANSHAN < QINGHE ? tie : { ...tie, source: QINGHE, target: YUANSHAN };
    const { value: evidence } = await get<ServedEvidence>(`api/evidence?${query(sorted)}`);
    expect(evidence.total).toBe(60);
    expect(evidence.items[0]?.sentence).toBe('青禾集团、远山重工、第0精密仪器有限公司。');
    expect(evidence.documents[evidence.items[0]?.document ?? -1]?.id).toBe('000');
    const { value: node } = await get<ServedNode>(`api/node?${query({ id: QINGHE })}`);
    expect(node.total).toBe(60);
  });
});

test('a network that a page bears is given whole, unless a part is asked for', async () => {
  for (const part of ['auto', 'never'] as const) {
    const other = await serve({ folder, port: 0, part });
    expect((await get('explorer/network.json', other.url)).value).toEqual({ whole: true });
    await other.close();
  }
});

describe('refused', () => {
  test.each([
    ['api/nothing', 404],
    ['api/', 404],
    ['api/constructor', 404],
    ['api/../explorer/network.json?x', 200],
    ['api/node', 400],
    ['api/node?id=', 400],
    [`api/node?${query({ id: 'x'.repeat(1_001) })}`, 400],
    [`api/node?${query({ id: QINGHE, more: '1' })}`, 400],
    [`api/node?${query({ id: 'company:nobody' })}`, 404],
    [`api/search?${query({ q: '青', limit: '51' })}`, 400],
    [`api/search?${query({ q: '青', limit: '-1' })}`, 400],
    [`api/path?${query({ from: QINGHE, to: 'x' })}`, 404],
    [`api/evidence?${query({ source: QINGHE, type: 'met', target: YUANSHAN })}`, 404],
    ['api/node?id=%E0%A4%A', 404],
  ])('%s', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  test('bodies that are no questions', async () => {
    expect((await post('api/part', '{')).status).toBe(400);
    expect((await post('api/part', { nodes: [1], documents: [] })).status).toBe(400);
    expect((await post('api/part', { nodes: [], documents: [] }, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('api/part', { nodes: [], documents: [] }, { origin: 'https://example.com' })).status).toBe(403);
    expect((await post('api/part', JSON.stringify('x'.repeat(4_100_000)))).status).toBe(413);
    expect((await post('api/node', {})).status).toBe(404);
  });

  test('a name that was bound to this machine', async () => {
    const { port } = new URL(serving.url);
    const status = await new Promise((done, failed) => {
      request({ host: '127.0.0.1', port, path: '/api/search?q=x', headers: { host: `evil.example:${port}` } })
        .on('response', (response) => done(response.statusCode))
        .on('error', failed)
        .end();
    });
    expect(status).toBe(403);
  });
});

test('while a build writes, the network before it answers; then the new one', async () => {
  const id = 'company:第75精密仪器有限公司';
  const statusOf = async () => (await get(`api/node?${query({ id })}`)).status;
  await withStore(
    folder,
    async (store) => {
      const { begin, commit } = store;
      let uncommitted: (() => void) | undefined;
      // The transaction stays open until the questions are answered.
      storeNetwork({ ...store, begin, commit: () => (uncommitted = commit) }, hotArticles(80));
      expect(await statusOf()).toBe(404);
      expect((await get<PartialNetwork>('explorer/network.json')).value.part.nodes).toBe(62);
      uncommitted?.();
      expect(await statusOf()).toBe(200);
      expect((await get<PartialNetwork>('explorer/network.json')).value.part.nodes).toBe(82);
    },
    () => {},
  );
});

test('a note that cannot be read is said to be trouble, and the server goes on', async () => {
  const setNote = (value: string | undefined) =>
    withStore(
      folder,
      async (store) => {
        const before = store.getNote(NETWORK_NOTE);
        store.begin();
        store.setNote(NETWORK_NOTE, value);
        store.commit();
        return before;
      },
      () => {},
    );
  const before = await setNote('{');
  expect((await get('explorer/network.json')).status).toBe(500);
  expect((await get('api/search?q=x')).status).toBe(500);
  await setNote(before);
  expect((await get('explorer/network.json')).status).toBe(200);
});

test('a part of nothing is no network', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'guanxi-questions-'));
  await writeFile(join(empty, 'index.html'), '');
  await expect(serve({ folder: empty, port: 0, part: 'always' })).rejects.toMatchObject({ code: 'SERVE_NO_STORE' });
  await rm(empty, { recursive: true });
});

test('a store that is made anew is found, and one that is gone is said to be', async () => {
  await rm(join(folder, '.store'), { recursive: true });
  expect((await get('api/search?q=x')).status).toBe(503);
  expect((await get('explorer/network.json')).value).toEqual({ whole: true });
  await withStore(
    folder,
    async (store) => storeNetwork(store, hotArticles(3)),
    () => {},
  );
  expect((await get<PartialNetwork>('explorer/network.json')).value.part.nodes).toBe(5);
});
