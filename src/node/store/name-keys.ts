/** What a reader may type for a node, as the store keeps it; the same ways of writing as `query/names.ts` knows. */
import { nameKey } from '../../tokens/normalise.ts';

/** How a key stands for its node. `reversed` are the letters from the last to the first, for names that begin with a slip. */
export type KeyKind = 'name' | 'alias' | 'letters' | 'initials' | 'reversed';

/** One way of writing a name. */
export interface NameKey {
  readonly kind: KeyKind;
  /** Index among the aliases; 0 for other kinds. */
  readonly position: number;
  readonly key: string;
}

/**
 * All keys of a node, without empty ones.
 *
 * @param pinyin of the name, syllables separated by blanks
 */
export function nameKeys(name: string, aliases: readonly string[], pinyin: string): NameKey[] {
  const syllables = pinyin.split(' ').filter((syllable) => syllable !== '');
  const letters = syllables.join('');
  const keys: NameKey[] = [
    { kind: 'name', position: 0, key: nameKey(name) },
    ...aliases.map((alias, position): NameKey => ({ kind: 'alias', position, key: nameKey(alias) })),
    { kind: 'letters', position: 0, key: letters },
    { kind: 'reversed', position: 0, key: reverse(letters) },
    { kind: 'initials', position: 0, key: syllables.map((syllable) => syllable.charAt(0)).join('') },
  ];
  return keys.filter(({ key }) => key !== '');
}

/** The text from its last character to its first. */
export function reverse(text: string): string {
  return [...text].reverse().join('');
}

/** Each character as a word that no tokeniser takes apart: its code point in hexadecimal. */
export function toCharacterWords(text: string): string[] {
  return Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16));
}
