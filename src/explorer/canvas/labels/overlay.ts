/** Names, rings and relation names: everything that is drawn in 2D over the network, once per frame. */
import type { ExplorerNetwork } from '../../../outputs/explorer-data.ts';
import { withContrast } from '../color.ts';
import type { Focus } from '../focus.ts';
import type { CanvasTheme } from '../theme.ts';
import type { CanvasView } from '../types.ts';
import {
  type Box,
  candidatePlaces,
  createMarks,
  createRoom,
  type Marks,
  type Place,
  placeLabel,
  type Room,
} from './place.ts';
import type { SpriteCache, SpriteSpec } from './sprites.ts';
import { wrapLabel } from './text.ts';

/** A linear map from graph to screen: `x' = ax·x + bx·y + cx`, and the same for y. */
export interface ScreenMap {
  readonly ax: number;
  readonly bx: number;
  readonly cx: number;
  readonly ay: number;
  readonly by: number;
  readonly cy: number;
}

/** Everything that a frame's labels depend on. */
export interface OverlayScene {
  readonly network: ExplorerNetwork;
  readonly view: CanvasView;
  readonly theme: CanvasTheme;
  readonly focus: Focus;
  readonly hoveredNode: number | null;
  readonly positions: { readonly x: Float64Array; readonly y: Float64Array };
  /** Nodes by falling importance. */
  readonly order: Uint32Array;
  /** 1 for nodes whose names are set in bold. */
  readonly bold: Uint8Array;
  /** Radii on screen at this zoom, before the factor `scale`. */
  readonly radii: Float32Array;
  readonly scale: number;
  readonly map: ScreenMap;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  /** Bend of an edge as a share of its length; 0 for a straight one. */
  readonly bend: (edge: number) => number;
}

/** A label with its place, ready to be drawn. */
export interface PlacedLabel {
  readonly place: Place;
  readonly spec: SpriteSpec;
  readonly plate: boolean;
}

/** Labels beyond the edge of the screen that still keep their room, so that none jumps while the reader pans. */
const MARGIN = 80;
/** Screen area for each label where nothing is in focus, in square pixels. */
const AREA_PER_LABEL = 7000;
/** How many names are tried for each that may stand where nothing is in focus: in a dense drawing most find no room. */
const TRIES_PER_LABEL = 10;
const MAX_EDGE_LABELS = 60;

/** What placing needs of the sprites. */
type Measure = Pick<SpriteCache, 'measure'>;

/** A graph position on the screen, in CSS pixels from the top left. */
export function screenOf(scene: Pick<OverlayScene, 'map'>, x: number, y: number): { x: number; y: number } {
  const { map } = scene;
  return { x: map.ax * x + map.bx * y + map.cx, y: map.ay * x + map.by * y + map.cy };
}

function specOf(scene: OverlayScene, node: number, role: 'plain' | 'lit' | 'plate', radius: number): SpriteSpec {
  const { theme, network } = scene;
  const important = scene.bold[node] === 1;
  const lines = wrapLabel(network.nodes.label[node] ?? '', role === 'plate');
  if (role === 'plate') {
    return { lines, align: 'left', size: 14, weight: 600, ink: theme.ink, halo: null };
  }
  return {
    lines,
    align: 'left',
    size: important ? 13.5 : radius >= 7 ? 12.5 : 11.5,
    weight: important ? 600 : role === 'lit' ? 500 : 400,
    ink: important || role === 'lit' ? theme.ink : theme.softInk,
    halo: theme.background,
  };
}

/** Room between a plate's edge and its text, in pixels. */
export const PLATE_PADDING = 5;

