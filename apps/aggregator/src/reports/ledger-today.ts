import { localDay } from '@flagtower/domain';
import { ledgerTime, type Ledger } from '@flagtower/store';

/** The present day of a ledger, in its own zone and by its own clock. @param now the service's clock, epoch milliseconds */
export function ledgerToday({ clock, zone }: Ledger, now: number): string {
  return localDay(ledgerTime(clock, now), zone);
}
