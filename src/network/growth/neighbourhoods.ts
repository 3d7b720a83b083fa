/**
 * Which things may have to be decided together. Each thing has ties, which are texts; things that share one are
 * neighbours. What is decided in one neighbourhood rests on nothing outside it.
 */
import { count, setOf } from '../order.ts';

/** Things by their ties. */
export interface Neighbourhoods<T> {
  /** Gives a thing a tie; a tie that is given twice has to be taken twice. */
  tie(thing: T, name: string): void;
  /** True when the thing has the tie no more. */
  untie(thing: T, name: string): boolean;
  /** Everything that has one of the given ties, and what hangs together with it, over any number of neighbours. */
  around(names: Iterable<string>): Set<T>;
  tiesOf(thing: T): Iterable<string>;
}

/**
 * No things yet.
 *
 * @param joins whether a tie joins those that share it
 */
export function createNeighbourhoods<T>(joins: (name: string) => boolean = () => true): Neighbourhoods<T> {
  const things = new Map<string, Set<T>>();
  const ties = new Map<T, Map<string, number>>();
  return {
    tie(thing, name) {
      const own = ties.get(thing) ?? new Map<string, number>();
      ties.set(thing, own);
      count(own, name);
      setOf(things, name).add(thing);
    },
    untie(thing, name) {
      const own = ties.get(thing);
      const left = (own?.get(name) ?? 0) - 1;
      if (left > 0) own?.set(name, left);
      if (left > 0 || own === undefined) return false;
      own.delete(name);
      if (own.size === 0) ties.delete(thing);
      const others = things.get(name);
      others?.delete(thing);
      if (others?.size === 0) things.delete(name);
      return true;
    },
    around(names) {
      const found = new Set<T>();
      const given = new Set(names);
      const seen = new Set(given);
      for (const name of seen) {
        // A given tie may have joined what it joins no more.
        if (!joins(name) && !given.has(name)) continue;
        for (const thing of things.get(name) ?? []) {
          if (found.has(thing)) continue;
          found.add(thing);
          // A set that grows while it is gone through is gone through to its new end.
          for (const next of ties.get(thing)?.keys() ?? []) seen.add(next);
        }
      }
      return found;
    },
    tiesOf: (thing) => ties.get(thing)?.keys() ?? [],
  };
}
