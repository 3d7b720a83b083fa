import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import { readAddress, writeAddress } from './address.ts';
import { createDataset } from './dataset.ts';
import { initialView, selectNode, type View } from './view.ts';

const dataset = createDataset(
  networkOf(
    [{ tie: ['person:甲&乙', 'met', 'person:王伟~2'] }, { tie: ['company:A#1,;', 'invested_in', 'project:50%=一半'] }],
    [],
    [{ id: '报/一 二.txt#3' }, {}],
  ),
);
const usual = initialView(dataset, 'zh', 'system');
const node = fc.integer({ min: 0, max: dataset.nodeCount - 1 });
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary);
const rounded = fc.integer({ min: -20000, max: 20000 }).map((value) => value / 10000);

const hundredths = fc.integer({ min: -99999, max: 99999 }).map((value) => value / 100);

const investors = fc.record({
  company: orNull(node),
  direction: fc.constantFrom('both' as const, 'up' as const, 'down' as const),
  hops: fc.integer({ min: 1, max: 6 }),
  as: fc.constantFrom('flow' as const, 'table' as const),
});
const meetings = fc.record({
  person: orNull(node),
  also: orNull(node),
  as: fc.constantFrom('list' as const, 'matrix' as const),
  order: fc.constantFrom('community' as const, 'count' as const),
  place: orNull(fc.constantFrom('会展中心', 'a&b=c')),
  office: orNull(fc.constantFrom('市长', '某局&处')),
});
/** An address tells only of the workspace that is open. */
const workspace = fc.oneof(
  fc.record({
    stage: fc.constantFrom('graph' as const, 'table' as const),
    investors: fc.constant(usual.investors),
    meetings: fc.constant(usual.meetings),
  }),
  fc.record({ stage: fc.constant('investors' as const), investors, meetings: fc.constant(usual.meetings) }),
  fc.record({ stage: fc.constant('meetings' as const), investors: fc.constant(usual.investors), meetings }),
);

const plainView: fc.Arbitrary<Omit<View, 'stage' | 'investors' | 'meetings'>> = fc.record({
  filters: fc.record({
    hiddenEntityTypes: fc.subarray(['person', 'place', 'event']).map((ids) => new Set(ids)),
    hiddenRelationTypes: fc.subarray(['met', 'co_occurs', 'located_in']).map((ids) => new Set(ids)),
    from: orNull(fc.integer({ min: 23000, max: 24000 })),
    to: orNull(fc.integer({ min: 24001, max: 25000 })),
    undated: fc.boolean(),
    minDocuments: fc.integer({ min: 1, max: 20 }),
    minConfidence: fc.integer({ min: 0, max: 20 }).map((value) => value / 20),
    unconnected: fc.boolean(),
  }),
  selection: orNull(
    fc.oneof(
      fc.record({ kind: fc.constant('node' as const), node }),
      fc.record({ kind: fc.constant('edge' as const), edge: fc.integer({ min: 0, max: 1 }) }),
    ),
  ),
  focus: orNull(fc.record({ node, hops: fc.integer({ min: 1, max: 3 }) })),
  path: orNull(
    fc.record({
      from: orNull(node),
      to: orNull(node),
      chosen: fc.integer({ min: 0, max: 99 }),
      without: fc.subarray(['met', 'attended']).map((ids) => new Set(ids)),
      minDocuments: fc.integer({ min: 1, max: 9 }),
      inOrder: fc.boolean(),
      alone: fc.boolean(),
    }),
  ),
  reading: orNull(
    fc.record({
      document: fc.integer({ min: 0, max: 1 }),
      start: fc.nat(9999),
      end: fc.nat(9999),
      edge: orNull(fc.integer({ min: 0, max: 1 })),
    }),
  ),
  colorBy: fc.constantFrom('type', 'community'),
  moved: fc
    .uniqueArray(fc.tuple(node, hundredths, hundredths), { selector: ([key]) => key })
    .map((list) => new Map(list.map(([key, x, y]) => [key, [x, y] as const]))),
  camera: orNull(fc.record({ x: rounded, y: rounded, ratio: fc.constantFrom(0.05, 1, 2.5), angle: rounded })),
  language: fc.constantFrom('zh', 'en'),
  theme: fc.constantFrom('system', 'light', 'dark'),
});

const anyView: fc.Arbitrary<View> = fc
  .tuple(plainView, workspace)
  .map(([plain, { stage, investors: money, meetings: met }]) => ({ ...plain, stage, investors: money, meetings: met }));

test('a link reproduces the view that it was made of', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const read = readAddress(dataset, `#${writeAddress(dataset, view)}`, usual);
      expect(read.unknown).toEqual([]);
      expect(read.view).toEqual(view);
    }),
  );
});

test('a plain view has a plain address', () => {
  expect(writeAddress(dataset, usual)).toBe('lang=zh');
  expect(writeAddress(dataset, selectNode(usual, 0))).toMatch(/^node=company:A%231,%3B&lang=zh$/);
});

test('an old link opens without what is no longer there, and says what that was', () => {
  const { view, unknown } = readAddress(dataset, '#node=person:某人&around=person:旁人&hops=2', usual);
  expect(view.selection).toBeNull();
  expect(view.focus).toBeNull();
  expect(unknown).toEqual(['person:某人', 'person:旁人']);
});

test('nonsense in an address changes nothing', () => {
  const nonsense = '#hops=99&camera=1,2,x&documents=-3&confidence=7&since=gestern&lang=fr&theme=pink&path';
  const { view } = readAddress(dataset, nonsense, usual);
  expect({ ...view, path: null }).toEqual(usual);
});
