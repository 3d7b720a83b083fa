/** The ways in which a document names one public body. */
import { FOREIGN_PLACES } from '../../mentions/lexicon/places.ts';
import { agencyKeys, completeAgency } from '../agency-names.ts';
import type { Locality } from '../locality.ts';
import { type Join, type Name, nameKey } from './name.ts';

/** Joins agencies that have a key in common once the place of the document is filled in: 市教育局 and 云州市教育局. */
export function joinAgencies(names: ReadonlyMap<string, Name>, locality: Locality, join: Join): void {
  const byKey = new Map<string, Name>();
  for (const name of names.values()) {
    if (name.type !== 'agency') continue;
    for (const key of agencyKeys(completeAgency(name.text, locality), locality)) {
      const before = byKey.get(key);
      if (before === undefined) byKey.set(key, name);
      else join(nameKey(before.text, 'agency'), nameKey(name.text, 'agency'));
    }
  }
  joinCountryInitials(names, join);
}

const LONGEST_COUNTRY = 8;

/** Joins 远国议会 with 远议会, as the news shortens the country that it has named. */
function joinCountryInitials(names: ReadonlyMap<string, Name>, join: Join): void {
  for (const { text, type } of names.values()) {
    if (type !== 'agency') continue;
    for (let length = Math.min(LONGEST_COUNTRY, text.length - 2); length >= 2; length--) {
      if (!FOREIGN_PLACES.has(text.slice(0, length))) continue;
      const short = text.charAt(0) + text.slice(length);
      if (names.get(nameKey(short, type))?.type === type) join(nameKey(text, type), nameKey(short, type));
      break;
    }
  }
}
