/** The one door to the canvas. */
import type { CanvasData, CanvasView, NetworkCanvas } from './types.ts';
import { CanvasUnavailableError } from './types.ts';

/**
 * Draws a network into `container` and keeps it drawn until `destroy`.
 *
 * @throws CanvasUnavailableError where the browser has no WebGL 2.
 */
export function createNetworkCanvas(container: HTMLElement, data: CanvasData, view: CanvasView): NetworkCanvas {
  throw new CanvasUnavailableError(
    'failed',
    `Nothing draws ${data.network.title} in ${view.theme} at ${container.id}.`,
  );
}
