import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toIso } from './calendar.ts';
import { findDates } from './dates.ts';

const on = (text: string, date?: string) =>
  findDates(text, [{ start: 0, end: text.length }], date).map(
    ({ start, end, value }) => `${text.slice(start, end)} ${value}`,
  );

describe('findDates', () => {
  it('counts from the dateline of a text that was published later', () => {
    expect(on('青山4月6日电，海川集团昨日宣布扩产。', '2016-04-08')).toEqual(['4月6日 2016-04-06', '昨日 2016-04-05']);
    expect(on('自2月6日讯息传出，海川集团昨日扩产。', '2016-04-08')).toEqual(['2月6日 2016-02-06', '昨日 2016-04-07']);
  });

  it.each([
    ['4月6日下午', '4月6日下午 2016-04-06'],
    ['昨日', '昨日 2016-04-07'],
    ['昨日（7日）', '昨日（7日） 2016-04-07'],
    ['明（10）日签约', '明（10）日 2016-04-10'],
    ['副市长昨见证签约', '昨 2016-04-07'],
    ['今天', '今天 2016-04-08'],
    ['去年', '去年 2015'],
    ['今年2月', '今年2月 2016-02'],
    ['去年12月25日', '去年12月25日 2015-12-25'],
    ['本月7日', '本月7日 2016-04-07'],
    ['上月30日', '上月30日 2016-03-30'],
    ['上周五', '上周五 2016-04-01'],
    ['本周三', '本周三 2016-04-06'],
    ['周四', '周四 2016-04-07'],
    ['2016年4月7日', '2016年4月7日 2016-04-07'],
    ['2016-04-07', '2016-04-07 2016-04-07'],
    ['二〇一六年四月七日', '二〇一六年四月七日 2016-04-07'],
    ['7日', '7日 2016-04-07'],
    ['30日', '30日 2016-03-30'],
    ['8月2日消息', '8月2日 2015-08-02'],
    ['4月6-8日', '4月6-8日 2016-04-06'],
    ['将于5月10日开工', '5月10日 2016-05-10'],
    ['二十日', ''],
    ['1-7月', ''],
    ['3日内', ''],
    ['第7日', ''],
    ['今日头条', ''],
    ['3个月', ''],
    ['2月30日', ''],
  ])('reads %s', (text, expected) => {
    expect(on(text, '2016-04-08').join()).toBe(expected);
  });

  it('takes the year and month of the sentence for what follows', () => {
    expect(on('2014年12月25日至27日，同年11月', '2016-04-08')).toEqual([
      '2014年12月25日 2014-12-25',
      '27日 2014-12-27',
      '同年11月 2014-11',
    ]);
    expect(on('2014年3月5日签约，同日开工，次日停工', '2016-04-08')).toEqual([
      '2014年3月5日 2014-03-05',
      '同日 2014-03-05',
      '次日 2014-03-06',
    ]);
  });

  it('finds only dates with a year where the document has none', () => {
    expect(on('昨日，7日，4月6日')).toEqual([]);
    expect(on('2012年4月6日，7月1日')).toEqual(['2012年4月6日 2012-04-06', '7月1日 2012-07-01']);
  });

  it('reads back every day as written, and never looks past the document’s date', () => {
    fc.assert(
      fc.property(fc.nat(9000), (offset) => {
        const day = addDays({ year: 2000, month: 1, day: 1 }, offset);
        const iso = toIso(day);
        expect(on(`${day.year}年${day.month}月${day.day}日，某地`, '2016-04-08')).toEqual([
          `${day.year}年${day.month}月${day.day}日 ${iso}`,
        ]);
        const bare = findDates(`${day.month}月${day.day}日`, [{ start: 0, end: 9 }], '2016-04-08')[0];
        if (bare) expect(bare.value <= '2016-04-08').toBe(true);
      }),
    );
  });
});
