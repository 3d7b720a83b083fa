/** What documents say around a person: posts, the company kept, places. The evidence by which namesakes are told. */

import { placeStem } from '../mentions/lexicon/places.ts';
import type { NameGroups } from './name-groups.ts';
import { NONE, orNone } from './order.ts';
import type { OrganisationName } from './organisation-name.ts';
import type { UnitSource } from './units.ts';

/** What is known of one person, or of several documents' persons taken together. */
export interface Profile {
  /** Unit indices, ascending. */
  readonly units: number[];
  /** Ids of independent sources. */
  readonly roots: Set<string>;
  /** Posts as text: `甲市政府市长`. */
  readonly posts: Set<string>;
  /** Organisations of posts as features, common nouns left out. */
  readonly organisations: Set<string>;
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

/** What the names of the corpus, joined, say of one name. */
export interface NamedAs {
  /** What the name counts as where it is context; empty for common nouns, which are no context. */
  readonly feature: string;
  readonly name: string;
  /** The name under which all that it is joined with is told of. */
  readonly shown: string;
  readonly key: string;
  /** Names proper of all names that it is joined with, and stems of the places in them. */
  readonly cores: readonly string[];
  readonly places: readonly string[];
}

/** What a person's name counts as where it is context. */
export const personFeature = (key: string): string => `person:${key}`;

/** Number of documents beyond which what they all name says nothing of a person. */
export const ubiquitousFrom = (documents: number): number => Math.max(UBIQUITOUS_FLOOR, documents * UBIQUITOUS_SHARE);

/**
 * The profile of a person in one document.
 *
 * @param unit the number of the person's unit
 * @param namedAs what a unit of the document counts as, by number
 * @param telling features of the document that are rare enough to say something
 * @returns with `units` empty
 */
export function profilePerson(
  { own, rootId, date }: UnitSource,
  unit: number,
  namedAs: (unit: number) => NamedAs,
  telling: ReadonlySet<string>,
): Profile {
  const self = namedAs(unit).feature;
  const profile: Profile = {
    units: [],
    roots: new Set([rootId]),
    posts: new Set(),
    organisations: new Set(),
    kinds: new Set(),
    postPlaces: new Set(),
    employers: new Set(),
    titles: new Set(),
    near: new Set(),
    around: new Set(),
    places: new Set(),
    ...(date === undefined ? {} : { first: date, last: date }),
  };
  for (const name of telling)
    if (name !== self) (name.startsWith('place:') ? profile.places : profile.around).add(name);
  for (const { type, from, to, attributes } of own.relations) {
    if (from < 0 || to < 0) continue;
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      if (one !== unit) continue;
      const name = namedAs(other).feature;
      if (name !== self && telling.has(name)) profile.near.add(name);
    }
    const employerType = own.units[to]?.type;
    if (type === 'holds_post' && from === unit && employerType) {
      addPost(profile, attributes.title, employerType, namedAs(to));
    }
  }
  return profile;
}

/**
 * Whether the posts of a body are held beside others: congresses, consultative conferences, parties, associations. Who
 * runs a company or a bureau may well preside over one.
 *
 * @param name of the body, or its name proper
 */
export const isBesideOthers = (name: string): boolean =>
  /(?:会|联盟|政协|人大|工商联|学社|公党|民[盟建革进])(?:中央)?$|政治局|(?:中共|党)中央$/u.test(name);

/** 市委 of 市委书记: the organisation says it already. */
const LEVEL = /^[省市县区州]委(?=.)/u;

function addPost(profile: Profile, title: string | undefined, type: string, employer: NamedAs): void {
  profile.posts.add(`${employer.name}${title ?? ''}`);
  if (!isBesideOthers(employer.key)) profile.kinds.add(type);
  for (const one of title?.split('、') ?? []) if (one.length >= 2) profile.titles.add(one.replace(LEVEL, ''));
  if (employer.feature === '') return;
  profile.organisations.add(employer.feature);
  for (const core of employer.cores) profile.employers.add(core);
  for (const place of employer.places) profile.postPlaces.add(place);
}

/** What the names of groups that were joined count as, for each group. */
export function nameGroups(groups: NameGroups, parsed: readonly (OrganisationName | undefined)[]): readonly NamedAs[] {
  return groups.groups.map(({ index, kind, key, name, generic }) => {
    const names = groups.members(index).flatMap((member) => parsed[member] ?? []);
    const places = names.flatMap((one) => one.places.filter((place) => !NATIONAL.has(place)).map(placeStem));
    const leader = groups.groups[groups.find(index)];
    return {
      feature: generic ? '' : kind === 'person' ? personFeature(key) : `${kind}:${leader?.id ?? ''}`,
      name,
      shown: leader?.name ?? name,
      key,
      cores: generic
        ? NONE
        : orNone([...new Set(names.map(({ core }) => core).filter((core) => core.length >= 2))].sort()),
      places: generic ? NONE : orNone([...new Set(places)].sort()),
    };
  });
}

/** A profile of its own with the same content. */
export function copyProfile(profile: Profile): Profile {
  return {
    ...profile,
    units: [...profile.units],
    roots: new Set(profile.roots),
    posts: new Set(profile.posts),
    organisations: new Set(profile.organisations),
    kinds: new Set(profile.kinds),
    postPlaces: new Set(profile.postPlaces),
    employers: new Set(profile.employers),
    titles: new Set(profile.titles),
    near: new Set(profile.near),
    around: new Set(profile.around),
    places: new Set(profile.places),
  };
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
