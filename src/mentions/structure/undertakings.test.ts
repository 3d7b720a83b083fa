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
  it('begin with whose they are', () => {
    expect(projects('省长走访了青禾矿业集团白瓷项目等。')).toEqual(['青禾矿业集团白瓷项目']);
    expect(projects('公司拟建设青禾重科华东基地。')).toEqual(['青禾重科华东基地']);
  });
  it('hold what they make and how much of it', () => {
    const text = '会上签约的有青禾集团30万吨甲醇12万吨尿素项目、云州2×60万千瓦热电项目和澜江电子第7代玻璃盖板项目。';
    expect(projects(text)).toEqual([
      '青禾集团30万吨甲醇12万吨尿素项目',
      '云州2×60万千瓦热电项目',
      '澜江电子第7代玻璃盖板项目',
    ]);
    expect(projects('青禾集团年产5万吨纸浆等林纸项目开工。')).toEqual(['青禾集团年产5万吨纸浆等林纸项目']);
  });
  it('are named by the work that is done', () => {
    expect(projects('云南银行向昆明路灯节能改造项目放款。')).toEqual(['昆明路灯节能改造项目']);
    expect(projects('青禾集团变压器产能扩建项目在云州奠基。')).toEqual(['青禾集团变压器产能扩建项目']);
    expect(projects('全力改造项目。')).toEqual([]);
  });
  it('are not those that a word points at, nor what a place wants to have or is called', () => {
    expect(projects('这些重点项目的动工让人高兴。')).toEqual([]);
    expect(projects('全市努力打造先进制造业基地。')).toEqual([]);
    expect(projects('云州被评为广东省LED产业基地。')).toEqual([]);
    expect(projects('规划的100万辆轿车生产基地已近完工。')).toEqual([]);
    expect(projects('青禾公司承担科技部重大项目。')).toEqual([]);
    expect(projects('县里有省级重点采购项目，形成3个40万吨/年水泥生产基地。')).toEqual([]);
  });
  it('are roads between two towns', () => {
    const text = '资金用于云州至澜江高速公路、银川至中卫沿河一级旅游公路、平凉至庆阳一级公路、银川绕城高速公路等。';
    expect(projects(text)).toEqual([
      '云州至澜江高速公路',
      '银川至中卫沿河一级旅游公路',
      '平凉至庆阳一级公路',
      '银川绕城高速公路',
    ]);
    expect(projects('城里至乡下的公路很多，农村公路不少。')).toEqual([]);
  });
  it('are not goods, nor the beginning of a longer word', () => {
    expect(projects('这里生产LED隧道灯，市里养殖湖泊和水库很多。')).toEqual([]);
    expect(projects('去年云州建筑工程机械出口增长。')).toEqual([]);
  });
  it('begin with the whole district whose first characters jieba cut off', () => {
    expect(projects('规划有云州热网项目、红山嘴区热电项目。')).toContain('红山嘴区热电项目');
  });
  it('keep what stands between quotation marks', () => {
    expect(projects('省里投资实施“绿岸”工程。')).toEqual(['“绿岸”工程']);
  });
});

describe('events', () => {
  it('keep what stands between quotation marks, and their number', () => {
    expect(events('代表团出席第三届“青绿之路”国际合作高峰论坛。')).toEqual(['第三届“青绿之路”国际合作高峰论坛']);
  });
  it('go by the short name of a fair with its number', () => {
    expect(events('第九届农博会将于明年举行。')).toEqual(['第九届农博会']);
  });
  it('are sure of no ceremony that nothing names, and of no bare count of meetings', () => {
    expect(events('村里举行热闹的欢迎仪式，之后是年度工作情况听证会。')).toEqual([]);
    expect(events('双方商定办好第三届峰会。')).toEqual([]);
    expect(events('双方商定办好第三届青澜峰会。')).toEqual(['第三届青澜峰会']);
  });
  it('hold the part of the country, and end before the next one', () => {
    expect(events('他牵头主办中国西部国际茶业论坛和中国东部国际花卉大会。')).toEqual([
      '中国西部国际茶业论坛',
      '中国东部国际花卉大会',
    ]);
  });
  it('begin behind what is done to them', () => {
    expect(events('客车在青澜隆重举行第二批交车仪式。')).not.toContain('青澜隆重举行第二批交车仪式');
  });
  it('do not begin with the word that tells their time', () => {
    expect(events('时值第十五届国际茶业联谊年会，宾客云集。')).toEqual(['第十五届国际茶业联谊年会']);
  });
});
