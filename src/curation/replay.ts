/**
 * Carries out decisions in their order. What they come to is said in terms of atoms (the machine's entities and parts
 * split off them); whoever asked makes entities and ties of it. A decision about a tie means what it meant when it was
 * taken: a merge later on does not widen it.
 */
import type { Decision, EntityRef, Lapse, LedgerLine, Outcome, TieDecision, TieRef } from './decision.ts';
import { createNameBook } from './names.ts';
import type { Atom, World } from './world.ts';

/** Names that a person joined, and why. */
export interface Joined {
  readonly names: readonly [into: string, from: string];
  readonly why?: string;
}

/** An entity after all decisions. */
export interface CuratedEntity {
  /** Numbers of its atoms, ascending; at least one. */
  readonly atoms: readonly number[];
  /** The atom whose id and place it keeps. */
  readonly lead: number;
  readonly name: string;
  readonly type: string;
  /** True where a person chose the type. */
  readonly retyped: boolean;
  readonly note?: string;
  readonly joined: readonly Joined[];
  /** False where it is the lead atom as the machine made it. */
  readonly changed: boolean;
}

/** Two entities that a person keeps apart: an atom of each. */
export interface Parted {
  readonly one: number;
  readonly other: number;
  readonly why?: string;
}

/** A decision about ties between two sets of atoms. */
export interface TieVerdict {
  readonly line: number;
  readonly do: 'reject' | 'confirm' | 'note';
  readonly ref: TieRef;
  readonly source: ReadonlySet<number>;
  readonly type: string;
  readonly target: ReadonlySet<number>;
  readonly note?: string;
}

/** What decisions come to. */
export interface Replay {
  /** All atoms: those of the world, then those that were split off. */
  readonly atoms: readonly Atom[];
  /** In ascending order of their first atom. */
  readonly entities: readonly CuratedEntity[];
  /** Atoms of what is no name. */
  readonly rejected: ReadonlySet<number>;
  readonly parted: readonly Parted[];
  readonly ties: readonly TieVerdict[];
  /** One for each line. Whether a tie is there to be judged, only who has the ties can tell. */
  readonly outcomes: readonly Outcome[];
  /** Lines that wait for what the world does not know yet. */
  readonly waiting: ReadonlySet<number>;
}

interface Cluster {
  atoms: Set<number>;
  lead: number;
  name?: string;
  type?: string;
  rejected: boolean;
  changed: boolean;
  readonly notes: string[];
  readonly joined: Joined[];
}

const WAIT = 'wait';
type Halt = Lapse | typeof WAIT;
type Found = { readonly cluster: Cluster } | { readonly halt: Halt };

