import { describe, expect, test } from 'vitest';
import { ties } from '../../test/support/ties.ts';

const A = '海川集团';
const B = '云上科技有限公司';
const C = '青峰钢铁有限公司';

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
