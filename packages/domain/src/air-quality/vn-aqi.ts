/** First day of Decision 1459/QĐ-TCMT, of which the rules of this file are. */
export const vnAqiSince = '2019-11-12';

export type Pollutant = 'pm25' | 'pm10' | 'o3' | 'co' | 'so2' | 'no2';

/** Indices of the eight rungs (table 2 of the guide that comes with the decision). */
const indices = [0, 50, 100, 150, 200, 300, 400, 500] as const;
const most = 500;

/** Concentrations of the rungs, µg/m³, carbon monoxide too (table 2). The column of ozone over eight hours ends at 300. */
const rungs = {
  'o3-1h': [0, 160, 200, 300, 400, 800, 1000, 1200],
  'o3-8h': [0, 100, 120, 170, 210, 400],
  co: [0, 10_000, 30_000, 45_000, 60_000, 90_000, 120_000, 150_000],
  so2: [0, 125, 350, 550, 800, 1600, 2100, 2630],
  no2: [0, 100, 200, 700, 1200, 2350, 3100, 3850],
  pm10: [0, 50, 150, 250, 350, 420, 500, 600],
  pm25: [0, 25, 50, 80, 150, 250, 350, 500],
} as const;

/**
 * The index of one pollutant by its concentration (formulas 1 and 2), not rounded.
 * @param concentration µg/m³
 * @returns 500 from the last rung on; `null` below zero, which no air has, and for ozone over eight hours above 400 µg/m³, which the guide leaves out
 */
export function vnAqiPart(column: keyof typeof rungs, concentration: number): number | null {
  if (concentration < 0) return null;
  const bounds: readonly number[] = rungs[column];
  const rung = bounds.findIndex((bound, index) => index > 0 && concentration <= bound);
  if (rung === -1) return column === 'o3-8h' ? null : most;
  const [low = 0, high = 0] = bounds.slice(rung - 1, rung + 1);
  const [from = 0, to = 0] = indices.slice(rung - 1, rung + 1);
  return from + ((to - from) / (high - low)) * (concentration - low);
}

const hoursOfNowCast = 12;

/**
 * The NowCast of dust: a mean of the last twelve hours that weighs the newest most where the air changes fast.
 * @param hours means of an hour, µg/m³, the newest first; `null`: not measured, which takes no part
 * @returns `null` where fewer than two of the newest three hours were measured. At the least weight of one half the guide writes the sum
 *   without its divisor, which is 1 of twelve hours and would make clean air of a missing one: it is divided here as for all others.
 */
export function nowCast(hours: readonly (number | null)[]): number | null {
  const told = hours.slice(0, hoursOfNowCast).flatMap((value, age) => (value === null ? [] : [{ value, age }]));
  if (told.filter(({ age }) => age < 3).length < 2) return null;
  const values = told.map(({ value }) => value);
  const greatest = Math.max(...values);
  if (greatest <= 0) return greatest;
  const weight = Math.max(1 / 2, Math.min(...values) / greatest);
  const total = told.reduce((sum, { value, age }) => sum + weight ** age * value, 0);
  return total / told.reduce((sum, { age }) => sum + weight ** age, 0);
}

/** Means of an hour, µg/m³, the newest first. */
export type HoursOfAir = Readonly<Partial<Record<Pollutant, readonly (number | null)[]>>>;

export interface VnAqi {
  /** A whole number, 0 to 500. */
  readonly index: number;
  /** The pollutant that it is the index of. */
  readonly leading: Pollutant;
  /** Of each pollutant that could be judged. */
  readonly parts: Readonly<Partial<Record<Pollutant, number>>>;
}

/**
 * VN_AQI of the hour by the guide of Decision 1459/QĐ-TCMT of 12 November 2019, section 2.2.1 (published by the Vietnam Environment
 * Administration): the greatest of the pollutants’ indices, of dust by its NowCast, of gases by the last hour.
 * @returns `null` without PM2.5 and PM10, of which the guide demands one
 */
export function vnAqiOfHour(hours: HoursOfAir): VnAqi | null {
  const concentrations: readonly (readonly [Pollutant, keyof typeof rungs, number | null])[] = [
    ['pm25', 'pm25', nowCast(hours.pm25 ?? [])],
    ['pm10', 'pm10', nowCast(hours.pm10 ?? [])],
    ['o3', 'o3-1h', hours.o3?.[0] ?? null],
    ['no2', 'no2', hours.no2?.[0] ?? null],
    ['so2', 'so2', hours.so2?.[0] ?? null],
    ['co', 'co', hours.co?.[0] ?? null],
  ];
  const judged = concentrations.flatMap(([pollutant, column, concentration]) => {
    const part = concentration === null ? null : vnAqiPart(column, concentration);
    return part === null ? [] : [{ pollutant, index: Math.round(part) }];
  });
  if (!judged.some(({ pollutant }) => pollutant === 'pm25' || pollutant === 'pm10')) return null;
  const [first, ...others] = judged;
  if (first === undefined) return null;
  const worst = others.reduce((before, next) => (next.index > before.index ? next : before), first);
  return {
    index: worst.index,
    leading: worst.pollutant,
    parts: Object.fromEntries(judged.map(({ pollutant, index }) => [pollutant, index])),
  };
}
