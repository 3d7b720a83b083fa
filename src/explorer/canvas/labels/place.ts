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
export function placeLabel(request: LabelRequest, labels: Room, marks: Room | null, bounds: Box | null): Place | null {
  for (const place of candidatePlaces(request)) {
    if (bounds !== null && !contains(bounds, place)) continue;
    if (labels.isFree(place) && (marks?.isFree(place) ?? true)) {
      labels.take(place);
      return place;
    }
  }
  return null;
}
