/** Days and months as plain numbers, and their ISO 8601 form. */

/** A date as precise as known: year, year and month, or a day. */
export interface CalendarDate {
  readonly year: number;
  /** 1…12 */
  readonly month?: number;
  /** 1…31; only with a month. */
  readonly day?: number;
}

/** A date known to the day. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MS_PER_DAY = 86_400_000;

/** Number of days of a month (1…12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** True when the calendar has this date and it lies in a time that news speaks of (1000 to 2199). */
export function isDate({ year, month, day }: CalendarDate): boolean {
  if (year < 1000 || year > 2199) return false;
  if (month === undefined) return day === undefined;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month));
}

/** ISO 8601 text: `2016`, `2016-04` or `2016-04-06`. */
export function toIso({ year, month, day }: CalendarDate): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  if (month === undefined) return String(year);
  return day === undefined ? `${year}-${pad(month)}` : `${year}-${pad(month)}-${pad(day)}`;
}

/** Reads ISO 8601 text, a time of day behind it ignored; `undefined` when it is not a date. */
export function fromIso(text: string): CalendarDate | undefined {
  const match = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?![0-9])/.exec(text);
  if (!match) return undefined;
  const date: CalendarDate = {
    year: Number(match[1]),
    ...(match[2] === undefined ? {} : { month: Number(match[2]) }),
    ...(match[3] === undefined ? {} : { day: Number(match[3]) }),
  };
  return isDate(date) ? date : undefined;
}

/** The day so many days later (earlier when negative). */
export function addDays(date: CalendarDay, days: number): CalendarDay {
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day) + days * MS_PER_DAY);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** The month so many months later (earlier when negative). */
export function addMonths(year: number, month: number, months: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** Day of the week, Monday 1 to Sunday 7. */
export function weekday(date: CalendarDay): number {
  const day = new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay();
  return day === 0 ? 7 : day;
}

/** Orders dates; a less precise date counts as its first day. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || (a.month ?? 1) - (b.month ?? 1) || (a.day ?? 1) - (b.day ?? 1);
}
