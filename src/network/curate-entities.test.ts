import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, article, type Link, type Name } from '../../test/support/article.ts';
import type { Decision, EntityRef, Lapse } from '../curation/decision.ts';
import { createOntology } from '../ontology/ontology.ts';
import { buildNetwork } from './build.ts';

const build = (articles: readonly Article[], ...decisions: readonly Decision[]) =>
  buildNetwork(
    articles.map(({ document }) => document),
    articles.map(({ extraction }) => extraction),
    {
      ontology: createOntology(),
      vocabulary: { names: [], ignore: [], same: [] },
      decisions: decisions.map((decision, index) => ({ line: index + 1, decision })),
    },
  );

const summary = ({ entities, ties }: ReturnType<typeof build>) => ({
  entities: entities.map(({ id }) => id),
  ties: ties.map(({ id, evidence }) => `${id} ${evidence.length}`),
});

const lapses = ({ curation }: ReturnType<typeof build>) =>
  curation.flatMap(({ line, lapse }): [number, Lapse['kind']][] => (lapse === undefined ? [] : [[line, lapse.kind]]));

const cast: readonly Name[] = [
  ['a', 'company', '长风集团'],
  ['b', 'company', '北辰电池'],
  ['c', 'person', '邵怀瑾'],
];
const links: readonly Link[] = [
  ['a', 'acquired', 'b'],
  ['c', 'holds_post', 'a', { title: '董事长' }],
];
const one = article('1', '2022-01-01', cast, links);
const two = article('2', '2023-01-01', [['a', 'company', '劲草控股'], ...cast.slice(1)], links);
const LONG: EntityRef = ['company', '劲草控股'];
const SHORT: EntityRef = ['company', '长风集团'];

describe('a merge', () => {
  const merged = build([one, two], { do: 'merge', entity: SHORT, into: LONG, why: '更名' });

  test('loses no tie, and counts documents and evidence once', () => {
    expect(merged.entities.map(({ name }) => name)).toEqual(['劲草控股', '北辰电池', '邵怀瑾'].sort());
    expect(merged.ties.map(({ id, documents, evidence }) => [id, documents, evidence.length])).toEqual([
      ['company:劲草控股|acquired|company:北辰电池', 2, 2],
      ['person:邵怀瑾|holds_post|company:劲草控股', 2, 2],
    ]);
  });

  test('says by whom and why', () => {
    const entity = merged.entities.find(({ name }) => name === '劲草控股');
    expect(entity?.aliases).toEqual(['长风集团']);
    expect(entity?.documents).toEqual(['1', '2']);
    expect(entity?.merges).toEqual([
      { names: ['劲草控股', '长风集团'], rule: 'curated', detail: '更名', confidence: 1 },
    ]);
  });

  test('of what the machine joins by now is no mistake', () => {
    const again = build(
      [one, two],
      { do: 'merge', entity: SHORT, into: LONG },
      { do: 'merge', entity: SHORT, into: LONG },
    );
    expect(lapses(again)).toEqual([]);
    expect(summary(again)).toEqual(summary(merged));
  });

  test('across types keeps the ties that rested on the type before', () => {
    const stake = article(
      '1',
      '2022-01-01',
      [
        ['a', 'person', '陆青'],
        ['b', 'company', '清源'],
        ['d', 'agency', '清源办'],
      ],
      [['a', 'holds_stake', 'b']],
    );
    const { ties } = build([stake], { do: 'merge', entity: ['company', '清源'], into: ['agency', '清源办'] });
    expect(ties.map(({ id }) => id)).toEqual(['person:陆青|holds_stake|agency:清源办']);
  });

  test('of two namesakes needs a document for each, and one id is left', () => {
    const post = (id: string, organisation: string, type: string) =>
      article(
        id,
        '2022-01-01',
        [
          ['p', 'person', '王立'],
          ['o', type, organisation],
        ],
        [['p', 'holds_post', 'o', { title: '主任' }]],
      );
    const articles = [post('1', '青岛市卫生健康委员会', 'agency'), post('2', '云浦港务集团', 'company')];
    expect(lapses(build(articles, { do: 'rename', entity: ['person', '王立'], name: '王力' }))).toEqual([
      [1, 'several-entities'],
    ]);
    const same = build(articles, { do: 'merge', entity: ['person', '王立', '1'], into: ['person', '王立', '2'] });
    expect(same.entities.filter(({ type }) => type === 'person').map(({ splits }) => splits)).toEqual([[]]);
    expect(lapses(same)).toEqual([]);
  });
});

