/**
 * Tells people of one name apart. Those of one name are a block; in it, shared employers join at once (by an index,
 * not pair by pair), then the remaining clusters are weighed from the largest down, so that a name which a thousand
 * documents bear costs no more than the few people who bear it.
 */

import type { Vocabulary } from '../resources.ts';
import { nameKey } from '../tokens/normalise.ts';
import { type Comparison, comparePeople } from './compare-people.ts';
import { listOf, setOf } from './order.ts';
import { absorb, copyProfile, type Profile } from './person-profile.ts';
import { createUnionFind, type UnionFind } from './union-find.ts';
import type { OwnUnit, Units } from './units.ts';

/** A merge of two people's documents: unit indices. */
export interface PersonMerge {
  readonly from: number;
  readonly into: number;
  readonly rule: string;
  readonly detail?: string;
  readonly confidence: number;
}

/** Two people of one name kept apart: unit indices of the two. */
export interface PersonSplit {
  readonly a: number;
  readonly b: number;
  readonly rule: string;
  readonly reason: string;
}

/** Who is who, and why. */
export interface People {
  readonly sets: UnionFind;
  readonly merges: readonly PersonMerge[];
  readonly splits: readonly PersonSplit[];
}

/** Names ending thus call a person without naming them: 蔡行长, 李总, 王先生. */
const ADDRESS =
  /(?:先生|女士|小姐|同志|总|长|书记|主任|主席|经理|董事|老师|教授|医生|律师|记者|院士|部长|局长|老|某|某某)$/;

/** A cluster with documents enough to take in those that say nothing of themselves: this many, and this many times the next. */
const DOMINANT_DOCUMENTS = 3;
const DOMINANT_RATIO = 3;

/** Clusters of one name beyond this number are compared with these largest ones only. */
const MOST_CLUSTERS = 100;

/**
 * Decides for all units that are people.
 *
 * @param known their profiles by unit index, in ascending order; left as they are
 * @param nameOf the name behind a feature, for people to read
 */
export function joinPeople(
  units: Units,
  known: ReadonlyMap<number, Profile>,
  nameOf: (feature: string) => string,
  vocabulary: Vocabulary,
): People {
  const profiles = new Map(known);
  const sets = createUnionFind(units.units.length);
  const merges: PersonMerge[] = [];
  const splits: PersonSplit[] = [];
  const configured = new Map<string, number>();
  vocabulary.same.forEach((names, line) => {
    for (const name of names) configured.set(nameKey(name), line);
  });
  for (const block of blocks(units, configured)) {
    const members = block.flatMap((index) => profiles.get(index) ?? []);
    const key = units.units[block[0] ?? 0]?.key ?? '';
    const line = configured.get(key);
    const clusters =
      line === undefined
        ? byEmployer(members, merges, units)
        : [joinAll(members, merges, { rule: 'configured', confidence: 1 })];
    for (const cluster of clusters) profiles.set(cluster.units[0] ?? -1, cluster);
    weighClusters(key, clusters, merges, splits, nameOf);
  }
  joinCutNames(units, profiles, merges);
  for (const { from, into } of merges) sets.union(from, into);
  return { sets, merges, splits };
}

/** Units that may be one person: of one name, or joined by an alias that has one owner only. */
function blocks(units: Units, configured: ReadonlyMap<string, number>): number[][] {
  const people = units.units.filter(({ type }) => type === 'person');
  const keys = new Map<string, number>();
  for (const { key } of people) if (!keys.has(key)) keys.set(key, keys.size);
  const owners = new Map<string, Set<string>>();
  for (const unit of people) {
    for (const alias of personAliases(unit)) if (keys.has(alias)) setOf(owners, alias).add(unit.key);
  }
  const sets = createUnionFind(keys.size);
  for (const [alias, names] of owners) {
    const [owner] = names;
    if (names.size === 1 && owner !== undefined) sets.union(keys.get(alias) ?? 0, keys.get(owner) ?? 0);
  }
  const lines = new Map<number, number>();
  for (const [key, index] of keys) {
    const line = configured.get(key);
    if (line === undefined) continue;
    sets.union(index, lines.get(line) ?? index);
    lines.set(line, index);
  }
  const found = new Map<number, number[]>();
  for (const { key, index } of people) listOf(found, sets.find(keys.get(key) ?? 0)).push(index);
  return [...found.values()];
}

/** Keys of aliases that name a person, and the family name of 埃隆·马斯克. */
export function personAliases(unit: OwnUnit): string[] {
  const parts = unit.name.split(/[·•・‧]/);
  const family = parts.length > 1 ? nameKey(parts.at(-1) ?? '') : '';
  const aliases = unit.aliases.map(({ key }) => key).filter((key) => key.length >= 2 && !ADDRESS.test(key));
  return family.length >= 2 && family !== unit.key ? [...aliases, family] : aliases;
}

/**
 * Joins a name of two characters with one of three that begins with it, where both hold one post with one employer:
 * an article in which the name stands once may have lost its last character.
 */
function joinCutNames(units: Units, profiles: ReadonlyMap<number, Profile>, merges: PersonMerge[]): void {
  const holders = new Map<string, Map<string, number>>();
  const posts = ({ organisations, titles }: Profile) =>
    [...organisations].flatMap((group) => [...titles].map((title) => `${group} ${title}`));
  const keyOf = (profile: Profile) => units.units[profile.units[0] ?? 0]?.key ?? '';
  for (const profile of profiles.values()) {
    const key = keyOf(profile);
    const cut = cutName(key);
    if (cut === undefined) continue;
    for (const post of posts(profile)) {
      const slot = `${cut} ${post}`;
      const named = holders.get(slot) ?? new Map<string, number>();
      if (!named.has(key)) named.set(key, profile.units[0] ?? 0);
      holders.set(slot, named);
    }
  }
  for (const profile of profiles.values()) {
    const key = keyOf(profile);
    if (key.length !== FULL_NAME - 1) continue;
    const full = new Map(posts(profile).flatMap((post) => [...(holders.get(`${key} ${post}`) ?? [])]));
    const [only] = full;
    if (full.size !== 1 || only === undefined) continue;
    merges.push({
      from: profile.units[0] ?? 0,
      into: only[1],
      rule: 'cut-name',
      detail: `任职相同：${[...profile.posts][0] ?? ''}`,
      confidence: 0.85,
    });
  }
}

