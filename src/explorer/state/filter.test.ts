import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import { createDataset, type Dataset, endsOf } from './dataset.ts';
import { applyFilters } from './filter.ts';
import { defaultFilters, type Filters } from './view.ts';

const dataset = createDataset(
  networkOf(
    [
      { tie: ['person:甲', 'met', 'person:乙'], from: '2020-03-01', to: '2021-05-02', documents: 3, confidence: 0.95 },
      { tie: ['person:甲', 'holds_post', 'company:丙'], from: '2019', confidence: 0.6 },
      { tie: ['company:丙', 'invested_in', 'project:丁'] },
      { tie: ['person:乙', 'co_occurs', 'person:戊'], from: '2020-04' },
    ],
    ['place:己'],
  ),
);
const usual = defaultFilters(dataset);
const names = (visible: Uint8Array, ids: readonly string[]): string[] => ids.filter((_, i) => visible[i] === 1);
const filter = (change: Partial<Filters>) => {
  const filtered = applyFilters(dataset, { ...usual, ...change });
  return {
    ...filtered,
    nodes: names(filtered.visibleNodes, dataset.network.nodes.id),
    ties: names(filtered.visibleEdges, dataset.network.edges.id),
  };
};
const count = (types: readonly { id: string }[], counts: readonly number[], id: string): number | undefined =>
  counts[types.findIndex((type) => type.id === id)];

describe('filters', () => {
  test('hide at first what only shares a sentence, and the names that nothing else ties', () => {
    const { nodes, ties, unconnectedCount } = filter({});
    expect(ties).toHaveLength(3);
    expect(nodes).not.toContain('person:戊');
    expect(nodes).not.toContain('place:己');
    expect(unconnectedCount).toBe(2);
  });

  test('keep a tie that a reader has checked, however unsure the machine was', () => {
    const checked = createDataset(
      networkOf([
        { tie: ['person:甲', 'met', 'person:乙'], confidence: 0.4, reviewed: 'confirmed' },
        { tie: ['person:甲', 'met', 'person:丙'], confidence: 0.4 },
      ]),
    );
    const { visibleEdges } = applyFilters(checked, { ...defaultFilters(checked), minConfidence: 0.5 });
    expect(names(visibleEdges, checked.network.edges.id)).toEqual(['person:甲|met|person:乙']);
  });

  test('show unconnected names when asked', () => {
    expect(filter({ unconnected: true }).nodes).toHaveLength(6);
  });

  test('take a tie into a period when any of its months lies there', () => {
    const month = (year: number, number: number): number => year * 12 + number - 1;
    const dated = { undated: false };
    expect(filter({ ...dated, from: month(2021, 1) }).ties).toEqual(['person:甲|met|person:乙']);
    expect(filter({ ...dated, to: month(2019, 12) }).ties).toEqual(['person:甲|holds_post|company:丙']);
    expect(filter({ ...dated, from: month(2021, 6) }).ties).toEqual([]);
  });

  test('keep or drop undated ties, and count them either way', () => {
    expect(filter({ undated: true }).ties).toContain('company:丙|invested_in|project:丁');
    expect(filter({ undated: false }).ties).not.toContain('company:丙|invested_in|project:丁');
    expect(filter({ undated: false }).undatedCount).toBe(1);
  });

  test('ask for documents and confidence', () => {
    expect(filter({ minDocuments: 2 }).ties).toEqual(['person:甲|met|person:乙']);
    expect(filter({ minConfidence: 0.7 }).ties).toHaveLength(2);
  });

  test('count a relation type by what every other filter leaves', () => {
    const { relationTypes } = dataset.network;
    const strong = filter({ minDocuments: 2, hiddenRelationTypes: new Set(['met']) });
    expect(count(relationTypes, strong.relationTypeCounts, 'met')).toBe(1);
    expect(count(relationTypes, strong.relationTypeCounts, 'holds_post')).toBe(0);
    const noPeople = filter({ hiddenEntityTypes: new Set(['person']) });
    expect(count(relationTypes, noPeople.relationTypeCounts, 'met')).toBe(0);
  });

  test('count a hidden entity type by what its switch would bring back', () => {
    const { entityTypes } = dataset.network;
    const { entityTypeCounts } = filter({ hiddenEntityTypes: new Set(['project']) });
    expect(count(entityTypes, entityTypeCounts, 'project')).toBe(1);
  });

  test('put every dated tie into one bar of the histogram', () => {
    expect(filter({}).bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(2);
  });
});

test('a visible tie has two visible ends, whatever is filtered', () => {
  const types = ['person', 'company', 'project', 'place'];
  const relations = ['met', 'holds_post', 'invested_in', 'co_occurs'];
  const shown = (data: Dataset, filters: Filters): void => {
    const { visibleEdges, visibleNodes, edgeTotal, nodeTotal } = applyFilters(data, filters);
    let edges = 0;
    for (let edge = 0; edge < data.edgeCount; edge++) {
      if (visibleEdges[edge] === 0) continue;
      edges++;
      const { source, target } = endsOf(data, edge);
      expect([visibleNodes[source], visibleNodes[target]]).toEqual([1, 1]);
    }
    expect(edges).toBe(edgeTotal);
    expect(visibleNodes.reduce((sum, bit) => sum + bit, 0)).toBe(nodeTotal);
  };
  fc.assert(
    fc.property(
      fc.subarray(types),
      fc.subarray(relations),
      fc.option(fc.integer({ min: 24200, max: 24270 })),
      fc.boolean(),
      fc.integer({ min: 1, max: 4 }),
      (hiddenTypes, hiddenRelations, from, undated, minDocuments) => {
        shown(dataset, {
          ...usual,
          hiddenEntityTypes: new Set(hiddenTypes),
          hiddenRelationTypes: new Set(hiddenRelations),
          from,
          undated,
          minDocuments,
        });
      },
    ),
  );
});
