import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findReprints } from './reprints.ts';

const PARAGRAPHS = [
  '云州市市长甲某某昨日会见了海川集团董事长乙某某一行，双方就电机工厂的选址与用地交换了意见。',
  '根据双方签署的协议，海川集团将在云州高新区投资十二亿元，建设年产八十万套电机的工厂。',
  '海川集团成立二十余年，在全国设有六家子公司，产品远销海外三十多个国家和地区，是行业龙头。',
  '高新区负责人表示，新厂建成以后可以带动上下游企业二十多家，新增就业岗位三千个左右。',
  '当天下午，客人还参观了云州港和云州理工大学，并与学校商讨共建实验室的具体办法。',
];
const STORY = PARAGRAPHS.join('\n');
const OTHER =
  '本报讯　入冬以来，山阳县连续出现大雾，高速公路多次封闭。交警部门提醒司机减速慢行，保持车距，遇到浓雾就近驶离。气象台预计，冷空气将在周末到达，届时雾气会逐渐散去，气温下降八度左右，请市民及时添衣。';

describe('a reprint', () => {
  test('is found under another title and source, without a paragraph, in other punctuation', () => {
    const reprint = `电机巨头落户云州\n来源：山阳网　编辑：丁\n${PARAGRAPHS.slice(0, 4).join('').replaceAll('，', ',')}`;
    const found = findReprints([
      { id: 'b', text: reprint, date: '2031-05-07' },
      { id: 'a', text: STORY, date: '2031-05-06' },
      { id: 'c', text: OTHER, date: '2031-05-06' },
    ]);
    expect([...found]).toEqual([['b', 'a']]);
  });

  test('belongs to the earliest, then to the smallest id; all of one text have one original', () => {
    const found = findReprints([
      { id: 'z', text: STORY },
      { id: 'm', text: `快讯\n${STORY}`, date: '2031-05-07' },
      { id: 'k', text: STORY, date: '2031-05-06' },
      { id: 'l', text: STORY, date: '2031-05-06' },
    ]);
    expect([...found].sort()).toEqual([
      ['l', 'k'],
      ['m', 'k'],
      ['z', 'k'],
    ]);
  });

  test('may be an extract of a much longer article', () => {
    const long = `${OTHER}\n${STORY}\n${OTHER.split('').reverse().join('')}\n${STORY.split('').reverse().join('')}`;
    const found = findReprints([
      { id: 'long', text: long, date: '2031-05-06' },
      { id: 'short', text: STORY, date: '2031-05-07' },
    ]);
    expect([...found]).toEqual([['short', 'long']]);
  });
});

describe('no reprint', () => {
  test('is an article that shares one paragraph, or a text too short to tell', () => {
    const found = findReprints([
      { id: 'a', text: STORY },
      { id: 'b', text: `${PARAGRAPHS[0]}\n${OTHER}` },
      { id: 'c', text: '热点图片' },
      { id: 'd', text: '热点图片' },
    ]);
    expect(found.size).toBe(0);
  });

  test("is this year's report of what happens every year", () => {
    const next = STORY.replaceAll('十二亿', '十五亿')
      .replace('甲某某', '戊某')
      .replace('八十万', '九十万')
      .replace('六家', '八家');
    expect(
      findReprints([
        { id: 'a', text: STORY, date: '2031-05-06' },
        { id: 'b', text: next, date: '2032-05-06' },
      ]).size,
    ).toBe(0);
    expect(
      findReprints([
        { id: 'a', text: STORY, date: '2031-05-06' },
        { id: 'b', text: next, date: '2031-05-08' },
      ]).size,
    ).toBe(1);
  });
});

test('the order of documents does not matter, and an original is never a reprint', () => {
  const text = fc
    .tuple(fc.subarray(PARAGRAPHS, { minLength: 1 }), fc.constantFrom('', OTHER))
    .map(([parts, more]) => [...parts, more].join('\n'));
  const date = fc.constantFrom('2031-05-06', '2031-05-07', undefined);
  const documents = fc.uniqueArray(
    fc
      .record({ id: fc.string({ minLength: 1, maxLength: 3 }), text, date })
      .map(({ id, text: written, date: day }) =>
        day === undefined ? { id, text: written } : { id, text: written, date: day },
      ),
    { selector: ({ id }) => id, maxLength: 8 },
  );
  fc.assert(
    fc.property(documents, (list) => {
      const found = findReprints(list);
      expect([...findReprints([...list].reverse())]).toEqual([...found]);
      for (const original of found.values()) expect(found.has(original)).toBe(false);
    }),
    { numRuns: 50 },
  );
});
