import { describe, expect, test } from 'vitest';
import { read, ties } from '../../test/support/ties.ts';

const A = '海川集团';
const B = '云上科技有限公司';
const C = '青峰钢铁有限公司';

describe('visits and meetings', () => {
  test.each([
    ['市长韩守仁到云上科技有限公司调研。', `韩守仁 visited ${B}`],
    ['市长韩守仁前往青峰钢铁有限公司考察。', `韩守仁 visited ${C}`],
    ['市长曹立群来到云上科技有限公司，详细了解生产情况并进行调研。', `曹立群 visited ${B}`],
    ['市长曹立群对云上科技有限公司进行了参观访问。', `曹立群 visited ${B}`],
    ['市长曹立群对海川大学校史馆、云上科技有限公司进行了参观。', '曹立群 visited 海川大学'],
    ['市长曹立群一行走访慰问了云上科技有限公司。', `曹立群 visited ${B}`],
    ['市长曹立群与海川集团总经理高明远举行会谈。', '曹立群 met 高明远'],
    ['市长韩守仁同海川集团总经理高明远座谈。', '韩守仁 met 高明远'],
    ['市长韩守仁来到海滨，5月6日风尘仆仆地拜会了海川集团总经理高明远。', '韩守仁 met 高明远'],
    ['市长韩守仁在会展中心同来访的海滨协会代表团团长高明远举行会谈。', '韩守仁 met 高明远'],
    ['市长韩守仁考察了北山风力发电项目、东沟阀门厂、青峰钢铁有限公司。', `韩守仁 visited ${C}`],
    ['市长韩守仁前往青峰钢铁有限公司进行项目洽谈。', `韩守仁 visited ${C}`],
    ['市长韩守仁考察了北山风力发电项目、青峰钢铁有限公司。', `韩守仁 visited ${C}`],
    ['市长韩守仁在会展中心与到访的海滨市市长高明远就港口建设举行会谈。', '韩守仁 met 高明远'],
    ['市长韩守仁表示，去年，我和高明远先生在海滨两次会晤，成果丰硕。', '韩守仁 met 高明远'],
    ['市长韩守仁在云上科技有限公司考察时，走进了车间。', `韩守仁 visited ${B}`],
    ['省长曹立群5月6日至8日对西班牙进行正式友好访问。', '曹立群 visited 西班牙'],
    ['海川集团总裁高明远表示感谢。同高明远会谈时，省长韩守仁表示欢迎。', '韩守仁 met 高明远'],
    ['省长曹立群率团在济南市考察农产品加工情况。', '曹立群 visited 济南市'],
    ['市长曹立群来到云上科技有限公司，与技术人员座谈。', `曹立群 visited ${B}`],
    ['市长曹立群一行到云上科技有限公司、青峰钢铁有限公司，了解生产情况。', `曹立群 visited ${C}`],
    ['市长曹立群一行在云上科技有限公司调研创新情况。', `曹立群 visited ${B}`],
    ['在云上科技有限公司，市长曹立群察看了生产线。', `曹立群 visited ${B}`],
    ['省长韩守仁在济南市同前来参加第三届青山论坛的副总理曹立群举行会谈。', '韩守仁 met 曹立群'],
    ['省长韩守仁在会展中心为副总理曹立群举行欢迎宴会。', '韩守仁 met 曹立群'],
    ['省长韩守仁在会展中心举行仪式，欢迎副总理曹立群来访。', '韩守仁 met 曹立群'],
    ['会谈后，省长韩守仁与海川集团总裁高明远共同签署了协议。', '韩守仁 met 高明远'],
    ['海川集团总裁高明远表示感谢。会见高明远期间，省长韩守仁表示欢迎。', '韩守仁 met 高明远'],
    ['市长曹立群来访。他考察了云上科技有限公司。', `曹立群 visited ${B}`],
    ['省长韩守仁与海川集团总裁高明远等参与谈判。', '韩守仁 met 高明远'],
    ['海川集团总裁高明远表示感谢。在会见高明远时，省长韩守仁表示欢迎。', '韩守仁 met 高明远'],
  ])('%s', (text, tie) => {
    expect(ties(text)).toContain(tie);
  });

  test('a dropped subject is taken from the sentence before', () => {
    const found = ties('5月6日，市长曹立群来到济南。随后考察了云上科技有限公司。');
    expect(found).toContain(`曹立群 visited ${B}`);
  });
});

