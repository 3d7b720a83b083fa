/** What a long run tells of itself. */

/** A step of a build, in order. */
export type Stage = 'extract' | 'resolve' | 'graph' | 'write' | 'store';

/** Where a run stands. */
export interface Progress {
  readonly stage: Stage;
  /** Bytes or items done and in all; equal when the stage is over. */
  readonly done: number;
  readonly total: number;
  /** Documents read so far. */
  readonly documents: number;
  /** Problems met so far. */
  readonly problems: number;
}

/** Receives progress. */
export type OnProgress = (progress: Progress) => void;
