/** Carries out the decisions of readers between entities and ties, so that ties, evidence and weights follow by themselves. */
import type { LedgerLine, Outcome } from '../curation/decision.ts';
import { assignIds } from '../curation/ids.ts';
import { type CuratedEntity, type Replay, replay, type TieVerdict } from '../curation/replay.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { createDividedUnits } from './divide-units.ts';
import type { End, Reviewer } from './gather-ties.ts';
import type { MergeReason, NetworkEntity, SplitReason } from './network.ts';
import { compareText, listOf } from './order.ts';
import { commonName, gatherUnits } from './resolve-entities.ts';
import { IGNORED, type Unit, type Units } from './units.ts';

/** Entities after curation, and what gathering ties needs. */
export interface CuratedEntities {
  readonly units: Units;
  /** Sorted by id. */
  readonly entities: readonly NetworkEntity[];
  /** Ids of the entities that a reader had a say in. */
  readonly chosen: ReadonlySet<string>;
  readonly endOf: (unit: number) => End;
  readonly review: Reviewer;
  readonly outcomes: readonly Outcome[];
}

interface Resolved {
  readonly entities: readonly NetworkEntity[];
  readonly entityOf: readonly NetworkEntity[];
}

const NOWHERE: End = { id: '', type: '' };

/** Applies `decisions` in their order; without any, everything stays as it is. */
export function curateEntities(
  units: Units,
  { entities, entityOf }: Resolved,
  decisions: readonly LedgerLine[],
  ontology: Ontology,
): CuratedEntities {
  if (decisions.length === 0) {
    return {
      units,
      entities,
      chosen: new Set(),
      endOf: (unit) => entityOf[unit] ?? NOWHERE,
      review: () => undefined,
      outcomes: [],
    };
  }
  const number = new Map(entities.map(({ id }, index) => [id, index]));
  const unitsOf: number[][] = entities.map(() => []);
  for (const [unit, { id }] of entityOf.entries()) unitsOf[number.get(id) ?? -1]?.push(unit);
  const divided = createDividedUnits(units);
  const unitsAt = (indices: readonly number[]) => indices.flatMap((index) => divided.now().units[index] ?? []);
  const documents = new Map(units.sources.map(({ document }, index) => [document.id, index]));
  const result = replay(decisions, {
    atoms: entities,
    types: new Set(ontology.entityTypes.keys()),
    mentions: (atom, document) => {
      const source = documents.get(document);
      return unitsAt(unitsOf[atom] ?? []).some((unit) => unit.source === source);
    },
    divide(atom, share, next) {
      const { gone, stay } = divided.divide(unitsOf[atom] ?? [], share);
      if (gone.length === 0) return 'none';
      if (stay.length === 0) return 'all';
      unitsOf[atom] = [...stay];
      unitsOf[next] = [...gone];
      const taken = unitsAt(gone);
      const name = commonName(taken, divided.now());
      return { type: entities[atom]?.type ?? taken[0]?.type ?? '', ...gatherUnits(taken, divided.now(), name), name };
    },
  });
  const atomOf: number[] = [];
  for (const [atom, indices] of unitsOf.entries()) for (const index of indices) atomOf[index] = atom;
  const now = withoutRejected(divided.now(), atomOf, result.rejected);
  const made = makeEntities(result, entities, (atom) => unitsAt(unitsOf[atom] ?? []), now);
  return {
    units: now,
    entities: [...new Set(made.filter((entity) => entity !== undefined))].sort((a, b) => compareText(a.id, b.id)),
    chosen: new Set(result.entities.flatMap(({ changed, lead }) => (changed && made[lead]?.id) || [])),
    endOf: endFinder(made, result, entities, atomOf),
    review: reviewer(result.ties, atomOf, ontology),
    outcomes: withTieOutcomes(result, now, atomOf, ontology),
  };
}

/** Units of rejected entities become names that are ignored. */
function withoutRejected(units: Units, atomOf: readonly number[], rejected: ReadonlySet<number>): Units {
  if (rejected.size === 0) return units;
  const end = (unit: number) => (rejected.has(atomOf[unit] ?? -1) ? IGNORED : unit);
  const relations = units.relations.map((own) =>
    own.map((relation) => ({ ...relation, from: end(relation.from), to: end(relation.to) })),
  );
  return { ...units, relations };
}

