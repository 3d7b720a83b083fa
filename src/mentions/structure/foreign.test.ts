import { describe, expect, it } from 'vitest';
import { recogniseMentions } from '../../mentions/recognise.ts';
import { createSegmenter } from '../../node/segmenter.ts';
import { createOntology } from '../../ontology/ontology.ts';
import { tokenise } from '../../tokens/tokenise.ts';
import { structureRecognisers } from './structure.ts';

const segmenter = createSegmenter();

function people(text: string): string[] {
  const resources = {
    segmenter,
    ontology: createOntology(),
    vocabulary: { names: [], ignore: [], same: [] },
    recognisers: structureRecognisers(),
  };
  return recogniseMentions(tokenise({ id: 'test', text }, segmenter), [], resources)
    .filter(({ type }) => type === 'person')
    .map((mention) => mention.text);
}

describe('foreign people', () => {
  it('are Japanese by a surname and a given name behind a title', () => {
    expect(people('青禾日矢总经理杉原和明则表示，新厂将投产。')).toEqual(['杉原和明']);
    expect(people('出席的有总领事川尻义宏、董事长王立新。')).toContain('川尻义宏');
  });
  it('are not Chinese names with a verb behind them', () => {
    expect(people('董事长高原说明了情况。')).not.toContain('高原说明');
  });
  it('are written in Latin letters behind the firm that they speak for', () => {
    expect(people('会上有青禾集团代表Maria Holm致辞。')).toEqual(['Maria Holm']);
  });
});
