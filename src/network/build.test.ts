import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, article, type Link, type Name } from '../../test/support/article.ts';
import { createOntology } from '../ontology/ontology.ts';
import { buildNetwork, type NetworkOptions } from './build.ts';

const options: NetworkOptions = { ontology: createOntology(), vocabulary: { names: [], ignore: [], same: [] } };

const build = (articles: readonly Article[], more: Partial<NetworkOptions> = {}) =>
  buildNetwork(
    articles.map(({ document }) => document),
    articles.map(({ extraction }) => extraction),
    { ...options, ...more },
  );

const names = (articles: readonly Article[], more?: Partial<NetworkOptions>) =>
  build(articles, more).entities.map(({ name }) => name);

const people = (articles: readonly Article[]) => build(articles).entities.filter(({ type }) => type === 'person');

describe('names across documents', () => {
  test('a company and the short form that a document defines are one, and the merge says why', () => {
    const { entities } = build([
      article('1', '2022-01-01', [['e1', 'company', '青禾新能源股份有限公司', '青禾新能源']]),
      article('2', '2022-02-01', [['e1', 'company', '青禾新能源']]),
    ]);
    expect(entities).toHaveLength(1);
    expect(entities[0]?.documents).toEqual(['1', '2']);
    expect(entities[0]?.merges.map(({ rule }) => rule)).toContain('defined-short-form');
  });

  test('a bank and its branch, and two numbered hospitals, stay apart', () => {
    expect(
      names([
        article('1', '2022-01-01', [
          ['e1', 'company', '远山银行'],
          ['e2', 'organization', '云州市第一人民医院'],
        ]),
        article('2', '2022-01-01', [
          ['e1', 'company', '远山银行云州分行'],
          ['e2', 'organization', '云州市第三人民医院'],
        ]),
      ]),
    ).toHaveLength(4);
  });

  test('a foreign ministry is one under the short and the long name of its country', () => {
    expect(
      names([
        article('1', '2022-01-01', [['e1', 'agency', '俄罗斯国防部']]),
        article('2', '2022-01-02', [['e1', 'agency', '俄国防部']]),
        article('3', '2022-01-03', [['e1', 'agency', '美国国务院']]),
        article('4', '2022-01-04', [['e1', 'agency', '国务院']]),
      ]).length,
    ).toBe(3);
  });

  test('a city is one with and without its suffix, though a country is named before it elsewhere', () => {
    expect(
      names([
        article('1', '2022-01-01', [['e1', 'place', '北京']]),
        article('2', '2022-01-02', [['e1', 'place', '北京市']]),
        article('3', '2022-01-03', [['e1', 'place', '中国北京']]),
      ]).length,
    ).toBeLessThan(3);
  });

  test('a house is one under its names: bare, as company, as group, and with its country', () => {
    const { entities } = build([
      article('1', '2022-01-01', [['e1', 'company', '青禾公司', '青禾']]),
      article('2', '2022-01-02', [['e1', 'company', '青禾集团', '青禾']]),
      article('3', '2022-01-03', [['e1', 'company', '瑞士青禾集团']]),
      article('4', '2022-01-04', [['e1', 'company', '青禾']]),
    ]);
    expect(entities.map(({ documents }) => documents.length)).toEqual([4]);
    expect(entities[0]?.merges.map(({ rule }) => rule)).toContain('same-house');
  });

  test('a house is not its listed company, and two houses of a short name are not one', () => {
    expect(
      names([
        article('1', '2022-01-01', [['e1', 'company', '远山重工集团']]),
        article('2', '2022-01-02', [['e1', 'company', '远山重工股份有限公司']]),
        article('3', '2022-01-03', [['e1', 'company', '东方集团']]),
        article('4', '2022-01-04', [['e1', 'company', '东方公司']]),
      ]),
    ).toHaveLength(4);
  });

  test('a common noun is a node only where something is stated of it', () => {
    const { entities, report } = build([
      article(
        '1',
        '2022-01-01',
        [
          ['e1', 'agency', '工作委员会'],
          ['e2', 'project', '多晶硅项目'],
          ['e3', 'company', '青禾集团'],
          ['e4', 'project', '改造工程'],
        ],
        [['e3', 'participates_in', 'e4']],
      ),
    ]);
    expect(entities.map(({ name }) => name).sort()).toEqual(['改造工程', '青禾集团'].sort());
    expect(report.idleCommonNouns).toBe(2);
  });

  test('a body that everybody calls by its short name is none that one document shortens to it', () => {
    expect(
      names([
        article('1', '2022-01-01', [['e1', 'company', '北海农业银行', '农业银行']]),
        article('2', '2022-02-01', [['e1', 'company', '农业银行']]),
        article('3', '2022-02-01', [['e1', 'company', '农行']]),
      ]),
    ).toHaveLength(2);
  });

  test('a firm of one town is not the house elsewhere, though one document calls it so', () => {
    expect(
      names([
        article('1', '2022-01-01', [['e1', 'company', '远山啤酒（铁岭）有限公司', '远山啤酒']]),
        article('2', '2022-02-01', [['e1', 'company', '远山啤酒']]),
      ]),
    ).toHaveLength(2);
  });

  test('what two brands make together is neither of them', () => {
    expect(
      names([
        article('1', '2022-01-01', [['e1', 'company', '上海远山']]),
        article('2', '2022-02-01', [['e1', 'company', '远山']]),
      ]),
    ).toHaveLength(2);
  });

  test('two regional companies of one brand stay apart', () => {
    expect(
      names([
        article('1', '2022-01-01', [['e1', 'company', '远山啤酒（中国）有限公司']]),
        article('2', '2022-01-01', [['e1', 'company', '远山啤酒（云州）有限公司']]),
      ]),
    ).toHaveLength(2);
  });

  test('names that the configuration joins are one, and those it ignores are left out', () => {
    const articles = [
      article('1', '2022-01-01', [
        ['e1', 'company', '青禾'],
        ['e2', 'company', '东湖软件'],
        ['e3', 'company', '某公司'],
      ]),
    ];
    expect(names(articles, { vocabulary: { names: [], ignore: ['某公司'], same: [['青禾', '东湖软件']] } })).toEqual([
      '青禾',
    ]);
  });

  test('a post that is held beside others is no sign of a namesake', () => {
    const holder = (id: string, employer: readonly [string, string], title: string) =>
      article(
        id,
        '2022-01-01',
        [
          ['p', 'person', '邵怀瑾'],
          ['o', ...employer],
        ],
        [['p', 'holds_post', 'o', { title }]],
      );
    const company = holder('1', ['company', '云浦港务集团'], '董事长');
    expect(people([company, holder('2', ['organization', '云州市物流协会'], '会长')])).toHaveLength(1);
    expect(people([company, holder('2', ['agency', '云州市政协'], '常委')])).toHaveLength(1);
    expect(people([company, holder('2', ['agency', '云州市卫生局'], '局长')])).toHaveLength(2);
  });

  test('one name with posts that contradict at one time is two people, each with the reason', () => {
    const { entities } = build([
      article(
        '1',
        '2022-01-01',
        [
          ['p', 'person', '王立'],
          ['o', 'agency', '青岛市卫生健康委员会'],
        ],
        [['p', 'holds_post', 'o', { title: '主任' }]],
      ),
      article(
        '2',
        '2022-01-05',
        [
          ['p', 'person', '王立'],
          ['o', 'company', '云浦港务集团'],
        ],
        [['p', 'holds_post', 'o', { title: '副总经理' }]],
      ),
    ]);
    const people = entities.filter(({ type }) => type === 'person');
    expect(people.map(({ id }) => id)).toEqual(['person:王立', 'person:王立~2']);
    for (const person of people) expect(person.splits.length).toBeGreaterThan(0);
  });

  test('a name that lost its last character joins the full name with the same post', () => {
    const post: readonly Link[] = [['p', 'holds_post', 'o', { title: '副部长' }]];
    const { entities } = build([
      article(
        '1',
        '2022-01-01',
        [
          ['p', 'person', '张立君'],
          ['o', 'agency', '环境保护部'],
        ],
        post,
      ),
      article(
        '2',
        '2022-02-01',
        [
          ['p', 'person', '张立'],
          ['o', 'agency', '环保部'],
        ],
        post,
      ),
      article(
        '3',
        '2022-02-01',
        [
          ['p', 'person', '张立'],
          ['o', 'company', '青禾集团'],
        ],
        [['p', 'holds_post', 'o', { title: '董事长' }]],
      ),
    ]);
    const people = entities.filter(({ type }) => type === 'person');
    expect(people.map(({ name, documents }) => [name, documents.length])).toEqual([
      ['张立', 1],
      ['张立君', 2],
    ]);
    expect(people[1]?.merges.map(({ rule }) => rule)).toContain('cut-name');
  });

  test('one name with one post in two documents is one person', () => {
    const post: readonly Link[] = [['p', 'holds_post', 'o', { title: '董事长' }]];
    const cast: readonly Name[] = [
      ['p', 'person', '邵怀瑾'],
      ['o', 'company', '海月控股'],
    ];
    expect(names([article('1', '2022-01-01', cast, post), article('2', '2023-01-01', cast, post)])).toHaveLength(2);
  });
});