interface NodeOnScreen {
  readonly node: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Nodes whose names may be drawn, and marks where any stand. */
interface Stand {
  readonly candidates: readonly NodeOnScreen[];
  readonly marks: Marks;
  /** Marks of the nodes with bold names alone. */
  readonly boldMarks: Marks;
}

/** Marks all nodes on the screen, and lists those whose names are tried: `most` by importance, and all `plates`. */
function nodesOnScreen(scene: OverlayScene, most: number, plates: ReadonlySet<number>): Stand {
  const { view, focus, width, height, positions, radii, scale, map, bold } = scene;
  const candidates: NodeOnScreen[] = [];
  const origin = { x: map.cx, y: map.cy };
  const marks = createMarks(width, height, MARGIN, origin);
  const boldMarks = createMarks(width, height, MARGIN, origin);
  for (const node of scene.order) {
    if (view.visibleNodes[node] === 0 || (focus.active && !focus.nodes.has(node))) continue;
    const [px, py] = [positions.x[node] ?? 0, positions.y[node] ?? 0];
    const x = map.ax * px + map.bx * py + map.cx;
    const y = map.ay * px + map.by * py + map.cy;
    if (x < -MARGIN || y < -MARGIN || x > width + MARGIN || y > height + MARGIN) continue;
    const radius = (radii[node] ?? 4) * scale;
    const half = radius * 0.9 + 0.5;
    if (radius >= 1.6) marks.mark(x, y, half);
    if (bold[node] === 1) boldMarks.mark(x, y, half);
    if (candidates.length < most || plates.has(node)) candidates.push({ node, x, y, radius });
  }
  return { candidates, marks, boldMarks };
}

function keepInside(place: Place, width: number, height: number): Place {
  const dx = Math.max(4 - place.left, 0) + Math.min(width - 4 - place.right, 0);
  const dy = Math.max(4 - place.top, 0) + Math.min(height - 4 - place.bottom, 0);
  return { ...place, left: place.left + dx, right: place.right + dx, top: place.top + dy, bottom: place.bottom + dy };
}

/** Places the labels of nodes: the reader's focus first, whatever it covers, then the rest where there is room. */
function placeNodeLabels(scene: OverlayScene, sprites: Measure, labels: Room): PlacedLabel[] {
  const { view, focus, hoveredNode, width, height } = scene;
  const plates = new Set<number>();
  if (hoveredNode !== null) plates.add(hoveredNode);
  else if (view.selectedNode !== null) plates.add(view.selectedNode);
  if (hoveredNode === null && view.selectedEdge !== null && focus.edges.has(view.selectedEdge)) {
    plates.add(scene.network.edges.source[view.selectedEdge] ?? 0);
    plates.add(scene.network.edges.target[view.selectedEdge] ?? 0);
  }
  const limit = focus.active ? Number.POSITIVE_INFINITY : Math.max(12, (width * height) / AREA_PER_LABEL);
  const { candidates, marks, boldMarks } = nodesOnScreen(scene, limit * TRIES_PER_LABEL, plates);

  const placed: PlacedLabel[] = [];
  for (const item of candidates) {
    if (!plates.has(item.node)) continue;
    const spec = specOf(scene, item.node, 'plate', item.radius);
    const size = sprites.measure(spec);
    const request = {
      ...item,
      radius: item.radius + 4,
      width: size.width + 2 * PLATE_PADDING,
      height: size.height + 2 * PLATE_PADDING - 2,
    };
    const inside = (box: Box) => box.left >= 4 && box.top >= 4 && box.right <= width - 4 && box.bottom <= height - 4;
    const places = candidatePlaces(request);
    const free = places.find((place) => inside(place) && labels.isFree(place) && marks.isFree(place));
    const best = free ?? places.find((place) => inside(place) && labels.isFree(place)) ?? places.find(inside);
    const place = keepInside(best ?? (places[0] as Place), width, height);
    labels.take(place);
    placed.push({ place, spec, plate: true });
  }

  const bounds = { left: 2, top: 2, right: width - 2, bottom: height - 2 };
  let count = 0;
  for (const item of candidates) {
    if (count >= limit) break;
    if (plates.has(item.node)) continue;
    const spec = specOf(scene, item.node, focus.active ? 'lit' : 'plain', item.radius);
    const size = sprites.measure(spec);
    const request = { ...item, width: size.width + 2, height: size.height };
    const within = item.x > 0 && item.y > 0 && item.x < width && item.y < height ? bounds : null;
    // Only the names in bold may stand on minor nodes, so that the middle of a dense network has names too.
    const covers = focus.active ? null : scene.bold[item.node] === 1 ? boldMarks : marks;
    const place =
      placeLabel(request, labels, marks, within) ??
      (covers === marks ? null : placeLabel(request, labels, covers, within));
    if (!place) continue;
    placed.push({ place, spec: { ...spec, align: place.align }, plate: false });
    if (place.right > 0 && place.left < width && place.bottom > 0 && place.top < height) count++;
  }
  return placed;
}

/** Places the names of relations along the edges in focus, where the edge is long enough to carry one. */
function placeEdgeLabels(scene: OverlayScene, sprites: Measure, labels: Room): PlacedLabel[] {
  const { network, positions, focus, view, theme } = scene;
  const placed: PlacedLabel[] = [];
  for (const edge of focus.namedEdges) {
    if (placed.length >= MAX_EDGE_LABELS) break;
    const type = network.relationTypes[network.edges.type[edge] ?? 0];
    if (!type) continue;
    const [source, target] = [network.edges.source[edge] ?? 0, network.edges.target[edge] ?? 0];
    const [sx, sy] = [positions.x[source] ?? 0, positions.y[source] ?? 0];
    const [dx, dy] = [(positions.x[target] ?? 0) - sx, (positions.y[target] ?? 0) - sy];
    const spec: SpriteSpec = {
      lines: [type[view.language]],
      align: 'center',
      size: 11,
      weight: 500,
      ink: withContrast(type.color, theme.background, 4.5),
      halo: theme.background,
    };
    const size = sprites.measure(spec);
    const a = screenOf(scene, sx, sy);
    const b = screenOf(scene, sx + dx, sy + dy);
    const free =
      Math.hypot(b.x - a.x, b.y - a.y) - ((scene.radii[source] ?? 0) + (scene.radii[target] ?? 0)) * scene.scale;
    if (free < size.width + 14 && edge !== view.selectedEdge) continue;
    const bend = scene.bend(edge);
    for (const t of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const lift = 2 * t * (1 - t) * bend;
      const { x, y } = screenOf(scene, sx + dx * t - dy * lift, sy + dy * t + dx * lift);
      const place: Place = {
        left: x - size.width / 2,
        right: x + size.width / 2,
        top: y - size.height / 2,
        bottom: y + size.height / 2,
        align: 'center',
      };
      if (!labels.isFree(place)) continue;
      labels.take(place);
      placed.push({ place, spec, plate: false });
      break;
    }
  }
  return placed;
}

function drawRing(context: CanvasRenderingContext2D, scene: OverlayScene, node: number, color: string): void {
  if (scene.view.visibleNodes[node] === 0) return;
  const { x, y } = screenOf(scene, scene.positions.x[node] ?? 0, scene.positions.y[node] ?? 0);
  context.beginPath();
  context.arc(x, y, (scene.radii[node] ?? 4) * scene.scale * 1.2 + 4, 0, Math.PI * 2);
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.stroke();
}

function drawPlate(context: CanvasRenderingContext2D, theme: CanvasTheme, box: Box): void {
  context.beginPath();
  context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, 5);
  context.fillStyle = theme.plate;
  context.shadowColor = 'rgba(0,0,0,.28)';
  context.shadowBlur = 8;
  context.shadowOffsetY = 1;
  context.fill();
  context.shadowColor = 'transparent';
  context.shadowBlur = 0;
  context.shadowOffsetY = 0;
  context.lineWidth = 1;
  context.strokeStyle = theme.plateFrame;
  context.globalAlpha = 0.35;
  context.stroke();
  context.globalAlpha = 1;
}

