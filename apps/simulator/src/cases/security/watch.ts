import { daysFrom, hourMs, minuteMs } from '../../calendar/city-days.ts';
import { chanceOf } from '../../chance/chance.ts';
import { happens } from '../../chance/draw.ts';
import type { CityModel } from '../../city-model.ts';
import { observation, type Reading } from '../../readings/reading.ts';
import { securityIncidentsOf } from './security-incident.ts';

export const watchEveryMs = 5 * minuteMs;
/** Systems that are watched; no source tells their number, so it is assumed. */
const systemCount = 40;
/** What the plan for 2026–2027 promises is 99.9%; a simulated city fails a little more often, to be seen to. */
const downShare = 0.004;

/** Whether each watched system answers; who is down is down for half an hour. */
export function systemsAt(city: CityModel, at: number): readonly { readonly id: string; readonly isUp: boolean }[] {
  return Array.from({ length: systemCount }, (_, index) => {
    const id = `SIM-SYS-${String(index + 1).padStart(2, '0')}`;
    return { id, isUp: !happens(chanceOf(city.seed, 'system', id, Math.floor(at / (hourMs / 2))), downShare) };
  });
}

/** Whether each system answers, and how long the incidents detected after `since` had gone unseen. */
export function watchReadings(city: CityModel, since: number, at: number): Reading[] {
  return [...systemReadings(city, at), ...detectReadings(city, since, at)];
}

export function systemReadings(city: CityModel, at: number): Reading[] {
  return systemsAt(city, at).map(({ id, isUp }) =>
    observation({ feed: 'systems', entity: id, metric: 'up', value: isUp ? 1 : 0, unit: '1', at }),
  );
}

function detectReadings(city: CityModel, since: number, at: number): Reading[] {
  const day = city.days.dayOf(at);
  const detected = daysFrom(city.days.dayOf(since) - 1, day)
    .flatMap((each) => securityIncidentsOf(city, each))
    .filter(({ detectedAt }) => {
      return detectedAt > since && detectedAt <= at;
    });
  return detected.map(({ severity, beganAt, detectedAt }) =>
    observation({
      feed: 'security',
      entity: severity,
      metric: 'detect-time',
      value: Math.round((detectedAt - beganAt) / 1000),
      unit: 's',
      at: detectedAt,
    }),
  );
}