describe('ties', () => {
  const cast: readonly Name[] = [
    ['a', 'company', '青禾新能源'],
    ['b', 'company', '北辰电池'],
  ];

  test('a symmetric tie is stored once, from the smaller id, whichever way it was said', () => {
    const { ties } = build([
      article('1', '2022-01-01', cast, [['a', 'signed_with', 'b']]),
      article('2', '2022-01-02', cast, [['b', 'signed_with', 'a']]),
    ]);
    expect(ties.map(({ id, documents }) => [id, documents])).toEqual([
      ['company:北辰电池|signed_with|company:青禾新能源', 2],
    ]);
  });

  test('rival amounts of two outlets stay side by side in the evidence', () => {
    const { ties } = build([
      article('1', '2023-05-19', cast, [['a', 'acquired', 'b', { amount: 1_200_000_000, currency: 'CNY' }]]),
      article('2', '2023-05-20', cast, [['a', 'acquired', 'b', { amount: 1_260_000_000, currency: 'CNY' }]]),
    ]);
    expect(ties[0]?.evidence.map(({ attributes }) => attributes.amount)).toEqual([1_200_000_000, 1_260_000_000]);
  });

  test('a reprint keeps its evidence and counts as no further source', () => {
    const said: readonly Link[] = [['a', 'acquired', 'b']];
    const articles = [article('1', '2023-05-19', cast, said), article('2', '2023-05-20', cast, said)];
    const { ties } = build(articles, { reprints: new Map([['2', '1']]) });
    expect(ties[0]).toMatchObject({ documents: 1, confidence: 0.8 });
    expect(ties[0]?.evidence).toHaveLength(2);
  });

  test('a tie outside its domain and range is dropped and counted', () => {
    const { ties, report } = build([
      article(
        '1',
        '2022-01-01',
        [
          ['a', 'place', '云州'],
          ['b', 'company', '北辰电池'],
        ],
        [['a', 'acquired', 'b']],
      ),
    ]);
    expect(ties).toEqual([]);
    expect(report.droppedRelations['domain-range']).toBe(1);
  });
});

