/** Texts and evidence under the numbers of a curated network. */
import type { MergeReason, Post, SplitReason } from '../../../network/network.ts';
import type { DocumentText, EvidenceItem, NodeDetail, OccasionColumns } from '../../../outputs/explorer-data.ts';
import { type Dataset, originalOf } from '../dataset.ts';
import type { Loadable } from '../loadables.ts';
import type { Shards } from '../shards.ts';
import type { Curated } from './curate.ts';
import { evidenceOf, type TiePiece } from './ties.ts';

/** Shards for a curated network, from those of the network as it was loaded. */
export function createCuratedShards(base: Shards, dataset: Dataset, curated: Curated): Shards {
  // One object as long as nothing arrives, so that what reads it can compare by identity.
  const known = new Map<string, { readonly sources: readonly unknown[]; readonly value: Loadable<unknown> }>();
  function remember<T>(key: string, sources: readonly Loadable<unknown>[], make: () => T): Loadable<T> {
    const pending = sources.find(({ status }) => status !== 'ready');
    if (pending !== undefined) return pending as Loadable<T>;
    const found = known.get(key);
    if (found?.sources.length === sources.length && found.sources.every((source, i) => source === sources[i])) {
      return found.value as Loadable<T>;
    }
    const value = { status: 'ready', value: make() } as const;
    known.set(key, { sources, value });
    return value;
  }

  function evidence(edge: number): Loadable<readonly EvidenceItem[]> {
    const { pieces } = curated.ties[edge] ?? { pieces: [] };
    const [first] = pieces;
    if (first !== undefined && pieces.length === 1 && first.items === undefined) return base.evidence(first.edge);
    const sources = pieces.filter(({ items }) => items === undefined).map((piece) => base.evidence(piece.edge));
    return remember(`edge ${edge}`, sources, () => evidenceOf(base, pieces) ?? []);
  }

  function detail(node: number): Loadable<NodeDetail> {
    const entity = curated.entities[node];
    const nodes = [...new Set(entity?.atoms.map(curated.world.nodeOf))];
    const sources = nodes.map((one) => base.detail(one));
    return remember(`node ${node}`, sources, () =>
      joinDetails(
        dataset,
        curated,
        node,
        sources.flatMap((source) => (source.status === 'ready' ? [source.value] : [])),
      ),
    );
  }

  return {
    ...base,
    evidence,
    detail,
    text(document) {
      const source = base.text(document);
      return remember(`document ${document}`, [source], () =>
        source.status === 'ready'
          ? relabel(curated, document, source.value, piecesOf(curated))
          : { text: '', mentions: [], statements: [] },
      );
    },
    occasions() {
      const source = base.occasions();
      return remember('occasions', [source], () =>
        source.status === 'ready'
          ? joinOccasions(dataset, curated, source.value)
          : { edge: [], date: [], place: [], documents: [] },
      );
    },
  };
}

