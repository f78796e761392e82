import type { IncidentRules } from '@flagtower/contracts';
import {
  crossingOccasions,
  foldIncidents,
  noticeOccasions,
  type Deed,
  type Incident,
  type NoticeTelling,
  type ThresholdReading,
} from '@flagtower/domain';

import type { Queryable } from '../ledger/queryable.ts';
import { readAllNotices, type ToldNotice } from '../read/notices.ts';
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
    notices: await readAllNotices(db, { ledgerId, knownSeq: cut.knownSeq }),
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
  const occasions = [
    ...noticeOccasions(notices.map(tellingOf), rules.kinds, at),
    ...crossingOccasions(readings, rules.thresholds, at),
  ];
  return foldIncidents({ occasions, deeds, rules, at });
}

/** A telling never changes, and what holds it folds it again and again. */
const tellings = new WeakMap<ToldNotice, NoticeTelling>();

function tellingOf(told: ToldNotice): NoticeTelling {
  const known = tellings.get(told);
  if (known !== undefined) return known;
  const telling = { ...told, id: incidentId('n', told.source, told.notice.recordId) };
  tellings.set(told, telling);
  return telling;
}
