import { expect, test } from 'vitest';
import { minimapCorner } from './minimap-corner.ts';

const map = { width: 160, height: 140 };
const drawing = { width: 800, height: 700 };
const corner = (...places: readonly (readonly [number, number])[]) =>
  minimapCorner(
    places.map(([x, y]) => ({ x, y })),
    map,
    drawing,
  );

test('the map makes way for what is lit, where its other corner is free', () => {
  expect(corner([100, 650])).toBe('top');
  expect(corner([100, 650], [500, 50])).toBe('top');
  expect(corner([100, 650], [100, 50])).toBe('bottom');
});

test('the map stays where nothing lit lies under it', () => {
  expect(corner()).toBe('bottom');
  expect(corner([100, 300], [500, 650])).toBe('bottom');
  expect(corner([-20, 650], [100, 900])).toBe('bottom');
});
