import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allMatches, canMeet, needsOf } from './needs.ts';

describe('needsOf', () => {
  it('names the words and characters without which nothing matches, the most telling first', () => {
    expect(needsOf('在[甲乙](?:签署|签订)了?')).toEqual([['签署', '签订'], ['在'], ['甲', '乙']]);
  });
  it('asks for nothing that may be absent', () => {
    expect(needsOf('(?:和|与)?[甲乙]*.{0,3}?丙{0,2}(?!丁)(?<!戊)')).toEqual([]);
    expect(needsOf('甲|乙?')).toEqual([]);
    expect(needsOf('[^甲][一-龥]\\d$')).toEqual([]);
  });
  it('asks for nothing of what a property or a number stands for', () => {
    expect(needsOf('\\p{Script=Han}\\u4e00\\x41\\u{20000}')).toEqual([]);
    expect(needsOf('ST\\p{Script=Han}{2}')).toEqual([['ST']]);
  });
  it('asks for what must stand before or behind a match', () => {
    expect(needsOf('(?<=丁).(?=戊己)')).toEqual([['戊己'], ['丁']]);
  });
  it('of alternatives it needs one, each by its most telling word', () => {
    expect(needsOf('(?<verb>全资收购|购[买入])\\.')).toEqual([['.'], ['全资收购', '购']]);
  });
});

/** Regular expressions as rules are written, over three letters. */
const expression = fc.letrec<{ atom: string; sequence: string; alternatives: string }>((tie) => ({
  atom: fc.oneof(
    fc.constantFrom('甲', '乙', '丙', '[甲乙]', '[^甲]', '.', '甲?', '乙*', '[乙丙]+', '丙{0,2}', '甲{1,2}?'),
    fc
      .tuple(
        fc.constantFrom('(?:', '(?=', '(?!', '(?<=', '(?<!', '('),
        tie('alternatives'),
        fc.constantFrom('', '?', '{0,2}', '+'),
      )
      .map(
        ([open, inner, quantifier]) => `${open}${inner})${open.endsWith('=') || open.endsWith('!') ? '' : quantifier}`,
      ),
  ),
  sequence: fc.array(tie('atom'), { maxLength: 4 }).map((atoms) => atoms.join('')),
  alternatives: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((branches) => branches.join('|')),
})).alternatives;

describe('canMeet', () => {
  it('never turns away a text that matches', () => {
    fc.assert(
      fc.property(
        expression,
        fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 8 }),
        (source, text) => {
          if (new RegExp(source).test(text)) expect(canMeet(text, needsOf(source))).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
  it('turns away a text that lacks a character of every word', () => {
    const needs = needsOf('(?:签署|签订)协议');
    expect([canMeet('签署协议', needs), canMeet('签协议', needs), canMeet('签订', needs)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('allMatches', () => {
  it('finds what matchAll finds, call after call', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '𠀀'), maxLength: 8 });
    fc.assert(
      fc.property(expression, fc.constantFrom('g', 'gu'), fc.array(text, { maxLength: 3 }), (source, flags, texts) => {
        const compiled = new RegExp(source, flags);
        for (const each of texts) {
          const whole = new RegExp(source, flags);
          expect(allMatches(compiled, each)).toEqual([...each.matchAll(whole)]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
