import { describe, expect, test } from 'vitest';
import { ties } from '../../test/support/ties.ts';

const typed = (text: string, type: string) => ties(text).filter((tie) => tie.includes(` ${type} `));

describe('what is not stated is no tie', () => {
  test.each([
    ['could be done', '海川集团可轻易买下云上科技有限公司。', 'acquired'],
    ['should be done', '海川集团应该收购云上科技有限公司。', 'acquired'],
    ['is supposed', '如果海川集团收购云上科技有限公司，行业格局将改变。', 'acquired'],
    ['is supposed in the clause before', '一旦交易完成，云上科技有限公司成为海川集团的全资子公司。', 'subsidiary_of'],
    ['is asked', '海川集团会收购云上科技有限公司？', 'acquired'],
    ['is called for', '市政府支持海川集团投资建设北山风力发电项目。', 'participates_in'],
    ['is a guess', '外界有海川集团收购云上科技有限公司的猜测。', 'acquired'],
    ['is negated', '海川集团不收购云上科技有限公司。', 'acquired'],
    ['is a noun', '海川集团收购价高于云上科技有限公司。', 'acquired'],
    ['is goods', '海川集团以3亿元购买两批云上科技有限公司设备。', 'acquired'],
    ['is a product', '海川集团收购云上科技有限公司的产品。', 'acquired'],
    ['is an investor', '海川集团作为战略投资者与云上科技有限公司见面。', 'invested_in'],
    ['is a shareholders’ meeting', '参加过海川集团股东大会的高明远介绍了情况。', 'holds_stake'],
    ['is done by a common noun', '海川集团成立于2001年。记者走访了云上科技有限公司。', 'visited'],
    ['is authored jointly', '财政部、科技部近日联合印发《关于促进消费的通知》。', 'cooperates_with'],
    ['is hosted jointly', '海川集团和云上科技有限公司联合举办新年晚会。', 'cooperates_with'],
    ['is a report about shares', '青峰证券发布对海川集团的投资报告。', 'invested_in'],
    ['is a part of the company', '位于山东省济南市的海川集团旗舰店今天开业。', 'located_in'],
    ['may be either way round', '云上科技有限公司所属的海川集团表示支持。', 'subsidiary_of'],
    ['is only talked about', '双方就海川集团建设北山风力发电项目交换了意见。', 'participates_in'],
    ['is a joint-venture brand', '海川集团、云上科技有限公司等合资品牌入围。', 'cooperates_with'],
    ['is an organisation’s name', '海川集团与云上科技有限公司就产业合作机制交流。', 'cooperates_with'],
    ['is the works, not the company', '海川集团位于山东省的工厂停产。', 'located_in'],
    ['is seen by a scholar', '高明远以访问学者身份在海川大学工作。', 'visited'],
    ['is a system', '海川控股一向实行母子公司模式。', 'holds_stake'],
    ['is in the name of a decree', '商务部和卫生部制定的《中外合资、合作医院管理办法》生效。', 'cooperates_with'],
    ['is talked about at a place', '双方就在济南合作建设北山风力发电项目进行了商谈。', 'participates_in'],
    ['is only weighed', '海川集团表示谨慎。收购云上科技有限公司可能让行业受益。', 'acquired'],
    [
      'is the company that both have',
      '海川集团与云上科技有限公司开会，双方在合资公司里的股比会变。',
      'cooperates_with',
    ],
    ['holds what is bought', '海川集团收购云上科技有限公司及其子公司青峰钢铁有限公司所持4家电站股权。', 'acquired'],
    ['is put under another', '海川集团近日并入旗下上市平台云上科技有限公司。', 'subsidiary_of'],
    ['is one of three', '海川集团、云上科技有限公司、青峰钢铁有限公司开会。前者将收购后者30%的股份。', 'acquired'],
    ['is a campaign of authorities', '财政部、科技部联合启动专项行动。', 'cooperates_with'],
    ['is of those who are helped', '青峰银行助力某电站与云上科技有限公司签署合同。', 'signed_with'],
    ['is either of two', '海川集团、云上科技有限公司已在当地合资或独资建厂。', 'cooperates_with'],
    ['is of the host', '应省长韩守仁邀请，出席第三届青山论坛。', 'attended'],
    ['is a rank', '海川集团产量位于山东省之后。', 'located_in'],
    ['is watched', '海川集团总裁高明远、云上科技有限公司总裁韩守仁出席签约仪式。', 'signed_with'],
    ['is of more than two', '海川集团、云上科技有限公司、青峰钢铁有限公司到会。双方签署协议。', 'signed_with'],
    ['is a market', '经理韩守仁到北美等市场考察。', 'visited'],
    ['is an alliance', '由海川集团组建的“新能源产业联盟”开会。', 'invested_in'],
    ['is a part of sales', '海川集团占云上科技有限公司总销量的比重不足30%。', 'holds_stake'],
    ['is an association', '海川集团发起成立山东省软件协会。', 'invested_in'],
    ['was founded by somebody', '海川集团介绍，已经成立的云上科技有限公司运行良好。', 'invested_in'],
    ['is its officer', '市长曹立群拜会了山东省政府经济发展局局长。', 'visited'],
    ['is people who took part', '市长曹立群看望了出席全国政协会议的委员。', 'visited'],
  ])('%s: %s', (_, text, type) => {
    expect(typed(text, type)).toEqual([]);
  });
});

