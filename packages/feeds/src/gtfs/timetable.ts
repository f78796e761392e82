import { badFile } from '../bad-file.ts';
import { momentReader } from '../times/moment.ts';
import { addServiceDays, gtfsDay, noDays, spanning, type Days } from './service-days.ts';
import type { TableRow, TableRows } from './table-rows.ts';

/** What the small tables say about all others. */
export interface Timetable {
  /** Language of names; `und` where the feed does not say. */
  readonly language: string;
  /** When this edition of the timetable was made, epoch ms; also the version of its items. */
  readonly madeMs: number;
  /** Days for which the feed as a whole is meant. */
  readonly days: Days;
  readonly services: ReadonlyMap<string, Days>;
}

/** Tables that are read before the others. */
export const timetableTables = ['agency', 'feed_info', 'calendar', 'calendar_dates'] as const;

/** A table's rows, piece by piece. */
export type ReadTable = (name: string) => AsyncIterable<TableRows>;

/**
 * Which edition this is. Made: when the operator says (`asOf`), else the zip's last change, else its first day. The
 * times are on the agency's clock, or on `zone` where the feed names none that is known.
 * @throws FlagtowerError `BAD_FILE` when nothing says when the timetable was made or holds
 */
export async function readTimetable(
  read: ReadTable,
  told: { readonly asOfMs: number | null; readonly changedAt: string | null; readonly zone: string },
): Promise<Timetable> {
  const agency = await firstRow(read('agency'));
  const info = await firstRow(read('feed_info'));
  const services = new Map<string, Days>();
  for (const table of ['calendar', 'calendar_dates'])
    for await (const rows of read(table)) addServiceDays(services, rows);

  const running = [...services.values()].reduce(spanning, noDays);
  const days = {
    from: gtfsDay(info('feed_start_date')) ?? running.from,
    to: gtfsDay(info('feed_end_date')) ?? running.to,
  };
  const madeMs = told.asOfMs ?? localMs(told.changedAt ?? days.from, agency('agency_timezone'), told.zone);
  if (madeMs === null)
    throw badFile('Nothing says when this timetable was made', 'calendar.txt', 'Tell when it was fetched: --as-of');
  return { language: (info('feed_lang') || agency('agency_lang') || 'und').slice(0, 35), madeMs, days, services };
}

/** The cells of a table's first row; all empty where it has none. Reads on to the end: rows are counted on the way. */
async function firstRow(pieces: AsyncIterable<TableRows>): Promise<TableRow['cell']> {
  let first: TableRow | null = null;
  for await (const { rows } of pieces) first ??= rows[0] ?? null;
  return first?.cell ?? (() => '');
}

function localMs(text: string | null, agencyZone: string, zone: string): number | null {
  if (text === null) return null;
  return momentReader(['iso'], isZone(agencyZone) ? agencyZone : zone)(text, 'start')?.epochMs ?? null;
}

function isZone(zone: string): boolean {
  if (zone === '') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
