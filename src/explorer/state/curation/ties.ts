/** Ties of the network as decisions leave it. */
import type { Replay, TieVerdict } from '../../../curation/replay.ts';
import { weighWitnesses } from '../../../network/gather-ties.ts';
import type { EvidenceItem } from '../../../outputs/explorer-data.ts';
import { type Dataset, documentOf, endsOf, originalOf, relationTypeOf } from '../dataset.ts';
import type { Shards } from '../shards.ts';
import type { PageWorld } from './world.ts';

/** A tie of the loaded network, or what a split leaves of it. */
export interface TiePiece {
  /** Base edge. */
  readonly edge: number;
  /** The sentences that belong to it; undefined for all of them. */
  readonly items?: readonly EvidenceItem[];
}

/** A tie after decisions. */
export interface CuratedTie {
  readonly id: string;
  /** Node numbers of the curated network. */
  readonly source: number;
  readonly target: number;
  /** Index into `relationTypes`. */
  readonly type: number;
  readonly pieces: readonly TiePiece[];
  /** Values of edge columns that differ from those of the first piece, by column; ends and id stand above. */
  readonly columns: Readonly<Record<string, unknown>>;
}

interface Draft {
  readonly id: string;
  readonly source: number;
  readonly target: number;
  readonly type: number;
  readonly pieces: TiePiece[];
  confirmed: boolean;
  readonly notes: string[];
}

/** What decisions leave of the ties. */
export interface CuratedTies {
  /** Sorted by id. */
  readonly ties: readonly CuratedTie[];
  readonly waits: boolean;
  /** Decisions about ties that are not there, by line. */
  readonly missing: ReadonlyMap<number, TieVerdict>;
}

/** Joins, divides and judges the ties of a loaded network; node numbers and ids are those of the curated one. */
export function curateTies(
  dataset: Dataset,
  shards: Shards,
  world: PageWorld,
  result: Replay,
  nodeOfAtom: ReadonlyMap<number, number>,
  ids: readonly string[],
): CuratedTies {
  const drafts = new Map<string, Draft>();
  const missing = new Map(result.ties.map((verdict) => [verdict.line, verdict]));
  const fits = domainCheck(dataset, world, result);
  let waits = false;
  const isAsBuilt = asBuiltCheck(dataset, result);
  const asBuilt: CuratedTie[] = [];
  for (let edge = 0; edge < dataset.edgeCount; edge++) {
    if (isAsBuilt(edge)) {
      // Nothing else can become this tie: its ends are what they were, and every tie of a build is there once.
      asBuilt.push({
        id: dataset.network.edges.id[edge] ?? '',
        source: nodeOfAtom.get(dataset.network.edges.source[edge] ?? 0) ?? 0,
        target: nodeOfAtom.get(dataset.network.edges.target[edge] ?? 0) ?? 0,
        type: dataset.network.edges.type[edge] ?? 0,
        pieces: [{ edge }],
        columns: UNCHANGED,
      });
      continue;
    }
    const { symmetric, id: type } = relationTypeOf(dataset, edge);
    const { parts, complete } = divideTie(dataset, shards, world, edge);
    if (!complete) waits = true;
    for (const { source, target, ...piece } of parts) {
      const verdicts = result.ties.filter((verdict) => concerns(verdict, type, source, target, symmetric));
      for (const { line } of verdicts) missing.delete(line);
      const last = verdicts.filter((verdict) => verdict.do !== 'note').at(-1);
      const [a, b] = [nodeOfAtom.get(source), nodeOfAtom.get(target)];
      if (last?.do === 'reject' || a === undefined || b === undefined || a === b || !fits(edge, source, target))
        continue;
      const [from, to] = symmetric && (ids[b] ?? '') < (ids[a] ?? '') ? [b, a] : [a, b];
      const id = `${ids[from]}|${type}|${ids[to]}`;
      const draft: Draft = drafts.get(id) ?? {
        id,
        source: from,
        target: to,
        type: dataset.network.edges.type[edge] ?? 0,
        pieces: [],
        confirmed: false,
        notes: [],
      };
      drafts.set(id, draft);
      draft.pieces.push(piece);
      draft.confirmed ||= last?.do === 'confirm' || dataset.network.edges.reviewed[edge] === 'confirmed';
      draft.notes.push(...[dataset.network.edges.note[edge], ...verdicts.map(({ note }) => note)].filter(isText));
    }
  }
  const touched = [...drafts.values()].map((draft): CuratedTie => {
    const weighed = weigh(dataset, shards, draft.pieces);
    if (weighed === undefined) waits = true;
    const { confirmed, notes, ...tie } = draft;
    return {
      ...tie,
      columns: {
        ...weighed,
        reviewed: confirmed ? 'confirmed' : null,
        note: notes.length === 0 ? null : [...new Set(notes)].join('\n'),
      },
    };
  });
  const ties = [...asBuilt, ...touched].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ties, waits, missing };
}

const UNCHANGED: Readonly<Record<string, unknown>> = {};

