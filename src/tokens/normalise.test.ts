import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameKey, normalise } from './normalise.ts';

test('every text keeps its length, so that offsets mean the same place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => normalise(text).length === text.length),
    { numRuns: 300 },
  );
});

test('normalising twice changes nothing more for Chinese prose', () => {
  const once = normalise('「臺灣」公司(２０１６)"甲",乙.');
  expect(normalise(once)).toBe(once);
});

test('traditional characters, full-width digits and half-width punctuation get one form', () => {
  expect(normalise('臺灣公司董事長陳大文,投資３０億元(約)。')).toBe('台湾公司董事长陈大文，投资30亿元（约）。');
});

test('commas, colons and stops inside numbers and addresses stay', () => {
  expect(normalise('1,000万元,10:57见http://a.cn,3.5%')).toBe('1,000万元，10:57见http://a.cn，3.5%');
});

test('a stop between Chinese characters is the dot of a foreign name, at a clause end a full stop', () => {
  expect(normalise('买买提.艾山来了.')).toBe('买买提·艾山来了。');
});

test('straight quotation marks open and close in turn, afresh on each line', () => {
  expect(normalise('"甲"和"乙\n"丙"')).toBe('“甲”和“乙\n“丙”');
});

test('乾 and 徵 of simplified text are left alone', () => {
  expect(normalise('乾隆、魏徵')).toBe('乾隆、魏徵');
});

test('a name key ignores writing, blanks, quotes and case', () => {
  expect(nameKey('“華潤” 雪花ＡＢ')).toBe(nameKey('华润雪花ab'));
  expect(nameKey('__proto__')).toBe('__proto__');
});
