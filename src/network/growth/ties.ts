/** Ties, kept up as documents and the entities in them change. */
import type { Ontology } from '../../ontology/ontology.ts';
import {
  type DocumentTies,
  documentTies,
  type End,
  joinDrafts,
  reportDropped,
  type TieDraft,
  toTie,
  uniteJointDeals,
} from '../gather-ties.ts';
import type { NetworkReport, Tie } from '../network.ts';
import { setOf } from '../order.ts';
import type { Member, UnitRef } from './documents.ts';
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
  at(entity: string): ReadonlySet<string>;
  report(): Pick<NetworkReport, 'droppedRelations' | 'unknownTypes'>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * No ties yet.
 *
 * @param refsOf the units of a document, by their number
 * @param endOf the entity of a unit
 */
export function createTies(
  refsOf: (member: Member) => readonly UnitRef[],
  endOf: (ref: UnitRef) => End,
  ontology: Ontology,
): Ties {
  const said = new Map<Member, DocumentTies>();
  const members = new Map<string, Map<Member, TieDraft>>();
  const ties = new Map<string, Tie>();
  const byEnd = new Map<string, Set<string>>();
  const deals = createNeighbourhoods<string>();

  const jointOf = ({ witnesses }: TieDraft) => witnesses.flatMap(({ evidence }) => evidence.attributes.joint ?? []);

  function forget(member: Member, touched: Set<string>, seeds: Set<string>): void {
    for (const [id, draft] of said.get(member)?.drafts ?? []) {
      touched.add(id);
      for (const deal of jointOf(draft)) {
        seeds.add(deal);
        deals.untie(id, deal);
      }
      const own = members.get(id);
      own?.delete(member);
      if (own?.size === 0) members.delete(id);
    }
    said.delete(member);
  }

  function learn(member: Member, touched: Set<string>, seeds: Set<string>): void {
    const refs = refsOf(member);
    const { own, ...source } = member.source;
    const found = documentTies({ ...source, root: 0 }, own.byEntity, (unit) => endOf(refs[unit] as UnitRef), ontology);
    said.set(member, found);
    for (const [id, draft] of found.drafts) {
      touched.add(id);
      const drafts = members.get(id) ?? new Map<Member, TieDraft>();
      members.set(id, drafts.set(member, draft));
      for (const deal of jointOf(draft)) {
        seeds.add(deal);
        deals.tie(id, deal);
      }
    }
  }

  /** Everything that documents say of a tie, in their order. */
  function draftOf(id: string): TieDraft | undefined {
    const drafts = members.get(id);
    if (drafts === undefined) return undefined;
    return joinDrafts([...drafts].sort((a, b) => a[0].position - b[0].position).map(([, draft]) => draft));
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
      for (const id of deals.around(seeds)) touched.add(id);
      const drafts = new Map([...touched].map((id) => [id, draftOf(id)]));
      const dealOf = uniteJointDeals([...drafts.values()].filter((draft) => draft !== undefined));
      for (const [id, draft] of drafts) {
        const before = ties.get(id);
        if (draft === undefined) {
          ties.delete(id);
          for (const end of before === undefined ? [] : [before.source, before.target]) byEnd.get(end)?.delete(id);
          continue;
        }
        const tie = toTie(id, draft, dealOf);
        ties.set(id, tie);
        for (const end of [tie.source, tie.target]) setOf(byEnd, end).add(id);
      }
      return touched;
    },
    get: (id) => ties.get(id),
    at: (entity) => byEnd.get(entity) ?? NONE,
    report: () => reportDropped(said.values()),
  };
}
