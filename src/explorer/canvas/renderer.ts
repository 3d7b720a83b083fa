/** The only file that sets the drawing library up: shapes, lines, depth, and which state looks how. */
import Sigma from 'sigma';
import {
  extremityArrow,
  layerDashed,
  layerFill,
  layerPlain,
  pathCurved,
  pathLine,
  sdfCircle,
  sdfDiamond,
  sdfSquare,
  sdfTriangle,
} from 'sigma/rendering';
import type { DrawnEdge, DrawnGraph, DrawnNode } from './graph.ts';

/** State of a node or edge beside what the library keeps: drawn on top and strong when lit. */
type Look = 'rest' | 'lit';

interface LookState {
  look: Look;
}

/** The library's renderer with our attributes and states. */
export type Renderer = Sigma<DrawnNode, DrawnEdge, Record<string, unknown>, LookState, LookState>;

/** A rim in the background's colour, about a pixel wide, that keeps touching nodes apart. */
const layerRim = () => ({
  name: 'rim',
  uniforms: [],
  attributes: [
    { name: 'rimColor', size: 4 as const, type: WebGL2RenderingContext.UNSIGNED_BYTE, normalized: true, source: 'rim' },
  ],
  glsl: `
vec4 layer_rim(vec4 v_rimColor) {
  float width = min(1.2 * context.pixelToUV, 0.3 * context.shapeSize);
  float share = smoothstep(-width - context.aaWidth, -width + context.aaWidth, context.sdf);
  return vec4(v_rimColor.rgb, v_rimColor.a * share);
}`,
});

const primitives = () =>
  ({
    depthLayers: ['edges', 'nodes', 'topEdges', 'topNodes'],
    nodes: {
      shapes: [
        sdfCircle(),
        sdfSquare({ cornerRadius: 0.12 }),
        sdfDiamond({ cornerRadius: 0.08 }),
        sdfTriangle({ cornerRadius: 0.1 }),
      ],
      layers: [layerFill(), layerRim()],
      variables: { rim: { type: 'color', default: '#ffffff' } },
    },
    edges: {
      paths: [pathLine(), pathCurved({ segments: 12 })],
      extremities: [extremityArrow({ lengthRatio: 5.5, widthRatio: 4 })],
      layers: [
        layerPlain({ color: { attribute: 'body' } }),
        layerDashed({
          dashSize: { attribute: 'dash', mode: 'pixels' },
          gapSize: { attribute: 'gap', mode: 'pixels' },
          solidExtremities: true,
        }),
      ],
      variables: {
        body: { type: 'color', default: '#999999' },
        dash: { type: 'number', default: 0 },
        gap: { type: 'number', default: 0 },
      },
    },
  }) as const;

/**
 * Starts drawing `graph` in `stage`.
 *
 * @param zoomFactor - divisor of all sizes at a camera ratio
 * @param draggable - whether the reader may move nodes
 */
export function createRenderer(
  graph: DrawnGraph,
  stage: HTMLElement,
  zoomFactor: (ratio: number) => number,
  draggable: boolean,
): Renderer {
  const renderer = new Sigma(graph, stage, {
    primitives: primitives(),
    customNodeState: { look: 'rest' as Look },
    customEdgeState: { look: 'rest' as Look },
    styles: {
      nodes: [
        {
          x: { attribute: 'x' },
          y: { attribute: 'y' },
          size: { attribute: 'size' },
          shape: { attribute: 'shape' },
          color: { attribute: 'color' },
          rim: { attribute: 'rim' },
          visibility: { whenState: 'isHidden', then: 'hidden', else: 'visible' },
          depth: 'nodes',
          cursor: 'pointer',
        },
        { matchState: 'look', cases: { lit: { depth: 'topNodes' } } },
      ],
      edges: [
        {
          path: 'straight',
          parallelPath: 'curved',
          parallelSpread: { attribute: 'spread' },
          size: { attribute: 'size' },
          color: { attribute: 'color' },
          body: { attribute: 'body' },
          dash: { attribute: 'dash' },
          gap: { attribute: 'gap' },
          head: { attribute: 'head' },
          tail: 'none',
          visibility: { whenState: 'isHidden', then: 'hidden', else: 'visible' },
          depth: 'edges',
          cursor: 'pointer',
        },
        {
          matchState: 'look',
          cases: {
            lit: {
              depth: 'topEdges',
              size: { attribute: 'litSize' },
              color: { attribute: 'litColor' },
              body: { attribute: 'litBody' },
            },
          },
        },
      ],
    },
    settings: {
      renderLabels: false,
      enableEdgeEvents: true,
      enableNodeDrag: draggable,
      enableCameraRotation: false,
      itemSizesReference: 'screen',
      zoomToSizeRatioFunction: zoomFactor,
      minEdgeThickness: 0.8,
      stagePadding: 36,
      minCameraRatio: 0.01,
      maxCameraRatio: 4,
      nodePickingPadding: 2,
      edgePickingPadding: 3,
      allowInvalidContainer: true,
    },
  });
  return renderer as unknown as Renderer;
}
