import { hourMs, isoOf, stampOf, type DayNumber } from '../../calendar/city-days.ts';
import { chanceOf } from '../../chance/chance.ts';
import { between, count, draw, integerBetween, weighted } from '../../chance/draw.ts';
import type { CityModel } from '../../city-model.ts';
import { caseLife } from '../case-life.ts';
import type { Cohort } from '../case-record.ts';
import type { CaseRules, ProcedureProfile } from '../case-rules.ts';
import { unitProfiles } from '../unit-profiles.ts';

/** A day brings about 85 to 8.8 million people, on weekends too (the press of August 2024 tells of 60 to 100). */
const perMillion = 9.6;

/** What people report, with the working days in which an answer is promised. */
const topics = weighted<Omit<ProcedureProfile, 'feeBearing'> & { name: string; weight: number }>(
  [
    { code: 'giao-thong', name: 'Giao thông', promisedDays: 5, onlineShare: 1, difficulty: 1, weight: 26 },
    { code: 'trat-tu-do-thi', name: 'Trật tự đô thị', promisedDays: 5, onlineShare: 1, difficulty: 1.2, weight: 24 },
    { code: 'moi-truong', name: 'Môi trường', promisedDays: 4, onlineShare: 1, difficulty: 1, weight: 22 },
    { code: 'ha-tang-do-thi', name: 'Hạ tầng đô thị', promisedDays: 7, onlineShare: 1, difficulty: 1.1, weight: 16 },
    { code: 'an-ninh-trat-tu', name: 'An ninh, trật tự', promisedDays: 3, onlineShare: 1, difficulty: 0.8, weight: 7 },
    { code: 'dich-vu-cong', name: 'Dịch vụ công', promisedDays: 3, onlineShare: 1, difficulty: 0.7, weight: 5 },
  ],
  ({ weight }) => weight,
);
export const reportTopics: ReadonlyMap<string, string> = new Map(topics.items.map(({ code, name }) => [code, name]));

/** Of the reports of 2024, 6% were refused and about one in ten was late. */
const rules: CaseRules = {
  caseKind: 'field-report',
  refusedAtDesk: 0.06,
  refusedOnline: 0.06,
  acceptedAtOnce: 0.5,
  corrected: 0.01,
  withActivity: 0.8,
  paused: 0.02,
  withdrawn: 0.005,
  transferred: 0.06,
  reopened: 0.02,
  outcome: null,
};
const lateShare = 0.09;
const stuckShare = 0.004;

/**
 * All that will ever be told of the field reports of a day: a pure function of the city, its seed and the day.
 * @yields all at once: they are few
 */
export function* fieldReportCohort(city: CityModel, day: DayNumber): Cohort {
  const units = unitProfiles(city, city.placesOn(day));
  const people = units.reduce((sum, { population }) => sum + population, 0);
  const byPeople = weighted(units, ({ population, appetite }) => population * appetite);
  const chance = chanceOf(city.seed, 'field-reports', isoOf(day));
  const stamp = stampOf(day);
  yield Array.from({ length: units.length === 0 ? 0 : count(chance, (people / 1e6) * perMillion) }, (_, index) => {
    const unit = { ...draw(chance, byPeople), lateShare, stuckShare };
    const procedure = { ...draw(chance, topics), feeBearing: false };
    const submittedAt = city.days.startOf(day) + Math.floor(between(chance, 6, 23) * hourMs);
    const code = `PAHT-${stamp}-${String(index + 1).padStart(4, '0')}`;
    return caseLife(
      { code, unit, procedure, channel: 'online', submittedAt },
      {
        chance,
        days: city.days,
        rules,
        otherUnit: () => units[integerBetween(chance, 0, units.length - 1)]?.code ?? null,
        otherProcedure: () => draw(chance, topics).code,
      },
    );
  }).flat();
}
