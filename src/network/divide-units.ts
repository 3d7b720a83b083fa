/** Takes units apart where a reader splits an entity; relations go with the mentions that their sentences hold. */
import type { Share } from '../curation/decision.ts';
import type { Relation } from '../relations/relation.ts';
import { nameKey } from '../tokens/normalise.ts';
import { byCount, count } from './order.ts';
import type { Source, Unit, Units } from './units.ts';

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
  const sources = [...units.sources];
  const byEntity = [...units.byEntity];

  function cut(unit: Unit, taken: readonly Mention[]): number {
    const source = sources[unit.source] as Source;
    const stay = unit.mentions.filter((mention) => !taken.includes(mention));
    const names = new Map<string, number>();
    for (const { start, end } of taken) count(names, source.document.text.slice(start, end));
    const [name = unit.name] = byCount(names);
    const index = list.length;
    const entity = { ...unit.entity, id: `${unit.entity.id}~${index}`, name, aliases: [] };
    list.push({ ...unit, index, entity, name, key: nameKey(name), aliases: [], mentions: taken });
    const gone = new Set([...names.keys()].map(nameKey));
    list[unit.index] = { ...unit, aliases: unit.aliases.filter(({ key }) => !gone.has(key)), mentions: stay };
    const end = (id: string, relation: Relation) =>
      id === unit.entity.id && holds(relation, taken) && !holds(relation, stay) ? entity.id : id;
    const relations = source.extraction.relations.map((relation) => ({
      ...relation,
      source: end(relation.source, relation),
      target: end(relation.target, relation),
    }));
    sources[unit.source] = { ...source, extraction: { ...source.extraction, relations } };
    byEntity[unit.source] = new Map([...(byEntity[unit.source] ?? []), [entity.id, index]]);
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
    now: () => ({ ...units, units: list, sources, byEntity }),
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

const holds = (relation: Relation, mentions: readonly Mention[]) =>
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
