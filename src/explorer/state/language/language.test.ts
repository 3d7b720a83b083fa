import { expect, test } from 'vitest';
import { dictionaryOf, preferredLanguage } from './language.ts';

test('the first language that the page speaks wins', () => {
  expect(preferredLanguage(['zh-TW', 'en'])).toBe('zh');
  expect(preferredLanguage(['de-AT', 'en-GB', 'zh'])).toBe('en');
  expect(preferredLanguage(['fr'])).toBe('en');
});

test('English leaves nothing in Chinese but names, and Chinese nothing unsaid', () => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'function'
        ? [String(value(1, 1, 1, 1)), String(value(2, 2, 2, 2))]
        : Object.values(value as object).flatMap(texts);
  const { switchLanguage, ...rest } = dictionaryOf('en');
  expect(switchLanguage).toBe('中文');
  expect(texts(rest).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  expect(texts(dictionaryOf('zh')).filter((text) => text.trim() === '')).toEqual([]);
});
