import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../curation/decision.ts';
import { addLines, parseLedger, removeLines } from '../../../curation/ledger.ts';
import type { LedgerChange, LiveLedger, PublishedLedger } from '../../../curation/published.ts';
import { createCuration } from './curation.ts';
import { readPageLedger, rebase } from './lines.ts';
import { openLedger, type Send } from './storage.ts';

const note = (text: string): Decision => ({ do: 'note', entity: ['company', '青禾'], note: text });
const ledgerOf = (...notes: readonly string[]) => addLines('', notes.map(note));

/** What a browser keeps. */
function browser() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const published =
  (value: PublishedLedger | null): Send =>
  () =>
    Promise.resolve(value === null ? new Response('', { status: 404 }) : Response.json(value));

/** A server with a ledger, on which somebody else may write. */
function server(text: string) {
  const disk = { text };
  const live = (): LiveLedger => ({ text: disk.text, version: disk.text, token: 't', file: 'l', canBuild: false });
  const send: Send = (_, init) => {
    if (init?.method !== 'POST') return Promise.resolve(Response.json({ applied: text, live: live() }));
    const { version, remove = [], add = [], at }: LedgerChange = JSON.parse(String(init.body));
    if (version !== disk.text) return Promise.resolve(Response.json({ error: 'changed', ...live() }, { status: 409 }));
    const decisions = parseLedger(add.join('\n'), '').lines.map(({ decision }) => decision);
    disk.text = addLines(removeLines(disk.text, new Set(remove)), decisions, at);
    return Promise.resolve(Response.json(live()));
  };
  return { disk, send };
}

describe('undo and redo', () => {
  test('lead back and forth through every text, whatever was added and withdrawn', async () => {
    const steps = fc.array(fc.oneof(fc.constant('add'), fc.nat({ max: 9 })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (all, onDisk) => {
        const { send } = server(ledgerOf('a', 'b', 'c'));
        const opened = onDisk
          ? await openLedger('/', send, browser())
          : await openLedger('/', published({ applied: ledgerOf('a', 'b', 'c') }), browser());
        const curation = createCuration(opened);
        const text = () => curation.state.get().ledger.text;
        const texts = [text()];
        for (const [index, step] of all.entries()) {
          if (step === 'add') await curation.decide([note(`n${index}`)]);
          else await curation.withdraw((step % Math.max(1, curation.state.get().ledger.lines.length)) + 1);
          if (text() !== texts.at(-1)) texts.push(text());
        }
        for (const before of [...texts].reverse().slice(1)) {
          await curation.undo();
          expect(text()).toBe(before);
        }
        for (const after of texts.slice(1)) {
          await curation.redo();
          expect(text()).toBe(after);
        }
        expect(curation.state.get().failure).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test('find their line again when somebody else has written meanwhile', async () => {
    const { disk, send } = server('');
    const curation = createCuration(await openLedger('/', send, browser()));
    await curation.decide([note('mine')]);
    disk.text = addLines(`# by hand\n${disk.text}`, [note('theirs')]);
    await curation.undo();
    expect(disk.text).toBe(`# by hand\n${ledgerOf('theirs')}`);
    await curation.decide([note('more')]);
    expect(disk.text).toBe(`# by hand\n${ledgerOf('theirs', 'more')}`);
  });
});

describe('a page without a server that has the corpus', () => {
  test('keeps decisions in the browser, and forgets them when nothing is left', async () => {
    const keep = browser();
    const curation = createCuration(await openLedger('/', published({ applied: '' }), keep));
    expect(curation.storage.kind).toBe('browser');
    await curation.decide([note('x')]);
    const again = await openLedger('/', published({ applied: '' }), keep);
    expect(again.text).toBe(ledgerOf('x'));
    await curation.undo();
    expect(keep.kept.size).toBe(0);
  });

  test('begins with none where the folder has no ledger, or what was kept is no ledger', async () => {
    const keep = { ...browser(), getItem: () => '{"before":1' };
    expect(await openLedger('/', published(null), keep)).toMatchObject({ applied: '', text: '' });
  });

  test('lets go of decisions that a build has followed, and keeps the others', () => {
    const before = ledgerOf('old', 'gone');
    const kept = ledgerOf('old', 'new', 'newer');
    expect(rebase(before, kept, ledgerOf('old', 'gone', 'new'))).toBe(ledgerOf('old', 'new', 'newer'));
  });
});

test('what is fresh and what is withdrawn follow from the ledger that was built with', () => {
  const ledger = readPageLedger(ledgerOf('a', 'b', 'b'), `# note\n${ledgerOf('b', 'a', 'c')}`, 'l');
  expect(ledger.fresh).toEqual([{ line: 4, decision: note('c') }]);
  expect(ledger.withdrawn).toEqual([{ line: 3, decision: note('b') }]);
});

test('a ledger file that is taken in adds only what is not there, and names the lines that are none', async () => {
  const curation = createCuration(await openLedger('/', published({ applied: ledgerOf('a') }), browser()));
  const problems = await curation.takeIn(`${ledgerOf('a', 'b')}{"do":"oops"}\n`, 'file');
  expect(problems.map(({ place }) => place.line)).toEqual([3]);
  expect(curation.state.get().ledger.text).toBe(ledgerOf('a', 'b'));
  await curation.undo();
  expect(curation.state.get().ledger.text).toBe(ledgerOf('a'));
});
