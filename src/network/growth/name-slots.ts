/**
 * The names of a network that grows. A slot holds the units that one name group has; the gazetteer decides how a name
 * is read, and ties between slots say which names have to be joined together ({@link createNeighbourhoods}).
 */
import type { Vocabulary } from '../../resources.ts';
import { nameKey } from '../../tokens/normalise.ts';
import { nationalBody } from '../agency-name.ts';
import { COMMON_DISTRICTS, createGazetteer, type Gazetteer, placeNames, splitPlaces } from '../gazetteer.ts';
import { houseBucket, isHouse } from '../join-brands.ts';
import { isTellingAlias, placeBucket, projectStem, shortFormBucket } from '../join-names.ts';
import { groupId, isCommonNoun, kindOf } from '../name-groups.ts';
import { byCount, compareText, count } from '../order.ts';
import { isCommonDistrict, type OrganisationName, parseOrganisation } from '../organisation-name.ts';
import type { NamedAs } from '../person-profile.ts';
import { takeOut, type UnitRef } from './documents.ts';
import { createMultimap, withOne } from './multimap.ts';
import { createNeighbourhoods } from './neighbourhoods.ts';

/** The units of one name group. */
export interface Slot {
  /** Of the group, see {@link groupId}. */
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly generic: boolean;
  /** In no order. */
  refs: UnitRef[];
  /** What joining names has last seen of it; see {@link signatureOf}. */
  signature: string;
  /** Id of the group that leads those with which it is joined. */
  leader: string;
  namedAs: NamedAs | undefined;
}

/** How a name is read. */
interface Reading {
  readonly generic: boolean;
  readonly organisation?: OrganisationName;
  readonly places?: readonly string[];
}

/** Units that went, and units that came after that. */
export interface UnitChange {
  readonly gone: Set<UnitRef>;
  readonly come: Set<UnitRef>;
}

/** What a change of documents does to names. */
export interface SlotChange {
  /** Slots that have got or lost units, those without any left included, with what they got and lost. */
  readonly touched: ReadonlyMap<Slot, UnitChange>;
  /** Slots whose names have to be joined again, by neighbourhoods. */
  readonly rejoin: readonly (readonly Slot[])[];
}

/** The slots. */
export interface NameSlots {
  change(gone: readonly UnitRef[], come: readonly UnitRef[]): SlotChange;
  get(id: string): Slot | undefined;
  /** All slots of a name; several only for a common noun. */
  named(kind: string, key: string): Iterable<Slot>;
  gazetteer(): Gazetteer;
}

const nameTie = (kind: string, key: string) => `name ${kind} ${key}`;

/** No names yet. */
export function createNameSlots(vocabulary: Vocabulary): NameSlots {
  const slots = new Map<string, Slot>();
  const byName = createMultimap<string, Slot>();
  const near = createNeighbourhoods<Slot>((tie) => !tie.startsWith('name ') || byName.has(tie));
  const places = new Map<string, number>();
  const lines = new Map<string, number[]>();
  vocabulary.same.forEach((names, line) => {
    for (const name of names) lines.set(nameKey(name), [...(lines.get(nameKey(name)) ?? []), line]);
  });
  let gazetteer = createGazetteer([]);

  // Within a kind, what is a common noun does not depend on the type.
  const commonNoun = (kind: string, key: string, by = gazetteer): boolean =>
    isCommonNoun(kind === 'organisation' ? 'organization' : kind, key, by);
  const read = (kind: string, key: string, by = gazetteer): Reading => {
    return {
      generic: commonNoun(kind, key, by),
      ...(kind === 'organisation' ? { organisation: parseOrganisation(key, by) } : {}),
      ...(kind === 'place' ? { places: placesOf(key, by) } : {}),
    };
  };
  const tiesOf = (slot: Slot): readonly string[] => [
    nameTie(slot.kind, slot.key),
    ...(lines.get(slot.key) ?? []).map((line) => `same ${line}`),
    ...tiesOfReading(slot, read(slot.kind, slot.key)),
  ];
  const aliasTies = ({ unit }: UnitRef): readonly string[] =>
    unit.type === 'person'
      ? []
      : unit.aliases
          .filter(({ key }) => isTellingAlias(unit.type, key))
          .map(({ key }) => nameTie(kindOf(unit.type), key));

  function change(gone: readonly UnitRef[], come: readonly UnitRef[]): SlotChange {
    const touched = new Map<Slot, UnitChange>();
    const changeOf = (slot: Slot): UnitChange => {
      const known = touched.get(slot) ?? { gone: new Set(), come: new Set() };
      touched.set(slot, known);
      return known;
    };
    const seeds = new Set<string>();
    const detach = (ref: UnitRef) => {
      const { slot } = ref;
      if (slot === undefined) return;
      changeOf(slot).gone.add(ref);
      ref.slot = undefined;
      takeOut(slot.refs, ref);
      for (const tie of aliasTies(ref)) if (near.untie(slot, tie)) seeds.add(tie);
      if (slot.refs.length > 0) return;
      slots.delete(slot.id);
      for (const tie of tiesOf(slot)) {
        seeds.add(tie);
        near.untie(slot, tie);
      }
      byName.delete(nameTie(slot.kind, slot.key), slot);
    };
    const attach = (ref: UnitRef) => {
      const { unit, member } = ref;
      const kind = kindOf(unit.type);
      if (kind === 'person' && !lines.has(unit.key)) return;
      const generic = commonNoun(kind, unit.key);
      const id = groupId(kind, unit.key, generic, member.source.rootId);
      let slot = slots.get(id);
      if (slot === undefined) {
        slot = {
          id,
          kind,
          key: unit.key,
          generic,
          refs: [],
          signature: '',
          leader: id,
          namedAs: undefined,
        };
        slots.set(id, slot);
        byName.add(nameTie(kind, unit.key), slot);
        for (const tie of tiesOf(slot)) near.tie(slot, tie);
      }
      slot.refs = withOne(slot.refs, ref);
      ref.slot = slot;
      for (const tie of aliasTies(ref)) near.tie(slot, tie);
      changeOf(slot).come.add(ref);
    };

    for (const ref of gone) detach(ref);
    const changedPlaces = countPlaces(gone, come);
    if (changedPlaces.size > 0) {
      const before = gazetteer;
      gazetteer = createGazetteer(places.keys());
      const moved = [...byName.keys()].flatMap((name) => {
        const own = byName.get(name);
        const [slot] = own;
        if (slot === undefined || !holdsAny(slot.key, changedPlaces)) return [];
        const { kind, key } = slot;
        return sameReading(read(kind, key, before), read(kind, key)) ? [] : [...own].flatMap(({ refs }) => refs);
      });
      for (const ref of moved) detach(ref);
      for (const ref of moved) attach(ref);
    }
    for (const ref of come) attach(ref);

    for (const slot of touched.keys()) {
      if (slot.refs.length === 0) continue;
      const signature = signatureOf(slot, read(slot.kind, slot.key));
      if (signature === slot.signature) continue;
      slot.signature = signature;
      for (const tie of near.tiesOf(slot)) seeds.add(tie);
    }
    return { touched, rejoin: near.around(seeds) };
  }

  /** Counts places, and gives the names that the gazetteer has got or lost. */
  function countPlaces(gone: readonly UnitRef[], come: readonly UnitRef[]): Set<string> {
    const before = new Map<string, boolean>();
    const add = (refs: readonly UnitRef[], by: number) => {
      for (const { unit } of refs) {
        if (unit.type !== 'place') continue;
        if (!before.has(unit.key)) before.set(unit.key, places.has(unit.key));
        count(places, unit.key, by);
        if (places.get(unit.key) === 0) places.delete(unit.key);
      }
    };
    add(gone, -1);
    add(come, 1);
    const changed = [...before].filter(([key, was]) => was !== places.has(key));
    return new Set(changed.flatMap(([key]) => placeNames(key)));
  }

  return {
    change,
    get: (id) => slots.get(id),
    named: (kind, key) => byName.get(nameTie(kind, key)),
    gazetteer: () => gazetteer,
  };
}

