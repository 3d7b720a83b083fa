import { describe, expect, it } from 'vitest';
import { createSegmenter } from '../../node/segmenter.ts';
import { tokenise } from '../../tokens/tokenise.ts';
import { findEvents, findProjects } from './undertakings.ts';
import { viewOf } from './view.ts';

const segmenter = createSegmenter();

function found(find: typeof findProjects, text: string): string[] {
  const view = viewOf(tokenise({ id: 'test', text }, segmenter));
  return view.sentences
    .flatMap((sentence) => find(view.text, sentence))
    .filter(({ score }) => score >= 0.5)
    .map(({ start, end }) => view.text.slice(start, end));
}
const projects = (text: string) => found(findProjects, text);
const events = (text: string) => found(findEvents, text);

describe('projects', () => {
  it('begin behind the preposition that jieba glues to them', () => {
    expect(projects('车队经青岚大桥驶入老城。')).not.toContain('经青岚大桥');
    expect(projects('新路接青澜高速公路。')).not.toContain('接青澜高速公路');
  });
  it('begin behind the verb that is done to them', () => {
    for (const text of ['全省提升京沪高速公路通行能力。', '此举减轻京沪高速公路的压力。', '全力优化京沪高速公路。']) {
      expect(projects(text).filter((name) => !name.startsWith('京沪'))).toEqual([]);
    }
  });
  it('begin with the whole place, where jieba cut it', () => {
    expect(projects('横州市青蓝水库昨日开闸。')).toEqual(['横州市青蓝水库']);
  });
  it('are one: a number of reservoirs is no name', () => {
    expect(projects('全省3215座小Ⅱ型水库已经修好。')).toEqual([]);
  });
  it('keep what stands between quotation marks', () => {
    expect(projects('省里投资实施“绿岸”工程。')).toEqual(['“绿岸”工程']);
  });
});

describe('events', () => {
  it('keep what stands between quotation marks, and their number', () => {
    expect(events('代表团出席第三届“青绿之路”国际合作高峰论坛。')).toEqual(['第三届“青绿之路”国际合作高峰论坛']);
  });
  it('do not begin with the word that tells their time', () => {
    expect(events('时值第十五届国际茶业联谊年会，宾客云集。')).toEqual(['第十五届国际茶业联谊年会']);
  });
});
