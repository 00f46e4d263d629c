/** The calendar day of an ISO 8601 date or date and time as written, `YYYY-MM-DD`; `null` for what is none. */
export function calendarDay(text: string): string | null {
  const parts = partsOf(text);
  return parts === null || midnightOf(parts) === null ? null : text.trim().slice(0, 10);
}

/**
 * Milliseconds since 1970 of a date-time (RFC 3339) that may lack its offset, its seconds or all of its time; `null` for
 * what is none. Without an offset it is UTC; a day alone is its first instant.
 */
export function instantOf(text: string): number | null {
  const parts = partsOf(text);
  const midnight = parts === null ? null : midnightOf(parts);
  if (parts === null || midnight === null) return null;
  const { hour = '0', minute = '0', second = '0', fraction = '', offset = 'Z' } = parts;
  const time = (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second) * 1000;
  return midnight + time + Number(fraction.slice(0, 3).padEnd(3, '0')) - offsetOf(offset);
}

/** A day, and behind it a time and its offset from UTC, both of which may be left out. */
const pattern =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:\.(?<fraction>\d+))?)?(?: ?(?<offset>Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d))?)?$/i;

type Parts = Readonly<Partial<Record<string, string>>>;

const partsOf = (text: string): Parts | null => pattern.exec(text.trim())?.groups ?? null;

/** `null` for a day that no calendar has, such as 30 February. */
function midnightOf({ year, month, day }: Parts): number | null {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal ? date.getTime() : null;
}

function offsetOf(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return minutes * (offset.startsWith('-') ? -60_000 : 60_000);
}
