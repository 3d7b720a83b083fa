/** What a server answers from the store is what the files say. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDataset } from '../src/explorer/state/dataset.ts';
import { pathFields } from '../src/explorer/state/part/questions.ts';
import { createSceneMaker } from '../src/explorer/state/scene.ts';
import { askPath, changePath, initialView } from '../src/explorer/state/view.ts';
import {
  MOST,
  readArticle,
  readEvidence,
  readNeighbours,
  readNode,
  readOccasions,
} from '../src/node/store/read/nodes.ts';
import { mostImportant, readPart } from '../src/node/store/read/part.ts';
import { searchPaths } from '../src/node/store/read/paths.ts';
import { searchNames } from '../src/node/store/read/search.ts';
import { openSnapshots, type Snapshot, type SnapshotSource } from '../src/node/store/snapshot.ts';
import type {
  DocumentShard,
  EdgeShard,
  ExplorerNetwork,
  NodeShard,
  OccasionColumns,
} from '../src/outputs/explorer-data.ts';
import type { EdgeName, ServedPaths, WithDocuments } from '../src/outputs/served.ts';
import { createAdjacency } from '../src/query/adjacency.ts';
import { createNameIndex, findNodes } from '../src/query/names.ts';
import { shortestPaths } from '../src/query/paths.ts';
import { buildSample, CLI, type Sample } from './support/sample.ts';

let sample: Sample;
let output = '';
let network: ExplorerNetwork;
let snapshots: SnapshotSource;
beforeAll(async () => {
  sample = await buildSample();
  output = sample.dir;
  network = JSON.parse(await readFile(join(output, 'explorer/network.json'), 'utf8'));
  snapshots = openSnapshots(output);
});
afterAll(async () => {
  snapshots.close();
  await sample.close();
});

function ask<T>(work: (snapshot: Snapshot) => T): T {
  const found = snapshots.read((snapshot) => ({ value: work(snapshot) }));
  if (found === undefined) throw new Error('There is no store.');
  return found.value;
}

async function shards<T>(kind: 'nodes' | 'edges' | 'documents'): Promise<T[]> {
  const count = network[kind === 'documents' ? 'documents' : kind];
  const length = Array.isArray(count) ? count.length : (count as { id: readonly string[] }).id.length;
  const items: T[] = [];
  for (let number = 0; number * network.shardSize[kind] < length; number++) {
    items.push(
      ...JSON.parse(await readFile(join(output, `explorer/${network.details}${kind}/${number}.json`), 'utf8')),
    );
  }
  return items;
}

const edgeName = (edge: number): EdgeName => {
  const { edges, nodes, relationTypes } = network;
  const node = (number = -1) => nodes.id[number] ?? '';
  return [node(edges.source[edge]), relationTypes[edges.type[edge] ?? -1]?.id ?? '', node(edges.target[edge])];
};

/** An answer with documents of the network in place of its own list's. */
const numberOf = ({ documents }: WithDocuments, index: number): number =>
  network.documents.findIndex(({ id }) => id === documents[index]?.id);

test('a part with everything in it is the network', () => {
  const documents = network.documents.map(({ id }) => id);
  const { part, ...whole } = ask((snapshot) => readPart(snapshot, [], { nodes: network.nodes.id, documents }));
  const { joint: jointHere, ...edges } = whole.edges;
  const { joint, ...expected } = network.edges;
  expect(whole.nodes).toEqual(network.nodes);
  expect(edges).toEqual(expected);
  // Numbers of joint deals are names: the same edges share one.
  const groups = (column: readonly (number | null)[]) =>
    column.map((value) => (value === null ? null : column.indexOf(value)));
  expect(groups(jointHere)).toEqual(groups(joint));
  expect(whole.documents).toEqual(network.documents);
  expect(part.more.every((more) => more === 0)).toBe(true);
  expect(part).toMatchObject({ nodes: network.nodes.id.length, edgesLeftOut: 0 });
});

