import { describe, expect, it } from 'vitest';
import type { Candidate, MentionType } from './mention.ts';
import { settleModelNames } from './model-names.ts';

/** Candidates of the model for the first occurrences of names in a text. */
function byModel(text: string, ...names: readonly (readonly [name: string, type: MentionType, score: number])[]) {
  return names.map(([name, type, score]): Candidate => {
    const start = text.indexOf(name);
    return { start, end: start + name.length, type, score, source: 'model' };
  });
}

const scoreIn = (text: string, candidates: readonly Candidate[]) => settleModelNames(text, candidates)[0]?.score ?? 0;

describe('settleModelNames', () => {
  it('leaves what rules found as it is', () => {
    const rule: Candidate = { start: 0, end: 3, type: 'person', score: 0.7, source: 'structure:person' };
    expect(settleModelNames('王小林来了', [rule])).toEqual([rule]);
  });

  it('believes a name less that the model takes for one in few of its places', () => {
    const once = '蓝海宣布了计划。';
    const often = '蓝海宣布了计划。蓝海很大，蓝海很深，蓝海很蓝。';
    expect(scoreIn(often, byModel(often, ['蓝海', 'company', 0.9]))).toBeLessThan(
      scoreIn(once, byModel(once, ['蓝海', 'company', 0.9])),
    );
  });

  it('does not count the places where a longer name stands', () => {
    const text = '蓝海宣布了计划。蓝海控股很大。';
    const longer: Candidate = { start: 8, end: 12, type: 'company', score: 0.9, source: 'structure:company-form' };
    const [short] = byModel(text, ['蓝海', 'company', 0.9]);
    if (short === undefined) throw new Error('no candidate');
    expect(scoreIn(text, [short, longer])).toBeGreaterThan(scoreIn(text, [short]));
  });

  it('keeps a name of general words of which the model is sure', () => {
    const text = '中国照明学会和民间组织出席，15家中国照明学会列席。';
    const sure = byModel(text, ['中国照明学会', 'organization', 0.95]);
    expect(settleModelNames(text, sure)).toHaveLength(1);
    expect(settleModelNames(text, byModel(text, ['民间组织', 'organization', 0.5]))).toEqual([]);
    const start = text.lastIndexOf('中国照明学会');
    expect(
      settleModelNames(
        text,
        sure.map((one) => ({ ...one, start, end: start + 6 })),
      ),
    ).toEqual([]);
  });

  it('takes the trade of a country for no company where its leaders are spoken of', () => {
    const text = '青禾集团已是中国铝业的龙头。';
    expect(settleModelNames(text, byModel(text, ['中国铝业', 'company', 0.95]))).toEqual([]);
  });

  it('drops a double surname that is taken for a company, members of a group and governments of a level', () => {
    const text = '欧阳董事长说，青禾集团成员公司与云州省县级政府签约。';
    const candidates = byModel(
      text,
      ['欧阳', 'company', 0.9],
      ['青禾集团成员公司', 'company', 0.9],
      ['云州省县级政府', 'agency', 0.9],
    );
    expect(settleModelNames(text, candidates)).toEqual([]);
  });

  it('drops common nouns and counted things', () => {
    const text = '工商部门、各大银行和15家房地产公司开会。';
    const candidates = byModel(
      text,
      ['工商部门', 'agency', 0.9],
      ['各大银行', 'company', 0.9],
      ['家房地产公司', 'company', 0.9],
    );
    expect(settleModelNames(text, candidates)).toEqual([]);
  });
});
