/** Entities of one document: what its mentions refer to. */
import type { EntityTypeId } from '../ontology/ontology.ts';

/** A thing that a document names, with all its mentions. */
export interface Entity {
  /** Unique within the document: `e1`, `e2`, … in order of first mention. */
  readonly id: string;
  readonly type: EntityTypeId;
  /** The fullest name, as the document writes it. */
  readonly name: string;
  /** Other names that the document uses for it, without pronouns and common nouns (该公司). */
  readonly aliases: readonly string[];
  /** Indices into the document's mention list: names and anaphora (该公司, 蔡行长) alike. */
  readonly mentions: readonly number[];
  /** Confidence that this is a real name of this type, in 0…1. */
  readonly confidence: number;
}

/** A post that the text gives to a person: 公司总经理俞昌生. */
export interface PostMention {
  /** Entity id of the person. */
  readonly person: string;
  /** Entity id of the organisation, where the text or its context names one. */
  readonly organisation?: string;
  /** The title as written: 市委副书记, 原副局长 gives 副局长 with `former`. */
  readonly title: string;
  readonly former: boolean;
  /** Where it is said: from the first character of organisation or title to the end of the person's name. */
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}
