/**
 * The types of relation that Guanxi knows, each declared once with its domain and range.
 *
 * Names in the `ftm` column are schemata of FollowTheMoney (https://followthemoney.tech/explorer/).
 */
import type { EntityType } from './entity-types.ts';

/** What the ontology says about one type of relation. */
export interface RelationTypeDefinition {
  /** Stable id, as it stands in every output. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Line colour as `#rrggbb`. */
  readonly color: string;
  /** Entity types that the source may have. */
  readonly from: readonly EntityType[];
  /** Entity types that the target may have. */
  readonly to: readonly EntityType[];
  /** A symmetric relation is stored once, from the smaller node id, and has no arrow. */
  readonly symmetric: boolean;
  /** A weak relation says only that two names share a sentence; views leave it off by default. */
  readonly weak: boolean;
  /** A monetary relation may carry an amount or a share. */
  readonly monetary: boolean;
  /** FollowTheMoney schema of the edge. */
  readonly ftm: string;
  /** Words that state the relation; rules read them here, and a configuration file can add more. */
  readonly triggers: readonly string[];
}

const ANY = ['person', 'agency', 'company', 'organization', 'project', 'event', 'place'] as const;
const ORG = ['company', 'agency', 'organization'] as const;

/** The built-in relation types, in display order. */
export const RELATION_TYPES = {
  met: {
    id: 'met',
    zh: '会见',
    en: 'Met',
    color: '#d55e00',
    from: ['person'],
    to: ['person', ...ORG],
    symmetric: true,
    weak: false,
    monetary: false,
    ftm: 'UnknownLink',
    triggers: ['会见', '会谈', '会晤', '座谈', '接见', '见面', '约见', '面谈', '交谈'],
  },
  visited: {
    id: 'visited',
    zh: '走访',
    en: 'Visited',
    color: '#e69f00',
    from: ['person', ...ORG],
    to: [...ORG, 'project', 'place'],
    symmetric: false,
    weak: false,
    monetary: false,
    ftm: 'UnknownLink',
    triggers: ['拜访', '考察', '调研', '走访', '访问', '视察', '参观', '到访', '看望', '慰问'],
  },
  attended: {
    id: 'attended',
    zh: '出席',
    en: 'Attended',
    color: '#cc79a7',
    from: ['person', ...ORG],
    to: ['event'],
    symmetric: false,
    weak: false,
    monetary: false,
    ftm: 'Event',
    triggers: ['出席', '参加', '列席', '主持', '致辞', '与会'],
  },
  holds_post: {
    id: 'holds_post',
    zh: '任职',
    en: 'Holds post',
    color: '#7f7f7f',
    from: ['person'],
    to: [...ORG],
    symmetric: false,
    weak: false,
    monetary: false,
    ftm: 'Employment',
    triggers: ['任', '担任', '出任', '就任', '兼任', '当选', '任命', '聘任'],
  },
  invested_in: {
    id: 'invested_in',
    zh: '投资',
    en: 'Invested in',
    color: '#009e73',
    from: ['person', ...ORG],
    to: ['company', 'organization', 'project', 'place'],
    symmetric: false,
    weak: false,
    monetary: true,
    ftm: 'Ownership',
    triggers: ['投资', '注资', '入股', '领投', '跟投', '增资', '出资', '参投', '斥资'],
  },
  holds_stake: {
    id: 'holds_stake',
    zh: '持股',
    en: 'Holds stake',
    color: '#006d4f',
    from: ['person', ...ORG],
    to: ['company', 'organization'],
    symmetric: false,
    weak: false,
    monetary: true,
    ftm: 'Ownership',
    triggers: ['持股', '持有', '控股', '参股', '占股', '大股东', '实际控制人'],
  },
  acquired: {
    id: 'acquired',
    zh: '收购',
    en: 'Acquired',
    color: '#004d73',
    from: ['person', ...ORG],
    to: ['company', 'organization', 'project'],
    symmetric: false,
    weak: false,
    monetary: true,
    ftm: 'Ownership',
    triggers: ['收购', '并购', '购得', '买下', '受让', '吞并', '兼并', '要约收购'],
  },
  subsidiary_of: {
    id: 'subsidiary_of',
    zh: '隶属',
    en: 'Subsidiary of',
    color: '#5c6bc0',
    from: [...ORG],
    to: [...ORG],
    symmetric: false,
    weak: false,
    monetary: false,
    ftm: 'Ownership',
    triggers: ['旗下', '子公司', '下属', '控股子公司', '全资子公司', '附属公司', '隶属', '所属'],
  },
  signed_with: {
    id: 'signed_with',
    zh: '签约',
    en: 'Signed with',
    color: '#0072b2',
    from: [...ORG, 'person'],
    to: [...ORG, 'person'],
    symmetric: true,
    weak: false,
    monetary: true,
    ftm: 'UnknownLink',
    triggers: ['签约', '签署', '签订', '签下'],
  },
  cooperates_with: {
    id: 'cooperates_with',
    zh: '合作',
    en: 'Cooperates with',
    color: '#56b4e9',
    from: [...ORG],
    to: [...ORG],
    symmetric: true,
    weak: false,
    monetary: true,
    ftm: 'UnknownLink',
    triggers: ['合作', '战略合作', '共建', '联手', '携手', '合资', '联合'],
  },
  participates_in: {
    id: 'participates_in',
    zh: '参与',
    en: 'Participates in',
    color: '#b8860b',
    from: ['person', ...ORG],
    to: ['project'],
    symmetric: false,
    weak: false,
    monetary: true,
    ftm: 'ProjectParticipant',
    triggers: ['建设', '承建', '承担', '实施', '运营', '参与', '中标', '开发'],
  },
  located_in: {
    id: 'located_in',
    zh: '位于',
    en: 'Located in',
    color: '#9e9e9e',
    from: [...ORG, 'project', 'event'],
    to: ['place'],
    symmetric: false,
    weak: false,
    monetary: false,
    ftm: 'UnknownLink',
    triggers: ['位于', '坐落', '落户', '总部', '地处', '设在'],
  },
  co_occurs: {
    id: 'co_occurs',
    zh: '同现',
    en: 'Same sentence',
    color: '#c7c7c7',
    from: [...ANY],
    to: [...ANY],
    symmetric: true,
    weak: true,
    monetary: false,
    ftm: 'UnknownLink',
    triggers: [],
  },
} as const satisfies Record<string, RelationTypeDefinition>;

/** Id of a built-in relation type. */
export type RelationType = keyof typeof RELATION_TYPES;

/** Ids of the built-in relation types, in display order. */
export const RELATION_TYPE_IDS = Object.keys(RELATION_TYPES) as readonly RelationType[];

/** True when `value` is the id of a built-in relation type (own keys only). */
export function isRelationType(value: string): value is RelationType {
  return Object.hasOwn(RELATION_TYPES, value);
}
