/**
 * Searches for paths, which may take seconds in a large network, in threads of their own, so that a server goes on
 * answering everybody else.
 */
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { ServedPaths } from '../../outputs/served.ts';
import { type PathConditions, searchPaths } from '../store/read/paths.ts';
import type { SnapshotSource } from '../store/snapshot.ts';
import { Refusal } from './http.ts';

/** A question for paths. */
export interface PathQuestion {
  /** Node ids. */
  readonly from: string;
  readonly to: string;
  readonly conditions: PathConditions;
}

/** What a search came to: undefined where there is no network, `paths` undefined where one of the ends is not in it. */
export type PathAnswer = { readonly paths: ServedPaths | undefined } | undefined;

/** Searches for paths. */
export interface PathSearch {
  /** @throws Refusal 503 where too many wait already */
  search(question: PathQuestion): Promise<PathAnswer>;
  close(): Promise<void>;
}

/** Searches that may wait for a thread; whoever comes then is asked to come again. */
const MOST_WAITING = 16;

/** Milliseconds after which a thread that has nothing to do ends. */
const IDLE = 30_000;

/** Answers from a snapshot. */
export function answerPaths(snapshots: SnapshotSource, { from, to, conditions }: PathQuestion): PathAnswer {
  return snapshots.read((snapshot) => ({ paths: searchPaths(snapshot, from, to, conditions) }));
}

/**
 * Makes a search. Nothing is started before the first question.
 *
 * @param root the output folder
 * @param threads how many searches go on at a time; with 0 they run in the calling thread, one by one
 */
export function createPathSearch(root: string, snapshots: SnapshotSource, threads: number): PathSearch {
  if (threads === 0) {
    return { search: async (question) => answerPaths(snapshots, question), close: async () => {} };
  }
  let pool: Piscina<PathQuestion, PathAnswer> | undefined;
  return {
    async search(question) {
      pool ??= new Piscina<PathQuestion, PathAnswer>({
        filename: fileURLToPath(new URL('./path-worker.js', import.meta.url)),
        minThreads: 0,
        maxThreads: threads,
        maxQueue: MOST_WAITING,
        idleTimeout: IDLE,
        workerData: root,
      });
      if (pool.queueSize >= MOST_WAITING) throw new Refusal(503, 'Too many searches wait already; try again.');
      return pool.run(question);
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
