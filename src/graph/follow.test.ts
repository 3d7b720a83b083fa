import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories, idOf, make, PLAIN } from '../../test/support/histories.ts';
import { createGrowingNetwork } from '../network/growth/growing-network.ts';
import { createOntology } from '../ontology/ontology.ts';
import type { NodeAttributes } from './attributes.ts';
import { buildGraph } from './build.ts';
import { followNetwork } from './follow.ts';
import type { NetworkGraph } from './metrics.ts';

const ontology = createOntology();
const about = { title: '', generator: '' };

/** All that is said of nodes and edges, but for what only the whole network can say. */
function stated(graph: NetworkGraph) {
  const nodes = graph.mapNodes((id, { x, y, size, community, pagerank, betweenness, ...rest }) => [id, rest] as const);
  const edges = graph.mapEdges((id, attributes, source, target) => [id, source, target, attributes] as const);
  const byId = <T extends readonly [string, ...unknown[]]>(items: readonly T[]) =>
    [...items].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return { nodes: byId(nodes), edges: byId(edges) };
}

const place = ({ x, y }: NodeAttributes) => ({ x, y });

test('a graph that follows says the same as one from scratch, and what stays stays where it was', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const growing = createGrowingNetwork(ontology, PLAIN);
      let graph = buildGraph(growing.network(), ontology, about);
      for (const step of history) {
        const last = new Map(step);
        const added = [...last].flatMap(([number, one]) => (one === null ? [] : [make(number, one, PLAIN)]));
        const before = new Map(graph.mapNodes((id, attributes) => [id, place(attributes)]));
        const change = growing.change(new Set([...last.keys()].map(idOf)), added);
        const touched = followNetwork(graph, change, ontology);
        expect(stated(graph)).toEqual(stated(buildGraph(growing.network(), ontology, about)));
        graph.forEachNode((id, attributes) => {
          if (before.has(id)) expect(place(attributes)).toEqual(before.get(id));
          else expect(touched).toContain(id);
          expect(Number.isFinite(attributes.x) && Number.isFinite(attributes.y)).toBe(true);
        });
      }
      graph = buildGraph(growing.network(), ontology, about);
    }),
    { seed: 20260414, numRuns: 60 },
  );
});
