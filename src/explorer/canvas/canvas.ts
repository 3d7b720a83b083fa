/** The one door to the canvas: ties graph, renderer, labels, focus and camera together. */
import type { ExplorerNetwork } from '../../outputs/explorer-data.ts';
import { extent } from '../extent.ts';
import { cameraForPoints, handleCameraKey, moveCamera, pannedCamera } from './camera.ts';
import { cameraControls } from './camera-controls.ts';
import { createEvents } from './events.ts';
import { exportPng } from './export.ts';
import { type Focus, findFocus } from './focus.ts';
import { drawNetwork } from './graph.ts';
import { drawOverlay, type OverlayScene, type ScreenMap } from './labels/overlay.ts';
import { createSpriteCache } from './labels/sprites.ts';
import { createModel } from './model.ts';
import { followPointer } from './pointer.ts';
import { createRenderer, type Renderer } from './renderer.ts';
import { createStage } from './stage.ts';
import { sizeFactor } from './style.ts';
import { drawSvg } from './svg.ts';
import { CANVAS_THEMES } from './theme.ts';
import { type CanvasData, CanvasUnavailableError, type CanvasView, type NetworkCanvas } from './types.ts';
import { createVeil } from './veil.ts';
import { createVisibility } from './visibility.ts';

/** Sizes grow with the zoom's power: slower than distances, so that zooming in pulls nodes apart. */
const ZOOM_POWER = 0.36;

/** Nothing stands out. */
const NO_FOCUS: Focus = { active: false, nodes: new Set(), edges: new Set(), namedEdges: new Set() };

/**
 * Draws a network into `container` and keeps it drawn until `destroy`. The container wants a size and a position of its
 * own (`position: relative` or `absolute`); it becomes focusable and answers arrows, plus, minus and zero.
 *
 * @throws CanvasUnavailableError where the browser has no WebGL 2.
 *
 * @example
 * const canvas = createNetworkCanvas(element, { network }, view);
 * const stop = canvas.on('clickNode', ({ node }) => select(node));
 */
