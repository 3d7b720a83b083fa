import { expect, test, vi } from 'vitest';
import { networkOf } from '../../../test/support/network.ts';
import { createDataset } from './dataset.ts';
import { carryCamera, type EventConnection, followBuilds } from './follow.ts';

test('builds are told, and one that a lost connection may have missed', () => {
  const listeners = new Map<string, () => void>();
  const close = vi.fn();
  const connection: EventConnection = { addEventListener: (type, listener) => listeners.set(type, listener), close };
  const onBuild = vi.fn();
  const unfollow = followBuilds(connection, onBuild);
  listeners.get('open')?.();
  expect(onBuild).not.toHaveBeenCalled();
  listeners.get('built')?.();
  expect(onBuild).toHaveBeenCalledTimes(1);
  listeners.get('error')?.();
  listeners.get('open')?.();
  expect(onBuild).toHaveBeenCalledTimes(2);
  unfollow();
  expect(close).toHaveBeenCalled();
});

test('the camera looks at the same place of a network that has grown, at the same scale', () => {
  const placed = (places: Readonly<Record<string, readonly [number, number]>>) => {
    const network = networkOf([], Object.keys(places));
    const at = network.nodes.id.map((id) => places[id] ?? [0, 0]);
    return createDataset({
      ...network,
      nodes: { ...network.nodes, x: at.map(([x]) => x), y: at.map(([, y]) => y) },
    });
  };
  const before = placed({ 'place:甲': [0, 0], 'place:乙': [100, 50] });
  const after = placed({ 'place:甲': [0, 0], 'place:乙': [100, 50], 'place:丙': [300, -350] });
  // The middle of the first drawing is (50, 25), of the second (150, -150); their larger sides are 100 and 400.
  expect(carryCamera({ x: 0.5, y: 0.5, ratio: 0.4, angle: 0.1 }, before, after)).toEqual({
    x: 0.5 - 100 / 400,
    y: 0.5 + 175 / 400,
    ratio: 0.1,
    angle: 0.1,
  });
  expect(carryCamera(null, before, after)).toBeNull();
});
