/** What a person decides against the machine, in terms that outlive a rebuild: types, names and documents, never ids. */

/**
 * An entity by its type, its name (or another name of it), and a document that mentions it. The document tells
 * namesakes apart; without it the name must have one bearer.
 *
 * @example ['person', '王立', 'lanjiang/2023/07-卫健.txt']
 */
export type EntityRef = readonly [type: string, name: string, document?: string];

/** A tie by its source, its relation type and its target. Of a symmetric relation the ends may stand in either order. */
export type TieRef = readonly [source: EntityRef, type: string, target: EntityRef];

/** What is split off: mentions that bear one of the names, stand in one of the documents, or are one of those listed. */
export interface Share {
  readonly names?: readonly string[];
  readonly documents?: readonly string[];
  /** Document, and offsets in its text as UTF-16 code units. */
  readonly mentions?: readonly (readonly [document: string, start: number, end: number])[];
}

interface Signed {
  /** Why, in the reader's own words. */
  readonly why?: string;
  /** Who decided. */
  readonly by?: string;
  /** When: ISO 8601. For people only; nothing depends on it. */
  readonly at?: string;
}

/** What was decided. */
export type Verdict =
  /** Two entities are one; it goes by the name and type of `into`. */
  | { readonly do: 'merge'; readonly entity: EntityRef; readonly into: EntityRef }
  /** Two entities that might be taken for one are two. Changes nothing; the question is not asked again. */
  | { readonly do: 'apart'; readonly entity: EntityRef; readonly from: EntityRef }
  /** A part of an entity is an entity of its own. */
  | { readonly do: 'split'; readonly entity: EntityRef; readonly off: Share; readonly name?: string }
  | { readonly do: 'rename'; readonly entity: EntityRef; readonly name: string }
  | { readonly do: 'retype'; readonly entity: EntityRef; readonly type: string }
  /** It is no name, or the tie is not so. */
  | { readonly do: 'reject'; readonly entity: EntityRef }
  | { readonly do: 'reject'; readonly tie: TieRef }
  /** The tie is as the machine has it. */
  | { readonly do: 'confirm'; readonly tie: TieRef }
  | { readonly do: 'note'; readonly entity: EntityRef; readonly note: string }
  | { readonly do: 'note'; readonly tie: TieRef; readonly note: string };

/** A decision: what, why, by whom and when. */
export type Decision = Verdict & Signed;

/** A decision about a tie. */
export type TieDecision = Extract<Decision, { readonly tie: TieRef }>;

/** The verbs, in the order in which the page lists them. */
export const VERBS = ['merge', 'apart', 'split', 'rename', 'retype', 'reject', 'confirm', 'note'] as const;

/** Why a decision cannot be carried out on a network, in a form that each language can put into words. */
export type Lapse =
  /** No entity has this name. */
  | { readonly kind: 'no-entity'; readonly entity: EntityRef }
  /** Several have it, and the document does not tell which is meant. */
  | { readonly kind: 'several-entities'; readonly entity: EntityRef; readonly count: number }
  /** The two that are to stay apart are one entity. */
  | { readonly kind: 'one-entity'; readonly entity: EntityRef; readonly from: EntityRef }
  /** Nothing of the entity is in what is to be split off. */
  | { readonly kind: 'nothing-to-split'; readonly entity: EntityRef }
  /** All of the entity is in what is to be split off. */
  | { readonly kind: 'all-to-split'; readonly entity: EntityRef }
  /** No document states such a tie. */
  | { readonly kind: 'no-tie'; readonly tie: TieRef }
  /** The ontology has no such entity type. */
  | { readonly kind: 'no-type'; readonly type: string };

/** A decision with the line of the ledger that holds it. */
export interface LedgerLine {
  /** 1-based. */
  readonly line: number;
  readonly decision: Decision;
}

/** What became of a decision. */
export interface Outcome {
  /** 1-based line of the ledger. */
  readonly line: number;
  /** Why it no longer applies; absent where it does. */
  readonly lapse?: Lapse;
}