describe('attendance', () => {
  test.each([
    '市长曹立群出席第三届青山论坛。',
    '市长曹立群参加第三届青山论坛并致辞。',
    '第三届青山论坛在济南举行。市长曹立群出席论坛。',
    '第三届青山论坛在济南举行。市长曹立群参会。',
    '省长韩守仁6日和市长曹立群共同出席第三届青山论坛。',
    '出席第三届青山论坛的领导和专家有：省长韩守仁，市长曹立群等。',
  ])('%s', (text) => {
    expect(ties(text).some((tie) => tie.startsWith('曹立群 attended') && tie.endsWith('青山论坛'))).toBe(true);
  });

  test('who came for an event attends it, not who receives the guest', () => {
    const found = ties('市长曹立群会见来访出席第三届青山论坛暨新材料与新能源产业发展高层会议的海川集团总裁高明远。');
    expect(found.some((tie) => tie.startsWith('高明远 attended'))).toBe(true);
    expect(found.some((tie) => tie.startsWith('曹立群 attended'))).toBe(false);
  });
});

describe('belonging', () => {
  test('a subsidiary that is founded belongs to its founder, which is no further investor', () => {
    const found = ties('为开发矿山，海川集团在南山区注册成立了全资子公司云上科技有限公司。');
    expect(found).toContain(`${B} subsidiary_of ${A}`);
    expect(found).not.toContain(`${A} invested_in ${B}`);
  });

  test('the parent of the one just named', () => {
    expect(ties('云上科技有限公司昨日停产。但其母公司海川集团的财报显示，亏损是主因。')).toContain(
      `${B} subsidiary_of ${A}`,
    );
  });

  test('the subsidiary of the one just named', () => {
    expect(ties('大股东海川集团及其子公司云上科技有限公司承诺认购。')).toContain(`${B} subsidiary_of ${A}`);
  });

  test.each([
    '云上科技有限公司划归海川集团旗下。',
    '海川集团拟以募集资金1亿元对控股子公司云上科技有限公司增资。',
    '海川集团旗下另一家上市公司云上科技有限公司今天开业。',
    '海川集团控股子公司云上科技有限公司今天开业。',
    '云上科技有限公司的母公司海川集团表示支持。',
    '海川集团是云上科技有限公司的母公司。',
    '云上科技有限公司隶属于海川集团。',
    '云上科技有限公司系海川集团旗下企业。',
    '云上科技有限公司成为海川集团的控股子公司。',
    '海川集团表示，旗下子公司云上科技有限公司今天开业。',
  ])('%s', (text) => {
    expect(ties(text)).toContain(`${B} subsidiary_of ${A}`);
  });
});

