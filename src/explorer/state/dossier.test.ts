import { marked } from 'marked';
import { expect, test } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import type { EvidenceItem } from '../../outputs/explorer-data.ts';
import { createDataset } from './dataset.ts';
import { toMarkdown, toPlainText, writeDossier } from './dossier.ts';

const dataset = createDataset(
  networkOf(
    [
      { tie: ['person:甲', 'met', 'person:<b>乙</b>'], from: '2024-03-05' },
      { tie: ['company:丙', 'invested_in', 'company:丁'], amount: 3e8, currency: 'CNY', status: 'planned' },
    ],
    [],
    [{ title: '会谈*纪要*', publisher: '甲报', date: '2024-03-06' }, { publisher: '乙报' }],
  ),
);
const item = (document: number, sentence: string, attributes: EvidenceItem['attributes'] = {}): EvidenceItem => ({
  document,
  start: 0,
  end: 1,
  sentence,
  confidence: 0.9,
  rule: 'test',
  attributes,
});
const met = dataset.edgeByKey.get('person:甲|met|person:<b>乙</b>') ?? -1;
const invested = dataset.edgeByKey.get('company:丙|invested_in|company:丁') ?? -1;
const path = (edge: number, ends: [string, string]) => ({
  nodes: ends.map((id) => dataset.nodeByKey.get(id) ?? -1),
  steps: [[edge]],
});
const evidence = (edge: number): EvidenceItem[] =>
  edge === met
    ? [item(0, '甲会见了<script>alert(1)</script>乙。')]
    : [
        item(0, '丙拟投3亿元。', { amount: 3e8, currency: 'CNY' }),
        item(1, '丙拟投5亿元。', { amount: 5e8, currency: 'CNY' }),
      ];

test('tells each hop with date, sentence and source', () => {
  const zh = writeDossier(dataset, [path(met, ['person:甲', 'person:<b>乙</b>'])], 'zh', evidence);
  expect(zh.ways[0]?.hops[0]).toMatchObject({
    statement: '甲会见<b>乙</b>',
    facts: ['2024年3月5日', '1 个独立来源'],
    source: '《会谈*纪要*》，甲报，2024年3月6日',
  });
  const en = writeDossier(dataset, [path(met, ['person:甲', 'person:<b>乙</b>'])], 'en', evidence);
  expect(en.ways[0]?.hops[0]?.statement).toBe('甲 met <b>乙</b>');
  expect(toPlainText(en)).toContain('5 Mar 2024');
});

test('tells amounts, that something is only planned, and that sources differ', () => {
  const [way] = writeDossier(dataset, [path(invested, ['company:丙', 'company:丁'])], 'zh', evidence).ways;
  expect(way?.hops[0]?.facts).toContain('3亿元');
  expect(way?.hops[0]?.facts).toContain('状态：计划');
  expect(way?.hops[0]?.remarks[0]).toContain('5亿元 (乙报)');
});

test('no markup of a document becomes markup of the dossier', () => {
  const markdown = toMarkdown(writeDossier(dataset, [path(met, ['person:甲', 'person:<b>乙</b>'])], 'zh', evidence));
  const html = String(marked.parse(markdown));
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<b>乙');
  expect(html).not.toContain('<em>纪要');
  expect(html).toContain('<h1>');
});
