/**
 * The files that the explorer loads, under `graph-output/explorer/`. `network.json` is read at once and holds what
 * drawing, search and filters need, in columns (one array per attribute, all of one length), because that parses and
 * compresses best. Texts and evidence are read when asked for, from numbered shards, so that any static file server
 * will do.
 */

import type { Qualifier } from '../mentions/value.ts';
import type { MergeReason, Post, SplitReason } from '../network/network.ts';
import type { EntityTypeDefinition } from '../ontology/entity-types.ts';
import type { AnyRelationTypeDefinition } from '../ontology/ontology.ts';
import type { Status } from '../ontology/status.ts';
import type { RelationAttributes } from '../relations/relation.ts';

/** Version of this format; the explorer refuses others with a clear sentence. */
export const EXPLORER_FORMAT = 2;

/** Nodes in columns; index = node number. Sorted by node id. */
export interface NodeColumns {
  readonly id: readonly string[];
  readonly label: readonly string[];
  /** Index into `entityTypes`. */
  readonly type: readonly number[];
  readonly aliases: readonly (readonly string[])[];
  /** Full pinyin without tones, syllables separated by blanks: `xu jing yan`; surnames read as surnames. */
  readonly pinyin: readonly string[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly size: readonly number[];
  readonly community: readonly number[];
  readonly documents: readonly number[];
  readonly mentions: readonly number[];
  readonly firstSeen: readonly (string | null)[];
  readonly lastSeen: readonly (string | null)[];
  readonly degree: readonly number[];
  readonly pagerank: readonly number[];
  readonly betweenness: readonly number[];
  readonly confidence: readonly number[];
  /** What a reader noted. */
  readonly note: readonly (string | null)[];
}

/** Edges in columns; index = edge number. Sorted by edge id. */
export interface EdgeColumns {
  readonly id: readonly string[];
  /** Node numbers. */
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** Index into `relationTypes`. */
  readonly type: readonly number[];
  readonly weight: readonly number[];
  readonly documents: readonly number[];
  readonly confidence: readonly number[];
  readonly firstDate: readonly (string | null)[];
  readonly lastDate: readonly (string | null)[];
  readonly status: readonly (Status | null)[];
  readonly amount: readonly (number | null)[];
  readonly currency: readonly (string | null)[];
  readonly qualifier: readonly (Qualifier | null)[];
  /** Number of the joint deal whose one amount several edges share; null for an amount of the edge's own. */
  readonly joint: readonly (number | null)[];
  readonly share: readonly (number | null)[];
  readonly title: readonly (string | null)[];
  readonly former: readonly (boolean | null)[];
  /** Set where a reader has checked the tie. */
  readonly reviewed: readonly ('confirmed' | null)[];
  readonly note: readonly (string | null)[];
}

/** What the page must know of a document before its text is loaded. */
export interface DocumentSummary {
  readonly id: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** Number of the document that this one reprints. */
  readonly reprintOf: number | null;
}

/** What a part leaves out. */
export interface Part {
  /** Nodes of the whole network. */
  readonly nodes: number;
  /** Ties of the whole network that state something. */
  readonly ties: number;
  readonly people: number;
  /** Documents that are not reprints. */
  readonly sources: number;
  /** For each node of the part, in order: ties that state something and lead to nodes that are not in it. */
  readonly more: readonly number[];
  /** Edges between nodes of the part that were left out because there are too many. */
  readonly edgesLeftOut: number;
}

/** `explorer/network.json`. */
export interface ExplorerNetwork {
  readonly format: typeof EXPLORER_FORMAT;
  readonly title: string;
  readonly generator: string;
  readonly entityTypes: readonly EntityTypeDefinition[];
  readonly relationTypes: readonly AnyRelationTypeDefinition[];
  readonly nodes: NodeColumns;
  readonly edges: EdgeColumns;
  readonly documents: readonly DocumentSummary[];
  /**
   * Folder of the files that go by the numbers of this file, relative to it, with a slash at its end. Another network
   * has another, so that a page never reads details of a build that it does not show.
   */
  readonly details: string;
  /** How many items stand in one shard of each kind. */
  readonly shardSize: { readonly nodes: number; readonly edges: number; readonly documents: number };
  /** Only where a local server gives a part of a network that is too large for a page; see `served.ts`. */
  readonly part?: Part;
}

/**
 * `explorer/<details>occasions.json`: when and where people met, in columns; index = occasion. Sentences of one tie that tell of
 * one day are one occasion; reprints add nothing. Sorted by edge, then date.
 */
export interface OccasionColumns {
  /** Edge number, of type `met`. */
  readonly edge: readonly number[];
  /** ISO date; null where no source gives one. */
  readonly date: readonly (string | null)[];
  readonly place: readonly (string | null)[];
  /** Numbers of the independent documents that tell of it. */
  readonly documents: readonly (readonly number[])[];
  /** Set where a server left some out, because there are too many. */
  readonly cut?: true;
}

/** One sentence behind a tie. */
export interface EvidenceItem {
  /** Document number. */
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  readonly confidence: number;
  readonly rule: string;
  readonly attributes: RelationAttributes;
}

/** `explorer/<details>edges/<n>.json`: evidence of edges n·size … (n+1)·size − 1, in order. */
export type EdgeShard = readonly (readonly EvidenceItem[])[];

/** What is shown of a node beside its columns. */
export interface NodeDetail {
  /** Mentions as `[document number, start, end]`. */
  readonly mentions: readonly (readonly [number, number, number])[];
  /** Posts; `organisation` is a node id. */
  readonly posts: readonly Post[];
  readonly merges: readonly MergeReason[];
  readonly splits: readonly SplitReason[];
  /** Set where a server left some posts or reasons out, because there are too many. */
  readonly cut?: true;
}

/** `explorer/<details>nodes/<n>.json`: details of nodes n·size … (n+1)·size − 1, in order. */
export type NodeShard = readonly NodeDetail[];

/** An article with the places where it names nodes. */
export interface DocumentText {
  readonly text: string;
  /** Mentions as `[start, end, node number]`, sorted by start. */
  readonly mentions: readonly (readonly [number, number, number])[];
  /** Sentences that state a tie as `[start, end, edge number]`, sorted by start; weak ties left out. */
  readonly statements: readonly (readonly [number, number, number])[];
  /** Set where a server left some of them out, because there are too many. */
  readonly cut?: true;
}

/** `explorer/<details>documents/<n>.json`: texts of documents n·size … (n+1)·size − 1, in order. */
export type DocumentShard = readonly DocumentText[];

/** Names that were taken for one on thin grounds. */
export interface ReviewMerge extends MergeReason {
  /** Node id. */
  readonly entity: string;
  /** Id of a document that mentions it. */
  readonly witness: string;
  /** Where the name that was joined stands, as `[document id, start, end]`. */
  readonly seen?: readonly [string, number, number];
}

/** Two of one name that might be one. */
export interface ReviewPair {
  /** Node ids. */
  readonly one: string;
  readonly other: string;
  /** Ids of a document that mentions the one, and of one that mentions the other. */
  readonly witnesses: readonly [string, string];
  readonly reason: string;
}

/** `explorer/review.json`: questions for a reader, the most doubtful first. */
export interface ReviewQueue {
  readonly merges: readonly ReviewMerge[];
  readonly pairs: readonly ReviewPair[];
  /** How many more there are. */
  readonly left: number;
}