describe('contracts', () => {
  test('three parties cooperate, each with each', () => {
    const found = ties('海川集团、云上科技有限公司和青峰钢铁有限公司三方将开展战略合作。');
    expect(found.filter((tie) => tie.includes('cooperates_with'))).toHaveLength(3);
  });

  test.each([
    ['海川集团与云上科技有限公司签署了5亿元的采购订单。', `${A} signed_with ${B} 500000000`],
    ['海川集团与云上科技有限公司签订设备采购合同，合同总金额为2.3亿元。', `${A} signed_with ${B} 230000000`],
    ['海川集团与云上科技有限公司在济南 “青山周”上签订3亿元的采购订单。', `${A} signed_with ${B} 300000000`],
    ['去年营收80亿元的海川集团与云上科技有限公司签署协议。', `${A} signed_with ${B}`],
  ])('the sum of what is signed: %s', (text, tie) => {
    expect(ties(text, 'amount')).toContain(tie);
  });

  test('the day in brackets is the one that is meant', () => {
    const found = ties('海川集团明（10）日将与云上科技有限公司签订合作备忘录。', 'date');
    expect(found).toContain(`${A} signed_with ${B} 2022-05-10`);
  });

  test.each([
    ['海川集团将与国内规模最大的软件企业之一云上科技有限公司建立战略合作伙伴关系。', `${A} cooperates_with ${B}`],
    ['海川集团与云上科技有限公司建立了长期合作关系。', `${A} cooperates_with ${B}`],
    ['海川集团与云上科技有限公司共同成立合资公司。', `${A} cooperates_with ${B}`],
    ['海川集团携手云上科技有限公司共同打造智慧园区。', `${A} cooperates_with ${B}`],
    ['海川集团与大股东青峰钢铁有限公司旗下上市公司云上科技有限公司签署协议。', `${A} signed_with ${B}`],
    ['海川集团已与知名企业云上科技有限公司达成协议。', `${A} signed_with ${B}`],
    ['记者从海川集团与云上科技有限公司获悉，双方已经签下战略合作协议。', `${A} signed_with ${B}`],
    ['海川集团与云上科技有限公司就海川集团收购青峰钢铁有限公司业务签署备忘录。', `${A} signed_with ${B}`],
    ['海川集团与持有多项国家专利的云上科技有限公司签署合作协议。', `${A} signed_with ${B}`],
    ['云上科技有限公司和海川集团于5月6日签约。', `${B} signed_with ${A}`],
    ['海川集团现在是云上科技有限公司的首要合作伙伴。', `${A} cooperates_with ${B}`],
    ['海川集团会见了云上科技有限公司，双方将开展深度合作。', `${A} cooperates_with ${B}`],
    ['海川集团与云上科技有限公司达成战略合作。', `${A} cooperates_with ${B}`],
    ['海川集团与云上科技有限公司举行座谈。双方签署了战略合作协议。', `${A} signed_with ${B}`],
    ['海川集团邀请了云上科技有限公司。两家公司将在能源领域开展深度合作。', `${A} cooperates_with ${B}`],
    ['海川集团、云上科技有限公司及青峰钢铁有限公司开会。三方共同打造智慧园区。', `${B} cooperates_with ${C}`],
    ['海川集团与云上科技有限公司就供货一事谈妥，昨天举行签约仪式。', `${A} signed_with ${B}`],
    ['海川集团、云上科技有限公司在济南市举行了智慧交通与智慧出行战略框架协议签约仪式。', `${A} signed_with ${B}`],
    [
      '海川集团成立于2001年，近年来与云上科技有限公司、青峰钢铁有限公司等多家供应商保持着紧密合作。',
      `${A} cooperates_with ${C}`,
    ],
    ['海川集团首家合作伙伴云上科技有限公司表示祝贺。', `${A} cooperates_with ${B}`],
    ['海川集团选定云上科技有限公司为独家合作伙伴。', `${A} cooperates_with ${B}`],
    ['海川集团就以入股建厂的方式与云上科技有限公司合作开办茶场。', `${A} cooperates_with ${B}`],
    ['海川集团将与云上科技有限公司组成投标联合体。', `${A} cooperates_with ${B}`],
    ['山东省软件协会联合云上科技有限公司等多家会员企业组建的测试中心揭牌。', `山东省软件协会 cooperates_with ${B}`],
    ['海川集团携手云上科技有限公司推出新品。', `${A} cooperates_with ${B}`],
    ['海川集团与知名软件开发商——云上科技有限公司合资建厂，并共同研发芯片。', `${A} cooperates_with ${B}`],
  ])('%s', (text, tie) => {
    expect(ties(text)).toContain(tie);
  });
});

describe('projects', () => {
  test.each([
    ['海川集团中标北山风力发电项目，中标金额3.2亿元。', `${A} participates_in 北山风力发电项目 320000000`],
    ['云上科技有限公司公告，海川集团为北山风力发电项目的中标单位。', `${A} participates_in 北山风力发电项目`],
    ['北山风力发电项目由海川集团承建。', `${A} participates_in 北山风力发电项目`],
    ['北山风力发电项目由海川集团负责运营。', `${A} participates_in 北山风力发电项目`],
    ['海川集团承建的北山风力发电项目竣工。', `${A} participates_in 北山风力发电项目`],
    ['北山风力发电项目总投资40亿元，由海川集团承建。', `${A} participates_in 北山风力发电项目`],
    ['海川集团早前就合资在济南市建立了北山风力发电项目。', `${A} participates_in 北山风力发电项目`],
    ['海川集团是北山风力发电项目的业主。', `${A} participates_in 北山风力发电项目`],
    ['北山风力发电项目位于济南市。', '北山风力发电项目 located_in 济南市'],
    ['海川集团总部位于济南市。', `${A} located_in 济南市`],
    ['海川集团成立于2001年，总部位于济南市。', `${A} located_in 济南市`],
    ['海川集团成立于2001年，注册资本3亿元，地处济南市。', `${A} located_in 济南市`],
    ['海川集团在济南市设立总部。', `${A} located_in 济南市`],
    ['海川集团、云上科技有限公司等龙头企业先后落户济南市。', `${B} located_in 济南市`],
    ['北山风力发电项目于2016年开工，坐落于济南市。', '北山风力发电项目 located_in 济南市'],
    ['北山风力发电项目为海川集团和云上科技有限公司合资。', `${B} participates_in 北山风力发电项目`],
    ['北山风力发电项目由海川集团设计，云上科技有限公司负责施工。', `${B} participates_in 北山风力发电项目`],
    ['北山风力发电项目业主为海川集团，监理单位为云上科技有限公司。', `${B} participates_in 北山风力发电项目`],
  ])('%s', (text, tie) => {
    expect(ties(text, 'amount')).toContain(tie);
  });
});

