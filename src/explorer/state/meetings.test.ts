import { describe, expect, test } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import type { OccasionColumns } from '../../outputs/explorer-data.ts';
import { createDataset } from './dataset.ts';
import { matrixOf, metBoth, type OccasionFilter, occasionsOf, placesOf, roomsOf } from './meetings.ts';
import { firstMonthOf } from './months.ts';

const dataset = createDataset(
  networkOf([
    { tie: ['person:甲', 'met', 'person:乙'] },
    { tie: ['person:甲', 'met', 'person:丙'] },
    { tie: ['person:丁', 'met', 'person:乙'] },
    { tie: ['person:甲', 'attended', 'event:论坛'], from: '2024-05-01' },
    { tie: ['person:丁', 'attended', 'event:论坛'], from: '2024-05-01' },
    { tie: ['person:乙', 'attended', 'event:酒会'] },
  ]),
);
const node = (id: string): number => dataset.nodeByKey.get(id) ?? -1;
const edge = (id: string): number => dataset.edgeByKey.get(id) ?? -1;
const columns: OccasionColumns = {
  edge: [
    'person:甲|met|person:乙',
    'person:甲|met|person:乙',
    'person:甲|met|person:丙',
    'person:丁|met|person:乙',
  ].map(edge),
  date: ['2023-02-01', '2024-03', null, '2024-01-09'],
  place: ['北厅', null, '北厅', '南厅'],
  documents: [[0], [0, 1], [2], [3]],
};
const open: OccasionFilter = {
  visible: () => true,
  filters: { from: null, to: null, undated: true },
  person: null,
  place: null,
  office: null,
};

test('lists meetings newest first and undated ones last', () => {
  expect(occasionsOf(dataset, columns, open).map(({ date }) => date)).toEqual([
    '2024-03',
    '2024-01-09',
    '2023-02-01',
    null,
  ]);
});

test('keeps to a period by the day of each meeting, not by the first and last of the two', () => {
  const filters = { from: firstMonthOf('2023-06'), to: firstMonthOf('2024-02'), undated: false };
  expect(occasionsOf(dataset, columns, { ...open, filters }).map(({ date }) => date)).toEqual(['2024-01-09']);
});

test('keeps to a person and a place', () => {
  expect(occasionsOf(dataset, columns, { ...open, person: node('person:丁') })).toHaveLength(1);
  expect(occasionsOf(dataset, columns, { ...open, place: '北厅' })).toHaveLength(2);
  expect(placesOf(columns)[0]).toEqual({ place: '北厅', count: 2 });
});

test('finds whom both met', () => {
  const found = metBoth(occasionsOf(dataset, columns, open), node('person:甲'), node('person:丁'));
  expect(found.map((mutual) => mutual.node)).toEqual([node('person:乙')]);
  expect(found[0]?.withFirst).toHaveLength(2);
});

describe('one room', () => {
  const rooms = roomsOf(dataset, () => true, null);

  test('is an event that two or more attended', () => {
    expect(rooms.map(({ event }) => event)).toEqual([node('event:论坛')]);
    expect(roomsOf(dataset, () => true, node('person:乙'))).toEqual([]);
  });

  test('is never counted as a meeting', () => {
    const matrix = matrixOf(dataset, occasionsOf(dataset, columns, open), rooms, 'count', 10);
    const cell = matrix.cell(node('person:丁'), node('person:甲'));
    expect(cell?.occasions).toEqual([]);
    expect(cell?.rooms).toHaveLength(1);
    expect(new Set(matrix.people.slice(0, 2))).toEqual(new Set([node('person:甲'), node('person:乙')]));
    expect(matrix.cell(node('person:乙'), node('person:甲'))?.occasions).toHaveLength(2);
  });
});