test('a supposition ends where facts begin', () => {
  const found = ties('如果天气好，产量将增加，目前海川集团已收购云上科技有限公司。');
  expect(found).toContain('海川集团 acquired 云上科技有限公司');
});

describe('who acts', () => {
  test('a speaker does not buy what he speaks of', () => {
    expect(typed('高明远表示，将收购云上科技有限公司。', 'acquired')).toEqual([]);
  });

  test('the company that announces it does', () => {
    expect(typed('海川集团宣布，以3亿元收购云上科技有限公司。', 'acquired')).toEqual([
      '海川集团 acquired 云上科技有限公司',
    ]);
  });

  test('the buyer is who is announced to buy, not who announces it', () => {
    expect(typed('青峰证券宣布海川集团收购云上科技有限公司。', 'acquired')).toEqual([
      '海川集团 acquired 云上科技有限公司',
    ]);
  });

  test('the name that stands directly before the verb acts', () => {
    expect(typed('市政府收到了海川集团收购云上科技有限公司的申报。', 'acquired')).toEqual([
      '海川集团 acquired 云上科技有限公司',
    ]);
  });

  test('what is bought through a subsidiary is bought by its parent', () => {
    expect(typed('海川集团拟通过旗下子公司青峰钢铁有限公司收购云上科技有限公司。', 'acquired')).toEqual([
      '海川集团 acquired 云上科技有限公司',
    ]);
  });

  test('what the sentence before was about does not go on past another subject', () => {
    const found = typed(
      '青峰钢铁有限公司成立于2001年。见过世面的船主回到家乡，于2004年投资创建云上科技有限公司。',
      'invested_in',
    );
    expect(found).toEqual([]);
  });

  test('by means of a purchase the subject of the next clause grows', () => {
    expect(typed('通过收购云上科技有限公司，海川集团进入了软件业。', 'acquired')).toEqual([
      '海川集团 acquired 云上科技有限公司',
    ]);
  });

  test('who gives money does not work with whom the receiver works', () => {
    const text = '该项目获得了联合国资助，与海川大学合作的课题也在验收阶段。';
    expect(typed(text, 'cooperates_with')).toEqual([]);
  });

  test('a subject ends with its part of the sentence', () => {
    const text = '海川集团在济南市落户；第二阶段是北山与青水全面合作，在济南市成立云上科技有限公司。';
    expect(typed(text, 'invested_in')).toEqual([]);
  });

  test('who is visited on the way does not buy', () => {
    const found = typed('市长曹立群拜会了山东省商务厅，为收购云上科技有限公司做准备。', 'acquired');
    expect(found).not.toContain('山东省商务厅 acquired 云上科技有限公司');
  });

  test('a company holds what its speaker represents it in', () => {
    expect(typed('高明远代表的海川集团占云上科技有限公司75%的股份。', 'holds_stake')).toEqual([
      '海川集团 holds_stake 云上科技有限公司',
    ]);
  });

  test('who answers questions about a purchase does not buy', () => {
    expect(typed('市长韩守仁对海川集团收购云上科技有限公司等问题作出回应。', 'acquired')).toEqual([
      '海川集团 acquired 云上科技有限公司',
    ]);
  });

  test('what others found is not founded by what was merged before', () => {
    expect(typed('海川集团去年重组青峰钢铁有限公司，今年投资组建云上科技有限公司。', 'invested_in')).toEqual([
      '海川集团 invested_in 云上科技有限公司',
    ]);
  });

  test('he who holds a post attends, not his organisation', () => {
    const found = typed('山东省商务厅交流合作中心主任韩守仁出席第三届青山论坛。', 'attended');
    expect(found.map((tie) => tie.split(' ')[0])).toEqual(['韩守仁']);
  });

  test('the exchange where a stake is offered does not hold it', () => {
    expect(typed('海川集团在济南产权交易所挂牌，拟转让其持有的云上科技有限公司23%股权。', 'holds_stake')).toEqual([
      '海川集团 holds_stake 云上科技有限公司',
    ]);
  });

  test('who signs with a subsidiary is none', () => {
    expect(typed('海川集团旗下云上科技有限公司与青峰钢铁有限公司签署协议。', 'subsidiary_of')).toEqual([
      '云上科技有限公司 subsidiary_of 海川集团',
    ]);
  });

  test('the company is the one of its own part of the sentence', () => {
    const text = '海川集团收购了北辰电池有限公司；青峰钢铁有限公司宣布，该公司已完成对云上科技有限公司的收购。';
    expect(typed(text, 'acquired')).toContain('青峰钢铁有限公司 acquired 云上科技有限公司');
  });

  test('the seller is who holds what he sells', () => {
    expect(typed('海川集团从青峰钢铁有限公司手中收购其持有的云上科技有限公司30%的股份。', 'holds_stake')).toEqual([
      '青峰钢铁有限公司 holds_stake 云上科技有限公司',
    ]);
  });

  test('who buys what an unknown seller holds does not hold it', () => {
    expect(typed('海川集团拟收购某投资人持有的云上科技有限公司30%的股权。', 'holds_stake')).toEqual([]);
  });

  test('a guest attends what he came for, not his host', () => {
    const found = ties('市长曹立群会见了来济南出席第三届青山论坛的海川集团总裁高明远。');
    expect(found).toContain('曹立群 met 高明远');
    expect(found.filter((tie) => tie.startsWith('曹立群 attended'))).toEqual([]);
  });

  test('those who are met together did not meet one another', () => {
    const found = typed('市长曹立群在济南同海川集团总裁高明远和副总裁韩守仁举行会谈。', 'met');
    expect(found).not.toContain('高明远 met 韩守仁');
  });

  test('the leader of a delegation is met', () => {
    expect(typed('市长曹立群会见由总裁高明远率领的海川集团代表团。', 'met')).toEqual(['曹立群 met 高明远']);
  });
});

