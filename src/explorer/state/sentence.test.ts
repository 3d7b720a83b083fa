import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutArticle, markSentence } from './sentence.ts';

describe('a marked sentence', () => {
  test('has its names and its trigger, longer names first', () => {
    const pieces = markSentence('云港市委书记林远会见云港一行。', {
      names: [
        { text: '云港', node: 1 },
        { text: '云港市委', node: 2 },
        { text: '林远', node: 3 },
      ],
      triggers: ['会见'],
    });
    expect(pieces).toEqual([
      { text: '云港市委', node: 2 },
      { text: '书记' },
      { text: '林远', node: 3 },
      { text: '会见', trigger: true },
      { text: '云港', node: 1 },
      { text: '一行。' },
    ]);
  });

  test('loses no character', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '会', '见'), maxLength: 30 });
    fc.assert(
      fc.property(
        text,
        fc.array(text, { maxLength: 4 }),
        fc.array(text, { maxLength: 3 }),
        (sentence, names, triggers) => {
          const marks = { names: names.map((name, node) => ({ text: name, node })), triggers };
          expect(
            markSentence(sentence, marks)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(sentence);
        },
      ),
    );
  });
});

describe('an article', () => {
  test('is cut at mentions and at the wanted sentence', () => {
    const text = '林远说。\n\n他到云港。周青在场。';
    const [first, second] = layOutArticle(
      text,
      [
        [0, 2, 7],
        [8, 10, 8],
      ],
      { start: 6, end: 11 },
    );
    expect(first?.pieces.map(({ text: piece, node }) => [piece, node])).toEqual([
      ['林远', 7],
      ['说。', undefined],
    ]);
    expect(second?.pieces.map(({ text: piece, wanted }) => [piece, wanted])).toEqual([
      ['他到', true],
      ['云港', true],
      ['。', true],
      ['周青在场。', false],
    ]);
  });

  test('keeps every character in its place, whatever the mentions', () => {
    const mention = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(9));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '乙', '。', '\n', ' '), maxLength: 50 }),
        fc.array(mention, { maxLength: 8 }),
        fc.nat(60),
        fc.nat(60),
        (text, mentions, start, length) => {
          const paragraphs = layOutArticle(text, mentions, { start, end: start + length });
          for (const { pieces } of paragraphs) {
            for (const piece of pieces) {
              expect(text.startsWith(piece.text, piece.start)).toBe(true);
            }
          }
          const shown = paragraphs.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('');
          expect(shown.replaceAll(' ', '')).toBe(text.replace(/[\n ]/g, ''));
        },
      ),
    );
  });
});
