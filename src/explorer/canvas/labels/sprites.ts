/** Labels as small pictures, drawn once and kept, since outlining Chinese characters afresh in each frame is slow. */
import { LABEL_FONT } from '../theme.ts';

/** What a sprite looks like; two equal ones are the same picture. */
export interface SpriteSpec {
  readonly lines: readonly string[];
  readonly align: 'left' | 'center' | 'right';
  readonly size: number;
  readonly weight: 400 | 500 | 600;
  readonly ink: string;
  /** Outline around the letters; null for none. */
  readonly halo: string | null;
}

/** A drawn label. Lengths in CSS pixels; `inset` is the outline's room at each side. */
interface Sprite {
  readonly image: HTMLCanvasElement;
  readonly width: number;
  readonly height: number;
  readonly inset: number;
}

/** Keeps sprites, the least recently used one goes first. */
export interface SpriteCache {
  /** The sprite of `spec` for a screen of `pixelRatio` device pixels to one CSS pixel. */
  get(spec: SpriteSpec, pixelRatio: number): Sprite;
  /** Width and height of the text of `spec`, in CSS pixels. */
  measure(spec: Pick<SpriteSpec, 'lines' | 'size' | 'weight'>): { readonly width: number; readonly height: number };
  clear(): void;
}

/** Distance of lines as a share of the letters' size. */
export const LINE_HEIGHT = 1.22;
const HALO = 3;

type Size = { readonly width: number; readonly height: number };

function fontOf(spec: Pick<SpriteSpec, 'size' | 'weight'>): string {
  return `${spec.weight} ${spec.size}px ${LABEL_FONT}`;
}

function drawSprite(spec: SpriteSpec, pixelRatio: number, { width, height }: Size): Sprite {
  const inset = spec.halo === null ? 1 : HALO;
  const image = document.createElement('canvas');
  image.width = Math.ceil((width + 2 * inset) * pixelRatio);
  image.height = Math.ceil((height + 2 * inset) * pixelRatio);
  const context = image.getContext('2d');
  if (context) {
    context.scale(pixelRatio, pixelRatio);
    context.font = fontOf(spec);
    context.textBaseline = 'middle';
    context.textAlign = spec.align;
    const edge = spec.align === 'left' ? 0 : spec.align === 'right' ? width : width / 2;
    context.lineJoin = 'round';
    const each = (draw: (line: string, x: number, y: number) => void): void => {
      spec.lines.forEach((line, index) => {
        draw(line, inset + edge, inset + (index + 0.5) * spec.size * LINE_HEIGHT + spec.size * 0.04);
      });
    };
    if (spec.halo !== null) {
      context.strokeStyle = spec.halo;
      context.lineWidth = HALO * 1.5;
      each((line, x, y) => context.strokeText(line, x, y));
    }
    context.fillStyle = spec.ink;
    each((line, x, y) => context.fillText(line, x, y));
  }
  return { image, width, height, inset };
}

/**
 * Makes an empty cache.
 *
 * @param capacity - number of sprites kept; about 40 kB each on a sharp screen
 */
export function createSpriteCache(capacity = 700): SpriteCache {
  const sprites = new Map<string, Sprite>();
  const sizes = new Map<string, Size>();
  const ruler = document.createElement('canvas').getContext('2d');
  if (!ruler) throw new TypeError('The browser gives no 2D canvas to draw labels with.');
  const measure: SpriteCache['measure'] = (spec) => {
    const key = `${spec.size}|${spec.weight}|${spec.lines.join('\n')}`;
    const known = sizes.get(key);
    if (known) return known;
    ruler.font = fontOf(spec);
    const width = Math.ceil(Math.max(1, ...spec.lines.map((line) => ruler.measureText(line).width)));
    const size = { width, height: Math.ceil(spec.lines.length * spec.size * LINE_HEIGHT) };
    sizes.set(key, size);
    return size;
  };
  return {
    measure,
    get(spec, pixelRatio) {
      const key = `${pixelRatio}|${spec.size}|${spec.weight}|${spec.ink}|${spec.halo}|${spec.align}|${spec.lines.join('\n')}`;
      let sprite = sprites.get(key);
      if (sprite) sprites.delete(key);
      else sprite = drawSprite(spec, pixelRatio, measure(spec));
      sprites.set(key, sprite);
      if (sprites.size > capacity) {
        for (const oldest of sprites.keys()) {
          sprites.delete(oldest);
          break;
        }
      }
      return sprite;
    },
    clear() {
      sprites.clear();
      sizes.clear();
    },
  };
}
