import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadResources, MODEL_FILE } from '../../node/resources.ts';
import { tokenise } from '../../tokens/tokenise.ts';
import { calibrate, createModelRecogniser } from './recogniser.ts';
import { loadModel } from './weights.ts';

const { segmenter } = loadResources();
const model = loadModel(readFileSync(MODEL_FILE));
const recogniser = createModelRecogniser(model);
const read = (text: string) => tokenise({ id: 'a', text }, segmenter);
const found = (text: string) =>
  recogniser
    .recognise(read(text))
    .filter(({ score }) => score >= 0.5)
    .map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);

describe('model recogniser', () => {
  it('finds people who have no title beside them', () => {
    expect(found('昨天下午，陈晓明和女儿一起参观了展览。')).toContain('person 陈晓明');
    expect(found('张立军表示，今年的销量会比去年好。')).toContain('person 张立军');
  });

  it('finds companies without a form of company in the name', () => {
    expect(found('阿里巴巴和腾讯昨天都公布了季度财报。')).toEqual(
      expect.arrayContaining(['company 阿里巴巴', 'company 腾讯']),
    );
  });

  it('finds agencies and posts', () => {
    const names = found('记者从国家统计局获悉，该局副局长已经到任。');
    expect(names).toEqual(expect.arrayContaining(['agency 国家统计局', 'position 副局长']));
  });

  it('finds no name where there is none', () => {
    expect(found('今年春天的雨水比往年多，庄稼长得很好。')).toEqual([]);
  });

  it('takes the title of a book for no company', () => {
    const names = found('他最近出版了新书《大海的方向》。');
    expect(names.filter((name) => name.startsWith('company'))).toEqual([]);
  });

  it('says the same of a text whatever it has read before', () => {
    const text = '昨天下午，陈晓明和女儿一起参观了展览。';
    const fresh = createModelRecogniser(model).recognise(read(text));
    for (let index = 0; index < 50; index++)
      recogniser.recognise(read(`第${index}名选手王${index}来自甲${index}公司。`));
    expect(recogniser.recognise(read(text))).toEqual(fresh);
  });

  it('gives spans inside the text and probabilities, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '国家统计局',
        '局长',
        '王小林',
        '公司',
        '的',
        '，',
        '。',
        '《',
        '》',
        ' ',
        '\n',
        'Intel',
        '360',
        '·',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { start, end, score } of recogniser.recognise(read(text))) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start + 1);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads a sentence that is longer than its working memory', () => {
    const text = `${'很长的句子没有句号'.repeat(300)}，国家统计局公布了数据`;
    expect(() => recogniser.recognise(read(text))).not.toThrow();
  });
});

describe('calibrate', () => {
  it('reads between the points of a table, and stays within it', () => {
    expect(calibrate([0, 0.2, 1], 0.25)).toBeCloseTo(0.1);
    expect(calibrate([0, 0.2, 1], 0.75)).toBeCloseTo(0.6);
    expect(calibrate([0, 0.2, 1], 1.5)).toBe(1);
    expect(calibrate([0.1, 0.2, 0.9], 0)).toBe(0.1);
  });
});
