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

describe('investments', () => {
  const ROUND = '5月6日，云上科技有限公司宣布完成A轮融资，由海川集团领投3亿元，青峰钢铁有限公司跟投5000万元。';

  test('each participant of a round has its own amount', () => {
    const found = ties(ROUND, 'amount', 'round');
    expect(found).toContain(`${A} invested_in ${B} 300000000 A轮`);
    expect(found).toContain(`${C} invested_in ${B} 50000000 A轮`);
  });

  test('the amount of a round without a share of it is the round’s', () => {
    const found = ties('云上科技有限公司完成B轮融资，融资金额2.4亿元，由海川集团领投，青峰钢铁有限公司跟投。');
    expect(found).toContain(`${A} invested_in ${B}`);
    expect(found).toContain(`${C} invested_in ${B}`);
  });

  test('investors of a round in a list', () => {
    const found = ties('云上科技有限公司完成1亿元A轮融资，投资方包括海川集团、青峰钢铁有限公司。');
    expect(found).toContain(`${A} invested_in ${B}`);
    expect(found).toContain(`${C} invested_in ${B}`);
  });

  test.each([
    ['海川集团参与了云上科技有限公司的A轮融资。', `${A} invested_in ${B}`],
    ['云上科技有限公司获海川集团3亿元投资。', `${A} invested_in ${B}`],
    ['云上科技有限公司获得海川集团领投的A轮融资。', `${A} invested_in ${B}`],
    ['海川集团的投资企业包括云上科技有限公司、青峰钢铁有限公司等。', `${A} invested_in ${C}`],
    ['海川集团入股云上科技有限公司。', `${A} invested_in ${B}`],
    ['海川集团拟以募集资金对控股子公司云上科技有限公司增资。', `${A} invested_in ${B}`],
    ['海川集团对云上科技有限公司增资2亿元。', `${A} invested_in ${B}`],
    ['海川集团将向云上科技有限公司注资2亿元。', `${A} invested_in ${B}`],
    ['海川集团与青峰钢铁有限公司签约，共同出资设立云上科技有限公司。', `${C} invested_in ${B}`],
    ['由海川集团与青峰钢铁有限公司一同出资组建的合资企业——云上科技有限公司开业。', `${C} invested_in ${B}`],
    ['海川集团就联合两家当地企业共同组建了云上科技有限公司。', `${A} invested_in ${B}`],
    ['海川集团计划投入36亿元用于北山风力发电项目。', `${A} invested_in 北山风力发电项目`],
    ['海川集团成立了云上科技有限公司。', `${A} invested_in ${B}`],
    ['开工的还有海川集团投资建设的北山风力发电项目。', `${A} invested_in 北山风力发电项目`],
    ['北山风力发电项目由海川集团投资。', `${A} invested_in 北山风力发电项目`],
    ['北山风力发电项目由海川集团投资12亿元建设。', `${A} invested_in 北山风力发电项目`],
  ])('%s', (text, tie) => {
    expect(ties(text)).toContain(tie);
  });
});

test('what each founder pays in of a registered capital', () => {
  const found = ties('云上科技有限公司注册资本5亿元，其中，海川集团出资4亿元，青峰钢铁有限公司出资1亿元。', 'amount');
  expect(found).toContain(`${A} invested_in ${B} 400000000`);
  expect(found).toContain(`${C} invested_in ${B} 100000000`);
});

describe('shares subscribed', () => {
  test('are money for the company', () => {
    expect(ties('海川集团昨日认购我市云上科技有限公司股份。')).toContain(`${A} invested_in ${B}`);
  });
});

describe('projects paid for', () => {
  test('by whom, with the sum before them', () => {
    const found = ties('由海川集团投资120亿元的北山风力发电项目，日前举行奠基仪式。', 'amount');
    expect(found).toContain('海川集团 invested_in 北山风力发电项目 12000000000');
  });
});

