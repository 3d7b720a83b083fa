import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUp } from './hash.ts';
import { LABEL_COUNT, MODEL_TYPES } from './labels.ts';
import { TRANSITION_COUNT } from './lattice.ts';
import { encodeModel, loadModel, type ModelData } from './weights.ts';

const none = { title: '', weakTitle: '', legalForm: '', companyForm: '', organizationForm: '' };
const header: ModelData['header'] = {
  version: 'test',
  lexicon: {
    words: { ...none, agencyForm: '', place: '', speechVerb: '', doubleSurname: '欧阳' },
    surnames: ['王李', '', '成'],
  },
  transitions: new Array<number>(TRANSITION_COUNT).fill(0),
  step: 0.01,
  calibration: MODEL_TYPES.map(() => [0, 0.5, 1]),
};

const feature = fc.record({
  key: fc.integer({ min: 1, max: 0xffffffff }),
  weights: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: LABEL_COUNT - 1 }), fc.integer({ min: -127, max: 127 })), {
    minLength: 1,
    maxLength: LABEL_COUNT,
    selector: ([label]) => label,
  }),
});

const model = fc.record({
  features: fc.uniqueArray(feature, { maxLength: 30, selector: ({ key }) => key }),
  words: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 0xffffffff }), fc.integer({ min: 1, max: 0xffff })), {
    maxLength: 30,
    selector: ([key]) => key,
  }),
});

type ModelParts = typeof model extends fc.Arbitrary<infer Value> ? Value : never;

const dataOf = ({ features, words }: ModelParts): ModelData => ({
  header,
  keys: Uint32Array.from(features, ({ key }) => key),
  counts: Uint8Array.from(features, ({ weights }) => weights.length),
  entries: Uint16Array.from(
    features.flatMap(({ weights }) => weights.map(([label, value]) => label * 256 + (value & 0xff))),
  ),
  wordKeys: Uint32Array.from(words, ([key]) => key),
  wordValues: Uint16Array.from(words, ([, value]) => value),
});

describe('model file', () => {
  it('gives back what was written, wherever in a buffer the bytes lie', () => {
    fc.assert(
      fc.property(model, fc.integer({ min: 0, max: 7 }), (parts, offset) => {
        const bytes = encodeModel(dataOf(parts));
        const buffer = Buffer.concat([Buffer.alloc(offset), bytes]).subarray(offset);
        const loaded = loadModel(buffer);
        expect(loaded.header).toMatchObject(header);
        for (const { key, weights } of parts.features) {
          const row = lookUp(loaded.frequent, key) || lookUp(loaded.rare, key);
          const stored = [...loaded.entries.subarray(row >>> 5, (row >>> 5) + (row & 31))];
          expect(stored).toEqual(weights.map(([label, value]) => label * 256 + (value & 0xff)));
        }
        for (const [key, value] of parts.words) expect(lookUp(loaded.resources.words, key)).toBe(value);
      }),
    );
  });

  const bytes = encodeModel(dataOf({ features: [{ key: 7, weights: [[1, 5]] }], words: [[9, 3]] }));

  it('refuses a file that is cut short at any place, and says what to do', () => {
    for (let length = 0; length < bytes.length; length += 11) {
      expect(() => loadModel(bytes.subarray(0, length))).toThrow(
        expect.objectContaining({
          code: 'MODEL_UNREADABLE',
          message: expect.stringContaining('install the package again'),
        }),
      );
    }
  });

  it('refuses a header that is damaged, and a file that is none', () => {
    const damaged = Uint8Array.from(bytes);
    damaged[12] = 0;
    for (const wrong of [damaged, new TextEncoder().encode('<html>not found</html>'), new Uint8Array()]) {
      expect(() => loadModel(wrong)).toThrow(expect.objectContaining({ code: 'MODEL_UNREADABLE' }));
    }
  });

  it('refuses entries that name no label', () => {
    const wrong = {
      ...dataOf({ features: [{ key: 7, weights: [[1, 5]] }], words: [] }),
      entries: Uint16Array.of(0xff00),
    };
    expect(() => loadModel(encodeModel(wrong))).toThrow(expect.objectContaining({ code: 'MODEL_UNREADABLE' }));
  });
});
