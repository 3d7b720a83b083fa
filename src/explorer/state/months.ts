/** Dates of any precision as months, for the date filter. A month is one number: year × 12 + month − 1. */

const ISO = /^(\d{4})(?:-(\d{2}))?/;

/** First month that an ISO date of any precision covers; −1 where there is none. `2016` gives January. */
export function firstMonthOf(date: string | null): number {
  const match = date === null ? null : ISO.exec(date);
  return match === null ? -1 : Number(match[1]) * 12 + (match[2] === undefined ? 0 : Number(match[2]) - 1);
}

/** Last month that an ISO date of any precision covers; −1 where there is none. `2016` gives December. */
export function lastMonthOf(date: string | null): number {
  const match = date === null ? null : ISO.exec(date);
  return match === null ? -1 : Number(match[1]) * 12 + (match[2] === undefined ? 11 : Number(match[2]) - 1);
}

/** A month as ISO 8601: `2016-04`. */
export function monthToIso(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** One bar of the histogram: ties whose first date falls into it. */
export interface MonthBin {
  /** First and last month of the bar. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Counts months into at most `most` bars of 1, 3, 12, 60 or 120 months, whichever is the finest that fits.
 * Months below 0 (no date) are left out.
 */
export function binMonths(months: ArrayLike<number>, counted: (index: number) => boolean, most = 48): MonthBin[] {
  let low = Number.POSITIVE_INFINITY;
  let high = -1;
  for (let i = 0; i < months.length; i++) {
    const month = months[i] ?? -1;
    if (month < 0) continue;
    low = Math.min(low, month);
    high = Math.max(high, month);
  }
  if (high < 0) return [];
  const width = [1, 3, 12, 60, 120].find((w) => Math.floor(high / w) - Math.floor(low / w) < most) ?? 1200;
  const first = Math.floor(low / width);
  const counts = new Array<number>(Math.floor(high / width) - first + 1).fill(0);
  for (let i = 0; i < months.length; i++) {
    const month = months[i] ?? -1;
    if (month < 0 || !counted(i)) continue;
    const bin = Math.floor(month / width) - first;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, i) => ({ from: (first + i) * width, to: (first + i + 1) * width - 1, count }));
}
