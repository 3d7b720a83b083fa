import { describe, expect, it } from 'vitest';
import type { MentionType } from '../mentions/mention.ts';
import { clusterNames } from './cluster.ts';
import { nameKey } from './joins/name.ts';

/** The names of one entity with the first of those given, each of which stands in the text once. */
function together(type: MentionType, ...names: readonly string[]): readonly string[] {
  let at = 0;
  const mentions = names.map((text) => {
    const start = at;
    at += text.length + 1;
    return { type, text, start, end: start + text.length, score: 0.9, sources: ['test'] };
  });
  const clusters = clusterNames(`${names.join('、')}。`, mentions, {}, []);
  return clusters.get(nameKey(names[0] ?? '', type))?.names ?? [];
}

describe('names of one entity', () => {
  it('are a name with and without what its place is', () => {
    expect(together('company', '青岛市蓝溪集团', '青岛蓝溪集团', '青岛蓝溪')).toHaveLength(3);
    expect(together('agency', '深圳市国资局', '深圳国资局')).toHaveLength(2);
    expect(together('agency', '朝阳市教育局', '朝阳区教育局')).toHaveLength(1);
  });
  it('are a name and its place with the initials of the trade', () => {
    expect(together('company', '青岛市国有资产投资经营公司', '青岛国投')).toHaveLength(2);
    expect(together('company', '青岛市国有资产投资经营公司', '青岛城投')).toHaveLength(1);
  });
  it('are those of a foreign body with the initial of its country', () => {
    expect(together('agency', '西班牙参议院', '西参议院')).toHaveLength(2);
    expect(together('agency', '西班牙参议院', '法参议院')).toHaveLength(1);
  });
  it('are the initials of a place and a trade, a project without the word for it, two names of the party’s head', () => {
    expect(together('company', '青岛啤酒', '青啤')).toHaveLength(2);
    expect(together('project', '云禾高速公路项目', '云禾高速公路')).toHaveLength(2);
    expect(together('agency', '中共中央', '党中央')).toHaveLength(2);
  });
  it('are not those of a group and of its share company, though both have one short form', () => {
    expect(together('company', '青禾股份', '青禾集团', '青禾')).not.toContain('青禾集团');
  });
});
