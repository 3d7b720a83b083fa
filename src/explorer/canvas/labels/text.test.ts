import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textUnits, wrapLabel } from './text.ts';

describe('labels in lines', () => {
  it('leave short names on one line', () => {
    expect(wrapLabel('林照晚')).toEqual(['林照晚']);
    expect(wrapLabel('青岚市人民政府')).toEqual(['青岚市人民政府']);
  });

  it('break long names where a word ends', () => {
    expect(wrapLabel('澄湖新材料投资集团有限公司')).toEqual(['澄湖新材料投资', '集团有限公司']);
    expect(wrapLabel('青岚市发展和改革委员会')).toEqual(['青岚市', '发展和改革委员会']);
  });

  it('do not break inside a Latin word', () => {
    expect(wrapLabel('Bluepeak Holdings 新能源有限公司').join('')).toContain('Bluepeak');
  });

  it('shorten very long names, and show them whole where asked', () => {
    const name = '北麓省澄湖市望川新区海上风电与储能产业投资引导基金合伙企业';
    expect(wrapLabel(name).join('')).toMatch(/…$/);
    expect(wrapLabel(name, true).join('')).toBe(name);
  });

  it('lose no character of a whole name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥A-Za-z0-9·（）]{1,50}$/), (name) => {
        expect(wrapLabel(name, true).join('')).toBe(name);
        for (const line of wrapLabel(name)) expect(textUnits(line)).toBeLessThanOrEqual(18);
      }),
    );
  });
});
