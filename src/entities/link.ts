/** Fourth stage: which mentions are one entity, who holds which post, what is listed together. */
import type { Mention, MentionType } from '../mentions/mention.ts';
import type { Resources } from '../resources.ts';
import type { TokenisedDocument } from '../tokens/token.ts';
import { completeAgency } from './agency-names.ts';
import { type Anaphor, findAnaphora } from './anaphora.ts';
import { type Cluster, clusterNames, fullness } from './cluster.ts';
import { employerOf } from './employers.ts';
import type { Entity, LinkedDocument, PostMention } from './entity.ts';
import { findGroups } from './groups.ts';
import { nameKey } from './joins/name.ts';
import { type Locality, localityOf } from './locality.ts';
import { findPosts, type RawPost, toPostMention } from './posts.ts';

const VALUES = new Set<MentionType>(['position', 'date', 'amount', 'share']);

/**
 * Links the mentions of one document.
 *
 * @param mentions as `recogniseMentions` gives them
 * @returns mentions with anaphora and implied agencies added, and what they refer to
 */
export function linkEntities(
  document: TokenisedDocument,
  mentions: readonly Mention[],
  resources: Resources,
): LinkedDocument {
  const locality = localityOf(document, mentions);
  const clusters = clusterNames(document.text, mentions, locality, resources.vocabulary.same, headlineEnd(document));
  const typed = mentions.map((mention) => withClusterType(mention, clusters));
  const merged = insert(typed, [...findAnaphora(document, typed), ...impliedAgencies(document, typed, locality)]);
  const { entities, entityOf } = makeEntities(document, merged.mentions, merged.standsFor, clusters, locality);
  return {
    mentions: merged.mentions,
    entities,
    posts: linkPosts(document, merged.mentions, entityOf),
    groups: findGroups(document.text, merged.mentions),
    entityOf,
    locality,
  };
}

/** Where the headline ends that stands in the text. */
function headlineEnd({ sentences }: TokenisedDocument): number {
  let end = 0;
  for (const sentence of sentences) if (sentence.kind === 'title') end = Math.max(end, sentence.end);
  return end;
}

function withClusterType(mention: Mention, clusters: ReadonlyMap<string, Cluster>): Mention {
  const type = clusters.get(nameKey(mention.text, mention.type))?.type;
  return type === undefined || type === mention.type ? mention : { ...mention, type };
}

/** 市 of 市长: the government that the title implies, where the document is at home in a city. */
function impliedAgencies(document: TokenisedDocument, mentions: readonly Mention[], locality: Locality): Anaphor[] {
  const implied: Anaphor[] = [];
  const placeEnding = new Map<number, number>();
  for (const [index, { type, parent, end }] of mentions.entries()) {
    if (type === 'place' && parent === undefined) placeEnding.set(end, index);
  }
  for (const { type, text, start } of mentions) {
    if (type !== 'position') continue;
    const match = /^(?:常务副|副|代|代理)?([省市县区])长/u.exec(text);
    const level = match?.[1];
    if (level !== '省' && level !== '市' && level !== '县' && level !== '区') continue;
    const at = start + text.indexOf(level);
    const before = placeEnding.get(start) ?? -1;
    const place = divides(mentions[before]?.text ?? level, level) ? before : -1;
    if (place < 0 && locality[level] === undefined) continue;
    implied.push({
      mention: {
        type: 'agency',
        start: at,
        end: at + 1,
        text: document.text.slice(at, at + 1),
        score: 0.6,
        sources: ['context'],
      },
      antecedent: place,
    });
  }
  return implied;
}

/** How sure a post is whose organisation is taken from the sentences before. */
const CONTEXT_TELLS = 0.75;

const divides = (name: string, level: string) => name.endsWith(level) || !/[省市县区]$/u.test(name);

interface Merged {
  readonly mentions: readonly Mention[];
  /** For each mention, the index of the mention that it stands for, or -1. */
  readonly standsFor: readonly number[];
}

/** Puts additional mentions into their places and moves the indices of parents. */
function insert(mentions: readonly Mention[], added: readonly Anaphor[]): Merged {
  if (added.length === 0) return { mentions, standsFor: mentions.map(() => -1) };
  const all = [
    ...mentions.map((mention, index) => ({ mention, index, antecedent: -1 })),
    ...added.map(({ mention, antecedent }) => ({ mention, index: -1, antecedent })),
  ].sort(
    (one, other) =>
      one.mention.start - other.mention.start || other.mention.end - one.mention.end || other.index - one.index,
  );
  const moved = new Map(all.flatMap(({ index }, at) => (index < 0 ? [] : [[index, at] as const])));
  return {
    mentions: all.map(({ mention, index }, at) => {
      if (mention.parent !== undefined) return { ...mention, parent: moved.get(mention.parent) ?? mention.parent };
      if (index >= 0 || mention.sources[0] !== 'context') return mention;
      for (let before = at - 1; before >= 0; before--) {
        const holder = all[before]?.mention;
        if (holder?.type === 'position') return { ...mention, parent: before };
      }
      return mention;
    }),
    standsFor: all.map(({ antecedent }) => (antecedent < 0 ? -1 : (moved.get(antecedent) ?? -1))),
  };
}