/** The entity of each atom; none for a rejected one. */
function makeEntities(
  { entities, parted }: Replay,
  base: readonly NetworkEntity[],
  unitsOf: (atom: number) => readonly Unit[],
  units: Units,
): readonly (NetworkEntity | undefined)[] {
  const ids = assignIds(entities, base);
  const idOf = new Map<number, string>();
  for (const [index, { atoms }] of entities.entries()) for (const atom of atoms) idOf.set(atom, ids[index] ?? '');
  const renamed = new Map(base.map(({ id }, atom) => [id, idOf.get(atom)]));
  const made: (NetworkEntity | undefined)[] = base.map(() => undefined);
  for (const [index, entity] of entities.entries()) {
    const id = ids[index] ?? '';
    const apart = parted.flatMap(({ one, other, why }): SplitReason[] => {
      const [a, b] = [idOf.get(one), idOf.get(other)];
      const far = a === id ? b : b === id ? a : undefined;
      return far === undefined || far === id ? [] : [{ other: far, reason: why ?? '人工区分', rule: 'curated' }];
    });
    const lead = base[entity.lead];
    const own = entity.changed || lead === undefined ? gathered(entity, base, unitsOf, units) : lead;
    const splits = new Map(
      entity.atoms
        .flatMap((atom) => base[atom]?.splits ?? [])
        .flatMap((split): SplitReason[] => {
          const other = renamed.get(split.other);
          return other === undefined || other === id ? [] : [{ ...split, other }];
        })
        .concat(apart)
        .map((split) => [split.other, split]),
    );
    const whole = { ...own, id, splits: [...splits.values()].sort((a, b) => compareText(a.other, b.other)) };
    for (const atom of entity.atoms) made[atom] = whole;
  }
  return made;
}

function gathered(
  entity: CuratedEntity,
  base: readonly NetworkEntity[],
  unitsOf: (atom: number) => readonly Unit[],
  units: Units,
): NetworkEntity {
  const { name, type, note } = entity;
  const facts = gatherUnits(entity.atoms.flatMap(unitsOf), units, name);
  const names = new Set([name, ...facts.aliases]);
  const merges = entity.atoms
    .flatMap((atom) => base[atom]?.merges ?? [])
    .filter((merge) => merge.names.every((written) => names.has(written)));
  const joined = entity.joined.map(
    ({ names, why }): MergeReason => ({
      names,
      rule: 'curated',
      ...(why === undefined ? {} : { detail: why }),
      confidence: 1,
    }),
  );
  return {
    id: '',
    type,
    name,
    ...facts,
    merges: [...merges, ...joined],
    splits: [],
    posts: [],
    ...(note === undefined ? {} : { note }),
  };
}

function endFinder(
  made: readonly (NetworkEntity | undefined)[],
  { entities }: Replay,
  base: readonly NetworkEntity[],
  atomOf: readonly number[],
): (unit: number) => End {
  const retyped = new Set(entities.filter((entity) => entity.retyped).flatMap(({ atoms }) => atoms));
  return (unit) => {
    const atom = atomOf[unit] ?? -1;
    const entity = made[atom];
    if (!entity) return NOWHERE;
    const was = retyped.has(atom) ? undefined : base[atom]?.type;
    return { id: entity.id, type: entity.type, ...(was === undefined || was === entity.type ? {} : { was }) };
  };
}

/** The decisions about ties between two atoms, in their order. */
function verdictFinder(ties: readonly TieVerdict[], ontology: Ontology) {
  const byEnd = new Map<number, TieVerdict[]>();
  for (const verdict of ties) {
    for (const atom of new Set([...verdict.source, ...verdict.target])) listOf(byEnd, atom).push(verdict);
  }
  return (type: string, from: number, to: number): readonly TieVerdict[] => {
    const symmetric = ontology.relationTypes.get(type)?.symmetric ?? false;
    return (byEnd.get(from) ?? []).filter(
      (verdict) =>
        verdict.type === type &&
        ((verdict.source.has(from) && verdict.target.has(to)) ||
          (symmetric && verdict.source.has(to) && verdict.target.has(from))),
    );
  };
}

function reviewer(ties: readonly TieVerdict[], atomOf: readonly number[], ontology: Ontology): Reviewer {
  if (ties.length === 0) return () => undefined;
  const verdictsOf = verdictFinder(ties, ontology);
  return (type, source, target) => {
    const own = verdictsOf(type, atomOf[source] ?? -1, atomOf[target] ?? -1);
    if (own.length === 0) return undefined;
    const last = own.filter((verdict) => verdict.do !== 'note').at(-1);
    return {
      ...(last === undefined ? {} : { verdict: last.do === 'reject' ? ('rejected' as const) : ('confirmed' as const) }),
      notes: own.flatMap(({ note }) => note ?? []),
    };
  };
}

/** The outcomes, with those decisions about ties that no relation answers to. */
function withTieOutcomes(
  { outcomes, ties }: Replay,
  units: Units,
  atomOf: readonly number[],
  ontology: Ontology,
): readonly Outcome[] {
  if (ties.length === 0) return outcomes;
  const verdictsOf = verdictFinder(ties, ontology);
  const missing = new Map(ties.map((verdict) => [verdict.line, verdict]));
  const atom = (unit: number) => atomOf[unit] ?? -1;
  for (const { type, from, to } of units.relations.flat()) {
    for (const { line } of verdictsOf(type, atom(from), atom(to))) missing.delete(line);
  }
  return outcomes.map((outcome) => {
    const verdict = missing.get(outcome.line);
    return verdict === undefined ? outcome : { ...outcome, lapse: { kind: 'no-tie', tie: verdict.ref } };
  });
}
