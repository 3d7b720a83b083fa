/** What a rule says about a sentence, before it becomes a relation. */
import type { EntityTypeId, RelationTypeId } from '../ontology/ontology.ts';
import type { Actors } from './clauses.ts';
import type { RelationAttributes } from './relation.ts';
import type { SentenceView } from './view.ts';

/** A tie between two entities as a rule reads it. */
export interface Statement extends RelationAttributes {
  readonly type: RelationTypeId;
  /** Entity ids. */
  readonly source: string;
  readonly target: string;
  readonly confidence: number;
  readonly rule: string;
  /** Index of the verb in the view's text: status and negation are read around it. */
  readonly at: number;
  /** What the target must be, where rules see only that it is an organisation. */
  readonly only?: EntityTypeId;
  /** A noun phrase that takes the tie for granted (甲旗下的乙): plans and endings around it are of something else. */
  readonly presupposed?: true;
}

/** What rules read: a sentence, who acts in it, and the events of the document. */
export interface FrameContext {
  readonly view: SentenceView;
  readonly actors: Actors;
  /** The sentence before, to which 双方 may point back. */
  readonly previous?: SentenceView;
  /** Events of the document: the entity that a bare 座谈会 or 签约仪式 stands for. */
  eventNamed(noun: string): string | undefined;
}

/** A family of rules. */
export type Frame = (context: FrameContext) => Iterable<Statement>;

/** Every pair of two lists of entities, without an entity and itself. */
export function* pairs(sources: readonly string[], targets: readonly string[]): Generator<readonly [string, string]> {
  for (const source of sources) {
    for (const target of targets) if (source !== target) yield [source, target];
  }
}

/** Every unordered pair within a list. */
export function* pairsWithin(entities: readonly string[]): Generator<readonly [string, string]> {
  for (const [index, first] of entities.entries()) {
    for (const second of entities.slice(index + 1)) if (first !== second) yield [first, second];
  }
}
