/** Ties, kept up as documents and the entities in them change. */
import type { Ontology } from '../../ontology/ontology.ts';
import {
  documentTies,
  type End,
  joinDrafts,
  reportDropped,
  type TieDraft,
  toTie,
  uniteJointDeals,
} from '../gather-ties.ts';
import type { NetworkReport, Tie } from '../network.ts';
import type { Member, UnitRef } from './documents.ts';
import { createMultimap } from './multimap.ts';
import { createNeighbourhoods } from './neighbourhoods.ts';

/** The ties of a network. */
export interface Ties {
  /**
   * @param again documents whose relations have other ends now, new ones included
   * @returns ids of ties that are others now, or gone
   */
  change(gone: readonly Member[], again: ReadonlySet<Member>): ReadonlySet<string>;
  get(id: string): Tie | undefined;
  /** Ids of the ties at an entity. */
  at(entity: string): Iterable<string>;
  /** @param members all documents */
  report(members: readonly Member[]): Pick<NetworkReport, 'droppedRelations' | 'unknownTypes'>;
}

/**
 * No ties yet.
 *
 * @param endOf the entity of a unit
 */
export function createTies(endOf: (ref: UnitRef) => End, ontology: Ontology): Ties {
  const sayers = createMultimap<string, Member>();
  const ties = new Map<string, Tie>();
  const byEnd = createMultimap<string, string>();
  const deals = createNeighbourhoods<string>();

  const jointOf = ({ witnesses }: TieDraft) => witnesses.flatMap(({ evidence }) => evidence.attributes.joint ?? []);

  function forget(member: Member, touched: Set<string>, seeds: Set<string>): void {
    for (const draft of member.said?.drafts ?? []) {
      const { id } = draft;
      touched.add(id);
      for (const deal of jointOf(draft)) {
        seeds.add(deal);
        deals.untie(id, deal);
      }
      sayers.delete(id, member);
    }
    member.said = undefined;
  }

  function learn(member: Member, touched: Set<string>, seeds: Set<string>): void {
    const { own, ...source } = member.source;
    const ends = (unit: number) => endOf(member.refs[unit] as UnitRef);
    const found = documentTies({ ...source, root: 0 }, own.relations, ends, ontology);
    member.said = found;
    for (const draft of found.drafts) {
      const { id } = draft;
      touched.add(id);
      sayers.add(id, member);
      for (const deal of jointOf(draft)) {
        seeds.add(deal);
        deals.tie(id, deal);
      }
    }
  }

  /** Everything that documents say of a tie, in their order. */
  function draftOf(id: string): TieDraft | undefined {
    const members = [...sayers.get(id)].sort((a, b) => a.position - b.position);
    const drafts = members.flatMap(({ said }) => said?.drafts.find((draft) => draft.id === id) ?? []);
    return drafts.length === 0 ? undefined : joinDrafts(drafts);
  }

  return {
    change(gone, again) {
      const touched = new Set<string>();
      const seeds = new Set<string>();
      for (const member of gone) forget(member, touched, seeds);
      for (const member of again) {
        forget(member, touched, seeds);
        learn(member, touched, seeds);
      }
      // A deal that several documents tell has one key, which another document may give to other ties.
      for (const id of touched) for (const deal of deals.tiesOf(id)) seeds.add(deal);
      for (const id of deals.around(seeds).flat()) touched.add(id);
      const drafts = new Map([...touched].map((id) => [id, draftOf(id)]));
      const dealOf = uniteJointDeals([...drafts.values()].filter((draft) => draft !== undefined));
      for (const [id, draft] of drafts) {
        const before = ties.get(id);
        if (draft === undefined) {
          ties.delete(id);
          for (const end of before === undefined ? [] : [before.source, before.target]) byEnd.delete(end, id);
          continue;
        }
        const tie = toTie(draft, dealOf);
        ties.set(id, tie);
        for (const end of [tie.source, tie.target]) byEnd.add(end, id);
      }
      return touched;
    },
    get: (id) => ties.get(id),
    at: (entity) => byEnd.get(entity),
    report: (members) => reportDropped(members.flatMap(({ said }) => said ?? [])),
  };
}
