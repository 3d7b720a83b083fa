/** Entities of one document: what its mentions refer to. */
import type { Mention } from '../mentions/mention.ts';
import type { EntityTypeId } from '../ontology/ontology.ts';
import type { Status } from '../ontology/status.ts';
import type { Locality } from './locality.ts';

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
  /** `planned` where the post is yet to be taken: 将出任. */
  readonly status?: Status;
  /** Where it is said: from the first character of organisation or title to the end of the person's name. */
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/**
 * Names that the text lists side by side: 甲公司、乙公司和丙公司; 王一、李二等. What is said of one of them is said of all, so
 * relation rules distribute over a group.
 */
export interface Group {
  /** Indices into the mention list, in order; at least two, of one kind (people, organisations, projects or places). */
  readonly members: readonly number[];
  /** From the first character of the first member to the last of the last. */
  readonly start: number;
  readonly end: number;
}

/** A document after linking: the input of relation rules. */
export interface LinkedDocument {
  /**
   * All mentions: those that were recognised, with types made consistent over the document, and in addition anaphora
   * (该公司, 蔡行长; source `anaphora`) with the type of what they stand for, and agencies that a title implies
   * (市 of 市长; source `context`, with the title as `parent`). Sorted by start, the longer first. `entities` and
   * `groups` index into this list and into no other.
   */
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** In order of appearance; a person with two posts has two. */
  readonly posts: readonly PostMention[];
  /** In order of appearance; groups do not overlap. */
  readonly groups: readonly Group[];
  /** Entity id of each mention, by mention index; undefined for titles and values. */
  readonly entityOf: readonly (string | undefined)[];
  /** The place whose 市委, 市长 and 全市 the document speaks of, such as 聊城; by 省, 市, 县, 区. */
  readonly locality: Locality;
}
