import { describe, expect, test } from 'vitest';
import type { Network, NetworkEntity, Tie } from '../network/network.ts';
import { createOntology } from '../ontology/ontology.ts';
import { sampledBetweenness } from './betweenness.ts';
import { buildGraph } from './build.ts';
import { pushApart } from './overlap.ts';
import { packParts } from './pack.ts';
import { createRandom } from './random.ts';

const entity = (id: string): NetworkEntity => ({
  id,
  type: id.startsWith('person') ? 'person' : 'company',
  name: id.split(':')[1] ?? id,
  aliases: [],
  mentions: [{ document: 'd', start: 0, end: 1 }],
  documents: ['d'],
  merges: [],
  splits: [],
  posts: [],
  confidence: 0.9,
});

const tie = (source: string, type: string, target: string): Tie => ({
  id: `${source}|${type}|${target}`,
  type,
  source,
  target,
  evidence: [],
  documents: 1,
  confidence: 0.8,
  firstDate: '2022-05',
});

/** Two rings of companies with a bridge, a pair of its own, and a lone name. */
function sample(): Network {
  const ring = (prefix: string) => Array.from({ length: 6 }, (_, index) => `company:${prefix}${index}`);
  const [left, right] = [ring('甲'), ring('乙')];
  const circle = (ids: readonly string[]) =>
    ids.map((id, index) => tie(id, 'invested_in', ids[(index + 1) % ids.length] ?? id));
  return {
    documents: [{ id: 'd', date: '2022-05-06' }],
    entities: [...left, ...right, 'company:丙', 'person:丁', 'company:戊'].map(entity),
    ties: [
      ...circle(left),
      ...circle(right),
      tie('company:甲0', 'acquired', 'company:乙0'),
      tie('company:丙', 'co_occurs', 'company:甲1'),
      tie('person:丁', 'holds_post', 'company:戊'),
    ],
  };
}

const build = () => buildGraph(sample(), createOntology(), { title: '关系', generator: 'test' });

describe('the graph', () => {
  test('is the same in every run', () => {
    expect(JSON.stringify(build().export())).toBe(JSON.stringify(build().export()));
  });

  test('keeps weak ties and leaves them out of degree', () => {
    const graph = build();
    expect(graph.hasEdge('company:丙|co_occurs|company:甲1')).toBe(true);
    expect(graph.getNodeAttribute('company:丙', 'degree')).toBe(0);
  });

  test('numbers communities by size and gives the two rings one each', () => {
    const graph = build();
    const of = (id: string) => graph.getNodeAttribute(id, 'community');
    expect(new Set([of('company:甲2'), of('company:乙2')])).toEqual(new Set([0, 1]));
    expect(of('company:甲3')).toBe(of('company:甲2'));
  });

  test('the ends of the bridge lie between most', () => {
    const graph = build();
    const between = (id: string) => graph.getNodeAttribute(id, 'betweenness');
    expect(between('company:甲0')).toBeGreaterThan(between('company:甲3'));
  });

  test('has finite places where no two nodes overlap', () => {
    const nodes = build().mapNodes((_, { x, y, size }) => ({ x, y, size }));
    for (const [index, a] of nodes.entries()) {
      expect(Number.isFinite(a.x) && Number.isFinite(a.y)).toBe(true);
      for (const b of nodes.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.size + b.size);
    }
  });

  test('an empty network is an empty graph', () => {
    const graph = buildGraph({ documents: [], entities: [], ties: [] }, createOntology(), { title: '', generator: '' });
    expect(graph.order).toBe(0);
  });
});

test('sampled betweenness ranks the bridge first', () => {
  const scores = sampledBetweenness(build(), createRandom(1));
  const best = Object.entries(scores).sort((a, b) => b[1] - a[1])[0]?.[0];
  expect(['company:甲0', 'company:乙0']).toContain(best);
});

test('discs that lie on one another are pushed apart', () => {
  const [a, b] = pushApart(
    [
      { id: 'a', x: 0, y: 0, radius: 5 },
      { id: 'b', x: 0.1, y: 0, radius: 5 },
    ],
    2,
  );
  expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThan(10);
});

