/**
 * From the extractions of single documents to one network.
 *
 *   units → name groups → joined names → people → entities → decisions of readers → ties
 */
import type { LedgerLine } from '../curation/decision.ts';
import type { Document } from '../documents/document.ts';
import type { Extraction } from '../extraction.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { Vocabulary } from '../resources.ts';
import { createGrowingNetwork } from './growth/growing-network.ts';
import type { BuiltNetwork } from './network.ts';
import { ignoredKeys, rootOf, toUnitSource } from './units.ts';

/** What building needs beside documents and extractions. */
export interface NetworkOptions {
  readonly ontology: Ontology;
  readonly vocabulary: Vocabulary;
  /** From the id of a reprint to the id of what it reprints. */
  readonly reprints?: ReadonlyMap<string, string>;
  /** Decisions of readers, in their order. */
  readonly decisions?: readonly LedgerLine[];
}

/**
 * Joins what documents say of one entity and gathers the ties between entities. The order of documents and
 * extractions makes no difference to the result.
 *
 * @param documents the corpus; those without an extraction are left out
 * @param extractions what `extract` found, one for each document
 * @returns the network with an account of what was left out
 *
 * @example
 * const network = buildNetwork(documents, extractions, { ontology: createOntology(), vocabulary });
 * network.entities.find(({ name }) => name === '青禾集团')?.merges;
 */
export function buildNetwork(
  documents: readonly Document[],
  extractions: readonly Extraction[],
  { ontology, vocabulary, reprints = new Map(), decisions = [] }: NetworkOptions,
): BuiltNetwork {
  const extractionOf = new Map(extractions.map((extraction) => [extraction.id, extraction]));
  const byId = new Map(documents.filter(({ id }) => extractionOf.has(id)).map((document) => [document.id, document]));
  const ignored = ignoredKeys(vocabulary);
  const sources = [...byId.values()].flatMap((document) => {
    const extraction = extractionOf.get(document.id);
    const root = rootOf(document.id, reprints, (id) => byId.has(id));
    return extraction === undefined ? [] : [toUnitSource(document, extraction, root, ignored)];
  });
  const growing = createGrowingNetwork(ontology, vocabulary);
  growing.change(new Set(), sources);
  return growing.network(decisions);
}
