import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSegmenter } from '../node/segmenter.ts';
import { createOntology } from '../ontology/ontology.ts';
import type { Resources, Vocabulary } from '../resources.ts';
import { tokenise } from '../tokens/tokenise.ts';
import type { MentionType } from './mention.ts';
import { recogniseMentions } from './recognise.ts';
import { structureRecognisers } from './structure/structure.ts';
import { findValues } from './values/find.ts';

const segmenter = createSegmenter();
const NOTHING: Vocabulary = { names: [], ignore: [], same: [] };

function recognise(text: string, vocabulary = NOTHING) {
  const resources: Resources = {
    segmenter,
    ontology: createOntology(),
    vocabulary,
    recognisers: structureRecognisers(),
  };
  const document = tokenise({ id: 'test', text }, segmenter);
  return recogniseMentions(document, findValues(document), resources);
}

/** Names of one type in a text, children included. */
function names(text: string, type: MentionType, vocabulary = NOTHING): string[] {
  return recognise(text, vocabulary).flatMap((mention) => (mention.type === type ? [mention.text] : []));
}

describe('edges of organisations', () => {
  it('are not those of fragments: the end of a longer name, a count, an example', () => {
    expect(names('甲合农用拖拉机发动机有限责任公司挂牌。', 'company')).not.toContain('发动机有限责任公司');
    expect(names('五大发电集团都在亏损。', 'company')).toEqual([]);
    expect(names('诸如青禾绿色能源控股有限公司等企业扩产。', 'company')).toEqual(['青禾绿色能源控股有限公司']);
  });
  it('of full names are where the house or the city stands', () => {
    expect(names('昨日，中禾云州稀土开发有限公司挂牌。', 'company')).toEqual(['中禾云州稀土开发有限公司']);
    expect(names('昨日又有了一家控股公司本溪青禾矿业有限公司。', 'company')).toEqual(['本溪青禾矿业有限公司']);
    expect(names('他昨日注册了房地产开发有限公司。', 'company')).toEqual([]);
  });
  it('hold the mark of special treatment', () => {
    expect(names('该公司借壳*ST青禾上市，ST墨池跌停，BEST青禾是口号。', 'company')).toEqual(['*ST青禾', 'ST墨池']);
  });
  it('are not what leads to the first name of a list', () => {
    expect(names('读者可以多关注三一重工、中联重科、潍柴动力。', 'company')).toEqual([
      '三一重工',
      '中联重科',
      '潍柴动力',
    ]);
  });
  it('are not what a longer word begins with: 政府采购, 甲中心大道', () => {
    expect(names('云州试行网上政府采购。', 'agency')).toEqual([]);
    expect(names('云州东湖中心大道今天修好。', 'organization')).toEqual([]);
  });
  it('begin behind what jieba glued to their left edge', () => {
    expect(names('如1908年永绍轮船公司开业之时。', 'company')).toEqual(['永绍轮船公司']);
  });
  it('are not within a word of Latin letters and digits', () => {
    expect(names('青禾汽车4S店今天开业，青禾汽车4S店店长宋立群说。', 'company')).not.toContain('S店');
  });
  it('end before the verb that tells what they do in a country', () => {
    expect(names('华为投资德国以来，客户多了。', 'company')).toEqual(['华为']);
  });
});