function makeEntities(
  document: TokenisedDocument,
  mentions: readonly Mention[],
  standsFor: readonly number[],
  clusters: ReadonlyMap<string, Cluster>,
  locality: Locality,
): { entities: Entity[]; entityOf: (string | undefined)[] } {
  interface Draft {
    readonly type: MentionType;
    readonly mentions: number[];
    readonly names: string[];
    miss: number;
  }
  const drafts = new Map<string, Draft>();
  const order: string[] = [];
  const keyOf = (index: number): string | undefined => {
    const mention = mentions[index];
    if (mention === undefined || VALUES.has(mention.type)) return undefined;
    if (mention.sources[0] === 'context') {
      const place = mentions[standsFor[index] ?? -1];
      const level = mention.text as keyof Locality;
      const name = place === undefined ? locality[level] : place.text.endsWith(level) ? place.text : place.text + level;
      return `agency|${name ?? level}政府`;
    }
    const cluster = clusters.get(nameKey(mention.text, mention.type));
    return cluster === undefined ? undefined : `${cluster.type}|${cluster.names[0]}`;
  };
  const governments = new Map<string, string>();
  for (const [index, mention] of mentions.entries()) {
    if (mention.type !== 'agency' || mention.sources[0] === 'context') continue;
    const key = keyOf(index);
    const full = completeAgency(mention.text, locality).replace('人民政府', '政府');
    if (key !== undefined) governments.set(`agency|${full}`, key);
  }
  const entityKeys = mentions.map((mention, index) => {
    const target = mention.sources[0] === 'anaphora' ? (standsFor[index] ?? -1) : index;
    const key = keyOf(target);
    return key === undefined ? undefined : (governments.get(key) ?? key);
  });
  for (const [index, key] of entityKeys.entries()) {
    const mention = mentions[index];
    if (key === undefined || mention === undefined) continue;
    let draft = drafts.get(key);
    if (draft === undefined) {
      draft = { type: mention.type, mentions: [], names: [], miss: 1 };
      drafts.set(key, draft);
      order.push(key);
    }
    draft.mentions.push(index);
    if (mention.sources[0] === 'anaphora') continue;
    const written =
      mention.sources[0] === 'context'
        ? key.slice('agency|'.length)
        : document.document.text.slice(mention.start, mention.end);
    if (!draft.names.includes(written)) draft.names.push(written);
    draft.miss = Math.min(draft.miss, 1 - mention.score);
  }
  const ids = new Map(order.map((key, at) => [key, `e${at + 1}`]));
  const entities = order.flatMap((key): Entity[] => {
    const draft = drafts.get(key);
    const id = ids.get(key);
    if (draft === undefined || id === undefined) return [];
    const names = [...draft.names].sort((one, other) => fullness(other) - fullness(one));
    const first = names[0] ?? key;
    const full = draft.type === 'agency' ? completeAgency(first, locality) : first;
    const aliases = full === first ? names.slice(1) : names;
    return [{ id, type: draft.type, name: full, aliases, mentions: draft.mentions, confidence: 1 - draft.miss }];
  });
  return { entities, entityOf: entityKeys.map((key) => (key === undefined ? undefined : ids.get(key))) };
}

function linkPosts(
  document: TokenisedDocument,
  mentions: readonly Mention[],
  entityOf: readonly (string | undefined)[],
): PostMention[] {
  const posts: PostMention[] = [];
  let from = 0;
  for (const [at, sentence] of document.sentences.entries()) {
    while (from < mentions.length && (mentions[from]?.start ?? 0) < sentence.start) from++;
    let to = from;
    while (to < mentions.length && (mentions[to]?.start ?? 0) < sentence.end) to++;
    for (const raw of findPosts(document.text, mentions, from, to)) {
      const person = entityOf[raw.person];
      const stated = raw.organisation ?? impliedBy(raw, mentions);
      const owner = stated ?? employerOf(document.text, mentions, entityOf, document.sentences, at, raw);
      const confidence = stated === undefined ? Math.min(raw.confidence, CONTEXT_TELLS) : raw.confidence;
      const post =
        person === undefined
          ? undefined
          : toPostMention(
              document.text,
              { ...raw, confidence },
              mentions,
              person,
              owner === undefined ? undefined : entityOf[owner],
            );
      if (post !== undefined) posts.push(post);
    }
    from = to;
  }
  return posts;
}

/** The agency within a title: 市 of 市长. */
function impliedBy(raw: RawPost, mentions: readonly Mention[]): number | undefined {
  const at = raw.position + 1;
  const next = mentions[at];
  return next?.parent === raw.position && next.type === 'agency' ? at : undefined;
}
