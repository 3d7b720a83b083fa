import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPinyin } from '../outputs/pinyin.ts';
import { createAdjacency, distancesFrom } from './adjacency.ts';
import { createNameIndex, findNodes, resolveName } from './names.ts';
import { shortestPaths } from './paths.ts';

const node = (label: string, importance = 1, aliases: string[] = []) => ({
  id: `person:${label}`,
  label,
  aliases,
  pinyin: toPinyin(label, 'person'),
  importance,
});

const index = createNameIndex([
  node('徐景颜', 5),
  node('徐景言', 2),
  node('单雄安'),
  node('欧阳砚秋', 3),
  node('青禾新能源股份有限公司', 4, ['青禾新能源']),
  node('__proto__'),
]);
const labels = (query: string) => findNodes(index, query, 10).map(({ node: at }) => index.nodes[at]?.label);

describe('names', () => {
  test.each([
    ['徐景颜', '徐景颜'],
    ['徐景顏', '徐景颜'],
    ['青禾新能源', '青禾新能源股份有限公司'],
    ['ouyangyanqiu', '欧阳砚秋'],
    ['OuYang Yanqiu', '欧阳砚秋'],
    ['oyyq', '欧阳砚秋'],
    ['shanxiongan', '单雄安'],
    ['欧阳', '欧阳砚秋'],
    ['欧阳燕秋', '欧阳砚秋'],
    ['欧阳秋砚', '欧阳砚秋'],
    ['ouyangynaqiu', '欧阳砚秋'],
    ['青河新能源', '青禾新能源股份有限公司'],
    ['__proto__', '__proto__'],
  ])('%s finds %s first', (query, label) => {
    expect(labels(query)[0]).toBe(label);
  });

  test('of names that fit equally the more important comes first', () => {
    expect(labels('徐景').slice(0, 2)).toEqual(['徐景颜', '徐景言']);
  });

  test('a name stands for one node, or says which it might be', () => {
    expect(resolveName(index, 'person:徐景言')).toEqual({ kind: 'found', node: 1 });
    expect(resolveName(index, 'xujingyan')).toEqual({ kind: 'ambiguous', candidates: [0, 1] });
    expect(resolveName(index, '欧阳燕秋')).toEqual({ kind: 'unknown', near: [3] });
    expect(resolveName(index, '无此人也')).toEqual({ kind: 'unknown', near: [] });
  });
});

const pair = (source: number, target: number) => ({ source, target });

describe('paths', () => {
  test('all shortest ones, the strongest first, each step with all its ties', () => {
    const ties = [pair(0, 1), pair(1, 3), pair(0, 2), pair(3, 2), pair(0, 1)];
    const paths = shortestPaths(createAdjacency(4, ties), 0, 3, (tie) => [1, 1, 9, 9, 2][tie] ?? 0, 10);
    expect(paths.map((path) => path.map(({ to }) => to))).toEqual([
      [2, 3],
      [1, 3],
    ]);
    expect(paths[1]?.[0]?.ties).toEqual([4, 0]);
  });

  test('none where nothing leads, one empty one to oneself', () => {
    const adjacency = createAdjacency(3, [pair(0, 1)]);
    expect(shortestPaths(adjacency, 0, 2, () => 1, 5)).toEqual([]);
    expect(shortestPaths(adjacency, 2, 2, () => 1, 5)).toEqual([[]]);
  });

  test('every path is connected, ends where asked, and is as long as the distance', () => {
    const graphs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 30 });
    fc.assert(
      fc.property(graphs, fc.nat(9), fc.nat(9), (list, from, to) => {
        const ties = list.map(([source, target]) => pair(source, target));
        const adjacency = createAdjacency(10, ties);
        const distance = distancesFrom(adjacency, [from])[to];
        const paths = shortestPaths(adjacency, from, to, () => 1, 20);
        expect(paths.length > 0).toBe(distance !== -1);
        for (const path of paths) {
          expect(path).toHaveLength(distance ?? -1);
          let at = from;
          for (const hop of path) {
            expect(hop.from).toBe(at);
            for (const tie of hop.ties)
              expect([ties[tie]?.source, ties[tie]?.target].sort()).toEqual([at, hop.to].sort());
            at = hop.to;
          }
          expect(at).toBe(to);
        }
      }),
    );
  });
});
