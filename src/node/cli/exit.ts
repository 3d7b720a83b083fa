/** Exit codes of the command line. */
export const EXIT = {
  /** Everything was done. */
  ok: 0,
  /** It was done, but some input could not be read, or a name or path was not found. */
  partial: 1,
  /** The command or its options are wrong, or nothing could be done. */
  failed: 2,
} as const;
