/** What is on screen as an SVG drawing, sharp at any size. */
import { escapeXml } from '../../outputs/xml.ts';
import { isEdgeShown } from './focus.ts';
import { layOutLabels, type OverlayScene, PLATE_PADDING, type PlacedLabel, screenOf } from './labels/overlay.ts';
import { LINE_HEIGHT, type SpriteCache } from './labels/sprites.ts';
import { edgeLook, nodeColor } from './style.ts';
import { LABEL_FONT } from './theme.ts';

/** How far beyond the picture's edge something may begin that reaches into it, in pixels. */
const MARGIN = 60;

/** Numbers of a drawing: a hundredth of a pixel is finer than any print. */
const n = (value: number): string => String(Math.round(value * 100) / 100);

/**
 * Draws a frame as SVG, with the labels where the screen has them.
 *
 * @param background colour under the drawing; null leaves it transparent
 */
export function drawSvg(scene: OverlayScene, sprites: Pick<SpriteCache, 'measure'>, background: string | null): string {
  const { width, height, theme, focus, network } = scene;
  const layers = { veiled: [] as string[], lit: [] as string[] };
  for (let edge = 0; edge < network.edges.id.length; edge++) {
    if (!isEdgeShown(scene.view, network.edges, edge)) continue;
    const lit = focus.active && focus.edges.has(edge);
    layers[focus.active && !lit ? 'veiled' : 'lit'].push(edgeMark(scene, edge, lit));
  }
  // Least important first, so that the others stand over them.
  for (const node of scene.order.toReversed()) {
    if (scene.view.visibleNodes[node] === 0) continue;
    layers[focus.active && !focus.nodes.has(node) ? 'veiled' : 'lit'].push(nodeMark(scene, node));
  }
  const labels = layOutLabels(scene, sprites).map((label) => labelMark(scene, label));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}">`,
    background === null ? '' : `<rect width="100%" height="100%" fill="${background}"/>`,
    `<g fill="none" opacity="${theme.veil}">`,
    ...layers.veiled,
    '</g>',
    '<g fill="none">',
    ...layers.lit,
    '</g>',
    `<g font-family="${escapeXml(LABEL_FONT)}" stroke-linejoin="round">`,
    ...labels,
    '</g>',
    '</svg>',
    '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function isOutside({ width, height }: OverlayScene, x: number, y: number): boolean {
  return x < -MARGIN || y < -MARGIN || x > width + MARGIN || y > height + MARGIN;
}

function edgeMark(scene: OverlayScene, edge: number, lit: boolean): string {
  const { network, positions, theme, radii, scale } = scene;
  const [source, target] = [network.edges.source[edge] ?? 0, network.edges.target[edge] ?? 0];
  const [sx, sy] = [positions.x[source] ?? 0, positions.y[source] ?? 0];
  const [dx, dy] = [(positions.x[target] ?? 0) - sx, (positions.y[target] ?? 0) - sy];
  const bend = scene.bend(edge);
  const from = screenOf(scene, sx, sy);
  const to = screenOf(scene, sx + dx, sy + dy);
  // A quadratic curve whose control stands beside the middle by its bend.
  const control = screenOf(scene, sx + dx / 2 - dy * bend, sy + dy / 2 + dx * bend);
  if (isOutside(scene, from.x, from.y) && isOutside(scene, to.x, to.y) && isOutside(scene, control.x, control.y))
    return '';
  const look = edgeLook(network, edge, theme);
  const color = lit ? look.lit : look.rest;
  const width = (lit ? look.width * 1.35 + 0.4 : look.width) * scale;
  const dash = look.gap === 0 ? '' : ` stroke-dasharray="${look.dash} ${look.gap}"`;
  const [ux, uy] = direction(control, to);
  const reach = (radii[target] ?? 4) * scale;
  const head = look.arrow ? width * 5.5 : 0;
  const end = { x: to.x - ux * (reach + head * 0.8), y: to.y - uy * (reach + head * 0.8) };
  const path = `<path d="M${n(from.x)} ${n(from.y)}Q${n(control.x)} ${n(control.y)} ${n(end.x)} ${n(end.y)}" stroke="${color}" stroke-width="${n(width)}"${dash}/>`;
  if (!look.arrow) return path;
  const tip = { x: to.x - ux * reach, y: to.y - uy * reach };
  const base = { x: tip.x - ux * head, y: tip.y - uy * head };
  const half = width * 2;
  const arrow = `M${n(tip.x)} ${n(tip.y)}L${n(base.x - uy * half)} ${n(base.y + ux * half)}L${n(base.x + uy * half)} ${n(base.y - ux * half)}Z`;
  return `${path}<path d="${arrow}" fill="${color}"/>`;
}

