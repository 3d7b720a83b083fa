/** Which names of one house are those of different legal persons, whatever short form they share. */
import { partsOf } from '../mentions/short-forms.ts';

const GROUP = /集团/u;
const LISTED = /股份/u;

/** A name of the group alone: its share company is another. */
const isGroup = (name: string) => GROUP.test(name) && !LISTED.test(name);
const isListed = (name: string) => LISTED.test(name) && !GROUP.test(name);

/**
 * Whether names of companies cannot all be one company's: 青禾集团 is the parent of 青禾股份 and of 青禾电器, unless another
 * of the names says that the group bears the trade (青禾电器集团).
 *
 * @param names of one company, as far as joined, and of another that is to join it
 */
export function areSeveral(names: readonly string[]): boolean {
  const groups = names.filter(isGroup);
  if (groups.length === 0) return false;
  if (names.some(isListed)) return true;
  const cores = groups.map((name) => partsOf(name).core);
  return names.some((name) => {
    if (GROUP.test(name)) return false;
    const { core } = partsOf(name);
    return cores.some((house) => core.length >= house.length + 2 && core.startsWith(house)) && !cores.includes(core);
  });
}
