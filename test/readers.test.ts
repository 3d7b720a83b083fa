/** The exports, opened by other people's programs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from '../src/graph/attributes.ts';
import { toEdgesCsv, toNodesCsv } from '../src/outputs/csv.ts';
import { toGexf } from '../src/outputs/gexf.ts';
import { toGraphml } from '../src/outputs/graphml.ts';
import { toGraphJson } from '../src/outputs/json.ts';
import { installPackages } from './support/chromium.ts';
import { buildSample, type Sample } from './support/sample.ts';

const PYTHON = '/usr/bin/python3';
let sample: Sample;
const scratch = mkdtempSync(join(tmpdir(), 'guanxi-readers-'));

beforeAll(async () => {
  try {
    execFileSync(PYTHON, ['-c', 'import networkx, igraph'], { stdio: 'ignore' });
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
  } catch {
    installPackages(['python3-networkx', 'python3-igraph', 'libxml2-utils'], 'The tests with other programs');
  }
  sample = await buildSample();
});
afterAll(async () => {
  await sample.close();
  rmSync(scratch, { recursive: true, force: true });
});

const python = (program: string): unknown => JSON.parse(execFileSync(PYTHON, ['-c', program], { encoding: 'utf8' }));

describe('the sample', () => {
  const graph = () => JSON.parse(readFileSync(join(sample.dir, 'graph.json'), 'utf8'));

  test('NetworkX reads GraphML with types, weights and positions', () => {
    const { nodes, edges } = graph();
    expect(
      python(`
import json, networkx as nx
g = nx.read_graphml(${JSON.stringify(join(sample.dir, 'graph.graphml'))})
n = [d for _, d in g.nodes(data=True)]
e = [d for *_, d in g.edges(data=True)]
print(json.dumps([g.number_of_nodes(), g.number_of_edges(), all(isinstance(d['x'], float) for d in n), all('relationType' in d for d in e)]))`),
    ).toEqual([nodes.length, edges.length, true, true]);
  });

  test('graphology reads GEXF with labels, colours and positions', () => {
    const { nodes, edges } = graph();
    const read = gexf.parse(MultiDirectedGraph, readFileSync(join(sample.dir, 'graph.gexf'), 'utf8'));
    expect([read.order, read.size]).toEqual([nodes.length, edges.length]);
    for (const { key, attributes } of nodes) {
      expect(read.getNodeAttributes(key)).toMatchObject({
        label: attributes.label,
        x: attributes.x,
        y: attributes.y,
        color: rgb(attributes.color),
        entityType: attributes.entityType,
      });
    }
  });

  test('igraph reads GraphML', () => {
    const { nodes, edges } = graph();
    expect(
      python(`
import json, igraph
g = igraph.Graph.Read_GraphML(${JSON.stringify(join(sample.dir, 'graph.graphml'))})
print(json.dumps([g.vcount(), g.ecount(), g.vs['label'][0], g.is_directed()]))`),
    ).toEqual([nodes.length, edges.length, nodes[0].attributes.label, true]);
  });

  test('GEXF carries dates, colours and positions in elements of the main namespace', () => {
    const text = readFileSync(join(sample.dir, 'graph.gexf'), 'utf8');
    execFileSync('xmllint', ['--noout', join(sample.dir, 'graph.gexf')]);
    expect(text).toContain('xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3" version="1.3"');
    expect(text).toContain('mode="dynamic" timeformat="date"');
    expect(text).toMatch(/<spell start="\d{4}-\d{2}-\d{2}" end="\d{4}-\d{2}-\d{2}"\/>/);
    expect(text).toMatch(/<edge [^>]*kind="met" label="会见"/);
  });
});

const rgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(',')})`;

type Graph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

function graphNamed(names: readonly string[]): Graph {
  const graph: Graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  graph.replaceAttributes({ title: '关系', generator: 'test' });
  for (const [index, label] of names.entries()) {
    graph.addNode(`n${index}`, {
      label,
      entityType: 'person',
      aliases: [label],
      x: index,
      y: -index,
      size: 5,
      color: '#d55e00',
      community: 0,
      documents: 1,
      mentions: 1,
      firstSeen: '2016',
      degree: 1,
      pagerank: 0.1,
      betweenness: 0,
      confidence: 0.9,
    });
    if (index === 0) continue;
    graph.addDirectedEdgeWithKey(`n0|met|n${index}`, 'n0', `n${index}`, {
      label: '会见',
      relationType: 'met',
      symmetric: true,
      weight: 1,
      documents: 1,
      confidence: 0.9,
      firstDate: '2016-04',
      size: 1,
      color: '#d55e00',
    });
  }
  return graph;
}

const HOSTILE = [
  '__proto__',
  'constructor',
  '=HYPERLINK("http://a")',
  '../../etc/passwd',
  '</script><script>',
  ']]>&amp;',
  '\u0000\u0008',
  '\uD800',
  '徐"景"颜,\n',
  '\u202E',
  '+1',
  '@SUM(A1)',
  '＝1+1',
  '\n=1+1',
];

describe('any name', () => {
  test('gives well-formed XML that graphology reads back, but for what XML cannot hold', () => {
    const read = (names: readonly string[]) => {
      const graph = graphNamed(names);
      for (const [file, chunks] of [
        ['any.gexf', toGexf(graph)],
        ['any.graphml', toGraphml(graph)],
      ] as const) {
        writeFileSync(join(scratch, file), [...chunks].join(''));
        execFileSync('xmllint', ['--noout', join(scratch, file)], { stdio: 'pipe' });
      }
      expect(
        python(`
import json, networkx as nx
g = nx.read_graphml(${JSON.stringify(join(scratch, 'any.graphml'))})
print(json.dumps(g.number_of_nodes()))`),
      ).toBe(names.length);
    };
    read(HOSTILE);
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 40 }), read), {
      numRuns: 5,
    });
  });

  test('comes back from JSON as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 20 }), (names) => {
        const graph = graphNamed(names);
        const read = new MultiDirectedGraph();
        read.import(JSON.parse([...toGraphJson(graph)].join('')));
        expect(read.mapNodes((_, { label }) => label)).toEqual(names);
        expect(read.size).toBe(graph.size);
      }),
    );
  });

  test('comes back from CSV, and none runs as a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme' })), { minLength: 2 }),
        (names) => {
          const graph = graphNamed(names);
          const rows: Record<string, string>[] = parseCsv([...toNodesCsv(graph)].join(''), {
            bom: true,
            columns: true,
          });
          const cells = rows.map(({ Label }) => Label ?? '');
          expect(cells.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/, ''))).toEqual(
            names.map((name) => Buffer.from(name).toString()),
          );
          expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell))).toEqual([]);
          expect(parseCsv([...toEdgesCsv(graph)].join(''), { bom: true, columns: true })).toHaveLength(
            names.length - 1,
          );
        },
      ),
    );
  });
});

test('graphology reads GraphML back', () => {
  const read = graphml.parse(MultiDirectedGraph, [...toGraphml(graphNamed(['徐某', '王某']))].join(''));
  expect(read.mapNodes((_, { label }) => label)).toEqual(['徐某', '王某']);
  expect(read.getNodeAttribute('n1', 'x')).toBe(1);
});
