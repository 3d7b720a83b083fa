import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FlowTie, traceFlow } from './flow.ts';

const tie = (source: number, target: number, either = false): FlowTie => ({ source, target, either });
const both = { up: true, down: true, hops: 9 };

test('stands investors upstream and holdings downstream, each by its steps', () => {
  const ties = [tie(0, 1), tie(1, 2), tie(2, 3), tie(2, 4)];
  const { levels } = traceFlow(ties, 2, both);
  expect(Object.fromEntries(levels)).toEqual({ 0: -2, 1: -1, 2: 0, 3: 1, 4: 1 });
});

test('does not take who else invested downstream for an investor of the start', () => {
  const { levels } = traceFlow([tie(0, 2), tie(1, 2)], 0, both);
  expect([...levels.keys()]).not.toContain(1);
});

test('says how many names lie further off', () => {
  const { levels, further } = traceFlow([tie(0, 1), tie(1, 2), tie(2, 3)], 0, { ...both, hops: 1 });
  expect(levels.size).toBe(2);
  expect(further).toBe(2);
});

test('follows a tie without direction either way', () => {
  expect(traceFlow([tie(1, 0, true)], 0, { up: false, down: true, hops: 1 }).levels.get(1)).toBe(1);
});

test('every tie it gives lies between names it gives, whatever the network', () => {
  const ends = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ source: ends, target: ends, either: fc.boolean() }), { maxLength: 40 }),
      fc.integer({ min: 0, max: 4 }),
      (ties, hops) => {
        const { levels, ties: inside } = traceFlow(ties, 0, { up: true, down: true, hops });
        for (const level of levels.values()) expect(Math.abs(level)).toBeLessThanOrEqual(hops);
        for (const index of inside) {
          expect(levels.has(ties[index]?.source ?? -1) && levels.has(ties[index]?.target ?? -1)).toBe(true);
        }
      },
    ),
  );
});
