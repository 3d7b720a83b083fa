/** Finds atoms by type and name. */
import { ORGANISATION_TYPES } from '../ontology/entity-types.ts';
import { nameKey } from '../tokens/normalise.ts';
import type { Atom } from './world.ts';

/** Atoms by their names. */
export interface NameBook {
  /** Enters an atom with its name and aliases. */
  enter(atom: number, names: Atom): void;
  /** Gives an atom a further name (and type) that is as good as its own. */
  call(atom: number, name: string, type: string): void;
  /**
   * Atoms that a type and name may mean, in groups from the likeliest to the least: the name, then the name for
   * another type of organisation (outlets confuse them), then the same with other names of the atom.
   */
  candidates(type: string, name: string): readonly (readonly number[])[];
}

interface Entry {
  readonly atom: number;
  readonly type: string;
}

const ORGANISATIONS: ReadonlySet<string> = new Set(ORGANISATION_TYPES);

const sameKind = (a: string, b: string) => a === b || (ORGANISATIONS.has(a) && ORGANISATIONS.has(b));

/** An empty name book. */
export function createNameBook(): NameBook {
  const names = new Map<string, Entry[]>();
  const aliases = new Map<string, Entry[]>();
  const put = (book: Map<string, Entry[]>, name: string, entry: Entry) => {
    const key = nameKey(name);
    const known = book.get(key);
    if (known) known.push(entry);
    else book.set(key, [entry]);
  };
  return {
    enter(atom, { type, name, aliases: others }) {
      put(names, name, { atom, type });
      for (const other of others) put(aliases, other, { atom, type });
    },
    call(atom, name, type) {
      put(names, name, { atom, type });
    },
    candidates(type, name) {
      const key = nameKey(name);
      return [names, aliases].flatMap((book) => {
        const entries = book.get(key) ?? [];
        const of = (fits: (entry: Entry) => boolean) => [...new Set(entries.filter(fits).map(({ atom }) => atom))];
        return [of((entry) => entry.type === type), of((entry) => sameKind(entry.type, type))];
      });
    },
  };
}
