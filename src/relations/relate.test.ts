import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Extraction } from '../extraction.ts';
import { loadResources } from '../node/resources.ts';
import { RELATION_TYPES } from '../ontology/relation-types.ts';
import { extract } from '../pipeline.ts';

const resources = loadResources();

const read = (text: string): Extraction => extract({ id: 'a', text, date: '2022-05-08' }, resources);

/** Stated ties as `source type target`, with what matters of the rest. */
function ties(text: string, ...attributes: readonly ('status' | 'amount' | 'share' | 'date' | 'former')[]): string[] {
  const { entities, relations } = read(text);
  const name = new Map(entities.map((entity) => [entity.id, entity.name]));
  return relations
    .filter(({ type }) => type !== 'co_occurs')
    .map((relation) => {
      const rest = attributes.map((key) => relation[key]).filter((value) => value !== undefined);
      return [name.get(relation.source), relation.type, name.get(relation.target), ...rest].join(' ');
    });
}

describe('meetings', () => {
  test('each subject met the object, and the subjects did not meet one another', () => {
    const found = ties('5月6日，山东省济南市委书记韩守仁、市长曹立群会见了海川集团总经理高明远。', 'date');
    expect(found).toContain('韩守仁 met 高明远 2022-05-06');
    expect(found).toContain('曹立群 met 高明远 2022-05-06');
    expect(found.filter((tie) => tie.includes('韩守仁 met 曹立群'))).toEqual([]);
  });

  test('taking part in a meeting names no other side', () => {
    expect(ties('海川集团总经理高明远参加会见。').filter((tie) => tie.includes(' met '))).toEqual([]);
  });

  test('a meeting that did not happen is none', () => {
    expect(ties('市长曹立群没有会见海川集团总经理高明远。').filter((tie) => tie.includes(' met '))).toEqual([]);
  });
});

test('a visit to several places is a visit to each', () => {
  const found = ties('市长曹立群先后考察了海川集团、青峰钢铁有限公司和云上科技有限公司。');
  expect(found).toContain('曹立群 visited 海川集团');
  expect(found).toContain('曹立群 visited 青峰钢铁有限公司');
  expect(found).toContain('曹立群 visited 云上科技有限公司');
});

describe('money', () => {
  test('an investment keeps its amount in whole yuan', () => {
    expect(ties('海川集团向青峰钢铁有限公司投资3.27亿元。', 'amount')).toContain(
      '海川集团 invested_in 青峰钢铁有限公司 327000000',
    );
  });

  test('an acquisition keeps its share, also of a second target', () => {
    const found = ties('海川集团收购了青峰钢铁有限公司55%的股权以及云上科技有限公司25%的股权。', 'share');
    expect(found).toContain('海川集团 acquired 青峰钢铁有限公司 0.55');
    expect(found).toContain('海川集团 acquired 云上科技有限公司 0.25');
  });

  test('a joint investment in a list with brackets reaches each company and is one amount', () => {
    const { relations } = read(
      '海川集团宣布对青峰钢铁有限公司（下称青峰钢铁）、北山电池有限公司（下称北山电池）和东湖软件有限公司（下称东湖软件）3家公司共同注资2200万美元。',
    );
    const invested = relations.filter(({ type }) => type === 'invested_in');
    expect(invested.map(({ amount, currency }) => `${amount} ${currency}`)).toEqual(Array(3).fill('22000000 USD'));
    expect(new Set(invested.map(({ joint }) => joint)).size).toBe(1);
  });

  test('in the passive the agent acquires', () => {
    expect(ties('青峰钢铁有限公司被海川集团收购。')).toEqual(['海川集团 acquired 青峰钢铁有限公司']);
  });

  test('a share that is held', () => {
    expect(ties('海川集团持有云上科技有限公司38%的股份。', 'share')).toEqual([
      '海川集团 holds_stake 云上科技有限公司 0.38',
    ]);
  });

  test('a price that several targets share is marked as joint', () => {
    const { relations } = read('海川集团以9亿元收购了青峰钢铁有限公司55%的股权以及云上科技有限公司25%的股权。');
    const acquired = relations.filter(({ type }) => type === 'acquired');
    expect(acquired.map(({ amount }) => amount)).toEqual([900_000_000, 900_000_000]);
    expect(new Set(acquired.map(({ joint }) => joint)).size).toBe(1);
    expect(acquired[0]?.joint).toBeDefined();
  });
});

describe('names that a deal gives away', () => {
  test('what is bought is a company, and so is who buys with money', () => {
    expect(ties('5月6日，青禾新能源宣布，以12亿元收购北辰电池51%的股权。', 'amount', 'share')).toContain(
      '青禾新能源 acquired 北辰电池 1200000000 0.51',
    );
    expect(ties('海川收购云起51%的股权。', 'share')).toContain('海川 acquired 云起 0.51');
  });

  test('the investor is who invests, not who signed in the clause before', () => {
    const found = ties('青岚市政府与青禾新能源签署协议，青禾新能源将在青岚市投资60亿元建设青岚湾储能产业园项目。');
    expect(found).toContain('青禾新能源 invested_in 青岚湾储能产业园项目');
    expect(found).not.toContain('青岚市政府 invested_in 青岚湾储能产业园项目');
  });
});

