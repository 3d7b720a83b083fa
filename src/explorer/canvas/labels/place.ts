/**
 * Finding room for labels: greedy, most important first, several places around each node, on a grid of taken boxes.
 * After the point-feature labelling of Christensen, Marks and Shieber (ACM Transactions on Graphics 14, 1995), whose
 * greedy method is the one that stays still while the reader pans. Pure; all lengths in CSS pixels.
 */

/** A rectangle on the screen. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CELL = 48;

/** Boxes taken so far. */
export interface Room {
  /** True when nothing taken touches `box`. */
  isFree(box: Box): boolean;
  take(box: Box): void;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right && inner.bottom <= outer.bottom
  );
}

/** An empty room of any extent. */
export function createRoom(): Room {
  const cells = new Map<number, Box[]>();
  const eachCell = (box: Box, visit: (key: number) => boolean): boolean => {
    for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++) {
      for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) {
        if (!visit(row * 65536 + column)) return false;
      }
    }
    return true;
  };
  return {
    isFree: (box) => eachCell(box, (key) => !(cells.get(key)?.some((taken) => overlaps(taken, box)) ?? false)),
    take: (box) => {
      eachCell(box, (key) => {
        const cell = cells.get(key);
        if (cell) cell.push(box);
        else cells.set(key, [box]);
        return true;
      });
    },
  };
}

/** Side of a cell of {@link createMarks}, in pixels. */
const MARK_CELL = 4;

/** Where nodes stand, to the pixel or four: thousands of them are marked in every frame, so that nothing is allocated. */
export interface Marks extends Pick<Room, 'isFree'> {
  /** Marks the square of a half side around a point. */
  mark(x: number, y: number, half: number): void;
}

/**
 * Empty marks for a screen with a margin around it; what lies beyond is always free.
 *
 * @param origin - a point that moves with the drawing: cells keep to it, so that panning changes no answer
 */
export function createMarks(
  width: number,
  height: number,
  margin: number,
  origin: { readonly x: number; readonly y: number },
): Marks {
  const phase = (value: number): number => (((value + margin) % MARK_CELL) + MARK_CELL) % MARK_CELL;
  const [left, top] = [margin + MARK_CELL - phase(origin.x), margin + MARK_CELL - phase(origin.y)];
  const columns = Math.ceil((width + 2 * margin) / MARK_CELL) + 2;
  const rows = Math.ceil((height + 2 * margin) / MARK_CELL) + 2;
  const cells = new Uint8Array(columns * rows);
  const low = (value: number, offset: number): number => Math.max(0, Math.floor((value + offset) / MARK_CELL));
  const high = (value: number, offset: number, count: number): number =>
    Math.min(count - 1, Math.ceil((value + offset) / MARK_CELL) - 1);
  return {
    mark(x, y, half) {
      const [right, bottom] = [high(x + half, left, columns), high(y + half, top, rows)];
      for (let row = low(y - half, top); row <= bottom; row++) {
        const start = row * columns;
        for (let column = low(x - half, left); column <= right; column++) cells[start + column] = 1;
      }
    },
    isFree(box) {
      const [right, bottom] = [high(box.right, left, columns), high(box.bottom, top, rows)];
      for (let row = low(box.top, top); row <= bottom; row++) {
        const start = row * columns;
        for (let column = low(box.left, left); column <= right; column++) if (cells[start + column] === 1) return false;
      }
      return true;
    },
  };
}

/** A label that wants a place. */
export interface LabelRequest {
  readonly x: number;
  readonly y: number;
  /** Radius of its node. */
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 4;

/** A place for a label, and the side of it that its lines keep to: the one next to the node. */
export interface Place extends Box {
  readonly align: 'left' | 'center' | 'right';
}

/** Places around a node, best first: right, left, below, above, then the corners. */
export function candidatePlaces(request: LabelRequest): readonly Place[] {
  const { x, y, radius, width, height } = request;
  const side = radius + GAP;
  const corner = radius * 0.8 + 2;
  const at = (left: number, top: number, align: Place['align']): Place => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
    align,
  });
  return [
    at(x + side, y - height / 2, 'left'),
    at(x - side - width, y - height / 2, 'right'),
    at(x - width / 2, y + side - 1, 'center'),
    at(x - width / 2, y - side - height + 1, 'center'),
    at(x + corner, y + corner, 'left'),
    at(x + corner, y - corner - height, 'left'),
    at(x - corner - width, y + corner, 'right'),
    at(x - corner - width, y - corner - height, 'right'),
  ];
}

/**
 * The first free place of a label, which it then takes; null where there is none.
 *
 * @param labels - what other labels took
 * @param marks - what nodes take; null to let the label stand on nodes
 * @param bounds - where the label has to lie; null for anywhere
 */
export function placeLabel(
  request: LabelRequest,
  labels: Room,
  marks: Pick<Room, 'isFree'> | null,
  bounds: Box | null,
): Place | null {
  for (const place of candidatePlaces(request)) {
    if (bounds !== null && !contains(bounds, place)) continue;
    if (labels.isFree(place) && (marks?.isFree(place) ?? true)) {
      labels.take(place);
      return place;
    }
  }
  return null;
}
