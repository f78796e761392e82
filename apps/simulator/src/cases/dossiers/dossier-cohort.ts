import { isoOf, stampOf, weekdayOf, type DayNumber } from '../../calendar/city-days.ts';
import { isWorkingDay } from '../../calendar/working-days.ts';
import { chanceOf, type Chance } from '../../chance/chance.ts';
import { count, draw, happens, integerBetween, normal, type Weighted } from '../../chance/draw.ts';
import type { CityModel } from '../../city-model.ts';
import { caseLife } from '../case-life.ts';
import type { Cohort } from '../case-record.ts';
import type { CaseRules, Opening, ProcedureProfile, UnitProfile } from '../case-rules.ts';
import { unitProfiles } from '../unit-profiles.ts';
import { deskArrival, onlineArrival } from './arrival-hour.ts';
import { procedureProfiles } from './procedure-profiles.ts';

/** Sent on a working day for every 10,000 people: Hanoi's 8.8 million then send about 8,900 a working day, weekends told to it. */
const perTenThousand = 9.85;
/** On a day off only the portal takes dossiers. */
const dayOffShare = 0.1;
/** At Tết hardly anybody thinks of papers; assumed. */
const feastShare = 0.03;
/** Monday brings what the weekend held back. */
const weekdayFactor = [0, 1.12, 1.04, 0.98, 0.95, 0.91, 0.95, 0.95];
const postShare = 0.0024;
const atHomeOfOnline = 0.58;

const rules: CaseRules = {
  caseKind: 'dossier',
  refusedAtDesk: 0.003,
  refusedOnline: 0.014,
  acceptedAtOnce: 0.35,
  corrected: 0.003,
  withActivity: 0.15,
  paused: 0.035,
  withdrawn: 0.005,
  transferred: 0.004,
  reopened: 0.001,
  // Assumed: no public figure tells how many pay or get their result online.
  outcome: {
    payable: 0.8,
    paidOnlineOfOnline: 0.62,
    paidOnlineAtDesk: 0.03,
    digitalOfOnline: 0.66,
    digitalAtDesk: 0.18,
  },
};

/**
 * All that will ever be told of the dossiers that come in on a day: a pure function of the city, its seed and the day.
 * @yields the records of one unit, case by case
 */
export function* dossierCohort(city: CityModel, day: DayNumber): Cohort {
  const units = unitProfiles(city, city.placesOn(day));
  const procedures = procedureProfiles(city.procedures);
  const pace = dayPace(city, day);
  for (const unit of units) {
    const chance = chanceOf(city.seed, 'dossiers', isoOf(day), unit.code);
    const mean = (unit.population / 10_000) * perTenThousand * unit.appetite * pace;
    yield openings(city, day, { chance, unit, procedures, mean }).flatMap((opening) =>
      caseLife(opening, {
        chance,
        days: city.days,
        rules,
        otherUnit: () => other(units, unit, chance)?.code ?? null,
        otherProcedure: () => other(procedures.items, opening.procedure, chance)?.code ?? null,
      }),
    );
  }
}

function dayPace({ seed, days }: CityModel, day: DayNumber): number {
  const noise = Math.exp(0.03 * normal(chanceOf(seed, 'pace', isoOf(day))));
  const share = days.feast.has(day) ? feastShare : isWorkingDay(day, days) ? 1 : dayOffShare;
  return noise * (weekdayFactor[weekdayOf(day)] ?? 1) * share;
}

interface Desk {
  readonly chance: Chance;
  readonly unit: UnitProfile;
  readonly procedures: Weighted<ProcedureProfile>;
  readonly mean: number;
}

function openings(city: CityModel, day: DayNumber, { chance, unit, procedures, mean }: Desk): Opening[] {
  const midnight = city.days.startOf(day);
  const open = isWorkingDay(day, city.days);
  const arrivals = Array.from({ length: count(chance, mean) }, () => {
    const procedure = draw(chance, procedures);
    const channel = channelFor(chance, open ? procedure.onlineShare + unit.onlineShift : 1);
    const hour = channel === 'online' || channel === 'at-home' ? onlineArrival(chance) : deskArrival(chance);
    return { procedure, channel, submittedAt: midnight + hour };
  }).toSorted((a, b) => a.submittedAt - b.submittedAt);
  const prefix = codePrefix(city.id, unit.code, day);
  return arrivals.map(({ procedure, channel, submittedAt }, index) => {
    const code = `${prefix}-${String(index + 1).padStart(4, '0')}`;
    return { code, unit, procedure, channel, submittedAt };
  });
}

function channelFor(chance: Chance, onlineShare: number): string {
  if (happens(chance, onlineShare)) return happens(chance, atHomeOfOnline) ? 'at-home' : 'online';
  // The post's share is told of all dossiers, and this is asked of those that are not online.
  return happens(chance, postShare / 0.4) ? 'post' : 'in-person';
}

/** In the form of Circular 01/2018/TT-VPCP: level-1 code, unit, day; the number within the day follows. H26 is Hanoi. */
function codePrefix(cityId: string, unit: string, day: DayNumber): string {
  const place = cityId === 'hanoi' ? 'H26' : cityId.toUpperCase();
  return `${place}.${unit}-${stampOf(day)}`;
}

function other<T>(items: readonly T[], not: T, chance: Chance): T | undefined {
  const rest = items.filter((item) => item !== not);
  return rest[integerBetween(chance, 0, rest.length - 1)];
}
