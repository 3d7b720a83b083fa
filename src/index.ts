/**
 * The library: the stages of the pipeline for programs.
 *
 * @example
 * import { extract, loadResources } from 'guanxi';
 * const resources = loadResources();
 * const { entities, relations } = extract({ id: 'a', text: '……' }, resources);
 *
 * @packageDocumentation
 */
export { DEFAULT_CONFIG, parseConfig, resolveConfig } from './config/resolve.ts';
export type { Config } from './config/schema.ts';
export type { Decision, EntityRef, LedgerLine, TieRef } from './curation/decision.ts';
export { parseLedger, printDecision } from './curation/ledger.ts';
export type { Document, Span } from './documents/document.ts';
export { findReprints } from './documents/reprints.ts';
export { GuanxiError, type Problem } from './errors.ts';
export { type ExplainedSentence, type ExplainedTie, explain, type Reading, type Vote } from './explanation.ts';
export type { ExtractedEntity, ExtractedMention, Extraction } from './extraction.ts';
export type { EdgeAttributes, GraphAttributes, NodeAttributes } from './graph/attributes.ts';
export { buildGraph } from './graph/build.ts';
export { buildNetwork } from './network/build.ts';
export type { Evidence, Network, NetworkEntity, Tie } from './network/network.ts';
export { type ReadOptions, type ReadResult, readCorpus } from './node/corpus/read-corpus.ts';
export { loadResources } from './node/resources.ts';
export { type BuildOptions, type BuildSummary, build } from './node/run/build.ts';
export { createExtractor, type Extractor } from './node/run/extractor.ts';
export { createResolver, type Resolver } from './node/run/resolver.ts';
export { ENTITY_TYPES, type EntityType, isEntityType } from './ontology/entity-types.ts';
export { createOntology, type Ontology } from './ontology/ontology.ts';
export { isRelationType, RELATION_TYPES, type RelationType } from './ontology/relation-types.ts';
export { STATUSES, type Status } from './ontology/status.ts';
export { outputFiles } from './outputs/files.ts';
export { extract } from './pipeline.ts';
export type { Relation } from './relations/relation.ts';
export type { Resources, Vocabulary } from './resources.ts';
