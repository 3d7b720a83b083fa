/** Entities of the network from joined units: type, name, id, aliases, and why they are what they are. */
import type { Ontology } from '../ontology/ontology.ts';
import type { Vocabulary } from '../resources.ts';
import { nameKey } from '../tokens/normalise.ts';
import type { People } from './join-people.ts';
import type { NameGroups } from './name-groups.ts';
import type { MergeReason, NetworkEntity, Post, SplitReason, Tie } from './network.ts';
import { byCount, compareText, count, listOf } from './order.ts';
import type { Unit, Units } from './units.ts';

interface Cluster {
  readonly leader: string;
  readonly units: readonly Unit[];
  readonly roots: number;
  readonly type: string;
  readonly name: string;
}

/** Entities sorted by id, and the entity of each unit. */
export function resolveEntities(
  units: Units,
  groups: NameGroups,
  people: People,
  ontology: Ontology,
  vocabulary: Vocabulary,
): { readonly entities: readonly NetworkEntity[]; readonly entityOf: readonly NetworkEntity[] } {
  const leaderOf = units.units.map((unit) =>
    unit.type === 'person'
      ? `person ${people.sets.find(unit.index)}`
      : `group ${groups.find(groups.groupOf[unit.index] ?? 0)}`,
  );
  const members = new Map<string, Unit[]>();
  for (const unit of units.units) listOf(members, leaderOf[unit.index] ?? '').push(unit);
  const clusters = [...members].map(([leader, list]) => toCluster(leader, list, units, ontology, vocabulary));
  const idOf = assignIds(clusters, units);
  const reasons = collectReasons(clusters, units, groups, people, leaderOf, idOf);
  const made = clusters.map((cluster) => ({ cluster, entity: toEntity(cluster, units, idOf, reasons) }));
  const entityOf: NetworkEntity[] = [];
  for (const { cluster, entity } of made) for (const unit of cluster.units) entityOf[unit.index] = entity;
  return { entities: made.map(({ entity }) => entity).sort((a, b) => compareText(a.id, b.id)), entityOf };
}

const rootOf = (units: Units, unit: Unit) => units.sources[unit.source]?.root ?? unit.source;

function toCluster(
  leader: string,
  list: readonly Unit[],
  units: Units,
  ontology: Ontology,
  vocabulary: Vocabulary,
): Cluster {
  const votes = new Map<string, Set<number>>();
  for (const unit of list) votes.set(unit.type, (votes.get(unit.type) ?? new Set()).add(rootOf(units, unit)));
  const keys = new Set(list.map(({ key }) => key));
  const declared = vocabulary.names.find(({ name, type }) => votes.has(type) && keys.has(nameKey(name)))?.type;
  const order = [...ontology.entityTypes.keys()];
  const [majority = ''] = [...votes]
    .sort((a, b) => b[1].size - a[1].size || order.indexOf(a[0]) - order.indexOf(b[0]))
    .map(([type]) => type);
  const all = new Set(list.flatMap((unit) => [unit.key, ...unit.aliases.map(({ key }) => key)]));
  const configured = vocabulary.same.find((line) =>
    line.some((name) => keys.has(nameKey(name)) && all.has(nameKey(name))),
  );
  return {
    leader,
    units: list,
    roots: new Set(list.map((unit) => rootOf(units, unit))).size,
    type: declared ?? majority,
    name: configured?.[0] ?? commonName(list, units),
  };
}

/**
 * `type:name`, and `~2`, `~3` for those who bear the same: by number of documents, then by the smallest document.
 * `|` parts the ids within a tie's id, so that a name is given without it.
 */
function assignIds(clusters: readonly Cluster[], units: Units): Map<string, string> {
  const bearers = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    listOf(bearers, `${cluster.type}:${cluster.name.replaceAll('|', '｜')}`).push(cluster);
  }
  const ids = new Map<string, string>();
  const taken = new Set(bearers.keys());
  const first = (cluster: Cluster) => units.sources[cluster.units[0]?.source ?? 0]?.document.id ?? '';
  for (const [base, list] of [...bearers].sort((a, b) => compareText(a[0], b[0]))) {
    list.sort(
      (a, b) =>
        b.roots - a.roots || compareText(first(a), first(b)) || (a.units[0]?.index ?? 0) - (b.units[0]?.index ?? 0),
    );
    let number = 1;
    for (const cluster of list) {
      let id = number === 1 ? base : `${base}~${number}`;
      while (number > 1 && taken.has(id)) id = `${base}~${++number}`;
      taken.add(id);
      ids.set(cluster.leader, id);
      number++;
    }
  }
  return ids;
}

interface Reasons {
  readonly merges: ReadonlyMap<string, MergeReason[]>;
  readonly splits: ReadonlyMap<string, SplitReason[]>;
}

