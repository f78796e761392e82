import { hourMs, isoOf, minuteMs, stampOf, type DayNumber } from '../../calendar/city-days.ts';
import { chanceOf } from '../../chance/chance.ts';
import { between, count, draw, normal, weighted } from '../../chance/draw.ts';
import type { CityModel } from '../../city-model.ts';
import { tellerOf, type Cohort, type TimedRecord } from '../case-record.ts';

/** A day's incidents on the city's network; no source tells their number, so it is assumed. */
const perDay = 16;
/** The city's plan for 2026–2027: resolved within 4 hours. */
const resolveWithinMs = 4 * hourMs;

/** Severity as the case's procedure: figures by procedure are figures by severity. Times are assumed. */
const severities = weighted(
  [
    { code: 'nghiem-trong', weight: 3, detectMinutes: 12, resolveHours: 3 },
    { code: 'cao', weight: 15, detectMinutes: 20, resolveHours: 2.4 },
    { code: 'trung-binh', weight: 37, detectMinutes: 26, resolveHours: 1.8 },
    { code: 'thap', weight: 45, detectMinutes: 30, resolveHours: 1.2 },
  ],
  ({ weight }) => weight,
);

export interface SecurityIncident {
  readonly records: readonly TimedRecord[];
  readonly severity: string;
  /** Epoch milliseconds. */
  readonly beganAt: number;
  readonly detectedAt: number;
}

/** The incidents of a day, told from their detection to their end: a pure function of the city, its seed and the day. */
export function securityIncidentsOf(city: CityModel, day: DayNumber): SecurityIncident[] {
  const chance = chanceOf(city.seed, 'security', isoOf(day));
  const [unit] = city.placesOn(day);
  if (unit === undefined) return [];
  const stamp = stampOf(day);
  return Array.from({ length: count(chance, perDay) }, (_, index) => {
    const severity = draw(chance, severities);
    const beganAt = city.days.startOf(day) + Math.floor(between(chance, 0, 24) * hourMs);
    const detectedAt = Math.floor(beganAt + severity.detectMinutes * minuteMs * Math.exp(0.5 * normal(chance)));
    const resolvedAt = detectedAt + severity.resolveHours * hourMs * Math.exp(0.5 * normal(chance));
    const teller = tellerOf('security-incident', `ATTT-${stamp}-${String(index + 1).padStart(3, '0')}`);
    const due = detectedAt + resolveWithinMs;
    const values = { unit: unit.code, procedure: severity.code, channel: 'online', due };
    teller.tell('received', detectedAt, values, [['submitted', beganAt]]);
    teller.tell('handled', resolvedAt);
    return { records: teller.records, severity: severity.code, beganAt, detectedAt };
  });
}

/** @yields all at once: they are few */
export function* securityCohort(city: CityModel, day: DayNumber): Cohort {
  yield securityIncidentsOf(city, day).flatMap(({ records }) => records);
}
