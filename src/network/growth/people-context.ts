/** What documents say around people, kept up as documents and the names in them change. */
import { count } from '../order.ts';
import { type NamedAs, type Profile, profilePeople, ubiquitousFrom } from '../person-profile.ts';
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
  /** Profiles of the people in a document, by number of the unit. */
  profiles(member: Member): ReadonlyMap<number, Profile>;
}

interface Context {
  readonly namedAs: readonly NamedAs[];
  readonly features: ReadonlySet<string>;
  profiles?: ReadonlyMap<number, Profile>;
}

/**
 * No surroundings yet.
 *
 * @param refsOf the units of a document
 * @param namedAs what a unit's name counts as
 */
export function createPeopleContext(
  refsOf: (member: Member) => readonly UnitRef[],
  namedAs: (ref: UnitRef) => NamedAs,
): PeopleContext {
  const contexts = new Map<Member, Context>();
  const frequency = new Map<string, number>();
  let limit = 0;

  function enter(member: Member, changed: Map<string, number>): void {
    const names = refsOf(member).map(namedAs);
    const features = new Set(names.map(({ feature }) => feature).filter((feature) => feature !== ''));
    contexts.set(member, { namedAs: names, features });
    for (const feature of features) step(feature, 1, changed);
  }

  function leave(member: Member, changed: Map<string, number>): void {
    for (const feature of contexts.get(member)?.features ?? []) step(feature, -1, changed);
    contexts.delete(member);
  }

  /** Counts, and notes the count from before. */
  function step(feature: string, by: number, changed: Map<string, number>): void {
    const before = frequency.get(feature) ?? 0;
    if (!changed.has(feature)) changed.set(feature, before);
    count(frequency, feature, by);
    if (before + by === 0) frequency.delete(feature);
  }

  /** Features that said something and say nothing any more, or the other way round. */
  function turned(changed: ReadonlyMap<string, number>, before: number): Set<string> {
    const now = (feature: string) => frequency.get(feature) ?? 0;
    const found = new Set<string>();
    for (const [feature, was] of changed) if (was <= before !== now(feature) <= limit) found.add(feature);
    // Between two limits there are whole numbers only when the corpus has grown by a good deal.
    if (Math.floor(before) === Math.floor(limit)) return found;
    const [low, high] = before < limit ? [before, limit] : [limit, before];
    for (const [feature, times] of frequency) {
      if (times > low && times <= high && !changed.has(feature)) found.add(feature);
    }
    return found;
  }

  return {
    change(gone, come, renamed, all) {
      const changed = new Map<string, number>();
      for (const member of gone) leave(member, changed);
      for (const member of renamed) leave(member, changed);
      for (const member of [...come, ...renamed]) enter(member, changed);
      const before = limit;
      limit = ubiquitousFrom(all.length);
      const again = new Set([...come, ...renamed]);
      const flipped = before === 0 ? new Set<string>() : turned(changed, before);
      if (flipped.size > 0) {
        for (const member of all) {
          const context = contexts.get(member);
          if (context && [...flipped].some((feature) => context.features.has(feature))) {
            delete context.profiles;
            again.add(member);
          }
        }
      }
      return again;
    },
    profiles(member) {
      const context = contexts.get(member);
      if (context === undefined) throw new Error(`The document ${member.source.document.id} has no context.`);
      context.profiles ??= profilePeople(member.source, context.namedAs, (name) => (frequency.get(name) ?? 0) <= limit);
      return context.profiles;
    },
  };
}
