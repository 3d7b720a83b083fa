import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findShares } from './shares.ts';

const brief = (text: string) =>
  findShares(text).map(({ start, end, value, qualifier }) =>
    `${text.slice(start, end)} ${value} ${qualifier ?? ''}`.trim(),
  );

describe('findShares', () => {
  it.each([
    ['收购乙公司51%股权', ['51% 0.51']],
    ['百分之五十一', ['百分之五十一 0.51']],
    ['五成股权与三成半股份', ['五成 0.5', '三成半 0.35']],
    ['持股由19.92%升至28.04%', ['28.04% 0.2804']],
    ['从10%增持到15%', ['15% 0.15']],
    ['约40%，超过51%', ['约40% 0.4 about', '超过51% 0.51 over']],
    ['10%至15%', ['10%至15% 0.1 range']],
    ['转让全部股权', ['全部 1']],
    ['已经成功，收成很好', []],
  ])('reads %s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('reads back every share to the hundredth of a per cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (basis) => {
        const text = `持有丙公司${(basis / 100).toFixed(2)}%的股份`;
        expect(findShares(text).map(({ value }) => value)).toEqual([basis / 10_000]);
      }),
    );
  });
});
