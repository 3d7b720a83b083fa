/** The documents of a network that grows, in the order of their ids, and sets of their units as stages take them. */
import type { DocumentTies, End } from '../gather-ties.ts';
import { compareText, NONE } from '../order.ts';
import { createRootNumbers, type OwnUnit, type Unit, type UnitSource, type Units } from '../units.ts';
import type { Person } from './joined-people.ts';
import type { Slot } from './name-slots.ts';
import type { Feature } from './people-context.ts';
import { replace } from './sorted-list.ts';

/**
 * A document that the network rests on. Here and in {@link UnitRef} each stage has a field for what it knows of it: as
 * maps these would be most of what a document costs.
 */
export interface Member {
  readonly source: UnitSource;
  /** Its units, by number. */
  readonly refs: readonly UnitRef[];
  /** Its place among the documents: ascending with the id, another after every change. */
  position: number;
  /** What it names that is context, as it was counted. */
  features: readonly Feature[];
  /** What it says of ties. */
  said: DocumentTies | undefined;
}

/** A unit with the document that it stands in. */
export interface UnitRef {
  readonly member: Member;
  readonly unit: OwnUnit;
  /** Units of the same name. */
  slot: Slot | undefined;
  /** Who it is, of a person. */
  person: Person | undefined;
  /** The entity that it stands for. */
  end: End | undefined;
}

/** The documents. */
export interface Documents {
  get(id: string): Member | undefined;
  /** In the order of their ids. */
  all(): readonly Member[];
  /** Takes documents out and in, and gives those that were taken out and are new. */
  change(
    removed: ReadonlySet<string>,
    added: Iterable<UnitSource>,
  ): { readonly gone: readonly Member[]; readonly come: readonly Member[] };
}

/** No documents yet. */
export function createDocuments(): Documents {
  const byId = new Map<string, Member>();
  let sorted: readonly Member[] = [];
  return {
    get: (id) => byId.get(id),
    all: () => sorted,
    change(removed, added) {
      const gone = [...removed].flatMap((id) => byId.get(id) ?? []);
      for (const { source } of gone) byId.delete(source.document.id);
      const come = Array.from(added, createMember);
      for (const member of come) byId.set(member.source.document.id, member);
      const ids = new Set([...gone, ...come].map(({ source }) => source.document.id));
      sorted = replace(
        sorted,
        [...ids].sort(compareText),
        ({ source }) => source.document.id,
        (id) => [byId.get(id) ?? []].flat(),
      );
      for (const [position, member] of sorted.entries()) member.position = position;
      return { gone, come };
    },
  };
}

function createMember(source: UnitSource): Member {
  const { units } = source.own;
  const refs = new Array<UnitRef>(units.length);
  const member: Member = { source, refs, position: 0, features: NONE, said: undefined };
  for (const [number, unit] of units.entries()) {
    refs[number] = { member, unit, slot: undefined, person: undefined, end: undefined };
  }
  return member;
}

/** Takes one out of a list whose order means nothing. */
export function takeOut<T>(list: T[], item: T): void {
  const at = list.indexOf(item);
  const last = list.pop();
  if (at >= 0 && at < list.length && last !== undefined) list[at] = last;
}

/** Sorts by document and by place in it. */
export function sortRefs(refs: Iterable<UnitRef>): UnitRef[] {
  return [...refs].sort((a, b) => a.member.position - b.member.position || a.unit.number - b.unit.number);
}

/**
 * Some units by themselves, as stages take them: the sources are the documents that they stand in.
 *
 * @param refs sorted; the unit of index n is that of the n-th
 */
export function unitsOfRefs(refs: readonly UnitRef[]): Units {
  const members = [...new Set(refs.map(({ member }) => member))];
  const indexOf = new Map(members.map((member, index) => [member, index]));
  const rootNumber = createRootNumbers(members.map(({ source }) => source.document.id));
  return {
    sources: members.map(({ source: { own: _, ...source } }) => ({ ...source, root: rootNumber(source.rootId) })),
    units: refs.map(({ member, unit }, index): Unit => ({ ...unit, index, source: indexOf.get(member) ?? 0 })),
    relations: members.map(() => []),
    ignored: 0,
  };
}
