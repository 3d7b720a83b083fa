import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES } from '../../ontology/entity-types.ts';
import { RELATION_TYPES } from '../../ontology/relation-types.ts';
import { contrast, luminance, mix, parseColor, withContrast } from './color.ts';
import { CANVAS_THEMES } from './theme.ts';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colours', () => {
  it('reads long and short notation, and takes grey for what is no colour', () => {
    expect(parseColor('#0a1B2c')).toEqual([10, 27, 44]);
    expect(parseColor('#fff')).toEqual([255, 255, 255]);
    expect(parseColor('url(x)')).toEqual([128, 128, 128]);
  });

  it('mixes from one end to the other', () => {
    expect(mix('#102030', '#ffffff', 0)).toBe('#102030');
    expect(mix('#102030', '#ffffff', 1)).toBe('#ffffff');
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  });

  it('gives the known contrast of black on white, in both orders', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(luminance('#ffffff')).toBeCloseTo(1);
  });

  it('reaches the contrast that is asked for on either theme, whatever the colour', () => {
    fc.assert(
      fc.property(color, fc.constantFrom(...Object.values(CANVAS_THEMES)), (given, theme) => {
        expect(contrast(withContrast(given, theme.background, 4.5), theme.background)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('leaves a colour that is strong enough as it is', () => {
    expect(withContrast('#004d73', '#ffffff', 4.5)).toBe('#004d73');
  });
});

describe('themes', () => {
  it.each(Object.entries(CANVAS_THEMES))('sets every name and relation legibly in %s', (_, theme) => {
    for (const ink of [theme.ink, theme.softInk]) {
      expect(contrast(ink, theme.background)).toBeGreaterThanOrEqual(7);
      expect(contrast(theme.ink, theme.plate)).toBeGreaterThanOrEqual(7);
    }
    for (const type of [...Object.values(RELATION_TYPES), ...Object.values(ENTITY_TYPES)]) {
      expect(contrast(withContrast(type.color, theme.background, 4.5), theme.background)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
