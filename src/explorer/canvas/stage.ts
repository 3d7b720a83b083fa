/** The elements of the canvas: a host that the renderer fills, and a 2D overlay for labels that lets the pointer through. */
import { CANVAS_THEMES } from './theme.ts';
import type { CanvasView } from './types.ts';

/** The elements and what is done with them. */
export interface Stage {
  readonly host: HTMLElement;
  readonly overlay: HTMLCanvasElement;
  /** Paints background and accessible name for the theme and language. */
  dress(view: Pick<CanvasView, 'theme' | 'language'>): void;
  /** True while the reader points with a finger, which hovers over nothing: a tap would leave its node lit for good. */
  isTouched(): boolean;
  /** Sizes the overlay in CSS pixels and gives its context. */
  fitOverlay(width: number, height: number, pixelRatio: number): CanvasRenderingContext2D;
  /** Calls `changed` when the container's size or the screen's pixel ratio changes, until the result is called. */
  watch(changed: () => void): () => void;
  remove(): void;
}

const NAMES = {
  zh: '关系网络图。方向键移动，加号和减号缩放，0 显示全部。',
  en: 'Relationship network. Arrow keys pan, plus and minus zoom, 0 shows everything.',
} as const;

/** Puts the elements into `container` and makes it focusable; what the page set itself is kept. */
export function createStage(container: HTMLElement, view: Pick<CanvasView, 'theme' | 'language'>): Stage {
  const host = document.createElement('div');
  host.style.cssText = 'position:absolute;inset:0;overflow:hidden';
  const overlay = document.createElement('canvas');
  overlay.style.cssText = 'position:absolute;inset:0;pointer-events:none';
  overlay.setAttribute('aria-hidden', 'true');
  const context = overlay.getContext('2d');
  if (!context) throw new TypeError('The browser gives no 2D canvas to draw labels with.');
  if (getComputedStyle(container).position === 'static') container.style.position = 'relative';
  container.append(host, overlay);
  const ownTabIndex = !container.hasAttribute('tabindex');
  const ownRole = !container.hasAttribute('role');
  const ownName = !container.hasAttribute('aria-label') && !container.hasAttribute('aria-labelledby');
  if (ownTabIndex) container.tabIndex = 0;
  if (ownRole) container.setAttribute('role', 'application');

  const dress: Stage['dress'] = ({ theme, language }) => {
    container.style.backgroundColor = CANVAS_THEMES[theme].background;
    if (ownName) container.setAttribute('aria-label', NAMES[language]);
  };
  dress(view);

  let touched = false;
  const notePointer = (event: PointerEvent): void => {
    touched = event.pointerType === 'touch';
  };
  container.addEventListener('pointerdown', notePointer, true);
  container.addEventListener('pointermove', notePointer, true);

  return {
    host,
    overlay,
    dress,
    isTouched: () => touched,
    fitOverlay(width, height, pixelRatio) {
      const [w, h] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
      if (overlay.width !== w || overlay.height !== h) {
        overlay.width = w;
        overlay.height = h;
        overlay.style.width = `${width}px`;
        overlay.style.height = `${height}px`;
      }
      return context;
    },
    watch(changed) {
      let [width, height, ratio] = [container.clientWidth, container.clientHeight, window.devicePixelRatio];
      const check = (): void => {
        const now = [container.clientWidth, container.clientHeight, window.devicePixelRatio] as const;
        if (now[0] === width && now[1] === height && now[2] === ratio) return;
        [width, height, ratio] = now;
        if (width > 0 && height > 0) changed();
      };
      const observer = new ResizeObserver(check);
      observer.observe(container);
      window.addEventListener('resize', check);
      return () => {
        observer.disconnect();
        window.removeEventListener('resize', check);
      };
    },
    remove() {
      container.removeEventListener('pointerdown', notePointer, true);
      container.removeEventListener('pointermove', notePointer, true);
      host.remove();
      overlay.remove();
      delete container.dataset.frame;
      container.style.backgroundColor = '';
      if (ownTabIndex) container.removeAttribute('tabindex');
      if (ownRole) container.removeAttribute('role');
      if (ownName) container.removeAttribute('aria-label');
    },
  };
}
