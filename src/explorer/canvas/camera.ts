/** Moving the reader's eye: fitting nodes into view, zooming, panning by keys. */
import type { Renderer } from './renderer.ts';
import type { CameraState } from './types.ts';

const GLIDE_MILLISECONDS = 320;
/** How near a fit may bring few nodes. */
const NEAREST_FIT = 0.18;

/** Camera under which all given graph positions are on screen, with room for their labels. */
export function cameraForPoints(renderer: Renderer, points: Iterable<{ x: number; y: number }>): CameraState | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of points) {
    const framed = renderer.graphToFramedGraph(point);
    left = Math.min(left, framed.x);
    right = Math.max(right, framed.x);
    top = Math.min(top, framed.y);
    bottom = Math.max(bottom, framed.y);
  }
  if (left > right) return null;
  const cameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  const origin = renderer.framedGraphToViewport({ x: 0, y: 0 }, { cameraState });
  const unit = renderer.framedGraphToViewport({ x: 1, y: 0 }, { cameraState });
  const scale = Math.hypot(unit.x - origin.x, unit.y - origin.y);
  const { width, height } = renderer.getDimensions();
  const wide = ((right - left) * scale) / Math.max(width - Math.min(160, width * 0.24), 40);
  const high = ((bottom - top) * scale) / Math.max(height - Math.min(110, height * 0.16), 40);
  return { x: (left + right) / 2, y: (top + bottom) / 2, ratio: Math.max(wide, high, NEAREST_FIT), angle: 0 };
}

/** Sets the camera, gliding where `glide` is true. */
export function moveCamera(renderer: Renderer, state: Partial<CameraState>, glide: boolean): void {
  const camera = renderer.getCamera();
  if (glide) void camera.animate(state, { duration: GLIDE_MILLISECONDS, easing: 'quadraticInOut' });
  else {
    camera.cancelAnimation();
    camera.setState(state);
  }
}

/** What a key on the canvas asks for. */
export interface CameraKeys {
  pan(dx: number, dy: number): void;
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
}

const STEP = 64;

/** Answers the canvas's own keys: arrows, plus and minus, zero. True when the key was one of them. */
export function handleCameraKey(event: KeyboardEvent, keys: CameraKeys): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key) {
    case 'ArrowLeft':
      keys.pan(-STEP, 0);
      return true;
    case 'ArrowRight':
      keys.pan(STEP, 0);
      return true;
    case 'ArrowUp':
      keys.pan(0, -STEP);
      return true;
    case 'ArrowDown':
      keys.pan(0, STEP);
      return true;
    case '+':
    case '=':
      keys.zoomIn();
      return true;
    case '-':
    case '_':
      keys.zoomOut();
      return true;
    case '0':
      keys.fit();
      return true;
    default:
      return false;
  }
}

/** Camera moved by `dx`, `dy` screen pixels. */
export function pannedCamera(renderer: Renderer, dx: number, dy: number): Partial<CameraState> {
  const { width, height } = renderer.getDimensions();
  const { x, y } = renderer.viewportToFramedGraph({ x: width / 2 + dx, y: height / 2 + dy });
  return { x, y };
}
