import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readShelf, readViews, withView, writeShelf, writeViews } from './saved-views.ts';

test('views survive a file, whatever their names', () => {
  const view = fc.record({ name: fc.string({ maxLength: 50 }), note: fc.string(), address: fc.string() });
  fc.assert(
    fc.property(fc.array(view), (views) => {
      expect(readViews(writeViews(views))).toEqual(views);
    }),
  );
});

test('a file of something else is refused, and a damaged view left out', () => {
  expect(readViews('{"nodes":[]}')).toBeNull();
  expect(readViews('<html>')).toBeNull();
  expect(readViews('{"format":"guanxi-views","version":1,"views":[{"name":1},{"name":"a","address":"b"}]}')).toEqual([
    { name: 'a', note: '', address: 'b' },
  ]);
});

test('a browser that keeps nothing is no error', () => {
  const forbidden = {
    getItem: (): string => {
      throw new Error('forbidden');
    },
    setItem: (): void => {
      throw new Error('forbidden');
    },
  };
  expect(readShelf(forbidden, 't')).toEqual([]);
  expect(writeShelf(forbidden, 't', [])).toBe(false);
});

test('a view of the same name takes the place of the one before', () => {
  const one = { name: 'a', note: '', address: '1' };
  expect(withView([one, { ...one, name: 'b' }], { ...one, address: '2' }).map(({ address }) => address)).toEqual([
    '2',
    '1',
  ]);
});
