/**
 * What the units of an entity come to, kept as sums, for one that so many documents name that going through all of them
 * for each new one would be most of the work. It says the same as `draftEntity` of the units.
 */
import type { Ontology } from '../../ontology/ontology.ts';
import type { Vocabulary } from '../../resources.ts';
import type { MentionRecord } from '../network.ts';
import { byCount, compareText, count, setOf } from '../order.ts';
import { configuredName, type EntityDraft, majorityType, mostCommon, typeOf } from '../resolve-entities.ts';
import type { OwnUnit } from '../units.ts';
import type { UnitRef } from './documents.ts';
import { replace } from './sorted-list.ts';

/** Units, summed up. */
export interface EntityTally {
  add(ref: UnitRef): void;
  remove(ref: UnitRef): void;
  /** What the units come to; there has to be one. */
  draft(ontology: Ontology, vocabulary: Vocabulary): EntityDraft;
}

/** How often something stands under each root. */
type ByRoot = Map<string, Map<string, number>>;

/** No units yet. */
export function createEntityTally(): EntityTally {
  const types = new Map<string, number>();
  const keys = new Map<string, number>();
  const written = new Map<string, number>();
  const confidences = new Map<number, number>();
  const typeRoots: ByRoot = new Map();
  const nameRoots: ByRoot = new Map();
  /** Documents of each root, and units of each document. */
  const documentsOf = new Map<string, Set<string>>();
  const unitsOf = new Map<string, Set<OwnUnit>>();
  /** Documents and roots that have changed since the last draft, roots with the document that stood for them. */
  const dirty = new Set<string>();
  const dirtyRoots = new Map<string, string | undefined>();
  let members: readonly string[] = [];
  let mentions: readonly MentionRecord[] = [];
  let documents: readonly string[] = [];

  function change({ unit, member }: UnitRef, by: 1 | -1): void {
    const { rootId, document } = member.source;
    step(types, unit.type, by);
    step(keys, unit.key, by);
    step(confidences, unit.entity.confidence, by);
    for (const name of [unit.name, ...unit.aliases.map((alias) => alias.name)]) step(written, name, by);
    stepUnder(typeRoots, unit.type, rootId, by);
    stepUnder(nameRoots, unit.name, rootId, by);
    dirty.add(document.id);
    if (!dirtyRoots.has(rootId)) dirtyRoots.set(rootId, speakerOf(rootId));
    const units = setOf(unitsOf, document.id);
    if (by > 0) units.add(unit);
    else units.delete(unit);
    if (by > 0) setOf(documentsOf, rootId).add(document.id);
    if (units.size > 0) return;
    unitsOf.delete(document.id);
    const under = documentsOf.get(rootId);
    under?.delete(document.id);
    if (under?.size === 0) documentsOf.delete(rootId);
  }

  /** The original speaks for its reprints; where it does not mention the entity, the first of them does. */
  function speakerOf(root: string): string | undefined {
    const own = documentsOf.get(root);
    if (own === undefined || own.has(root)) return own && root;
    let first: string | undefined;
    for (const id of own) if (first === undefined || id < first) first = id;
    return first;
  }

  function bringUpToDate(): void {
    const changed = [...dirty].sort(compareText);
    members = replace(
      members,
      changed,
      (id) => id,
      (id) => (unitsOf.has(id) ? [id] : []),
    );
    mentions = replace(
      mentions,
      changed,
      ({ document }) => document,
      (id) => mentionsIn(id, unitsOf.get(id) ?? new Set()),
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
      const name = configuredName(keys, vocabulary) ?? mostCommon(nameRoots);
      const [first = ''] = members;
      const names = new Map(written);
      names.delete(name);
      return {
        type: typeOf(keys, typeRoots, ontology, vocabulary),
        name,
        sources: documentsOf.size,
        first,
        firstUnit: Math.min(...[...(unitsOf.get(first) ?? [])].map(({ number }) => number)),
        facts: { aliases: byCount(names), mentions, documents, confidence: Math.max(...confidences.keys()) },
        merges: types.size > 1 ? [majorityType(name, types)] : [],
      };
    },
  };
}

/** The mentions of an entity in one document, each place once. */
function mentionsIn(document: string, units: ReadonlySet<OwnUnit>): MentionRecord[] {
  const found = new Map<string, MentionRecord>();
  for (const unit of units) {
    for (const { start, end } of unit.mentions) found.set(`${start} ${end}`, { document, start, end });
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function step<K>(map: Map<K, number>, key: K, by: number): void {
  count(map, key, by);
  if (map.get(key) === 0) map.delete(key);
}

function stepUnder(map: ByRoot, name: string, root: string, by: number): void {
  const own = map.get(name) ?? new Map<string, number>();
  map.set(name, own);
  step(own, root, by);
  if (own.size === 0) map.delete(name);
}
