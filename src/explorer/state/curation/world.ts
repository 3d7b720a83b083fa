/** The loaded network as decisions see it. Mentions and texts arrive when they are asked for; until then decisions wait. */
import type { Share } from '../../../curation/decision.ts';
import type { Atom, World } from '../../../curation/world.ts';
import type { EvidenceItem } from '../../../outputs/explorer-data.ts';
import { nameKey } from '../../../tokens/normalise.ts';
import { type Dataset, entityTypeOf, nameOf, originalOf } from '../dataset.ts';
import type { Shards } from '../shards.ts';

/** A mention as `[document number, start, end]`. */
export type Mention = readonly [document: number, start: number, end: number];

/** The parts of the network that decisions are carried out on; nodes are the first atoms, parts split off follow. */
export interface PageWorld extends World {
  /** The node that an atom is, or was split off. */
  nodeOf(atom: number): number;
  /** Atoms that a node was divided into, itself first. */
  partsOf(node: number): readonly number[];
  /** Mentions of an atom; undefined until they have arrived. */
  mentionsOf(atom: number): readonly Mention[] | undefined;
  /** The part of a node that a sentence speaks of. */
  partIn(node: number, item: EvidenceItem): number;
  /** The name of a part that was split off. */
  partName(part: number): string;
  /** True when a question could not be answered yet. */
  waits(): boolean;
}

/** Looks at a dataset with the eyes of decisions. */
export function createPageWorld(dataset: Dataset, shards: Shards): PageWorld {
  const { nodes, entityTypes } = dataset.network;
  const atoms = nodes.id.map(
    (_, node): Atom => ({
      type: entityTypeOf(dataset, node).id,
      name: nameOf(dataset, node),
      aliases: nodes.aliases[node] ?? [],
    }),
  );
  const parents: number[] = [];
  const partNames = new Map<number, string>();
  let waiting = false;
  const parts = new Map<number, number[]>();
  const divided = new Map<number, readonly Mention[]>();

  const nodeOf = (atom: number) => (atom < dataset.nodeCount ? atom : (parents[atom - dataset.nodeCount] ?? 0));
  const partsOf = (node: number) => parts.get(node) ?? [node];
  function mentionsOf(atom: number): readonly Mention[] | undefined {
    const known = divided.get(atom);
    if (known !== undefined) return known;
    const detail = shards.detail(atom);
    waiting ||= detail.status === 'loading';
    return detail.status === 'ready' ? detail.value.mentions : undefined;
  }

  function divide(atom: number, share: Share, next: number): Atom | 'all' | 'none' | undefined {
    const mentions = mentionsOf(atom);
    if (mentions === undefined) return undefined;
    const taken = takenBy(dataset, shards, atoms[nodeOf(atom)] as Atom, mentions, share);
    if (taken === undefined) {
      waiting = true;
      return undefined;
    }
    if (taken.size === 0) return 'none';
    if (taken.size === mentions.length) return 'all';
    const node = nodeOf(atom);
    parents[next - dataset.nodeCount] = node;
    parts.set(node, [...partsOf(node), next]);
    divided.set(
      next,
      mentions.filter((mention) => taken.has(mention)),
    );
    divided.set(
      atom,
      mentions.filter((mention) => !taken.has(mention)),
    );
    const { type, name } = atoms[node] as Atom;
    const [first = name, ...aliases] = share.names ?? [];
    partNames.set(next, first);
    return { type, name: first, aliases };
  }

  function partIn(node: number, item: EvidenceItem): number {
    const all = partsOf(node);
    if (all.length === 1) return node;
    const having = (within: (mention: Mention) => boolean) => all.filter((part) => mentionsOf(part)?.some(within));
    const inSentence = having(
      ([document, start, end]) => document === item.document && start >= item.start && end <= item.end,
    );
    if (inSentence.length > 0) return inSentence.includes(node) ? node : (inSentence[0] ?? node);
    const inDocument = having(([document]) => document === item.document);
    return inDocument.length === 1 ? (inDocument[0] ?? node) : node;
  }

  return {
    atoms,
    types: new Set(entityTypes.map(({ id }) => id)),
    mentions(atom, document) {
      const number = dataset.documentByKey.get(document);
      return number === undefined ? false : mentionsOf(atom)?.some(([other]) => other === number);
    },
    divide,
    nodeOf,
    partsOf,
    mentionsOf,
    partIn,
    partName: (part) => partNames.get(part) ?? '',
    waits: () => waiting,
  };
}

/** The mentions that `share` takes; undefined while texts are on their way. */
function takenBy(
  dataset: Dataset,
  shards: Shards,
  { name, aliases }: Atom,
  mentions: readonly Mention[],
  share: Share,
): ReadonlySet<Mention> | undefined {
  const documents = new Set(share.documents?.map((id) => dataset.documentByKey.get(id) ?? -1));
  const listed = new Set(share.mentions?.map(([id, start, end]) => `${dataset.documentByKey.get(id)} ${start} ${end}`));
  const taken = new Set(
    mentions.filter(
      (mention) =>
        documents.has(mention[0]) || documents.has(originalOf(dataset, mention[0])) || listed.has(mention.join(' ')),
    ),
  );
  if (share.names === undefined) return taken;
  const wanted = new Set(share.names.map(nameKey));
  const names = new Set([name, ...aliases].map(nameKey));
  const byDocument = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const list = byDocument.get(mention[0]) ?? [];
    byDocument.set(mention[0], list);
    list.push(mention);
  }
  let complete = true;
  for (const [document, list] of byDocument) {
    const state = shards.text(document);
    if (state.status !== 'ready') {
      complete = false;
      continue;
    }
    const keys = list.map(([, start, end]) => nameKey(state.value.text.slice(start, end)));
    const gone = list.filter((_, index) => wanted.has(keys[index] ?? ''));
    // 该公司 goes with the only name that its article uses.
    const others = keys.some((key) => names.has(key) && !wanted.has(key));
    for (const mention of gone.length > 0 && !others ? list : gone) taken.add(mention);
  }
  return complete ? taken : undefined;
}
