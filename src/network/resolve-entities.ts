/** Entities of the network from joined units: type, name, id, aliases, and why they are what they are. */
import type { Ontology } from '../ontology/ontology.ts';
import type { Vocabulary } from '../resources.ts';
import { nameKey } from '../tokens/normalise.ts';
import type { PersonMerge } from './join-people.ts';
import type { NameGroups } from './name-groups.ts';
import type { MentionRecord, MergeReason, NetworkEntity, Post, Tie } from './network.ts';
import { byCount, compareText, count, listOf, NONE, orNone, setOf } from './order.ts';
import type { Unit, Units } from './units.ts';

/** An entity before it has an id. */
export interface EntityDraft {
  readonly type: string;
  readonly name: string;
  /** Number of independent documents. */
  readonly sources: number;
  /** The first document that names it, and which of that document's units does. */
  readonly first: string;
  readonly firstUnit: number;
  readonly facts: Pick<NetworkEntity, 'aliases' | 'mentions' | 'documents' | 'confidence'>;
  /** Where documents disagree on its type. */
  readonly merges: readonly MergeReason[];
}

const rootOf = (units: Units, unit: Unit) => units.sources[unit.source]?.root ?? unit.source;

/** What the units of one entity come to. */
export function draftEntity(
  list: readonly Unit[],
  units: Units,
  ontology: Ontology,
  vocabulary: Vocabulary,
): EntityDraft {
  const votes = new Map<string, Set<number>>();
  const types = new Map<string, number>();
  for (const unit of list) {
    setOf(votes, unit.type).add(rootOf(units, unit));
    count(types, unit.type);
  }
  const keys = new Set(list.map(({ key }) => key));
  const name = configuredName(keys, vocabulary) ?? commonName(list, units);
  const [first] = list;
  return {
    type: typeOf(keys, votes, ontology, vocabulary),
    name,
    sources: new Set([...votes.values()].flatMap((roots) => [...roots])).size,
    first: units.sources[first?.source ?? 0]?.document.id ?? '',
    firstUnit: first?.number ?? 0,
    facts: gatherUnits(list, units, name),
    merges: types.size > 1 ? [majorityType(name, types)] : NONE,
  };
}

/** Things that have a size, by name. */
export type Votes = ReadonlyMap<string, { readonly size: number }>;

/** The keys of an entity's names, as far as it is asked for them. */
export interface Keys {
  has(key: string): boolean;
}

/** The type that configuration declares, or most independent documents give. */
export function typeOf(keys: Keys, votes: Votes, ontology: Ontology, { names }: Vocabulary): string {
  const declared = names.find(({ name, type }) => votes.has(type) && keys.has(nameKey(name)));
  if (declared) return declared.type;
  const order = [...ontology.entityTypes.keys()];
  const [majority] = [...votes].sort((a, b) => b[1].size - a[1].size || order.indexOf(a[0]) - order.indexOf(b[0]));
  return majority?.[0] ?? '';
}

/** The name that configuration wants to be shown. */
export function configuredName(keys: Keys, { same }: Vocabulary): string | undefined {
  return same.find((line) => line.some((name) => keys.has(nameKey(name))))?.[0];
}

/** Says that documents disagree on the type; `types` counts units. */
export function majorityType(name: string, types: ReadonlyMap<string, number>): MergeReason {
  const detail = byCount(types)
    .map((type) => `${type} ${types.get(type)}`)
    .join('、');
  return { names: [name, name], rule: 'majority-type', detail, confidence: 0.8 };
}

/** What ids are made of: `type:name`. `|` parts the ids within a tie's id, so that a name is given without it. */
export const idBase = ({ type, name }: Pick<EntityDraft, 'type' | 'name'>): string =>
  `${type}:${name.replaceAll('|', '｜')}`;

/**
 * Ids of those who bear one name: the base, and `~2`, `~3` for the others, by number of documents, then by the smallest
 * document.
 *
 * @param isBase whether another name already makes this its base
 * @returns in the order of `bearers`
 */
export function numberBearers(
  base: string,
  bearers: readonly Pick<EntityDraft, 'sources' | 'first' | 'firstUnit'>[],
  isBase: (id: string) => boolean,
): readonly string[] {
  const order = bearers
    .map((draft, index) => ({ draft, index }))
    .sort(
      ({ draft: a }, { draft: b }) =>
        b.sources - a.sources || compareText(a.first, b.first) || a.firstUnit - b.firstUnit,
    );
  const ids: string[] = [];
  let number = 1;
  for (const { index } of order) {
    let id = number === 1 ? base : `${base}~${number}`;
    while (number > 1 && isBase(id)) id = `${base}~${++number}`;
    ids[index] = id;
    number++;
  }
  return ids;
}

