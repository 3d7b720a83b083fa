/** Entities with their ids, kept up as what they are made of changes. */
import type { Ontology } from '../../ontology/ontology.ts';
import type { Vocabulary } from '../../resources.ts';
import type { End } from '../gather-ties.ts';
import { kindOf } from '../name-groups.ts';
import type { MergeReason, NetworkEntity, SplitReason } from '../network.ts';
import { compareText, NONE, orNone } from '../order.ts';
import { distinctReasons, draftEntity, type EntityDraft, idBase, numberBearers } from '../resolve-entities.ts';
import { type Member, sortRefs, type UnitRef, unitsOfRefs } from './documents.ts';
import { createEntityTally, type EntityTally } from './entity-tally.ts';
import type { JoinedChange, JoinedNames } from './joined-names.ts';
import type { Person } from './joined-people.ts';
import { createMultimap } from './multimap.ts';
import type { Slot } from './name-slots.ts';

/** What an entity is made of: a person, or the id of the group that leads its names. */
type Origin = Person | string;

/** An entity as it stands. */
export interface Standing {
  readonly origin: Origin;
  readonly draft: EntityDraft;
  /** Whether only common nouns name it. */
  readonly generic: boolean;
  id: string;
  /** What its units were last told that they stand for. */
  told?: End;
  /** Its units as sums, and the slots that they are of, where there are many. */
  readonly summed?: { readonly tally: EntityTally; readonly slots: readonly Slot[] };
}

/** An entity of more units than this is summed up, so that one more costs no more than one. */
const MOST_GONE_THROUGH = 64;

/** What a change does to entities. */
export interface EntityChange {
  /** Ids under which there is something else now than before, or nothing. */
  readonly ids: ReadonlySet<string>;
  /** Documents with a unit that another entity, or one of another type, stands for now. */
  readonly members: ReadonlySet<Member>;
}

/** The entities of a network. */
export interface Entities {
  change(
    gone: readonly UnitRef[],
    joined: JoinedChange,
    people: { readonly gone: ReadonlySet<Person>; readonly come: ReadonlySet<Person> },
  ): EntityChange;
  get(id: string): Standing | undefined;
  all(): Iterable<Standing>;
  /** The entity of a unit, as ties need it. */
  endOf(ref: UnitRef): End;
  /** The entity as the network has it; posts, which follow from ties, are left out. */
  describe(standing: Standing): NetworkEntity;
}

/** The first two that a common noun stands for, which tell of the others that they are kept apart. */
type Bearers = readonly [first?: string, second?: string];

const NOWHERE: End = { id: '', type: '' };
const NUMBERED = /~\d+$/;

