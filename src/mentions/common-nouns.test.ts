import { expect, it } from 'vitest';
import { createSegmenter } from '../node/segmenter.ts';
import { tokenise } from '../tokens/tokenise.ts';
import { doubtCommonNouns } from './common-nouns.ts';
import type { MentionType } from './mention.ts';

const segmenter = createSegmenter();

/** Whether a name that stands in a text loses score. */
function isDoubted(text: string, name: string, type: MentionType, source = 'model'): boolean {
  const start = text.indexOf(name);
  const document = tokenise({ id: 'test', text }, segmenter);
  const [candidate] = doubtCommonNouns(document, [{ start, end: start + name.length, type, score: 0.62, source }]);
  return (candidate?.score ?? 0) < 0.5;
}

it('doubts agencies and organisations of plain words alone', () => {
  expect(isDoubted('会上成立了绿化委员会。', '绿化委员会', 'agency')).toBe(true);
  expect(isDoubted('学生参观了新型实验室。', '新型实验室', 'organization', 'structure:organization-form')).toBe(true);
});

it('leaves those with a place, a brand, the state or a trade', () => {
  expect(isDoubted('会上成立了云州绿化委员会。', '云州绿化委员会', 'agency')).toBe(false);
  expect(isDoubted('会上成立了国家绿化委员会。', '国家绿化委员会', 'agency')).toBe(false);
  expect(isDoubted('记者来自清晨周刊。', '清晨周刊', 'organization')).toBe(false);
});

it('leaves names for which a source speaks that saw more than an ending', () => {
  expect(isDoubted('会上成立了绿化委员会。', '绿化委员会', 'agency', 'list')).toBe(false);
});

it('doubts kinds of places, and no place that has a word of its own', () => {
  expect(isDoubted('产业园区迎来新项目。', '产业园区', 'place')).toBe(true);
  expect(isDoubted('医生走进偏远地区。', '偏远地区', 'place')).toBe(true);
  expect(isDoubted('医生走进青澜地区。', '青澜地区', 'place')).toBe(false);
  expect(isDoubted('游客来到青藏高原国家公园。', '青藏高原国家公园', 'place')).toBe(false);
});

it('takes no plain word and no country for a foreign person', () => {
  const source = 'structure:transliteration';
  expect(isDoubted('他与总统特别代表会谈。', '特别', 'person', source)).toBe(true);
  expect(isDoubted('大使塞拉利昂之行结束。', '塞拉利昂', 'person', source)).toBe(true);
  expect(isDoubted('总统托马维奇致辞。', '托马维奇', 'person', source)).toBe(false);
});

it('takes no word for a person that begins like a surname, nor the way in which somebody acts', () => {
  expect(isDoubted('政府发布的白皮书说明了成果。', '白皮书', 'person')).toBe(true);
  expect(isDoubted('他在贺信中指出，成果很多。', '贺信中', 'person', 'structure:person')).toBe(true);
  expect(isDoubted('会长郑重提出倡议。', '郑重', 'person')).toBe(true);
  expect(isDoubted('会长邝明远提出倡议。', '邝明远', 'person')).toBe(false);
});

it('cuts from a place what says how it is there', () => {
  const text = '云州剧院庄严肃穆，云州剧院热闹。';
  const document = tokenise({ id: 'test', text }, segmenter);
  const whole = { start: 0, end: 8, type: 'place', score: 0.7, source: 'model' } as const;
  expect(doubtCommonNouns(document, [whole])[0]?.end).toBe(4);
});

it('takes no clause for a place', () => {
  expect(isDoubted('河南濒临长江，渔业发达。', '河南濒临长江', 'place')).toBe(true);
});

it('knows what a list calls an organisation although it ends like a company', () => {
  const document = tokenise({ id: 'test', text: '二十国集团会晤。' }, segmenter);
  const [found] = doubtCommonNouns(document, [{ start: 0, end: 5, type: 'company', score: 0.7, source: 'model' }]);
  expect(found?.type).toBe('organization');
});
