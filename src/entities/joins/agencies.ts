/** The ways in which a document names one public body. */
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
}