describe('status', () => {
  test.each([
    ['海川集团拟收购云上科技有限公司。', 'planned'],
    ['有传闻称，海川集团收购云上科技有限公司。', 'rumoured'],
    ['海川集团否认收购云上科技有限公司。', 'denied'],
  ])('%s', (text, status) => {
    expect(ties(text, 'status')).toEqual([`海川集团 acquired 云上科技有限公司 ${status}`]);
  });
});

describe('posts', () => {
  test('the head of a city, whose title runs on from its name, heads its government', () => {
    expect(ties('重庆市市长单明远参加开工仪式，宣布工程开工。')).toContain('单明远 holds_post 重庆市政府');
    expect(ties('聊城市委书记单明远出席开工仪式。')).toContain('单明远 holds_post 聊城市委');
  });

  const post = (text: string) => read(text).relations.filter(({ type }) => type === 'holds_post');

  test('two titles with one organisation are one post under both', () => {
    expect(post('海川集团董事长兼总经理高明远说，工程已完工。').map(({ title }) => title)).toEqual(['董事长、总经理']);
  });

  test('a post that someone holds is not former because he had another there', () => {
    const text = '海川集团董事长高明远出席。海川集团原副总经理高明远曾在此工作。';
    expect(post(text).map(({ title, former }) => [title, former])).toEqual([['董事长', undefined]]);
  });

  test('a name in quotation marks before a title is a company', () => {
    const { entities } = read('钢铁资讯机构“钢之窗”的总经理高明远表示，价格会回落。');
    expect(entities.map(({ type, name }) => `${type} ${name}`)).toContain('company 钢之窗');
  });

  test('a name in Latin letters after a title is a person', () => {
    const { entities } = read('远山银行研究总监Mark Kowalski承认了错误。');
    expect(entities.map(({ type, name }) => `${type} ${name}`)).toContain('person Mark Kowalski');
  });
});

describe('organisations', () => {
  test('two parties sign with one another', () => {
    expect(ties('海川集团与云上科技有限公司签署战略合作协议。')).toEqual(['海川集团 signed_with 云上科技有限公司']);
  });

  test.each(['云上科技有限公司是海川集团的全资子公司。', '海川集团旗下的云上科技有限公司今天开业。'])('%s', (text) => {
    expect(ties(text)).toEqual(['云上科技有限公司 subsidiary_of 海川集团']);
  });

  test('both builders take part in the project', () => {
    const found = ties('海川集团与云上科技有限公司合作建设12亿元的北山风力发电项目。', 'amount');
    expect(found).toContain('海川集团 participates_in 北山风力发电项目 1200000000');
    expect(found).toContain('云上科技有限公司 participates_in 北山风力发电项目 1200000000');
    expect(found).toContain('海川集团 cooperates_with 云上科技有限公司');
  });
});

test('a former post is marked', () => {
  expect(ties('水利部原副部长韩守仁表示，前景广阔。', 'former')).toEqual(['韩守仁 holds_post 水利部 true']);
});

test('names that share a sentence without a statement are only that', () => {
  const { relations } = read('海川集团和云上科技有限公司都是本地企业。');
  expect(relations.map(({ type }) => type)).toEqual(['co_occurs']);
});

test('a relation type of the configuration is found by its trigger', () => {
  const makes = {
    ...RELATION_TYPES.located_in,
    id: 'supplies',
    zh: '供货',
    en: 'Supplies',
    from: ['company'],
    to: ['company'],
    triggers: ['供货给'],
  } as const;
  const ontology = {
    ...resources.ontology,
    relationTypes: new Map([...resources.ontology.relationTypes, ['supplies', makes]]),
  };
  const { relations } = extract({ id: 'a', text: '海川集团长期供货给云上科技有限公司。' }, { ...resources, ontology });
  expect(relations.map(({ type }) => type)).toContain('supplies');
});

test('whatever the text, ends exist, types are allowed, evidence lies in the text, and reading twice is the same', () => {
  const words = [
    '海川集团',
    '云上科技有限公司',
    '韩守仁',
    '市长曹立群',
    '会见了',
    '收购',
    '与',
    '、',
    '，',
    '。',
    '被',
    '投资',
    '3亿元',
    '签署协议',
    '旗下',
    '55%的股权',
    '项目',
    '（',
    '）',
    '考察',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (chosen) => {
      const text = chosen.join('');
      const found = read(text);
      const ids = new Set(found.entities.map(({ id }) => id));
      for (const { type, source, target, evidence, confidence } of found.relations) {
        expect(resources.ontology.relationTypes.has(type)).toBe(true);
        expect(ids.has(source) && ids.has(target) && source !== target).toBe(true);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(evidence.length).toBeGreaterThan(0);
        for (const { start, end } of evidence) expect(start >= 0 && start < end && end <= text.length).toBe(true);
      }
      expect(read(text)).toEqual(found);
    }),
    { numRuns: 150 },
  );
});
