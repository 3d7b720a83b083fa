/**
 * A network that grows: documents come and go, and what they change is worked out without the rest. The result is that
 * of all documents taken at once, whatever the history, because every step is the same function over less: names, people
 * and deals are decided in whole neighbourhoods that nothing outside bears on.
 */
import type { LedgerLine } from '../../curation/decision.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import type { Vocabulary } from '../../resources.ts';
import type { BuiltNetwork, DocumentRecord, NetworkEntity, Tie } from '../network.ts';
import { compareText } from '../order.ts';
import { addPosts } from '../resolve-entities.ts';
import { numberUnits, type UnitSource } from '../units.ts';
import { curate } from './curated.ts';
import { createDocuments } from './documents.ts';
import { createEntities, type Standing } from './entities.ts';
import { createJoinedNames } from './joined-names.ts';
import { createJoinedPeople } from './joined-people.ts';
import { createOrdered } from './ordered.ts';
import { createPeopleContext } from './people-context.ts';
import { createTies } from './ties.ts';

/** Gives what a network holds, by id. */
export interface NetworkParts {
  document(id: string): DocumentRecord | undefined;
  entity(id: string): NetworkEntity | undefined;
  tie(id: string): Tie | undefined;
}

/**
 * What is another now than before a change, or gone, as it was; undefined for what has come. Documents that came or went
 * and entities that those mention are there, even where what is said of them is as it was.
 */
export interface NetworkChange {
  readonly documents: ReadonlyMap<string, DocumentRecord | undefined>;
  readonly entities: ReadonlyMap<string, NetworkEntity | undefined>;
  readonly ties: ReadonlyMap<string, Tie | undefined>;
  /** The network after the last change, before decisions of readers. */
  readonly now: NetworkParts;
}

/** A network that grows. */
export interface GrowingNetwork {
  /**
   * Takes documents out and in; one that has changed is both.
   *
   * @param removed ids; those that are not there are passed over
   * @param added in any order
   */
  change(removed: ReadonlySet<string>, added: Iterable<UnitSource>): NetworkChange;
  /** A document, as it was taken in. */
  source(id: string): UnitSource | undefined;
  /**
   * The whole network. What has not changed is the same object as before. Decisions of readers are carried out on all
   * of it at once, so that with them this costs the whole corpus.
   */
  network(decisions?: readonly LedgerLine[]): BuiltNetwork;
}