function direction(from: { x: number; y: number }, to: { x: number; y: number }): [number, number] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return [(to.x - from.x) / length, (to.y - from.y) / length];
}

function nodeMark(scene: OverlayScene, node: number): string {
  const { network, positions, view, theme } = scene;
  const { x, y } = screenOf(scene, positions.x[node] ?? 0, positions.y[node] ?? 0);
  if (isOutside(scene, x, y)) return '';
  const r = (scene.radii[node] ?? 4) * scene.scale;
  const shape = network.entityTypes[network.nodes.type[node] ?? 0]?.shape ?? 'circle';
  const paint = `fill="${nodeColor(network, node, view.colorBy, theme)}" stroke="${theme.background}" stroke-width="1"`;
  const ring =
    view.selectedNode === node
      ? `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r * 1.2 + 4)}" stroke="${theme.accent}" stroke-width="2"/>`
      : '';
  switch (shape) {
    case 'square':
      return `${ring}<rect x="${n(x - r)}" y="${n(y - r)}" width="${n(2 * r)}" height="${n(2 * r)}" rx="${n(r * 0.12)}" ${paint}/>`;
    case 'diamond':
      return `${ring}<path d="M${n(x)} ${n(y - r)}L${n(x + r)} ${n(y)}L${n(x)} ${n(y + r)}L${n(x - r)} ${n(y)}Z" ${paint}/>`;
    case 'triangle':
      return `${ring}<path d="M${n(x)} ${n(y - r)}L${n(x + r * 0.87)} ${n(y + r / 2)}L${n(x - r * 0.87)} ${n(y + r / 2)}Z" ${paint}/>`;
    default:
      return `${ring}<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${paint}/>`;
  }
}

function labelMark({ theme }: OverlayScene, { place, spec, plate }: PlacedLabel): string {
  const padding = plate ? PLATE_PADDING : 1;
  const anchor = { left: 'start', center: 'middle', right: 'end' }[spec.align];
  const x = {
    left: place.left + padding,
    center: (place.left + place.right) / 2,
    right: place.right - padding,
  }[spec.align];
  const top = place.top + (plate ? PLATE_PADDING - 1 : 0);
  const ground = plate
    ? `<rect x="${n(place.left)}" y="${n(place.top)}" width="${n(place.right - place.left)}" height="${n(place.bottom - place.top)}" rx="5" fill="${theme.plate}" stroke="${theme.plateFrame}" stroke-opacity=".35"/>`
    : '';
  const halo = spec.halo === null ? '' : ` stroke="${spec.halo}" stroke-width="4.5" paint-order="stroke"`;
  const lines = spec.lines.map((line, i) => {
    // The baseline stands about a third of the letters' size below their middle.
    const y = top + (i + 0.5) * spec.size * LINE_HEIGHT + spec.size * 0.38;
    return `<text x="${n(x)}" y="${n(y)}" font-size="${spec.size}" font-weight="${spec.weight}" text-anchor="${anchor}" fill="${spec.ink}"${halo}>${escapeXml(line)}</text>`;
  });
  return ground + lines.join('');
}
