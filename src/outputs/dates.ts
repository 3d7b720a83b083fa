/** Partial dates as whole days, for formats that know only whole days. */

const LAST_DAY = 31;

/** First day of a date as precise as `2016`, `2016-04` or `2016-04-06`; undefined for anything else. */
export function firstDay(date: string | undefined): string | undefined {
  const parts = parse(date);
  return parts && `${parts.year}-${parts.month ?? '01'}-${parts.day ?? '01'}`;
}

/** Last day of such a date. */
export function lastDay(date: string | undefined): string | undefined {
  const parts = parse(date);
  if (parts === undefined) return undefined;
  const month = parts.month ?? '12';
  const day = parts.day ?? String(daysOf(Number(parts.year), Number(month))).padStart(2, '0');
  return `${parts.year}-${month}-${day}`;
}

function parse(date: string | undefined): { year: string; month?: string; day?: string } | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date ?? '');
  const [, year, month, day] = match ?? [];
  if (year === undefined || year === '0000') return undefined;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return undefined;
  if (day !== undefined && (Number(day) < 1 || Number(day) > daysOf(Number(year), Number(month)))) return undefined;
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

function daysOf(year: number, month: number): number {
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Number.isNaN(day) ? LAST_DAY : day;
}
