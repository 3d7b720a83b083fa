/** What documents say around a person: posts, the company kept, places. The evidence by which namesakes are told. */

import { placeStem } from './gazetteer.ts';
import type { NameGroup, NameGroups } from './name-groups.ts';
import { kindOf } from './name-groups.ts';
import { count, setOf } from './order.ts';
import type { OrganisationName } from './organisation-name.ts';
import type { Units } from './units.ts';

/** What is known of one person, or of several documents' persons taken together. */
export interface Profile {
  /** Unit indices, ascending. */
  readonly units: number[];
  /** Independent sources. */
  readonly roots: Set<number>;
  /** Posts as text: `甲市政府市长`. */
  readonly posts: Set<string>;
  /** Organisations of posts (resolved groups), common nouns left out. */
  readonly organisations: Set<number>;
  /** Entity types of the organisations of posts. */
  readonly kinds: Set<string>;
  /** Stems of the places in the names of those organisations. */
  readonly postPlaces: Set<string>;
  /** Names proper of those organisations, by which a group and its company are seen to belong together. */
  readonly employers: Set<string>;
  readonly titles: Set<string>;
  /** What shares a sentence or a tie with the person. */
  readonly near: Set<string>;
  /** What else the documents name. */
  readonly around: Set<string>;
  readonly places: Set<string>;
  first?: string;
  last?: string;
}

/** Features named by more documents than this share of the corpus (and than ten) say nothing. */
const UBIQUITOUS_SHARE = 0.1;
const UBIQUITOUS_FLOOR = 10;

/** Places that say no more than that something is national. */
const NATIONAL: ReadonlySet<string> = new Set(['中国', '国家', '全国']);

/** One profile for every unit that is a person. */
export function profilePeople(
  units: Units,
  groups: NameGroups,
  parsed: readonly (OrganisationName | undefined)[],
): Map<number, Profile> {
  const featureOf = units.units.map((unit) => feature(unit.index, units, groups));
  const frequency = new Map<string, number>();
  const bySource = new Map<number, Set<string>>();
  for (const unit of units.units) setOf(bySource, unit.source).add(featureOf[unit.index] ?? '');
  for (const features of bySource.values()) for (const name of features) count(frequency, name);
  const limit = Math.max(UBIQUITOUS_FLOOR, units.sources.length * UBIQUITOUS_SHARE);
  const telling = (name: string) => name !== '' && (frequency.get(name) ?? 0) <= limit;

  const profiles = new Map<number, Profile>();
  for (const unit of units.units) {
    if (unit.type !== 'person') continue;
    const source = units.sources[unit.source];
    const own = featureOf[unit.index];
    const around = [...(bySource.get(unit.source) ?? [])].filter((name) => name !== own && telling(name));
    profiles.set(unit.index, {
      units: [unit.index],
      roots: new Set([source?.root ?? unit.source]),
      posts: new Set(),
      organisations: new Set(),
      kinds: new Set(),
      postPlaces: new Set(),
      employers: new Set(),
      titles: new Set(),
      near: new Set(),
      around: new Set(around.filter((name) => !name.startsWith('place:'))),
      places: new Set(around.filter((name) => name.startsWith('place:'))),
      ...(source?.date === undefined ? {} : { first: source.date, last: source.date }),
    });
  }
  addRelations(units, groups, parsed, profiles, featureOf, telling);
  return profiles;
}

function addRelations(
  units: Units,
  groups: NameGroups,
  parsed: readonly (OrganisationName | undefined)[],
  profiles: ReadonlyMap<number, Profile>,
  featureOf: readonly string[],
  telling: (name: string) => boolean,
): void {
  units.sources.forEach(({ extraction }, source) => {
    const ids = units.byEntity[source];
    for (const relation of extraction.relations) {
      const [from, to] = [ids?.get(relation.source) ?? -1, ids?.get(relation.target) ?? -1];
      if (from < 0 || to < 0) continue;
      for (const [own, other] of [
        [from, to],
        [to, from],
      ] as const) {
        const name = featureOf[other] ?? '';
        if (name !== featureOf[own] && telling(name)) profiles.get(own)?.near.add(name);
      }
      if (relation.type !== 'holds_post') continue;
      const profile = profiles.get(from);
      const group = groups.groups[groups.groupOf[to] ?? -1];
      const type = units.units[to]?.type;
      if (profile && group && type) addPost(profile, relation.title, type, group, groups, parsed);
    }
  });
}

/** 市委 of 市委书记: the organisation says it already. */
const LEVEL = /^[省市县区州]委(?=.)/u;

function addPost(
  profile: Profile,
  title: string | undefined,
  type: string,
  group: NameGroup,
  groups: NameGroups,
  parsed: readonly (OrganisationName | undefined)[],
): void {
  profile.posts.add(`${group.name}${title ?? ''}`);
  // Who runs a company or a bureau may well preside over an association.
  if (!/(?:会|联盟)$/.test(group.key)) profile.kinds.add(type);
  for (const one of title?.split('、') ?? []) if (one.length >= 2) profile.titles.add(one.replace(LEVEL, ''));
  if (group.generic) return;
  profile.organisations.add(groups.find(group.index));
  for (const member of groups.members(group.index)) {
    const name = parsed[member];
    if (name && name.core.length >= 2) profile.employers.add(name.core);
    for (const place of name?.places ?? []) if (!NATIONAL.has(place)) profile.postPlaces.add(placeStem(place));
  }
}

/** The name under which a unit counts as context: people by name, all else by resolved group; common nouns not at all. */
function feature(index: number, units: Units, groups: NameGroups): string {
  const unit = units.units[index];
  const group = groups.groups[groups.groupOf[index] ?? -1];
  if (!unit || !group || group.generic) return '';
  if (unit.type === 'person') return `person:${unit.key}`;
  return `${kindOf(unit.type)}:${groups.find(group.index)}`;
}

/** Takes `other` into `profile`. */
export function absorb(profile: Profile, other: Profile): void {
  profile.units.push(...other.units);
  const sets = [
    'roots',
    'posts',
    'organisations',
    'kinds',
    'postPlaces',
    'employers',
    'titles',
    'near',
    'around',
    'places',
  ] as const;
  for (const name of sets) {
    const target: Set<unknown> = profile[name];
    for (const value of other[name]) target.add(value);
  }
  if (other.first !== undefined && (profile.first === undefined || other.first < profile.first))
    profile.first = other.first;
  if (other.last !== undefined && (profile.last === undefined || other.last > profile.last)) profile.last = other.last;
}
