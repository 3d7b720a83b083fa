/** Dates of publication as data sets and pages write them. */

const NUMERIC = /^\D{0,10}?(\d{4})\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})(?!\d))?/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/;
const YEAR = /^(\d{4})\s*年?$/;
const EPOCH = /^\d{10}(?:\d{3})?$/;
const CHINESE_TIME_ZONE_HOURS = 8;

/**
 * Normalises a date of publication.
 *
 * @param value such as `2016-04-08 10:57:00`, `2016年4月8日`, `2016/4`, `20160408`, an RFC 2822 date or a Unix time
 * @returns ISO 8601 as precise as the value (`2016-04-08`, `2016-04`, `2016`), or undefined when it is no date. A time
 * in UTC gives the day in China, because a paper of 8 April is often stamped with the evening of the 7th
 */
export function normaliseDate(value: string | undefined): string | undefined {
  const text = value?.trim().normalize('NFKC') ?? '';
  if (text === '') return undefined;
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]00:?00)$/.test(text)) return fromTime(Date.parse(text));
  const parts = NUMERIC.exec(text) ?? COMPACT.exec(text);
  if (parts) return isoDate(parts[1], parts[2], parts[3]);
  const year = YEAR.exec(text);
  if (year) return plausibleYear(Number(year[1])) ? year[1] : undefined;
  if (EPOCH.test(text)) return fromTime(text.length === 10 ? Number(text) * 1000 : Number(text));
  return /^(?:[A-Z][a-z]{2,8},?\s+)?(?:\d{1,2}\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.?\s+\d{1,2}),?\s+\d{4}/.test(text)
    ? fromTime(Date.parse(text))
    : undefined;
}

function fromTime(time: number): string | undefined {
  if (!Number.isFinite(time)) return undefined;
  const day = new Date(time + CHINESE_TIME_ZONE_HOURS * 3_600_000);
  return plausibleYear(day.getUTCFullYear()) ? day.toISOString().slice(0, 10) : undefined;
}

/** ISO date of its parts; a day that the month lacks leaves the month. */
function isoDate(year = '', month = '', day?: string): string | undefined {
  const monthNumber = Number(month);
  if (!plausibleYear(Number(year)) || monthNumber < 1 || monthNumber > 12) return undefined;
  const prefix = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return prefix;
  const last = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= last ? `${prefix}-${day.padStart(2, '0')}` : prefix;
}

function plausibleYear(year: number): boolean {
  return year >= 1800 && year <= 2100;
}
