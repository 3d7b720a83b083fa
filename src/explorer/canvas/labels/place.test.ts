import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRoom, type LabelRequest, type Place, placeLabel } from './place.ts';

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
});
