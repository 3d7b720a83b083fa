/** People told apart, kept up as documents come and go. */
import type { Vocabulary } from '../../resources.ts';
import { nameKey } from '../../tokens/normalise.ts';
import { cutName, joinPeople, personAliases } from '../join-people.ts';
import type { MergeReason } from '../network.ts';
import { listOf, NONE } from '../order.ts';
import type { Profile } from '../person-profile.ts';
import { personMergeReason } from '../resolve-entities.ts';
import { type Member, sortRefs, takeOut, type UnitRef, unitsOfRefs } from './documents.ts';
import { withOne } from './multimap.ts';
import { createNeighbourhoods, inGoes } from './neighbourhoods.ts';

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
}

/** All units of people that bear one name. */
interface PersonName {
  readonly key: string;
  /** In no order. */
  refs: UnitRef[];
}

/**
 * Nobody yet.
 *
 * @param profileOf the profile of a person in a document
 * @param nameOf the name behind a feature
 */
export function createJoinedPeople(
  profileOf: (ref: UnitRef) => Profile,
  nameOf: (feature: string) => string,
  vocabulary: Vocabulary,
): JoinedPeople {
  const names = new Map<string, PersonName>();
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
    if (name === undefined) return;
    takeOut(name.refs, ref);
    for (const alias of personAliases(ref.unit)) if (near.untie(name, `name ${alias}`)) seeds.add(`name ${alias}`);
    if (name.refs.length > 0) return;
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
      name = { key, refs: [] };
      names.set(key, name);
      for (const tie of tiesOf(key)) near.tie(name, tie);
    }
    name.refs = withOne(name.refs, ref);
    for (const alias of personAliases(ref.unit)) near.tie(name, `name ${alias}`);
  }

  /** Tells the people of these names apart, which no other name bears on. */
  function tellApart(some: readonly PersonName[]): Person[] {
    const refs = sortRefs(some.flatMap((name) => name.refs));
    const units = unitsOfRefs(refs);
    const known = new Map(refs.map((ref, index) => [index, { ...profileOf(ref), units: [index] }]));
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
        { refs: own.slice(), merges: reasons.get(root) ?? NONE, splits: NONE },
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
        if (ref.person) gone.add(ref.person);
        ref.person = undefined;
      };
      for (const ref of goneRefs.filter(isPerson)) {
        for (const tie of near.tiesOf(names.get(ref.unit.key) as PersonName)) seeds.add(tie);
        detach(ref, seeds);
        leave(ref);
      }
      for (const ref of comeRefs.filter(isPerson)) attach(ref);
      const changed = [...comeRefs, ...[...again].flatMap(({ refs }) => refs)].filter(isPerson);
      for (const { unit } of changed) seeds.add(`name ${unit.key}`);
      const some = near.around(seeds);
      for (const { refs } of some.flat()) for (const ref of refs) leave(ref);
      const come = new Set<Person>();
      for (const names of inGoes(some)) for (const person of tellApart(names)) come.add(person);
      for (const person of come) for (const ref of person.refs) ref.person = person;
      return { gone, come };
    },
  };
}
