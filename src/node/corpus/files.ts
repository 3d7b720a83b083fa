/** Finds the files of a corpus. */
import type { BigIntStats, Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { GuanxiError, type Problem } from '../../errors.ts';
import { LEDGER_NAME } from '../ledger/ledger-file.ts';
import { compareCodeUnits } from './compare.ts';
import { FORMAT_ENDINGS, formatOf } from './formats.ts';

/** A file to read. */
export interface CorpusFile {
  /** Path to open, as the user named it or joined to the folder that the user named. */
  readonly path: string;
  /** Path relative to the folder given, with forward slashes; the base name where the file itself was given. */
  readonly id: string;
  readonly bytes: number;
  /**
   * Size and times of change in nanoseconds: while it stays the same, the file is. Undefined within two seconds of a
   * change, when a second one could pass unseen on a file system with coarse times.
   */
  readonly stamp?: string;
}

/** Coarsest step of a file system's times (FAT), in milliseconds. */
const COARSE_TIME = 2000;

/** Files of a folder that are looked at together: a folder may hold a million. */
const AT_ONCE = 64;

/** The files of a corpus in reading order, and what could not be listed. */
export interface FileList {
  readonly files: readonly CorpusFile[];
  /** Sum over the files: a total for a progress display. */
  readonly bytes: number;
  readonly problems: readonly Problem[];
}

interface Walk {
  readonly files: CorpusFile[];
  readonly problems: Problem[];
  /** Real paths of files taken, so that a file reached twice is read once. */
  readonly taken: Set<string>;
  /** The ledger, resolved: no article. */
  readonly ledger: string | undefined;
  /** Real path of a folder to leave out. */
  readonly except: string | undefined;
}

/**
 * Lists the files under the paths given, sorted by id (UTF-16 code units), whatever order the system lists them in.
 * Symbolic links are followed, each real file is taken once, names that begin with a dot are left out.
 *
 * @param options.ledger the ledger of the corpus, which is left out; another file of its name at the top of a folder is
 * reported
 * @param options.except a folder to leave out, which may lie within the others: what we write there is no news
 * @throws GuanxiError `READ_NOT_FOUND` when a path given does not exist, `READ_NO_FILES` when nothing can be read
 */
export async function listFiles(
  paths: readonly string[],
  { ledger, except }: { readonly ledger?: string; readonly except?: string } = {},
): Promise<FileList> {
  const walk: Walk = {
    files: [],
    problems: [],
    taken: new Set(),
    ledger: ledger === undefined ? undefined : resolve(ledger),
    except: except === undefined ? undefined : await realpath(except).catch(() => resolve(except)),
  };
  for (const path of paths) await listRoot(path, walk);
  walk.files.sort((a, b) => compareCodeUnits(a.id, b.id) || compareCodeUnits(a.path, b.path));
  walk.problems.sort((a, b) => compareCodeUnits(a.place.file ?? '', b.place.file ?? ''));
  if (walk.files.length === 0 && walk.problems.length === 0) {
    throw new GuanxiError(
      'READ_NO_FILES',
      `There is nothing to read in ${paths.join(', ') || 'an empty list of paths'}. Put articles there (${FORMAT_ENDINGS.join(' ')}) or name another folder.`,
      paths[0] === undefined ? {} : { file: paths[0] },
    );
  }
  const bytes = walk.files.reduce((sum, file) => sum + file.bytes, 0);
  return { files: walk.files, bytes, problems: walk.problems };
}

async function listRoot(path: string, walk: Walk): Promise<void> {
  let info: BigIntStats;
  let real: string;
  try {
    info = await stat(path, { bigint: true });
    real = await realpath(path);
  } catch (cause) {
    const code = errorCode(cause);
    if (code === 'EACCES' || code === 'ELOOP') {
      walk.problems.push(problemOf(cause, path));
      return;
    }
    throw new GuanxiError(
      'READ_NOT_FOUND',
      `${path} does not exist. Check the spelling; relative paths start at ${process.cwd()}.`,
      { file: path },
      { cause },
    );
  }
  if (info.isDirectory()) await listFolder(path, '', [], walk);
  else listFile(path, basename(resolve(path)), info, real, walk);
}

/** @param above real paths of the folders that lead here: a link back to one of them is a loop */
async function listFolder(path: string, id: string, above: readonly string[], walk: Walk): Promise<void> {
  let real: string;
  let entries: Dirent[];
  try {
    real = await realpath(path);
    if (real === walk.except) return;
    if (above.includes(real)) {
      walk.problems.push({
        code: 'READ_LOOP',
        message: `${path} is a link back to a folder above it, so it is not followed. Remove the link to silence this.`,
        place: { file: path },
      });
      return;
    }
    entries = await readdir(path, { withFileTypes: true });
  } catch (cause) {
    walk.problems.push(problemOf(cause, path));
    return;
  }
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  visible.sort((a, b) => compareCodeUnits(a.name, b.name));
  for (let from = 0; from < visible.length; from += AT_ONCE) {
    const children = visible.slice(from, from + AT_ONCE).map((entry) => ({ entry, child: join(path, entry.name) }));
    const found = children.map(async ({ entry, child }) =>
      entry.isDirectory() ? undefined : await stat(child, { bigint: true }).catch((cause: unknown) => ({ cause })),
    );
    for (const [index, info] of (await Promise.all(found)).entries()) {
      const { entry, child } = children[index] ?? {};
      if (entry === undefined || child === undefined) continue;
      const childId = id === '' ? entry.name : `${id}/${entry.name}`;
      if (info === undefined) await listFolder(child, childId, [...above, real], walk);
      else if ('cause' in info) walk.problems.push(problemOf(info.cause, child));
      else if (info.isDirectory()) await listFolder(child, childId, [...above, real], walk);
      else {
        const resolved = entry.isSymbolicLink() ? await realpath(child).catch(() => child) : join(real, entry.name);
        listFile(child, childId, info, resolved, walk);
      }
    }
  }
}

/** @param real the path without links, which tells a file that is reached twice */
function listFile(path: string, id: string, info: BigIntStats, real: string, walk: Walk): void {
  if (resolve(path) === walk.ledger) return;
  if (id === LEDGER_NAME) {
    walk.problems.push({
      code: 'READ_LEDGER',
      message: `${path} is a ledger of decisions, but ${walk.ledger === undefined ? 'none' : 'another one'} is followed. Name it with --curation, or rename it if it holds articles.`,
      place: { file: path },
    });
    return;
  }
  if (!info.isFile()) {
    walk.problems.push({
      code: 'READ_NOT_A_FILE',
      message: `${path} is neither a file nor a folder (a device, socket or pipe) and is left out.`,
      place: { file: path },
    });
    return;
  }
  if (formatOf(path) === undefined) {
    walk.problems.push({
      code: 'READ_UNSUPPORTED',
      message: `${path} has an ending that is not read. Convert it to one of ${FORMAT_ENDINGS.join(' ')} (each may end in .gz as well).`,
      place: { file: path },
    });
    return;
  }
  if (walk.taken.has(real)) return;
  walk.taken.add(real);
  const settled = Date.now() - Number(info.mtimeMs) > COARSE_TIME;
  walk.files.push({
    path,
    id,
    bytes: Number(info.size),
    ...(settled ? { stamp: `${info.size} ${info.mtimeNs} ${info.ctimeNs}` } : {}),
  });
}

/** A problem for an error of the file system, in words. */
export function problemOf(cause: unknown, file: string): Problem {
  const code = errorCode(cause);
  const place = { file };
  if (code === 'EACCES' || code === 'EPERM') {
    return {
      code: 'READ_FORBIDDEN',
      message: `${file} may not be read. Change its permissions (chmod u+r) or leave it out.`,
      place,
    };
  }
  if (code === 'ELOOP') {
    return { code: 'READ_LOOP', message: `${file} is a link that leads back to itself. Remove it.`, place };
  }
  if (code === 'ENOENT') {
    return {
      code: 'READ_GONE',
      message: `${file} is not there: a link to nothing, or removed while the corpus was read. Remove the link or run again.`,
      place,
    };
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return { code: 'READ_FAILED', message: `${file} could not be read: ${reason}`, place };
}

function errorCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}
