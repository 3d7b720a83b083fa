import { describe, expect, it } from 'vitest';
import { recogniseMentions } from '../mentions/recognise.ts';
import { structureRecognisers } from '../mentions/structure/structure.ts';
import { findValues } from '../mentions/values/find.ts';
import { createSegmenter } from '../node/segmenter.ts';
import { createOntology } from '../ontology/ontology.ts';
import type { Resources } from '../resources.ts';
import { tokenise } from '../tokens/tokenise.ts';
import { linkEntities } from './link.ts';

const segmenter = createSegmenter();

function link(text: string, given: { publisher?: string; same?: readonly (readonly string[])[] } = {}) {
  const resources: Resources = {
    segmenter,
    ontology: createOntology(),
    vocabulary: { names: [], ignore: [], same: given.same ?? [] },
    recognisers: structureRecognisers(),
  };
  const { publisher } = given;
  const document = tokenise({ id: 'test', text, ...(publisher === undefined ? {} : { publisher }) }, segmenter);
  return linkEntities(document, recogniseMentions(document, findValues(document), resources), resources);
}

/** Posts as `person title@organisation`, 原 before former ones. */
function posts(text: string, publisher?: string): string[] {
  const { posts: found, entities } = link(text, publisher === undefined ? {} : { publisher });
  const name = new Map(entities.map((entity) => [entity.id, entity.name]));
  return found.map(
    ({ person, title, organisation, former }) =>
      `${name.get(person)} ${former ? '原' : ''}${title}@${name.get(organisation ?? '') ?? ''}`,
  );
}

const entity = (text: string, name: string, same?: readonly (readonly string[])[]) =>
  link(text, same === undefined ? {} : { same }).entities.find((candidate) => candidate.name === name);

