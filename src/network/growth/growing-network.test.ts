import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, article, type Link, type Name } from '../../../test/support/article.ts';
import { createOntology } from '../../ontology/ontology.ts';
import type { Vocabulary } from '../../resources.ts';
import { ignoredKeys, toUnitSource, type UnitSource } from '../units.ts';
import { createGrowingNetwork } from './growing-network.ts';

const ontology = createOntology();
const PLAIN: Vocabulary = { names: [], ignore: [], same: [] };

const sourceOf = ({ document, extraction }: Article, root?: string, vocabulary = PLAIN): UnitSource =>
  toUnitSource(document, extraction, root ?? document.id, ignoredKeys(vocabulary));

/** Names that bear on one another in every way: short forms, houses, bodies, common nouns, places, namesakes. */
const NAMES: readonly (readonly [type: string, name: string, ...aliases: string[]])[] = [
  ['company', '青禾新能源股份有限公司', '青禾新能源', '青禾'],
  ['company', '青禾新能源'],
  ['company', '青禾集团', '青禾'],
  ['company', '青禾'],
  ['company', '青禾公司', '公司'],
  ['organization', '青禾'],
  ['company', '甲国青禾集团'],
  ['company', '远山银行'],
  ['company', '远山银行云州分行'],
  ['company', '公司'],
  ['agency', '市委', '云州市委'],
  ['agency', '中共云州市委员会'],
  ['agency', '云州市政府', '市政府'],
  ['agency', '平江省云州市人民政府'],
  ['agency', '市政府'],
  ['agency', '鼓楼区政府'],
  ['agency', '云州市鼓楼区政府'],
  ['agency', '证监会'],
  ['agency', '中国证券监督管理委员会', '证监会'],
  ['place', '云州'],
  ['place', '云州市'],
  ['place', '平江省云州市'],
  ['place', '平江省'],
  ['place', '鼓楼区'],
  ['place', '云州市鼓楼区'],
  ['place', '青禾'],
  ['project', '云州风电项目'],
  ['project', '云州风电'],
  ['project', '风电基地', '云州风电项目'],
  ['person', '韩守仁', '韩书记'],
  ['person', '韩守'],
  ['person', '韩守义'],
  ['person', '王伟'],
  ['person', '埃隆·马斯克'],
  ['person', '马斯克'],
];

const link: fc.Arbitrary<Link> = fc.oneof(
  fc
    .tuple(fc.nat(5), fc.nat(5), fc.constantFrom('董事长', '市长'))
    .map(([a, b, title]): Link => [`e${a}`, 'holds_post', `e${b}`, { title }]),
  fc
    .tuple(fc.nat(5), fc.nat(5), fc.constantFrom('invested_in', 'cooperates_with', 'co_occurs', 'met', 'no-such-type'))
    .map(([a, b, type]): Link => [`e${a}`, type, `e${b}`]),
  fc
    .tuple(fc.nat(5), fc.nat(5), fc.constantFrom(1, 2))
    .map(([a, b, amount]): Link => [`e${a}`, 'invested_in', `e${b}`, { amount, currency: 'CNY', joint: 'j' }]),
);

/** The highest number that a document has. */
const MOST = 15;

/** Few names at a time, so that they meet; the reprinted document may be any. */
const contents = fc.shuffledSubarray([...NAMES], { minLength: 2, maxLength: 7 }).map((pool) =>
  fc.record({
    names: fc.uniqueArray(fc.constantFrom(...pool), { minLength: 1, maxLength: 6 }),
    links: fc.array(link, { maxLength: 6 }),
    year: fc.constantFrom('2021', '2023'),
    reprints: fc.option(fc.nat(MOST), { freq: 4 }),
  }),
);

type Content = Readonly<{
  names: readonly (readonly [string, string, ...string[]])[];
  links: readonly Link[];
  year: string;
  reprints: number | null;
}>;

const idOf = (number: number) => String(number).padStart(2, '0');

function make(number: number, { names, links, year, reprints }: Content, vocabulary: Vocabulary): UnitSource {
  const id = idOf(number);
  const named = names.map(([type, name, ...aliases], index): Name => [`e${index}`, type, name, ...aliases]);
  return sourceOf(article(id, `${year}-03-01`, named, links), reprints === null ? id : idOf(reprints), vocabulary);
}

/** A step puts contents in places, or takes out what is there; the first fills most of them. */
const histories = contents.chain((content: fc.Arbitrary<Content>) => {
  const step = (minLength: number, maxLength: number, freq: number) =>
    fc.array(fc.tuple(fc.nat(MOST), fc.option(content, { freq })), { minLength, maxLength });
  return fc
    .tuple(step(0, 24, 9), fc.array(step(1, 3, 2), { minLength: 2, maxLength: 8 }))
    .map(([first, rest]) => [first, ...rest]);
});

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
    expect(change.documents).toEqual(new Set(['2']));
    expect(change.entities).toEqual(new Set(['company:远山银行']));
    expect(change.ties).toEqual(new Set());
    const after = growing.network();
    expect(after.ties[0]).toBe(before.ties[0]);
    expect(after.entities.find(({ name }) => name === '青禾集团')).toBe(
      before.entities.find(({ name }) => name === '青禾集团'),
    );
  });

  test('what goes takes with it what it alone said', () => {
    const growing = createGrowingNetwork(ontology, PLAIN);
    growing.change(new Set(), [sourceOf(harbour), sourceOf(other)]);
    const change = growing.change(new Set(['1']), []);
    expect(change.ties).toEqual(new Set(['company:青禾集团|invested_in|company:云港物流']));
    expect(growing.network().entities.map(({ name }) => name)).toEqual(['远山银行']);
    expect(growing.tie('company:青禾集团|invested_in|company:云港物流')).toBeUndefined();
  });
});
