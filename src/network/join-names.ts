/**
 * Joins the names of companies, agencies, organisations, places and projects across documents: what configuration
 * says, what everybody calls public bodies, what a document states as a short form, and short forms that can only
 * mean one. Candidates are found by buckets of core names, never by comparing all names with all.
 */
import { placeStem } from '../mentions/lexicon/places.ts';
import type { Vocabulary } from '../resources.ts';
import { nameKey } from '../tokens/normalise.ts';
import { nationalBody } from './agency-name.ts';
import { contradict } from './contradiction.ts';
import { COMMON_DISTRICTS, type Gazetteer, splitPlaces } from './gazetteer.ts';
import { isGenericName } from './generic-name.ts';
import { joinBrands } from './join-brands.ts';
import type { NameGroup, NameGroups } from './name-groups.ts';
import { listOf, setOf } from './order.ts';
import { abbreviates, isCommonDistrict, mayBeSubsidiary, type OrganisationName } from './organisation-name.ts';
import type { Units } from './units.ts';

/** Confidence of each rule; a stated short form is as good as the document, a unique one is an inference. */
const CONFIDENCE = { official: 0.97, defined: 0.95, sameForm: 0.9, shortForm: 0.85, place: 0.9, project: 0.8 } as const;

/** A short form that more documents than this use by itself is not taken for what one document calls so. */
const MOST_USES_OF_LOCAL_FORM = 2;

/** A bucket beyond this size is a core that says nothing; joining in it would be guessing. */
const LARGEST_BUCKET = 200;

/** Joins names in `groups` (people excepted), by all rules in fixed order. */
export function joinNames(
  units: Units,
  groups: NameGroups,
  parsed: readonly (OrganisationName | undefined)[],
  gazetteer: Gazetteer,
  vocabulary: Vocabulary,
): void {
  joinConfigured(groups, vocabulary);
  joinOfficial(groups);
  joinBrands(units, groups, parsed);
  joinDefined(units, groups, parsed);
  joinShortForms(units, groups, parsed);
  joinPlaces(units, groups, gazetteer);
  joinProjects(groups);
  // Owners of a short form that were apart at first may be one by now.
  joinDefined(units, groups, parsed);
}

function joinConfigured(groups: NameGroups, vocabulary: Vocabulary): void {
  if (vocabulary.same.length === 0) return;
  const byKey = new Map<string, number[]>();
  for (const group of groups.groups) listOf(byKey, group.key).push(group.index);
  for (const names of vocabulary.same) {
    const found = names.flatMap((name) => byKey.get(nameKey(name)) ?? []);
    const [first, ...others] = found;
    for (const other of others) {
      if (first !== undefined) groups.merge({ from: other, into: first, rule: 'configured', confidence: 1 });
    }
  }
}

function joinOfficial(groups: NameGroups): void {
  const bodies = new Map<string, number>();
  for (const group of groups.groups) {
    const body = group.kind === 'organisation' ? nationalBody(group.key) : undefined;
    if (body === undefined) continue;
    const known = bodies.get(body);
    if (known === undefined) bodies.set(body, group.index);
    else {
      groups.merge({
        from: group.index,
        into: known,
        rule: 'official-abbreviation',
        confidence: CONFIDENCE.official,
      });
    }
  }
}

/** Whether another name of an entity may join it with what bears that name elsewhere. */
export function isTellingAlias(type: string, key: string): boolean {
  return key.length >= 2 && !isGenericName(type, key);
}

