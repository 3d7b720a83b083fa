/** The one door to the canvas: ties graph, renderer, labels, focus and camera together. */
import { extent } from '../extent.ts';
import { cameraForPoints, handleCameraKey, moveCamera, pannedCamera } from './camera.ts';
import { createEvents } from './events.ts';
import { exportPng } from './export.ts';
import { buildIncidence, type Focus, findFocus, isEdgeShown } from './focus.ts';
import { buildGraph, repaintEdges, repaintNodes } from './graph.ts';
import { drawOverlay, type OverlayScene, type ScreenMap } from './labels/overlay.ts';
import { createSpriteCache } from './labels/sprites.ts';
import { createRenderer, type Renderer } from './renderer.ts';
import { createStage } from './stage.ts';
import { boldNodes, nodeRadii, SHAPE_SCALE, sizeFactor } from './style.ts';
import { drawSvg } from './svg.ts';
import { CANVAS_THEMES } from './theme.ts';
import { type CanvasData, CanvasUnavailableError, type CanvasView, type NetworkCanvas } from './types.ts';
import { createVeil } from './veil.ts';

/** Sizes grow with the zoom's power: slower than distances, so that zooming in pulls nodes apart. */
const ZOOM_POWER = 0.36;

/** Nodes by falling importance: size, then ties, then number. */
function byImportance(data: CanvasData): Uint32Array {
  const { size, degree } = data.network.nodes;
  return Uint32Array.from(size.keys()).sort(
    (a, b) => (size[b] ?? 0) - (size[a] ?? 0) || (degree[b] ?? 0) - (degree[a] ?? 0) || a - b,
  );
}

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
  const { network } = data;
  const { nodes, edges } = network;
  let view = initial;
  let theme = CANVAS_THEMES[view.theme];
  const positions = { x: Float64Array.from(nodes.x), y: Float64Array.from(nodes.y) };
  const radii = nodeRadii(nodes.size).map(
    (radius, node) => radius * SHAPE_SCALE[network.entityTypes[nodes.type[node] ?? 0]?.shape ?? 'circle'],
  );
  const order = byImportance(data);
  const bold = boldNodes(order);
  const incidence = buildIncidence(nodes.id.length, edges);
  const graph = buildGraph(network, theme, view.colorBy);
  const events = createEvents();
  const sprites = createSpriteCache();
  const stage = createStage(container, view);

  let factor = 1;
  const measureFactor = (): void => {
    const shown = view.visibleNodes.reduce((sum, visible) => sum + (visible === 0 ? 0 : 1), 0);
    factor = sizeFactor(container.clientWidth, container.clientHeight, Math.max(shown, nodes.id.length * 0.4));
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
  renderer.setCustomBBox({ x: extent(nodes.x), y: extent(nodes.y) });

  let hoveredNode: number | null = null;
  let hoveredEdge: number | null = null;
  let focus: Focus = findFocus(view, edges, incidence, null, null);
  let veilTarget = 1;
  let frame = 0;

  const shownHover = (): number | null => hoveredNode ?? view.hoveredNode;

  const setLook = (
    before: ReadonlySet<number>,
    after: ReadonlySet<number>,
    set: (keys: string[], lit: boolean) => void,
  ) => {
    const gone: string[] = [];
    const come: string[] = [];
    for (const item of before) if (!after.has(item)) gone.push(String(item));
    for (const item of after) if (!before.has(item)) come.push(String(item));
    if (gone.length > 0) set(gone, false);
    if (come.length > 0) set(come, true);
  };

  const applyFocus = (before: Focus): void => {
    setLook(before.nodes, focus.nodes, (keys, lit) => renderer.setNodesState(keys, { look: lit ? 'lit' : 'rest' }));
    setLook(before.edges, focus.edges, (keys, lit) => renderer.setEdgesState(keys, { look: lit ? 'lit' : 'rest' }));
    veilTarget = focus.active ? theme.veil : 1;
    renderer.scheduleRender();
  };

  const refocus = (): void => {
    const before = focus;
    focus = findFocus(view, edges, incidence, shownHover(), hoveredEdge);
    applyFocus(before);
  };

  const applyVisibility = (before: CanvasView | null): void => {
    const nodeKeys: [string[], string[]] = [[], []];
    const edgeKeys: [string[], string[]] = [[], []];
    for (let node = 0; node < nodes.id.length; node++) {
      const shown = view.visibleNodes[node] === 0 ? 0 : 1;
      const was = before === null || before.visibleNodes[node] !== 0 ? 1 : 0;
      if (shown !== was) nodeKeys[shown].push(String(node));
    }
    for (let edge = 0; edge < edges.id.length; edge++) {
      const shown = isEdgeShown(view, edges, edge);
      const was = before === null || isEdgeShown(before, edges, edge);
      if (shown !== was) edgeKeys[shown ? 1 : 0].push(String(edge));
    }
    for (const shown of [0, 1] as const) {
      if (nodeKeys[shown].length > 0) renderer.setNodesState(nodeKeys[shown], { isHidden: shown === 0 });
      if (edgeKeys[shown].length > 0) renderer.setEdgesState(edgeKeys[shown], { isHidden: shown === 0 });
    }
    renderer.scheduleRender();
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
    const drawn = renderer.getEdgeDisplayData(String(edge)) as { curvature?: number } | undefined;
    return drawn?.curvature ?? 0;
  };

  const overlayScene = (pixelRatio: number): OverlayScene => {
    const { width, height } = renderer.getDimensions();
    const scene = { network, view, theme, focus, hoveredNode: shownHover(), positions, order, bold, radii };
    return { ...scene, width, height, scale: renderer.scaleSize(1), map: screenMap(), pixelRatio, bend };
  };

  const paintOverlay = (pixelRatio: number): void => {
    const scene = overlayScene(pixelRatio);
    drawOverlay(stage.fitOverlay(scene.width, scene.height, pixelRatio), scene, sprites);
  };

  /** Puts moved nodes where the view has them, and those that it moves no more back to the layout's place. */
  const applyMoves = (before: CanvasView['moved']): void => {
    const changed: string[] = [];
    for (const node of new Set([...before.keys(), ...view.moved.keys()])) {
      const [x, y] = view.moved.get(node) ?? [nodes.x[node] ?? 0, nodes.y[node] ?? 0];
      if (positions.x[node] === x && positions.y[node] === y) continue;
      positions.x[node] = x;
      positions.y[node] = y;
      graph.mergeNodeAttributes(String(node), { x, y });
      changed.push(String(node));
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
  const at = (event: { x: number; y: number }) => ({ x: event.x, y: event.y });
  renderer.on('enterNode', ({ node, event }) => {
    if (stage.isTouched()) return;
    hoverNode(Number(node));
    events.emit('enterNode', { node: Number(node), ...at(event) });
  });
  renderer.on('leaveNode', ({ node }) => {
    hoverNode(null);
    events.emit('leaveNode', { node: Number(node) });
  });
  renderer.on('enterEdge', ({ edge, event }) => {
    if (stage.isTouched()) return;
    hoverEdge(Number(edge));
    events.emit('enterEdge', { edge: Number(edge), ...at(event) });
  });
  renderer.on('leaveEdge', ({ edge }) => {
    hoverEdge(null);
    events.emit('leaveEdge', { edge: Number(edge) });
  });
  renderer.on('clickNode', ({ node, event }) => events.emit('clickNode', { node: Number(node), ...at(event) }));
  renderer.on('clickEdge', ({ edge, event }) => events.emit('clickEdge', { edge: Number(edge), ...at(event) }));
  renderer.on('clickStage', ({ event }) => events.emit('clickStage', at(event)));
  renderer.on('doubleClickNode', ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    events.emit('doubleClickNode', { node: Number(node), ...at(event) });
  });
  renderer.on('nodeDrag', ({ allDraggedNodes }) => {
    for (const key of allDraggedNodes) {
      const drawn = graph.getNodeAttributes(key);
      positions.x[Number(key)] = drawn.x;
      positions.y[Number(key)] = drawn.y;
    }
  });

  renderer.on('nodeDragEnd', ({ allDraggedNodes }) => {
    const moved = new Map(
      allDraggedNodes.map((key) => {
        const node = Number(key);
        return [node, [positions.x[node] ?? 0, positions.y[node] ?? 0] as const];
      }),
    );
    events.emit('moveNodes', { moved });
  });

  function* points(which: Iterable<number> | undefined): Generator<{ x: number; y: number }> {
    for (const node of which ?? nodes.id.keys()) {
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
        applyVisibility(before);
      }
      if (view.moved !== before.moved) applyMoves(before.moved);
      if (view.theme !== before.theme || view.language !== before.language) {
        theme = CANVAS_THEMES[view.theme];
        stage.dress(view);
      }
      if (view.theme !== before.theme || view.colorBy !== before.colorBy) {
        repaintNodes(graph, network, theme, view.colorBy);
        const partialGraph: { nodes: string[]; edges?: string[] } = { nodes: graph.nodes() };
        if (view.theme !== before.theme) {
          repaintEdges(graph, network, theme);
          partialGraph.edges = graph.edges();
        }
        renderer.refresh({ partialGraph, skipIndexation: true, schedule: true });
      }
      refocus();
    },
    getCamera: () => renderer.getCamera().getState(),
    setCamera: (camera, animate = false) => moveCamera(renderer, camera, animate && !view.reducedMotion),
    fit(which) {
      const camera = cameraForPoints(renderer, points(which));
      if (camera) moveCamera(renderer, camera, !view.reducedMotion);
    },
    zoomIn() {
      const { ratio } = renderer.getCamera().getState();
      moveCamera(renderer, { ratio: renderer.getCamera().getBoundedRatio(ratio / 1.6) }, !view.reducedMotion);
    },
    zoomOut() {
      const { ratio } = renderer.getCamera().getState();
      moveCamera(renderer, { ratio: renderer.getCamera().getBoundedRatio(ratio * 1.6) }, !view.reducedMotion);
    },
    getPositions: () => ({ x: positions.x.slice(), y: positions.y.slice() }),
    getScreenPosition: (node) => renderer.graphToViewport({ x: positions.x[node] ?? 0, y: positions.y[node] ?? 0 }),
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
  applyVisibility(null);
  applyFocus({ active: false, nodes: new Set(), edges: new Set(), namedEdges: new Set() });
  const start = cameraForPoints(renderer, points(undefined));
  if (start) moveCamera(renderer, start, false);
  return canvas;
}
