import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarks, createRoom, type LabelRequest, type Place, placeLabel } from './place.ts';

const request: fc.Arbitrary<LabelRequest> = fc.record({
  x: fc.integer({ min: -300, max: 900 }),
  y: fc.integer({ min: -300, max: 900 }),
  radius: fc.integer({ min: 1, max: 24 }),
  width: fc.integer({ min: 10, max: 180 }),
  height: fc.integer({ min: 12, max: 34 }),
});

describe('label placement', () => {
  it('never lets two labels touch', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 60 }), (requests) => {
        const room = createRoom();
        const placed = requests.map((one) => placeLabel(one, room, null, null)).filter((place) => place !== null);
        placed.forEach((a, i) => {
          placed.forEach((b, j) => {
            const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            if (i < j) expect(apart).toBe(true);
          });
        });
      }),
    );
  });

  it('serves the first that asks, and moves the next one aside', () => {
    const room = createRoom();
    const one: LabelRequest = { x: 100, y: 100, radius: 5, width: 60, height: 14 };
    const first = placeLabel(one, room, null, null);
    const second = placeLabel({ ...one, x: 104 }, room, null, null);
    expect(first?.align).toBe('left');
    expect(second?.align).not.toBe('left');
  });

  it('keeps off nodes where it is told to, and stays within bounds', () => {
    const marks = createRoom();
    marks.take({ left: 110, top: 95, right: 130, bottom: 105 });
    const one: LabelRequest = { x: 100, y: 100, radius: 5, width: 60, height: 14 };
    expect(placeLabel(one, createRoom(), marks, null)?.align).toBe('right');
    const bounds = { left: 60, top: 0, right: 400, bottom: 400 };
    const place = placeLabel(one, createRoom(), marks, bounds) as Place;
    expect(place.align).toBe('center');
  });

  it('shifts with the view: the same picture moved gives the same places moved', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 25 }), fc.integer({ min: -200, max: 200 }), (requests, shift) => {
        const [here, there] = [createRoom(), createRoom()];
        for (const one of requests) {
          const a = placeLabel(one, here, null, null);
          const b = placeLabel({ ...one, x: one.x + shift }, there, null, null);
          expect(b?.left).toBe(a === null ? undefined : a.left + shift);
        }
      }),
    );
  });

  it('marks never call free what a node covers, and answer alike wherever the drawing is panned to', () => {
    const whole = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(whole, whole, whole, whole, fc.integer({ min: -90, max: 90 }), (x, y, left, top, shift) => {
        const box = { left, top, right: left + 60, bottom: top + 14 };
        const covers = x - 5 < box.right && x + 5 > box.left && y - 5 < box.bottom && y + 5 > box.top;
        const far = x - 10 > box.right || x + 10 < box.left || y - 10 > box.bottom || y + 10 < box.top;
        const here = createMarks(400, 400, 100, { x: 0, y: 0 });
        const there = createMarks(400, 400, 100, { x: shift, y: 0 });
        here.mark(x, y, 5);
        there.mark(x + shift, y, 5);
        if (covers) expect(here.isFree(box)).toBe(false);
        if (far) expect(here.isFree(box)).toBe(true);
        const moved = { ...box, left: left + shift, right: left + 60 + shift };
        expect(there.isFree(moved)).toBe(here.isFree(box));
      }),
    );
  });
});
