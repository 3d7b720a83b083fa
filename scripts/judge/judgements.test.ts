import { expect, test } from 'vitest';
import { formatName, formatTie, precisionTable, readJudgements, shuffle } from './judgements.ts';

const tie = {
  document: 'a',
  type: 'acquired',
  source: '海川集团',
  target: '云上科技有限公司',
  confidence: 0.86,
  rule: 'acquired-object',
  attributes: { share: 0.5 },
  sentence: '海川集团收购云上科技有限公司50%的股权。',
};

test('a judged sample is read back, and what was not judged is left out', () => {
  const text = [formatTie(tie).replace('?', 'r'), formatTie(tie).replace('?', 'w wrong subject'), formatTie(tie)].join(
    '\n\n',
  );
  expect(readJudgements(text)).toEqual([
    { right: true, confidence: 0.86, type: 'acquired' },
    { right: false, confidence: 0.86, type: 'acquired' },
  ]);
});

test('precision is counted by group and over all', () => {
  const judged = [true, true, false, true].map((right, index) => ({
    right,
    confidence: 0.9,
    type: index < 2 ? 'met' : 'acquired',
  }));
  const table = precisionTable('type', judged, ({ type }) => type);
  expect(table).toContain('| met | 2 | 2 | 1.000 |');
  expect(table).toContain('| acquired | 1 | 2 | 0.500 |');
  expect(table).toContain('| all | 3 | 4 | 0.750 |');
});

test('a judged name is read back like a tie', () => {
  const text = formatName({
    type: 'person',
    name: '单明远',
    aliases: ['明远'],
    confidence: 0.9,
    mentions: 3,
    contexts: ['董事长【单明远】说'],
  });
  expect(text).toContain('董事长【单明远】说');
  expect(readJudgements(text.replace('?', 'w cut'))).toEqual([{ right: false, confidence: 0.9, type: 'person' }]);
});

test('a shuffle depends on the seed alone and loses nothing', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  expect(shuffle(items, 7)).toEqual(shuffle(items, 7));
  expect(shuffle(items, 7)).not.toEqual(shuffle(items, 8));
  expect([...shuffle(items, 7)].sort((a, b) => a - b)).toEqual(items);
});