/** No entities yet. */
export function createEntities(names: JoinedNames, ontology: Ontology, vocabulary: Vocabulary): Entities {
  const standings = new Map<Origin, Standing>();
  const byBase = createMultimap<string, Standing>();
  const byId = new Map<string, Standing>();
  const commonNouns = new Map<string, Bearers>();

  function remove(origin: Origin, bases: Set<string>, ids: Set<string>): void {
    const standing = standings.get(origin);
    if (standing === undefined) return;
    standings.delete(origin);
    if (byId.get(standing.id) === standing) byId.delete(standing.id);
    ids.add(standing.id);
    const base = idBase(standing.draft);
    byBase.delete(base, standing);
    noteBase(base, bases);
  }

  function add(standing: Standing, bases: Set<string>): void {
    standings.set(standing.origin, standing);
    const base = idBase(standing.draft);
    byBase.add(base, standing);
    noteBase(base, bases);
  }

  /** A name that ends like a number of another's takes that number. */
  function noteBase(base: string, bases: Set<string>): void {
    bases.add(base);
    if (NUMBERED.test(base)) bases.add(base.replace(NUMBERED, ''));
  }

  function draft(origin: Origin, refs: readonly UnitRef[], generic: boolean): Standing {
    const units = unitsOfRefs(refs);
    return { origin, generic, draft: draftEntity(units.units, units, ontology, vocabulary), id: '' };
  }

  function* refsOf({ origin }: Standing): Generator<UnitRef> {
    if (typeof origin !== 'string') yield* origin.refs;
    else for (const { kind, refs } of names.slotsOf(origin)) if (kind !== 'person') yield* refs;
  }

  /** The entity of many units; what has not changed in it is not gone through again. */
  function sum(
    leader: string,
    slots: readonly Slot[],
    before: Standing | undefined,
    touched: JoinedChange['touched'],
  ): { readonly standing: Standing; readonly come: Iterable<UnitRef> } {
    const known = before?.summed;
    const same = known?.slots.length === slots.length && slots.every((slot, at) => slot === known.slots[at]);
    const tally = known !== undefined && same ? known.tally : createEntityTally();
    const changes = slots.flatMap((slot) => touched.get(slot) ?? []);
    const come = (same ? changes.map((change) => [...change.come]) : slots.map(({ refs }) => refs)).flat();
    if (same) for (const change of changes) for (const ref of change.gone) tally.remove(ref);
    for (const ref of come) tally.add(ref);
    const generic = slots.every((slot) => slot.generic);
    const standing = {
      origin: leader,
      generic,
      draft: tally.draft(ontology, vocabulary),
      id: same ? (before?.id ?? '') : '',
      ...(same && before?.told ? { told: before.told } : {}),
      summed: { tally, slots },
    };
    return { standing, come };
  }

  /** Gives ids anew under the bases, and notes those that are others now. */
  function number(bases: ReadonlySet<string>, ids: Set<string>): void {
    const moved: Standing[] = [];
    const settled: Standing[] = [];
    for (const base of bases) {
      const bearers = [...byBase.get(base)];
      const numbers = numberBearers(
        base,
        bearers.map((bearer) => bearer.draft),
        (id) => byBase.has(id),
      );
      for (const [index, bearer] of bearers.entries()) {
        const id = numbers[index] ?? '';
        settled.push(bearer);
        if (id === bearer.id) continue;
        if (bearer.id !== '') {
          ids.add(bearer.id);
          for (const { other } of apart(bearer)) ids.add(other.id);
          if (byId.get(bearer.id) === bearer) byId.delete(bearer.id);
        }
        bearer.id = id;
        moved.push(bearer);
      }
    }
    for (const bearer of settled) byId.set(bearer.id, bearer);
    for (const bearer of moved) {
      ids.add(bearer.id);
      for (const { other } of apart(bearer)) ids.add(other.id);
      if (typeof bearer.origin === 'string') for (const id of toldBy(bearer.origin)) ids.add(id);
    }
  }

  /** Ids of those who say that they are kept apart from the one whom this group leads. */
  function toldBy(leader: string): string[] {
    const found: string[] = [];
    for (const { kind, key, generic } of names.slotsOf(leader)) {
      if (!generic || !commonNouns.get(nounOf(kind, key))?.includes(leader)) continue;
      for (const slot of names.slots.named(kind, key)) found.push(standings.get(slot.leader)?.id ?? '');
    }
    return found;
  }

  /** Looks up who bears the common nouns under these leaders first, and notes the ids of all bearers where that is another. */
  function lookUpNouns(nouns: ReadonlyMap<string, readonly [kind: string, key: string]>, ids: Set<string>): void {
    for (const [noun, [kind, key]] of nouns) {
      const before = commonNouns.get(noun) ?? [];
      const slots = [...names.slots.named(kind, key)].filter(({ generic }) => generic);
      const first = least(slots)?.leader;
      const second = least(slots.filter(({ leader }) => leader !== first))?.leader;
      if (first === undefined || second === undefined) commonNouns.delete(noun);
      else commonNouns.set(noun, [first, second]);
      const [one, two] = commonNouns.get(noun) ?? [];
      if (one === before[0] && two === before[1]) continue;
      for (const { leader } of slots) ids.add(standings.get(leader)?.id ?? '');
    }
  }

  function apart({ origin }: Standing): { readonly other: Standing; readonly rule: string; readonly reason: string }[] {
    const of = (other: Origin | undefined, rule: string, reason: string) => {
      const standing = other === undefined ? undefined : standings.get(other);
      return standing === undefined ? [] : [{ other: standing, rule, reason }];
    };
    if (typeof origin !== 'string') return origin.splits.flatMap((split) => of(split.other, split.rule, split.reason));
    const nouns = new Set<string>();
    for (const { kind, key, generic } of names.slotsOf(origin)) if (generic) nouns.add(nounOf(kind, key));
    return [...nouns].flatMap((noun) => {
      const [first, second] = commonNouns.get(noun) ?? [];
      return of(first === origin ? second : first, 'generic-name', '通用名称，各篇所指不一');
    });
  }

  return {
    change(gone, { leaders, touched }, people) {
      const ids = new Set<string>();
      const bases = new Set<string>();
      const nouns = new Map<string, readonly [string, string]>();
      for (const ref of gone) {
        const { type, key } = ref.unit;
        if (type !== 'person') noteNoun(nouns, kindOf(type), key);
      }
      const made: Standing[] = [];
      const learners = new Map<Standing, Iterable<UnitRef>>();
      for (const leader of leaders) {
        const before = standings.get(leader);
        remove(leader, bases, ids);
        const slots = [...names.slotsOf(leader)]
          .filter(({ kind }) => kind !== 'person')
          .sort((a, b) => compareText(a.id, b.id));
        if (slots.length === 0) continue;
        for (const { kind, key, generic } of slots) if (generic) noteNoun(nouns, kind, key);
        if (slots.reduce((size, { refs }) => size + refs.length, 0) > MOST_GONE_THROUGH) {
          const { standing, come } = sum(leader, slots, before, touched);
          learners.set(standing, come);
          made.push(standing);
        } else {
          const refs = sortRefs(slots.flatMap((slot) => slot.refs));
          const generic = slots.every((slot) => slot.generic);
          made.push(draft(leader, refs, generic));
        }
      }
      for (const person of people.gone) remove(person, bases, ids);
      for (const person of people.come) made.push(draft(person, person.refs, false));
      for (const standing of made) add(standing, bases);
      lookUpNouns(nouns, ids);
      number(bases, ids);
      const members = new Set<Member>();
      const settle = (standing: Standing) => {
        const end = { id: standing.id, type: standing.draft.type };
        ids.add(end.id);
        const same = standing.told?.id === end.id && standing.told.type === end.type;
        standing.told = end;
        for (const ref of same ? (learners.get(standing) ?? []) : refsOf(standing)) {
          const was = ref.end;
          if (was?.id === end.id && was.type === end.type) continue;
          ref.end = end;
          members.add(ref.member);
        }
      };
      for (const standing of new Set([...made, ...[...ids].flatMap((id) => byId.get(id) ?? [])])) settle(standing);
      ids.delete('');
      return { ids, members };
    },
    get: (id) => byId.get(id),
    all: () => standings.values(),
    endOf: (ref) => ref.end ?? NOWHERE,
    describe(standing) {
      const { id, draft: own, origin } = standing;
      const merges: readonly MergeReason[] = typeof origin === 'string' ? names.mergesOf(origin) : origin.merges;
      const splits = apart(standing).map(({ other, rule, reason }): SplitReason => ({ other: other.id, rule, reason }));
      const { aliases, mentions, documents, confidence } = own.facts;
      return {
        id,
        type: own.type,
        name: own.name,
        aliases,
        mentions,
        documents,
        confidence,
        merges: orNone(distinctReasons([...merges, ...own.merges])),
        splits: orNone(splits.sort((a, b) => compareText(a.other, b.other))),
        posts: NONE,
      };
    },
  };
}

const nounOf = (kind: string, key: string) => `${kind} ${key}`;

function noteNoun(nouns: Map<string, readonly [string, string]>, kind: string, key: string): void {
  nouns.set(nounOf(kind, key), [kind, key]);
}

function least<T extends { readonly id: string }>(items: readonly T[]): T | undefined {
  let found: T | undefined;
  for (const item of items) if (found === undefined || item.id < found.id) found = item;
  return found;
}
