/** The network of a whole corpus as plain data: resolved entities and ties, each with all its evidence. */
import type { EntityTypeId, RelationTypeId } from '../ontology/ontology.ts';
import type { RelationAttributes } from '../relations/relation.ts';

/** What the network keeps of a document (its text is kept beside it). */
export interface DocumentRecord {
  readonly id: string;
  readonly title?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
  /** Id of the document that this one reprints; reprints count as one source with it. */
  readonly reprintOf?: string;
}

/** A mention of a resolved entity. */
export interface MentionRecord {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** A sentence that states a tie. */
export interface Evidence {
  readonly document: string;
  /** Offsets of the sentence in the document's text. */
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly confidence: number;
  /** The rule or model that spoke. */
  readonly rule: string;
  /** What this very sentence says of the tie. Rival figures of several outlets thus stand side by side. */
  readonly attributes: RelationAttributes;
}

/** Why two names of the corpus were taken for one entity. */
export interface MergeReason {
  /** The names that were joined, as written. */
  readonly names: readonly [string, string];
  /** The rule: `same-name`, `defined-short-form`, `short-form`, `same-post`, `configured`. */
  readonly rule: string;
  /** A document that supports it, where one does. */
  readonly document?: string;
  readonly confidence: number;
}

/** Why two entities of one name were kept apart. */
export interface SplitReason {
  /** Id of the other entity. */
  readonly other: string;
  /** What contradicts: posts, places. For a person, in Chinese: `职务不同：甲市市长／乙公司董事长`. */
  readonly reason: string;
}

/** A post of a person, gathered over the corpus. */
export interface Post {
  /** Id of the organisation. */
  readonly organisation: string;
  readonly title: string;
  readonly former: boolean;
  /** First and last date of documents that state it. */
  readonly from?: string;
  readonly to?: string;
}

/** An entity of the network. */
export interface NetworkEntity {
  /** Stable and readable: `person:徐景颜`, `person:王伟~2` for a namesake. */
  readonly id: string;
  readonly type: EntityTypeId;
  readonly name: string;
  /** Other names, most frequent first. */
  readonly aliases: readonly string[];
  readonly mentions: readonly MentionRecord[];
  /** Ids of the documents that mention it, sorted, reprints left out. */
  readonly documents: readonly string[];
  readonly merges: readonly MergeReason[];
  readonly splits: readonly SplitReason[];
  readonly posts: readonly Post[];
  readonly confidence: number;
}

/** A tie of the network: one for each (source, relation type, target). */
export interface Tie extends RelationAttributes {
  /** `source|type|target`. */
  readonly id: string;
  readonly type: RelationTypeId;
  readonly source: string;
  readonly target: string;
  readonly evidence: readonly Evidence[];
  /** Number of independent documents, reprints left out. */
  readonly documents: number;
  /** Combined over independent documents: 1 − Π(1 − confidence), at most 0.99. */
  readonly confidence: number;
  readonly firstDate?: string;
  readonly lastDate?: string;
}

/** The network of a corpus. Everything is sorted by id, so that equal input gives equal bytes. */
export interface Network {
  readonly documents: readonly DocumentRecord[];
  readonly entities: readonly NetworkEntity[];
  readonly ties: readonly Tie[];
}