/** The reasons for merges of names, to be told of the entity that the names are of. */
export function nameMergeReasons(groups: NameGroups, units: Units): ReadonlyMap<string, readonly MergeReason[]> {
  const reasons = new Map<string, MergeReason[]>();
  for (const { from, into, rule, source, confidence } of groups.merges) {
    const [one, other] = [groups.groups[from], groups.groups[into]];
    if (!one || !other || one.kind === 'person') continue;
    const document = units.sources[source ?? -1]?.document.id;
    listOf(reasons, groups.groups[groups.find(from)]?.id ?? '').push({
      names: [other.name, one.name],
      rule,
      ...(document === undefined ? {} : { document }),
      confidence,
    });
  }
  return reasons;
}

/** The reason for a merge of people, as it is told. */
export function personMergeReason(merge: PersonMerge, units: Units): MergeReason | undefined {
  const [from, into] = [units.units[merge.from], units.units[merge.into]];
  if (!from || !into) return undefined;
  const document = units.sources[from.source]?.document.id;
  return {
    names: [into.name, from.name],
    rule: merge.rule,
    ...(merge.detail === undefined ? {} : { detail: merge.detail }),
    ...(document === undefined ? {} : { document }),
    confidence: Math.round(merge.confidence * 100) / 100,
  };
}

/** What the units of an entity come to, with `name` as its name. */
export function gatherUnits(
  list: readonly Unit[],
  units: Units,
  name: string,
): Pick<NetworkEntity, 'aliases' | 'mentions' | 'documents' | 'confidence'> {
  const names = new Map<string, number>();
  const documents = new Map<number, string>();
  const mentions: MentionRecord[] = [];
  const seen = new Set<string>();
  for (const unit of list) {
    const source = units.sources[unit.source];
    if (!source) continue;
    for (const written of [unit.name, ...unit.aliases.map((alias) => alias.name)]) count(names, written);
    const { id } = source.document;
    // The original speaks for its reprints; a reprint is named only where the original does not mention the entity.
    if (!documents.has(source.root) || source.root === unit.source) documents.set(source.root, id);
    for (const mention of unit.mentions) {
      const key = `${mention.start} ${mention.end} ${id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      mentions.push(mention);
    }
  }
  names.delete(name);
  mentions.sort((a, b) => compareText(a.document, b.document) || a.start - b.start || a.end - b.end);
  return {
    aliases: orNone(byCount(names)),
    mentions: mentions.slice(),
    documents: [...documents.values()].sort(compareText),
    confidence: Math.max(...list.map(({ confidence }) => confidence)),
  };
}

/** The name that most independent documents use; of those the longest. */
export function commonName(list: readonly Unit[], units: Units): string {
  const names = new Map<string, Set<number>>();
  for (const unit of list) names.set(unit.name, (names.get(unit.name) ?? new Set()).add(rootOf(units, unit)));
  return mostCommon(names);
}

/** The name with most votes; of those the longest. */
export function mostCommon(names: Votes): string {
  const [common] = [...names].sort(
    (a, b) => b[1].size - a[1].size || b[0].length - a[0].length || compareText(a[0], b[0]),
  );
  return common?.[0] ?? '';
}

/** One reason for each pair of names, rule and detail: the one that is surest. */
export function distinctReasons(reasons: readonly MergeReason[]): MergeReason[] {
  const kept = new Map<string, MergeReason>();
  for (const reason of reasons) {
    const key = JSON.stringify([reason.rule, reason.names, reason.detail]);
    const known = kept.get(key);
    if (!known || known.confidence < reason.confidence) kept.set(key, reason);
  }
  return [...kept].sort((a, b) => compareText(a[0], b[0])).map(([, reason]) => reason);
}

/** Gives people their posts, from the ties that state them. */
export function addPosts(entities: readonly NetworkEntity[], ties: readonly Tie[]): NetworkEntity[] {
  const posts = new Map<string, Map<string, Post>>();
  for (const tie of ties) {
    if (tie.type !== 'holds_post') continue;
    const own = posts.get(tie.source) ?? new Map<string, Post>();
    posts.set(tie.source, own);
    for (const { attributes, date } of tie.evidence) {
      const { title: titles = '', former = false } = attributes;
      for (const title of titles.split('、')) {
        const key = JSON.stringify([tie.target, title, former]);
        const known = own.get(key);
        const dates = [known?.from, known?.to, date].filter((value) => value !== undefined).sort(compareText);
        const [from, to] = [dates[0], dates.at(-1)];
        own.set(key, {
          organisation: tie.target,
          title,
          former,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        });
      }
    }
  }
  return entities.map((entity) => {
    const own = posts.get(entity.id);
    if (!own) return entity;
    const sorted = [...own].sort(
      ([keyA, a], [keyB, b]) =>
        compareText(b.to ?? '', a.to ?? '') || Number(a.former) - Number(b.former) || compareText(keyA, keyB),
    );
    return { ...entity, posts: sorted.map(([, post]) => post) };
  });
}