describe('names of one entity', () => {
  it('joins a defined short form with its full name', () => {
    const text = '北京青禾软件技术股份有限公司（下称青禾软件）成立。青禾软件将开发软件。';
    expect(entity(text, '北京青禾软件技术股份有限公司')?.aliases).toEqual(['青禾软件']);
  });
  it('joins a name in Latin letters and its abbreviation with the Chinese name before their bracket', () => {
    const text = '青禾集团（Qinghe Group，简称QHG）昨日开业。QHG将扩产，Qinghe Group看好前景。';
    expect(entity(text, '青禾集团')?.aliases.toSorted()).toEqual(['QHG', 'Qinghe Group']);
    expect(entity('蓝溪基金会（LXF）昨日成立。LXF将捐款。', '蓝溪基金会')?.aliases).toEqual(['LXF']);
  });
  it('joins a person with the name abroad in brackets', () => {
    const text = '青禾公司总裁约翰·史密斯（John Smith）昨日发言。';
    expect(entity(text, '约翰·史密斯')?.aliases).toContain('John Smith');
  });
  it('takes a stock code for no name', () => {
    expect(entity('青禾集团（NYSE：QHG）昨日开业。', '青禾集团')?.aliases).toEqual([]);
  });
  it('joins a group with its name that says what it trades in', () => {
    const text = '墨池餐饮集团公司昨日开业。墨池集团将扩产。';
    expect(entity(text, '墨池餐饮集团公司')?.aliases).toEqual(['墨池集团']);
  });
  it('keeps a group apart from its share company and from its firm for one trade', () => {
    const companies = (text: string) =>
      link(text)
        .entities.filter(({ type }) => type === 'company')
        .map(({ name }) => name)
        .toSorted();
    expect(companies('青禾股份公司昨日公告称，青禾集团将增持青禾股份公司。青禾未予置评。')).toHaveLength(2);
    expect(companies('墨池集团昨日宣布，旗下墨池电器有限公司将扩产。墨池集团看好前景。')).toEqual([
      '墨池电器有限公司',
      '墨池集团',
    ]);
  });
  it('takes a group that bears the trade in its full name for the firm of that trade', () => {
    const text = '墨池电器集团有限公司昨日开业。墨池电器将扩产，墨池集团看好前景。';
    expect(entity(text, '墨池电器集团有限公司')?.aliases).toEqual(['墨池电器', '墨池集团']);
  });
  it('takes a name without its legal form for no parent house', () => {
    const { entities } = link('宁波蓝溪港口集团有限公司昨日开业。');
    expect(entities.filter(({ type }) => type === 'company').map(({ name }) => name)).toEqual([
      '宁波蓝溪港口集团有限公司',
    ]);
  });
  it('joins a group with its limited company', () => {
    const text = '蓝溪物流集团有限公司昨日开业。蓝溪物流集团将扩产。';
    expect(entity(text, '蓝溪物流集团有限公司')?.aliases).toEqual(['蓝溪物流集团']);
  });
  it('joins names with and without their place', () => {
    const text = '辽宁墨池集团签约。墨池集团总裁俞柏舟说，墨池集团看好前景。';
    expect(entity(text, '辽宁墨池集团')?.aliases).toEqual(['墨池集团']);
  });
  it('joins long and short names of a ministry', () => {
    const text = '国家发展和改革委员会发布通知。国家发改委表示，发改委将加强监管。';
    expect(entity(text, '国家发展和改革委员会')?.aliases).toEqual(['国家发改委', '发改委']);
  });
  it('keeps a house from its company in a region', () => {
    const text = '云上汽车集团宣布，云上汽车集团（云州）有限公司今日投产。云上汽车集团说，还将扩建。';
    expect(entity(text, '云上汽车集团')).toBeDefined();
    expect(entity(text, '云上汽车集团（云州）有限公司')?.aliases ?? []).not.toContain('云上汽车集团');
  });
  it('keeps a bank and its branch apart', () => {
    const names = link('青禾银行西安分行开业，青禾银行派人参加。').entities.map(({ name }) => name);
    expect(names).toContain('青禾银行西安分行');
    expect(names).toContain('青禾银行');
  });
  it('joins a project with its fuller description, but not with another phase', () => {
    const text =
      '省长考察了青禾集团年产30万吨甲醇项目、青禾集团热电联产二期项目。他说，青禾集团甲醇项目、青禾集团热电联产项目都要加快。';
    expect(entity(text, '青禾集团年产30万吨甲醇项目')?.aliases).toContain('青禾集团甲醇项目');
    expect(entity(text, '青禾集团热电联产项目')).toBeDefined();
    expect(entity(text, '青禾集团热电联产二期项目')).toBeDefined();
  });
  it('joins what the configuration declares the same', () => {
    const text = '蓝溪集团签约，墨池集团也签约。';
    expect(entity(text, '蓝溪集团', [['蓝溪集团', '墨池集团']])?.aliases).toEqual(['墨池集团']);
  });
  it('numbers entities in order of first mention', () => {
    const { entities } = link('市长俞柏舟会见了蓝溪集团总裁邝明远。');
    expect(entities.map(({ id }) => id)).toEqual(entities.map((_, index) => `e${index + 1}`));
  });

  it('takes a bare bracket for a short form that has nothing but characters of the name', () => {
    const text = '云海石油天然气集团公司（云石气）与北昆公司签约。云石气表示满意。北昆公司（云州）没有回应。';
    expect(entity(text, '云海石油天然气集团公司')?.aliases).toEqual(['云石气']);
  });

  it('joins a group without its trade, and a stock name without the words between', () => {
    expect(entity('百川餐饮集团扩张。百川集团总裁宋立群表示满意。', '百川餐饮集团')?.aliases).toEqual(['百川集团']);
    const text = '海禾重型机械制造股份有限公司扩产。海禾重机董事长宋立群说，海禾重机看好市场。';
    expect(entity(text, '海禾重型机械制造股份有限公司')?.aliases).toEqual(['海禾重机']);
  });

  it.each([
    ['蓝溪集团扩张。蓝溪公司表示满意。', '蓝溪集团', '蓝溪公司'],
    ['澜禾电器昨日宣布扩产。澜禾电器总裁宋立群表示满意。澜禾总裁宋立群说，市场很大。', '澜禾电器', '澜禾'],
    ['济南钢铁股份有限公司减产。济钢股份董事长宋立群说，济钢股份订单不足。', '济南钢铁股份有限公司', '济钢股份'],
    ['ET BlueBrook Group近日扩产。ET Bluebrook Group近日投产。', 'ET BlueBrook Group', 'ET Bluebrook Group'],
    ['蓝溪光电集团 ET Bluebrook Group近日扩产。', '蓝溪光电集团', 'ET Bluebrook Group'],
  ])('joins the names of one house: %s', (text, full, short) => {
    expect(entity(text, full)?.aliases).toContain(short);
  });

  it('joins a group with what initials make of its name', () => {
    const text = '山西省公路能源旅游投资集团近日扩产。省公能投集团董事长宋立群表示满意。';
    expect(entity(text, '山西省公路能源旅游投资集团')?.aliases).toEqual(['省公能投集团']);
  });

  it('keeps a brand apart from two houses that bear it', () => {
    const text = '澜禾电器昨日宣布扩产。澜禾地产昨日宣布减产。澜禾总裁宋立群说，市场很大。';
    expect(entity(text, '澜禾')?.aliases).toEqual([]);
  });
});

describe('anaphora', () => {
  it('lets 该公司 stand for the company named before', () => {
    const { mentions, entities } = link('蓝溪集团昨日扩产。该公司去年亏损。');
    const company = entities.find(({ name }) => name === '蓝溪集团');
    const words = company?.mentions.map((index) => mentions[index]?.text);
    expect(words).toEqual(['蓝溪集团', '该公司']);
    expect(company?.aliases).toEqual([]);
  });
  it('lets a surname with a title stand for the person', () => {
    const { mentions, entities } = link('青禾银行行长蔡若川致辞。蔡行长一行参观了工厂。');
    const person = entities.find(({ name }) => name === '蔡若川');
    expect(person?.mentions.map((index) => mentions[index]?.text)).toEqual(['蔡若川', '蔡行长']);
  });
  it('reads double surnames and forms of address', () => {
    const text = '蓝溪集团董事长欧阳若川到访。欧阳董事长会见了墨池股份总经理成明远。成先生表示欢迎，成总，您好。';
    const { mentions, entities } = link(text);
    const words = (name: string) =>
      entities.find((candidate) => candidate.name === name)?.mentions.map((index) => mentions[index]?.text);
    expect(words('欧阳若川')).toEqual(['欧阳若川', '欧阳董事长']);
    expect(words('成明远')).toEqual(['成明远', '成先生', '成总']);
  });
  it('does not take 总 of another word for a form of address', () => {
    const { mentions } = link('蓝溪集团总经理成明远到访。成总数为三。');
    expect(mentions.map(({ text }) => text)).not.toContain('成总');
  });
});

