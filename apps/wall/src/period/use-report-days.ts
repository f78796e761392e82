import { useEffect, useState } from 'react';

import { useCity } from '../city/city-view.ts';
import { useStream } from '../stream/stream-context.ts';
import type { PeriodSearch } from './period-search.ts';
import { daysOf, type ReportDays } from './report-period.ts';

const lookMs = 1000;

/**
 * The days that the page speaks of.
 * @returns `waiting` while neither the address nor the ledger's clock says which day it is; `null` where the address is
 *   missing one of its days
 */
export function useReportDays(search: PeriodSearch): ReportDays | null | 'waiting' {
  const zone = useCity()?.zone ?? null;
  const now = useLedgerNow();
  const needsToday = search.period !== 'custom' && search.on === undefined;
  if (!needsToday) return daysOf(search, '');
  const moment = search.at ?? (now === null ? null : new Date(now).toISOString());
  if (zone === null || moment === null) return 'waiting';
  return daysOf(search, Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString());
}

/** The ledger's clock as it was when the page first heard it: a report does not change its month under a reader's eyes. */
function useLedgerNow(): number | null {
  const stream = useStream();
  const [now, setNow] = useState(() => stream.ledgerNowMs());
  useEffect(() => {
    if (now !== null) return undefined;
    const timer = setInterval(() => setNow(stream.ledgerNowMs()), lookMs / 4);
    return () => clearInterval(timer);
  }, [now, stream]);
  return now;
}
