import { expect, test } from 'vitest';
import { layOutFlow, smoothPath } from './flow-layout.ts';

const box = (key: string) => ({ key, width: 100, height: 40 });
const line = (key: string, from: string, to: string) => ({ key, from, to, width: 60, height: 16 });

test('stands what is invested in to the right of who invests, and no box on another', () => {
  const { boxes, lines } = layOutFlow(['a', 'b', 'c', 'd'].map(box), [
    line('1', 'a', 'b'),
    line('2', 'a', 'c'),
    line('3', 'c', 'd'),
    line('4', 'a', 'b'),
  ]);
  const at = (key: string) => boxes.get(key) ?? { x: 0, y: 0 };
  expect(at('a').x).toBeLessThan(at('b').x);
  expect(at('c').x).toBeLessThan(at('d').x);
  expect(Math.abs(at('b').y - at('c').y)).toBeGreaterThanOrEqual(40);
  expect(lines.get('1')?.label).not.toEqual(lines.get('4')?.label);
});

test('lays out a circle of owners', () => {
  const { boxes } = layOutFlow(['a', 'b'].map(box), [line('1', 'a', 'b'), line('2', 'b', 'a')]);
  expect(boxes.size).toBe(2);
});

test('draws a path that begins and ends where the line does', () => {
  const path = smoothPath([
    { x: 0, y: 0 },
    { x: 5, y: 5 },
    { x: 10, y: 0 },
  ]);
  expect(path.startsWith('M0 0')).toBe(true);
  expect(path.endsWith('10 0')).toBe(true);
});
