import { describe, expect, test } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import { createDataset } from './dataset.ts';
import { createSceneMaker } from './scene.ts';
import {
  askPath,
  changeFilters,
  closeTopmost,
  focusOn,
  initialView,
  OPEN_PATH,
  selectNode,
  type View,
} from './view.ts';

const dataset = createDataset(
  networkOf([
    { tie: ['person:甲', 'met', 'person:乙'], documents: 3 },
    { tie: ['person:乙', 'met', 'person:丁'], documents: 3 },
    { tie: ['person:甲', 'met', 'person:丙'] },
    { tie: ['person:丙', 'met', 'person:丁'] },
    { tie: ['person:丁', 'co_occurs', 'person:戊'] },
    { tie: ['person:己', 'met', 'person:庚'] },
  ]),
);
const sceneOf = createSceneMaker(dataset);
const usual = initialView(dataset, 'zh', 'system');
const node = (name: string): number => dataset.nodeByKey.get(`person:${name}`) ?? -1;

describe('a question for paths', () => {
  const ask = (from: string, to: string, view = usual) => sceneOf(askPath(view, node(from), node(to))).answer;

  test('gets all shortest ones, the best supported first', () => {
    const answer = ask('甲', '丁');
    expect(answer?.kind).toBe('found');
    if (answer?.kind !== 'found') return;
    expect(answer.hops).toBe(2);
    expect(answer.paths.map((path) => path.nodes.map((n) => dataset.network.nodes.label[n]))).toEqual([
      ['甲', '乙', '丁'],
      ['甲', '丙', '丁'],
    ]);
  });

  test('is told why there is none', () => {
    expect(ask('甲', '戊')).toEqual({ kind: 'weak', hops: 3 });
    expect(ask('甲', '己')).toEqual({ kind: 'none' });
    expect(ask('甲', '甲')).toEqual({ kind: 'same' });
    expect(ask('甲', '丙', changeFilters(usual, { minDocuments: 2 }))).toEqual({ kind: 'filtered', hops: 1 });
  });

  test('lights the chosen path alone', () => {
    const { lit } = sceneOf({ ...usual, path: { ...OPEN_PATH, from: node('甲'), to: node('丁'), chosen: 1 } });
    expect(lit.nodes).toEqual(new Set(['甲', '丙', '丁'].map(node)));
    expect(lit.edges?.size).toBe(2);
  });
});

test('a neighbourhood shows what lies within its steps and nothing else', () => {
  const { shown } = sceneOf(focusOn(usual, node('乙'), 1));
  expect([shown.nodeTotal, shown.edgeTotal]).toEqual([3, 2]);
  expect(sceneOf(focusOn(usual, node('乙'), 2)).shown.nodeTotal).toBe(4);
  expect(sceneOf(focusOn(usual, node('乙'), 0)).shown).toBe(sceneOf(usual).shown);
});

test('a selected node lights itself and those that it is tied to', () => {
  const { lit } = sceneOf(selectNode(usual, node('甲')));
  expect(lit.nodes).toEqual(new Set(['甲', '乙', '丙'].map(node)));
});

test('what does not change is not computed anew', () => {
  const before = sceneOf(usual);
  const after = sceneOf({ ...usual, camera: { x: 1, y: 1, ratio: 1, angle: 0 }, language: 'en' });
  expect(after).toBe(before);
  expect(sceneOf(selectNode(usual, 0)).filtered).toBe(before.filtered);
});

test('Escape closes one thing at a time', () => {
  const reading = { document: 0, start: 0, end: 1, edge: null };
  let view: View = { ...focusOn(selectNode(usual, 0), 1, 1), reading };
  view = { ...view, ...closeTopmost(view) };
  expect([view.reading, view.selection !== null, view.focus !== null]).toEqual([null, true, true]);
  const second = closeTopmost(view);
  expect([second.selection, second.focus !== null]).toEqual([null, true]);
  const third = closeTopmost(second);
  expect(third.focus).toBeNull();
  expect(closeTopmost(third)).toBe(third);
});
