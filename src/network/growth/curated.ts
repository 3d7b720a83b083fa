/** The network as decisions of readers leave it: worked out on the whole of it. */
import type { LedgerLine } from '../../curation/decision.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import { curateEntities } from '../curate-entities.ts';
import { type End, gatherTies } from '../gather-ties.ts';
import type { BuiltNetwork, NetworkEntity } from '../network.ts';
import { compareText } from '../order.ts';
import { addPosts } from '../resolve-entities.ts';
import type { Units } from '../units.ts';

/**
 * Carries out decisions.
 *
 * @param units all units of the corpus
 * @param entities by id, as they are without decisions
 * @param ends the entity of each unit
 * @param isGeneric whether a unit is named by a common noun
 */
export function curate(
  units: Units,
  entities: ReadonlyMap<string, NetworkEntity>,
  ends: readonly End[],
  decisions: readonly LedgerLine[],
  ontology: Ontology,
  isGeneric: (unit: number) => boolean,
): Omit<BuiltNetwork, 'documents'> {
  const resolved = {
    entities: [...entities.values()].sort((a, b) => compareText(a.id, b.id)),
    entityOf: ends.map(({ id }) => {
      const entity = entities.get(id);
      if (entity === undefined) throw new Error(`There is no entity ${id}.`);
      return entity;
    }),
  };
  const curated = curateEntities(units, resolved, decisions, ontology);
  const gathered = gatherTies(curated.units, curated.endOf, ontology, curated.review);
  const idle = new Set<string>();
  const kept = new Set<string>(curated.chosen);
  for (const { index } of curated.units.units) (isGeneric(index) ? idle : kept).add(curated.endOf(index).id);
  for (const { type, source, target } of gathered.ties) {
    if (ontology.relationTypes.get(type)?.weak !== true) kept.add(source).add(target);
  }
  for (const id of kept) idle.delete(id);
  const ties = gathered.ties.filter(({ source, target }) => !idle.has(source) && !idle.has(target));
  return {
    entities: addPosts(
      curated.entities.filter(({ id }) => !idle.has(id)),
      ties,
    ),
    ties,
    report: { ...gathered.report, idleCommonNouns: idle.size },
    curation: curated.outcomes,
  };
}
