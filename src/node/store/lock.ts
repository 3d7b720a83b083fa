/**
 * One build at a time in one folder. The lock is SQLite's own on a file of its own: the system drops it when the
 * process ends, however it ends, so that a lock can never be left behind.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { GuanxiError } from '../../errors.ts';
import { writeError } from '../write/output.ts';
import { isBusy, isStoreError, storeError } from './errors.ts';

/** A lock that is held. */
export interface Lock {
  release(): void;
}

/**
 * Takes the lock of a folder.
 *
 * @param folder the store's folder, which exists
 * @param output the output folder as the user named it, for the message
 * @throws GuanxiError `BUILD_BUSY` when another build holds it, `STORE_FAILED` or `WRITE_FAILED` when the folder cannot be
 * written
 */
export function takeLock(folder: string, output: string): Lock {
  const file = join(folder, 'lock.sqlite');
  const owner = join(folder, 'lock.json');
  let database: DatabaseSyncInstance;
  try {
    database = new DatabaseSync(file);
  } catch (cause) {
    throw storeError(cause, file);
  }
  try {
    database.exec('BEGIN EXCLUSIVE');
    writeFileSync(owner, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  } catch (cause) {
    database.close();
    if (!isStoreError(cause)) throw writeError(owner, cause);
    if (!isBusy(cause)) throw storeError(cause, file);
    throw new GuanxiError(
      'BUILD_BUSY',
      `${output} is being built by another process${describe(owner)}. Wait until it ends, or choose another folder with -o.`,
      { file: output },
      { cause },
    );
  }
  return {
    release() {
      rmSync(owner, { force: true });
      database.exec('ROLLBACK');
      database.close();
    },
  };
}

/** How often, and after how many milliseconds each, the note of the one who holds the lock is looked for. */
const LOOKS = { most: 20, pause: 25 } as const;

/**
 * ` (12345, since 2026-01-02T03:04:05.678Z)`, where the other process has said so. It takes the lock first and says so
 * then; a note that a killed process left behind speaks of nobody.
 */
function describe(owner: string): string {
  for (let look = 0; look < LOOKS.most; look++) {
    try {
      const { pid, since } = JSON.parse(readFileSync(owner, 'utf8'));
      process.kill(Number(pid), 0);
      return ` (${Number(pid)}, since ${String(since)})`;
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOKS.pause);
    }
  }
  return '';
}
