import { frameOf } from '../calendar/frame-of.ts';
import type { CityModel } from '../city-model.ts';
import { cameraReadings, camerasEveryMs } from '../traffic/cameras.ts';
import { incidentsAt, incidentsEveryMs } from '../traffic/road-incident.ts';
import { roadSegments } from '../traffic/road-segments.ts';
import { roadsEveryMs, roadTraffic } from '../traffic/road-traffic.ts';
import { meanOf, sumOf } from './sums.ts';

/** km/h: slower than this counts as congested. */
const congestedTo = 12;

export function trafficCounts(city: CityModel, now: number): Record<string, number> {
  const segments = roadSegments(city, city.placesOn(city.days.dayOf(now)));
  const roads = segments.map((segment) => roadTraffic(city, segment, frameOf(now, roadsEveryMs)));
  const cameras = cameraReadings(city, frameOf(now, camerasEveryMs));
  const all = (metric: string): number =>
    sumOf(
      cameras.filter((reading) => reading.metric === metric),
      ({ value }) => value ?? 0,
    );
  return {
    'traffic.speed.mean': meanOf(roads, ({ speed }) => speed),
    'traffic.flow.mean': meanOf(roads, ({ flow }) => flow),
    'traffic.congestion-points': roads.filter(({ speed }) => speed <= congestedTo).length,
    'traffic.incidents.active': incidentsAt(city, segments, frameOf(now, incidentsEveryMs)).length,
    'traffic.cameras.online-share': all('online') / all('installed'),
  };
}
