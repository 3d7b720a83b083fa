/** The network of a whole corpus as plain data: resolved entities and ties, each with all its evidence. */
import type { Outcome } from '../curation/decision.ts';
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
  /** The rule: one of {@link MERGE_RULES}. */
  readonly rule: string;
  /** What the rule rests on, in Chinese: `共同职务：甲市市长`. */
  readonly detail?: string;
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
  /** The rule: one of {@link SPLIT_RULES}. */
  readonly rule?: string;
}

/** What joins names, each rule with its Chinese and English label. */
export const MERGE_RULES = {
  configured: { zh: '配置指定', en: 'Named as the same in the configuration' },
  'same-name': { zh: '同名', en: 'Same name' },
  'defined-short-form': { zh: '文中注明的简称', en: 'Short form stated in a document' },
  'short-form': { zh: '唯一对应的简称', en: 'Short form with one candidate' },
  'same-house': { zh: '同一企业的不同称呼', en: 'Names of one house' },
  'official-abbreviation': { zh: '通行简称', en: 'Official abbreviation' },
  'same-post': { zh: '同名且任职相同', en: 'Same name and same post' },
  'shared-context': { zh: '同名且语境相合', en: 'Same name and shared context' },
  'cut-name': { zh: '姓名残缺，任职相同', en: 'A name that lost its last character; same post' },
  'majority-type': { zh: '类型从多数', en: 'Type by majority' },
  curated: { zh: '人工合并', en: 'Merged by a reader' },
} as const;

/** What keeps entities of one name apart, each rule with its Chinese and English label. */
export const SPLIT_RULES = {
  'different-context': { zh: '任职或地点矛盾', en: 'Posts or places contradict' },
  'unclear-context': { zh: '语境不足以判断', en: 'Too little context to tell which' },
  'generic-name': { zh: '通用名称，各篇各指', en: 'A common noun that each document uses for its own' },
  curated: { zh: '人工区分', en: 'Kept apart by a reader' },
} as const;

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
  /** What a reader noted of it; several notes on lines of their own. */
  readonly note?: string;
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
  /** Set where a reader has checked it. */
  readonly reviewed?: 'confirmed';
  /** What a reader noted of it. */
  readonly note?: string;
}

/** The network of a corpus. Everything is sorted by id, so that equal input gives equal bytes. */
export interface Network {
  readonly documents: readonly DocumentRecord[];
  readonly entities: readonly NetworkEntity[];
  readonly ties: readonly Tie[];
}

/** Why something that a document stated is not in the network. */
export interface NetworkReport {
  /** Entities left out because the configuration ignores their name. */
  readonly ignoredEntities: number;
  /** Entities left out because only a common noun names them (委员会, 改造项目) and nothing is stated of them. */
  readonly idleCommonNouns: number;
  /** Relations left out, counted by reason. */
  readonly droppedRelations: Readonly<Record<DropReason, number>>;
  /** Relation types that no ontology declares, with their counts. */
  readonly unknownTypes: readonly { readonly type: string; readonly count: number }[];
}

/**
 * Why a relation was dropped: its type is not in the ontology, an end is not an entity of its document, an end is
 * ignored by configuration or rejected by a reader, both ends turned out to be one entity, an end has a type outside
 * the relation's domain or range, it has no sentence behind it, or a reader rejected the tie.
 */
export type DropReason =
  | 'unknown-type'
  | 'missing-end'
  | 'ignored-end'
  | 'self-tie'
  | 'domain-range'
  | 'no-evidence'
  | 'rejected';

/** A network with the account of what was left out of it. */
export interface BuiltNetwork extends Network {
  readonly report: NetworkReport;
  /** What became of each decision of the ledger. */
  readonly curation: readonly Outcome[];
}
