import { expect, test } from 'vitest';
import { parseMetadataLine } from './metadata.ts';

test.each([
  ['2019-03-08 10:57:00来源:云州日报作者:', { date: '2019-03-08', publisher: '云州日报' }],
  ['发布时间：2021-02-21', { date: '2021-02-21' }],
  ['发布人：-云州财经', { publisher: '云州财经' }],
  ['发布人：-', {}],
  ['来源：云州网　作者：甲某某', { publisher: '云州网', author: '甲某某' }],
  ['2021年5月6日 08:30', { date: '2021-05-06' }],
  ['(本文来源：云州日报 )', { publisher: '云州日报' }],
  ['2031-05-06 來源：雲州日報 記者：甲某', { date: '2031-05-06', publisher: '雲州日報', author: '甲某' }],
  ['责任编辑:乙某某', {}],
  ['初审编辑:', {}],
])('%s is metadata', (line, expected) => {
  expect(parseMetadataLine(line)).toEqual(expected);
});

test.each([
  '2021年5月6日，云州市举行座谈会。',
  '总经理：甲某某',
  '时间：不够用了，但项目：还在推进，云州市领导说，大家要努力，把工作做好，把项目做实，让群众满意，让企业放心，为全市发展作出新的更大的贡献，为全省作出表率，再创佳绩，再立新功，再上台阶，不负时代，不负人民的期望和重托。',
  '云州日报',
  '',
])('%s is not', (line) => {
  expect(parseMetadataLine(line)).toBeUndefined();
});

test('an impossible day is no date', () => {
  expect(parseMetadataLine('2021-02-30')).toBeUndefined();
});
