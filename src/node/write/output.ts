/** Writes an output folder so that a run that is cut off leaves the one before it whole. */
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GuanxiError } from '../../errors.ts';

/** A file of the output folder. */
export interface WrittenFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
}

/** An output folder that is being written. */
export interface OutputFolder {
  /** Where unfinished files stand until `commit`. */
  readonly staging: string;
  /** Writes one file; `path` is relative and must stay within the folder. */
  write(path: string, chunks: Iterable<string | Uint8Array>): Promise<void>;
  /** Moves all files to their places and removes what an earlier build left in folders that are ours. */
  commit(): Promise<readonly WrittenFile[]>;
}

const STAGING = '.partial';

/** The file that names the files that belong to it. */
const ENTRANCE = 'explorer/network.json';

/** Folders that hold nothing but what `build` writes, so that what is not written again is stale. */
const OWNED = ['explorer', 'assets'];

/**
 * Opens a folder for writing; what an interrupted run left half-done is cleared away.
 *
 * @throws GuanxiError `WRITE_FAILED`, naming the file and the cause (no space, no permission)
 */
export async function openOutput(folder: string): Promise<OutputFolder> {
  const root = resolve(folder);
  const staging = join(root, STAGING);
  await guardWrite(staging, async () => {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
  });
  return {
    staging,
    async write(path, chunks) {
      const target = join(staging, path);
      if (!target.startsWith(staging + sep)) {
        throw new GuanxiError('WRITE_OUTSIDE', `${path}: the file would lie outside the output folder.`, {
          file: path,
        });
      }
      await guardWrite(target, async () => {
        await mkdir(dirname(target), { recursive: true });
        await pipeline(Readable.from(chunks, { objectMode: true }), createWriteStream(target));
      });
    },
    async commit() {
      const files = await listAll(staging);
      const fresh = new Set(files.map(({ path }) => path));
      // What the page reads first comes last: until then it finds the network before, whole.
      const order = [
        ...files.filter(({ path }) => path !== ENTRANCE),
        ...files.filter(({ path }) => path === ENTRANCE),
      ];
      for (const { path } of order) {
        const target = join(root, path);
        await guardWrite(target, async () => {
          await mkdir(dirname(target), { recursive: true });
          await rename(join(staging, path), target);
        });
      }
      for (const owned of OWNED) {
        for (const { path } of await listAll(join(root, owned))) {
          if (!fresh.has(`${owned}/${path}`)) await rm(join(root, owned, path));
        }
        await removeEmpty(join(root, owned));
      }
      await rm(staging, { recursive: true, force: true });
      return files;
    },
  };
}

/** Removes the folders within a folder that hold nothing. */
async function removeEmpty(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    if (!entry.isDirectory()) continue;
    const child = join(folder, entry.name);
    await removeEmpty(child);
    if ((await readdir(child)).length === 0) await rmdir(child);
  }
}

/** True when the folder holds these files, of these sizes. */
export async function isUntouched(folder: string, files: readonly WrittenFile[]): Promise<boolean> {
  for (const { path, bytes } of files) {
    const found = await stat(join(folder, path)).catch(() => undefined);
    if (found?.size !== bytes) return false;
  }
  return files.length > 0;
}

async function listAll(folder: string): Promise<WrittenFile[]> {
  let entries: Awaited<ReturnType<typeof readEntries>>;
  try {
    entries = await readEntries(folder);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const full = join(entry.parentPath, entry.name);
        return { path: relative(folder, full).split(sep).join('/'), bytes: (await stat(full)).size };
      }),
  );
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

const readEntries = (folder: string) => readdir(folder, { recursive: true, withFileTypes: true });

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and run again',
  EACCES: 'permission denied; choose another folder with -o',
  EPERM: 'permission denied; choose another folder with -o',
  ENOENT: 'no folder can be made there; choose another one with -o',
  EROFS: 'the disk is read-only; choose another folder with -o',
  ENOTDIR: 'a file stands where a folder is needed; choose another folder with -o',
  EEXIST: 'a file stands where a folder is needed; choose another folder with -o',
};

/** The error to show when a path cannot be written: names it, the cause and what to do. */
export function writeError(path: string, cause: unknown): GuanxiError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reason = CAUSES[code] ?? (cause instanceof Error ? cause.message : String(cause));
  return new GuanxiError('WRITE_FAILED', `${path} cannot be written: ${reason}.`, { file: path }, { cause });
}

/**
 * Runs an action that writes.
 *
 * @throws GuanxiError `WRITE_FAILED`, naming the path, the cause and what to do
 */
export async function guardWrite(path: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (cause) {
    throw writeError(path, cause);
  }
}