describe('what is governed', () => {
  test('the subsidiary is bought, not its parent', () => {
    const found = typed('海川集团收购了青峰钢铁有限公司旗下的云上科技有限公司。', 'acquired');
    expect(found).toEqual(['海川集团 acquired 云上科技有限公司']);
  });

  test('of two names side by side the last is bought', () => {
    const found = typed('海川集团收购了青峰钢铁有限公司云上科技有限公司剩余55%的股权。', 'acquired');
    expect(found).toEqual(['海川集团 acquired 云上科技有限公司']);
  });

  test('a list after 与 and a description signs with the subject, not within itself', () => {
    const found = typed('海川集团与知名品牌商青峰钢铁有限公司、云上科技有限公司建立了合作关系。', 'cooperates_with');
    expect(found).not.toContain('青峰钢铁有限公司 cooperates_with 云上科技有限公司');
  });

  test('the last of a list may be a parent itself', () => {
    const found = typed(
      '海川集团旗下的云上科技有限公司、青峰钢铁有限公司旗下的北山电池有限公司提出申请。',
      'subsidiary_of',
    );
    expect(found).not.toContain('青峰钢铁有限公司 subsidiary_of 海川集团');
  });

  test('a list after 与 signs with the subject, not within itself', () => {
    const found = typed('海川集团分别与青峰钢铁有限公司、云上科技有限公司签署协议。', 'signed_with');
    expect([...found].sort()).toEqual([
      '海川集团 signed_with 云上科技有限公司',
      '海川集团 signed_with 青峰钢铁有限公司',
    ]);
  });

  test('a list that begins after 与 is a list of its own', () => {
    const found = typed('海川集团与青峰钢铁有限公司、云上科技有限公司签署协议。', 'signed_with');
    expect(found).not.toContain('青峰钢铁有限公司 signed_with 云上科技有限公司');
    expect(found).toHaveLength(2);
  });

  test('a subsidiary belongs to the company named last before it', () => {
    const found = typed('海川集团与青峰钢铁有限公司全资子公司云上科技有限公司共同投资。', 'subsidiary_of');
    expect(found).toEqual(['云上科技有限公司 subsidiary_of 青峰钢铁有限公司']);
  });

  test('the partner of a subsidiary is no subsidiary', () => {
    const found = typed('云上科技有限公司是海川集团旗下附属公司与青峰钢铁有限公司的合资企业。', 'subsidiary_of');
    expect(found).not.toContain('青峰钢铁有限公司 subsidiary_of 海川集团');
  });

  test('what lies somewhere is named behind the place', () => {
    expect(typed('位于山东省济南市的云上科技有限公司今天开业。', 'located_in')).toHaveLength(1);
  });

  test('a price for each share is not the price', () => {
    expect(ties('海川集团以每股41元收购云上科技有限公司。', 'amount')).toContain('海川集团 acquired 云上科技有限公司');
  });
});