function collectReasons(
  clusters: readonly Cluster[],
  units: Units,
  groups: NameGroups,
  people: People,
  leaderOf: readonly string[],
  idOf: ReadonlyMap<string, string>,
): Reasons {
  const merges = new Map<string, MergeReason[]>();
  const splits = new Map<string, SplitReason[]>();
  const documentOf = (source: number | undefined) => units.sources[source ?? -1]?.document.id;
  for (const merge of groups.merges) {
    const [from, into] = [groups.groups[merge.from], groups.groups[merge.into]];
    if (!from || !into || from.kind === 'person') continue;
    const document = documentOf(merge.source);
    listOf(merges, `group ${groups.find(from.index)}`).push({
      names: [into.name, from.name],
      rule: merge.rule,
      ...(document === undefined ? {} : { document }),
      confidence: merge.confidence,
    });
  }
  for (const merge of people.merges) {
    const [from, into] = [units.units[merge.from], units.units[merge.into]];
    if (!from || !into) continue;
    const document = documentOf(from.source);
    listOf(merges, leaderOf[from.index] ?? '').push({
      names: [into.name, from.name],
      rule: merge.rule,
      ...(merge.detail === undefined ? {} : { detail: merge.detail }),
      ...(document === undefined ? {} : { document }),
      confidence: Math.round(merge.confidence * 100) / 100,
    });
  }
  const split = (own: string, other: string, rule: string, reason: string) =>
    listOf(splits, own).push({ other: idOf.get(other) ?? '', rule, reason });
  for (const { a, b, rule, reason } of people.splits) {
    const [one = '', two = ''] = [leaderOf[a], leaderOf[b]];
    if (one === two) continue;
    split(one, two, rule, reason);
    split(two, one, rule, reason);
  }
  splitGeneric(clusters, groups, split);
  for (const cluster of clusters) {
    const types = new Map<string, number>();
    for (const unit of cluster.units) count(types, unit.type);
    if (types.size > 1) {
      const detail = byCount(types)
        .map((type) => `${type} ${types.get(type)}`)
        .join('、');
      const names: [string, string] = [cluster.name, cluster.name];
      listOf(merges, cluster.leader).push({ names, rule: 'majority-type', detail, confidence: 0.8 });
    }
  }
  return { merges, splits };
}

/** Says of common nouns that they are kept apart: each of the others points at the first, and the first at the second. */
function splitGeneric(
  clusters: readonly Cluster[],
  groups: NameGroups,
  split: (own: string, other: string, rule: string, reason: string) => void,
): void {
  const generic = new Map<string, Set<string>>();
  const leaders = new Set(clusters.map(({ leader }) => leader));
  for (const group of groups.groups) {
    const leader = `group ${groups.find(group.index)}`;
    if (!group.generic || !leaders.has(leader)) continue;
    const slot = JSON.stringify([group.kind, group.key]);
    generic.set(slot, (generic.get(slot) ?? new Set()).add(leader));
  }
  for (const bearers of generic.values()) {
    const [first, second, ...rest] = bearers;
    if (first === undefined || second === undefined) continue;
    const reason = '通用名称，各篇所指不一';
    split(first, second, 'generic-name', reason);
    for (const other of [second, ...rest]) split(other, first, 'generic-name', reason);
  }
}

function toEntity(
  cluster: Cluster,
  units: Units,
  idOf: ReadonlyMap<string, string>,
  { merges, splits }: Reasons,
): NetworkEntity {
  return {
    id: idOf.get(cluster.leader) ?? '',
    type: cluster.type,
    name: cluster.name,
    ...gatherUnits(cluster.units, units, cluster.name),
    merges: distinct(merges.get(cluster.leader) ?? []),
    splits: (splits.get(cluster.leader) ?? []).sort((a, b) => compareText(a.other, b.other)),
    posts: [],
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
  const mentions: { document: string; start: number; end: number }[] = [];
  const seen = new Set<string>();
  for (const unit of list) {
    const source = units.sources[unit.source];
    if (!source) continue;
    for (const written of [unit.name, ...unit.aliases.map((alias) => alias.name)]) count(names, written);
    const { id } = source.document;
    // The original speaks for its reprints; a reprint is named only where the original does not mention the entity.
    if (!documents.has(source.root) || source.root === unit.source) documents.set(source.root, id);
    for (const { start, end } of unit.mentions) {
      const key = `${start} ${end} ${id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      mentions.push({ document: id, start, end });
    }
  }
  names.delete(name);
  mentions.sort((a, b) => compareText(a.document, b.document) || a.start - b.start || a.end - b.end);
  return {
    aliases: byCount(names),
    mentions,
    documents: [...documents.values()].sort(compareText),
    confidence: Math.max(...list.map(({ entity }) => entity.confidence)),
  };
}

/** The name that most independent documents use; of those the longest. */
export function commonName(list: readonly Unit[], units: Units): string {
  const names = new Map<string, Set<number>>();
  for (const unit of list) names.set(unit.name, (names.get(unit.name) ?? new Set()).add(rootOf(units, unit)));
  const [common = ''] = [...names]
    .sort((a, b) => b[1].size - a[1].size || b[0].length - a[0].length || compareText(a[0], b[0]))
    .map(([name]) => name);
  return common;
}

/** One reason for each pair of names, rule and detail: the one that is surest. */
function distinct(reasons: readonly MergeReason[]): MergeReason[] {
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
