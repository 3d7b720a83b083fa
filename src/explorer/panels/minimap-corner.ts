/** Where the small map stands: in the lower corner, unless it would lie on what the reader looks at. */

/** Room between the map and the edges of the drawing, in pixels. */
const GAP = 16;

/** Size in pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The corner of the drawing's left side for a map.
 *
 * @param places of the nodes that are lit, in pixels from the drawing's upper left
 */
export function minimapCorner(
  places: readonly { readonly x: number; readonly y: number }[],
  map: Size,
  drawing: Size,
): 'top' | 'bottom' {
  const [right, above, below] = [map.width + 2 * GAP, map.height + 2 * GAP, drawing.height - map.height - 2 * GAP];
  const beside = places.filter(({ x, y }) => x >= 0 && x < right && y >= 0 && y <= drawing.height);
  return beside.some(({ y }) => y > below) && !beside.some(({ y }) => y < above) ? 'top' : 'bottom';
}
