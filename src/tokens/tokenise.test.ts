import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSegmenter } from '../node/segmenter.ts';
import { tokenise } from './tokenise.ts';

const segmenter = createSegmenter();
const ARTICLE = `首页
云州新闻
云州市与海川集团签署合作协议
云州市与海川集团签署合作协议
发布时间：2021-05-06 来源：云州晚报
本报讯（记者 甲某某）5月6日，云州市市长韩守仁在云州会见了海川集团董事长一行。双方就合作交换了意见！
双方“一拍即合。”
（责任编辑：乙某某）
相关阅读
热点图片`;

const kinds = (text: string) =>
  tokenise({ id: 'a', text }, segmenter).sentences.map((s) => `${s.kind} ${text.slice(s.start, s.end)}`);

test('menus before and links after the story are furniture; title, date line and editor are recognised', () => {
  const found = kinds(ARTICLE);
  expect(found.slice(0, 5)).toEqual([
    'furniture 首页',
    'furniture 云州新闻',
    'title 云州市与海川集团签署合作协议',
    'title 云州市与海川集团签署合作协议',
    'metadata 发布时间：2021-05-06 来源：云州晚报',
  ]);
  expect(found.slice(-3)).toEqual(['metadata （责任编辑：乙某某）', 'furniture 相关阅读', 'furniture 热点图片']);
});

test('a byline in brackets within a paragraph is not part of the story', () => {
  expect(kinds(ARTICLE)).toContain('metadata （记者 甲某某）');
});

test('date and publisher come from the metadata lines unless they are given', () => {
  expect(tokenise({ id: 'a', text: ARTICLE }, segmenter)).toMatchObject({ date: '2021-05-06', publisher: '云州晚报' });
  expect(tokenise({ id: 'a', text: ARTICLE, date: '2020-01-01' }, segmenter).date).toBe('2020-01-01');
});

test('a closing quotation mark belongs to the sentence that it ends', () => {
  expect(kinds(ARTICLE)).toContain('body 双方“一拍即合。”');
});

test('tokens tile their sentences and slice back to the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (noise) => {
      const text = `${ARTICLE}\n${noise}`;
      const document = tokenise({ id: 'a', text }, segmenter);
      for (const sentence of document.sentences) {
        if (sentence.kind === 'furniture') continue;
        let at = sentence.start;
        for (const token of document.tokens.slice(sentence.firstToken, sentence.endToken)) {
          expect(token.start).toBe(at);
          expect(document.text.slice(token.start, token.end)).toBe(token.word);
          at = token.end;
        }
        expect(at).toBe(sentence.end);
      }
    }),
    { numRuns: 100 },
  );
});

test('an endless sentence is cut, so that work per sentence stays bounded', () => {
  const document = tokenise({ id: 'a', text: '云州市，'.repeat(5000) }, segmenter);
  expect(Math.max(...document.sentences.map((s) => s.end - s.start))).toBeLessThanOrEqual(1001);
});

test('sentences have the words that they have alone, in a long document too', () => {
  const text = `${ARTICLE}\n`.repeat(40);
  const { sentences, tokens } = tokenise({ id: 'a', text }, segmenter);
  const told = sentences.filter(({ kind }) => kind !== 'furniture');
  for (const { start, end, firstToken, endToken } of told) {
    const words = tokens.slice(firstToken, endToken).map(({ word }) => word);
    expect(words).toEqual(segmenter.tag(text.slice(start, end)).map(({ word }) => word));
  }
  expect(told.at(-1)?.endToken).toBe(tokens.length);
});
