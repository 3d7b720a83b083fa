/** The ways in which a document names one person. */
import { type Join, type Name, nameKey } from './name.ts';

/** A surname with a form of address: 陆总. */
const ADDRESSED = /^([一-龥]{1,2})(?:总|老|先生|女士|小姐)$/u;

/** Joins a surname with its form of address to the one person of that surname. */
export function joinAddressed(names: ReadonlyMap<string, Name>, join: Join): void {
  const people = [...names.values()].filter(({ type }) => type === 'person');
  for (const { text } of people) {
    const surname = ADDRESSED.exec(text)?.[1];
    if (surname === undefined) continue;
    const bearers = people.filter((person) => person.text.startsWith(surname) && !ADDRESSED.test(person.text));
    const [only] = bearers;
    if (only !== undefined && bearers.length === 1) join(nameKey(only.text, 'person'), nameKey(text, 'person'));
  }
}

/** Joins a dotted name with a part of it that stands alone, where only one person has that part. */
export function joinPersons(names: ReadonlyMap<string, Name>, join: Join): void {
  const owners = new Map<string, Set<string>>();
  for (const { text, type } of names.values()) {
    if (type !== 'person' || !text.includes('·')) continue;
    const parts = text.split('·');
    for (const part of [parts[0], parts.at(-1)]) {
      if (part === undefined || part.length < 2) continue;
      const set = owners.get(part) ?? new Set<string>();
      owners.set(part, set.add(text));
    }
  }
  for (const [part, full] of owners) {
    const [only] = full;
    if (full.size === 1 && only !== undefined) join(nameKey(only, 'person'), nameKey(part, 'person'));
  }
}