describe('people', () => {
  it('finds an unknown name after a title', () => {
    expect(names('青阳市市长俞柏舟昨日会见了客人。', 'person')).toEqual(['俞柏舟']);
  });
  it('finds every name of a list that shares a title', () => {
    expect(names('副省长邝明远、邬思齐、蔺若川出席了会议。', 'person')).toEqual(['邝明远', '邬思齐', '蔺若川']);
  });
  it('finds double surnames and names with a middle dot', () => {
    expect(names('公司董事长欧阳青禾与安德烈·克林顿握手。', 'person')).toEqual(['欧阳青禾', '安德烈·克林顿']);
  });
  it('finds a dotted name to its end, whatever its syllables mean', () => {
    expect(names('厂长买买提·阿不都拉说，很好。', 'person')).toEqual(['买买提·阿不都拉']);
    expect(names('总统阿恩·拉格蒙松等贵宾到访。', 'person')).toEqual(['阿恩·拉格蒙松']);
  });
  it('takes words that a dot parts for no people', () => {
    expect(names('书院设了经学·敦煌学·医学三科，另有规划·珠海一展。', 'person')).toEqual([]);
  });
  it('finds a foreign name before a title of state, behind the word that joins it to another', () => {
    expect(names('主席同萨勒曼国王见面，又同拉托尔纳总统通话。', 'person')).toEqual(['萨勒曼', '拉托尔纳']);
  });
  it('finds the whole of a foreign name that jieba knows in part', () => {
    expect(names('客人是卡塔尔议长古尔特诺娃。', 'person')).toEqual(['古尔特诺娃']);
  });
  it('finds transliterated names after a title', () => {
    expect(names('卡塔尔外交大臣萨尔曼抵达北京。', 'person')).toEqual(['萨尔曼']);
  });
  it('lets repetition decide how long a name is', () => {
    const text = '市长宗远继在京会见客人。宗远继说，合作前景很好。宗远继还考察了工厂。';
    expect(new Set(names(text, 'person'))).toEqual(new Set(['宗远继']));
  });
  it('takes no names from common words', () => {
    expect(names('仪式隆重举行，带来真金白银，流露着殷殷期望，和蔼而耿直。', 'person')).toEqual([]);
  });
  it('takes the heroes of books for no people', () => {
    expect(names('他读了《林若川与青禾集团》，也读《青禾日报》。李先生说，谢谢。', 'person')).toEqual([]);
  });
  it('takes who reports, at the head of a paragraph, for no part of the story', () => {
    const story = '青禾集团有限公司昨日开业。';
    expect(names(story, 'company')).toEqual(['青禾集团有限公司']);
    expect(names(`青禾传媒有限公司消息（晚间新闻）：${story}`, 'company')).toEqual(['青禾集团有限公司']);
    expect(names(`【青禾传媒有限公司】${story}`, 'company')).toEqual(['青禾集团有限公司']);
  });
  it('takes no names from metadata and furniture', () => {
    const text =
      '青阳新闻\n\n2020-01-02 10:00来源：青阳日报 作者：\n\n市长俞柏舟说，项目已经开工。\n\n责任编辑：殷若水';
    expect(names(text, 'person')).toEqual(['俞柏舟']);
  });
});

describe('organisations', () => {
  it('keeps place, brand, trade and legal form together', () => {
    expect(names('昨日，北京青禾商业连锁有限公司宣布扩产。', 'company')).toEqual(['北京青禾商业连锁有限公司']);
  });
  it('stops before verbs, adverbs and titles', () => {
    expect(names('记者获悉，市政府已经与蓝溪物流集团签约。', 'company')).toEqual(['蓝溪物流集团']);
  });
  it('nests the parent house within a long name', () => {
    const mentions = recognise('国光集团青禾风力发电有限公司向当地投资。');
    const [whole, parent] = mentions.filter(({ type }) => type === 'company');
    expect(whole?.text).toBe('国光集团青禾风力发电有限公司');
    expect(parent?.text).toBe('国光集团');
    expect(mentions[parent?.parent ?? -1]).toBe(whole);
  });
  it('nests the place within an agency', () => {
    const mentions = recognise('北京市海淀区商委发布通知。');
    expect(mentions.map(({ text, type }) => [text, type])).toEqual([
      ['北京市海淀区商委', 'agency'],
      ['北京市海淀区', 'place'],
    ]);
  });
  it('finds agencies with 和 in their name', () => {
    expect(names('国家发展和改革委员会批准了方案。', 'agency')).toEqual(['国家发展和改革委员会']);
  });
  it('finds associations, schools and hospitals', () => {
    const text = '中国检验检疫学会、聊城市第九人民医院和杭州青禾技术学院派人参加。';
    expect(names(text, 'organization')).toEqual(['中国检验检疫学会', '聊城市第九人民医院', '杭州青禾技术学院']);
  });
  it('finds a company by its stock code', () => {
    expect(names('青禾达（NASDAQ：QHDA）昨日收盘上涨。', 'company')).toEqual(['青禾达']);
  });
  it('finds companies in Latin letters', () => {
    expect(names('该厂是与Blue Creek plc合资的企业。', 'company')).toContain('Blue Creek plc');
  });
  it('takes the unknown among companies of a list for one', () => {
    const text = '客户包括蓝溪集团、青禾股份、墨池通、北辰制药公司等。';
    expect(names(text, 'company')).toContain('墨池通');
  });
  it('reads a short form where the text defines it', () => {
    const text = '北京青禾软件技术股份有限公司（下称青禾软件）昨日成立。青禾软件将开发软件。';
    expect(names(text, 'company')).toEqual(['北京青禾软件技术股份有限公司', '青禾软件', '青禾软件']);
  });
  it('takes an industry for no company', () => {
    expect(names('这家集团是中国铝业的领头羊。', 'company')).toEqual([]);
  });
  it('takes general phrases for no companies', () => {
    const text = '多家上市公司、风投公司和互联网科技公司参加，其中包括一家全资子公司。';
    expect(names(text, 'company')).toEqual([]);
  });
  it('takes directions and departments for no agencies', () => {
    expect(names('活动在叙利亚西北部进行，政府采购由公司采购部负责，要落实政府采购政策。', 'agency')).toEqual([]);
  });
});

