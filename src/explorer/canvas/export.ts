/** What is on screen as a picture. */
import type { Renderer } from './renderer.ts';

/** What an export needs. */
export interface PngRequest {
  readonly renderer: Renderer;
  readonly overlay: HTMLCanvasElement;
  /** Image pixels to one CSS pixel; kept within 1 to 8. */
  readonly scale: number;
  /** Colour under the picture; null leaves it transparent. */
  readonly background: string | null;
  readonly paintOverlay: (pixelRatio: number) => void;
}

/** Runs `draw` while the page counts `ratio` device pixels to one CSS pixel; the renderer asks nobody else. */
function withPixelRatio(ratio: number, draw: () => void): void {
  const own = Object.getOwnPropertyDescriptor(window, 'devicePixelRatio');
  try {
    Object.defineProperty(window, 'devicePixelRatio', { value: ratio, configurable: true });
    draw();
  } finally {
    if (own) Object.defineProperty(window, 'devicePixelRatio', own);
    else Reflect.deleteProperty(window, 'devicePixelRatio');
  }
}

/**
 * Draws the present view once more at the wanted scale, in one task and in the same context, so that neither the
 * screen flickers nor a second context is spent.
 *
 * @throws Error when the browser cannot make a picture of that size.
 */
export async function exportPng(request: PngRequest): Promise<Blob> {
  const { renderer, overlay, background, paintOverlay } = request;
  const scale = Math.min(8, Math.max(1, request.scale));
  const { width, height } = renderer.getDimensions();
  const picture = document.createElement('canvas');
  picture.width = Math.round(width * scale);
  picture.height = Math.round(height * scale);
  const context = picture.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas to put the picture on.');
  if (background !== null) {
    context.fillStyle = background;
    context.fillRect(0, 0, picture.width, picture.height);
  }
  withPixelRatio(scale, () => {
    renderer.resize(true);
    renderer.refresh({ partialGraph: {}, skipIndexation: true });
    context.drawImage(renderer.getStageCanvas(), 0, 0, picture.width, picture.height);
    paintOverlay(scale);
    context.drawImage(overlay, 0, 0, picture.width, picture.height);
  });
  renderer.resize(true);
  renderer.refresh({ partialGraph: {}, skipIndexation: true });
  return new Promise((resolve, reject) => {
    picture.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The browser cannot make a picture of this size; take a smaller scale.'));
    }, 'image/png');
  });
}
