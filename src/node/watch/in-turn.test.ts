import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

test('calls during a run are answered by one more run, which begins after it', async () => {
  const ends: (() => void)[] = [];
  let [started, most, now] = [0, 0, 0];
  const run = inTurn(async () => {
    const number = ++started;
    most = Math.max(most, ++now);
    await new Promise<void>((done) => ends.push(done));
    now--;
    return number;
  });
  const first = run();
  const [second, third] = [run(), run()];
  ends.shift()?.();
  expect(await first).toBe(1);
  await Promise.resolve();
  const fourth = run();
  while (ends.length === 0) await Promise.resolve();
  ends.shift()?.();
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  while (ends.length === 0) await Promise.resolve();
  ends.shift()?.();
  expect(await fourth).toBe(3);
  expect([started, most]).toEqual([3, 1]);
});

test('a run that fails does not stop the next', async () => {
  let runs = 0;
  const run = inTurn(async () => {
    if (++runs === 1) throw new Error('first');
    return runs;
  });
  const first = run();
  const second = run();
  await expect(first).rejects.toThrow('first');
  expect(await second).toBe(2);
});
