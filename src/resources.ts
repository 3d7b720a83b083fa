/** What the stages need beside the document: built once, never changed. */
import type { Recogniser } from './mentions/mention.ts';
import type { EntityTypeId, Ontology } from './ontology/ontology.ts';
import type { Segmenter } from './tokens/token.ts';

/** Vocabulary and decisions that a user's configuration adds. */
export interface Vocabulary {
  /** Names to find wherever they stand, with their type. */
  readonly names: readonly { readonly name: string; readonly type: EntityTypeId }[];
  /** Names that are never entities. */
  readonly ignore: readonly string[];
  /** Groups of names that are one entity; the first is the one to show. */
  readonly same: readonly (readonly string[])[];
}

/** Everything that `extract` needs beside the document. */
export interface Resources {
  readonly segmenter: Segmenter;
  readonly ontology: Ontology;
  readonly vocabulary: Vocabulary;
  /** Name finders, in fixed order: rules, model, vocabulary. */
  readonly recognisers: readonly Recogniser[];
}
