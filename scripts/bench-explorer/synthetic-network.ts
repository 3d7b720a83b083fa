/** Networks for benchmarks of the explorer, of any size and the same for the same seed. Every name in them is made up. */
import type { Document } from '../../src/documents/document.ts';
import { createRandom } from '../../src/graph/random.ts';
import type { DocumentRecord, Evidence, Network, NetworkEntity, Tie } from '../../src/network/network.ts';
import type { EntityTypeId } from '../../src/ontology/ontology.ts';
import { RELATION_TYPE_IDS, RELATION_TYPES, type RelationType } from '../../src/ontology/relation-types.ts';

const SEED = 20160408;
const CHARACTERS = '安柏昌晨德帆谷海吉嘉江康岚明宁平青荣山泰田文熙溪晓新阳益云泽'.split('');
const SURNAMES = '白曹程丁范高韩贺金孔雷林马孟潘秦任沈宋唐汪温夏严叶俞郑邹'.split('');
/** Share of each type of entity, and how its names end. */
const TYPES: readonly (readonly [EntityTypeId, number, readonly string[]])[] = [
  ['person', 0.45, ['']],
  ['company', 0.3, ['集团', '新能源有限公司', '投资有限公司', '银行']],
  ['agency', 0.1, ['市政府', '市发改委', '县财政局']],
  ['organization', 0.06, ['大学', '行业协会']],
  ['project', 0.05, ['产业园项目', '风电场项目']],
  ['event', 0.02, ['投资论坛']],
  ['place', 0.02, ['市', '县']],
];
/** Ties to one neighbourhood of nodes, as real networks have; the rest go anywhere. */
const LOCAL = 0.8;
const NEIGHBOURHOOD = 40;
const TIES_PER_DOCUMENT = 5;

/** A network with the articles that it rests on. */
export interface Synthetic {
  readonly network: Network;
  readonly documents: readonly Document[];
  /** Places of all nodes by id: neighbourhoods as clouds, so that no layout has to be computed. */
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

/** Makes a network of `nodes` entities and `edges` ties, each stated by one to three articles. */
export function syntheticNetwork(nodes: number, edges: number): Synthetic {
  const random = createRandom(SEED);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;

  const names = new Set<string>();
  const entities = Array.from({ length: nodes }, () => {
    let [share, index] = [random(), 0];
    while (index < TYPES.length - 1 && share >= (TYPES[index]?.[1] ?? 1)) share -= TYPES[index++]?.[1] ?? 1;
    const [type, , endings] = TYPES[index] as (typeof TYPES)[number];
    let stem = type === 'person' ? pick(SURNAMES) : '';
    let name: string;
    do {
      stem += pick(CHARACTERS) + (stem.length < 2 ? pick(CHARACTERS) : '');
      name = stem + pick(endings);
    } while (names.has(name));
    names.add(name);
    return { type, name, id: `${type}:${name}` };
  });

  // The lower a node's number within its neighbourhood, the more ties it has.
  const neighbourhoods = Math.ceil(nodes / NEIGHBOURHOOD);
  const member = (place: number) => Math.min(nodes - 1, place * NEIGHBOURHOOD + below(NEIGHBOURHOOD * random()));
  const fits = (type: RelationType, source: EntityTypeId, target: EntityTypeId) =>
    RELATION_TYPES[type].from.some((one) => one === source) && RELATION_TYPES[type].to.some((one) => one === target);
  const drafts = new Map<string, { type: RelationType; source: number; target: number }>();
  while (drafts.size < edges) {
    const place = below(neighbourhoods);
    const [a, b] = [member(place), member(random() < LOCAL ? place : below(neighbourhoods))];
    const type = pick(RELATION_TYPE_IDS);
    const [one, other] = [entities[a], entities[b]];
    if (one === undefined || other === undefined || a === b || !fits(type, one.type, other.type)) continue;
    const turned = RELATION_TYPES[type].symmetric && one.id > other.id;
    const [source, target] = turned ? [b, a] : [a, b];
    drafts.set(`${entities[source]?.id}|${type}|${entities[target]?.id}`, { type, source, target });
  }

  const count = Math.ceil(edges / TIES_PER_DOCUMENT);
  const day = () =>
    `20${10 + below(15)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
  const records = Array.from(
    { length: count },
    (_, number): DocumentRecord => ({
      id: `article-${String(number).padStart(6, '0')}`,
      title: `第${number}篇`,
      date: day(),
      publisher: `${pick(CHARACTERS)}${pick(CHARACTERS)}日报`,
    }),
  );
  const texts = records.map(() => '');
  const mentions: { document: string; start: number; end: number }[][] = entities.map(() => []);
  const state = (document: number, tie: { type: RelationType; source: number; target: number }): Evidence => {
    const record = records[document] as DocumentRecord;
    const [source, target] = [entities[tie.source]?.name ?? '', entities[tie.target]?.name ?? ''];
    const sentence = `${source}${RELATION_TYPES[tie.type].zh}${target}。`;
    const start = texts[document]?.length ?? 0;
    texts[document] += sentence;
    mentions[tie.source]?.push({ document: record.id, start, end: start + source.length });
    const end = start + sentence.length;
    mentions[tie.target]?.push({ document: record.id, start: end - 1 - target.length, end: end - 1 });
    const { date = '', publisher = '' } = record;
    const amount = RELATION_TYPES[tie.type].monetary ? { amount: (1 + below(500)) * 1e7, currency: 'CNY' } : {};
    const attributes = { date, ...amount };
    return {
      document: record.id,
      start,
      end,
      sentence,
      date,
      publisher,
      confidence: 0.8,
      rule: 'synthetic',
      attributes,
    };
  };
  const ties = [...drafts].map(([id, draft]): Tie => {
    const numbers = [...new Set(Array.from({ length: 1 + below(3) }, () => below(count)))].sort((a, b) => a - b);
    const evidence = numbers.map((number) => state(number, draft));
    const dates = evidence.flatMap(({ date }) => date ?? []).sort();
    return {
      ...evidence[0]?.attributes,
      id,
      type: draft.type,
      source: entities[draft.source]?.id ?? '',
      target: entities[draft.target]?.id ?? '',
      evidence,
      documents: evidence.length,
      confidence: 1 - 0.2 ** evidence.length,
      firstDate: dates[0] ?? '',
      lastDate: dates.at(-1) ?? '',
    };
  });
  const byId = <T extends { readonly id: string }>(items: T[]) => items.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    network: {
      documents: records,
      entities: byId(
        entities.map(
          (entity, number): NetworkEntity => ({
            ...entity,
            aliases: [],
            mentions: mentions[number] ?? [],
            documents: [...new Set(mentions[number]?.map(({ document }) => document))].sort(),
            merges: [],
            splits: [],
            posts: [],
            confidence: 0.9,
          }),
        ),
      ),
      ties: byId(ties),
    },
    documents: records.map((record, number) => ({ ...record, text: texts[number] ?? '' })),
    positions: new Map(
      entities.map(({ id }, number) => {
        const place = Math.floor(number / NEIGHBOURHOOD);
        const [far, turn] = [Math.sqrt(place) * 260, place * 2.399963];
        const [near, angle] = [Math.sqrt(random()) * 200, random() * 2 * Math.PI];
        return [
          id,
          { x: far * Math.cos(turn) + near * Math.cos(angle), y: far * Math.sin(turn) + near * Math.sin(angle) },
        ];
      }),
    ),
  };
}
