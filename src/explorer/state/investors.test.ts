import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import { createDataset } from './dataset.ts';
import { moneyNodes, totalsOf, traceMoney } from './investors.ts';

const dataset = createDataset(
  networkOf([
    { tie: ['company:甲', 'invested_in', 'company:乙'], amount: 3e8, currency: 'CNY' },
    { tie: ['company:丙', 'subsidiary_of', 'company:甲'] },
    { tie: ['company:乙', 'participates_in', 'project:园'], amount: 1e9, currency: 'CNY', joint: 7 },
    { tie: ['company:丁', 'participates_in', 'project:园'], amount: 1e9, currency: 'CNY', joint: 7 },
    { tie: ['company:戊', 'invested_in', 'company:乙'], amount: 2e7, currency: 'USD', status: 'planned' },
    { tie: ['company:戊', 'acquired', 'company:丁'], amount: 5e8, currency: 'CNY', status: 'denied' },
    { tie: ['person:王', 'participates_in', 'project:园'] },
  ]),
);
const all = Array.from({ length: dataset.edgeCount }, (_, edge) => edge);
const node = (id: string): number => dataset.nodeByKey.get(id) ?? -1;

test('a subsidiary stands downstream of its parent', () => {
  const { levels } = traceMoney(dataset, node('company:甲'), { up: true, down: true, hops: 3 }, () => true);
  expect(levels.get(node('company:丙'))).toBe(1);
  expect(levels.get(node('project:园'))).toBe(2);
  expect(levels.has(node('person:王'))).toBe(false);
});

test('offers companies with money ties first', () => {
  expect(moneyNodes(dataset, () => true)[0]).toBe(node('company:乙'));
});

describe('totals', () => {
  test('count a joint amount once, keep currencies and plans apart, and leave out what is denied', () => {
    const { currencies, withoutAmount, denied } = totalsOf(dataset, all);
    expect(currencies).toEqual([
      { currency: 'CNY', sums: { settled: 1.3e9 }, deals: 2, joint: 1 },
      { currency: 'USD', sums: { planned: 2e7 }, deals: 1, joint: 0 },
    ]);
    expect([withoutAmount, denied]).toEqual([2, 1]);
  });

  test('take a stake and the payment for it as one amount', () => {
    const bought = createDataset(
      networkOf([
        { tie: ['company:甲', 'acquired', 'company:乙'], amount: 5, currency: 'CNY' },
        { tie: ['company:甲', 'holds_stake', 'company:乙'], amount: 5, currency: 'CNY' },
      ]),
    );
    expect(totalsOf(bought, [0, 1]).currencies[0]?.sums.settled).toBe(5);
  });

  test('do not depend on the order of the edges', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (edges) => {
        expect(totalsOf(dataset, edges)).toEqual(totalsOf(dataset, all));
      }),
    );
  });
});