/** Occasions of the ties as they are now: what two edges tell of one day is one. */
function joinOccasions(dataset: Dataset, curated: Curated, columns: OccasionColumns): OccasionColumns {
  const becomes = piecesOf(curated);
  const documentsOf = ({ items }: TiePiece) =>
    items === undefined ? null : new Set(items.map((item) => originalOf(dataset, item.document)));
  const rows = new Map<string, { edge: number; date: string | null; place: string | null; documents: Set<number> }>();
  for (const [row, from] of columns.edge.entries()) {
    const date = columns.date[row] ?? null;
    for (const { edge, piece } of becomes.get(from) ?? []) {
      const documents = documentsOf(piece);
      const own = (columns.documents[row] ?? []).filter((document) => documents?.has(document) ?? true);
      if (own.length === 0) continue;
      const key = `${edge} ${date}`;
      const known = rows.get(key) ?? { edge, date, place: null, documents: new Set<number>() };
      rows.set(key, known);
      known.place ??= columns.place[row] ?? null;
      for (const document of own) known.documents.add(document);
    }
  }
  const sorted = [...rows.values()].sort(
    (a, b) => a.edge - b.edge || ((a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0),
  );
  return {
    edge: sorted.map(({ edge }) => edge),
    date: sorted.map(({ date }) => date),
    place: sorted.map(({ place }) => place),
    documents: sorted.map(({ documents }) => [...documents].sort((a, b) => a - b)),
    ...cutOf([columns]),
  };
}

function joinDetails(dataset: Dataset, curated: Curated, node: number, details: readonly NodeDetail[]): NodeDetail {
  const { nodes, edges } = curated.network;
  const entity = curated.entities[node];
  const own = nodes.id[node] ?? '';
  const idOf = (id: string) => curated.idOf(dataset.nodeByKey.get(id) ?? -1);
  const held = new Set(
    edges.id.flatMap((_, edge) => (edges.source[edge] === node ? [nodes.id[edges.target[edge] ?? 0] ?? ''] : [])),
  );
  const posts = new Map<string, Post>();
  for (const post of details.flatMap((item) => item.posts)) {
    const organisation = idOf(post.organisation);
    if (organisation === undefined || !held.has(organisation)) continue;
    posts.set(JSON.stringify([organisation, post.title, post.former]), { ...post, organisation });
  }
  const names = new Set([nodes.label[node], ...(nodes.aliases[node] ?? [])]);
  const merges = details
    .flatMap((item) => item.merges)
    .filter((merge) => merge.names.every((name) => names.has(name)))
    .concat(
      (entity?.joined ?? []).map(
        ({ names: joined, why }): MergeReason => ({
          names: joined,
          rule: 'curated',
          ...(why === undefined ? {} : { detail: why }),
          confidence: 1,
        }),
      ),
    );
  const splits = details.flatMap((item): SplitReason[] =>
    item.splits.flatMap((split) => {
      const other = idOf(split.other);
      return other === undefined || other === own ? [] : [{ ...split, other }];
    }),
  );
  for (const { one, other, why } of curated.replay.parted) {
    const [a, b] = [curated.nodeOfAtom(one), curated.nodeOfAtom(other)];
    const far = a === node ? b : b === node ? a : undefined;
    if (far === undefined || far === node) continue;
    splits.push({ other: nodes.id[far] ?? '', reason: why ?? '人工区分', rule: 'curated' });
  }
  const mentions = (entity?.atoms ?? []).flatMap((atom) => curated.world.mentionsOf(atom) ?? []);
  return {
    mentions: [...mentions].sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    posts: [...posts.values()],
    merges,
    splits: [...new Map(splits.map((split) => [split.other, split])).values()],
    ...cutOf(details),
  };
}

type Pieces = ReadonlyMap<number, readonly { readonly edge: number; readonly piece: TiePiece }[]>;

const pieces = new WeakMap<Curated, Pieces>();

/** The edges that a base edge has become, with what each has of it. */
function piecesOf(curated: Curated): Pieces {
  const known = pieces.get(curated);
  if (known !== undefined) return known;
  const made = new Map<number, { edge: number; piece: TiePiece }[]>();
  for (const [edge, tie] of curated.ties.entries()) {
    for (const piece of tie.pieces) made.set(piece.edge, [...(made.get(piece.edge) ?? []), { edge, piece }]);
  }
  pieces.set(curated, made);
  return made;
}

function relabel(curated: Curated, document: number, from: DocumentText, edges: Pieces): DocumentText {
  const { world } = curated;
  const nodeAt = (start: number, end: number, base: number): number | undefined => {
    const parts = world.partsOf(base);
    const has = (part: number) =>
      world.mentionsOf(part)?.some((at) => at[0] === document && at[1] === start && at[2] === end) === true;
    return curated.nodeOfAtom(parts.length === 1 ? base : (parts.find(has) ?? base));
  };
  const states = ({ items }: TiePiece, start: number, end: number) =>
    items?.some((item) => item.document === document && item.start === start && item.end === end) ?? true;
  const statements = from.statements.flatMap(([start, end, base]) =>
    (edges.get(base) ?? [])
      .filter(({ piece }) => states(piece, start, end))
      .map(({ edge }) => ({ base, row: [start, end, edge] as const })),
  );
  const told = new Map<string, number>();
  return {
    text: from.text,
    mentions: from.mentions.flatMap(([start, end, base]): [number, number, number][] => {
      const node = nodeAt(start, end, base);
      return node === undefined ? [] : [[start, end, node]];
    }),
    // What two ties said with one sentence, the tie that they became says once.
    statements: statements
      .filter(({ base, row }) => {
        const key = row.join(' ');
        if (!told.has(key)) told.set(key, base);
        return told.get(key) === base;
      })
      .map(({ row }) => row)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]),
    ...cutOf([from]),
  };
}

/** What was left out of one is left out of what they make. */
function cutOf(parts: readonly { readonly cut?: true }[]): { readonly cut?: true } {
  return parts.some(({ cut }) => cut === true) ? { cut: true } : {};
}