describe('a split', () => {
  const joined = article(
    '1',
    '2022-01-01',
    [
      ['a', 'company', '长风控股有限公司', '长风'],
      ['b', 'company', '北辰电池'],
    ],
    [['a', 'acquired', 'b']],
  );
  const alone = article(
    '2',
    '2022-02-01',
    [
      ['a', 'company', '长风'],
      ['b', 'company', '远山银行'],
    ],
    [['a', 'invested_in', 'b']],
  );

  test('by name takes the ties of that name with it', () => {
    expect(build([joined, alone]).entities).toHaveLength(3);
    const parted = build([joined, alone], {
      do: 'split',
      entity: ['company', '长风控股有限公司'],
      off: { names: ['长风'] },
      why: '两家',
    });
    expect(lapses(parted)).toEqual([]);
    expect(summary(parted).ties).toEqual([
      'company:长风|invested_in|company:远山银行 1',
      'company:长风控股有限公司|acquired|company:北辰电池 1',
    ]);
    const [short] = parted.entities.filter(({ name }) => name === '长风');
    expect(short?.splits).toEqual([{ other: 'company:长风控股有限公司', reason: '两家', rule: 'curated' }]);
  });

  test('by document makes a namesake, whom a later decision can name', () => {
    const person = (id: string): Article =>
      article(
        id,
        '2022-01-01',
        [
          ['p', 'person', '邵怀瑾'],
          ['o', 'company', '海月控股'],
        ],
        [['p', 'holds_post', 'o', { title: '董事长' }]],
      );
    const parted = build(
      [person('1'), person('2')],
      { do: 'split', entity: ['person', '邵怀瑾', '1'], off: { documents: ['2'] } },
      { do: 'rename', entity: ['person', '邵怀瑾', '2'], name: '邵怀锦' },
    );
    expect(lapses(parted)).toEqual([]);
    expect(summary(parted).ties).toEqual([
      'person:邵怀瑾|holds_post|company:海月控股 1',
      'person:邵怀锦|holds_post|company:海月控股 1',
    ]);
  });

  test('by mention within one article sends a relation where its sentence points', () => {
    const text = '海月收购北辰。海月投资远山。';
    const mixed: Article = {
      document: { id: '1', text, date: '2022-01-01' },
      extraction: {
        id: '1',
        mentions: [
          { type: 'company', start: 0, end: 2, entity: 'a' },
          { type: 'company', start: 7, end: 9, entity: 'a' },
          { type: 'company', start: 4, end: 6, entity: 'b' },
          { type: 'company', start: 11, end: 13, entity: 'c' },
        ],
        entities: [
          { id: 'a', type: 'company', name: '海月', aliases: [], confidence: 0.9 },
          { id: 'b', type: 'company', name: '北辰', aliases: [], confidence: 0.9 },
          { id: 'c', type: 'company', name: '远山', aliases: [], confidence: 0.9 },
        ],
        relations: [
          {
            type: 'acquired',
            source: 'a',
            target: 'b',
            confidence: 0.9,
            rule: 'test',
            evidence: [{ start: 0, end: 7 }],
          },
          {
            type: 'invested_in',
            source: 'a',
            target: 'c',
            confidence: 0.9,
            rule: 'test',
            evidence: [{ start: 7, end: 14 }],
          },
        ],
      },
    };
    const parted = build([mixed], {
      do: 'split',
      entity: ['company', '海月'],
      off: { mentions: [['1', 7, 9]] },
      name: '海月（另一家）',
    });
    expect(lapses(parted)).toEqual([]);
    expect(summary(parted).ties).toEqual([
      'company:海月|acquired|company:北辰 1',
      'company:海月（另一家）|invested_in|company:远山 1',
    ]);
  });

  test('of everything, or of nothing, lapses; of what stands alone already, it is done', () => {
    expect(lapses(build([one], { do: 'split', entity: SHORT, off: { documents: ['1'] } }))).toEqual([
      [1, 'all-to-split'],
    ]);
    expect(lapses(build([one], { do: 'split', entity: SHORT, off: { documents: ['9'] } }))).toEqual([
      [1, 'nothing-to-split'],
    ]);
    expect(lapses(build([one], { do: 'split', entity: SHORT, off: { names: ['北辰电池'] } }))).toEqual([]);
  });
});

