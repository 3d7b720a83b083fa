/** The documents of a network that grows, in the order of their ids, and sets of their units as stages take them. */
import { compareText } from '../order.ts';
import { createRootNumbers, type OwnUnit, type Unit, type UnitSource, type Units } from '../units.ts';
import { replace } from './sorted-list.ts';

/** A document that the network rests on. */
export interface Member {
  readonly source: UnitSource;
  /** Its place among the documents: ascending with the id, another after every change. */
  position: number;
}

/** A unit with the document that it stands in; one object for each, so that it can be looked up. */
export interface UnitRef {
  readonly member: Member;
  readonly unit: OwnUnit;
}

/** The documents. */
export interface Documents {
  get(id: string): Member | undefined;
  /** In the order of their ids. */
  all(): readonly Member[];
  /** Takes documents out and in, and gives those that were taken out and are new. */
  change(
    removed: ReadonlySet<string>,
    added: readonly UnitSource[],
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
      const come = added.map((source): Member => ({ source, position: 0 }));
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
    byEntity: members.map(() => new Map()),
    ignored: 0,
  };
}
