import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, article, type Link, type Name } from '../../../../test/support/article.ts';
import { explore } from '../../../../test/support/explored.ts';
import type { Decision, EntityRef } from '../../../curation/decision.ts';
import type { ExplorerNetwork } from '../../../outputs/explorer-data.ts';
import { createDataset } from '../dataset.ts';
import { curate } from './curate.ts';
import { createCuratedShards } from './shards.ts';

/** What a build must say as well; positions, sizes and centrality need the whole corpus. */
function facts({ nodes, edges }: ExplorerNetwork) {
  const rows = (columns: Readonly<Record<string, readonly unknown[]>>, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, columns[name]]));
  return {
    nodes: {
      ...rows({ ...nodes }, [
        'id',
        'label',
        'type',
        'documents',
        'mentions',
        'degree',
        'firstSeen',
        'lastSeen',
        'note',
      ]),
      aliases: nodes.aliases.map((names) => [...names].sort()),
    },
    edges: {
      ...rows({ ...edges }, [
        'id',
        'source',
        'target',
        'type',
        'weight',
        'documents',
        'confidence',
        'firstDate',
        'lastDate',
        'status',
        'amount',
        'title',
        'reviewed',
        'note',
      ]),
    },
  };
}

function onPage(articles: readonly Article[], decisions: readonly Decision[]) {
  const { dataset, shards } = explore(articles);
  const curated = curate(
    dataset,
    shards,
    decisions.map((decision, index) => ({ line: index + 1, decision })),
  );
  return { curated, shards: createCuratedShards(shards, dataset, curated), base: dataset };
}

function expectAsBuilt(articles: readonly Article[], ...decisions: readonly Decision[]) {
  const page = onPage(articles, decisions);
  const built = explore(articles, decisions);
  expect(page.curated.waits).toBe(false);
  expect(facts(page.curated.network)).toEqual(facts(built.dataset.network));
  for (const edge of built.dataset.network.edges.id.keys()) {
    expect(page.shards.evidence(edge)).toEqual(built.shards.evidence(edge));
  }
  for (const [number] of built.dataset.network.documents.entries()) {
    expect(page.shards.text(number)).toEqual(built.shards.text(number));
  }
  expect(page.shards.occasions()).toEqual(built.shards.occasions());
  for (const node of built.dataset.network.nodes.id.keys()) {
    const [here, there] = [page.shards.detail(node), built.shards.detail(node)];
    if (here.status !== 'ready' || there.status !== 'ready') throw new Error('not there');
    expect(here.value.mentions).toEqual(there.value.mentions);
    expect(here.value.splits).toEqual(there.value.splits);
  }
}

const company = (name: string, document?: string): EntityRef =>
  document === undefined ? ['company', name] : ['company', name, document];
const cast: readonly Name[] = [
  ['a', 'company', '长风集团'],
  ['b', 'company', '北辰电池'],
  ['c', 'person', '邵怀瑾'],
];
const links: readonly Link[] = [
  ['a', 'acquired', 'b', { amount: 100, currency: 'CNY' }],
  ['c', 'holds_post', 'a', { title: '董事长' }],
];
const articles = [
  article('1', '2022-01-01', cast, links),
  article('2', '2023-01-01', [['a', 'company', '劲草控股'], ...cast.slice(1)], links),
  article('3', '2024-01-01', cast, [
    ['a', 'invested_in', 'b', { status: 'planned' }],
    ['c', 'met', 'b'],
  ]),
];

describe('the page says at once what the next build will say', () => {
  test('of a merge, with evidence counted once', () =>
    expectAsBuilt(articles, { do: 'merge', entity: company('长风集团'), into: company('劲草控股') }));

  test('of a split by document', () =>
    expectAsBuilt(articles, {
      do: 'split',
      entity: company('长风集团'),
      off: { documents: ['3'] },
      name: '长风（另一家）',
    }));

  test('of a split by name', () =>
    expectAsBuilt(
      [
        article(
          '1',
          '2022-01-01',
          [
            ['a', 'company', '长风控股有限公司', '长风'],
            ['b', 'company', '北辰电池'],
          ],
          [['a', 'acquired', 'b']],
        ),
        article(
          '2',
          '2022-02-01',
          [
            ['a', 'company', '长风'],
            ['b', 'company', '远山银行'],
          ],
          [['a', 'invested_in', 'b']],
        ),
      ],
      { do: 'split', entity: company('长风控股有限公司'), off: { names: ['长风'] } },
    ));

  test('of a name that is none, or another, or of another type', () =>
    expectAsBuilt(
      articles,
      { do: 'reject', entity: ['person', '邵怀瑾'] },
      { do: 'rename', entity: company('北辰电池'), name: '北辰' },
      { do: 'note', entity: company('北辰'), note: '甲' },
      { do: 'retype', entity: company('劲草控股'), type: 'organization' },
    ));

  test('of ties that are rejected, confirmed and noted', () =>
    expectAsBuilt(
      articles,
      { do: 'reject', tie: [company('长风集团'), 'acquired', company('北辰电池')] },
      { do: 'confirm', tie: [company('劲草控股'), 'acquired', company('北辰电池')] },
      { do: 'note', tie: [['person', '邵怀瑾'], 'met', company('北辰电池')], note: '见公告' },
    ));

  test('of any merges and rejections, in any order', () => {
    const names = ['青禾', '北辰', '远山', '海月', '长风'];
    const name = fc.constantFrom(...names);
    const decision = fc.oneof(
      fc.tuple(name, name).map(([a, b]): Decision => ({ do: 'merge', entity: company(a), into: company(b) })),
      fc.tuple(name, name).map(([a, b]): Decision => ({ do: 'reject', tie: [company(a), 'invested_in', company(b)] })),
      fc.tuple(name, name).map(([a, b]): Decision => ({ do: 'confirm', tie: [company(a), 'signed_with', company(b)] })),
      name.map((a): Decision => ({ do: 'reject', entity: company(a) })),
    );
    const lists = fc.array(fc.uniqueArray(name, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(lists, fc.array(decision, { maxLength: 4 }), (all, decisions) => {
        const some = all.map((list, index) =>
          article(
            `d${index}`,
            `202${index}-01-01`,
            list.map((one, at): Name => [`e${at}`, 'company', one]),
            [
              ['e0', 'invested_in', 'e1'],
              ['e0', 'signed_with', 'e1'],
            ],
          ),
        );
        expectAsBuilt(some, ...decisions);
      }),
      { numRuns: 60 },
    );
  });
});

test('without decisions the page shows what was built', () => {
  const { base, curated } = onPage(articles, []);
  expect(curated.network).toEqual(base.network);
  expect(createDataset(curated.network).edgeCount).toBe(base.edgeCount);
});

test('decisions that no longer apply are told with their lines', () => {
  const { curated } = onPage(articles, [
    { do: 'reject', entity: ['person', '__proto__'] },
    { do: 'confirm', tie: [company('长风集团'), 'met', company('北辰电池')] },
  ]);
  expect(curated.outcomes.map(({ line, lapse }) => [line, lapse?.kind])).toEqual([
    [1, 'no-entity'],
    [2, 'no-tie'],
  ]);
});
