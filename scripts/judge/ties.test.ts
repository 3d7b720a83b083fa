import { expect, test } from 'vitest';
import { formatTie, precisionTable, readJudgements } from './ties.ts';

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
