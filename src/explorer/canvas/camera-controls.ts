/** The camera as the page moves it. */
import { cameraForPoints, moveCamera } from './camera.ts';
import type { Renderer } from './renderer.ts';
import type { NetworkCanvas } from './types.ts';

/** The part of the canvas that moves the camera. */
export type CameraControls = Pick<
  NetworkCanvas,
  'getCamera' | 'setCamera' | 'getViewport' | 'centerOn' | 'fit' | 'zoomIn' | 'zoomOut'
>;

/** One step of the zoom buttons. */
const ZOOM_STEP = 1.6;

/**
 * @param points places of the nodes that are shown, in units of the layout; of all, or of those asked for
 * @param isCalm whether the reader wants no motion
 */
export function cameraControls(
  renderer: Renderer,
  points: (which: Iterable<number> | undefined) => Iterable<{ x: number; y: number }>,
  isCalm: () => boolean,
): CameraControls {
  const zoom = (factor: number) => {
    const { ratio } = renderer.getCamera().getState();
    moveCamera(renderer, { ratio: renderer.getCamera().getBoundedRatio(ratio * factor) }, !isCalm());
  };
  return {
    getCamera: () => renderer.getCamera().getState(),
    setCamera: (camera, animate = false) => moveCamera(renderer, camera, animate && !isCalm()),
    getViewport() {
      const { width, height } = renderer.getDimensions();
      const [start, end] = [
        renderer.viewportToGraph({ x: 0, y: 0 }),
        renderer.viewportToGraph({ x: width, y: height }),
      ];
      return { left: start.x, right: end.x, bottom: end.y, top: start.y };
    },
    centerOn(x, y) {
      const place = renderer.graphToFramedGraph({ x, y });
      moveCamera(renderer, { x: place.x, y: place.y }, false);
    },
    fit(which) {
      const camera = cameraForPoints(renderer, points(which));
      if (camera) moveCamera(renderer, camera, !isCalm());
    },
    zoomIn: () => zoom(1 / ZOOM_STEP),
    zoomOut: () => zoom(ZOOM_STEP),
  };
}
