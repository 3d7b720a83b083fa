import { describe, expect, it } from 'vitest';
import { fixtureNetwork } from './fixture.ts';
import { buildIncidence, findFocus } from './focus.ts';
import type { CanvasView } from './types.ts';

const network = fixtureNetwork(
  ['甲', '乙', '丙', '丁', '戊'],
  [
    [0, 1, 'met'],
    [0, 2, 'invested_in'],
    [1, 2, 'signed_with'],
    [3, 0, 'acquired'],
  ],
);
const { edges } = network;
const incidence = buildIncidence(5, edges);
const view: CanvasView = {
  visibleNodes: new Uint8Array(5).fill(1),
  visibleEdges: new Uint8Array(4).fill(1),
  selectedNode: null,
  selectedEdge: null,
  hoveredNode: null,
  highlightedNodes: null,
  highlightedEdges: null,
  moved: new Map(),
  theme: 'light',
  language: 'zh',
  colorBy: 'type',
  reducedMotion: true,
};
const find = (change: Partial<CanvasView>, node: number | null = null, edge: number | null = null) => {
  const focus = findFocus({ ...view, ...change }, edges, incidence, node, edge);
  return { active: focus.active, nodes: [...focus.nodes].sort(), edges: [...focus.edges].sort() };
};

describe('incidence', () => {
  it('lists every edge at both its ends', () => {
    const at = (node: number) => [...incidence.edges.subarray(incidence.start[node], incidence.start[node + 1])];
    expect([0, 1, 2, 3, 4].map(at)).toEqual([[0, 1, 3], [0, 2], [1, 2], [3], []]);
  });
});

describe('focus', () => {
  it('fades nothing where nothing is pointed at or chosen', () => {
    expect(find({})).toEqual({ active: false, nodes: [], edges: [] });
  });

  it('lights a hovered node with its neighbours, whatever else is chosen', () => {
    expect(find({ selectedNode: 4, highlightedNodes: new Set([4]) }, 0)).toEqual({
      active: true,
      nodes: [0, 1, 2, 3],
      edges: [0, 1, 3],
    });
  });

  it('leaves out what the filters hide', () => {
    const visibleNodes = Uint8Array.of(1, 0, 1, 1, 1);
    const visibleEdges = Uint8Array.of(1, 1, 1, 0);
    expect(find({ visibleNodes, visibleEdges }, 0)).toEqual({ active: true, nodes: [0, 2], edges: [1] });
    expect(find({ visibleNodes, selectedNode: 1 })).toEqual({ active: false, nodes: [], edges: [] });
  });

  it('lights the edges between highlighted nodes unless they are named', () => {
    const highlightedNodes = new Set([0, 1, 2]);
    expect(find({ highlightedNodes }).edges).toEqual([0, 1, 2]);
    expect(find({ highlightedNodes, highlightedEdges: new Set([0, 2]) }).edges).toEqual([0, 2]);
  });

  it('fades everything where the highlighted set is empty', () => {
    expect(find({ highlightedNodes: new Set() })).toEqual({ active: true, nodes: [], edges: [] });
  });

  it('lights a hovered or selected edge with its ends', () => {
    expect(find({ selectedEdge: 2 })).toEqual({ active: true, nodes: [1, 2], edges: [2] });
    expect(find({ selectedEdge: 2 }, null, 3)).toEqual({ active: true, nodes: [0, 3], edges: [3] });
  });
});
