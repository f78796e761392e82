import { hourMs, isoOf, minuteMs, type DayNumber } from '../calendar/city-days.ts';
import { hourOfDay, streetLoad } from '../calendar/rhythm.ts';
import { chanceOf } from '../chance/chance.ts';
import { between, count, draw, happens, weighted } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';
import { floodAt } from '../story/story.ts';
import type { RoadSegment } from './road-segments.ts';

export const incidentsEveryMs = minuteMs;

/** Types are DATEX II's; the shares are assumed. */
const kinds = weighted(
  [
    { type: 'Accident', weight: 35, severity: 'high', vi: 'Va chạm giao thông', en: 'Traffic collision' },
    { type: 'VehicleObstruction', weight: 40, severity: 'medium', vi: 'Xe hỏng trên đường', en: 'Broken-down vehicle' },
    {
      type: 'GeneralObstruction',
      weight: 15,
      severity: 'medium',
      vi: 'Vật cản trên đường',
      en: 'Obstacle on the road',
    },
    {
      type: 'InfrastructureDamageObstruction',
      weight: 10,
      severity: 'low',
      vi: 'Hư hỏng mặt đường',
      en: 'Damaged road',
    },
  ] as const,
  ({ weight }) => weight,
);
const flooded = {
  type: 'EnvironmentalObstruction',
  severity: 'highest',
  vi: 'Đường ngập, xe máy không đi được',
  en: 'Road under water, closed to motorbikes',
} as const;

/** Incidents a day that stop traffic; no source tells their number, so it is assumed. */
const perDay = 90;
const longestMs = 3 * hourMs;

/** Something that stops a stretch of road. Times are epoch milliseconds. */
export interface RoadIncident {
  readonly id: string;
  readonly kind: Readonly<Record<'type' | 'severity' | 'vi' | 'en', string>>;
  readonly segment: RoadSegment;
  readonly startsAt: number;
  /** When it is cleared; nobody knows before. */
  readonly endsAt: number;
}

/** What stops traffic at a moment: a pure function of the seed and the moment. */
export function incidentsAt(city: CityModel, segments: readonly RoadSegment[], at: number): RoadIncident[] {
  if (segments.length === 0) return [];
  const days = [...new Set([city.days.dayOf(at - longestMs), city.days.dayOf(at)])];
  const ordinary = days.flatMap((day) => incidentsOfDay(city, segments, day));
  return [
    ...ordinary.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt),
    ...floodedRoads(city, segments, at),
  ];
}

function incidentsOfDay(city: CityModel, segments: readonly RoadSegment[], day: DayNumber): RoadIncident[] {
  const chance = chanceOf(city.seed, 'road-incidents', isoOf(day));
  const busiest = weighted(segments, ({ strain }) => strain);
  return Array.from({ length: count(chance, perDay) }, (_, index) => {
    const startsAt = city.days.startOf(day) + Math.floor(between(chance, 0, 24 * 60)) * minuteMs;
    const kind = draw(chance, kinds);
    const segment = draw(chance, busiest);
    const endsAt = startsAt + Math.round(between(chance, 12, 110)) * minuteMs;
    const id = `SIM-INC-${isoOf(day)}-${String(index + 1).padStart(3, '0')}`;
    // An empty road has few incidents.
    return happens(chance, streetLoad(hourOfDay(city, startsAt))) ? [{ id, kind, segment, startsAt, endsAt }] : [];
  }).flat();
}

const lowRoads = 8;
/** Water closes a road from here on. */
const closingDepth = 0.4;

function floodedRoads(city: CityModel, segments: readonly RoadSegment[], at: number): RoadIncident[] {
  const { story } = city;
  if (story === null || (floodAt(city, at)?.depth ?? 0) < closingDepth) return [];
  return segments.slice(0, lowRoads).map((segment) => ({
    id: `SIM-INC-FLOOD-${segment.id}`,
    kind: flooded,
    segment,
    startsAt: story.startsAt + 10 * minuteMs,
    endsAt: story.startsAt + longestMs,
  }));
}