describe('stakes', () => {
  test.each([
    ['海川集团持有云上科技有限公司38%的股份。', `${A} holds_stake ${B} 0.38`],
    ['海川集团持股云上科技有限公司38%。', `${A} holds_stake ${B} 0.38`],
    ['海川集团对云上科技有限公司的持股比例由80%升至92%。', `${A} holds_stake ${B} 0.92`],
    ['海川集团宣布增持云上科技有限公司，持股比例由80%升至92%。', `${A} holds_stake ${B} 0.92`],
    ['海川集团减持云上科技有限公司股份，持股比例降至4.9%。', `${A} holds_stake ${B} 0.049`],
    ['海川集团是云上科技有限公司的控股股东。', `${A} holds_stake ${B}`],
    ['云上科技有限公司的控股股东为海川集团。', `${A} holds_stake ${B}`],
    ['云上科技有限公司大股东海川集团表示支持。', `${A} holds_stake ${B}`],
    ['云上科技有限公司的实际控制人高明远先生表示支持。', `高明远 holds_stake ${B}`],
    ['海川集团占云上科技有限公司38%的股份。', `${A} holds_stake ${B} 0.38`],
    ['海川集团成为云上科技有限公司第二大股东，持股38%。', `${A} holds_stake ${B} 0.38`],
    ['海川集团控股云上科技有限公司。', `${A} holds_stake ${B}`],
    ['云上科技有限公司公告，海川集团近日增持公司股份。', `${A} holds_stake ${B}`],
    ['海川集团及其一致行动人再次增持云上科技有限公司。', `${A} holds_stake ${B}`],
    ['云上科技有限公司去年改名，由海川集团控股。', `${A} holds_stake ${B}`],
    ['云上科技有限公司的另一股东青峰钢铁有限公司表示支持。', `${C} holds_stake ${B}`],
    ['海川集团间接控股的云上科技有限公司开业。', `${A} holds_stake ${B}`],
    ['云上科技有限公司发布公告称，拟与大股东海川集团签署协议。', `${A} holds_stake ${B}`],
    ['海川集团对云上科技有限公司进行了减持。', `${A} holds_stake ${B}`],
    ['云上科技有限公司公告，持股6.3%的海川集团计划未来6个月内减持不超过2%的股份。', `${A} holds_stake ${B} 0.063`],
    [
      '云上科技有限公司公告，持有公司股份1200万股的实际控制人韩守仁计划半年之内减持公司股份。',
      `韩守仁 holds_stake ${B}`,
    ],
    ['海川集团将其持有的云上科技有限公司4000万股股份质押给青峰信托有限公司。', `${A} holds_stake ${B}`],
  ])('%s', (text, tie) => {
    expect(ties(text, 'share')).toContain(tie);
  });
});

describe('stakes of owners that are named behind the company', () => {
  test('with a share for each, or one for all', () => {
    const each = ties('云上科技有限公司昨日挂牌，海川集团和青峰钢铁有限公司分别持有60%以及40%的股权。', 'share');
    expect(each).toEqual(expect.arrayContaining([`${A} holds_stake ${B} 0.6`, `${C} holds_stake ${B} 0.4`]));
    const all = ties('云上科技有限公司昨日挂牌，由海川集团与青峰钢铁有限公司各持股50%。', 'share');
    expect(all).toEqual(expect.arrayContaining([`${A} holds_stake ${B} 0.5`, `${C} holds_stake ${B} 0.5`]));
  });
});