/** All labels of one frame with their places, in the order in which they are drawn. */
export function layOutLabels(scene: OverlayScene, sprites: Measure): PlacedLabel[] {
  const labels = createRoom();
  const nodeLabels = placeNodeLabels(scene, sprites, labels);
  const edgeLabels = placeEdgeLabels(scene, sprites, labels);
  return [...edgeLabels, ...nodeLabels].sort((a, b) => Number(a.plate) - Number(b.plate));
}

/** Draws the overlay of one frame into `context`, which is cleared first. Gives the number of labels on screen. */
export function drawOverlay(context: CanvasRenderingContext2D, scene: OverlayScene, sprites: SpriteCache): number {
  const { view, theme, pixelRatio, width, height, hoveredNode } = scene;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);

  if (view.selectedNode !== null) drawRing(context, scene, view.selectedNode, theme.accent);
  if (hoveredNode !== null && hoveredNode !== view.selectedNode) drawRing(context, scene, hoveredNode, theme.ink);

  let drawn = 0;
  for (const { place, spec, plate } of layOutLabels(scene, sprites)) {
    if (place.right < 0 || place.left > width || place.bottom < 0 || place.top > height) continue;
    if (plate) drawPlate(context, theme, place);
    const sprite = sprites.get(spec, pixelRatio);
    const left = (plate ? place.left + PLATE_PADDING : place.left + 1) - sprite.inset;
    const top = (plate ? place.top + PLATE_PADDING - 1 : place.top) - sprite.inset;
    const snap = (value: number) => Math.round(value * pixelRatio) / pixelRatio;
    context.drawImage(
      sprite.image,
      snap(left),
      snap(top),
      sprite.image.width / pixelRatio,
      sprite.image.height / pixelRatio,
    );
    drawn++;
  }
  return drawn;
}