const FULL_NAME = 3;

/** The key that a person's name would have without its last character, where it may have lost one. */
export function cutName(key: string): string | undefined {
  return key.length === FULL_NAME ? key.slice(0, -1) : undefined;
}

function joinAll(
  members: readonly Profile[],
  merges: PersonMerge[],
  why: { rule: string; confidence: number },
): Profile {
  const [lead, ...rest] = members as [Profile, ...Profile[]];
  const first = copyProfile(lead);
  for (const other of rest) merges.push({ from: other.units[0] ?? 0, into: first.units[0] ?? 0, ...why });
  for (const other of rest) absorb(first, other);
  return first;
}

/** Joins profiles that share the employer of a post, or whose document is a reprint of the other's. */
function byEmployer(members: readonly Profile[], merges: PersonMerge[], units: Units): Profile[] {
  const sets = createUnionFind(members.length);
  const seen = new Map<string, number>();
  members.forEach((profile, index) => {
    const features = [
      ...[...profile.organisations].map((group) => `employer ${group}`),
      ...[...profile.roots].map((root) => `source ${root} ${units.units[profile.units[0] ?? 0]?.key}`),
    ];
    for (const feature of features) {
      const earlier = seen.get(feature);
      if (earlier === undefined) seen.set(feature, index);
      else if (sets.union(earlier, index)) {
        const [from, into] = [profile.units[0] ?? 0, members[earlier]?.units[0] ?? 0];
        const post = [...profile.posts].sort()[0];
        merges.push(
          feature.startsWith('employer')
            ? {
                from,
                into,
                rule: 'same-post',
                confidence: 0.97,
                ...(post === undefined ? {} : { detail: `任职相同：${post}` }),
              }
            : { from, into, rule: 'same-name', confidence: 0.97, detail: '同一来源' },
        );
      }
    }
  });
  const clusters = new Map<number, Profile>();
  members.forEach((profile, index) => {
    const root = sets.find(index);
    const cluster = clusters.get(root);
    if (cluster) absorb(cluster, profile);
    else clusters.set(root, copyProfile(profile));
  });
  return [...clusters.values()];
}

function weighClusters(
  key: string,
  clusters: readonly Profile[],
  merges: PersonMerge[],
  splits: PersonSplit[],
  nameOf: (feature: string) => string,
): void {
  // Those with posts first: they are the people; the rest are documents to be given to one of them.
  const queue = [...clusters].sort(
    (a, b) =>
      Number(b.posts.size > 0) - Number(a.posts.size > 0) ||
      b.roots.size - a.roots.size ||
      (a.units[0] ?? 0) - (b.units[0] ?? 0),
  );
  const kept: Profile[] = [];
  const undecided = queue.filter((cluster) => !settle(cluster, false));
  // Whom the others have grown to is known by now.
  for (const cluster of undecided) settle(cluster, true);

  /** Joins a cluster with one that is kept, or keeps it; `last` if it shall not wait for what others say. */
  function settle(cluster: Profile, last: boolean): boolean {
    const verdicts = kept
      .slice(0, MOST_CLUSTERS)
      .map((other) => ({ other, verdict: comparePeople(key, other, cluster, nameOf) }));
    const best = choose(verdicts);
    if (!last && best?.verdict.supported !== true && kept.length > 0 && cluster.posts.size === 0) return false;
    if (best) {
      merges.push({
        from: cluster.units[0] ?? 0,
        into: best.other.units[0] ?? 0,
        rule: best.verdict.supported ? 'shared-context' : 'same-name',
        confidence: Math.min(0.97, 1 / (1 + Math.exp(-best.verdict.score))),
        ...(best.verdict.grounds.length > 0 ? { detail: best.verdict.grounds.join('；') } : {}),
      });
      absorb(best.other, cluster);
      return true;
    }
    for (const { other, verdict } of verdicts) {
      const clear = verdict.objections.length > 0;
      splits.push({
        a: other.units[0] ?? 0,
        b: cluster.units[0] ?? 0,
        rule: clear ? 'different-context' : 'unclear-context',
        reason: clear ? verdict.objections.join('；') : '同名者不止一人，文中语境不足以判断是哪一位',
      });
    }
    kept.push(cluster);
    return true;
  }
}

/** The one to join: the best supported; without support only where there is no choice, or one that dwarfs the others. */
function choose<T extends { other: Profile; verdict: Comparison }>(verdicts: readonly T[]): T | undefined {
  const possible = verdicts
    .filter(({ verdict }) => verdict.score > 0)
    .sort((a, b) => b.verdict.score - a.verdict.score || b.other.roots.size - a.other.roots.size);
  const [best, second] = possible;
  if (!best || (best.verdict.supported && best.verdict.score > (second?.verdict.score ?? -1))) return best;
  if (verdicts.length === 1) return best;
  const [largest, next] = [...possible].sort((a, b) => b.other.roots.size - a.other.roots.size);
  const dominates =
    largest !== undefined &&
    largest.other.roots.size >= DOMINANT_DOCUMENTS &&
    largest.other.roots.size >= DOMINANT_RATIO * (next?.other.roots.size ?? 1);
  return dominates ? largest : undefined;
}
