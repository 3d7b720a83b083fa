import fc from 'fast-check';
import { expect, test } from 'vitest';
import { article, type Name } from '../../../test/support/article.ts';
import { createOntology } from '../../ontology/ontology.ts';
import { draftEntity } from '../resolve-entities.ts';
import { toUnitSource } from '../units.ts';
import { createDocuments, sortRefs, type UnitRef, unitsOfRefs } from './documents.ts';
import { createEntityTally } from './entity-tally.ts';

const ontology = createOntology();
const vocabulary = {
  names: [{ name: '青禾', type: 'agency' }],
  ignore: [],
  same: [['青禾公司', '青禾集团']],
};

const name: fc.Arbitrary<Name> = fc
  .tuple(fc.constantFrom('company', 'organization', 'agency'), fc.constantFrom('青禾', '青禾集团', '青禾新能源'))
  .chain(([type, own]) =>
    fc
      .subarray(['青禾', '青禾能', '集团'])
      .map((aliases): Name => [`${type} ${own}`, type, own, ...aliases.filter((alias) => alias !== own)]),
  );

const documents = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 10, max: 40 }).map(String),
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 3, selector: ([id]) => id }),
    root: fc.option(fc.integer({ min: 10, max: 40 }).map(String)),
  }),
  { minLength: 1, maxLength: 20, selector: ({ id }) => id },
);

test('units that came and went come to what those that are left come to', () => {
  fc.assert(
    fc.property(documents, fc.infiniteStream(fc.boolean()), (contents, coins) => {
      const sources = contents.map(({ id, names, root }) => {
        const { document, extraction } = article(id, '2024-01-01', names);
        return toUnitSource(document, extraction, root ?? id, new Set());
      });
      const { come } = createDocuments().change(new Set(), sources);
      const refs = come.flatMap((member) => member.refs);
      const tally = createEntityTally();
      const inside = new Set<UnitRef>();
      const flip = (ref: UnitRef) => {
        if (inside.delete(ref)) tally.remove(ref);
        else {
          inside.add(ref);
          tally.add(ref);
        }
      };
      for (let round = 0; round < 4; round++) {
        for (const ref of refs) if (coins.next().value === true) flip(ref);
        if (inside.size === 0) continue;
        const units = unitsOfRefs(sortRefs(inside));
        expect(tally.draft(ontology, vocabulary)).toEqual(draftEntity(units.units, units, ontology, vocabulary));
      }
    }),
    { seed: 20260412, numRuns: 300 },
  );
});