describe('a name', () => {
  test('that is renamed has an id and a label of the new name, and answers to both', () => {
    const renamed = build(
      [one],
      { do: 'rename', entity: SHORT, name: '长风控股' },
      { do: 'note', entity: ['company', '长风控股'], note: '甲' },
      { do: 'note', entity: SHORT, note: '乙' },
    );
    expect(lapses(renamed)).toEqual([]);
    expect(renamed.entities.find(({ name }) => name === '长风控股')).toMatchObject({
      id: 'company:长风控股',
      name: '长风控股',
      aliases: ['长风集团'],
      note: '甲\n乙',
    });
  });

  test('of another type gains the ties that the type allows', () => {
    const wrong = article(
      '1',
      '2022-01-01',
      [
        ['a', 'place', '青禾'],
        ['b', 'company', '北辰电池'],
      ],
      [['a', 'acquired', 'b']],
    );
    expect(build([wrong]).ties).toEqual([]);
    expect(summary(build([wrong], { do: 'retype', entity: ['place', '青禾'], type: 'company' }))).toEqual({
      entities: ['company:北辰电池', 'company:青禾'],
      ties: ['company:青禾|acquired|company:北辰电池 1'],
    });
    expect(lapses(build([wrong], { do: 'retype', entity: ['place', '青禾'], type: '__proto__' }))).toEqual([
      [1, 'no-type'],
    ]);
  });

  test('that is none takes its ties along', () => {
    const rejected = build([one], { do: 'reject', entity: SHORT });
    expect(summary(rejected)).toEqual({ entities: ['company:北辰电池', 'person:邵怀瑾'], ties: [] });
    expect(rejected.report.droppedRelations['ignored-end']).toBe(2);
  });

  test('that is not there, or of a person whose document no longer names him, is reported with its line', () => {
    const gone = build(
      [one],
      { do: 'reject', entity: ['person', '金白银'] },
      { do: 'rename', entity: ['person', '邵怀瑾', '9'], name: '邵' },
    );
    expect(lapses(gone)).toEqual([
      [1, 'no-entity'],
      [2, 'no-entity'],
    ]);
    expect(summary(gone)).toEqual(summary(build([one])));
  });
});

describe('a tie', () => {
  const tie = [SHORT, 'acquired', ['company', '北辰电池']] as const;

  test('that is rejected is gone with its evidence, and is counted', () => {
    const { ties, report } = build([one], { do: 'reject', tie });
    expect(ties.map(({ type }) => type)).toEqual(['holds_post']);
    expect(report.droppedRelations.rejected).toBe(1);
  });

  test('that is confirmed or noted says so; the last of contrary decisions stands', () => {
    const { ties } = build([one], { do: 'reject', tie }, { do: 'confirm', tie }, { do: 'note', tie, note: '见公告' });
    expect(ties.find(({ type }) => type === 'acquired')).toMatchObject({ reviewed: 'confirmed', note: '见公告' });
  });

  test('rejected before a merge does not take down the tie of the other', () => {
    const ends = { do: 'merge', entity: SHORT, into: LONG } as const;
    expect(summary(build([one, two], { do: 'reject', tie }, ends)).ties).toContain(
      'company:劲草控股|acquired|company:北辰电池 1',
    );
    expect(summary(build([one, two], ends, { do: 'reject', tie })).ties).not.toContain(
      'company:劲草控股|acquired|company:北辰电池 1',
    );
  });

  test('of a symmetric relation may be named from either end; one that nobody states is reported', () => {
    const met = article(
      '1',
      '2022-01-01',
      [
        ['a', 'person', '甲某'],
        ['b', 'person', '乙某'],
      ],
      [['a', 'met', 'b']],
    );
    const [a, b]: EntityRef[] = [
      ['person', '甲某'],
      ['person', '乙某'],
    ];
    if (!a || !b) throw new Error();
    for (const ends of [
      [a, 'met', b],
      [b, 'met', a],
    ] as const)
      expect(build([met], { do: 'reject', tie: ends }).ties).toEqual([]);
    expect(lapses(build([met], { do: 'confirm', tie: [a, 'visited', b] }))).toEqual([[1, 'no-tie']]);
  });
});