describe('changes of stakes', () => {
  test('the second owner', () => {
    expect(ties('海川集团二股东青峰钢铁有限公司昨日增持。')).toContain(`${C} holds_stake ${A}`);
  });

  test('who holds shares of the reporting company is not held by it', () => {
    expect(ties('云上科技有限公司公告，持股6.3%的海川集团计划减持公司股份。')).not.toContain(`${B} holds_stake ${A}`);
  });

  test('a planned sale does not make a stake planned, a planned purchase does', () => {
    expect(ties('海川集团拟减持云上科技有限公司股份。', 'status')).toContain(`${A} holds_stake ${B}`);
    expect(ties('海川集团拟增持云上科技有限公司股份。', 'status')).toContain(`${A} holds_stake ${B} planned`);
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

describe('stakes of several', () => {
  test.each([
    ['海川集团、青峰钢铁有限公司分别持有云上科技有限公司60%、40%的股权。', `${C} holds_stake ${B} 0.4`],
    [
      '海川集团与青峰钢铁有限公司合资成立云上科技有限公司，其中海川集团占股51%，青峰钢铁有限公司占股49%。',
      `${C} holds_stake ${B} 0.49`,
    ],
    ['海川集团与青峰钢铁有限公司组建云上科技有限公司，其中，海川集团以51%控股。', `${A} holds_stake ${B} 0.51`],
    ['青峰钢铁有限公司的主要股东之一是海川集团。', `${A} holds_stake ${C}`],
    ['云上科技有限公司公告，公司控股股东、实际控制人高明远将减持股份。', `高明远 holds_stake ${B}`],
    ['云上科技有限公司收到持股5%以上股东海川集团的函告。', `${A} holds_stake ${B}`],
    ['云上科技有限公司收到控股股东高明远先生、韩守仁先生的通知。', `韩守仁 holds_stake ${B}`],
    ['海川集团减持了5只股票，包括青峰钢铁有限公司、云上科技有限公司。', `${A} holds_stake ${B}`],
    ['青峰钢铁有限公司增持了云上科技有限公司，海川集团减持了该股。', `${A} holds_stake ${B}`],
    ['海川集团新进了云上科技有限公司前十大股东。', `${A} holds_stake ${B}`],
    ['海川集团退出云上科技有限公司前十大股东。', `${A} holds_stake ${B} ended`],
    ['海川集团减持了青峰钢铁有限公司、天大得、云上科技有限公司。', `${A} holds_stake ${B}`],
  ])('%s', (text, tie) => {
    expect(ties(text, 'share', 'status')).toContain(tie);
  });
});

describe('acquisitions', () => {
  test.each([
    ['云上科技有限公司被海川集团以3亿元收购。', `${A} acquired ${B} 300000000`],
    ['海川集团完成对云上科技有限公司的收购。', `${A} acquired ${B}`],
    ['海川集团日前完成云上科技有限公司51%股权的收购。', `${A} acquired ${B} 0.51`],
    ['海川集团以3亿元的价格收购云上科技有限公司51%的股权。', `${A} acquired ${B} 0.51 300000000`],
    ['海川集团入主云上科技有限公司，作价3亿元。', `${A} acquired ${B} 300000000`],
    ['海川集团受让青峰钢铁有限公司持有的云上科技有限公司30%股权。', `${A} acquired ${B} 0.3`],
    ['海川集团收购高明远、青峰钢铁有限公司合计持有云上科技有限公司30%股权。', `${A} acquired ${B} 0.3`],
    ['海川集团耗资3亿元，收购了国内第二大灯具企业云上科技有限公司70%的股权。', `${A} acquired ${B} 0.7 300000000`],
    ['青峰钢铁有限公司把其持有的云上科技有限公司30%股权转让给海川集团。', `${A} acquired ${B} 0.3`],
    ['云上科技有限公司一度扩张，最终被海川集团收购。', `${A} acquired ${B}`],
    ['海川集团正在洽购云上科技有限公司75%股权。', `${A} acquired ${B} 0.75`],
    ['海川集团将私有化云上科技有限公司。', `${A} acquired ${B}`],
    ['海川集团12亿美元收购云上科技有限公司。', `${A} acquired ${B} 1200000000`],
    ['商务部还没有收到海川集团12亿美元收购云上科技有限公司的申请。', `${A} acquired ${B} 1200000000`],
    ['早在2012年10月，海川集团收购云上科技有限公司。', `${A} acquired ${B}`],
    ['海川集团沿着产业链延伸，通过收购云上科技有限公司，完成了布局。', `${A} acquired ${B}`],
    ['海川集团对国内第一大软件企业云上科技有限公司的收购已完成。', `${A} acquired ${B}`],
    ['海川集团从青峰钢铁有限公司、高明远手中收购云上科技有限公司51%的股权。', `${A} acquired ${B} 0.51`],
    ['海川集团购买高明远、韩守仁持有的云上科技有限公司100%股权。', `${A} acquired ${B} 1`],
    ['海川集团收购青峰钢铁有限公司股东云上科技有限公司51%的股权。', `${A} acquired ${B} 0.51`],
    ['海川集团向青峰钢铁有限公司转让云上科技有限公司30%的股权。', `${C} acquired ${B} 0.3`],
    ['海川集团收购美国制药巨头云上科技有限公司。', `${A} acquired ${B}`],
    ['在收购云上科技有限公司之后，海川集团成为行业第一。', `${A} acquired ${B}`],
    ['海川集团拟通过换股与现金并用的方式购买云上科技有限公司51%股权。', `${A} acquired ${B} 0.51`],
    ['海川集团发布公告，拟作价不超3亿元收购云上科技有限公司30%股权。', `${A} acquired ${B} 0.3 300000000`],
    ['海川集团以3亿元收购两家外地同行：云上科技有限公司和青峰钢铁有限公司。', `${A} acquired ${C}`],
    ['青峰钢铁有限公司最终为海川集团所收购。', `${A} acquired ${C}`],
    ['记者走访了被海川集团收购的云上科技有限公司。', `${A} acquired ${B}`],
    ['随着上周完成云上科技有限公司30%股权的收购，海川集团有了第三座工厂。', `${A} acquired ${B} 0.3`],
    ['海川集团随后获得云上科技有限公司12%的股份。', `${A} acquired ${B} 0.12`],
    ['审计人员在审核海川集团收购云上科技有限公司股权的材料时发现问题。', `${A} acquired ${B}`],
    ['海川集团、云上科技有限公司开会。前者将收购后者30%的股份。', `${A} acquired ${B} 0.3`],
    ['云上科技有限公司成立于2001年。海川集团将收购其60%股权。', `${A} acquired ${B} 0.6`],
    ['海川集团成立于2001年。它收购了云上科技有限公司30%的股权。', `${A} acquired ${B} 0.3`],
    ['海川集团完成了对行业五强之一的云上科技有限公司以及老牌特钢企业青峰钢铁有限公司的收购。', `${A} acquired ${C}`],
    ['海川集团正在收购云上科技有限公司旗下的地图业务。', `${A} acquired ${B}`],
    ['海川集团耗资3亿元向控股股东青峰钢铁有限公司收购了云上科技有限公司。', `${A} acquired ${B} 300000000`],
  ])('%s', (text, tie) => {
    expect(ties(text, 'share', 'amount')).toContain(tie);
  });

  test('the buyer of a clause that dates the next one is named in it', () => {
    const found = ties('在海川集团收购云上科技有限公司的同时，青峰钢铁有限公司成为行业第一。');
    expect(found).toContain(`${A} acquired ${B}`);
    expect(found).not.toContain(`${C} acquired ${B}`);
  });

  test('an agency tells who buys, and does not buy', () => {
    const found = ties('商务部称，对云上科技有限公司进行收购的公司是一家外资企业。');
    expect(found.filter((tie) => tie.includes('acquired'))).toEqual([]);
  });

  test('who sells does not buy', () => {
    const found = ties('海川集团从青峰钢铁有限公司、高明远手中收购云上科技有限公司51%的股权。');
    expect(found).not.toContain(`${C} acquired ${B}`);
  });
});

test('a list of people with posts is no career of its first', () => {
  const found = ties('出席的有高明远，云上科技有限公司总经理韩守仁。');
  expect(found).not.toContain(`高明远 holds_post ${B}`);
  expect(found).toContain(`韩守仁 holds_post ${B}`);
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

describe('posts', () => {
  test.each([
    ['海川集团副总裁高明远曾任云上科技有限公司总经理。', `高明远 holds_post ${B} true`],
    ['高明远出任海川集团副总裁。', `高明远 holds_post ${A}`],
    ['云上科技有限公司总裁高明远毕业于海川大学，2004年出任海川集团总裁。', `高明远 holds_post ${A}`],
    ['云上科技有限公司总裁高明远发言。他曾任海川集团副总裁。', `高明远 holds_post ${A} true`],
    ['海川集团任命高明远先生为副总裁。', `高明远 holds_post ${A}`],
    ['海川集团华东区总经理高明远说，前景广阔。', `高明远 holds_post ${A}`],
    ['海川集团北京总裁高明远说，前景广阔。', `高明远 holds_post ${A}`],
    ['高明远不再担任海川集团总裁。', `高明远 holds_post ${A} true`],
    [
      '总裁高明远表示支持。高明远，海川集团总裁，兼任云上科技有限公司、青峰钢铁有限公司等5家公司的独立董事。',
      `高明远 holds_post ${A}`,
    ],
    [
      '总裁高明远表示支持。高明远，海川集团总裁，兼任云上科技有限公司、青峰钢铁有限公司等5家公司的独立董事。',
      `高明远 holds_post ${C}`,
    ],
    ['市长韩守仁表示支持。韩守仁，兼任海川集团、某某厂等20多家企业的经济顾问。', `韩守仁 holds_post ${A}`],
    ['市长韩守仁表示支持。韩守仁，曾任海川集团总裁。', `韩守仁 holds_post ${A} true`],
    ['接替曹立群出任海川集团总裁的韩守仁表示，前景广阔。', `曹立群 holds_post ${A} true`],
    ['高明远出任海川集团中国总裁，负责市场。', `高明远 holds_post ${A}`],
    ['高明远当选山东省软件协会会长。', '高明远 holds_post 山东省软件协会'],
    ['青峰钢铁有限公司的总裁高明远说，前景广阔。', `高明远 holds_post ${C}`],
    ['云上科技有限公司（中国）客户服务部经理高明远说，前景广阔。', `高明远 holds_post ${B}`],
    ['北山大学水利与港口系教授高明远说，前景广阔。', '高明远 holds_post 北山大学'],
    ['海川集团负责海外销售的副总裁高明远说，前景广阔。', `高明远 holds_post ${A}`],
    ['海川集团的高明远部长向记者表示，前景广阔。', `高明远 holds_post ${A}`],
    ['云上科技有限公司上月扩建厂房，其董事长高明远到场。', `高明远 holds_post ${B}`],
    ['云上科技有限公司上月扩建厂房。常务副总经理高明远说，前景广阔。', `高明远 holds_post ${B}`],
  ])('%s', (text, tie) => {
    expect(ties(text, 'former')).toContain(tie);
  });
});

test('a title alone is nobody’s where the sentence before names two companies', () => {
  const found = ties('云上科技有限公司起诉了海川集团。董事长高明远说，前景广阔。');
  expect(found.filter((tie) => tie.includes('holds_post'))).toEqual([]);
});

test('the unit of an organisation is part of the title', () => {
  const { relations } = read('海川集团品牌部经理高明远表示，前景广阔。');
  expect(relations.find(({ type }) => type === 'holds_post')?.title).toBe('品牌部经理');
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
