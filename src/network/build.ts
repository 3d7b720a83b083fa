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
import { type CuratedEntities, curateEntities } from './curate-entities.ts';
import { gatherTies } from './gather-ties.ts';
import { createGazetteer } from './gazetteer.ts';
import { joinNames } from './join-names.ts';
import { joinPeople } from './join-people.ts';
import { groupNames, type NameGroups } from './name-groups.ts';
import type { BuiltNetwork, DocumentRecord, Tie } from './network.ts';
import { parseOrganisation } from './organisation-name.ts';
import { profilePeople } from './person-profile.ts';
import { addPosts, resolveEntities } from './resolve-entities.ts';
import { collectUnits, type Units } from './units.ts';

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
  const units = collectUnits(documents, extractions, vocabulary, reprints);
  const gazetteer = createGazetteer(units.units.filter(({ type }) => type === 'place').map(({ name }) => name));
  const groups = groupNames(units, gazetteer);
  const parsed = groups.groups.map((group) =>
    group.kind === 'organisation' ? parseOrganisation(group.key, gazetteer) : undefined,
  );
  joinNames(units, groups, parsed, gazetteer, vocabulary);
  const people = joinPeople(units, groups, profilePeople(units, groups, parsed), vocabulary);
  const resolved = resolveEntities(units, groups, people, ontology, vocabulary);
  const curated = curateEntities(units, resolved, decisions, ontology);
  const gathered = gatherTies(curated.units, curated.endOf, ontology, curated.review);
  const idle = idleCommonNouns(curated, groups, gathered.ties, ontology);
  const ties = gathered.ties.filter(({ source, target }) => !idle.has(source) && !idle.has(target));
  return {
    documents: recordDocuments(units),
    entities: addPosts(
      curated.entities.filter(({ id }) => !idle.has(id)),
      ties,
    ),
    ties,
    report: { ...gathered.report, idleCommonNouns: idle.size },
    curation: curated.outcomes,
  };
}

/** Ids of entities that only common nouns name (委员会, 改造项目) and of which neither article nor reader says anything. */
function idleCommonNouns(
  { units: { units }, endOf, chosen }: CuratedEntities,
  groups: NameGroups,
  ties: readonly Tie[],
  ontology: Ontology,
): Set<string> {
  const idle = new Set<string>();
  const kept = new Set<string>(chosen);
  for (const { index, type } of units) {
    const { id } = endOf(index);
    const generic = type !== 'person' && groups.groups[groups.groupOf[index] ?? -1]?.generic === true;
    (generic ? idle : kept).add(id);
  }
  for (const { type, source, target } of ties) {
    if (ontology.relationTypes.get(type)?.weak !== true) kept.add(source).add(target);
  }
  for (const id of kept) idle.delete(id);
  return idle;
}

function recordDocuments({ sources }: Units): DocumentRecord[] {
  return sources.map(({ document, date, publisher, root }, index) => {
    const { id, title, author, url } = document;
    const original = sources[root]?.document.id;
    return {
      id,
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(author === undefined ? {} : { author }),
      ...(url === undefined ? {} : { url }),
      ...(root === index || original === undefined ? {} : { reprintOf: original }),
    };
  });
}
