/**
 * Which things may have to be decided together. Each thing has ties, which are texts; things that share one are
 * neighbours. What is decided in one neighbourhood rests on nothing outside it.
 */
import { createMultimap, withOne } from './multimap.ts';

/** Things by their ties. */
export interface Neighbourhoods<T> {
  /** Gives a thing a tie; a tie that is given twice has to be taken twice. */
  tie(thing: T, name: string): void;
  /** True when the thing has the tie no more. */
  untie(thing: T, name: string): boolean;
  /**
   * Everything that has one of the given ties, and what hangs together with it, over any number of neighbours: each
   * neighbourhood by itself.
   */
  around(names: Iterable<string>): readonly (readonly T[])[];
  tiesOf(thing: T): readonly string[];
}

/** The ties of a thing, and how often it was given each, where it was given one twice. */
interface Tied {
  names: string[];
  times: number[] | undefined;
}

/**
 * No things yet.
 *
 * @param joins whether a tie joins those that share it
 */
export function createNeighbourhoods<T>(joins: (name: string) => boolean = () => true): Neighbourhoods<T> {
  const things = createMultimap<string, T>();
  const ties = new Map<T, Tied>();
  const tiesOf = (thing: T): readonly string[] => ties.get(thing)?.names ?? [];

  /** The neighbourhood of what has a tie, as far as it is not found yet. */
  function neighbourhood(from: string, given: ReadonlySet<string>, seen: Set<string>, found: Set<T>): T[] {
    const own: T[] = [];
    const open = [from];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      // A given tie may have joined what it joins no more.
      if (!joins(name) && !given.has(name)) continue;
      for (const thing of things.get(name)) {
        if (found.has(thing)) continue;
        found.add(thing);
        own.push(thing);
        for (const next of tiesOf(thing)) {
          if (seen.has(next)) continue;
          seen.add(next);
          open.push(next);
        }
      }
    }
    return own;
  }

  return {
    tie(thing, name) {
      const own = ties.get(thing) ?? { names: [], times: undefined };
      ties.set(thing, own);
      const at = own.names.indexOf(name);
      if (at >= 0) {
        own.times ??= own.names.map(() => 1);
        own.times[at] = (own.times[at] ?? 1) + 1;
        return;
      }
      own.names = withOne(own.names, name);
      own.times?.push(1);
      things.add(name, thing);
    },
    untie(thing, name) {
      const own = ties.get(thing);
      const at = own?.names.indexOf(name) ?? -1;
      if (own === undefined || at < 0) return false;
      const left = (own.times?.[at] ?? 1) - 1;
      if (left > 0 && own.times !== undefined) {
        own.times[at] = left;
        return false;
      }
      own.names.splice(at, 1);
      own.times?.splice(at, 1);
      if (own.names.length === 0) ties.delete(thing);
      things.delete(name, thing);
      return true;
    },
    around(names) {
      const given = new Set(names);
      const seen = new Set<string>();
      const found = new Set<T>();
      return [...given]
        .filter((name) => !seen.has(name))
        .map((name) => {
          seen.add(name);
          return neighbourhood(name, given, seen, found);
        })
        .filter((own) => own.length > 0);
    },
    tiesOf,
  };
}

/** What is decided in one go: neighbourhoods, so many together that each go has something to do and none holds all. */
export function* inGoes<T extends { readonly refs: { readonly length: number } }>(
  neighbourhoods: readonly (readonly T[])[],
): Generator<readonly T[]> {
  let go: T[] = [];
  let size = 0;
  for (const own of neighbourhoods) {
    for (const thing of own) {
      go.push(thing);
      size += thing.refs.length;
    }
    if (size < UNITS_IN_A_GO) continue;
    yield go;
    go = [];
    size = 0;
  }
  if (go.length > 0) yield go;
}

const UNITS_IN_A_GO = 4096;
