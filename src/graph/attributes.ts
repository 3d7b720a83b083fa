/** Attributes of the graphology graph: the contract with every program that reads our exports. */
import type { EntityTypeId, RelationTypeId } from '../ontology/ontology.ts';
import type { Status } from '../ontology/status.ts';

/** Attributes of a node. Its key is the entity's id. */
export interface NodeAttributes {
  label: string;
  entityType: EntityTypeId;
  aliases: string[];
  /** Layout position; y points up. */
  x: number;
  y: number;
  /** Radius in layout units, by importance. */
  size: number;
  color: string;
  /** Louvain community, numbered from 0 by descending size. */
  community: number;
  /** Number of independent documents. */
  documents: number;
  mentions: number;
  /** ISO dates of the first and last document. */
  firstSeen?: string;
  lastSeen?: string;
  /** Number of ties (weak ones left out). */
  degree: number;
  pagerank: number;
  /** Normalised to 0…1. */
  betweenness: number;
  confidence: number;
  /** For people: posts as text, newest first: `市长（聊城市政府）`, `原副局长（国家质检总局）`. */
  posts?: string[];
  /** What a reader noted. */
  note?: string;
}

/** Attributes of an edge. Its key is the tie's id. */
export interface EdgeAttributes {
  label: string;
  relationType: RelationTypeId;
  symmetric: boolean;
  /** Number of independent documents, at least 1: the weight for layout and metrics. */
  weight: number;
  documents: number;
  confidence: number;
  firstDate?: string;
  lastDate?: string;
  size: number;
  color: string;
  status?: Status;
  amount?: number;
  currency?: string;
  share?: number;
  title?: string;
  former?: boolean;
  /** Set where a reader has checked the tie. */
  reviewed?: 'confirmed';
  /** What a reader noted. */
  note?: string;
}

/** Attributes of the graph itself. */
export interface GraphAttributes {
  title: string;
  /** Version of the program that wrote it. */
  generator: string;
}