test('a part holds the most important names, neighbours of theirs and those asked for, and counts what leads out of it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 20 }), fc.array(fc.constantFrom(...network.nodes.id), { maxLength: 10 }), (top, ids) => {
      const { nodes, edges, part } = ask((snapshot) =>
        readPart(snapshot, mostImportant(snapshot, top), { nodes: ids, documents: [] }),
      );
      expect(nodes.id).toEqual(expect.arrayContaining([...new Set(ids)]));
      expect(nodes.id.length).toBeGreaterThanOrEqual(top);
      const least = [...network.nodes.degree].sort((a, b) => b - a)[Math.ceil(top / 2) - 1] ?? Number.POSITIVE_INFINITY;
      for (const [node, id] of network.nodes.id.entries()) {
        if ((network.nodes.degree[node] ?? 0) > least) expect(nodes.id).toContain(id);
      }
      const loaded = new Set(nodes.id);
      for (const [at, id] of nodes.id.entries()) {
        const node = network.nodes.id.indexOf(id);
        const out = network.edges.id.filter((_, edge) => {
          const [source, target] = [network.edges.source[edge], network.edges.target[edge]];
          const type = network.relationTypes[network.edges.type[edge] ?? -1];
          if (type?.weak || (source !== node && target !== node)) return false;
          return !loaded.has(network.nodes.id[(source === node ? target : source) ?? -1] ?? '');
        });
        expect(part.more[at]).toBe(out.length);
      }
      expect(edges.id.every((id) => network.edges.id.includes(id))).toBe(true);
    }),
    { seed: 7, numRuns: 20 },
  );
});

test('of too many edges the ones that state something stay, and the others are counted', () => {
  const wanted = { nodes: network.nodes.id, documents: [] };
  const { edges, part, relationTypes } = ask((snapshot) => readPart(snapshot, [], wanted, 5));
  expect(edges.id).toHaveLength(5);
  expect(edges.type.every((type) => relationTypes[type]?.weak !== true)).toBe(true);
  expect(part.edgesLeftOut).toBe(network.edges.id.length - 5);
});

test('evidence of every tie, and what is known of every name', async () => {
  for (const [edge, items] of (await shards<EdgeShard[number]>('edges')).entries()) {
    const answer = ask((snapshot) => readEvidence(snapshot, edgeName(edge)));
    if (answer === undefined) throw new Error(network.edges.id[edge]);
    const found = answer.items.map((item) => ({ ...item, document: numberOf(answer, item.document) }));
    expect(found).toEqual(items);
    expect(answer.total).toBe(items.length);
  }
  for (const [node, detail] of (await shards<NodeShard[number]>('nodes')).entries()) {
    const answer = ask((snapshot) => readNode(snapshot, network.nodes.id[node] ?? ''));
    if (answer === undefined) throw new Error(network.nodes.id[node]);
    const { posts, merges, splits } = answer;
    const mentions = answer.mentions.map(([document, start, end]) => [numberOf(answer, document), start, end]);
    expect({ posts, merges, splits }).toEqual({ posts: detail.posts, merges: detail.merges, splits: detail.splits });
    expect(mentions.map(String).sort()).toEqual(detail.mentions.map(String).sort());
  }
});

test('every article with its names and statements', async () => {
  for (const [document, item] of (await shards<DocumentShard[number]>('documents')).entries()) {
    const answer = ask((snapshot) => readArticle(snapshot, network.documents[document]?.id ?? ''));
    expect(answer?.text).toBe(item.text);
    const mentions = answer?.mentions.map(([start, end, id]) => [start, end, network.nodes.id.indexOf(id)]);
    const statements = answer?.statements.map(([start, end, name]) => [
      start,
      end,
      network.edges.id.indexOf(name.join('|')),
    ]);
    expect(mentions?.map(String).sort()).toEqual(item.mentions.map(String).sort());
    expect(statements?.map(String).sort()).toEqual(item.statements.map(String).sort());
  }
});

test('occasions of every meeting', async () => {
  const expected: OccasionColumns = JSON.parse(
    await readFile(join(output, `explorer/${network.details}occasions.json`), 'utf8'),
  );
  const met = network.edges.id.flatMap((_, edge) => (edgeName(edge)[1] === 'met' ? [edge] : []));
  const answer = ask((snapshot) => readOccasions(snapshot, met.map(edgeName)));
  expect(answer.rows.map(({ edge }) => met[edge])).toEqual(expected.edge);
  expect(answer.rows.map(({ date }) => date)).toEqual(expected.date);
  expect(answer.rows.map(({ place }) => place)).toEqual(expected.place);
  expect(
    answer.rows.map(({ documents }) => documents.map((index) => numberOf(answer, index)).sort((a, b) => a - b)),
  ).toEqual(expected.documents);
});

