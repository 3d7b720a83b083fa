/** Which names of a document are one entity. */
import { definedShortForms } from '../mentions/definitions.ts';
import type { Mention, MentionType } from '../mentions/mention.ts';
import { joinAgencies } from './joins/agencies.ts';
import {
  joinAbbreviations,
  joinBrands,
  joinCases,
  joinContractions,
  joinInitials,
  joinPlaceVariants,
  joinShortForms,
  joinTranslations,
} from './joins/companies.ts';
import { type Name, nameKey } from './joins/name.ts';
import { joinAddressed, joinPersons } from './joins/people.ts';
import { joinBareProjects, joinDescriptions, joinShortenedProjects } from './joins/projects.ts';
import { areSeveral } from './legal-persons.ts';
import type { Locality } from './locality.ts';

/** The names of one entity. */
export interface Cluster {
  readonly type: MentionType;
  readonly names: readonly string[];
}

const VALUES = new Set<MentionType>(['position', 'date', 'amount', 'share']);
/** How full a name is: its length; a name in Latin letters only is another language's, however long. */
export const fullness = (name: string): number => (/\p{Script=Han}/u.test(name) ? name.length : 0);

/**
 * Puts the names of a document into clusters.
 *
 * @param same groups of names that the configuration declares one
 * @param headlineEnd offset where the headline ends that stands in the text; 0 where none does
 * @returns for each name key its cluster
 */
export function clusterNames(
  text: string,
  mentions: readonly Mention[],
  locality: Locality,
  same: readonly (readonly string[])[],
  headlineEnd = 0,
): Map<string, Cluster> {
  const names = collectNames(mentions, headlineEnd);
  const clusters = new Map([...names].map(([key, name]) => [key, [name]]));
  const unite = (one: string, other: string, mayUnite: (all: readonly Name[]) => boolean) => {
    const [a, b] = [clusters.get(one), clusters.get(other)];
    if (a === undefined || b === undefined || a === b) return;
    const all = [...a, ...b];
    if (mayUnite(all)) for (const name of all) clusters.set(nameKey(name.text, name.type), all);
  };
  const join = (one: string, other: string) => unite(one, other, mayBeOneCompany);
  const joinStated = (one: string, other: string) => unite(one, other, () => true);
  for (const { name, full, type } of definedShortForms(text, mentions))
    joinStated(nameKey(full, type), nameKey(name, type));
  joinShortForms(names, join);
  joinPlaceVariants(names, join);
  joinContractions(names, join);
  joinAbbreviations(names, join);
  joinInitials(names, join);
  joinBrands(names, join);
  joinTranslations(text, mentions, join);
  joinCases(names, join);
  joinAgencies(names, locality, join);
  joinPersons(names, join);
  joinAddressed(names, join);
  joinBareProjects(names, join);
  joinDescriptions(names, join);
  joinShortenedProjects(names, join);
  for (const group of same) {
    for (const type of ['person', 'company', 'project', 'event', 'place']) {
      const [head, ...rest] = group.filter((name) => names.has(nameKey(name, type)));
      if (head !== undefined) for (const other of rest) joinStated(nameKey(head, type), nameKey(other, type));
    }
  }
  return describe(clusters);
}

const mayBeOneCompany = (names: readonly Name[]) =>
  !areSeveral(names.flatMap(({ text, type }) => (type === 'company' ? [text] : [])));

function collectNames(mentions: readonly Mention[], headlineEnd: number): Map<string, Name> {
  const names = new Map<string, Name>();
  const weights = new Map<string, Map<MentionType, number>>();
  for (const { type, text, start, score } of mentions) {
    if (VALUES.has(type)) continue;
    const key = nameKey(text, type);
    const name = names.get(key);
    const bodyFirst = start < headlineEnd ? Number.POSITIVE_INFINITY : start;
    if (name === undefined) names.set(key, { text, type, count: 1, first: start, bodyFirst });
    else {
      name.count++;
      name.bodyFirst = Math.min(name.bodyFirst, bodyFirst);
    }
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

function describe(clusters: ReadonlyMap<string, readonly Name[]>): Map<string, Cluster> {
  const described = new Map<readonly Name[], Cluster>();
  for (const list of clusters.values()) {
    if (described.has(list)) continue;
    const sorted = [...list].sort((one, other) => fullness(other.text) - fullness(one.text) || one.first - other.first);
    const type =
      [...list].sort((one, other) => other.count - one.count || one.first - other.first)[0]?.type ?? 'organization';
    described.set(list, { type, names: sorted.map(({ text }) => text) });
  }
  return new Map([...clusters].map(([key, list]) => [key, described.get(list) as Cluster]));
}
