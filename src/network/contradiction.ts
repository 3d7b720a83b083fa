/** Whether what is known of two entities forbids that they are one. */
import type { NameGroups } from './name-groups.ts';
import { contradictingNames, type OrganisationName } from './organisation-name.ts';

/** Names of one entity that are compared; an entity with more has said enough. */
const MOST_NAMES = 24;

/**
 * True when any name of the one entity contradicts any name of the other.
 *
 * @param parsed the name of each group; `undefined` for what is no organisation
 * @param a index of a group of the one, `b` of the other
 */
export function contradict(
  groups: NameGroups,
  parsed: readonly (OrganisationName | undefined)[],
  a: number,
  b: number,
): boolean {
  const names = (group: number) =>
    groups
      .members(group)
      .flatMap((member) => parsed[member] ?? [])
      .slice(0, MOST_NAMES);
  const others = names(b);
  return names(a).some((name) => others.some((other) => contradictingNames(name, other) !== undefined));
}
