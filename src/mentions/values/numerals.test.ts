import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, shiftDecimal } from './numerals.ts';

describe('parseNumber', () => {
  it.each([
    ['326.7亿', 32_670_000_000],
    ['8.7亿', 870_000_000],
    ['三千二百万', 32_000_000],
    ['1亿2000万', 120_000_000],
    ['一亿二千万', 120_000_000],
    ['2300百万', 2_300_000_000],
    ['3千万', 30_000_000],
    ['十', 10],
    ['十五', 15],
    ['二十三点五亿', 2_350_000_000],
    ['两亿', 200_000_000],
    ['1,050万', 10_500_000],
    ['二〇一六', 2016],
    ['万亿', 1e12],
    ['2万亿', 2e12],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['', '甲', '点五', '3万5亿', '1.2.3'])('refuses %s', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it('reads back every decimal with a unit exactly', () => {
    const units: [string, number][] = [
      ['', 0],
      ['万', 4],
      ['亿', 8],
    ];
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(9999), fc.constantFrom(...units), (whole, fraction, [unit, power]) => {
        const decimals = String(fraction).padStart(4, '0');
        const expected = Number((BigInt(whole) * 10_000n + BigInt(fraction)) * 10n ** BigInt(power)) / 10_000;
        expect(parseNumber(`${whole}.${decimals}${unit}`)).toBe(expected);
      }),
    );
  });
});

describe('shiftDecimal', () => {
  it('keeps hundredths of a per cent exact', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (basis) => {
        expect(shiftDecimal((basis / 100).toFixed(2), -2)).toBe(basis / 10_000);
      }),
    );
  });
});
