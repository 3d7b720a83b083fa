import { describe, expect, test } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import type { EvidenceItem } from '../../outputs/explorer-data.ts';
import { createDataset } from './dataset.ts';
import { amountsOf, foldReprints, groupTies, independentDocuments, meetingsOf, rivalFigures } from './ties.ts';

const dataset = createDataset(
  networkOf(
    [
      { tie: ['person:甲', 'met', 'person:乙'], from: '2020-01' },
      { tie: ['person:甲', 'met', 'person:丙'], from: '2021-01' },
      { tie: ['person:甲', 'holds_post', 'company:丁'] },
      { tie: ['person:甲', 'co_occurs', 'person:乙'] },
    ],
    [],
    [{ date: '2020-01-05' }, { date: '2020-01-06', reprintOf: 0 }, { date: '2021-03-01' }, { date: null }],
  ),
);
const node = (id: string): number => dataset.nodeByKey.get(id) ?? -1;
const edge = (id: string): number => dataset.edgeByKey.get(id) ?? -1;

function evidence(document: number, change: Partial<EvidenceItem> = {}): EvidenceItem {
  return {
    document,
    start: 0,
    end: 5,
    sentence: '甲会见乙。',
    confidence: 0.9,
    rule: 'test',
    attributes: {},
    ...change,
  };
}

describe('evidence', () => {
  test('folds a reprint into what it reprints, whichever comes first', () => {
    for (const items of [
      [evidence(0), evidence(1)],
      [evidence(1), evidence(0)],
    ]) {
      const folded = foldReprints(dataset, items);
      expect(folded.map(({ item, reprints }) => [item.document, reprints])).toEqual([[0, [1]]]);
      expect(independentDocuments(dataset, items)).toBe(1);
    }
  });

  test('stands newest first, undated last', () => {
    const folded = foldReprints(dataset, [evidence(3), evidence(0), evidence(2)]);
    expect(folded.map(({ item }) => item.document)).toEqual([2, 0, 3]);
  });

  test('shows rival amounts side by side, and nothing where sources agree', () => {
    const says = (document: number, amount: number) => evidence(document, { attributes: { amount, currency: 'CNY' } });
    expect(rivalFigures([says(0, 3e9), says(2, 3e9)])).toEqual([]);
    const rivals = rivalFigures([says(0, 3e9), says(2, 2e9), says(3, 2e9)]);
    expect(rivals.map((figure) => [figure.amount, figure.sources.length])).toEqual([
      [2e9, 2],
      [3e9, 1],
    ]);
  });

  test('takes figures of another year or another round for other deals', () => {
    const of = (document: number, amount: number, more: object) =>
      evidence(document, { attributes: { amount, currency: 'CNY', ...more } });
    expect(rivalFigures([of(0, 1e9, { date: '2019' }), of(2, 2e9, { date: '2022-03-01' })])).toEqual([]);
    expect(rivalFigures([of(0, 1e9, { round: 'A轮' }), of(2, 2e9, { round: 'B轮' })])).toEqual([]);
    expect(rivalFigures([of(0, 1e9, { date: '2022-02-27' }), of(2, 2e9, { date: '2022-03' })])).toHaveLength(2);
    expect(rivalFigures([of(0, 1e9, { date: '2019' }), of(2, 2e9, {})])).toHaveLength(2);
    expect(amountsOf([of(0, 1e9, { date: '2019' }), of(2, 2e9, { date: '2022-03-01' })])).toHaveLength(2);
  });

  test('does not take an amount and a share for rivals', () => {
    expect(rivalFigures([evidence(0, { attributes: { amount: 3e9, currency: 'CNY', share: 0.3 } })])).toEqual([]);
  });
});

describe('meetings', () => {
  test('are told by day, the first one marked where there are several', () => {
    const withB = edge('person:甲|met|person:乙');
    const meetings = meetingsOf(dataset, node('person:甲'), [
      {
        edge: withB,
        evidence: [
          evidence(0, { attributes: { date: '2020-01-04', place: '某宾馆' } }),
          evidence(1, { attributes: { date: '2020-01-04' } }),
          evidence(2, { sentence: '甲再次会见乙。' }),
        ],
      },
    ]);
    expect(meetings.map(({ date, place, first, other }) => [date, place, first, other])).toEqual([
      ['2021-03-01', null, false, node('person:乙')],
      ['2020-01-04', '某宾馆', true, node('person:乙')],
    ]);
  });
});

test('ties of a node are grouped by type in the ontology’s order, latest first', () => {
  const groups = groupTies(dataset, node('person:甲'), () => true);
  expect(groups.map(({ type, edges }) => [type.id, edges.length])).toEqual([
    ['met', 2],
    ['holds_post', 1],
    ['co_occurs', 1],
  ]);
  expect(groups[0]?.edges[0]).toBe(edge('person:甲|met|person:丙'));
});