describe('status', () => {
  test.each([
    ['可能收购', '海川集团可能收购云上科技有限公司。', 'rumoured'],
    ['有望收购', '海川集团有望收购云上科技有限公司。', 'rumoured'],
    ['被叫停', '海川集团提出收购云上科技有限公司，不过被监管部门叫停。', 'ended'],
    ['没有停止', '海川集团并没有停止收购云上科技有限公司。', undefined],
    ['未来', '海川集团未来计划收购云上科技有限公司。', 'planned'],
    ['为收购', '为收购云上科技有限公司，海川集团筹集资金。', 'planned'],
  ])('%s', (_, text, status) => {
    const found = typed(text, 'acquired').length === 0 ? [] : ties(text, 'status');
    const expected = ['海川集团 acquired 云上科技有限公司', status].filter((part) => part !== undefined).join(' ');
    if (status !== undefined) expect(found).toContain(expected);
    else expect(found.filter((tie) => tie.endsWith('ended'))).toEqual([]);
  });

  test('what a noun phrase takes for granted is not ended by the verb of the sentence', () => {
    expect(ties('海川集团旗下的云上科技有限公司停止生产。', 'status')).toEqual([
      '云上科技有限公司 subsidiary_of 海川集团',
    ]);
  });
});

test('a blank in a headline parts clauses', () => {
  expect(
    ties(
      '青峰钢铁退出竞购 海川集团收购云上科技有限公司\n\n这笔交易的谈判历时三个月，业内人士认为，行业格局不会因此改变，其他企业仍有机会。',
      'status',
    ),
  ).toEqual(['海川集团 acquired 云上科技有限公司']);
});
