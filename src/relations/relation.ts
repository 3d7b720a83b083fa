/** Relations of one document. */
import type { Span } from '../documents/document.ts';
import type { Qualifier } from '../mentions/value.ts';
import type { RelationTypeId } from '../ontology/ontology.ts';
import type { Status } from '../ontology/status.ts';

/** What a relation carries beside its ends. */
export interface RelationAttributes {
  readonly status?: Status;
  /** ISO 8601, as precise as the text is. */
  readonly date?: string;
  /** Where it happened, as the text says. */
  readonly place?: string;
  readonly title?: string;
  readonly former?: boolean;
  /** In the currency's unit. A joint amount of several parties carries `joint`. */
  readonly amount?: number;
  /** ISO 4217 code. */
  readonly currency?: string;
  /** A fraction in 0…1. */
  readonly share?: number;
  readonly qualifier?: Qualifier;
  /** Financing round as written: A轮, 天使轮. */
  readonly round?: string;
  /** Key, unique within the document, of the joint deal whose one amount several relations share. */
  readonly joint?: string;
}

/** A tie that a document states between two of its entities. */
export interface Relation extends RelationAttributes {
  readonly type: RelationTypeId;
  /** Entity ids. */
  readonly source: string;
  readonly target: string;
  /** Confidence that the text states this, in 0…1. */
  readonly confidence: number;
  /** Name of the rule or model that spoke. */
  readonly rule: string;
  /** The sentences that say so. */
  readonly evidence: readonly Span[];
}
