/** Bounds on what reading may take, so that no file can exhaust the memory. */

/** The limits of {@link readCorpus}; a file beyond one of them gives a problem, and the rest is read. */
export interface ReadLimits {
  /** Bytes of a file that has to be read whole: everything but `.jsonl`, `.ndjson` and `.csv`, which are streamed. */
  readonly fileBytes: number;
  /**
   * Bytes that a `.gz` file, or the parts of a `.docx` that are read, may unpack to. A streamed format may unpack to
   * more, as long as it is packed no better than {@link ReadLimits.packing} to one.
   */
  readonly unpackedBytes: number;
  /** Text packs about four to one, repetitive JSON thirty to one, and nothing but a bomb a thousand to one. */
  readonly packing: number;
  /** UTF-16 code units of one line of `.jsonl` and of one record of `.csv`. */
  readonly recordLength: number;
  /** Pages of a `.pdf`. */
  readonly pdfPages: number;
}

/** Far above any newspaper article, and below what a small machine holds. */
export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 128 * 2 ** 20,
  unpackedBytes: 256 * 2 ** 20,
  packing: 200,
  recordLength: 16 * 2 ** 20,
  pdfPages: 2000,
};

/** Bytes as a person reads them: `1.5 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${Number(value.toFixed(1))} ${units[unit]}`;
}
