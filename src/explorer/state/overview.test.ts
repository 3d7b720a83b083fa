import { expect, test } from 'vitest';
import { networkOf, type TieSpec } from '../../../test/support/network.ts';
import { createDataset } from './dataset.ts';
import { applyFilters } from './filter.ts';
import { createOverview } from './overview.ts';
import { defaultFilters } from './view.ts';

function overviewOf(ties: readonly TieSpec[]) {
  const dataset = createDataset(networkOf(ties));
  const overview = createOverview(dataset, applyFilters(dataset, defaultFilters(dataset)));
  return { ...overview, name: (node: number) => dataset.network.nodes.label[node] };
}

const invested = (source: string, amount: number, currency: string, more: Partial<TieSpec> = {}): TieSpec => ({
  tie: [`company:${source}`, 'invested_in', 'project:港区'],
  amount,
  currency,
  from: '2021',
  ...more,
});

test('an amount that several parties give together stands once', () => {
  const { deals } = overviewOf([invested('甲', 6e9, 'CNY'), invested('乙', 6e9, 'CNY'), invested('丙', 1e9, 'CNY')]);
  expect(deals.map((group) => group.deals.map(({ amount, edges }) => [amount, edges.length]))).toEqual([
    [
      [6e9, 2],
      [1e9, 1],
    ],
  ]);
});

test('currencies are never put in one order, and what was denied is no deal', () => {
  const { deals } = overviewOf([
    invested('甲', 2e9, 'USD'),
    invested('乙', 6e9, 'CNY'),
    invested('丙', 1e9, 'CNY'),
    invested('丁', 9e9, 'CNY', { status: 'denied' }),
  ]);
  expect(deals.map(({ currency, deals: list }) => [currency, list.length])).toEqual([
    ['CNY', 2],
    ['USD', 1],
  ]);
});

test('a suggested path leads somewhere', () => {
  const { suggestions, name } = overviewOf([
    { tie: ['person:甲', 'met', 'person:乙'] },
    { tie: ['person:甲', 'met', 'person:丙'] },
    { tie: ['person:丙', 'met', 'person:丁'] },
    { tie: ['person:丁', 'met', 'person:戊'] },
    { tie: ['person:孤', 'met', 'person:岛'] },
  ]);
  const path = suggestions.find((suggestion) => suggestion.kind === 'path');
  expect(path).toBeDefined();
  if (path?.kind === 'path') expect([name(path.from), name(path.to)]).toEqual(['丁', '乙']);
});

test('shared sentences make nobody important', () => {
  const { people, meetings } = overviewOf([
    { tie: ['person:甲', 'co_occurs', 'person:乙'] },
    { tie: ['person:丙', 'met', 'person:丁'] },
  ]);
  expect(people).toHaveLength(2);
  expect(meetings).toHaveLength(1);
});
