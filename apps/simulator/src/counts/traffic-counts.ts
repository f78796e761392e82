import { frameOf } from '../calendar/frame-of.ts';
import type { CityModel } from '../city-model.ts';
import { measuringSpots } from '../readings/spots.ts';
import { cameraStates, camerasEveryMs, trafficCameras } from '../traffic/cameras.ts';
import { incidentsAt, incidentsEveryMs } from '../traffic/road-incident.ts';
import { roadSegments } from '../traffic/road-segments.ts';
import { roadsEveryMs, roadTraffic } from '../traffic/road-traffic.ts';
import { meanOf } from './sums.ts';

/** km/h: slower than this counts as congested. */
const congestedTo = 12;

export function trafficCounts(city: CityModel, now: number): Record<string, number> {
  const places = city.placesOn(city.days.dayOf(now));
  const segments = roadSegments(city, places);
  const roads = segments.map((segment) => roadTraffic(city, segment, frameOf(now, roadsEveryMs)));
  const cameras = cameraStates(city, measuringSpots(city, places, trafficCameras), frameOf(now, camerasEveryMs));
  return {
    'traffic.speed.mean': meanOf(roads, ({ speed }) => speed),
    'traffic.flow.mean': meanOf(roads, ({ flow }) => flow),
    'traffic.congestion-points': roads.filter(({ speed }) => speed <= congestedTo).length,
    'traffic.incidents.active': incidentsAt(city, segments, frameOf(now, incidentsEveryMs)).length,
    'traffic.cameras.online-share': meanOf(cameras, ({ answers }) => (answers ? 1 : 0)),
    'traffic.cameras.dead': cameras.filter(({ answers }) => !answers).length,
  };
}
