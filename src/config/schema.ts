/** What a configuration file may say. One schema, with defaults, from which the types derive. */
import { z } from 'zod';
import { ENTITY_TYPE_IDS } from '../ontology/entity-types.ts';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be lower-case letters, digits and _ (at most 40), beginning with a letter');
const name = z.string().trim().min(1, 'must not be empty').max(100, 'must have at most 100 characters');
const color = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #d55e00');

const entityType = z.strictObject({
  id,
  zh: name,
  en: name,
  color: color.default('#6b7280'),
  shape: z.enum(['circle', 'square', 'diamond', 'triangle']).default('square'),
  /** FollowTheMoney schema. */
  ftm: name.default('Thing'),
});

const relationType = z.strictObject({
  id,
  zh: name,
  en: name,
  color: color.default('#6b7280'),
  from: z
    .array(id)
    .min(1, 'must name at least one entity type')
    .default([...ENTITY_TYPE_IDS]),
  to: z
    .array(id)
    .min(1, 'must name at least one entity type')
    .default([...ENTITY_TYPE_IDS]),
  symmetric: z.boolean().default(false),
  weak: z.boolean().default(false),
  monetary: z.boolean().default(false),
  ftm: name.default('UnknownLink'),
  triggers: z.array(name).min(1, 'must have at least one trigger word'),
});

/** The schema of `guanxi.config.json`. */
export const configSchema = z.strictObject({
  /** JSON Schema for editors; ignored. */
  $schema: z.string().optional(),
  /** Title that the explorer and the exports show. */
  title: name.optional(),
  /** Names to find wherever they stand. */
  vocabulary: z.array(z.strictObject({ name, type: id })).default([]),
  /** Names that are never entities. */
  ignore: z.array(name).default([]),
  /** Groups of names that are one entity; the first is shown. */
  same: z.array(z.array(name).min(2, 'must name at least two names')).default([]),
  /** The ledger of decisions, relative to the configuration file; `curation.jsonl` in the corpus unless told otherwise. */
  curation: z.string().min(1, 'must not be empty').optional(),
  /** Additional entity types. */
  entityTypes: z.array(entityType).default([]),
  /** Additional relation types, found by their trigger words. */
  relationTypes: z.array(relationType).default([]),
});

/** A configuration, complete with defaults. */
export type Config = z.output<typeof configSchema>;
