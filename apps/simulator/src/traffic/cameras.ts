import { minuteMs } from '../calendar/city-days.ts';
import { chanceOf } from '../chance/chance.ts';
import { normal } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';
import { observation, type Reading } from '../readings/reading.ts';
import { floodAt } from '../story/story.ts';

export const camerasEveryMs = 5 * minuteMs;

/** The city's AI cameras of 13 December 2025 (PLO, SGGP): at 195 junctions, turning ones, others. */
const groups = [
  { id: 'junctions', installed: 957 },
  { id: 'ptz', installed: 132 },
  { id: 'others', installed: 748 },
] as const;
/** No source tells how many are usually at work: assumed. */
const usualShare = 0.968;

/** How many cameras there are and how many answer, by group. */
export function cameraReadings(city: CityModel, at: number): Reading[] {
  const water = floodAt(city, at)?.depth ?? 0;
  return groups.flatMap(({ id, installed }) => {
    const chance = chanceOf(city.seed, 'cameras', id, Math.floor(at / 3_600_000));
    const share = Math.min(1, usualShare + 0.008 * normal(chance)) - 0.06 * water;
    const online = Math.round(installed * share);
    return [
      observation({ feed: 'cameras', entity: id, metric: 'installed', value: installed, unit: '{camera}', at }),
      observation({ feed: 'cameras', entity: id, metric: 'online', value: online, unit: '{camera}', at }),
    ];
  });
}
