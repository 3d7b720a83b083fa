import { expect, test } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import { LoadError } from './load.ts';
import { fetchEmbedded, filesOf, keepEmbedded, makeStandalone, readEmbedded } from './standalone.ts';

const network = networkOf(
  [
    { tie: ['person:甲', 'met', 'person:</script><script>alert(1)//'] },
    { tie: ['person:甲', 'met', 'person:乙'] },
    { tie: ['person:丙', 'met', 'person:乙'] },
  ],
  [],
  [{ title: '<!--' }],
);
const served = new Map<string, string>([
  ['page.html', '<html><body><!--guanxi-data--><script>run()</script></body></html>'],
  ['explorer/network.json', JSON.stringify(network)],
  ...filesOf(network)
    .slice(1)
    .map((path): [string, string] => [`explorer/${path}`, `["${path}<"]`]),
]);
const ledger = { applied: '', text: '{}' };
const fetchFile = async (address: string) =>
  served.has(address) ? new Response(served.get(address)) : new Response('', { status: 404 });

test('holds every file of the network, and gives each back as a server would', async () => {
  const page = (
    await makeStandalone(network, 'page.html', 'explorer/', { view: 'node=a&lang=zh', ledger }, fetchFile)
  ).join('');
  const json = /<script type="application\/json" id="guanxi-data">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  const embedded = readEmbedded({ getElementById: () => ({ textContent: json }) as HTMLElement });
  expect(embedded?.view).toBe('node=a&lang=zh');
  if (embedded === null) return;
  const answer = fetchEmbedded(embedded, 'file:///x/explorer/');
  expect(await (await answer('file:///x/explorer/network.json')).json()).toEqual(JSON.parse(JSON.stringify(network)));
  expect(await (await answer('file:///x/explorer/edges/1.json')).json()).toEqual(['edges/1.json<']);
  expect(await (await answer('file:///x/explorer/curation.json')).json()).toEqual({ applied: '' });
  expect(JSON.parse(keepEmbedded(embedded).getItem('') ?? '')).toEqual({ before: '', text: '{}' });
  expect((await answer('file:///x/explorer/../secret')).status).toBe(404);
  expect((await answer('file:///x/explorer/__proto__')).status).toBe(404);
});

test('nothing in the data can end its element', async () => {
  const page = (
    await makeStandalone(
      network,
      'page.html',
      'explorer/',
      { view: '</script>', ledger: { applied: '', text: '</script>' } },
      fetchFile,
    )
  ).join('');
  expect(page.match(/<\/script/g)).toHaveLength(2);
  expect(page).not.toContain('<script>alert');
});

test('says which file is missing', async () => {
  served.delete('explorer/nodes/1.json');
  const error = await makeStandalone(network, 'page.html', 'explorer/', { view: '', ledger }, fetchFile).catch(
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(LoadError);
  expect((error as LoadError).address).toBe('explorer/nodes/1.json');
});
