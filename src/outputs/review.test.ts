import { expect, test } from 'vitest';
import type { MergeReason, Network, NetworkEntity, SplitReason } from '../network/network.ts';
import { toReview } from './review.ts';

const entity = (id: string, merges: readonly MergeReason[], splits: readonly SplitReason[] = []): NetworkEntity => ({
  id,
  type: 'company',
  name: id,
  aliases: [],
  mentions: [],
  documents: [`${id}.txt`],
  merges,
  splits,
  posts: [],
  confidence: 1,
});
const merge = (names: readonly [string, string], rule: string, confidence: number, document?: string): MergeReason => ({
  names,
  rule,
  confidence,
  ...(document === undefined ? {} : { document }),
});
const network = (...entities: readonly NetworkEntity[]): Network => ({ documents: [], entities, ties: [] });

test('merges on thin grounds are asked about, the most doubtful first; settled ones are not', () => {
  const { merges } = toReview(
    network(
      entity('甲', [merge(['甲', '甲一'], 'short-form', 0.85), merge(['甲', '甲二'], 'curated', 0.5)]),
      entity('乙', [merge(['乙', '乙'], 'same-name', 0.6, 'b.txt'), merge(['乙', '乙'], 'same-name', 0.5)]),
      entity('丙', [merge(['丙', '丙一'], 'defined-short-form', 0.95)]),
    ),
    () => '',
  );
  expect(merges.map(({ entity: id, witness, names }) => [id, witness, names[1]])).toEqual([
    ['乙', '乙.txt', '乙'],
    ['甲', '甲.txt', '甲一'],
  ]);
});

test('two namesakes of whom too little is said are one question, from either side', () => {
  const apart = (other: string, rule = 'unclear-context'): SplitReason => ({ other, reason: '语境不足', rule });
  const { pairs } = toReview(
    network(entity('a', [], [apart('b'), apart('c', 'different-context')]), entity('b', [], [apart('a')])),
    () => '',
  );
  expect(pairs).toEqual([{ one: 'a', other: 'b', witnesses: ['a.txt', 'b.txt'], reason: '语境不足' }]);
});

test('what does not fit the list is counted', () => {
  const many = Array.from({ length: 310 }, (_, i) => merge(['甲', `甲${i}`], 'short-form', 0.8));
  expect(toReview(network(entity('甲', many)), () => '')).toMatchObject({ left: 10 });
});

test('the reader is shown where the name that was joined stands', () => {
  const mentioned = {
    ...entity('甲公司', [merge(['甲公司', '甲'], 'short-form', 0.8)]),
    mentions: [
      { document: '1', start: 0, end: 3 },
      { document: '2', start: 2, end: 3 },
    ],
  };
  const texts = new Map([
    ['1', '甲公司开业。'],
    ['2', '会见甲。'],
  ]);
  expect(toReview(network(mentioned), (id) => texts.get(id) ?? '').merges[0]?.seen).toEqual(['2', 2, 3]);
});