/** A document that calls one thing by two names joins the names everywhere, when the short one has one owner only. */
function joinDefined(units: Units, groups: NameGroups, parsed: readonly (OrganisationName | undefined)[]): void {
  const owners = new Map<number, Map<number, number>>();
  const statements = new Map<string, Set<number>>();
  for (const unit of units.units) {
    if (unit.type === 'person') continue;
    const owner = groups.groups[groups.groupOf[unit.index] ?? -1];
    if (!owner) continue;
    for (const alias of unit.aliases) {
      if (!isTellingAlias(unit.type, alias.key)) continue;
      // 农业银行 may stand for 甲国农业银行 in the paper that names that one; elsewhere it is the body that everybody calls so.
      if (nationalBody(alias.key) !== undefined && isElsewhere(owner, parsed)) continue;
      for (const named of groups.lookup(owner.kind, alias.key)) {
        const known = owners.get(named.index) ?? new Map<number, number>();
        if (!known.has(owner.index)) known.set(owner.index, unit.source);
        setOf(statements, `${named.index} ${owner.index}`).add(units.sources[unit.source]?.root ?? -1);
        owners.set(named.index, known);
      }
    }
  }
  // 广州万科房地产 may be 万科 to the paper that names both; 万科 in thirty other papers is not 广州万科房地产.
  const risky = (named: number, owner: number) => {
    const [short, long] = [parsed[named], parsed[owner]];
    if (!short || !long || !mayBeSubsidiary(short, long)) return false;
    const once = (statements.get(`${named} ${owner}`)?.size ?? 0) < 2;
    // 远山啤酒（铁岭）有限公司 may be 远山啤酒 to the paper that writes of it; elsewhere that is the house.
    if (once && short.region !== long.region) return true;
    const uses = groups.groups[named]?.units.map((unit) => units.sources[units.units[unit]?.source ?? -1]?.root) ?? [];
    return once && new Set(uses).size > MOST_USES_OF_LOCAL_FORM;
  };
  for (const [named, stated] of [...owners].sort((a, b) => a[0] - b[0])) {
    const allowed = [...stated].filter(([owner]) => !contradict(groups, parsed, named, owner) && !risky(named, owner));
    const others = new Set([...stated.keys()].map(groups.find).filter((root) => root !== groups.find(named)));
    if (others.size !== 1) continue;
    for (const [owner, source] of allowed) {
      groups.merge({ from: named, into: owner, rule: 'defined-short-form', source, confidence: CONFIDENCE.defined });
    }
  }
}

/** Whether a name says of itself that its bearer is of a place or country, and not a body of the whole country. */
const isElsewhere = ({ key, index }: NameGroup, parsed: readonly (OrganisationName | undefined)[]) =>
  nationalBody(key) === undefined && parsed[index]?.places.some((place) => place !== '中国') === true;

/** The members of `longer` that no other member says more than. */
function maximal<T>(longer: readonly T[], shorter: (a: T, b: T) => boolean): T[] {
  return longer.filter((name) => !longer.some((other) => shorter(name, other)));
}

/** Organisations of which one may be a short form of the other have one bucket. */
export function shortFormBucket({ core, body, places, branch }: OrganisationName): string {
  return JSON.stringify([core, body ? placeStem(places.at(-1) ?? '') : '', branch]);
}

function joinShortForms(units: Units, groups: NameGroups, parsed: readonly (OrganisationName | undefined)[]): void {
  const buckets = new Map<string, NameGroup[]>();
  for (const group of groups.groups) {
    const name = parsed[group.index];
    if (name && !group.generic) listOf(buckets, shortFormBucket(name)).push(group);
  }
  const says = (a: NameGroup, b: NameGroup) => {
    const [short, long] = [parsed[a.index], parsed[b.index]];
    return short !== undefined && long !== undefined && abbreviates(short, long);
  };
  for (const bucket of buckets.values()) {
    if (bucket.length < 2 || bucket.length > LARGEST_BUCKET) continue;
    for (const group of bucket) {
      const name = parsed[group.index];
      const twin = bucket.find((other) => other.index < group.index && sameParts(name, parsed[other.index]));
      if (twin && !contradict(groups, parsed, group.index, twin.index)) {
        groups.merge({ from: group.index, into: twin.index, rule: 'short-form', confidence: CONFIDENCE.sameForm });
      }
    }
    for (const group of bucket) {
      const name = parsed[group.index];
      // 国务院 is a name of its own, and no short form of 某国国务院.
      if (nationalBody(group.key) !== undefined) continue;
      const candidates = maximal(
        bucket.filter((other) => says(group, other)),
        says,
      );
      const roots = new Set(candidates.map(({ index }) => groups.find(index)));
      const [candidate] = candidates;
      if (roots.size !== 1 || !candidate || !name || contradict(groups, parsed, group.index, candidate.index)) continue;
      const long = parsed[candidate.index];
      if (isCommonDistrict(name) && !saidNearby(units, group, long?.places.slice(0, -1) ?? [])) continue;
      groups.merge({ from: group.index, into: candidate.index, rule: 'short-form', confidence: CONFIDENCE.shortForm });
    }
  }
}

