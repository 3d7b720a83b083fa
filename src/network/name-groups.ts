/**
 * Groups of units that bear one name. Units of one kind with one key are one group, unless the name is a common noun:
 * then each document (with its reprints) has a group of its own.
 */
import { ORGANISATION_TYPES } from '../ontology/entity-types.ts';
import type { EntityTypeId } from '../ontology/ontology.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isGenericName, isUnnamedUndertaking } from './generic-name.ts';
import { byCount, compareText, count, listOf } from './order.ts';
import { createUnionFind } from './union-find.ts';
import type { Units } from './units.ts';

/** Units of one name that are one entity, before names are joined. */
export interface NameGroup {
  readonly index: number;
  /** Names the group whatever else the corpus says; groups are in its order. */
  readonly id: string;
  /** `organisation` for companies, agencies and organisations, which outlets confuse; else the entity type. */
  readonly kind: string;
  readonly key: string;
  /** As it is written most often. */
  readonly name: string;
  readonly generic: boolean;
  readonly units: readonly number[];
}

/** A merge of two names. */
export interface NameMerge {
  readonly from: number;
  readonly into: number;
  readonly rule: string;
  /** Source index of a document that supports it. */
  readonly source?: number;
  readonly confidence: number;
}

/** Groups, and what joined them. */
export interface NameGroups {
  readonly groups: readonly NameGroup[];
  readonly groupOf: readonly number[];
  /** Groups of a key within a kind; several only for generic names. */
  lookup(kind: string, key: string): readonly NameGroup[];
  /** Representative of the entity that the group belongs to, as far as merging has come. */
  find(group: number): number;
  /** All groups joined with this one. */
  members(group: number): readonly number[];
  /** Joins two groups and notes why; nothing happens when they are one already. */
  merge(merge: NameMerge): void;
  readonly merges: readonly NameMerge[];
}

const ORGANISATIONS: ReadonlySet<string> = new Set(ORGANISATION_TYPES);

/** The kind within which names are compared. */
export function kindOf(type: EntityTypeId): string {
  return ORGANISATIONS.has(type) ? 'organisation' : type;
}

/** The id of a group: its kind and key, and for a common noun the document that means its own by it. */
export function groupId(kind: string, key: string, generic: boolean, rootId: string): string {
  return JSON.stringify(generic ? [kind, key, rootId] : [kind, key]);
}

/** Whether a name of this type and key is a common noun. */
export function isCommonNoun(type: EntityTypeId, key: string, gazetteer: Gazetteer): boolean {
  return isGenericName(type, key) || (type === 'project' && isUnnamedUndertaking(key, gazetteer));
}

/** Groups the units by kind and key. */
export function groupNames({ units, sources }: Units, gazetteer: Gazetteer): NameGroups {
  const lists = new Map<string, number[]>();
  for (const { index, source, type, key } of units) {
    const rootId = sources[source]?.rootId ?? '';
    listOf(lists, groupId(kindOf(type), key, isCommonNoun(type, key, gazetteer), rootId)).push(index);
  }
  const groupOf = new Array<number>(units.length).fill(-1);
  const byKey = new Map<string, NameGroup[]>();
  const slotOf = (kind: string, key: string) => JSON.stringify([kind, key]);
  const sorted = [...lists].sort((a, b) => compareText(a[0], b[0]));
  const groups = sorted.map(([id, members], index): NameGroup => {
    const first = units[members[0] ?? 0];
    for (const member of members) groupOf[member] = index;
    const key = first?.key ?? '';
    const type = first?.type ?? '';
    const writings = new Map<string, number>();
    for (const member of members) count(writings, units[member]?.name ?? key);
    const group = {
      index,
      id,
      kind: kindOf(type),
      key,
      name: byCount(writings)[0] ?? key,
      generic: isCommonNoun(type, key, gazetteer),
      units: members,
    };
    const slot = slotOf(group.kind, key);
    byKey.set(slot, [...(byKey.get(slot) ?? []), group]);
    return group;
  });
  const sets = createUnionFind(groups.length);
  const members = new Map<number, number[]>(groups.map(({ index }) => [index, [index]]));
  const merges: NameMerge[] = [];
  return {
    groups,
    groupOf,
    merges,
    lookup: (kind, key) => byKey.get(slotOf(kind, key)) ?? [],
    find: sets.find,
    members: (group) => members.get(sets.find(group)) ?? [group],
    merge(merge) {
      const [a, b] = [sets.find(merge.from), sets.find(merge.into)];
      if (!sets.union(a, b)) return;
      const joined = [...(members.get(a) ?? []), ...(members.get(b) ?? [])].sort((x, y) => x - y);
      members.delete(a);
      members.delete(b);
      members.set(sets.find(a), joined);
      merges.push(merge);
    },
  };
}
