import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAdjacency } from './adjacency.ts';
import { findPaths, type Period } from './paths.ts';

const pair = (source: number, target: number) => ({ source, target });
const search = { strength: () => 1, limit: 20, extra: 0 };
const nodesOf = (paths: ReturnType<typeof findPaths>['paths']) => paths.map((path) => path.map(({ to }) => to));

test('gives the next longer paths after the shortest', () => {
  const adjacency = createAdjacency(4, [pair(0, 3), pair(0, 1), pair(1, 3), pair(1, 2), pair(2, 3)]);
  expect(nodesOf(findPaths(adjacency, 0, 3, search).paths)).toEqual([[3]]);
  expect(nodesOf(findPaths(adjacency, 0, 3, { ...search, extra: 1 }).paths)).toEqual([[3], [1, 3]]);
  expect(nodesOf(findPaths(adjacency, 0, 3, { ...search, extra: 2 }).paths)).toEqual([[3], [1, 3], [1, 2, 3]]);
});

test('in order of time, goes round by a longer way where the short one runs backwards', () => {
  const ties = [pair(0, 1), pair(1, 3), pair(1, 2), pair(2, 3)];
  const periods: (Period | null)[] = [
    [5, 5],
    [1, 2],
    [6, 6],
    [5, 9],
  ];
  const ordered = { ...search, periodOf: (tie: number) => periods[tie] ?? null };
  expect(nodesOf(findPaths(createAdjacency(4, ties), 0, 3, ordered).paths)).toEqual([[1, 2, 3]]);
});

test('in order of time, uses no tie without a date, and of parallel ties only those that fit', () => {
  const ties = [pair(0, 1), pair(1, 2), pair(1, 2), pair(1, 2)];
  const periods: (Period | null)[] = [[5, 5], null, [1, 1], [7, 7]];
  const { paths } = findPaths(createAdjacency(3, ties), 0, 2, { ...search, periodOf: (tie) => periods[tie] ?? null });
  expect(paths[0]?.[1]?.ties).toEqual([3]);
});

test('says when there are more than it gives', () => {
  const adjacency = createAdjacency(4, [pair(0, 1), pair(1, 3), pair(0, 2), pair(2, 3)]);
  expect(findPaths(adjacency, 0, 3, { ...search, limit: 1 })).toMatchObject({ capped: true });
  expect(findPaths(adjacency, 0, 3, { ...search, limit: 2 })).toMatchObject({ capped: false });
});

test('no path passes a name twice, and none is listed twice', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 24 }), fc.nat(3), (list, extra) => {
      const adjacency = createAdjacency(
        8,
        list.map(([source, target]) => pair(source, target)),
      );
      const found = nodesOf(findPaths(adjacency, 0, 7, { ...search, limit: 200, extra }).paths);
      for (const path of found) expect(new Set([0, ...path]).size).toBe(path.length + 1);
      expect(new Set(found.map((path) => path.join(' '))).size).toBe(found.length);
    }),
  );
});
