/** Names of a document as the joins see them. */
import type { MentionType } from '../../mentions/mention.ts';

/** A name with its uses in the document. */
export interface Name {
  readonly text: string;
  type: MentionType;
  /** How often it stands in the document. */
  count: number;
  /** Offset of its first mention (UTF-16, into the normalised text). */
  first: number;
  /** First mention behind the headline, which takes short names before their time. */
  bodyFirst: number;
}

/** Joins the names with these keys, as far as both are known and nothing forbids it. */
export type Join = (one: string, other: string) => void;

/** Types whose bearers act as one: a name may be read as either. */
export const ORGANISATIONS: ReadonlySet<MentionType> = new Set<MentionType>(['company', 'agency', 'organization']);

/** Key of a name in the result of `clusterNames`: places and people of one name stay apart. */
export const nameKey = (text: string, type: MentionType): string =>
  `${ORGANISATIONS.has(type) ? 'organisation' : type}|${text}`;
