import type { ThingDay } from '@flagtower/contracts';
import type { HoursOfAir, Pollutant } from '@flagtower/domain';

const hourMs = 3_600_000;
const hours = 12;

const pollutants: Readonly<Record<string, Pollutant>> = {
  pm25: 'pm25',
  pm10: 'pm10',
  o3: 'o3',
  co: 'co',
  so2: 'so2',
  no2: 'no2',
};
/** Micrograms in a unit of it; a share of the air (ppb) is no concentration without its temperature and is left out. */
const micrograms: Readonly<Record<string, number>> = { 'ug/m3': 1, 'mg/m3': 1000 };

/**
 * Means of the last twelve hours of each pollutant that a station tells, the newest hour first.
 * @param at where the newest hour ends, epoch milliseconds
 */
export function hoursOfAir({ metrics }: Pick<ThingDay, 'metrics'>, at: number): HoursOfAir {
  return Object.fromEntries(
    metrics.flatMap(({ metric, unitOfMeasure, points }) => {
      const pollutant = pollutants[metric.toLowerCase().replaceAll(/[._]/gu, '')];
      const factor = micrograms[unitOfMeasure];
      if (pollutant === undefined || factor === undefined) return [];
      const means = Array.from({ length: hours }, (_, age) => {
        const [from, until] = [at - (age + 1) * hourMs, at - age * hourMs];
        const told = points.flatMap((point) => {
          const moment = Date.parse(point.at);
          return point.value !== null && from < moment && moment <= until ? [point.value * factor] : [];
        });
        return told.length === 0 ? null : told.reduce((sum, value) => sum + value, 0) / told.length;
      });
      return [[pollutant, means] satisfies [Pollutant, (number | null)[]]];
    }),
  );
}