describe('projects and events', () => {
  it('names a project without the amount before it', () => {
    expect(names('该公司在东城区投资40亿元的潮汐发电项目开工。', 'project')).toEqual(['潮汐发电项目']);
  });
  it('takes counts and general words for no projects', () => {
    expect(names('现场签约重点项目26个，这个项目和其他投资项目进展顺利。', 'project')).toEqual([]);
  });
  it('names an event that a clause describes', () => {
    expect(names('在报告厅，青岛融入黄河流域协同发展座谈会今天举行。', 'event')).toEqual([
      '青岛融入黄河流域协同发展座谈会',
    ]);
  });
});

describe('the decision', () => {
  it('finds configured names and leaves out ignored ones', () => {
    const vocabulary: Vocabulary = { names: [{ name: '墨池', type: 'company' }], ignore: ['俞柏舟'], same: [] };
    const text = '市长俞柏舟说，墨池发展很快。';
    expect(names(text, 'company', vocabulary)).toEqual(['墨池']);
    expect(names(text, 'person', vocabulary)).toEqual([]);
  });
  it('gives mentions that slice back, are sorted and overlap only as parent and child', () => {
    const words = [
      '市长',
      '俞柏舟',
      '、',
      '青禾集团',
      '有限公司',
      '北京',
      '（',
      '）',
      '“',
      '”',
      '投资',
      '40亿元',
      '的',
      '项目',
      '李',
      '·',
      '说',
      '。',
      'ABC',
      '\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const mentions = recognise(text);
        expect(recognise(text)).toEqual(mentions);
        let end = 0;
        for (const mention of mentions) {
          expect(mention.start).toBeLessThan(mention.end);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          const parent = mention.parent === undefined ? undefined : mentions[mention.parent];
          if (parent === undefined) {
            expect(mention.start).toBeGreaterThanOrEqual(end);
            end = mention.end;
          } else {
            expect(mention.start).toBeGreaterThanOrEqual(parent.start);
            expect(mention.end).toBeLessThanOrEqual(parent.end);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
  it('takes time in proportion to the length of a single long line', () => {
    const line = '市长俞柏舟与青禾集团有限公司、';
    const time = (count: number) => {
      const text = line.repeat(count);
      const start = performance.now();
      segmenter.tag(text);
      const yardstick = performance.now() - start;
      recognise(text);
      return (performance.now() - start) / yardstick;
    };
    time(300);
    expect(time(6000)).toBeLessThan(40);
  });
});

it('ends foreign names before words of time and place', () => {
  expect(names('青国总统托马斯基当地时间8日晚发文。', 'person')).toEqual(['托马斯基']);
});

it('ends no organisation in 联合国 but its own, nor in the verb 组织 behind places', () => {
  expect(names('该项目荣获联合国大奖。', 'organization')).not.toContain('荣获联合国');
  expect(names('广东广州组织八百个网点参加。', 'organization')).toEqual([]);
});
