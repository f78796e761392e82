import { FlagtowerError } from '@flagtower/contracts';
import type { KpiReading, PeriodQuestion } from '@flagtower/store';
import { z } from 'zod';

import { instantFrom } from '../questions/moment-text.ts';
import type { Service } from '../service.ts';
import { cutQuerySchema, readCut } from './cut-query.ts';

/** What a page of one unit and one period takes besides its cut. */
export const periodQuerySchema = cutQuerySchema.extend({
  unit: z.string().max(80).optional().describe('a unit; default: the city'),
  from: z.string().max(40).describe('a day or an instant, included'),
  to: z.string().max(40).describe('a day or an instant, excluded'),
  geography: cutQuerySchema.shape.geography.describe('the units of that day; default: the last day of the period'),
});

/**
 * The words of such a page as what to read from, and what to ask.
 * @throws FlagtowerError `UNKNOWN_UNIT`, `BAD_REQUEST`
 */
export async function readPeriodQuery(
  service: Service,
  query: z.output<typeof periodQuerySchema>,
): Promise<{ readonly reading: KpiReading; readonly question: PeriodQuestion }> {
  const { city, store, now } = service;
  const { unit = city.root, from, to, ...words } = query;
  if (!city.units.some(({ code }) => code === unit))
    throw new FlagtowerError('UNKNOWN_UNIT', `no unit ${unit}`, { place: 'unit', remedy: 'GET /v1/units lists them' });
  const { ledger, cut } = await readCut(service, words);
  return {
    reading: { db: store.pool, city, ledger, now: now() },
    question: {
      unit,
      // A report of a period speaks of the units that there were at its end.
      geography: words.geography === undefined ? null : cut.geography,
      from: instantFrom(from, ledger.zone, 'from'),
      to: instantFrom(to, ledger.zone, 'to'),
      at: cut.at,
      knownSeq: cut.knownSeq,
    },
  };
}