/** Whether no decision concerns an edge or its ends. Most edges of a large network are such. */
function asBuiltCheck(dataset: Dataset, { entities, ties }: Replay): (edge: number) => boolean {
  const same = new Uint8Array(dataset.nodeCount);
  for (const { changed, lead } of entities) if (!changed) same[lead] = 1;
  const judged = new Set(ties.flatMap(({ source, target }) => [...source, ...target]));
  const { source, target } = dataset.network.edges;
  return (edge) => {
    const [a, b] = [source[edge] ?? 0, target[edge] ?? 0];
    return same[a] === 1 && same[b] === 1 && !judged.has(a) && !judged.has(b);
  };
}

const isText = (value: string | null | undefined): value is string => typeof value === 'string';

function concerns(verdict: TieVerdict, type: string, a: number, b: number, symmetric: boolean): boolean {
  if (verdict.type !== type) return false;
  return (
    (verdict.source.has(a) && verdict.target.has(b)) || (symmetric && verdict.source.has(b) && verdict.target.has(a))
  );
}

/** A tie between atoms: whole, or in pieces where one of its ends was divided. */
function divideTie(
  dataset: Dataset,
  shards: Shards,
  world: PageWorld,
  edge: number,
): { readonly parts: readonly (TiePiece & { source: number; target: number })[]; readonly complete: boolean } {
  const { source, target } = endsOf(dataset, edge);
  const whole = [{ edge, source, target }];
  if (world.partsOf(source).length === 1 && world.partsOf(target).length === 1) return { parts: whole, complete: true };
  const evidence = shards.evidence(edge);
  if (evidence.status !== 'ready') return { parts: whole, complete: evidence.status === 'failed' };
  const parts = new Map<string, { edge: number; source: number; target: number; items: EvidenceItem[] }>();
  for (const item of evidence.value) {
    const [a, b] = [world.partIn(source, item), world.partIn(target, item)];
    const part = parts.get(`${a} ${b}`) ?? { edge, source: a, target: b, items: [] };
    parts.set(`${a} ${b}`, part);
    part.items.push(item);
  }
  return { parts: [...parts.values()], complete: true };
}

/** Whether a retyped end still may have a tie of the type of `edge`; ends that were merely joined keep their ties. */
function domainCheck(dataset: Dataset, world: PageWorld, { entities }: Replay) {
  const retyped = new Map(
    entities.flatMap(({ atoms, type, retyped: is }) => (is ? atoms.map((atom) => [atom, type] as const) : [])),
  );
  const typeOf = (atom: number) => retyped.get(atom) ?? world.atoms[world.nodeOf(atom)]?.type ?? '';
  return (edge: number, source: number, target: number): boolean => {
    if (!retyped.has(source) && !retyped.has(target)) return true;
    const { from, to, symmetric } = relationTypeOf(dataset, edge);
    const [a, b] = [typeOf(source), typeOf(target)];
    return (from.includes(a) && to.includes(b)) || (symmetric && from.includes(b) && to.includes(a));
  };
}

/** All sentences of the pieces, each once; undefined until they have arrived. */
export function evidenceOf(shards: Shards, pieces: readonly TiePiece[]): readonly EvidenceItem[] | undefined {
  const lists = pieces.map(({ edge, items }) => {
    if (items !== undefined) return items;
    const evidence = shards.evidence(edge);
    return evidence.status === 'ready' ? evidence.value : undefined;
  });
  if (lists.includes(undefined)) return undefined;
  const kept = new Map<string, EvidenceItem>();
  for (const item of lists.flatMap((list) => list ?? [])) {
    const key = JSON.stringify([item.document, item.start, item.end, item.attributes]);
    if ((kept.get(key)?.confidence ?? -1) < item.confidence) kept.set(key, item);
  }
  return [...kept.values()].sort((a, b) => a.document - b.document || a.start - b.start || a.end - b.end);
}

/** Columns that follow from sentences, for a tie that is not as it was; none for one that is; undefined until known. */
function weigh(
  dataset: Dataset,
  shards: Shards,
  pieces: readonly TiePiece[],
): Readonly<Record<string, unknown>> | undefined {
  if (pieces.length === 1 && pieces[0]?.items === undefined) return {};
  const items = evidenceOf(shards, pieces);
  if (items === undefined) return undefined;
  // A shard that came without sentences leaves the figures of the first piece.
  if (items.length === 0) return {};
  const { documents, confidence, firstDate, lastDate, status, amount, currency, share, title, former, qualifier } =
    weighWitnesses(
      items.map((item) => {
        const { id, date, publisher } = documentOf(dataset, item.document);
        return {
          root: originalOf(dataset, item.document),
          evidence: {
            ...item,
            document: id,
            ...(date === null ? {} : { date }),
            ...(publisher === null ? {} : { publisher }),
          },
        };
      }),
    );
  const values = { firstDate, lastDate, status, amount, currency, share, title, former, qualifier };
  return {
    documents,
    weight: Math.max(1, documents),
    confidence,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null])),
  };
}
