/** What documents say around people, kept up as documents and the names in them change. */
import { type NamedAs, type Profile, profilePerson, ubiquitousFrom } from '../person-profile.ts';
import type { Member, UnitRef } from './documents.ts';

/** The surroundings of people. */
export interface PeopleContext {
  /**
   * Takes documents out, in, and up again whose names count as something else.
   *
   * @param documents number of all documents
   * @returns those whose people have to be looked at again
   */
  change(
    gone: readonly Member[],
    come: readonly Member[],
    renamed: ReadonlySet<Member>,
    all: readonly Member[],
  ): ReadonlySet<Member>;
  /** The profile of a person in a document. */
  profile(ref: UnitRef): Profile;
}

/** What documents name, and how many of them do. */
export interface Feature {
  readonly name: string;
  times: number;
}

/**
 * No surroundings yet.
 *
 * @param namedAs what a unit's name counts as
 */
export function createPeopleContext(namedAs: (ref: UnitRef) => NamedAs): PeopleContext {
  const known = new Map<string, Feature>();
  let limit = 0;

  function enter(member: Member, changed: Map<Feature, number>): void {
    const names = new Set(member.refs.map((ref) => namedAs(ref).feature).filter((name) => name !== ''));
    member.features = [...names].map((name) => {
      const feature = known.get(name) ?? { name, times: 0 };
      if (feature.times === 0) known.set(name, feature);
      step(feature, 1, changed);
      return feature;
    });
  }

  function leave(member: Member, changed: Map<Feature, number>): void {
    for (const feature of member.features) step(feature, -1, changed);
    member.features = [];
  }

  /** Counts, and notes the count from before. */
  function step(feature: Feature, by: number, changed: Map<Feature, number>): void {
    if (!changed.has(feature)) changed.set(feature, feature.times);
    feature.times += by;
    if (feature.times === 0) known.delete(feature.name);
  }

  /** Features that said something and say nothing any more, or the other way round. */
  function turned(changed: ReadonlyMap<Feature, number>, before: number): Set<Feature> {
    const found = new Set<Feature>();
    for (const [feature, was] of changed) if (was <= before !== feature.times <= limit) found.add(feature);
    // Between two limits there are whole numbers only when the corpus has grown by a good deal.
    if (Math.floor(before) === Math.floor(limit)) return found;
    const [low, high] = before < limit ? [before, limit] : [limit, before];
    for (const feature of known.values()) {
      if (feature.times > low && feature.times <= high && !changed.has(feature)) found.add(feature);
    }
    return found;
  }

  return {
    change(gone, come, renamed, all) {
      const changed = new Map<Feature, number>();
      for (const member of gone) leave(member, changed);
      for (const member of renamed) leave(member, changed);
      for (const member of [...come, ...renamed]) enter(member, changed);
      const before = limit;
      limit = ubiquitousFrom(all.length);
      const again = new Set([...come, ...renamed]);
      const flipped = before === 0 ? new Set<Feature>() : turned(changed, before);
      if (flipped.size === 0) return again;
      for (const member of all) if (member.features.some((feature) => flipped.has(feature))) again.add(member);
      return again;
    },
    profile({ member, unit }) {
      const telling = new Set<string>();
      for (const { name, times } of member.features) if (times <= limit) telling.add(name);
      return profilePerson(member.source, unit.number, (number) => namedAs(member.refs[number] as UnitRef), telling);
    },
  };
}
