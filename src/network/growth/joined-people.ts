/** People told apart, kept up as documents come and go. */
import type { Vocabulary } from '../../resources.ts';
import { nameKey } from '../../tokens/normalise.ts';
import { cutName, joinPeople, personAliases } from '../join-people.ts';
import type { MergeReason } from '../network.ts';
import { listOf } from '../order.ts';
import type { Profile } from '../person-profile.ts';
import { personMergeReason } from '../resolve-entities.ts';
import { type Member, sortRefs, type UnitRef, unitsOfRefs } from './documents.ts';
import { createNeighbourhoods } from './neighbourhoods.ts';

/** A person: all units that are taken for one. */
export interface Person {
  readonly refs: readonly UnitRef[];
  readonly merges: readonly MergeReason[];
  /** Who was kept apart, and why. */
  splits: readonly { readonly other: Person; readonly rule: string; readonly reason: string }[];
}

/** The people of a network. */
export interface JoinedPeople {
  /**
   * @param again documents in which people have to be looked at again
   * @returns people that are no more, and people that are new
   */
  change(
    gone: readonly UnitRef[],
    come: readonly UnitRef[],
    again: ReadonlySet<Member>,
  ): { readonly gone: ReadonlySet<Person>; readonly come: ReadonlySet<Person> };
  of(ref: UnitRef): Person | undefined;
}

/** All units of people that bear one name. */
interface PersonName {
  readonly key: string;
  readonly refs: Set<UnitRef>;
}

/**
 * Nobody yet.
 *
 * @param refsOf the units of a document
 * @param profiles of the people in a document, by number of the unit
 * @param nameOf the name behind a feature
 */
export function createJoinedPeople(
  refsOf: (member: Member) => readonly UnitRef[],
  profiles: (member: Member) => ReadonlyMap<number, Profile>,
  nameOf: (feature: string) => string,
  vocabulary: Vocabulary,
): JoinedPeople {
  const names = new Map<string, PersonName>();
  const personOf = new Map<UnitRef, Person>();
  const near = createNeighbourhoods<PersonName>((tie) => !tie.startsWith('name ') || names.has(tie.slice(5)));
  const lines = new Map<string, number>();
  vocabulary.same.forEach((same, line) => {
    for (const name of same) lines.set(nameKey(name), line);
  });
  const tiesOf = (key: string): readonly string[] => {
    const [line, cut] = [lines.get(key), cutName(key)];
    return [
      `name ${key}`,
      ...(line === undefined ? [] : [`same ${line}`]),
      ...(cut === undefined ? [] : [`name ${cut}`]),
    ];
  };

  function detach(ref: UnitRef, seeds: Set<string>): void {
    const name = names.get(ref.unit.key);
    name?.refs.delete(ref);
    if (name === undefined) return;
    for (const alias of personAliases(ref.unit)) if (near.untie(name, `name ${alias}`)) seeds.add(`name ${alias}`);
    if (name.refs.size > 0) return;
    names.delete(name.key);
    for (const tie of tiesOf(name.key)) {
      seeds.add(tie);
      near.untie(name, tie);
    }
  }

  function attach(ref: UnitRef): void {
    const { key } = ref.unit;
    let name = names.get(key);
    if (name === undefined) {
      name = { key, refs: new Set() };
      names.set(key, name);
      for (const tie of tiesOf(key)) near.tie(name, tie);
    }
    name.refs.add(ref);
    for (const alias of personAliases(ref.unit)) near.tie(name, `name ${alias}`);
  }

  /** Tells the people of these names apart, which no other name bears on. */
  function tellApart(some: ReadonlySet<PersonName>): Person[] {
    const refs = sortRefs([...some].flatMap((name) => [...name.refs]));
    const units = unitsOfRefs(refs);
    const known = new Map(
      refs.map(({ member, unit }, index) => {
        const profile = profiles(member).get(unit.number);
        if (profile === undefined) throw new Error(`The person ${unit.key} has no profile.`);
        return [index, { ...profile, units: [index] }];
      }),
    );
    const { sets, merges, splits } = joinPeople(units, known, nameOf, vocabulary);
    const members = new Map<number, UnitRef[]>();
    for (const [index, ref] of refs.entries()) listOf(members, sets.find(index)).push(ref);
    const reasons = new Map<number, MergeReason[]>();
    for (const merge of merges) {
      const reason = personMergeReason(merge, units);
      if (reason) listOf(reasons, sets.find(merge.from)).push(reason);
    }
    const people = new Map(
      [...members].map(([root, own]): [number, Person] => [
        root,
        { refs: own, merges: reasons.get(root) ?? [], splits: [] },
      ]),
    );
    const apart = new Map<Person, Person['splits'][number][]>();
    for (const { a, b, rule, reason } of splits) {
      const [one, other] = [people.get(sets.find(a)), people.get(sets.find(b))];
      if (!one || !other || one === other) continue;
      listOf(apart, one).push({ other, rule, reason });
      listOf(apart, other).push({ other: one, rule, reason });
    }
    for (const [person, own] of apart) person.splits = own;
    return [...people.values()];
  }

  return {
    change(goneRefs, comeRefs, again) {
      const isPerson = ({ unit }: UnitRef) => unit.type === 'person';
      const seeds = new Set<string>();
      const gone = new Set<Person>();
      const leave = (ref: UnitRef) => {
        const person = personOf.get(ref);
        if (person) gone.add(person);
        personOf.delete(ref);
      };
      for (const ref of goneRefs.filter(isPerson)) {
        for (const tie of near.tiesOf(names.get(ref.unit.key) as PersonName)) seeds.add(tie);
        detach(ref, seeds);
        leave(ref);
      }
      for (const ref of comeRefs.filter(isPerson)) attach(ref);
      const changed = [...comeRefs, ...[...again].flatMap(refsOf)].filter(isPerson);
      for (const { unit } of changed) seeds.add(`name ${unit.key}`);
      const some = near.around(seeds);
      for (const { refs } of some) for (const ref of refs) leave(ref);
      const come = new Set(some.size === 0 ? [] : tellApart(some));
      for (const person of come) for (const ref of person.refs) personOf.set(ref, person);
      return { gone, come };
    },
    of: (ref) => personOf.get(ref),
  };
}
