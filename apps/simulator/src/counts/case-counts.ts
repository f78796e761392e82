import { daysFrom, isoOf } from '../calendar/city-days.ts';
import { isOnline } from '../cases/case-life.ts';
import type { TimedRecord } from '../cases/case-record.ts';
import { channelCorrections } from '../cases/dossiers/channel-corrections.ts';
import { dossierCohort } from '../cases/dossiers/dossier-cohort.ts';
import { fieldReportCohort } from '../cases/field-reports/field-report-cohort.ts';
import { securityIncidentsOf } from '../cases/security/security-incident.ts';
import { ticketsOf } from '../cases/tickets/ticket-cohort.ts';
import type { CityModel } from '../city-model.ts';

interface DayCounts {
  readonly received: number;
  readonly receivedOnline: number;
}

export interface CaseCounts {
  readonly kpis: Record<string, number>;
  readonly dossiers: Record<string, DayCounts>;
}

/** Cases received today and before, recounted from the lives of all that came in since `daysBack` days. */
export function caseCounts(city: CityModel, now: number, daysBack: number): CaseCounts {
  const { days } = city;
  const today = days.dayOf(now);
  const all = daysFrom(today - daysBack, today);
  const known = (records: readonly TimedRecord[]): Case[] => casesOf(records.filter(({ at }) => at <= now));
  const receivedToday = (cases: readonly Case[]): number =>
    cases.filter(({ receivedAt }) => receivedAt !== null && days.dayOf(receivedAt) === today).length;
  const dossiers = known([
    ...all.flatMap((day) => [...dossierCohort(city, day)].flat()),
    ...channelCorrections(city, today),
  ]);
  const ofDay = Object.fromEntries(
    all.map((day) => [isoOf(day), dayCounts(dossiers, days.startOf(day), days.startOf(day + 1))]),
  );
  return {
    dossiers: ofDay,
    kpis: {
      'dossiers.received': ofDay[isoOf(today)]?.received ?? 0,
      'dossiers.received-online': ofDay[isoOf(today)]?.receivedOnline ?? 0,
      'field-reports.received': receivedToday(known(all.flatMap((day) => [...fieldReportCohort(city, day)].flat()))),
      'tickets.received': receivedToday(
        known(all.flatMap((day) => ticketsOf(city, day).flatMap(({ records }) => records))),
      ),
      'security.incidents.received': receivedToday(
        known(all.flatMap((day) => securityIncidentsOf(city, day).flatMap(({ records }) => records))),
      ),
    },
  };
}

interface Case {
  /** Epoch milliseconds; `null`: refused. */
  readonly receivedAt: number | null;
  readonly channel: string;
}

function casesOf(records: readonly TimedRecord[]): Case[] {
  return [...Map.groupBy(records, ({ record }) => record.dossier).values()].map((told) => {
    const receipt = told.flatMap(({ record }) => record.steps).find(({ step }) => step === 'received');
    return {
      receivedAt: receipt === undefined ? null : Date.parse(receipt.at),
      channel: told.flatMap(({ record }) => record.channel ?? []).at(-1) ?? '',
    };
  });
}

function dayCounts(cases: readonly Case[], from: number, to: number): DayCounts {
  const received = cases.filter(({ receivedAt }) => receivedAt !== null && receivedAt >= from && receivedAt < to);
  return { received: received.length, receivedOnline: received.filter(({ channel }) => isOnline(channel)).length };
}
