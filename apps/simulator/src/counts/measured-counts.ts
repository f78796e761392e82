import { alertsEveryMs, messagesOnPage } from '../alerts/alert-message.ts';
import { hourMs } from '../calendar/city-days.ts';
import { frameOf } from '../calendar/frame-of.ts';
import { systemsAt, watchEveryMs } from '../cases/security/watch.ts';
import type { CityModel } from '../city-model.ts';
import { callsBetween, callsEveryMs } from '../emergency/calls.ts';
import { bedsEveryMs, dengueEveryMs, dengueReading, hospitalBeds, waitReadings } from '../emergency/hospitals.ts';
import { floodPoints, rainAndWater, rainGauges, stationsEveryMs } from '../environment/rain-and-water.ts';
import { pressEveryMs, pressItemsOf } from '../press/press-items.ts';
import { measuringSpots } from '../readings/spots.ts';
import { siteEntities, sitesEveryMs, touristSites } from '../tourism/sites.ts';
import { arrivalReadings, roomReadings, visitorsEveryMs } from '../tourism/visitors.ts';
import { meanOf, sumOf } from './sums.ts';

/** Metres: from here on a street is flooded. */
const floodedFrom = 0.2;
/** Of what a site holds: from here on it is crowded. */
const crowdedFrom = 0.8;

/** What is measured outside the roads, by the id of the KPI that should show it. */
export function measuredCounts(city: CityModel, now: number): Record<string, number> {
  return {
    ...emergency(city, now),
    ...environment(city, now),
    ...tourism(city, now),
    ...security(city, now),
    ...press(city, now),
  };
}

function press(city: CityModel, now: number): Record<string, number> {
  const at = frameOf(now, pressEveryMs);
  const items = pressItemsOf(city, city.days.dayOf(at)).filter(({ publishedAt }) => publishedAt <= at);
  const rated = items.filter(({ tone }) => tone !== null);
  return {
    'press.items': items.length,
    'press.negative-share': rated.filter(({ tone }) => tone === 'negative').length / rated.length,
    'press.replies.needed': items.filter(({ reply }) => reply !== null).length,
  };
}

function emergency(city: CityModel, now: number): Record<string, number> {
  const at = frameOf(now, callsEveryMs);
  const midnight = city.days.startOf(city.days.dayOf(at));
  const hospitals = hospitalBeds(city, frameOf(now, bedsEveryMs));
  // Who does not know how many are taken takes no part in the share.
  const known = hospitals.flatMap(({ total, taken }) => (taken === null ? [] : [{ total, taken }]));
  return {
    'calls.hour': callsBetween(city, at - hourMs, at),
    'calls.received': callsBetween(city, midnight - callsEveryMs, at),
    'health.beds': sumOf(hospitals, ({ total }) => total),
    'health.beds.occupied-share': sumOf(known, ({ taken }) => taken) / sumOf(known, ({ total }) => total),
    'health.emergency-wait': meanOf(waitReadings(city, at), ({ value }) => value ?? 0),
    'health.dengue.week': dengueReading(city, frameOf(now, dengueEveryMs)).value ?? NaN,
  };
}

function environment(city: CityModel, now: number): Record<string, number> {
  const at = frameOf(now, stationsEveryMs);
  const places = city.placesOn(city.days.dayOf(at));
  const spots = { gauges: measuringSpots(city, places, rainGauges), points: measuringSpots(city, places, floodPoints) };
  const told = rainAndWater(city, spots, at);
  const of = (metric: string): number[] => told.flatMap(({ values }) => values[metric]?.value ?? []);
  return {
    'rain.most': Math.max(...of('precipitation')),
    'flood.points': of('currentLevel').filter((level) => level >= floodedFrom).length,
    'flood.deepest': Math.max(...of('currentLevel')),
    'alerts.in-force': messagesOnPage(city, frameOf(now, alertsEveryMs)).filter(
      ({ sentAt, expiresAt }) => sentAt <= now && now < expiresAt,
    ).length,
  };
}

function tourism(city: CityModel, now: number): Record<string, number> {
  const at = frameOf(now, sitesEveryMs);
  const day = city.days.dayOf(at);
  const sites = siteEntities(city, measuringSpots(city, city.placesOn(day), touristSites), at);
  const last = frameOf(now, visitorsEveryMs);
  const frames = Array.from({ length: Math.floor((last - city.days.startOf(day)) / visitorsEveryMs) + 1 }, (_, index) =>
    arrivalReadings(city, last - index * visitorsEveryMs),
  ).flat();
  const of = (readings: typeof frames, metric: string): number =>
    sumOf(
      readings.filter((reading) => reading.metric === metric),
      ({ value }) => value ?? 0,
    );
  const rooms = roomReadings(city, last);
  return {
    'tourism.visitors.domestic': of(frames, 'domestic-arrivals'),
    'tourism.visitors.international': of(frames, 'international-arrivals'),
    'tourism.rooms.occupied-share': of(rooms, 'rooms-let') / of(rooms, 'rooms'),
    'tourism.sites.visitors': sumOf(sites, ({ values }) => values['visitorCount']?.value ?? 0),
    'tourism.sites.crowded': sites.filter(({ values }) => (values['crowding']?.value ?? 0) >= crowdedFrom).length,
  };
}

function security(city: CityModel, now: number): Record<string, number> {
  return {
    'security.systems.up-share': meanOf(systemsAt(city, frameOf(now, watchEveryMs)), ({ isUp }) => (isUp ? 1 : 0)),
  };
}