test('lone nodes keep apart from all else and from one another, however many there are', () => {
  const lone = Array.from({ length: 6000 }, (_, index) => ({ nodes: [{ id: `n${index}`, x: 0, y: 0, radius: 4 }] }));
  const large = {
    nodes: [
      { id: 'a', x: -30, y: 0, radius: 20 },
      { id: 'b', x: 30, y: 5, radius: 10 },
    ],
  };
  const parts = [large, ...lone];
  const discs = packParts(parts).flatMap(({ x, y }, index) =>
    (parts[index]?.nodes ?? []).map((node) => ({ x: node.x + x, y: node.y + y, radius: node.radius })),
  );
  const cells = new Map<string, typeof discs>();
  const cellOf = (x: number, y: number) => `${Math.floor(x / 64)} ${Math.floor(y / 64)}`;
  for (const disc of discs) cells.set(cellOf(disc.x, disc.y), [...(cells.get(cellOf(disc.x, disc.y)) ?? []), disc]);
  const overlaps = discs.flatMap((disc) =>
    [-64, 0, 64]
      .flatMap((dx) => [-64, 0, 64].flatMap((dy) => cells.get(cellOf(disc.x + dx, disc.y + dy)) ?? []))
      .filter((other) => other !== disc && Math.hypot(disc.x - other.x, disc.y - other.y) < disc.radius + other.radius),
  );
  expect(overlaps).toEqual([]);
});

test('packed parts keep apart, the first in the middle', () => {
  const part = (radius: number) => ({ nodes: [{ id: `${radius}`, x: 100, y: 50, radius }] });
  const [first, second] = packParts([part(20), part(5)]);
  expect(first).toEqual({ x: -100, y: -50 });
  expect(Math.hypot((second?.x ?? 0) + 100, (second?.y ?? 0) + 50)).toBeGreaterThan(25);
});

describe('a network that has grown', () => {
  const grown = (): Network => {
    const before = sample();
    const fresh = ['person:新一', 'person:新二', 'company:新三', 'company:新四'];
    return {
      ...before,
      entities: [...before.entities, ...fresh.map(entity)],
      ties: [
        ...before.ties,
        tie('person:新一', 'holds_post', 'company:甲2'),
        tie('person:新二', 'met', 'person:新一'),
        tie('company:新三', 'acquired', 'company:新四'),
      ],
    };
  };
  const positions = () => {
    const graph = build();
    return new Map(graph.mapNodes((id, { x, y }) => [id, { x, y }]));
  };
  const attributes = { title: '关系', generator: 'test' };

  test('keeps what was drawn where it was, and finds room for the rest', () => {
    const known = positions();
    const graph = buildGraph(grown(), createOntology(), attributes, known);
    for (const [id, position] of known) expect(graph.getNodeAttributes(id)).toMatchObject(position);
    const nodes = graph.mapNodes((id, { x, y, size }) => ({ id, x, y, size }));
    for (const one of nodes.filter(({ id }) => !known.has(id))) {
      for (const other of nodes) {
        if (one.id === other.id) continue;
        expect(Math.hypot(one.x - other.x, one.y - other.y), `${one.id} ${other.id}`).toBeGreaterThan(
          one.size + other.size,
        );
      }
    }
    const distance = (a: string, b: string) => {
      const [one, two] = [graph.getNodeAttributes(a), graph.getNodeAttributes(b)];
      return Math.hypot(one.x - two.x, one.y - two.y);
    };
    expect(distance('person:新一', 'company:甲2')).toBeLessThan(distance('person:新一', 'company:乙5'));
  });

  test('is laid out afresh where hardly anything was drawn before', () => {
    const few = new Map([...positions()].slice(0, 2));
    const fresh = buildGraph(grown(), createOntology(), attributes);
    expect(buildGraph(grown(), createOntology(), attributes, few).export()).toEqual(fresh.export());
  });
});