test('an answer that leaves something out says so, and one that does not says that', () => {
  const tight = { ...MOST, reasons: 1, inArticle: 1, occasions: 1, evidence: 1 };
  const met = network.edges.id.flatMap((_, edge) => (edgeName(edge)[1] === 'met' ? [edgeName(edge)] : []));
  const [document = ''] = network.documents.map(({ id }) => id);
  const held = network.edges.id.flatMap((_, edge) => (edgeName(edge)[1] === 'holds_post' ? [edgeName(edge)[0]] : []));
  const busiest = held.find((id) => (ask((snapshot) => readNode(snapshot, id))?.posts.length ?? 0) > 1) ?? '';
  const cappedAt = (most: typeof MOST) =>
    ask((snapshot) => [
      readNode(snapshot, busiest, most)?.capped,
      readArticle(snapshot, document, most)?.capped,
      readOccasions(snapshot, met, most).capped,
    ]);
  expect(cappedAt(MOST)).toEqual([false, false, false]);
  expect(cappedAt(tight)).toEqual([true, true, true]);
  expect(ask((snapshot) => readNode(snapshot, busiest, tight))?.posts).toHaveLength(1);
});

describe('search', () => {
  test('finds what the page finds in the whole network, in its order', () => {
    const { nodes } = network;
    const index = createNameIndex(
      nodes.id.map((id, node) => ({
        id,
        label: nodes.label[node] ?? '',
        aliases: nodes.aliases[node] ?? [],
        pinyin: nodes.pinyin[node] ?? '',
        importance: nodes.pagerank[node] ?? 0,
      })),
    );
    const spellings = nodes.label.flatMap((label, node) => {
      const syllables = (nodes.pinyin[node] ?? '').split(' ');
      return [label, ...(nodes.aliases[node] ?? []), syllables.join(''), syllables.map((one) => one[0]).join('')];
    });
    const slip = (text: string, at: number, kind: number) => {
      const place = at % Math.max(1, text.length);
      if (kind === 1) return text.slice(0, place) + text.slice(place + 1);
      if (kind === 2) return `${text.slice(0, place)}好${text.slice(place)}`;
      if (kind === 3) return `${text.slice(0, place)}x${text.slice(place + 1)}`;
      if (kind === 4) return text.slice(place, place + 2);
      if (kind === 5) return text.slice(0, place + 1);
      return text;
    };
    fc.assert(
      fc.property(fc.constantFrom(...spellings), fc.nat(), fc.nat({ max: 5 }), (text, at, kind) => {
        const query = slip(text, at, kind);
        const expected = findNodes(index, query, 6).map(({ node }) => nodes.id[node]);
        const found = ask((snapshot) => searchNames(snapshot, query, 6));
        expect({ query, names: found.names.map(({ id }) => id) }).toEqual({ query, names: expected });
      }),
      { seed: 7, numRuns: 600 },
    );
  });

  test('nothing typed is taken for a question to the database', () => {
    for (const query of ['"', '*', "' OR 1=1", '甲" OR "乙', '%', '\0', '\u{1F600}', '(', 'a'.repeat(400)]) {
      expect(ask((snapshot) => searchNames(snapshot, query, 5))).toMatchObject({ capped: false });
    }
  });
});

