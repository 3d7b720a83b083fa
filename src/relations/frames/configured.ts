/** Relation types that a configuration adds: subject, trigger word, object. */

import type { AnyRelationTypeDefinition, Ontology } from '../../ontology/ontology.ts';
import { RELATION_TYPES } from '../../ontology/relation-types.ts';
import { type Frame, pairs } from '../statement.ts';
import { compilePattern, type ItemClass, matchPattern } from '../view.ts';

const SUBJECTS: ReadonlySet<ItemClass> = new Set(['P', 'O', 'G']);

/** Rules for the types of an ontology that are not built in; what their ends may be is checked afterwards. */
export function configuredFrames(ontology: Ontology): Frame[] {
  return [...ontology.relationTypes.values()]
    .filter(({ id, triggers }) => !Object.hasOwn(RELATION_TYPES, id) && triggers.length > 0)
    .map(configuredFrame);
}

function configuredFrame({ id, triggers }: AnyRelationTypeDefinition): Frame {
  const words = triggers.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const pattern = compilePattern(`(?:${words})(?:了)?{~10}{o:POGJELX}`);
  return function* ({ view, actors }) {
    for (const { items, start } of matchPattern(view, pattern)) {
      const subject = actors.subjectOf(start, SUBJECTS);
      for (const [source, target] of pairs(subject?.entities ?? [], items.o?.entities ?? [])) {
        yield { type: id, source, target, confidence: 0.75, rule: `configured:${id}`, at: start };
      }
    }
  };
}
