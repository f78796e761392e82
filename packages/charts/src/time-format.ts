import type { Language } from './language.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** `en-GB` for the digits in both languages: day before month, 24 hours, two digits each. */
function parts(epochMs: number, zone: string): Record<string, string> {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(epochMs).map((part) => [part.type, part.value]));
}

/** `10:42:07` in the zone of the ledger. */
export function clockText(epochMs: number, zone: string): string {
  const at = parts(epochMs, zone);
  return `${at['hour']}:${at['minute']}:${at['second']}`;
}

/** `10:42`. */
export function minuteText(epochMs: number, zone: string): string {
  return clockText(epochMs, zone).slice(0, 5);
}

/** `24/11/2026`. */
export function dayText(epochMs: number, zone: string): string {
  const at = parts(epochMs, zone);
  return `${at['day']}/${at['month']}/${at['year']}`;
}

/** `10:42:07 24/11/2026`. */
export function momentText(epochMs: number, zone: string): string {
  return `${clockText(epochMs, zone)} ${dayText(epochMs, zone)}`;
}

/** `10:42 24/11/2026`. */
export function minuteMomentText(epochMs: number, zone: string): string {
  return `${minuteText(epochMs, zone)} ${dayText(epochMs, zone)}`;
}

/** `24/11`. */
export function shortDayText(epochMs: number, zone: string): string {
  return dayText(epochMs, zone).slice(0, 5);
}

/** A calendar day of the wire, `2026-11-24` → `24/11/2026`; no zone takes part. */
export function calendarDayText(day: string): string {
  return day.split('-').toReversed().join('/');
}

const weekdays = {
  vi: { Mon: 'Thứ Hai', Tue: 'Thứ Ba', Wed: 'Thứ Tư', Thu: 'Thứ Năm', Fri: 'Thứ Sáu', Sat: 'Thứ Bảy', Sun: 'Chủ Nhật' },
  en: {
    Mon: 'Monday',
    Tue: 'Tuesday',
    Wed: 'Wednesday',
    Thu: 'Thursday',
    Fri: 'Friday',
    Sat: 'Saturday',
    Sun: 'Sunday',
  },
} as const;

/** `Thứ Ba` / `Tuesday`. */
export function weekdayText(epochMs: number, zone: string, language: Language): string {
  const names: Readonly<Record<string, string>> = weekdays[language];
  return names[parts(epochMs, zone)['weekday'] ?? ''] ?? '';
}

/** Milliseconds since the day began in that zone, by its wall clock. */
export function msIntoDay(epochMs: number, zone: string): number {
  const at = parts(epochMs, zone);
  const seconds = Number(at['hour']) * 3600 + Number(at['minute']) * 60 + Number(at['second']);
  return seconds * 1000 + (((epochMs % 1000) + 1000) % 1000);
}

const spans = {
  vi: { second: 'giây', minute: 'phút', hour: 'giờ', day: 'ngày' },
  en: { second: 's', minute: 'min', hour: 'h', day: 'd' },
} as const satisfies Record<Language, object>;

/** How long, in at most two units: `3 giây`, `1 phút 40`, `28 phút`, `2 giờ 10`, `3 ngày`. Below zero counts as zero. */
export function spanText(ms: number, language: Language): string {
  const word = spans[language];
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (seconds < 60) return `${seconds} ${word.second}`;
  if (minutes < 5 && seconds % 60 > 0) return `${minutes} ${word.minute} ${seconds % 60}`;
  if (minutes < 60) return `${minutes} ${word.minute}`;
  if (hours < 10 && minutes % 60 > 0) return `${hours} ${word.hour} ${minutes % 60}`;
  return hours < 48 ? `${hours} ${word.hour}` : `${Math.floor(hours / 24)} ${word.day}`;
}
