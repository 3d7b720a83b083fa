import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { article } from '../../../test/support/article.ts';
import { type Content, histories, idOf, make, PLAIN, sourceOf } from '../../../test/support/histories.ts';
import { createOntology } from '../../ontology/ontology.ts';
import type { Vocabulary } from '../../resources.ts';
import type { UnitSource } from '../units.ts';
import { createGrowingNetwork } from './growing-network.ts';

const ontology = createOntology();

function follow(history: readonly (readonly (readonly [number, Content | null])[])[], vocabulary: Vocabulary) {
  const growing = createGrowingNetwork(ontology, vocabulary);
  const now = new Map<string, UnitSource>();
  for (const step of history) {
    const last = new Map(step);
    const removed = new Set([...last.keys()].map(idOf));
    const added = [...last].flatMap(([number, one]) => (one === null ? [] : [make(number, one, vocabulary)]));
    growing.change(removed, added);
    for (const id of removed) now.delete(id);
    for (const source of added) now.set(source.document.id, source);
  }
  const fresh = createGrowingNetwork(ontology, vocabulary);
  fresh.change(new Set(), [...now.values()]);
  return { growing, fresh };
}

test('whatever came and went, the network is that of the documents taken at once', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { growing, fresh } = follow(history, PLAIN);
      expect(growing.network()).toEqual(fresh.network());
    }),
    { seed: 20260408, numRuns: 400 },
  );
});

test('so it is with names that are configured, declared or ignored', () => {
  const vocabulary: Vocabulary = {
    names: [{ name: '青禾', type: 'company' }],
    ignore: ['远山银行'],
    same: [
      ['云州市', '云州市政府', '王伟'],
      ['韩守仁', '韩守义'],
    ],
  };
  fc.assert(
    fc.property(histories, (history) => {
      const { growing, fresh } = follow(history, vocabulary);
      expect(growing.network()).toEqual(fresh.network());
    }),
    { seed: 20260409, numRuns: 150 },
  );
});

test('so it is with decisions of readers', () => {
  const decisions = [
    { line: 1, decision: { do: 'merge', entity: ['company', '青禾集团'], into: ['company', '青禾'] } },
    { line: 2, decision: { do: 'reject', entity: ['place', '云州'] } },
  ] as const;
  fc.assert(
    fc.property(histories, (history) => {
      const { growing, fresh } = follow(history, PLAIN);
      expect(growing.network(decisions)).toEqual(fresh.network(decisions));
    }),
    { seed: 20260410, numRuns: 60 },
  );
});

describe('what a change tells', () => {
  const harbour = article(
    '1',
    '2022-01-01',
    [
      ['e1', 'company', '青禾集团'],
      ['e2', 'company', '云港物流'],
    ],
    [['e1', 'invested_in', 'e2']],
  );
  const other = article('2', '2022-01-02', [['e1', 'company', '远山银行']]);

  test('only what is another now, and it is the same object where it is not', () => {
    const growing = createGrowingNetwork(ontology, PLAIN);
    growing.change(new Set(), [sourceOf(harbour)]);
    const before = growing.network();
    const change = growing.change(new Set(), [sourceOf(other)]);
    expect([...change.documents]).toEqual([['2', undefined]]);
    expect([...change.entities]).toEqual([['company:远山银行', undefined]]);
    expect([...change.ties]).toEqual([]);
    const after = growing.network();
    expect(after.ties[0]).toBe(before.ties[0]);
    expect(after.entities.find(({ name }) => name === '青禾集团')).toBe(
      before.entities.find(({ name }) => name === '青禾集团'),
    );
  });

  test('what goes takes with it what it alone said', () => {
    const growing = createGrowingNetwork(ontology, PLAIN);
    growing.change(new Set(), [sourceOf(harbour), sourceOf(other)]);
    const before = growing.network();
    const change = growing.change(new Set(['1']), []);
    expect([...change.ties]).toEqual([['company:青禾集团|invested_in|company:云港物流', before.ties[0]]]);
    expect(growing.network().entities.map(({ name }) => name)).toEqual(['远山银行']);
    expect(change.now.tie('company:青禾集团|invested_in|company:云港物流')).toBeUndefined();
  });
});
