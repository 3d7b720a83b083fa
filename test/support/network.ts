/** Small networks for tests of the explorer, written in a few words. All names are made up. */

import { ENTITY_TYPES } from '../../src/ontology/entity-types.ts';
import { RELATION_TYPES } from '../../src/ontology/relation-types.ts';
import type { Status } from '../../src/ontology/status.ts';
import { type DocumentSummary, EXPLORER_FORMAT, type ExplorerNetwork } from '../../src/outputs/explorer-data.ts';

/** A tie between two nodes, named `type:name`. */
export interface TieSpec {
  readonly tie: readonly [source: string, type: string, target: string];
  readonly from?: string;
  readonly to?: string;
  readonly documents?: number;
  readonly confidence?: number;
  readonly amount?: number;
  readonly currency?: string;
  readonly joint?: number;
  readonly share?: number;
  readonly title?: string;
  readonly former?: boolean;
  readonly status?: Status;
  readonly reviewed?: 'confirmed';
}

/** Makes `network.json` of ties, further nodes without any, and documents. */
export function networkOf(
  ties: readonly TieSpec[],
  alone: readonly string[] = [],
  documents: readonly Partial<DocumentSummary>[] = [{}],
): ExplorerNetwork {
  const entityTypes = Object.values(ENTITY_TYPES);
  const relationTypes = Object.values(RELATION_TYPES);
  const ids = [...new Set([...ties.flatMap(({ tie }) => [tie[0], tie[2]]), ...alone])].sort();
  const sorted = [...ties].sort((a, b) => (a.tie.join('|') < b.tie.join('|') ? -1 : 1));
  const number = (id: string): number => ids.indexOf(id);
  const each = <T>(value: T): T[] => ids.map(() => value);
  const none = sorted.map(() => null);
  return {
    format: EXPLORER_FORMAT,
    title: '',
    generator: 'test',
    entityTypes,
    relationTypes,
    nodes: {
      id: ids,
      label: ids.map((id) => id.replace(/^\w+:/, '')),
      type: ids.map((id) => entityTypes.findIndex((type) => type.id === id.split(':')[0])),
      aliases: each([]),
      pinyin: each(''),
      x: ids.map((_, i) => i),
      y: each(0),
      size: each(1),
      community: each(0),
      documents: each(1),
      mentions: each(1),
      firstSeen: each(null),
      lastSeen: each(null),
      degree: ids.map((id) => sorted.filter(({ tie }) => tie[0] === id || tie[2] === id).length),
      pagerank: each(0),
      betweenness: each(0),
      confidence: each(1),
      note: each(null),
    },
    edges: {
      id: sorted.map(({ tie }) => tie.join('|')),
      source: sorted.map(({ tie }) => number(tie[0])),
      target: sorted.map(({ tie }) => number(tie[2])),
      type: sorted.map(({ tie }) => relationTypes.findIndex((type) => type.id === tie[1])),
      weight: sorted.map((tie) => tie.documents ?? 1),
      documents: sorted.map((tie) => tie.documents ?? 1),
      confidence: sorted.map((tie) => tie.confidence ?? 0.9),
      firstDate: sorted.map((tie) => tie.from ?? null),
      lastDate: sorted.map((tie) => tie.to ?? tie.from ?? null),
      status: sorted.map((tie) => tie.status ?? null),
      amount: sorted.map((tie) => tie.amount ?? null),
      currency: sorted.map((tie) => tie.currency ?? null),
      qualifier: none,
      joint: sorted.map((tie) => tie.joint ?? null),
      share: sorted.map((tie) => tie.share ?? null),
      title: sorted.map((tie) => tie.title ?? null),
      former: sorted.map((tie) => tie.former ?? null),
      reviewed: sorted.map((tie) => tie.reviewed ?? null),
      note: none,
    },
    documents: documents.map((document, i) => ({
      id: `d${i}`,
      title: null,
      date: null,
      publisher: null,
      url: null,
      reprintOf: null,
      ...document,
    })),
    details: '',
    shardSize: { nodes: 2, edges: 2, documents: 2 },
  };
}
