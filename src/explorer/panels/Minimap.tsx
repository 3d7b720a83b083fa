/** A small map of the whole drawing with a frame around what is in sight, to see where one is and to go elsewhere. */
import { type PointerEvent, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { nodeColor } from '../canvas/style.ts';
import { CANVAS_THEMES } from '../canvas/theme.ts';
import type { NetworkCanvas, Viewport } from '../canvas/types.ts';
import { extent } from '../extent.ts';
import { useExplorer, useScene, useView } from './context.ts';
import { minimapCorner } from './minimap-corner.ts';

/** Longer side of the map, and room at its edges, in pixels. */
const SIDE = 168;
const EDGE = 8;

/** The map makes way for no more nodes than these: a larger selection is everywhere. */
const MOST_LIT = 100;

/** From this number of nodes on, each is drawn as small as can be. */
const CROWD = 1500;

interface MinimapProps {
  readonly canvas: NetworkCanvas;
  readonly theme: 'light' | 'dark';
}

/** Where layout units lie on the map: `x' = left + x·scale`, `y' = top − y·scale`. */
interface Projection {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

function boundsOf(x: readonly number[], y: readonly number[]): Viewport {
  const [[left, right], [bottom, top]] = [extent(x), extent(y)];
  return { left, right, bottom, top };
}

function projectionOf({ left, right, bottom, top }: Viewport): Projection {
  const scale = (SIDE - 2 * EDGE) / Math.max(right - left, top - bottom, 1);
  return {
    width: Math.max(64, (right - left) * scale + 2 * EDGE),
    height: Math.max(64, (top - bottom) * scale + 2 * EDGE),
    left: EDGE - left * scale,
    top: EDGE + top * scale,
    scale,
  };
}

/** Stands on the drawing once the reader has come nearer, so that not all of it is in sight. */
export function Minimap({ canvas, theme }: MinimapProps) {
  const { dataset, minimap } = useExplorer();
  const wanted = useSyncExternalStore(minimap.subscribe, minimap.get);
  const [near, setNear] = useState(false);
  const { x, y } = dataset.network.nodes;
  useEffect(() => {
    const whole = boundsOf(x, y);
    const look = (): void => setNear(!contains(canvas.getViewport(), whole));
    look();
    return canvas.on('frame', look);
  }, [canvas, x, y]);
  return wanted && near ? <WholeMap canvas={canvas} theme={theme} /> : null;
}

/** True where all of a layout is in sight, or nearly so. */
function contains(view: Viewport, whole: Viewport): boolean {
  const slack = 0.04 * Math.max(whole.right - whole.left, whole.top - whole.bottom);
  return (
    view.left <= whole.left + slack &&
    view.right >= whole.right - slack &&
    view.bottom <= whole.bottom + slack &&
    view.top >= whole.top - slack
  );
}

function WholeMap({ canvas, theme }: MinimapProps) {
  const { dataset } = useExplorer();
  const { colorBy, moved } = useView();
  const { shown, lit } = useScene();
  const map = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { network } = dataset;
  const { x: xs, y: ys } = network.nodes;
  const { width, height, left, top, scale } = useMemo(() => projectionOf(boundsOf(xs, ys)), [xs, ys]);

  useEffect(() => {
    const context = surface.current?.getContext('2d');
    if (!context) return;
    const ratio = devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const colors = CANVAS_THEMES[theme];
    const least = dataset.nodeCount > CROWD ? 1 : 2.5;
    for (let node = 0; node < dataset.nodeCount; node++) {
      if (shown.visibleNodes[node] === 0) continue;
      const [x, y] = moved.get(node) ?? [network.nodes.x[node] ?? 0, network.nodes.y[node] ?? 0];
      const size = Math.max(least, Math.min(5, (network.nodes.size[node] ?? 4) * scale * 1.4));
      context.fillStyle = nodeColor(network, node, colorBy, colors);
      context.fillRect(left + x * scale - size / 2, top - y * scale - size / 2, size, size);
    }
  }, [dataset, network, shown, moved, colorBy, theme, width, height, left, top, scale]);

  useEffect(() => {
    const place = (): void => {
      const view = canvas.getViewport();
      const style = frame.current?.style;
      if (style === undefined) return;
      const [x, y] = [left + view.left * scale, top - view.top * scale];
      style.transform = `translate(${x}px, ${y}px)`;
      style.width = `${(view.right - view.left) * scale}px`;
      style.height = `${(view.top - view.bottom) * scale}px`;
    };
    place();
    return canvas.on('frame', place);
  }, [canvas, left, top, scale]);

  useEffect(() => {
    const nodes = [...(lit.nodes ?? [])];
    const makeWay = (): void => {
      if (map.current === null) return;
      const places = nodes.length > MOST_LIT ? [] : nodes.map((node) => canvas.getScreenPosition(node));
      map.current.dataset.corner = minimapCorner(places, { width, height }, canvas.getSize());
    };
    makeWay();
    return canvas.on('frame', makeWay);
  }, [canvas, lit, width, height]);

  function go(event: PointerEvent<HTMLDivElement>): void {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    canvas.centerOn((event.clientX - box.left - left) / scale, (top - (event.clientY - box.top)) / scale);
  }

  const ratio = devicePixelRatio || 1;
  return (
    // The drawing itself pans by key, so that the map has nothing to say to those who cannot point.
    <div
      ref={map}
      className="minimap"
      aria-hidden="true"
      style={{ width, height }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      <canvas ref={surface} width={width * ratio} height={height * ratio} style={{ width, height }} />
      <div ref={frame} className="minimap-frame" />
    </div>
  );
}
