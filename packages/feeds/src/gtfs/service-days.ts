import type { TableRows } from './table-rows.ts';

/** First and last day on which something holds, both included; `null`: not told. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

export const noDays: Days = { from: null, to: null };

/** A GTFS date, `20231115`, as an ISO day; `null` for anything else. */
export function gtfsDay(text: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  // Adding a day's midnight and taking it off again finds the 31st of June.
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day ? null : day;
}

/** The shortest stretch that holds both. */
export function spanning(a: Days, b: Days): Days {
  return { from: earlier(a.from, b.from), to: later(a.to, b.to) };
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** Takes rows of `calendar` or `calendar_dates` into the days between which each service runs. */
export function addServiceDays(services: Map<string, Days>, { rows }: TableRows): void {
  for (const { cell } of rows) {
    const id = cell('service_id');
    const days = { from: gtfsDay(cell('start_date')), to: gtfsDay(cell('end_date')) };
    // `exception_type` 1 adds a day; 2 takes one out of the middle, which changes no first and last day we could know.
    const added = cell('exception_type') === '1' ? gtfsDay(cell('date')) : null;
    services.set(id, [services.get(id) ?? noDays, days, { from: added, to: added }].reduce(spanning));
  }
}
