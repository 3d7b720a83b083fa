/** Reads a sentence and says its ties in words, for tests of relation rules. */
import type { Extraction } from '../../src/extraction.ts';
import { loadResources } from '../../src/node/resources.ts';
import { extract } from '../../src/pipeline.ts';
import type { RelationAttributes } from '../../src/relations/relation.ts';

const resources = loadResources();

/** The extraction of a text of 8 May 2022. */
export const read = (text: string): Extraction => extract({ id: 'a', text, date: '2022-05-08' }, resources);

/** Stated ties as `source type target`, with the values of the attributes that are asked for. */
export function ties(text: string, ...attributes: readonly (keyof RelationAttributes)[]): string[] {
  const { entities, relations } = read(text);
  const name = new Map(entities.map((entity) => [entity.id, entity.name]));
  return relations
    .filter(({ type }) => type !== 'co_occurs')
    .map((relation) => {
      const rest = attributes.map((key) => relation[key]).filter((value) => value !== undefined);
      return [name.get(relation.source), relation.type, name.get(relation.target), ...rest].join(' ');
    });
}
