import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guanxi-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('whoever comes second is told who is at work, and is let in afterwards', () => {
  const first = takeLock(folder, 'out');
  expect(() => takeLock(folder, 'out')).toThrow(`out is being built by another process (${process.pid}, since `);
  first.release();
  takeLock(folder, 'out').release();
});

test('a note of a process that is no more names nobody', () => {
  const first = takeLock(folder, 'out');
  // No system gives a process so large a number.
  writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: 2 ** 30, since: '2026-01-02T03:04:05.678Z' }));
  expect(() => takeLock(folder, 'out')).toThrow('out is being built by another process. Wait until it ends');
  first.release();
});
