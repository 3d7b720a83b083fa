/** Arithmetic on `#rrggbb` colours. Luminance and contrast after WCAG 2.2 (https://www.w3.org/TR/WCAG22/). */

type Rgb = readonly [number, number, number];

/** Channels (0 to 255) of `#rrggbb` or `#rgb`; mid grey where the text is no such colour, as a user's type may have. */
export function parseColor(color: string): Rgb {
  const long = /^#[0-9a-f]{3}$/i.test(color) ? color.replace(/[0-9a-f]/gi, '$&$&') : color;
  if (!/^#[0-9a-f]{6}$/i.test(long)) return [128, 128, 128];
  const value = Number.parseInt(long.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function formatColor(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** `from` moved towards `to` by `share` (0 to 1). Opaque, since blended lines are slow to draw and muddy where they cross. */
export function mix(from: string, to: string, share: number): string {
  const a = parseColor(from);
  const b = parseColor(to);
  return formatColor([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]);
}

/** Relative luminance, 0 (black) to 1 (white). */
export function luminance(color: string): number {
  const linear = parseColor(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

/** Contrast ratio, 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** `color`, lightened or darkened just as far as it takes to stand `ratio` to one against `background`. */
export function withContrast(color: string, background: string, ratio: number): string {
  if (contrast(color, background) >= ratio) return formatColor(parseColor(color));
  const end = luminance(background) > 0.18 ? '#000000' : '#ffffff';
  for (let step = 1; step < 20; step++) {
    const moved = mix(color, end, step / 20);
    if (contrast(moved, background) >= ratio) return moved;
  }
  return end;
}