/** Two writings with equal parts: 聊城市委 and 中共聊城市委员会. */
function sameParts(a: OrganisationName | undefined, b: OrganisationName | undefined): boolean {
  if (!a || !b) return false;
  const forms = (name: OrganisationName) => [...name.forms].sort().join();
  return (
    a.core === b.core &&
    a.body === b.body &&
    a.branch === b.branch &&
    a.numbers === b.numbers &&
    forms(a) === forms(b) &&
    a.places.join() === b.places.join()
  );
}

/** True when every document that uses the bare name also names one of the places (or its stem). */
function saidNearby(units: Units, group: NameGroup, places: readonly string[]): boolean {
  const stems = places.map(placeStem);
  return group.units.every((index) => {
    const unit = units.units[index];
    const text = unit ? (units.sources[unit.source]?.document.text ?? '') : '';
    return stems.some((stem) => text.includes(stem));
  });
}

/** Places of which one may be a short form of the other have one bucket. */
export function placeBucket(places: readonly string[]): string {
  return placeStem(places.at(-1) ?? '');
}

/** 聊城 is 聊城市, and 聊城市 is 山东省聊城市, as long as no other place would fit. */
function joinPlaces(units: Units, groups: NameGroups, gazetteer: Gazetteer): void {
  const buckets = new Map<string, { group: NameGroup; places: string[] }[]>();
  for (const group of groups.groups) {
    if (group.kind !== 'place') continue;
    const { places, rest } = splitPlaces(group.key, gazetteer);
    if (rest === '' && places.length > 0) listOf(buckets, placeBucket(places)).push({ group, places });
  }
  type Entry = { group: NameGroup; places: string[] };
  const says = (a: Entry, b: Entry) => a.group !== b.group && placeWithin(a.places, b.places);
  for (const bucket of buckets.values()) {
    for (const entry of bucket) {
      const longer = bucket.filter((other) => says(entry, other));
      // 北京 is 北京市 before it is one of 中国北京 and 首都北京.
      const suffixed = longer.filter(
        ({ places }) => places.length === entry.places.length && /(?:[省市]|自治区)$/.test(places.at(-1) ?? ''),
      );
      const candidates = suffixed.length === 1 ? suffixed : maximal(longer, says);
      const [candidate] = candidates;
      if (candidates.length !== 1 || !candidate) continue;
      const [place = ''] = entry.places;
      const ambiguous = entry.places.length === 1 && COMMON_DISTRICTS.has(place);
      if (ambiguous && !saidNearby(units, entry.group, candidate.places.slice(0, -1))) continue;
      groups.merge({
        from: entry.group.index,
        into: candidate.group.index,
        rule: 'short-form',
        confidence: CONFIDENCE.place,
      });
    }
  }
}

function placeWithin(short: readonly string[], long: readonly string[]): boolean {
  if (short.join('').length >= long.join('').length) return false;
  const [a = '', b = ''] = [short.at(-1), long.at(-1)];
  if (a !== b && placeStem(b) !== a) return false;
  const outer = long.slice(0, -1).map(placeStem);
  return short.slice(0, -1).every((place) => outer.includes(placeStem(place)));
}

/** A project's key without the word that says what it is. */
export function projectStem(key: string): string {
  return key.replace(/(?:建设)?(?:项目|工程)$/, '');
}

/** 青禾风电 is 青禾风电项目, when there is one only. */
function joinProjects(groups: NameGroups): void {
  const buckets = new Map<string, Set<number>>();
  for (const group of groups.groups) {
    if (group.kind === 'project' && !group.generic) setOf(buckets, projectStem(group.key)).add(group.index);
  }
  for (const [key, bucket] of buckets) {
    const [bare] = groups.lookup('project', key);
    const longer = [...bucket].filter((index) => index !== bare?.index);
    const [only] = longer;
    if (!bare || bare.generic || longer.length !== 1 || only === undefined) continue;
    groups.merge({ from: bare.index, into: only, rule: 'short-form', confidence: CONFIDENCE.project });
  }
}