test('其 behind a comma is whom the sentence is about', () => {
  const found = ties('海川集团持有云上科技有限公司20%的股份，其子公司青峰钢铁有限公司持有5%的股份。');
  expect(found).toContain(`${C} subsidiary_of ${A}`);
  expect(found).not.toContain(`${C} subsidiary_of ${B}`);
});

test('a child may be named in apposition to the clause that says so', () => {
  expect(ties('作为海川集团旗下的重点企业，云上科技有限公司通过了检查。')).toEqual([`${B} subsidiary_of ${A}`]);
});

test('whole lists belong to whom they are said to belong to', () => {
  const found = ties('海川集团、云上科技有限公司均为青峰钢铁有限公司旗下独资企业。');
  expect(found).toEqual([`${A} subsidiary_of ${C}`, `${B} subsidiary_of ${C}`]);
});

describe('status', () => {
  test.each([
    ['海川集团终止与云上科技有限公司的合作。', `${A} cooperates_with ${B} ended`],
    ['海川集团退出北山风力发电项目。', `${A} participates_in 北山风力发电项目 ended`],
    ['海川集团将退出北山风力发电项目。', `${A} participates_in 北山风力发电项目 ended`],
    ['据传，海川集团将收购云上科技有限公司。', `${A} acquired ${B} rumoured`],
    ['传海川集团拟收购云上科技有限公司股份。', `${A} acquired ${B} rumoured`],
    ['海川集团发布公告，否认收购云上科技有限公司股份。', `${A} acquired ${B} denied`],
    ['海川集团拟收购云上科技有限公司。', `${A} acquired ${B} planned`],
    ['海川集团正在洽购云上科技有限公司75%股权。', `${A} acquired ${B} planned`],
    ['海川集团将在济南市投资60亿元建设北山风力发电项目。', `${A} invested_in 北山风力发电项目 planned`],
    ['海川集团已签署协议，收购云上科技有限公司。', `${A} acquired ${B} signed`],
  ])('%s', (text, tie) => {
    expect(ties(text, 'status')).toContain(tie);
  });
});

test('rival amounts of one deal are all kept with their sentences', () => {
  const { relations } = read(
    '海川集团以12亿元收购了云上科技有限公司。另有消息显示，海川集团以12.6亿元收购了云上科技有限公司。',
  );
  const [deal] = relations.filter(({ type }) => type === 'acquired');
  expect(deal?.evidence).toHaveLength(2);
});

test.each([
  ['山东省软件协会成立于2001年。协会与海川集团签署协议。', '山东省软件协会 signed_with 海川集团'],
  ['海川集团中标北山风力发电项目。项目由云上科技有限公司投资。', `${B} invested_in 北山风力发电项目`],
])('a common noun stands for the name before it: %s', (text, tie) => {
  expect(ties(text)).toContain(tie);
});

describe('names without an ending, by what is said of them', () => {
  test.each([
    ['青禾新能源宣布，以12亿元收购北辰电池51%的股权。', '青禾新能源 acquired 北辰电池 0.51'],
    ['海川集团对云上科技有限公司增资。', '海川集团 invested_in 云上科技有限公司'],
  ])('%s', (text, tie) => {
    expect(ties(text, 'share')).toContain(tie);
  });

  test('a city that no list knows is one where its mayor is named', () => {
    expect(ties('青岚市市长韩守仁说，前景广阔。')).toContain('韩守仁 holds_post 青岚市政府');
  });
});
