/**
 * What a local server answers from the store about a network that is too large for a page, where the page was given a
 * part of it. Nodes and documents go by their ids, edges by their ends and type, so that an answer means the same
 * whatever part the page has. Addresses are relative to the page.
 */
import type { DocumentSummary, EvidenceItem, ExplorerNetwork, NodeDetail, Part } from './explorer-data.ts';

/** Folder of all addresses. */
export const API = 'api/';

/** A part of a network, in the form of `network.json`: what is loaded, and what there is beside it. */
export interface PartialNetwork extends ExplorerNetwork {
  readonly part: Part;
}

/** Body of a `POST` to {@link API}`part`: nodes and documents to have beside the most important nodes. */
export interface PartQuestion {
  readonly nodes: readonly string[];
  readonly documents: readonly string[];
}

/** A document in an answer. */
export interface ServedDocument extends Omit<DocumentSummary, 'reprintOf'> {
  /** Id of the document that this one reprints, which is in the answer as well. */
  readonly reprintOf: string | null;
}

/** An answer that names documents; their numbers are indices into the list. */
export interface WithDocuments {
  readonly documents: readonly ServedDocument[];
}

/** The ends of an edge and its type: source, relation type, target. */
export type EdgeName = readonly [source: string, type: string, target: string];

/** Answer of `evidence?source&type&target`. */
export interface ServedEvidence extends WithDocuments {
  readonly items: readonly EvidenceItem[];
  /** Sentences in all; more than there are items where the limit was reached. */
  readonly total: number;
}

/** Answer of `node?id`. */
export interface ServedNode extends WithDocuments, NodeDetail {
  /** Mentions in all; more than are listed where the limit was reached. */
  readonly total: number;
  /** True where there are more posts or reasons than are listed. */
  readonly capped: boolean;
}

/** Answer of `article?id`. */
export interface ServedArticle extends WithDocuments {
  readonly text: string;
  /** Mentions as `[start, end, node id]`, sorted by start. */
  readonly mentions: readonly (readonly [number, number, string])[];
  /** Sentences that state a tie as `[start, end, edge]`, sorted by start; weak ties left out. */
  readonly statements: readonly (readonly [number, number, EdgeName])[];
  /** True where there are more mentions or statements than are listed. */
  readonly capped: boolean;
}

/** Answer of `POST occasions` with a list of {@link EdgeName}. */
export interface ServedOccasions extends WithDocuments {
  readonly rows: readonly {
    /** Index in the list that was asked for. */
    readonly edge: number;
    readonly date: string | null;
    readonly place: string | null;
    readonly documents: readonly number[];
  }[];
  /** True where not every meeting, or not every sentence of one, was looked at. */
  readonly capped: boolean;
}

/** A name that a search of the whole network found. */
export interface ServedName {
  readonly id: string;
  readonly label: string;
  /** Id of the entity type. */
  readonly type: string;
  /** The name that fits, where it is not the label. */
  readonly alias: string | null;
  readonly aliases: readonly string[];
  readonly degree: number;
}

/** Answer of `search?q`: the best first. */
export interface ServedNames {
  readonly names: readonly ServedName[];
  /** True where so many names fit that not all were weighed. */
  readonly capped: boolean;
}

/** Answer of `neighbours?id`: ids of neighbours by ties that state something, the most important first. */
export interface ServedNeighbours {
  readonly nodes: readonly string[];
  readonly capped: boolean;
}

/**
 * Answer of `path?from&to`, with any of `without` and `hidden` (lists with commas), `weak`, `undated` and `order` (0 or
 * 1), `least`, `confidence`, `since`, `until`, `extra` and `limit`.
 */
export interface ServedPaths {
  /** Node ids from end to end, short paths first. */
  readonly paths: readonly (readonly string[])[];
  /** True where the search ended before it had seen everything. */
  readonly capped: boolean;
}
