import { describe, expect, it } from 'vitest';
import { createLexicon, LEXICON_KINDS, matchLexicon } from './lexicon.ts';

const empty = Object.fromEntries(LEXICON_KINDS.map((kind) => [kind, ''])) as Record<
  (typeof LEXICON_KINDS)[number],
  string
>;
const lexicon = createLexicon({
  words: { ...empty, title: '书记 总书记 市委书记', agencyForm: '市委' },
  surnames: ['王', '区', '成王'],
});

function marks(text: string): number[] {
  const found = new Uint8Array(text.length + 1).fill(99);
  matchLexicon(text, 0, text.length, lexicon, found, 1);
  return [...found.subarray(1)];
}

const title = 4 * (LEXICON_KINDS.indexOf('title') + 1);
const form = 4 * (LEXICON_KINDS.indexOf('agencyForm') + 1);

describe('matchLexicon', () => {
  it('marks the longest listed word', () => {
    expect(marks('市委书记说')).toEqual([title + 1, title + 2, title + 2, title + 3, 0]);
  });

  it('falls back to a shorter word where a longer one breaks off', () => {
    expect(marks('市委书')).toEqual([form + 1, form + 3, 0]);
    expect(marks('总书')).toEqual([0, 0]);
  });

  it('knows surnames by the first list that has them', () => {
    expect(['王', '区', '成', '张'].map((name) => lexicon.surnames[name.charCodeAt(0)])).toEqual([1, 2, 3, 0]);
  });
});