/** Carries out `lines` on `world`. The same input gives the same result; atoms of the world keep their numbers. */
export function replay(lines: readonly LedgerLine[], world: World): Replay {
  const atoms: Atom[] = [...world.atoms];
  const book = createNameBook();
  for (const [atom, names] of atoms.entries()) book.enter(atom, names);
  const clusterOf = atoms.map(
    (_, lead): Cluster => ({ atoms: new Set([lead]), lead, rejected: false, changed: false, notes: [], joined: [] }),
  );
  const parted: Parted[] = [];
  const ties: (TieVerdict & { readonly source: Set<number>; readonly target: Set<number> })[] = [];

  const nameOf = (cluster: Cluster) => cluster.name ?? atoms[cluster.lead]?.name ?? '';
  const typeOf = (cluster: Cluster) => cluster.type ?? atoms[cluster.lead]?.type ?? '';

  function find(entity: EntityRef): Found {
    const [type, name, document] = entity;
    const groups = book
      .candidates(type, name)
      .map((group) => [...new Set(group.flatMap((atom) => clusterOf[atom] ?? []))].filter(({ rejected }) => !rejected));
    if (document !== undefined) {
      for (const group of groups) {
        const answers = group.map((cluster) => ({ cluster, here: mentions(cluster, document) }));
        const [first, second] = answers.filter(({ here }) => here === true);
        if (first && second) return { halt: { kind: 'several-entities', entity, count: group.length } };
        if (first) return { cluster: first.cluster };
        if (answers.some(({ here }) => here === undefined)) {
          const [only] = group;
          return only && group.length === 1 ? { cluster: only } : { halt: WAIT };
        }
      }
    }
    const group = groups.find(({ length }) => length > 0) ?? [];
    const [only] = group;
    if (group.length > 1) return { halt: { kind: 'several-entities', entity, count: group.length } };
    // An organisation has its name to itself; somebody of a person's name may well be somebody else.
    if (only === undefined || (document !== undefined && type === 'person')) {
      return { halt: { kind: 'no-entity', entity } };
    }
    return { cluster: only };
  }

  function mentions(cluster: Cluster, document: string): boolean | undefined {
    const answers = [...cluster.atoms].map((atom) => world.mentions(atom, document));
    return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
  }

  function findBoth(
    a: EntityRef,
    b: EntityRef,
  ): { readonly a: Cluster; readonly b: Cluster } | { readonly halt: Halt } {
    const [one, other] = [find(a), find(b)];
    if ('halt' in one) return one;
    return 'halt' in other ? other : { a: one.cluster, b: other.cluster };
  }

  function merge(from: Cluster, into: Cluster, why: { readonly why?: string }, names: readonly [string, string]): void {
    into.joined.push({ names, ...why });
    into.changed = true;
    if (from === into) return;
    for (const atom of from.atoms) {
      into.atoms.add(atom);
      clusterOf[atom] = into;
    }
    into.notes.push(...from.notes);
    into.joined.push(...from.joined);
  }

  function split(cluster: Cluster, decision: Decision & { readonly do: 'split' }): Halt | undefined {
    const moved: number[] = [];
    let waits = false;
    for (const atom of [...cluster.atoms]) {
      const next = atoms.length;
      const part = world.divide(atom, decision.off, next);
      if (part === undefined) waits = true;
      else if (part === 'all') moved.push(atom);
      else if (part !== 'none') {
        atoms.push(part);
        clusterOf[next] = cluster;
        cluster.atoms.add(next);
        for (const verdict of ties) {
          if (verdict.source.has(atom)) verdict.source.add(next);
          if (verdict.target.has(atom)) verdict.target.add(next);
        }
        moved.push(next);
      }
    }
    if (waits) return WAIT;
    const [lead] = moved;
    if (lead === undefined)
      return isApart(decision) ? undefined : { kind: 'nothing-to-split', entity: decision.entity };
    if (moved.length === cluster.atoms.size) return { kind: 'all-to-split', entity: decision.entity };
    const made: Cluster = {
      atoms: new Set(moved),
      lead,
      ...(cluster.type === undefined ? {} : { type: cluster.type }),
      rejected: false,
      changed: true,
      notes: [],
      joined: [],
    };
    for (const atom of moved) {
      cluster.atoms.delete(atom);
      clusterOf[atom] = made;
      if (atom >= world.atoms.length) book.enter(atom, atoms[atom] as Atom);
    }
    cluster.changed = true;
    if (!cluster.atoms.has(cluster.lead)) cluster.lead = Math.min(...cluster.atoms);
    if (decision.name !== undefined) rename(made, decision.name);
    parted.push({ one: cluster.lead, other: lead, ...because(decision) });
    return undefined;
  }

  /** True when what is to be split off stands by itself already, because the machine has thought better of it. */
  function isApart({ entity: [type, name, ...document], off }: Decision & { readonly do: 'split' }): boolean {
    const alone: EntityRef[] = [
      ...(off.names ?? []).map((other): EntityRef => [type, other]),
      ...(off.documents ?? []).map((other): EntityRef => [type, name, other]),
    ];
    const own = find([type, name, ...document]);
    return (
      alone.length > 0 &&
      alone.every((ref) => {
        const other = find(ref);
        return 'cluster' in other && 'cluster' in own && other.cluster !== own.cluster;
      })
    );
  }

  function rename(cluster: Cluster, name: string): void {
    cluster.name = name;
    cluster.changed = true;
    book.call(cluster.lead, name, typeOf(cluster));
  }

  function judge(line: number, decision: TieDecision): Halt | undefined {
    const [source, type, target] = decision.tie;
    const ends = findBoth(source, target);
    if ('halt' in ends) return ends.halt;
    ties.push({
      line,
      do: decision.do,
      ref: decision.tie,
      source: new Set(ends.a.atoms),
      type,
      target: new Set(ends.b.atoms),
      ...(decision.do === 'note' ? { note: decision.note } : {}),
    });
    return undefined;
  }

  function carryOut({ line, decision }: LedgerLine): Halt | undefined {
    if ('tie' in decision) return judge(line, decision);
    if (decision.do === 'merge' || decision.do === 'apart') {
      const other = decision.do === 'merge' ? decision.into : decision.from;
      const both = findBoth(decision.entity, other);
      if ('halt' in both) return both.halt;
      if (decision.do === 'merge') merge(both.a, both.b, because(decision), [decision.into[1], decision.entity[1]]);
      else if (both.a === both.b) return { kind: 'one-entity', entity: decision.entity, from: other };
      else parted.push({ one: both.a.lead, other: both.b.lead, ...because(decision) });
      return undefined;
    }
    const found = find(decision.entity);
    if ('halt' in found) return found.halt;
    const { cluster } = found;
    switch (decision.do) {
      case 'split':
        return split(cluster, decision);
      case 'rename':
        rename(cluster, decision.name);
        return undefined;
      case 'retype':
        if (!world.types.has(decision.type)) return { kind: 'no-type', type: decision.type };
        cluster.type = decision.type;
        cluster.changed = true;
        book.call(cluster.lead, nameOf(cluster), decision.type);
        return undefined;
      case 'reject':
        cluster.rejected = true;
        return undefined;
      case 'note':
        cluster.notes.push(decision.note);
        cluster.changed = true;
        return undefined;
    }
  }

  const waiting = new Set<number>();
  const outcomes = lines.map((item): Outcome => {
    const halt = carryOut(item);
    if (halt === WAIT) waiting.add(item.line);
    return halt === undefined || halt === WAIT ? { line: item.line } : { line: item.line, lapse: halt };
  });
  const clusters = [...new Set(clusterOf)];
  return {
    atoms,
    entities: clusters
      .filter(({ rejected }) => !rejected)
      .map((cluster) => ({
        atoms: [...cluster.atoms].sort((a, b) => a - b),
        lead: cluster.lead,
        name: nameOf(cluster),
        type: typeOf(cluster),
        retyped: cluster.type !== undefined,
        ...(cluster.notes.length === 0 ? {} : { note: cluster.notes.join('\n') }),
        joined: cluster.joined,
        changed: cluster.changed,
      })),
    rejected: new Set(clusters.filter(({ rejected }) => rejected).flatMap((cluster) => [...cluster.atoms])),
    parted,
    ties,
    outcomes,
    waiting,
  };
}

const because = ({ why }: { readonly why?: string }) => (why === undefined ? {} : { why });
