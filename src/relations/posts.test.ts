import { describe, expect, test } from 'vitest';
import { read, ties } from '../../test/support/ties.ts';

const A = '海川集团';
const B = '云上科技有限公司';
const C = '青峰钢铁有限公司';

test('a list of people with posts is no career of its first', () => {
  const found = ties('出席的有高明远，云上科技有限公司总经理韩守仁。');
  expect(found).not.toContain(`高明远 holds_post ${B}`);
  expect(found).toContain(`韩守仁 holds_post ${B}`);
});

describe('posts', () => {
  test('in a ministry of another country', () => {
    const found = ties('以色列国防部长韩守仁昨日表示反对，乌克兰国防部长高明远未予置评。');
    expect(found).toEqual(expect.arrayContaining(['韩守仁 holds_post 以色列国防部', '高明远 holds_post 乌克兰国防部']));
  });

  test.each([
    ['海川集团副总裁高明远曾任云上科技有限公司总经理。', `高明远 holds_post ${B} true`],
    ['高明远出任海川集团副总裁。', `高明远 holds_post ${A}`],
    ['云上科技有限公司总裁高明远毕业于海川大学，2004年出任海川集团总裁。', `高明远 holds_post ${A}`],
    ['云上科技有限公司总裁高明远发言。他曾任海川集团副总裁。', `高明远 holds_post ${A} true`],
    ['海川集团任命高明远先生为副总裁。', `高明远 holds_post ${A}`],
    ['海川集团华东区总经理高明远说，前景广阔。', `高明远 holds_post ${A}`],
    ['海川集团北京总裁高明远说，前景广阔。', `高明远 holds_post ${A}`],
    ['高明远不再担任海川集团总裁。', `高明远 holds_post ${A} true`],
    [
      '总裁高明远表示支持。高明远，海川集团总裁，兼任云上科技有限公司、青峰钢铁有限公司等5家公司的独立董事。',
      `高明远 holds_post ${A}`,
    ],
    [
      '总裁高明远表示支持。高明远，海川集团总裁，兼任云上科技有限公司、青峰钢铁有限公司等5家公司的独立董事。',
      `高明远 holds_post ${C}`,
    ],
    ['市长韩守仁表示支持。韩守仁，兼任海川集团、某某厂等20多家企业的经济顾问。', `韩守仁 holds_post ${A}`],
    ['市长韩守仁表示支持。韩守仁，曾任海川集团总裁。', `韩守仁 holds_post ${A} true`],
    ['接替曹立群出任海川集团总裁的韩守仁表示，前景广阔。', `曹立群 holds_post ${A} true`],
    ['高明远出任海川集团中国总裁，负责市场。', `高明远 holds_post ${A}`],
    ['高明远当选山东省软件协会会长。', '高明远 holds_post 山东省软件协会'],
    ['青峰钢铁有限公司的总裁高明远说，前景广阔。', `高明远 holds_post ${C}`],
    ['云上科技有限公司（中国）客户服务部经理高明远说，前景广阔。', `高明远 holds_post ${B}`],
    ['北山大学水利与港口系教授高明远说，前景广阔。', '高明远 holds_post 北山大学'],
    ['海川集团负责海外销售的副总裁高明远说，前景广阔。', `高明远 holds_post ${A}`],
    ['海川集团的高明远部长向记者表示，前景广阔。', `高明远 holds_post ${A}`],
    ['云上科技有限公司上月扩建厂房，其董事长高明远到场。', `高明远 holds_post ${B}`],
    ['云上科技有限公司上月扩建厂房。常务副总经理高明远说，前景广阔。', `高明远 holds_post ${B}`],
  ])('%s', (text, tie) => {
    expect(ties(text, 'former')).toContain(tie);
  });
});

test('a title alone is nobody’s where the sentence before names two companies', () => {
  const found = ties('云上科技有限公司起诉了海川集团。董事长高明远说，前景广阔。');
  expect(found.filter((tie) => tie.includes('holds_post'))).toEqual([]);
});

test('the unit of an organisation is part of the title', () => {
  const { relations } = read('海川集团品牌部经理高明远表示，前景广阔。');
  expect(relations.find(({ type }) => type === 'holds_post')?.title).toBe('品牌部经理');
});
