/**
 * The types of entity that Guanxi knows, each declared once. Pipeline, exports, command line and explorer derive
 * their validators, columns, legend, filters and colours from this table.
 *
 * Names in the `ftm` column are schemata of FollowTheMoney (https://followthemoney.tech/explorer/).
 */

/** What the ontology says about one type of entity. */
export interface EntityTypeDefinition {
  /** Stable id, as it stands in every output. */
  readonly id: string;
  /** Label for Chinese readers. */
  readonly zh: string;
  /** Label for English readers. */
  readonly en: string;
  /** Fill colour as `#rrggbb`; chosen to stay apart under deuteranopia and protanopia (after Okabe and Ito). */
  readonly color: string;
  /** Shape of the node on the canvas, so that colour is never the only sign. */
  readonly shape: 'circle' | 'square' | 'diamond' | 'triangle';
  /** FollowTheMoney schema. */
  readonly ftm: string;
}

/** The built-in entity types, in the order in which legends and filters show them. */
export const ENTITY_TYPES = {
  person: { id: 'person', zh: '人物', en: 'Person', color: '#d55e00', shape: 'circle', ftm: 'Person' },
  agency: { id: 'agency', zh: '政府机构', en: 'Agency', color: '#0072b2', shape: 'square', ftm: 'PublicBody' },
  company: { id: 'company', zh: '企业', en: 'Company', color: '#009e73', shape: 'square', ftm: 'Company' },
  organization: {
    id: 'organization',
    zh: '组织',
    en: 'Organization',
    color: '#56b4e9',
    shape: 'square',
    ftm: 'Organization',
  },
  project: { id: 'project', zh: '项目', en: 'Project', color: '#e69f00', shape: 'diamond', ftm: 'Project' },
  event: { id: 'event', zh: '活动', en: 'Event', color: '#cc79a7', shape: 'triangle', ftm: 'Event' },
  place: { id: 'place', zh: '地点', en: 'Place', color: '#8c8c8c', shape: 'circle', ftm: 'Address' },
} as const satisfies Record<string, EntityTypeDefinition>;

/** Id of a built-in entity type. */
export type EntityType = keyof typeof ENTITY_TYPES;

/** Ids of the built-in entity types, in display order. */
export const ENTITY_TYPE_IDS = Object.keys(ENTITY_TYPES) as readonly EntityType[];

/** Types that can act as an organisation in a tie (invest, sign, employ). */
export const ORGANISATION_TYPES = ['company', 'agency', 'organization'] as const satisfies readonly EntityType[];

/** True when `value` is the id of a built-in entity type (own keys only, so `__proto__` is not one). */
export function isEntityType(value: string): value is EntityType {
  return Object.hasOwn(ENTITY_TYPES, value);
}
