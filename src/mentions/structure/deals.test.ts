import { expect, test } from 'vitest';
import { read } from '../../../test/support/ties.ts';

const companies = (text: string) =>
  read(text)
    .entities.filter(({ type }) => type === 'company')
    .map(({ name }) => name);

test.each([
  ['海川集团拟收购云川教育51%的股权。', '云川教育'],
  ['海川集团将其股份转让给北昆色织。', '北昆色织'],
  ['海川集团收购软件供应商Vendara，价格没有透露。', 'Vendara'],
  ['北昆色织晚间发布公告，业绩预增。', '北昆色织'],
  ['富岭精机（300999）公告，业绩预增。', '富岭精机'],
])('a deal names a company: %s', (text, name) => {
  expect(companies(text)).toContain(name);
});

test.each([
  '海川集团拟收购公司51%的股权。',
  '海川集团持有目标企业30%的股份。',
  '海川集团增持公司股份。',
  '另据公告，业绩预增。',
  '海川集团持有五六家煤矿的股份。',
])('a common noun in its place is none: %s', (text) => {
  expect(companies(text).filter((name) => name !== '海川集团')).toEqual([]);
});
