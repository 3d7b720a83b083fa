/** Which names of a document are one entity. */
import { definedShortForms } from '../mentions/definitions.ts';
import type { Mention, MentionType } from '../mentions/mention.ts';
import { shortFormsOf } from '../mentions/short-forms.ts';
import { agencyKeys, completeAgency } from './agency-names.ts';
import type { Locality } from './locality.ts';

/** The names of one entity. */
export interface Cluster {
  readonly type: MentionType;
  readonly names: readonly string[];
}

interface Name {
  readonly text: string;
  type: MentionType;
  count: number;
  first: number;
}

const VALUES = new Set<MentionType>(['position', 'date', 'amount', 'share']);
const ORGANISATIONS = new Set<MentionType>(['company', 'agency', 'organization']);

/** Key of a name in the result of {@link clusterNames}: places and people of one name stay apart. */
export const nameKey = (text: string, type: MentionType): string =>
  `${ORGANISATIONS.has(type) ? 'organisation' : type}|${text}`;

/**
 * Puts the names of a document into clusters.
 *
 * @param same groups of names that the configuration declares one
 * @returns for each name key its cluster
 */
export function clusterNames(
  text: string,
  mentions: readonly Mention[],
  locality: Locality,
  same: readonly (readonly string[])[],
): Map<string, Cluster> {
  const names = collectNames(mentions);
  const joined = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let up = joined.get(at); up !== undefined; up = joined.get(at)) at = up;
    return at;
  };
  const join = (one: string, other: string) => {
    const [a, b] = [root(one), root(other)];
    if (a === b || !names.has(one) || !names.has(other)) return;
    // The longer name leads, so that a cluster is named by its fullest form.
    const [nameA, nameB] = [names.get(a), names.get(b)];
    if (nameA === undefined || nameB === undefined) return;
    if (nameA.text.length >= nameB.text.length) joined.set(b, a);
    else joined.set(a, b);
  };
  for (const { name, full, type } of definedShortForms(text, mentions)) join(nameKey(full, type), nameKey(name, type));
  joinShortForms(names, join);
  joinAgencies(names, locality, join);
  joinPersons(names, join);
  for (const group of same) {
    for (const type of ['person', 'company', 'project', 'event', 'place']) {
      const [head, ...rest] = group.filter((name) => names.has(nameKey(name, type)));
      if (head !== undefined) for (const other of rest) join(nameKey(head, type), nameKey(other, type));
    }
  }
  return gather(names, root);
}

function collectNames(mentions: readonly Mention[]): Map<string, Name> {
  const names = new Map<string, Name>();
  const weights = new Map<string, Map<MentionType, number>>();
  for (const { type, text, start, score } of mentions) {
    if (VALUES.has(type)) continue;
    const key = nameKey(text, type);
    const name = names.get(key);
    if (name === undefined) names.set(key, { text, type, count: 1, first: start });
    else name.count++;
    const weight = weights.get(key) ?? new Map<MentionType, number>();
    weight.set(type, (weight.get(type) ?? 0) + score);
    weights.set(key, weight);
  }
  for (const [key, name] of names) {
    let most = 0;
    for (const [type, weight] of weights.get(key) ?? []) {
      if (weight > most) {
        most = weight;
        name.type = type;
      }
    }
  }
  return names;
}

type Join = (one: string, other: string) => void;

/** Joins short forms with the full name that makes them; where several do, with the one named most. */
function joinShortForms(names: ReadonlyMap<string, Name>, join: Join): void {
  const makers = new Map<string, Name>();
  for (const name of names.values()) {
    for (const { name: short } of shortFormsOf(name.text, name.type)) {
      const target = names.get(nameKey(short, name.type));
      if (target === undefined || target.type !== name.type) continue;
      const before = makers.get(short);
      if (
        before === undefined ||
        name.count > before.count ||
        (name.count === before.count && name.first < before.first)
      ) {
        makers.set(short, name);
      }
    }
  }
  for (const [short, name] of makers) join(nameKey(name.text, name.type), nameKey(short, name.type));
}

function joinAgencies(names: ReadonlyMap<string, Name>, locality: Locality, join: Join): void {
  const byKey = new Map<string, Name>();
  for (const name of names.values()) {
    if (name.type !== 'agency') continue;
    for (const key of agencyKeys(completeAgency(name.text, locality), locality)) {
      const before = byKey.get(key);
      if (before === undefined) byKey.set(key, name);
      else join(nameKey(before.text, 'agency'), nameKey(name.text, 'agency'));
    }
  }
}

/** Joins a dotted name with a part of it that stands alone, where only one person has that part. */
function joinPersons(names: ReadonlyMap<string, Name>, join: Join): void {
  const owners = new Map<string, Set<string>>();
  for (const { text, type } of names.values()) {
    if (type !== 'person' || !text.includes('·')) continue;
    const parts = text.split('·');
    for (const part of [parts[0], parts.at(-1)]) {
      if (part === undefined || part.length < 2) continue;
      const set = owners.get(part) ?? new Set<string>();
      owners.set(part, set.add(text));
    }
  }
  for (const [part, full] of owners) {
    const [only] = full;
    if (full.size === 1 && only !== undefined) join(nameKey(only, 'person'), nameKey(part, 'person'));
  }
}

function gather(names: ReadonlyMap<string, Name>, root: (key: string) => string): Map<string, Cluster> {
  const members = new Map<string, Name[]>();
  for (const [key, name] of names) {
    const at = root(key);
    const list = members.get(at);
    if (list === undefined) members.set(at, [name]);
    else list.push(name);
  }
  const clusters = new Map<string, Cluster>();
  for (const list of members.values()) {
    const sorted = [...list].sort((one, other) => other.text.length - one.text.length || one.first - other.first);
    const type =
      [...list].sort((one, other) => other.count - one.count || one.first - other.first)[0]?.type ?? 'organization';
    const cluster: Cluster = { type, names: sorted.map(({ text }) => text) };
    for (const { text, type: own } of list) clusters.set(nameKey(text, own), cluster);
  }
  return clusters;
}
