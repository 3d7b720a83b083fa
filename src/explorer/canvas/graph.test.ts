import { expect, it } from 'vitest';
import type { ExplorerNetwork } from '../../outputs/explorer-data.ts';
import { type FixtureTie, fixtureNetwork } from './fixture.ts';
import { drawNetwork } from './graph.ts';
import { CANVAS_THEMES } from './theme.ts';

/** A network whose ids are its names, and of edges their ends and type. */
function named(labels: readonly string[], ties: readonly FixtureTie[]): ExplorerNetwork {
  const network = fixtureNetwork(labels, ties);
  const id = ties.map(([source, target, type]) => `${labels[source]}|${type}|${labels[target]}`);
  return { ...network, nodes: { ...network.nodes, id: labels }, edges: { ...network.edges, id } };
}

const first = named(
  ['甲', '乙', '丙'],
  [
    [0, 1, 'met'],
    [1, 2, 'met'],
  ],
);
const second = named(
  ['乙', '丁', '丙'],
  [
    [0, 2, 'met'],
    [0, 1, 'acquired'],
  ],
);
const draw = () => drawNetwork(first, CANVAS_THEMES.light, 'type');

it('numbers of another network lead to the nodes that were drawn for the same names', () => {
  const drawn = draw();
  drawn.exchange(second);
  expect(drawn.nodes().keys).toEqual(['1', '3', '2']);
  expect([...drawn.nodes().numbers]).toEqual([-1, 0, 2, 1]);
  expect(drawn.edges().keys).toEqual(['1', '2']);
  expect(drawn.graph.extremities('2')).toEqual(['1', '3']);
});

it('takes nothing out of the graph, and finds it again when the network comes back', () => {
  const drawn = draw();
  drawn.exchange(second);
  expect(drawn.graph.order).toBe(4);
  drawn.exchange(first);
  expect(drawn.nodes().keys).toEqual(['0', '1', '2']);
  expect([...drawn.nodes().numbers]).toEqual([0, 1, 2, -1]);
  expect(drawn.graph.order).toBe(4);
  expect(drawn.graph.size).toBe(3);
});

it('tells the listeners only of what changed', () => {
  const drawn = draw();
  const told: string[] = [];
  drawn.graph.on('nodeAttributesUpdated', ({ key }) => told.push(key));
  drawn.graph.on('edgeAttributesUpdated', ({ key }) => told.push(key));
  drawn.exchange({ ...first, nodes: { ...first.nodes, x: [0, 5, 2] } });
  expect(told).toEqual(['1']);
});
