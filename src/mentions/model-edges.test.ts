import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MentionType } from './mention.ts';
import { withinEdges } from './model-edges.ts';

/** What is left of a name of the model's in a text. */
function edgesIn(text: string, name: string, type: MentionType): string | undefined {
  const start = text.indexOf(name);
  const left = withinEdges(text, { start, end: start + name.length, type, score: 0.9, source: 'model' });
  return left && text.slice(left.start, left.end);
}

describe('withinEdges', () => {
  it('ends a person before a verb, and a house before a deed', () => {
    expect(edgesIn('主任殷若率团到访。', '殷若率', 'person')).toBe('殷若');
    expect(edgesIn('主任徐若川到会致辞。', '徐若川到', 'person')).toBe('徐若川');
    expect(edgesIn('主任徐若作报告。', '徐若作', 'person')).toBe('徐若');
    expect(edgesIn('主任徐若作先生。', '徐若作', 'person')).toBe('徐若作');
    expect(edgesIn('青禾集团间接控股的公司。', '青禾集团间接控股', 'company')).toBe('青禾集团');
  });

  it('begins a project behind what is done to it', () => {
    expect(edgesIn('青禾储能中标云浦储能电站项目。', '青禾储能中标云浦储能电站', 'project')).toBe('云浦储能电站');
  });

  it('leaves out a mark at an edge whose partner stands outside', () => {
    expect(edgesIn('【青禾】公司网站', '青禾】', 'company')).toBe('青禾');
    expect(edgesIn('“青禾集团总裁', '“青禾集团', 'company')).toBe('青禾集团');
    expect(edgesIn('青禾（云州）公司', '青禾（云州）公司', 'company')).toBe('青禾（云州）公司');
  });

  it('believes no name that holds half of a pair', () => {
    expect(edgesIn('青禾（云州）公司', '州）公司', 'company')).toBeUndefined();
    expect(edgesIn('青禾（云州）公司', '青禾（云', 'company')).toBeUndefined();
  });

  it('leaves names without brackets, and what others found, as they are', () => {
    const unit = fc.constantFrom('甲', '乙', '（', '）', '《', '》', '率');
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 8 }), (units) => {
        const text = units.join('');
        const found = {
          start: 0,
          end: text.length,
          type: 'agency',
          score: 0.9,
          source: 'structure:agency-form',
        } as const;
        expect(withinEdges(text, found)).toBe(found);
        const left = withinEdges(text, { ...found, source: 'model' });
        if (!/[（）《》]/.test(text)) expect(left).toEqual({ ...found, source: 'model' });
        else if (left !== undefined) {
          const name = text.slice(left.start, left.end);
          for (const pair of ['（）', '《》']) {
            expect([...name].filter((mark) => mark === pair[0])).toHaveLength(
              [...name].filter((mark) => mark === pair[1]).length,
            );
          }
        }
      }),
    );
  });
});