describe('paths', () => {
  test('are the shortest ones that the page finds in the whole network', () => {
    const { nodes, edges, relationTypes } = network;
    const stated = (edge: number) => relationTypes[edges.type[edge] ?? -1]?.weak !== true;
    const ends = edges.id.map((_, edge) => ({ source: edges.source[edge] ?? 0, target: edges.target[edge] ?? 0 }));
    const adjacency = createAdjacency(nodes.id.length, ends, stated);
    const node = fc.nat({ max: nodes.id.length - 1 });
    fc.assert(
      fc.property(node, node, (from, to) => {
        const expected = shortestPaths(adjacency, from, to, (edge) => edges.documents[edge] ?? 0, 1000).map((hops) =>
          [from, ...hops.map((hop) => hop.to)].map((at) => nodes.id[at]).join(),
        );
        const found = ask((snapshot) =>
          searchPaths(snapshot, nodes.id[from] ?? '', nodes.id[to] ?? '', { without: [], least: 1, limit: 1000 }),
        );
        expect(found?.paths.map(String).sort()).toEqual(expected.sort());
        expect(found?.capped).toBe(false);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('are the ones that the page finds in the whole network, whatever is asked of them', async () => {
    const dataset = createDataset(network);
    const { nodes, relationTypes, entityTypes } = network;
    const usual = initialView(dataset, 'zh', 'system');
    const { first, last } = dataset.months ?? { first: 0, last: 0 };
    const node = fc.nat({ max: nodes.id.length - 1 });
    const some = (ids: readonly string[], most: number) =>
      fc.subarray([...ids], { maxLength: most }).map((items): ReadonlySet<string> => new Set(items));
    const kinds = relationTypes.map(({ id }) => id);
    const strong = relationTypes.filter(({ weak }) => !weak).map(({ id }) => id);
    const sceneOf = createSceneMaker(dataset);
    const kindsOfAnswers = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        node,
        node,
        fc.record({
          hiddenEntityTypes: some(
            entityTypes.map(({ id }) => id),
            1,
          ),
          hiddenRelationTypes: fc.oneof(fc.constant(usual.filters.hiddenRelationTypes), some(kinds, 3)),
          // Often without a bound: between two months drawn at random there is seldom a path.
          from: fc.option(fc.integer({ min: first, max: last }), { freq: 1 }),
          to: fc.option(fc.integer({ min: first, max: last }), { freq: 1 }),
          undated: fc.boolean(),
          minDocuments: fc.constantFrom(1, 1, 1, 2),
          minConfidence: fc.constantFrom(0, 0, 0.7, 0.9),
          unconnected: fc.boolean(),
        }),
        fc.record({ without: some(strong, 2), minDocuments: fc.constantFrom(1, 1, 2), inOrder: fc.boolean() }),
        async (from, to, filters, conditions) => {
          fc.pre(from !== to);
          const { answer } = sceneOf(changePath(askPath({ ...usual, filters }, from, to), conditions));
          const wanted = { from: nodes.id[from] ?? '', to: nodes.id[to] ?? '', filters, conditions };
          const response = await fetch(`${sample.url}api/path?${new URLSearchParams(pathFields(wanted))}`);
          const found = (await response.json()) as ServedPaths;
          const expected = answer?.kind === 'found' ? answer : { paths: [], capped: false };
          expect(found.paths).toEqual(expected.paths.map((path) => path.nodes.map((at) => nodes.id[at])));
          expect(found.capped).toBe(expected.capped);
          if (expected.paths.length > 0) kindsOfAnswers.add(`${conditions.inOrder} ${filters.undated}`);
        },
      ),
      { seed: 7, numRuns: 1_000 },
    );
    // There were paths to compare, in order of time and in any, with and without ties that have no date.
    expect(kindsOfAnswers.size).toBe(4);
  });

  test('the program searches in a thread of its own, and finds the same', async () => {
    const child = spawn(process.execPath, [CLI, 'serve', output, '--port', '0', '--no-open']);
    try {
      const [printed] = (await once(child.stdout, 'data')) as [Buffer];
      const own = /http:\S+/.exec(printed.toString())?.[0] ?? '';
      const [from = '', to = ''] = farApart();
      const pathsAt = async (url: string) => {
        const response = await fetch(`${url}api/path?${new URLSearchParams({ from, to })}`);
        return { status: response.status, answer: (await response.json()) as ServedPaths };
      };
      const found = await pathsAt(own);
      expect(found.status).toBe(200);
      expect(found.answer.paths.length).toBeGreaterThan(0);
      expect(found).toEqual(await pathsAt(sample.url));
      const nobody = await fetch(`${own}api/path?${new URLSearchParams({ from, to: 'person:无此人' })}`);
      expect(nobody.status).toBe(404);
    } finally {
      child.kill();
    }
  });

  test('a search that reaches its limit says so', () => {
    const [from = '', to = ''] = farApart();
    const limits = { nodes: 2, tiesOfNode: 20_000, time: 10_000 };
    const found = ask((snapshot) => searchPaths(snapshot, from, to, { without: [], least: 1, limit: 5 }, limits));
    expect(found).toEqual({ paths: [], capped: true });
  });

  /** Two names that two ties lead from one to the other. */
  function farApart(): readonly string[] {
    for (const id of network.nodes.id) {
      const near = ask((snapshot) => readNeighbours(snapshot, id))?.nodes ?? [];
      for (const other of near) {
        const far = (ask((snapshot) => readNeighbours(snapshot, other))?.nodes ?? []).find(
          (one) => one !== id && !near.includes(one),
        );
        if (far !== undefined) return [id, far];
      }
    }
    throw new Error('Everything is tied to everything.');
  }
});
