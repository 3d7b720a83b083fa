/** Names that are joined, kept up as documents come and go. */
import type { Vocabulary } from '../../resources.ts';
import { joinNames } from '../join-names.ts';
import { groupNames } from '../name-groups.ts';
import type { MergeReason } from '../network.ts';
import { parseOrganisation } from '../organisation-name.ts';
import { type NamedAs, nameGroups, personFeature } from '../person-profile.ts';
import { nameMergeReasons } from '../resolve-entities.ts';
import { sortRefs, type UnitRef, unitsOfRefs } from './documents.ts';
import { createMultimap } from './multimap.ts';
import { createNameSlots, type NameSlots, type Slot, type UnitChange } from './name-slots.ts';
import { inGoes } from './neighbourhoods.ts';

/** What a change does to joined names. */
export interface JoinedChange {
  /** Ids of groups that lead, or led, names whose units or merges are others now. */
  readonly leaders: ReadonlySet<string>;
  /** Slots whose names count as something else now where they are context. */
  readonly renamed: ReadonlySet<Slot>;
  /** What slots got and lost. */
  readonly touched: ReadonlyMap<Slot, UnitChange>;
}

/** Names, joined. */
export interface JoinedNames {
  change(gone: readonly UnitRef[], come: readonly UnitRef[]): JoinedChange;
  readonly slots: NameSlots;
  /** Slots that a group leads; none where it leads no more. */
  slotsOf(leader: string): Iterable<Slot>;
  /** Why the names under a leader were joined. */
  mergesOf(leader: string): readonly MergeReason[];
  /** What a unit's name counts as. */
  namedAs(ref: UnitRef): NamedAs;
  /** The name behind a feature. */
  nameOf(feature: string): string;
}

/** No names yet. */
export function createJoinedNames(vocabulary: Vocabulary): JoinedNames {
  const slots = createNameSlots(vocabulary);
  const led = createMultimap<string, Slot>();
  const merges = new Map<string, readonly MergeReason[]>();
  const unlead = (slot: Slot) => {
    led.delete(slot.leader, slot);
    if (!led.has(slot.leader)) merges.delete(slot.leader);
  };

  /** Joins the names of these slots, which no other name bears on. */
  function rejoin(some: readonly Slot[], leaders: Set<string>, renamed: Set<Slot>): void {
    const units = unitsOfRefs(sortRefs(some.flatMap(({ refs }) => refs)));
    const groups = groupNames(units, slots.gazetteer());
    const parsed = groups.groups.map(({ kind, key }) =>
      kind === 'organisation' ? parseOrganisation(key, slots.gazetteer()) : undefined,
    );
    joinNames(units, groups, parsed, slots.gazetteer(), vocabulary);
    const named = nameGroups(groups, parsed);
    for (const { index, id } of groups.groups) {
      const slot = slots.get(id);
      if (slot === undefined) throw new Error(`The name group ${id} has no slot.`);
      slot.leader = groups.groups[groups.find(index)]?.id ?? id;
      leaders.add(slot.leader);
      led.add(slot.leader, slot);
      const namedAs = named[index];
      if (JSON.stringify(namedAs) !== JSON.stringify(slot.namedAs)) renamed.add(slot);
      slot.namedAs = namedAs;
    }
    for (const [leader, reasons] of nameMergeReasons(groups, units)) merges.set(leader, reasons);
  }

  return {
    slots,
    change(gone, come) {
      const { touched, rejoin: again } = slots.change(gone, come);
      const leaders = new Set<string>();
      const renamed = new Set<Slot>();
      for (const slot of touched.keys()) {
        leaders.add(slot.leader);
        if (slot.refs.length === 0) unlead(slot);
      }
      for (const slot of again.flat()) {
        leaders.add(slot.leader);
        unlead(slot);
      }
      for (const some of inGoes(again)) rejoin(some, leaders, renamed);
      return { leaders, renamed, touched };
    },
    slotsOf: (leader) => led.get(leader),
    mergesOf: (leader) => merges.get(leader) ?? [],
    namedAs(ref) {
      const { type, key, name } = ref.unit;
      if (type === 'person') return { feature: personFeature(key), name, shown: name, key, cores: [], places: [] };
      const named = ref.slot?.namedAs;
      if (named === undefined) throw new Error(`The name ${key} has no slot.`);
      return named;
    },
    nameOf(feature) {
      const value = feature.slice(feature.indexOf(':') + 1);
      return slots.get(value)?.namedAs?.shown ?? value;
    },
  };
}
