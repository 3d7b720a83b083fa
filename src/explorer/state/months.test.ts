import { expect, test } from 'vitest';
import { binMonths, firstMonthOf, lastMonthOf, monthToIso } from './months.ts';

test('a year covers its twelve months', () => {
  expect(monthToIso(firstMonthOf('2016'))).toBe('2016-01');
  expect(monthToIso(lastMonthOf('2016'))).toBe('2016-12');
  expect(firstMonthOf('2016-04-06')).toBe(lastMonthOf('2016-04'));
  expect([firstMonthOf(null), lastMonthOf('昨日')]).toEqual([-1, -1]);
});

test('bars grow coarser as the period grows', () => {
  const widths = [12, 100, 500].map((months) => {
    const bins = binMonths(
      Array.from({ length: months }, (_, i) => 24000 + i),
      () => true,
    );
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(months);
    const [first] = bins;
    return first === undefined ? 0 : first.to - first.from + 1;
  });
  expect(widths).toEqual([1, 3, 12]);
});

test('no dates, no bars', () => {
  expect(binMonths([-1, -1], () => true)).toEqual([]);
});