describe('posts', () => {
  it('reads organisation, title, person', () => {
    expect(posts('北京青禾水务有限公司总经理单以川发言。')).toEqual(['单以川 总经理@北京青禾水务有限公司']);
  });
  it('gives a person two posts at two organisations, one of them former', () => {
    expect(posts('中国青瓷学会会长、国家税务总局原副局长殷若川说。')).toEqual([
      '殷若川 会长@中国青瓷学会',
      '殷若川 原副局长@国家税务总局',
    ]);
  });
  it('reads a title that is joined with 的', () => {
    expect(posts('青禾银行的副行长蔡若川发言。')).toEqual(['蔡若川 副行长@青禾银行']);
  });
  it('reads a title of courtesy behind the name, and a department of several trades', () => {
    expect(posts('青瓷协会蔡若川秘书长发言。')).toEqual(['蔡若川 秘书长@青瓷协会']);
    expect(posts('云州大学市场与采购研究所副所长殷若川发言。')).toEqual(['殷若川 市场与采购研究所副所长@云州大学']);
  });
  it('reads a department that is named by what it does', () => {
    expect(posts('青岛软件协会合作拓展部部长殷若川发言。')).toEqual(['殷若川 合作拓展部部长@青岛软件协会']);
  });
  it('takes who edits a book for no post of the person in its title', () => {
    expect(posts('青禾研究院编辑的单以川文集昨日出版。')).toEqual([]);
  });
  it('hands the organisation on to the next of a list', () => {
    expect(posts('青禾银行行长蔡若川、副行长成明远出席。')).toEqual(['蔡若川 行长@青禾银行', '成明远 副行长@青禾银行']);
  });
  it('lets several people share a title', () => {
    expect(posts('青岛市副市长邝明远、邬思齐陪同。')).toEqual(['邝明远 副市长@青岛市政府', '邬思齐 副市长@青岛市政府']);
  });
  it('points back for 公司总经理', () => {
    expect(posts('青禾航空器材集团公司是知名企业。市长俞柏舟会见了公司总经理邝明远。')).toContain(
      '邝明远 总经理@青禾航空器材集团公司',
    );
  });
  it('takes the city from the document', () => {
    expect(posts('青岛今日开会，青岛的企业都来了。市委书记俞柏舟讲话。')).toEqual(['俞柏舟 市委书记@青岛市委']);
    expect(posts('市委副书记、市长俞柏舟讲话。', '青岛日报')).toEqual([
      '俞柏舟 市委副书记@青岛市委',
      '俞柏舟 市长@青岛市政府',
    ]);
  });
  it('knows 日前 and 太原 from a former post', () => {
    expect(posts('日前，青禾集团总裁俞柏舟说。')).toEqual(['俞柏舟 总裁@青禾集团']);
  });
  it('reads a post after the name', () => {
    expect(posts('俞柏舟（青禾集团董事长）出席。')).toEqual(['俞柏舟 董事长@青禾集团']);
  });
});

describe('posts that the title tells', () => {
  it.each([
    ['外交部长殷若川说，会谈顺利。', '殷若川 部长@外交部'],
    ['山西省公安厅长殷若川说，案件已破。', '殷若川 厅长@山西省公安厅'],
    ['美国海军部长殷若川即将离职。', '殷若川 部长@美国海军部'],
    ['市委组织部长殷若川出席。', '殷若川 部长@市委组织部'],
    ['国务院国有资产监督管理委员会主任殷若川介绍了情况。', '殷若川 主任@国务院国有资产监督管理委员会'],
    ['中国青瓷协会（下称“青瓷协”）副会长殷若川说，好。', '殷若川 副会长@中国青瓷协会'],
  ])('%s', (text, post) => {
    expect(posts(text)).toEqual([post]);
  });
  it('keeps posts before one whose organisation it does not know', () => {
    expect(posts('青禾集团董事长、早茶节筹备会主任殷若川如是说。')).toEqual(['殷若川 董事长@青禾集团', '殷若川 主任@']);
  });
});

describe('groups', () => {
  it('joins what list marks part', () => {
    const text = '他拜访了蓝溪集团、墨池集团和青禾集团。';
    const { groups } = link(text);
    expect(groups.map(({ start, end }) => text.slice(start, end))).toEqual(['蓝溪集团、墨池集团和青禾集团']);
  });
  it('reads over the titles of later members', () => {
    const text = '青禾银行行长蔡若川、副行长成明远出席。';
    const { groups } = link(text);
    expect(groups.map(({ start, end }) => text.slice(start, end))).toEqual(['蔡若川、副行长成明远']);
  });
});
