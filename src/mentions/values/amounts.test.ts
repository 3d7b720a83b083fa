import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAmounts } from './amounts.ts';

const brief = (text: string) =>
  findAmounts(text).map(({ start, end, value, upper, currency, qualifier }) =>
    [text.slice(start, end), value, upper, currency, qualifier].filter((part) => part !== undefined).join(' '),
  );

describe('findAmounts', () => {
  it.each([
    ['总投资额326.7亿元。', ['326.7亿元 32670000000 CNY']],
    ['以3亿元人民币成交', ['3亿元人民币 300000000 CNY']],
    ['注资2200万美元', ['2200万美元 22000000 USD']],
    ['投入5亿多美金', ['5亿多美金 500000000 USD over']],
    ['约100亿日元', ['约100亿日元 10000000000 JPY about']],
    ['US$300万与HK$5亿', ['US$300万 3000000 USD', 'HK$5亿 500000000 HKD']],
    ['每张十元新台币', ['十元新台币 10 TWD']],
    ['约台币2300百万元', ['约台币2300百万元 2300000000 TWD about']],
    ['三千万元', ['三千万元 30000000 CNY']],
    ['10亿至15亿元', ['10亿至15亿元 1000000000 1500000000 CNY range']],
    ['10-15亿欧元', ['10-15亿欧元 1000000000 1500000000 EUR range']],
    [
      '近2亿元、逾500万元、不足5万元、不低于6万元、不超过7万元',
      [
        '近2亿元 200000000 CNY under',
        '逾500万元 5000000 CNY over',
        '不足5万元 50000 CNY under',
        '不低于6万元 60000 CNY over',
        '不超过7万元 70000 CNY under',
      ],
    ],
    ['1,050万元', ['1,050万元 10500000 CNY']],
    ['一亿二千万元', ['一亿二千万元 120000000 CNY']],
    ['每股5.3元', ['5.3元 5.3 CNY']],
  ])('reads %s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('takes a bare 3亿 for money only beside words of money', () => {
    expect(brief('甲公司斥资8.7亿收购乙公司')).toEqual(['8.7亿 870000000 CNY']);
    expect(brief('丙公司3亿入股丁公司')).toEqual(['3亿 300000000 CNY']);
    expect(brief('获得5000万A轮融资')).toEqual(['5000万 50000000 CNY']);
    expect(brief('产量3亿吨，用户2亿人，股本2.5亿股')).toEqual([]);
  });

  it('leaves counts, versions and words that begin with 元 alone', () => {
    expect(brief('3000吨、12家、v1.2.3、1050多家、通过3项、十元旦、数百万元')).toEqual([]);
  });

  it('does not take the end of a word for a hedge', () => {
    expect(brief('审议通过3亿元方案')).toEqual(['3亿元 300000000 CNY']);
    expect(brief('双方签约3亿元项目')).toEqual(['3亿元 300000000 CNY']);
  });

  it('reads back what it is given, whatever stands around', () => {
    const currencies = ['元', '美元', '港元', '欧元', '日元'] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.nat(99),
        fc.constantFrom('万', '亿'),
        fc.constantFrom(...currencies),
        fc.constantFrom('', '甲方出资', '本次交易总额为', '，'),
        (whole, hundredths, unit, currency, before) => {
          const written = `${whole}.${String(hundredths).padStart(2, '0')}${unit}${currency}`;
          const text = `${before}${written}，其余另议`;
          const [amount, ...more] = findAmounts(text);
          expect(more).toEqual([]);
          expect(amount && text.slice(amount.start, amount.end)).toBe(written);
          expect(amount?.value).toBe(((whole * 100 + hundredths) * (unit === '万' ? 1e4 : 1e8)) / 100);
        },
      ),
    );
  });
});
