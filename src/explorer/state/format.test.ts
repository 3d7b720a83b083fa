import { expect, test } from 'vitest';
import { confidenceLevel, formatAmount, formatDate, formatPeriod, formatShare } from './format.ts';

test('amounts read as newspapers write them', () => {
  expect(formatAmount(3e9, 'CNY', 'zh')).toBe('30亿元');
  expect(formatAmount(3e9, 'CNY', 'en')).toBe('CN¥3.0bn');
  expect(formatAmount(32_670_000_000, 'CNY', 'zh', 'about')).toBe('约326.7亿元');
  expect(formatAmount(32_670_000_000, 'CNY', 'en', 'about')).toBe('about CN¥32.67bn');
  expect(formatAmount(25_000_000, 'USD', 'zh', 'over')).toBe('超2,500万美元');
  expect(formatAmount(25_000_000, 'USD', 'en', 'over')).toBe('over US$25m');
  expect(formatAmount(1.2e12, 'CNY', 'zh')).toBe('1.2万亿元');
  expect(formatAmount(800, 'EUR', 'en')).toBe('€800');
  expect(formatAmount(5e8, 'XAU', 'zh')).toBe('5亿XAU');
});

test('shares are percentages', () => {
  expect(formatShare(0.51, undefined, 'zh')).toBe('51%');
  expect(formatShare(1 / 3, 'about', 'en')).toBe('about 33.33%');
});

test('dates are as precise as they were stated', () => {
  expect(['2016', '2016-04', '2016-04-06'].map((date) => formatDate(date, 'zh'))).toEqual([
    '2016年',
    '2016年4月',
    '2016年4月6日',
  ]);
  expect(['2016', '2016-04', '2016-04-06'].map((date) => formatDate(date, 'en'))).toEqual([
    '2016',
    'Apr 2016',
    '6 Apr 2016',
  ]);
  expect(formatPeriod('2016-04', '2016-04', 'en')).toBe('Apr 2016');
  expect(formatPeriod(null, '2016', 'zh')).toBe('2016年');
  expect(formatPeriod(null, null, 'zh')).toBe('');
});

test('confidence has three words', () => {
  expect([0.95, 0.8, 0.79, 0.5, 0.49].map(confidenceLevel)).toEqual(['high', 'high', 'medium', 'medium', 'low']);
});
