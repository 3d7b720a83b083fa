/**
 * What the units of an entity come to, kept as sums, for one that so many documents name that going through all of them
 * for each new one would be most of the work. It says the same as `draftEntity` of the units.
 */
import type { Ontology } from '../../ontology/ontology.ts';
import type { Vocabulary } from '../../resources.ts';
import type { MentionRecord } from '../network.ts';
import { byCount, compareText, count, NONE } from '../order.ts';
import { configuredName, type EntityDraft, majorityType, mostCommon, typeOf } from '../resolve-entities.ts';
import type { Member, UnitRef } from './documents.ts';
import { createMultimap } from './multimap.ts';
import { replace } from './sorted-list.ts';

/** Units, summed up. */
export interface EntityTally {
  add(ref: UnitRef): void;
  remove(ref: UnitRef): void;
  /** What the units come to; there has to be one. */
  draft(ontology: Ontology, vocabulary: Vocabulary): EntityDraft;
}

/** No units yet. */
export function createEntityTally(): EntityTally {
  const types = new Map<string, number>();
  const keys = new Map<string, number>();
  const written = new Map<string, number>();
  const confidences = new Map<number, number>();
  /** Of how many roots there are units of a type, or with a name. */
  const typeRoots = new Map<string, number>();
  const nameRoots = new Map<string, number>();
  /** A document and its reprints have one root. */
  const byRoot = createMultimap<string, UnitRef>();
  /** Documents that have changed since the last draft, with their roots; and roots with the document that stood for them. */
  const dirty = new Map<string, string>();
  const dirtyRoots = new Map<string, string | undefined>();
  let members: readonly Member[] = [];
  let mentions: readonly MentionRecord[] = [];
  let documents: readonly string[] = [];

  function change(ref: UnitRef, by: 1 | -1): void {
    const { unit, member } = ref;
    const { rootId, document } = member.source;
    step(types, unit.type, by);
    step(keys, unit.key, by);
    step(confidences, unit.confidence, by);
    step(written, unit.name, by);
    for (const { name } of unit.aliases) step(written, name, by);
    if (by > 0 || !dirty.has(document.id)) dirty.set(document.id, rootId);
    if (!dirtyRoots.has(rootId)) dirtyRoots.set(rootId, speakerOf(rootId));
    if (by < 0) byRoot.delete(rootId, ref);
    const [type, name] = [unit.type, unit.name];
    const others = [...byRoot.get(rootId)];
    if (!others.some((other) => other.unit.type === type)) step(typeRoots, type, by);
    if (!others.some((other) => other.unit.name === name)) step(nameRoots, name, by);
    if (by > 0) byRoot.add(rootId, ref);
  }

  /** The original speaks for its reprints; where it does not mention the entity, the first of them does. */
  function speakerOf(root: string): string | undefined {
    let first: string | undefined;
    for (const { member } of byRoot.get(root)) {
      const { id } = member.source.document;
      if (id === root) return root;
      if (first === undefined || id < first) first = id;
    }
    return first;
  }

  const refsIn = (document: string, root: string): UnitRef[] =>
    [...byRoot.get(root)].filter(({ member }) => member.source.document.id === document);

  function bringUpToDate(): void {
    const changed = [...dirty.keys()].sort(compareText);
    const refsOf = (id: string) => refsIn(id, dirty.get(id) ?? '');
    members = replace(
      members,
      changed,
      ({ source }) => source.document.id,
      (id) =>
        refsOf(id)
          .slice(0, 1)
          .map(({ member }) => member),
    );
    mentions = replace(
      mentions,
      changed,
      ({ document }) => document,
      (id) => mentionsOf(refsOf(id)),
    );
    const speakers = [...dirtyRoots].flatMap(([root, before]) => [before, speakerOf(root)]);
    const now = new Set([...dirtyRoots.keys()].map(speakerOf));
    documents = replace(
      documents,
      [...new Set(speakers.filter((id) => id !== undefined))].sort(compareText),
      (id) => id,
      (id) => (now.has(id) ? [id] : []),
    );
    dirty.clear();
    dirtyRoots.clear();
  }

  return {
    add: (ref) => change(ref, 1),
    remove: (ref) => change(ref, -1),
    draft(ontology, vocabulary) {
      bringUpToDate();
      const name = configuredName(keys, vocabulary) ?? mostCommon(sizes(nameRoots));
      const { document, rootId } = (members[0] as Member).source;
      const names = new Map(written);
      names.delete(name);
      return {
        type: typeOf(keys, sizes(typeRoots), ontology, vocabulary),
        name,
        sources: byRoot.size(),
        first: document.id,
        firstUnit: Math.min(...refsIn(document.id, rootId).map(({ unit }) => unit.number)),
        facts: { aliases: byCount(names), mentions, documents, confidence: Math.max(...confidences.keys()) },
        merges: types.size > 1 ? [majorityType(name, types)] : NONE,
      };
    },
  };
}

const sizes = (counts: ReadonlyMap<string, number>) => new Map([...counts].map(([name, size]) => [name, { size }]));

/** The mentions of an entity in one document, each place once. */
function mentionsOf(refs: readonly UnitRef[]): MentionRecord[] {
  const found = new Map<string, MentionRecord>();
  for (const { unit } of refs) {
    for (const mention of unit.mentions) found.set(`${mention.start} ${mention.end}`, mention);
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function step<K>(map: Map<K, number>, key: K, by: number): void {
  count(map, key, by);
  if (map.get(key) === 0) map.delete(key);
}