test('names that objects inherit are names like others', () => {
  const { entities, ties } = build([
    article(
      '1',
      '2022-01-01',
      [
        ['a', 'company', '__proto__'],
        ['b', 'company', 'constructor'],
      ],
      [['a', 'acquired', 'b']],
    ),
  ]);
  expect(entities.map(({ name }) => name).sort()).toEqual(['__proto__', 'constructor']);
  expect(ties).toHaveLength(1);
});

test('the order of documents is invisible, ids are unique, and no evidence is lost or doubled', () => {
  const pool = [
    '青禾新能源',
    '青禾新能源股份有限公司',
    '北辰电池',
    '北辰电池有限公司',
    '远山资本',
    '海月控股集团',
    '海月控股',
  ];
  const articles = fc.array(fc.uniqueArray(fc.constantFrom(...pool), { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(articles, fc.nat(), (lists, turn) => {
      const all = lists.map((list, index) =>
        article(
          `d${index}`,
          `2022-0${(index % 9) + 1}-01`,
          list.map((name, at): Name => [`e${at}`, 'company', name]),
          [['e0', 'invested_in', 'e1']],
        ),
      );
      const network = build(all);
      const shift = turn % all.length;
      expect(build([...all.slice(shift), ...all.slice(0, shift)])).toEqual(network);
      const ids = network.entities.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const kept = network.ties.reduce((sum, { evidence }) => sum + evidence.length, 0);
      expect(kept + network.report.droppedRelations['self-tie']).toBe(all.length);
    }),
    { numRuns: 60 },
  );
});
