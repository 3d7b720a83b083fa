/**
 * Joins the ways in which the news names one house: 青禾, 青禾公司, 青禾集团, 青禾集团公司 and, abroad, 甲国青禾集团. A listed
 * company (青禾股份) is another legal person than its group and takes no part; nor do branches, regional companies and
 * names with a city of their own.
 */
import { contradict } from './contradiction.ts';
import { isCountry } from './gazetteer.ts';
import type { NameGroup, NameGroups } from './name-groups.ts';
import { listOf } from './order.ts';
import type { OrganisationName } from './organisation-name.ts';
import type { Units } from './units.ts';

const CONFIDENCE = 0.88;

/** A core of fewer characters may be a word that several houses bear, so that documents must say that it stands for each. */
const TELLING_CORE = 3;

/** Joins in `groups` what {@link OrganisationName}s show to be one house. */
export function joinBrands(units: Units, groups: NameGroups, parsed: readonly (OrganisationName | undefined)[]): void {
  const houses = new Map<string, NameGroup[]>();
  for (const group of groups.groups) {
    const name = parsed[group.index];
    if (name && !group.generic && isCompany(units, group) && isHouse(name))
      listOf(houses, houseBucket(name)).push(group);
  }
  for (const members of houses.values()) {
    const core = parsed[members[0]?.index ?? -1]?.core ?? '';
    const joined = members.filter((group) => core.length >= TELLING_CORE || isCalled(units, group, core));
    const [first, ...others] = joined;
    if (first === undefined) continue;
    for (const other of others) {
      if (contradict(groups, parsed, first.index, other.index)) continue;
      groups.merge({ from: other.index, into: first.index, rule: 'same-house', confidence: CONFIDENCE });
    }
  }
}

/** Names that one house may bear have one bucket. */
export function houseBucket({ core, numbers }: OrganisationName): string {
  return JSON.stringify([core, numbers]);
}

const isCompany = (units: Units, group: NameGroup) =>
  group.units.every((index) => units.units[index]?.type === 'company');

/** Whether a name is one that a house as a whole bears. */
export function isHouse({ body, branch, region, forms, places, core }: OrganisationName): boolean {
  return !body && branch === '' && region === '' && core.length >= 2 && !forms.has('股份') && places.every(isCountry);
}

/** Whether the name is its core, or a document calls its bearer by the core alone. */
function isCalled(units: Units, group: NameGroup, core: string): boolean {
  return (
    group.key === core ||
    group.units.some((index) => units.units[index]?.aliases.some(({ key }) => key === core) === true)
  );
}
