import { parse } from 'csv-parse/sync';
import Graph from 'graphology';
import { expect, test } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import { createDataset } from './dataset.ts';
import { exportShown, shownGraph } from './export.ts';
import { createSceneMaker } from './scene.ts';
import { changeFilters, initialView } from './view.ts';

const dataset = createDataset(
  networkOf([
    { tie: ['company:甲', 'invested_in', 'company:乙'], amount: 3e9, currency: 'CNY', from: '2021-05', documents: 2 },
    { tie: ['company:甲', 'cooperates_with', 'company:丙'] },
    { tie: ['company:甲', 'co_occurs', 'company:丁'] },
  ]),
);
const sceneOf = createSceneMaker(dataset);
const usual = initialView(dataset, 'zh', 'system');

test('only what is shown is exported, with its figures', () => {
  const { shown } = sceneOf(changeFilters(usual, { minDocuments: 2 }));
  const { chunks, name } = exportShown(shownGraph(dataset, shown, 'zh'), 'edgesCsv', 'view');
  expect(name).toBe('view-edges.csv');
  const rows: Record<string, string>[] = parse(chunks.join(''), { bom: true, columns: true });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ SourceLabel: '甲', TargetLabel: '乙', amount: '3000000000', firstDate: '2021-05' });
});

test('graphology reads the JSON back', () => {
  const { shown } = sceneOf(usual);
  const graph = shownGraph(dataset, shown, 'en', { x: [9, 9, 9, 9], y: [8, 8, 8, 8] });
  const read = new Graph({ multi: true, type: 'directed' });
  read.import(JSON.parse(exportShown(graph, 'json', 'view').chunks.join('')));
  expect([read.order, read.size]).toEqual([3, 2]);
  expect(read.getNodeAttributes('company:甲')).toMatchObject({ x: 9, y: 8, entityType: 'company' });
  expect(read.getEdgeAttribute('company:甲|invested_in|company:乙', 'label')).toBe('Invested in');
});

test.each(['gexf', 'graphml', 'nodesCsv'] as const)('%s leaves out what is hidden', (format) => {
  const { shown } = sceneOf(usual);
  const text = exportShown(shownGraph(dataset, shown, 'zh'), format, 'view').chunks.join('');
  expect(text).toContain('乙');
  expect(text).not.toContain('丁');
});
