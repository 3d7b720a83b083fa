/** The ledger on disk: where it stands, reading it, and writing it so that a crash leaves the old or the new one whole. */
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Ledger, parseLedger } from '../../curation/ledger.ts';
import { GuanxiError } from '../../errors.ts';

/** Name of the ledger in the folder of a corpus. A file of this name there is never read as articles. */
export const LEDGER_NAME = 'curation.jsonl';

/** A ledger beyond this size is not read. */
export const LARGEST_LEDGER = 32 * 1024 * 1024;

/** The ledger of a corpus: in the first of its folders, or beside the first of its files. */
export function ledgerOf(paths: readonly string[]): string {
  const first = paths[0] ?? '.';
  const isFile = statSync(first, { throwIfNoEntry: false })?.isFile() ?? false;
  return join(isFile ? dirname(first) : first, LEDGER_NAME);
}

/** A ledger with its text. */
export interface LedgerFile extends Ledger {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads a ledger; one that does not exist is empty.
 *
 * @throws GuanxiError `LEDGER_UNREADABLE` when it cannot be read, is not UTF-8 or is beyond all measure
 */
export async function readLedger(file: string): Promise<LedgerFile> {
  const text = await readLedgerText(file);
  return { file, text, ...parseLedger(text, file) };
}

/** The text of a ledger; empty where there is none. */
export async function readLedgerText(file: string): Promise<string> {
  const refuse = (what: string, cause?: unknown) =>
    new GuanxiError('LEDGER_UNREADABLE', `${file}: ${what}.`, { file }, cause === undefined ? {} : { cause });
  try {
    const info = await stat(file);
    if (!info.isFile()) throw refuse('the ledger is not a file; name another with --curation');
    if (info.size > LARGEST_LEDGER) {
      throw refuse(`the ledger is larger than ${LARGEST_LEDGER} bytes; is it one? Name another with --curation`);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (cause) {
    if (cause instanceof GuanxiError) throw cause;
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    if (cause instanceof TypeError) throw refuse('the ledger is not UTF-8 text; convert it', cause);
    throw refuse('the ledger cannot be read; check its permissions', cause);
  }
}

/**
 * Writes a ledger: beside it first, on the disk, then in its place. A link stays a link, and permissions stay.
 *
 * @throws GuanxiError `LEDGER_UNWRITABLE`
 */
export async function writeLedgerText(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  // Hidden, so that a build that runs meanwhile does not take it for an article.
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
  try {
    const known = await stat(target).catch(() => undefined);
    const handle = await open(draft, 'wx');
    try {
      if (known !== undefined) await handle.chmod(known.mode);
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, target);
    await syncFolder(dirname(target));
  } catch (cause) {
    await rm(draft, { force: true });
    throw new GuanxiError(
      'LEDGER_UNWRITABLE',
      `${file}: the decision could not be written (${cause instanceof Error ? cause.message : String(cause)}).`,
      { file },
      { cause },
    );
  }
}

/** Some systems cannot sync a folder; the file itself is safe by then. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
