import type { IncidentRules } from '@flagtower/contracts';
import {
  crossingOccasions,
  foldIncidents,
  noticeOccasions,
  type Deed,
  type Incident,
  type ThresholdReading,
} from '@flagtower/domain';

import type { Queryable } from '../ledger/queryable.ts';
import { readNotices, type ToldNotice } from '../read/notices.ts';
import { readDeeds } from './deeds.ts';
import { incidentId } from './incident-ids.ts';
import { readThresholdReadings } from './threshold-readings.ts';

/** What incidents are told from. */
export interface IncidentInputs {
  readonly notices: readonly ToldNotice[];
  readonly readings: readonly ThresholdReading[];
  readonly deeds: readonly Deed[];
}

/** Values beyond a threshold are looked at for so long; what lasts longer seems to have begun then. */
const readingsForMs = 30 * 86_400_000;

export async function readIncidentInputs(
  db: Queryable,
  ledgerId: number,
  cut: { readonly at: number; readonly knownSeq: number },
): Promise<IncidentInputs> {
  return {
    notices: await readNotices(db, { ledgerId, knownSeq: cut.knownSeq, source: null, from: null, to: null }),
    ...(await readValuesAndDeeds(db, ledgerId, cut)),
  };
}

/** What incidents are told from besides notices. */
export async function readValuesAndDeeds(
  db: Queryable,
  ledgerId: number,
  cut: { readonly at: number; readonly knownSeq: number },
): Promise<Omit<IncidentInputs, 'notices'>> {
  return {
    readings: await readThresholdReadings(db, ledgerId, { knownSeq: cut.knownSeq, after: cut.at - readingsForMs }),
    deeds: await readDeeds(db, ledgerId, cut.knownSeq),
  };
}

/** The one way in which the stream and the API tell incidents. @param at epoch milliseconds */
export function incidentsOf(
  { notices, readings, deeds }: IncidentInputs,
  rules: IncidentRules,
  at: number,
): Incident[] {
  const tellings = notices.map((told) => ({ ...told, id: incidentId('n', told.source, told.notice.recordId) }));
  const occasions = [
    ...noticeOccasions(tellings, rules.kinds, at),
    ...crossingOccasions(readings, rules.thresholds, at),
  ];
  return foldIncidents({ occasions, deeds, rules, at });
}
