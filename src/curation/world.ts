/** What decisions are carried out on: the network as a build makes it, or as the page has it. */
import type { Share } from './decision.ts';

/** An entity as the machine made it, or a part that was split off one. Atoms are named by their number. */
export interface Atom {
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * A network, as far as decisions need it. What it does not know yet (the page reads mentions only when asked) it
 * answers with `undefined`; decisions that depend on it wait.
 */
export interface World {
  /** The entities that the machine made. */
  readonly atoms: readonly Atom[];
  /** Ids of the entity types. */
  readonly types: ReadonlySet<string>;
  /** Whether a document mentions an atom. */
  mentions(atom: number, document: string): boolean | undefined;
  /**
   * Takes from an atom what is in `share`. A part becomes a new atom, which the world knows from now on as `next`;
   * `all` and `none` leave the atom as it is.
   */
  divide(atom: number, share: Share, next: number): Atom | 'all' | 'none' | undefined;
}
