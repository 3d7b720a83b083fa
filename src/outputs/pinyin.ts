/** Pinyin of names, for search. */
import { pinyin } from 'pinyin-pro';
import type { EntityTypeId } from '../ontology/ontology.ts';

/**
 * Pinyin without tones, syllables separated by blanks: `xu jing yan`. A person's surname is read as a surname (单 shan,
 * 曾 zeng). Letters and digits stay, in lower case; ü is written v, as typed.
 */
export function toPinyin(name: string, type: EntityTypeId): string {
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
    surname: type === 'person' ? 'head' : 'off',
  });
  return syllables.join(' ').toLowerCase();
}