export function createNetworkCanvas(container: HTMLElement, data: CanvasData, initial: CanvasView): NetworkCanvas {
  let view = initial;
  let theme = CANVAS_THEMES[view.theme];
  let model = createModel(data.network);
  const drawn = drawNetwork(data.network, theme, view.colorBy);
  const { graph } = drawn;
  const events = createEvents();
  const sprites = createSpriteCache();
  const stage = createStage(container, view);

  let factor = 1;
  const measureFactor = (): void => {
    const shown = view.visibleNodes.reduce((sum, visible) => sum + (visible === 0 ? 0 : 1), 0);
    factor = sizeFactor(container.clientWidth, container.clientHeight, Math.max(shown, view.visibleNodes.length * 0.4));
  };
  measureFactor();

  let renderer: Renderer;
  try {
    const draggable = window.matchMedia('(pointer: fine)').matches;
    renderer = createRenderer(graph, stage.host, (ratio) => ratio ** ZOOM_POWER / factor, draggable);
  } catch (error) {
    stage.remove();
    const reason = error instanceof Error && /webgl/i.test(error.message) ? 'no-webgl' : 'failed';
    throw new CanvasUnavailableError(
      reason,
      reason === 'no-webgl' ? 'This browser offers no WebGL 2, which drawing needs.' : 'The network cannot be drawn.',
      { cause: error },
    );
  }
  const setFrame = ({ nodes }: ExplorerNetwork): void => {
    renderer.setCustomBBox({ x: extent(nodes.x), y: extent(nodes.y) });
  };
  setFrame(data.network);
  const visibility = createVisibility(renderer, drawn);

  let hoveredNode: number | null = null;
  let hoveredEdge: number | null = null;
  let focus: Focus = NO_FOCUS;
  let veilTarget = 1;
  let frame = 0;

  const shownHover = (): number | null => hoveredNode ?? view.hoveredNode;

  const setLook = (
    before: ReadonlySet<number>,
    after: ReadonlySet<number>,
    keys: readonly string[],
    set: (keys: string[], lit: boolean) => void,
  ) => {
    const gone: string[] = [];
    const come: string[] = [];
    for (const item of before) if (!after.has(item)) gone.push(keys[item] ?? '');
    for (const item of after) if (!before.has(item)) come.push(keys[item] ?? '');
    if (gone.length > 0) set(gone, false);
    if (come.length > 0) set(come, true);
  };

  const applyFocus = (next: Focus): void => {
    setLook(focus.nodes, next.nodes, drawn.nodes().keys, (keys, lit) =>
      renderer.setNodesState(keys, { look: lit ? 'lit' : 'rest' }),
    );
    setLook(focus.edges, next.edges, drawn.edges().keys, (keys, lit) =>
      renderer.setEdgesState(keys, { look: lit ? 'lit' : 'rest' }),
    );
    focus = next;
    veilTarget = focus.active ? theme.veil : 1;
    renderer.scheduleRender();
  };

  const refocus = (): void => {
    applyFocus(findFocus(view, model.network.edges, model.incidence, shownHover(), hoveredEdge));
  };

  const screenMap = (): ScreenMap => {
    const origin = renderer.graphToViewport({ x: 0, y: 0 });
    const right = renderer.graphToViewport({ x: 1, y: 0 });
    const up = renderer.graphToViewport({ x: 0, y: 1 });
    return {
      ax: right.x - origin.x,
      bx: up.x - origin.x,
      cx: origin.x,
      ay: right.y - origin.y,
      by: up.y - origin.y,
      cy: origin.y,
    };
  };

  const bend = (edge: number): number => {
    const displayed = renderer.getEdgeDisplayData(drawn.edges().keys[edge] ?? '') as { curvature?: number } | undefined;
    return displayed?.curvature ?? 0;
  };

  const overlayScene = (pixelRatio: number): OverlayScene => {
    const { width, height } = renderer.getDimensions();
    const scene = { ...model, view, theme, focus, hoveredNode: shownHover() };
    return { ...scene, width, height, scale: renderer.scaleSize(1), map: screenMap(), pixelRatio, bend };
  };

  const paintOverlay = (pixelRatio: number): void => {
    const scene = overlayScene(pixelRatio);
    drawOverlay(stage.fitOverlay(scene.width, scene.height, pixelRatio), scene, sprites);
  };

  /** Puts moved nodes where the view has them, and those that it moves no more back to the layout's place. */
  const applyMoves = (before: CanvasView['moved']): void => {
    const { network, positions } = model;
    const { nodes } = network;
    const changed: string[] = [];
    for (const node of new Set([...before.keys(), ...view.moved.keys()])) {
      const [x, y] = view.moved.get(node) ?? [nodes.x[node] ?? 0, nodes.y[node] ?? 0];
      if (positions.x[node] === x && positions.y[node] === y) continue;
      positions.x[node] = x;
      positions.y[node] = y;
      const key = drawn.nodes().keys[node] ?? '';
      graph.mergeNodeAttributes(key, { x, y });
      changed.push(key);
    }
    if (changed.length > 0) renderer.scheduleRender();
  };

  renderer.addCustomLayerProgram('veil', 'topEdges', (gl) => createVeil(gl, () => veilTarget));
  renderer.on('afterRender', () => {
    paintOverlay(window.devicePixelRatio || 1);
    frame++;
    container.dataset.frame = String(frame);
    events.emit('frame', { frame });
  });
  renderer.on('webglContextLost', () => {
    events.emit('contextLost', { message: 'The browser took the drawing context away.' });
  });
  renderer.getCamera().on('updated', () => events.emit('cameraChange', renderer.getCamera().getState()));

  const hoverNode = (node: number | null): void => {
    if (hoveredNode === node) return;
    hoveredNode = node;
    refocus();
  };
  const hoverEdge = (edge: number | null): void => {
    if (hoveredEdge === edge) return;
    hoveredEdge = edge;
    refocus();
  };
  followPointer({
    renderer,
    drawn,
    model: () => model,
    events,
    isTouched: stage.isTouched,
    hoverNode,
    hoverEdge,
  });

  function* points(which: Iterable<number> | undefined): Generator<{ x: number; y: number }> {
    const { network, positions } = model;
    for (const node of which ?? network.nodes.id.keys()) {
      if (view.visibleNodes[node] !== 0) yield { x: positions.x[node] ?? 0, y: positions.y[node] ?? 0 };
    }
  }

  const canvas: NetworkCanvas = {
    update(change) {
      const before = view;
      view = { ...view, ...change };
      const filtered = view.visibleNodes !== before.visibleNodes || view.visibleEdges !== before.visibleEdges;
      if (filtered) {
        measureFactor();
        visibility.apply(view, model.network.edges);
      }
      if (view.moved !== before.moved) applyMoves(before.moved);
      if (view.theme !== before.theme || view.language !== before.language) {
        theme = CANVAS_THEMES[view.theme];
        stage.dress(view);
      }
      if (view.theme !== before.theme || view.colorBy !== before.colorBy) {
        drawn.repaintNodes(theme, view.colorBy);
        const partialGraph: { nodes: string[]; edges?: string[] } = { nodes: graph.nodes() };
        if (view.theme !== before.theme) {
          drawn.repaintEdges(theme);
          partialGraph.edges = graph.edges();
        }
        renderer.refresh({ partialGraph, skipIndexation: true, schedule: true });
      }
      refocus();
    },
    exchange(network, next) {
      applyFocus(NO_FOCUS);
      hoveredNode = null;
      hoveredEdge = null;
      drawn.exchange(network);
      model = createModel(network);
      view = next;
      setFrame(network);
      measureFactor();
      applyMoves(new Map());
      visibility.apply(view, model.network.edges);
      refocus();
    },
    ...cameraControls(renderer, points, () => view.reducedMotion),
    getPositions: () => ({ x: model.positions.x.slice(), y: model.positions.y.slice() }),
    getScreenPosition: (node) =>
      renderer.graphToViewport({ x: model.positions.x[node] ?? 0, y: model.positions.y[node] ?? 0 }),
    on: events.on,
    toPng: ({ scale, background }) =>
      exportPng({
        renderer,
        overlay: stage.overlay,
        scale,
        background: background ? theme.background : null,
        paintOverlay,
      }),
    toSvg: ({ background }) => drawSvg(overlayScene(1), sprites, background ? theme.background : null),
    getSize: () => renderer.getDimensions(),
    destroy() {
      stopWatching();
      container.removeEventListener('keydown', onKey);
      renderer.kill();
      stage.remove();
      sprites.clear();
      events.clear();
      graph.clear();
    },
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== container) return;
    const handled = handleCameraKey(event, {
      pan: (dx, dy) => moveCamera(renderer, pannedCamera(renderer, dx, dy), false),
      zoomIn: canvas.zoomIn,
      zoomOut: canvas.zoomOut,
      fit: () => canvas.fit(),
    });
    if (handled) event.preventDefault();
  };
  container.addEventListener('keydown', onKey);
  const stopWatching = stage.watch(() => {
    measureFactor();
    renderer.resize(true);
    renderer.scheduleRender();
  });

  applyMoves(new Map());
  visibility.apply(view, model.network.edges);
  refocus();
  const start = cameraForPoints(renderer, points(undefined));
  if (start) moveCamera(renderer, start, false);
  return canvas;
}
