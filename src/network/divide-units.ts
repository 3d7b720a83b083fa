/** Takes units apart where a reader splits an entity; relations go with the mentions that their sentences hold. */
import type { Share } from '../curation/decision.ts';
import { nameKey } from '../tokens/normalise.ts';
import { byCount, count } from './order.ts';
import type { Source, Unit, UnitRelation, Units } from './units.ts';

type Mention = Unit['mentions'][number];

/** Units of which some are being divided. */
export interface DividedUnits {
  /** The units as they stand now. */
  readonly now: () => Units;
  /** The units among `indices` (or their new halves) that `share` takes, and those that stay. */
  divide(
    indices: readonly number[],
    share: Share,
  ): { readonly gone: readonly number[]; readonly stay: readonly number[] };
}

/** Starts dividing; `units` itself is left as it is. */
export function createDividedUnits(units: Units): DividedUnits {
  const list = [...units.units];
  const { sources } = units;
  const relations = [...units.relations];

  function cut(unit: Unit, taken: readonly Mention[]): number {
    const source = sources[unit.source] as Source;
    const stay = unit.mentions.filter((mention) => !taken.includes(mention));
    const names = new Map<string, number>();
    for (const { start, end } of taken) count(names, source.document.text.slice(start, end));
    const [name = unit.name] = byCount(names);
    const index = list.length;
    list.push({ ...unit, index, name, key: nameKey(name), aliases: [], mentions: taken });
    const gone = new Set([...names.keys()].map(nameKey));
    list[unit.index] = { ...unit, aliases: unit.aliases.filter(({ key }) => !gone.has(key)), mentions: stay };
    const end = (number: number, relation: UnitRelation) =>
      number === unit.index && holds(relation, taken) && !holds(relation, stay) ? index : number;
    relations[unit.source] =
      relations[unit.source]?.map((relation) => ({
        ...relation,
        from: end(relation.from, relation),
        to: end(relation.to, relation),
      })) ?? [];
    return index;
  }

  /** A name that is split off is no other name of what stays. */
  function forget(index: number, names: readonly string[] = []): void {
    const unit = list[index] as Unit;
    const gone = new Set(names.map(nameKey));
    const aliases = unit.aliases.filter(({ key }) => !gone.has(key));
    if (aliases.length < unit.aliases.length) list[index] = { ...unit, aliases };
  }

  return {
    now: () => ({ ...units, units: list, relations }),
    divide(indices, share) {
      const gone: number[] = [];
      const stay: number[] = [];
      for (const index of indices) {
        const unit = list[index] as Unit;
        const taken = mentionsIn(unit, sources, share);
        if (taken === 'all') gone.push(index);
        else stay.push(index);
        if (taken !== 'all' && taken.length > 0) gone.push(cut(unit, taken));
        if (taken !== 'all') forget(index, share.names);
      }
      return { gone, stay };
    },
  };
}

const holds = (relation: UnitRelation, mentions: readonly Mention[]) =>
  relation.evidence.some(({ start, end }) => mentions.some((mention) => mention.start >= start && mention.end <= end));

/** The mentions of a unit that `share` takes. A unit whose own name is taken goes with all that refers to it. */
function mentionsIn(unit: Unit, sources: readonly Source[], share: Share): readonly Mention[] | 'all' {
  const source = sources[unit.source];
  if (!source) return [];
  const { id, text } = source.document;
  const root = sources[source.root]?.document.id ?? id;
  if (share.documents?.some((document) => document === id || document === root)) return 'all';
  const names = new Set(share.names?.map(nameKey));
  if (names.has(unit.key)) return 'all';
  const listed = new Set(
    share.mentions?.flatMap(([document, start, end]) => (document === id ? `${start} ${end}` : [])),
  );
  const taken = unit.mentions.filter(
    ({ start, end }) => listed.has(`${start} ${end}`) || (names.size > 0 && names.has(nameKey(text.slice(start, end)))),
  );
  return taken.length > 0 && taken.length === unit.mentions.length ? 'all' : taken;
}
