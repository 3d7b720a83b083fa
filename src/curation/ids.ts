/** Ids of entities after decisions. */
import type { CuratedEntity } from './replay.ts';

/** An entity before decisions. */
interface Identified {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/**
 * One id for each entity: the one that its lead atom had, as long as name and type are the same; else `type:name`, or
 * the first of `~2`, `~3` … that is free. `|` parts the ids within a tie's id, so that a name is given without it.
 *
 * @param base the entities before, by atom
 */
export function assignIds(entities: readonly CuratedEntity[], base: readonly Identified[]): readonly string[] {
  const kept = entities.map(({ lead, name, type }) => {
    const known = base[lead];
    return known?.name === name && known.type === type ? known.id : undefined;
  });
  const taken = new Set(kept);
  return entities.map(({ type, name }, index) => {
    const own = kept[index];
    if (own !== undefined) return own;
    const plain = `${type}:${name.replaceAll('|', '｜')}`;
    let id = plain;
    for (let bearer = 2; taken.has(id); bearer++) id = `${plain}~${bearer}`;
    taken.add(id);
    return id;
  });
}
