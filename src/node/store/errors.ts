/** Errors of SQLite in words. Codes: https://sqlite.org/rescode.html */
import { GuanxiError } from '../../errors.ts';

const CODE = { busy: 5, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 } as const;

const REASONS: Readonly<Record<number, string>> = {
  [CODE.readOnly]: 'it may not be written; change its permissions, or choose another folder with -o',
  [CODE.ioError]: 'the disk reports an error, or is full',
  [CODE.full]: 'the disk is full; free some space and run again: what was read so far is kept',
  [CODE.cannotOpen]: 'it cannot be opened; change its permissions, or choose another folder with -o',
};

/** The primary result code of an error that SQLite gave, or undefined for other errors. */
function codeOf(cause: unknown): number | undefined {
  if (!(cause instanceof Error) || !('errcode' in cause)) return undefined;
  return Number(cause.errcode) & 0xff;
}

/** True for an error that SQLite gave. */
export function isStoreError(cause: unknown): boolean {
  return codeOf(cause) !== undefined;
}

/** True when another process holds the database. */
export function isBusy(cause: unknown): boolean {
  return codeOf(cause) === CODE.busy;
}

/** True when the file is damaged or no database at all. */
export function isDamage(cause: unknown): boolean {
  const code = codeOf(cause);
  return code === CODE.corrupt || code === CODE.notADatabase;
}

/** The error to show for one of SQLite's; other errors come back as they are. */
export function storeError(cause: unknown, file: string): unknown {
  const code = codeOf(cause);
  if (code === undefined || isDamage(cause)) return cause;
  const reason = REASONS[code] ?? (cause as Error).message;
  return new GuanxiError('STORE_FAILED', `The store ${file} failed: ${reason}.`, { file }, { cause });
}