/** A network of no documents. */
export function createGrowingNetwork(ontology: Ontology, vocabulary: Vocabulary): GrowingNetwork {
  const documents = createDocuments();
  const names = createJoinedNames(vocabulary);
  const context = createPeopleContext(names.namedAs);
  const people = createJoinedPeople(context.profile, names.nameOf, vocabulary);
  const entities = createEntities(names, ontology, vocabulary);
  const ties = createTies(entities.endOf, ontology);
  const records = createOrdered<DocumentRecord>();
  const shown = createOrdered<NetworkEntity>();
  const shownTies = createOrdered<Tie>();
  const idle = new Set<string>();
  const now: NetworkParts = { document: records.get, entity: shown.get, tie: shownTies.get };
  let ignored = 0;

  const isStated = ({ type }: Tie) => ontology.relationTypes.get(type)?.weak !== true;
  const tiesAt = (id: string) => [...ties.at(id)].flatMap((tie) => ties.get(tie) ?? []);
  /** An entity that only common nouns name (委员会, 改造项目) and of which no article says anything. */
  const isIdle = ({ generic, id }: Standing) => generic && !tiesAt(id).some(isStated);

  /** Shows the entities and ties of these ids as they are now; what else they bear on is added to the ids. */
  function show(entityIds: Set<string>, tieIds: Set<string>): void {
    for (const id of tieIds) {
      for (const tie of [shownTies.get(id), ties.get(id)]) {
        if (tie !== undefined) entityIds.add(tie.source).add(tie.target);
      }
    }
    for (const id of entityIds) {
      const standing = entities.get(id);
      const was = idle.has(id);
      const is = standing !== undefined && isIdle(standing);
      if (is) idle.add(id);
      else idle.delete(id);
      if (was !== is) for (const tie of ties.at(id)) tieIds.add(tie);
      if (standing === undefined || is) {
        shown.remove(id);
        continue;
      }
      const held = tiesAt(id).filter(({ type, source }) => type === 'holds_post' && source === id);
      held.sort((a, b) => compareText(a.id, b.id));
      const [entity] = addPosts([entities.describe(standing)], held);
      if (entity !== undefined) shown.set(id, entity);
    }
    for (const id of tieIds) {
      const tie = ties.get(id);
      if (tie === undefined || idle.has(tie.source) || idle.has(tie.target)) shownTies.remove(id);
      else shownTies.set(id, tie);
    }
  }

  return {
    change(removed, added) {
      const { gone, come } = documents.change(removed, added);
      const goneRefs = gone.flatMap(({ refs }) => refs);
      const comeRefs = come.flatMap(({ refs }) => refs);
      const joinedNames = names.change(goneRefs, comeRefs);
      const renamedMembers = new Set([...joinedNames.renamed].flatMap((slot) => slot.refs.map(({ member }) => member)));
      for (const member of come) renamedMembers.delete(member);
      const again = context.change(gone, come, renamedMembers, documents.all());
      const joinedPeople = people.change(goneRefs, comeRefs, again);
      const { ids, members } = entities.change(goneRefs, joinedNames, joinedPeople);
      const changedTies = ties.change(gone, new Set([...come, ...members]));
      ignored += come.reduce((sum, { source }) => sum + source.own.ignored, 0);
      ignored -= gone.reduce((sum, { source }) => sum + source.own.ignored, 0);

      const documentIds = new Set([...gone, ...come].map(({ source }) => source.document.id));
      for (const id of documentIds) {
        const member = documents.get(id);
        if (member === undefined) records.remove(id);
        else records.set(id, recordDocument(member.source));
      }
      const [entityIds, tieIds] = [new Set(ids), new Set(changedTies)];
      show(entityIds, tieIds);
      const changedEntities = new Map(shown.changed());
      for (const ref of comeRefs) {
        const { id } = entities.endOf(ref);
        if (!changedEntities.has(id) && shown.get(id) !== undefined) changedEntities.set(id, shown.get(id));
      }
      const before = records.changed();
      return {
        documents: new Map([...documentIds].map((id) => [id, before.has(id) ? before.get(id) : records.get(id)])),
        entities: changedEntities,
        ties: shownTies.changed(),
        now,
      };
    },
    source: (id) => documents.get(id)?.source,
    network(decisions = []) {
      const report = { ignoredEntities: ignored, ...ties.report(documents.all()) };
      if (decisions.length === 0) {
        return {
          documents: records.all(),
          entities: shown.all(),
          ties: shownTies.all(),
          report: { ...report, idleCommonNouns: idle.size },
          curation: [],
        };
      }
      const members = documents.all();
      const units = numberUnits(members.map(({ source }) => source));
      const described = new Map([...entities.all()].map((standing) => [standing.id, entities.describe(standing)]));
      const all = members.flatMap(({ refs }) => refs);
      const curated = curate(units, described, all.map(entities.endOf), decisions, ontology, (unit) => {
        const ref = all[unit];
        return ref !== undefined && ref.unit.type !== 'person' && ref.slot?.generic === true;
      });
      return { documents: records.all(), ...curated };
    },
  };
}

/** What the network keeps of a document. */
function recordDocument({ document, date, publisher, rootId }: UnitSource): DocumentRecord {
  const { id, title, author, url } = document;
  return {
    id,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(author === undefined ? {} : { author }),
    ...(url === undefined ? {} : { url }),
    ...(rootId === id ? {} : { reprintOf: rootId }),
  };
}