const placesOf = (key: string, gazetteer: Gazetteer): readonly string[] => {
  const { places, rest } = splitPlaces(key, gazetteer);
  return rest === '' ? places : [];
};

function tiesOfReading({ kind, key, generic }: Slot, { organisation, places }: Reading): readonly string[] {
  const ties: string[] = [];
  if (organisation) {
    const body = nationalBody(key);
    if (body !== undefined) ties.push(`body ${body}`);
    if (!generic) ties.push(`short form ${shortFormBucket(organisation)}`);
    if (!generic && isHouse(organisation)) ties.push(`house ${houseBucket(organisation)}`);
  }
  if (places && places.length > 0) ties.push(`place ${placeBucket(places)}`);
  // A project is joined with the one that bears its stem as its whole name.
  if (kind === 'project' && !generic) ties.push(`project ${projectStem(key)}`, `project ${key}`);
  return [...new Set(ties)];
}

/**
 * What joining names asks of a name: two states of a slot with one signature are joined alike. A name that a thousand
 * documents bear has its neighbours looked at again only when this changes.
 */
function signatureOf({ refs, generic }: Slot, { organisation, places }: Reading): string {
  const types = new Set<string>();
  const roots = new Set<string>();
  const writings = new Map<string, number>();
  const called = new Map<string, { readonly roots: Set<string>; first: UnitRef }>();
  for (const ref of refs) {
    const { type, name, aliases } = ref.unit;
    const { rootId } = ref.member.source;
    types.add(type);
    roots.add(rootId);
    count(writings, name);
    for (const { key } of aliases) {
      const known = called.get(key) ?? { roots: new Set(), first: ref };
      called.set(key, known);
      known.roots.add(rootId);
      if (ref.member.position < known.first.member.position) known.first = ref;
    }
  }
  // Only what may be of several districts is looked up in the texts of all documents.
  const [place = ''] = places ?? [];
  const everywhere =
    generic ||
    (organisation !== undefined && isCommonDistrict(organisation)) ||
    (places?.length === 1 && COMMON_DISTRICTS.has(place));
  return JSON.stringify([
    [...types].sort(),
    Math.min(roots.size, MOST_ROOTS_ASKED_FOR),
    byCount(writings)[0],
    [...called]
      .map(([key, { roots: own, first }]) => [key, Math.min(own.size, 2), first.member.source.document.id] as const)
      .sort((a, b) => compareText(a[0], b[0])),
    everywhere ? refs.map(({ member }) => member.source.document.id).sort() : [],
  ]);
}

/** Joining asks whether more than two documents use a name. */
const MOST_ROOTS_ASKED_FOR = 3;

/** Whether a name, with or without what stands in brackets, holds one of these places. */
function holdsAny(key: string, places: ReadonlySet<string>): boolean {
  const plain = key.replace(/[（(][^（）()]*[）)]/g, '');
  for (const place of places) if (key.includes(place) || plain.includes(place)) return true;
  return false;
}

function sameReading(a: Reading, b: Reading): boolean {
  return JSON.stringify(a, withSets) === JSON.stringify(b, withSets);
}

const withSets = (_: string, value: unknown) => (value instanceof Set ? [...value] : value);
