import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast } from './color.ts';
import { fixtureNetwork } from './fixture.ts';
import { drawNetwork } from './graph.ts';
import { boldNodes, edgeLook, nodeColor, nodeRadii, parallelSpread, sizeFactor } from './style.ts';
import { CANVAS_THEMES } from './theme.ts';

const network = fixtureNetwork(
  ['甲', '乙', '丙', '丁'],
  [
    [0, 1, 'met'],
    [0, 1, 'invested_in', 'planned'],
    [1, 0, 'acquired', 'rumoured'],
    [2, 3, 'co_occurs'],
    [2, 3, 'holds_post', 'done'],
  ],
);

describe('nodes', () => {
  it('keep the order of their importance, and neither vanish nor dominate', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (sizes) => {
          const radii = nodeRadii(sizes);
          sizes.forEach((size, i) => {
            expect(radii[i]).toBeGreaterThan(2);
            expect(radii[i]).toBeLessThan(20);
            sizes.forEach((other, j) => {
              if (size < other) expect(radii[i] ?? 0).toBeLessThanOrEqual(radii[j] ?? 0);
            });
          });
        },
      ),
    );
  });

  it('shrink where many share a small window', () => {
    expect(sizeFactor(360, 740, 300)).toBeLessThan(sizeFactor(1440, 900, 300));
    expect(sizeFactor(360, 740, 100_000)).toBe(0.4);
  });

  it('stand out from the background in both themes and both colourings', () => {
    for (const theme of Object.values(CANVAS_THEMES)) {
      for (const colorBy of ['type', 'community'] as const) {
        for (const node of [0, 1, 2, 3]) {
          expect(contrast(nodeColor(network, node, colorBy, theme), theme.background)).toBeGreaterThanOrEqual(2.2);
        }
      }
    }
  });

  it('have bold names only for a few of the first', () => {
    expect([...boldNodes(Uint32Array.of(2, 0, 1, 3))]).toEqual([0, 0, 1, 0]);
    expect(boldNodes(Uint32Array.from({ length: 5000 }, (_, node) => node)).reduce((a, b) => a + b)).toBe(30);
  });
});

describe('edges', () => {
  const { light } = CANVAS_THEMES;

  it('point only where the relation has a direction', () => {
    expect(edgeLook(network, 0, light).arrow).toBe(false);
    expect(edgeLook(network, 1, light).arrow).toBe(true);
  });

  it('are dashed for plans and dotted for rumours, and whole for facts', () => {
    const [met, planned, rumoured, , done] = [0, 1, 2, 3, 4].map((edge) => edgeLook(network, edge, light));
    expect(met?.gap).toBe(0);
    expect(done?.gap).toBe(0);
    expect(planned?.gap).toBeGreaterThan(0);
    expect(rumoured?.dash).toBeLessThan(planned?.dash ?? 0);
  });

  it('are softer at rest than when lit, and weak ones softer still', () => {
    for (const theme of Object.values(CANVAS_THEMES)) {
      const met = edgeLook(network, 0, theme);
      expect(contrast(met.rest, theme.background)).toBeLessThan(contrast(met.lit, theme.background));
      expect(contrast(met.lit, theme.background)).toBeGreaterThanOrEqual(3);
      expect(edgeLook(network, 3, theme).width).toBeLessThan(met.width);
    }
  });

  it('between one pair bend apart, and never by more than their own length', () => {
    expect(parallelSpread(1)).toBe(0);
    for (let count = 2; count < 30; count++) {
      expect(parallelSpread(count)).toBeGreaterThan(0);
      expect(((count - 1) / 2) * parallelSpread(count)).toBeLessThanOrEqual(0.5);
    }
  });

  it('carry the spread of all edges between their pair, in either direction', () => {
    const { graph } = drawNetwork(network, light, 'type');
    expect(graph.getEdgeAttribute('2', 'spread')).toBe(parallelSpread(3));
    expect(graph.getEdgeAttribute('3', 'spread')).toBe(parallelSpread(2));
  });

  it('are painted anew in place when the theme changes', () => {
    const drawn = drawNetwork(network, light, 'type');
    const { graph } = drawn;
    const before = graph.getEdgeAttribute('0', 'color');
    drawn.repaintEdges(CANVAS_THEMES.dark);
    expect(graph.getEdgeAttribute('0', 'color')).not.toBe(before);
    expect(graph.getEdgeAttribute('0', 'spread')).toBe(parallelSpread(3));
  });
});
