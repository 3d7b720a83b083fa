/** A small network for tests of the canvas; every name in it is fiction. */

import { ENTITY_TYPES } from '../../ontology/entity-types.ts';
import { RELATION_TYPE_IDS, RELATION_TYPES, type RelationType } from '../../ontology/relation-types.ts';
import type { Status } from '../../ontology/status.ts';
import type { ExplorerNetwork } from '../../outputs/explorer-data.ts';

/** A tie of a test network: source, target, type, status. */
export type FixtureTie = readonly [number, number, RelationType, (Status | null)?];

/** A network of `labels` in a row, tied by `ties`; types go round the ontology. */
export function fixtureNetwork(labels: readonly string[], ties: readonly FixtureTie[]): ExplorerNetwork {
  const none = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
  const n = labels.length;
  const m = ties.length;
  return {
    format: 2,
    title: '虚构',
    generator: 'test',
    entityTypes: Object.values(ENTITY_TYPES),
    relationTypes: Object.values(RELATION_TYPES),
    nodes: {
      id: labels.map((_, node) => `n${node}`),
      label: labels,
      type: labels.map((_, node) => node % 7),
      aliases: none(n, []),
      pinyin: none(n, ''),
      x: labels.map((_, node) => node),
      y: none(n, 0),
      size: labels.map((_, node) => 1 + node),
      community: labels.map((_, node) => node),
      documents: none(n, 1),
      mentions: none(n, 1),
      firstSeen: none(n, null),
      lastSeen: none(n, null),
      degree: none(n, 1),
      pagerank: none(n, 0),
      betweenness: none(n, 0),
      confidence: none(n, 1),
      note: none(n, null),
    },
    edges: {
      id: ties.map((_, edge) => `e${edge}`),
      source: ties.map((tie) => tie[0]),
      target: ties.map((tie) => tie[1]),
      type: ties.map((tie) => RELATION_TYPE_IDS.indexOf(tie[2])),
      weight: none(m, 1),
      documents: none(m, 1),
      confidence: none(m, 1),
      firstDate: none(m, null),
      lastDate: none(m, null),
      status: ties.map((tie) => tie[3] ?? null),
      amount: none(m, null),
      currency: none(m, null),
      qualifier: none(m, null),
      joint: none(m, null),
      share: none(m, null),
      title: none(m, null),
      former: none(m, null),
      reviewed: none(m, null),
      note: none(m, null),
    },
    documents: [],
    details: '',
    shardSize: { nodes: 1, edges: 1, documents: 1 },
  };
}