test('decisions about names that objects inherit are decisions like others', () => {
  const odd = article(
    '1',
    '2022-01-01',
    [
      ['a', 'company', '__proto__'],
      ['b', 'company', 'constructor'],
    ],
    [['a', 'acquired', 'b']],
  );
  const merged = build(
    [odd],
    { do: 'note', entity: ['company', '__proto__'], note: 'x' },
    { do: 'merge', entity: ['company', 'constructor'], into: ['company', '__proto__'] },
  );
  expect(merged.entities).toMatchObject([{ id: 'company:__proto__', note: 'x', aliases: ['constructor'] }]);
  expect(merged.report.droppedRelations['self-tie']).toBe(1);
});

const POOL = ['青禾', '北辰', '远山', '海月', '长风', '劲草'];
const someArticles = fc.array(fc.uniqueArray(fc.constantFrom(...POOL), { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});
const articlesOf = (lists: readonly (readonly string[])[]) =>
  lists.map((list, index) =>
    article(
      `d${index}`,
      '2022-01-01',
      list.map((name, at): Name => [`e${at}`, 'company', name]),
      [['e0', 'invested_in', 'e1']],
    ),
  );
const someMerges = fc.array(fc.tuple(fc.constantFrom(...POOL), fc.constantFrom(...POOL)), { maxLength: 5 });
const ref = (name: string): EntityRef => ['company', name];

test('merges come to the same parts in any order, lose no evidence, and keep ids unique', () => {
  fc.assert(
    fc.property(someArticles, someMerges, fc.nat(), (lists, pairs, turn) => {
      const articles = articlesOf(lists);
      const merges = pairs.map(([a, b]): Decision => ({ do: 'merge', entity: ref(a), into: ref(b) }));
      const shift = merges.length === 0 ? 0 : turn % merges.length;
      const network = build(articles, ...merges);
      const turned = build(articles, ...merges.slice(shift), ...merges.slice(0, shift));
      const parts = ({ entities }: typeof network) =>
        entities.map(({ name, aliases }) => [name, ...aliases].sort().join()).sort();
      expect(parts(turned)).toEqual(parts(network));
      expect(new Set(network.entities.map(({ id }) => id)).size).toBe(network.entities.length);
      const kept = network.ties.reduce((sum, { evidence }) => sum + evidence.length, 0);
      expect(kept + network.report.droppedRelations['self-tie']).toBe(articles.length);
    }),
    { numRuns: 80 },
  );
});

test('without decisions, or with none that applies, the network is what the machine made', () => {
  fc.assert(
    fc.property(someArticles, (lists) => {
      const articles = articlesOf(lists);
      const { curation: _, ...plain } = build(articles);
      const { curation, ...same } = build(
        articles,
        { do: 'reject', entity: ref('无此公司') },
        { do: 'apart', entity: ref('无此公司'), from: ref('青禾') },
      );
      expect(same).toEqual(plain);
      expect(curation.every(({ lapse }) => lapse !== undefined)).toBe(true);
    }),
    { numRuns: 40 },
  );
});
