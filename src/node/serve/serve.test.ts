import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LedgerChange, type LiveLedger, type PublishedLedger, TOKEN_HEADER } from '../../curation/published.ts';
import { type Serving, serve } from './serve.ts';

const LINE = '{"do":"reject","entity":["person","金白银"]}';
let folder = '';
let ledger = '';
let serving: Serving;
let builds = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanxi-serve-'));
  const out = join(folder, 'out');
  ledger = join(folder, 'curation.jsonl');
  await mkdir(join(out, 'explorer'), { recursive: true });
  await writeFile(join(out, 'index.html'), '<!doctype html>');
  await writeFile(join(out, 'explorer/curation.json'), '{"applied":"# built\\n"}');
  builds = 0;
  const rebuild = async () => {
    builds++;
  };
  serving = await serve({ folder: out, port: 0, ledger, rebuild });
});
afterEach(async () => {
  await serving.close();
  await rm(folder, { recursive: true, force: true });
});

const address = () => `${serving.url}explorer/curation.json`;
const origin = () => new URL(serving.url).origin;

async function live(): Promise<LiveLedger> {
  const published = (await (await fetch(address())).json()) as PublishedLedger;
  if (published.live === undefined) throw new Error('nothing live');
  return published.live;
}

async function post(change: LedgerChange | string, headers: Readonly<Record<string, string>> = {}) {
  const { token } = await live();
  const response = await fetch(address(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', [TOKEN_HEADER]: token, origin: origin(), ...headers },
    body: typeof change === 'string' ? change : JSON.stringify(change),
  });
  return { status: response.status, value: (await response.json()) as LiveLedger & { error?: string } };
}

const written = () => readFile(ledger, 'utf8').catch(() => '');

describe('the page of this server', () => {
  test('reads what was built and what stands, adds a line and takes it out again', async () => {
    expect((await (await fetch(address())).json()) as PublishedLedger).toMatchObject({
      applied: '# built\n',
      live: { text: '', file: 'curation.jsonl', canBuild: true },
    });
    const added = await post({ version: (await live()).version, add: [LINE] });
    expect(added).toMatchObject({ status: 200, value: { text: `${LINE}\n` } });
    expect(await written()).toBe(`${LINE}\n`);
    await post({ version: added.value.version, remove: [1] });
    expect(await written()).toBe('');
  });

  test('is told when the ledger has changed meanwhile, and writes nothing over it', async () => {
    const { version } = await live();
    await writeFile(ledger, '# by hand\n');
    expect(await post({ version, add: [LINE] })).toMatchObject({ status: 409, value: { text: '# by hand\n' } });
    expect(await written()).toBe('# by hand\n');
  });

  test('of two changes at once to one version, one is refused', async () => {
    const { version } = await live();
    const both = await Promise.all([post({ version, add: [LINE] }), post({ version, add: [LINE] })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await written()).toBe(`${LINE}\n`);
  });

  test('asks for a build', async () => {
    const { token } = await live();
    const ask = (headers: Record<string, string>) => fetch(`${serving.url}explorer/build`, { method: 'POST', headers });
    expect((await ask({})).status).toBe(403);
    expect((await ask({ [TOKEN_HEADER]: token, origin: origin() })).status).toBe(200);
    expect(builds).toBe(1);
  });
});

describe('everything else is refused, and nothing is written', () => {
  afterEach(async () => expect(await written()).toBe(''));

  test('a page of another site', async () => {
    const { version } = await live();
    const change = { version, add: [LINE] };
    for (const headers of [
      { origin: 'https://example.com' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { [TOKEN_HEADER]: '' },
      { [TOKEN_HEADER]: 'x'.repeat(32) },
    ]) {
      expect((await post(change, headers)).status).toBe(403);
    }
    const asked = await fetch(address(), { method: 'OPTIONS', headers: { origin: 'https://example.com' } });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a name that was bound to this machine', async () => {
    const { port } = new URL(serving.url);
    const status = await new Promise((done, failed) => {
      request({ host: '127.0.0.1', port, path: '/explorer/curation.json', headers: { host: `evil.example:${port}` } })
        .on('response', (response) => {
          response.resume();
          done(response.statusCode);
        })
        .on('error', failed)
        .end();
    });
    expect(status).toBe(403);
  });

  test('what is no change, no decision, no JSON, or too much', async () => {
    const { version } = await live();
    expect((await post('not json')).status).toBe(400);
    expect((await post({ version, file: '/etc/passwd', add: [LINE] } as LedgerChange)).status).toBe(400);
    expect((await post({ version, add: [LINE] }, { 'content-type': 'text/plain' })).status).toBe(415);
    for (const line of ['# comment', '', `${LINE}\n${LINE}`, '{"do":"reject"}', '{"do":"rejct","entity":["a","b"]}']) {
      expect((await post({ version, add: [line] })).status).toBe(422);
    }
    expect((await post({ version, add: ['x'.repeat(3_000_000)] })).status).toBe(413);
  });

  test('another path or another way', async () => {
    const { version, token } = await live();
    for (const [path, method] of [
      ['explorer/../curation.json', 'POST'],
      ['index.html', 'POST'],
      ['explorer/curation.json', 'PUT'],
      ['explorer/curation.json', 'DELETE'],
      ['__proto__', 'POST'],
    ] as const) {
      const response = await fetch(`${serving.url}${path}`, {
        method,
        headers: { 'content-type': 'application/json', [TOKEN_HEADER]: token, origin: origin() },
        body: JSON.stringify({ version, add: [LINE] }),
      });
      expect(response.status).toBe(405);
    }
  });
});

test('a server without a ledger, or for other machines, gives the file of the build and changes nothing', async () => {
  for (const options of [{}, { ledger, host: '0.0.0.0' }]) {
    const other = await serve({ folder: join(folder, 'out'), port: 0, ...options });
    const port = new URL(other.url).port;
    const at = `http://127.0.0.1:${port}/explorer/curation.json`;
    expect(await (await fetch(at)).json()).toEqual({ applied: '# built\n' });
    expect((await fetch(at, { method: 'POST', body: '{}' })).status).toBe(405);
    await other.close();
  }
});
