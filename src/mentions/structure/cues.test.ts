import { expect, test } from 'vitest';
import { read } from '../../../test/support/ties.ts';

const companies = (text: string) =>
  read(text)
    .entities.filter(({ type }) => type === 'company')
    .map(({ name }) => name);

test.each([
  ['记者来到展厅。元鼎利红木家具总经理宋立群说，客人比去年多。', '元鼎利红木家具'],
  ['云澜堂鞋业销售部经理宋立群表示，货已发出。', '云澜堂鞋业'],
  ['“门店照常营业。”云澜堂玩具销售经理宋立群说。', '云澜堂玩具'],
])('whoever has a title of an enterprise works for what stands before it: %s', (text, name) => {
  expect(companies(text)).toContain(name);
});

test.each(['市场部经理宋立群说，货已发出。', '一位家具店总经理宋立群说，客人多。', '知名品牌总经理宋立群说，客人多。'])(
  'plain words before a title are no employer: %s',
  (text) => {
    expect(companies(text)).toEqual([]);
  },
);
