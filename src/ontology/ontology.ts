/** The ontology of one run: the built-in types and those that the configuration adds. */
import { ENTITY_TYPES, type EntityType, type EntityTypeDefinition } from './entity-types.ts';
import { RELATION_TYPES, type RelationType, type RelationTypeDefinition } from './relation-types.ts';

/** Id of an entity type: built in, or added by a configuration file. */
export type EntityTypeId = EntityType | (string & {});

/** Id of a relation type: built in, or added by a configuration file. */
export type RelationTypeId = RelationType | (string & {});

/** A relation type whose domain and range may name added entity types. */
export type AnyRelationTypeDefinition = Omit<RelationTypeDefinition, 'from' | 'to'> & {
  readonly from: readonly EntityTypeId[];
  readonly to: readonly EntityTypeId[];
};

/** All types of one run, looked up by id; iteration order is display order. */
export interface Ontology {
  readonly entityTypes: ReadonlyMap<string, EntityTypeDefinition>;
  readonly relationTypes: ReadonlyMap<string, AnyRelationTypeDefinition>;
}

/**
 * Puts the built-in types and additional ones into one table. An added type with a built-in id takes its place.
 *
 * @example
 * const ontology = createOntology();
 * ontology.relationTypes.get('met')?.symmetric; // true
 */
export function createOntology(
  entityTypes: readonly EntityTypeDefinition[] = [],
  relationTypes: readonly AnyRelationTypeDefinition[] = [],
): Ontology {
  return {
    entityTypes: new Map<string, EntityTypeDefinition>(
      [...Object.values(ENTITY_TYPES), ...entityTypes].map((type) => [type.id, type]),
    ),
    relationTypes: new Map<string, AnyRelationTypeDefinition>(
      [...Object.values(RELATION_TYPES), ...relationTypes].map((type) => [type.id, type]),
    ),
  };
}
