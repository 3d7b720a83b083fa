import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weighAgreement } from './agreement.ts';
import type { Candidate } from './mention.ts';
import { MODEL_SOURCE } from './model-edges.ts';

const person = (source: string, score = 0.7, start = 0): Candidate => ({
  start,
  end: start + 3,
  type: 'person',
  score,
  source,
});

test('a name that rules and model both propose keeps both scores', () => {
  const both = [person('structure:person'), person(MODEL_SOURCE)];
  expect(weighAgreement(both)).toEqual(both);
});

test('a name that the model does not see is less likely than the rules say', () => {
  expect(weighAgreement([person('structure:person')])[0]?.score).toBeLessThan(0.7);
});

test('a place that no rule knows is less likely than the model says; other names are as likely', () => {
  const byModel = person(MODEL_SOURCE);
  expect(weighAgreement([byModel])).toEqual([byModel]);
  expect(weighAgreement([{ ...byModel, type: 'place' }])[0]?.score).toBeLessThan(0.7);
});

test('of what lies within a name that it sees, the silence of the model says nothing', () => {
  const house: Candidate = { start: 0, end: 8, type: 'company', score: 0.9, source: MODEL_SOURCE };
  const place: Candidate = { start: 0, end: 2, type: 'place', score: 0.8, source: 'structure:place' };
  expect(weighAgreement([house, place])).toEqual([house, place]);
  expect(weighAgreement([{ ...house, score: 0.4 }, place])[1]?.score).toBeLessThan(0.8);
  expect(weighAgreement([house, { ...place, end: 8 }])[1]?.score).toBeLessThan(0.8);
});

test('a title that holds an organisation and a title by the rules gives way to both', () => {
  const span = (start: number, end: number, type: Candidate['type'], source: string): Candidate => ({
    start,
    end,
    type,
    score: 0.8,
    source,
  });
  // 甲市委书记: the rules read 甲市委 and 书记, the model 市委书记.
  const rules = [span(0, 3, 'agency', 'structure:agency-form'), span(3, 5, 'position', 'structure:title')];
  expect(weighAgreement([...rules, span(1, 5, 'position', MODEL_SOURCE)])).toEqual(rules);
  expect(weighAgreement([span(1, 5, 'position', MODEL_SOURCE)])).toHaveLength(1);
});

test('lists and vocabulary are left alone', () => {
  const others = [person('list'), person('vocabulary')];
  expect(weighAgreement(others)).toEqual(others);
});

test('scores stay probabilities, keep their order, and never rise', () => {
  const score = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(score, score, fc.constantFrom('structure:person', 'structure:trade', MODEL_SOURCE), (a, b, source) => {
      const [first, second] = weighAgreement([person(source, a), person(source, b, 10)]).map((one) => one.score);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(first).toBeLessThanOrEqual(a + 1e-12);
      if (a <= b) expect(first ?? 0).toBeLessThanOrEqual((second ?? 0) + 1e-12);
    }),
  );
});
