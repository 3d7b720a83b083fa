import { expect, test } from 'vitest';
import type { TokenisedDocument } from '../../tokens/token.ts';
import { findValues } from './find.ts';

/** A document of one sentence a line, without words: values are read off the text. */
function documentOf(text: string): TokenisedDocument {
  let start = 0;
  const sentences = text.split('\n').map((line, paragraph) => {
    const sentence = { start, end: start + line.length, paragraph, kind: 'body', firstToken: 0, endToken: 0 } as const;
    start += line.length + 1;
    return sentence;
  });
  return { document: { id: 'a', text }, text, sentences, tokens: [], date: '2020-03-02' };
}

const valuesIn = (text: string) => findValues(documentOf(text)).map(({ start, end }) => text.slice(start, end));

test('an amount or share that opens a paragraph is found like any other', () => {
  expect(valuesIn('乙公司增资。\n3亿元用于青禾电站。\n30%的股权归甲公司。')).toEqual(['3亿元', '30%']);
});

test('nothing reaches from one sentence into the next', () => {
  expect(valuesIn('产量达30\n万元店开业。')).toEqual([]);
});

test('values are in the order of the text and do not overlap', () => {
  expect(valuesIn('甲公司以2亿元受让全部股权，3月2日又付5000万美元，持股五成股权。')).toEqual([
    '2亿元',
    '全部',
    '3月2日',
    '5000万美元',
    '五成',
  ]);
});
