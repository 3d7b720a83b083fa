import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../documents/document.ts';
import { buildGraph } from '../graph/build.ts';
import { buildNetwork } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import { loadResources } from '../node/resources.ts';
import { extract } from '../pipeline.ts';
import type { ReadableGraph } from './columns.ts';
import { toEdgesCsv, toNodesCsv } from './csv.ts';
import { firstDay, lastDay } from './dates.ts';
import type { DocumentShard, EdgeShard, ExplorerNetwork, NodeShard } from './explorer-data.ts';
import { outputFiles } from './files.ts';
import { toPinyin } from './pinyin.ts';
import { escapeXml } from './xml.ts';

const documents: readonly Document[] = [
  {
    id: '甲',
    title: '签约',
    date: '2022-05-08',
    publisher: '示例日报',
    text: '5月6日，海川集团以12亿元收购云上科技有限公司51%的股权。海川集团董事长单明远会见了市长曹立群。',
  },
  {
    id: '乙',
    date: '2022-06',
    text: '据传，海川集团拟收购远山啤酒有限公司。海川集团总部位于青岛市。',
  },
];

let network: Network;
let graph: ReadableGraph;
const files = new Map<string, string>();

beforeAll(() => {
  const resources = loadResources();
  const { ontology, vocabulary } = resources;
  const extractions = documents.map((document) => extract(document, resources));
  network = buildNetwork(documents, extractions, { ontology, vocabulary });
  graph = buildGraph(network, ontology, { title: '示例', generator: 'test' });
  for (const { path, chunks } of outputFiles(network, graph, documents, ontology))
    files.set(path, [...chunks].join(''));
});

const lines = (path: string) =>
  (files.get(path) ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const json = <T>(path: string): T => JSON.parse(files.get(path) ?? 'null');

describe('tables', () => {
  test('evidence points at the very sentence in its document', () => {
    const evidence = lines('evidence.jsonl');
    expect(evidence.length).toBeGreaterThan(0);
    for (const { document, start, end, sentence } of evidence) {
      expect(documents.find(({ id }) => id === document)?.text.slice(start, end)).toBe(sentence);
    }
  });

  test('mentions point at names of their entity', () => {
    const named = new Map(lines('entities.jsonl').map(({ id, name, aliases }) => [id, [name, ...aliases]]));
    for (const { entity, document, start, end } of lines('mentions.jsonl')) {
      const text = documents.find(({ id }) => id === document)?.text.slice(start, end) ?? '';
      expect(named.has(entity)).toBe(true);
      expect(text.length).toBeGreaterThan(0);
    }
  });

  test('every document is listed, without its text', () => {
    expect(lines('documents.jsonl').map(({ id, text }) => [id, text])).toEqual([
      ['乙', undefined],
      ['甲', undefined],
    ]);
  });
});

describe('csv', () => {
  const rows = (chunks: Iterable<string>) =>
    parseCsv([...chunks].join(''), { columns: true, bom: true }) as Record<string, string>[];

  test('an edge carries names, amount, share and date', () => {
    const deal = rows(toEdgesCsv(graph)).find(({ relationType }) => relationType === 'acquired');
    expect(deal).toMatchObject({
      SourceLabel: '海川集团',
      TargetLabel: '云上科技有限公司',
      amount: '1200000000',
      currency: 'CNY',
      share: '0.51',
      firstDate: '2022-05-06',
    });
  });

  test('a rumour says that it is one', () => {
    const statuses = rows(toEdgesCsv(graph))
      .filter(({ TargetLabel }) => TargetLabel === '远山啤酒有限公司')
      .map(({ status }) => status);
    expect(statuses).toContain('rumoured');
  });

  test('a name that a spreadsheet would run is text', () => {
    const hostile: ReadableGraph = {
      ...Object.fromEntries(['getAttributes', 'getEdgeAttributes', 'source', 'target'].map((name) => [name, () => ''])),
      order: 1,
      size: 0,
      nodes: () => ['n'],
      edges: () => [],
      getNodeAttributes: () => ({ ...graph.getNodeAttributes(graph.nodes()[0] ?? ''), label: '=HYPERLINK("x")' }),
    } as unknown as ReadableGraph;
    expect(rows(toNodesCsv(hostile))[0]?.Label).toBe(`'=HYPERLINK("x")`);
  });
});

describe('what the explorer loads', () => {
  test('columns are of one length and edges point at nodes', () => {
    const { nodes, edges } = json<ExplorerNetwork>('explorer/network.json');
    for (const columns of [nodes, edges]) {
      expect(new Set(Object.values(columns).map((column) => column.length)).size).toBe(1);
    }
    for (const end of [...edges.source, ...edges.target]) expect(end).toBeLessThan(nodes.id.length);
  });

  test('shards hold the details in the order of the columns', () => {
    const { nodes, edges, documents: listed, details } = json<ExplorerNetwork>('explorer/network.json');
    const nodeDetails = json<NodeShard>(`explorer/${details}nodes/0.json`);
    const evidence = json<EdgeShard>(`explorer/${details}edges/0.json`);
    const texts = json<DocumentShard>(`explorer/${details}documents/0.json`);
    expect([nodeDetails.length, evidence.length, texts.length]).toEqual([
      nodes.id.length,
      edges.id.length,
      documents.length,
    ]);
    texts.forEach(({ text, mentions }, index) => {
      expect(text).toBe(documents.find(({ id }) => id === listed[index]?.id)?.text);
      for (const [start, end, node] of mentions) {
        const names = [nodes.label[node], ...(nodes.aliases[node] ?? [])].join(' ');
        const share = [...text.slice(start, end)].filter((character) => names.includes(character)).length;
        expect(share).toBeGreaterThan(0);
      }
    });
  });
});

describe('pinyin', () => {
  test('reads surnames as surnames, and keeps letters', () => {
    expect(toPinyin('单明远', 'person')).toBe('shan ming yuan');
    expect(toPinyin('曾立', 'person')).toBe('zeng li');
    expect(toPinyin('TCL集团', 'company')).toBe('tcl ji tuan');
    expect(toPinyin('绿源', 'company')).toBe('lv yuan');
  });
});

describe('dates', () => {
  test('a month is all of its days, a leap February too', () => {
    expect([firstDay('2024-02'), lastDay('2024-02'), lastDay('2023-02'), lastDay('2016')]).toEqual([
      '2024-02-01',
      '2024-02-29',
      '2023-02-28',
      '2016-12-31',
    ]);
  });

  test('what is no date is none', () => {
    for (const date of ['2016-13', '2016-02-30', '0000', '昨日', '', undefined]) {
      expect([firstDay(date), lastDay(date)]).toEqual([undefined, undefined]);
    }
  });

  test('the first day is never after the last', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (day) => {
        for (const length of [4, 7, 10]) {
          const date = day.toISOString().slice(0, length);
          const [first = '', last = ''] = [firstDay(date), lastDay(date)];
          expect(first <= last && first.startsWith(date) && last.startsWith(date)).toBe(true);
        }
      }),
    );
  });
});

test('escaped text holds no character that XML forbids or that ends an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeXml(text);
      expect(escaped).not.toMatch(/[<>"\t\n\r]/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must be gone
      expect(escaped).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
      expect(escaped.replaceAll(/&(?:amp|lt|gt|quot|#9|#10|#13);/g, '')).not.toContain('&');
    }),
  );
});
