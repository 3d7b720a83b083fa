/**
 * The labels that the model gives to characters: outside, or begin, inside and end of each type. A name has at least
 * two characters: of a thousand names in the training data one is shorter.
 */
import type { MentionType } from '../mention.ts';

/**
 * What the model tells apart, in the order of its labels. A `work` (a book, film or game) is no mention: it is
 * learned so that its title is not taken for a company's name.
 */
export const MODEL_TYPES = [
  'person',
  'company',
  'agency',
  'organization',
  'position',
  'place',
  'project',
  'event',
  'work',
] as const;

/** A type that the model tells apart. */
export type ModelType = (typeof MODEL_TYPES)[number];

/** The type of mention that a model's type stands for; `undefined` for one that only keeps others away. */
export function mentionType(type: ModelType): MentionType | undefined {
  return type === 'work' ? undefined : type;
}

/** Label of characters in no name. */
export const OUTSIDE = 0;
/** Number of labels; of a type `t` they are `1 + 3t` (begin), `2 + 3t` (inside) and `3 + 3t` (end). */
export const LABEL_COUNT = 1 + 3 * MODEL_TYPES.length;

/** Label of the first character of a name; `type` is an index of {@link MODEL_TYPES}. */
export const beginLabel = (type: number): number => 1 + 3 * type;
/** Label of the characters between first and last. */
export const insideLabel = (type: number): number => 2 + 3 * type;
/** Label of the last character of a name. */
export const endLabel = (type: number): number => 3 + 3 * type;
