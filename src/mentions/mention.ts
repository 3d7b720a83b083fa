/** Mentions: spans of text that name something, and what recognisers say of them. */
import type { Span } from '../documents/document.ts';
import type { EntityTypeId } from '../ontology/ontology.ts';
import type { TokenisedDocument } from '../tokens/token.ts';

/** What a span can be: a named entity, a job title, or a value. */
export type MentionType = EntityTypeId | 'position' | 'date' | 'amount' | 'share';

/** A candidate that a recogniser proposes; several may overlap. */
export interface Candidate extends Span {
  readonly type: MentionType;
  /** How sure the recogniser is that exactly this span has exactly this type: a calibrated probability in 0…1. */
  readonly score: number;
  /** Name of the recogniser, and of its rule where it has several: `title-person`, `model`, `vocabulary`. */
  readonly source: string;
}

/** A span that was decided to be a mention; mentions of one document are sorted and do not overlap, except nested. */
export interface Mention extends Span {
  readonly type: MentionType;
  /** The normalised text of the span. */
  readonly text: string;
  /** Combined confidence in 0…1. */
  readonly score: number;
  /** Names of the recognisers that agreed. */
  readonly sources: readonly string[];
  /** Index in the mention list of the mention that this one lies within (a place inside a company's name). */
  readonly parent?: number;
}

/** The contract of everything that finds names: rules, model, vocabulary. */
export interface Recogniser {
  readonly name: string;
  readonly version: string;
  /** Candidates in any order; must be a pure function of the document. */
  recognise(document: TokenisedDocument): readonly Candidate[];
}
