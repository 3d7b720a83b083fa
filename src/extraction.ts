/** The result of extracting one document, as it stands in NDJSON. */
import type { Span } from './documents/document.ts';
import type { EntityTypeId } from './ontology/ontology.ts';
import type { Relation } from './relations/relation.ts';

/** A span as `extract` prints it. */
export interface ExtractedMention extends Span {
  readonly type: EntityTypeId | 'position' | 'date' | 'amount';
  /** Id of the entity that it refers to. */
  readonly entity?: string;
}

/** An entity as `extract` prints it. */
export interface ExtractedEntity {
  readonly id: string;
  readonly type: EntityTypeId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly confidence: number;
}

/** Everything that was found in one document. Plain data: it survives JSON and thread boundaries unchanged. */
export interface Extraction {
  /** The document's id. */
  readonly id: string;
  /** The document's date, as given or as read from its metadata lines. */
  readonly date?: string;
  readonly publisher?: string;
  readonly mentions: readonly ExtractedMention[];
  readonly entities: readonly ExtractedEntity[];
  readonly relations: readonly Relation[];
}
