import { expect, test } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import type { OccasionColumns } from '../../outputs/explorer-data.ts';
import { createDataset } from './dataset.ts';
import { occasionsOf, roomsOf } from './meetings.ts';
import { holdsOffice, officesOf } from './offices.ts';

const dataset = createDataset(
  networkOf([
    { tie: ['person:甲', 'met', 'person:乙'] },
    { tie: ['person:甲', 'met', 'person:丙'] },
    { tie: ['person:甲', 'met', 'agency:港务局'] },
    { tie: ['person:乙', 'holds_post', 'agency:云州市政府'], title: '市长', from: '2020-01-01' },
    { tie: ['person:丙', 'holds_post', 'agency:云州市政府'], title: '市长', former: true, from: '2019-06-01' },
    { tie: ['person:乙', 'attended', 'event:论坛'], from: '2021-05-01' },
    { tie: ['person:甲', 'attended', 'event:论坛'], from: '2021-05-01' },
  ]),
);
const node = (id: string): number => dataset.nodeByKey.get(id) ?? -1;
const edge = (id: string): number => dataset.edgeByKey.get(id) ?? -1;
const columns: OccasionColumns = {
  edge: [
    'person:甲|met|person:乙',
    'person:甲|met|person:丙',
    'person:甲|met|person:丙',
    'person:甲|met|agency:港务局',
  ].map(edge),
  date: ['2021-01-01', '2018-03-01', '2020-03-01', null],
  place: [null, null, null, null],
  documents: [[0], [0], [0], [0]],
};
const open = {
  visible: () => true,
  filters: { from: null, to: null, undated: true },
  person: null,
  place: null,
  office: null,
};
const days = (filter: Partial<Parameters<typeof occasionsOf>[2]>) =>
  occasionsOf(dataset, columns, { ...open, ...filter }).map(({ date }) => date);

test('lists titles and organisations of those who met, by their meetings', () => {
  expect(officesOf(dataset, columns)).toEqual([
    { kind: 'title', name: '市长', count: 3 },
    { kind: 'organisation', name: '云州市政府', count: 3 },
  ]);
});

test('keeps meetings with holders of a title or members of an organisation, but none after they left', () => {
  expect(days({ office: '市长' })).toEqual(['2021-01-01', '2018-03-01']);
  expect(days({ office: '云州市政府' })).toEqual(['2021-01-01', '2018-03-01']);
  expect(holdsOffice(dataset, node('person:丙'), '市长', null)).toBe(true);
});

test('takes a meeting with the organisation itself for one of its own', () => {
  expect(days({ office: '港务局' })).toEqual([null]);
});

test('asks for the office of the other one where a person is chosen', () => {
  expect(days({ office: '市长', person: node('person:乙') })).toEqual([]);
  expect(days({ office: '市长', person: node('person:甲') })).toEqual(['2021-01-01', '2018-03-01']);
});

test('keeps shared rooms by the office of those who were there', () => {
  const all = () => true;
  expect(roomsOf(dataset, all, node('person:甲'), '市长')).toHaveLength(1);
  expect(roomsOf(dataset, all, node('person:乙'), '市长')).toHaveLength(0);
});
