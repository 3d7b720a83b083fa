import { expect, test } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import { type LoadError, loadNetwork } from './load.ts';
import { allOf } from './loadables.ts';
import { createShards } from './shards.ts';

const network = networkOf([{ tie: ['person:甲', 'met', 'person:乙'] }, { tie: ['person:甲', 'met', 'person:丙'] }]);
const failureOf = async (response: Response | Error): Promise<string> => {
  const fetchFile = async (): Promise<Response> => {
    if (response instanceof Error) throw response;
    return response;
  };
  return loadNetwork('network.json', fetchFile).then(
    () => 'none',
    (error: LoadError) => error.failure,
  );
};
const json = (value: unknown): Response => new Response(JSON.stringify(value));

test('a network is read', async () => {
  expect(await failureOf(json(network))).toBe('none');
});

test('what cannot be shown is refused with its reason', async () => {
  expect(await failureOf(new Response('', { status: 404 }))).toBe('missing');
  expect(await failureOf(new Response('<!doctype html>'))).toBe('missing');
  expect(await failureOf(new Response('', { status: 500 }))).toBe('unreachable');
  expect(await failureOf(new TypeError('offline'))).toBe('unreachable');
  expect(await failureOf(new Response('{"format":1,'))).toBe('damaged');
  expect(await failureOf(json([]))).toBe('damaged');
  expect(await failureOf(json({ ...network, format: 99 }))).toBe('wrong-format');
  expect(await failureOf(json({ ...network, nodes: { ...network.nodes, label: [] } }))).toBe('damaged');
});

test('a shard is fetched once, and again only after a failure', async () => {
  const asked: string[] = [];
  let broken = true;
  const shards = createShards(network, 'explorer/', async (address) => {
    asked.push(address);
    return broken ? new Response('', { status: 503 }) : json([[], []]);
  });
  const arrival = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = shards.subscribe(() => {
        stop();
        resolve();
      });
    });
  expect([shards.evidence(0).status, shards.evidence(1).status]).toEqual(['loading', 'loading']);
  await arrival();
  expect(shards.evidence(1).status).toBe('failed');
  expect(asked).toEqual(['explorer/edges/0.json']);
  broken = false;
  shards.retry();
  expect(shards.evidence(1).status).toBe('loading');
  await arrival();
  expect(allOf([shards.evidence(0), shards.evidence(1)])).toEqual({ status: 'ready', value: [[], []] });
  expect(asked).toHaveLength(2);
});
