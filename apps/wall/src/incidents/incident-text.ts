import { measuredText, numberText, type Language } from '@flagtower/charts';
import type {
  CityView,
  IncidentAbout,
  IncidentPlace,
  IncidentSeverity,
  ListedIncident,
  Point,
} from '@flagtower/contracts';

import { placeNames } from '../city/place-names.ts';
import type { Level } from '../look/level.ts';
import { noticeText } from '../words/notice-text.ts';
import { incidentWords } from './incident-words.ts';

const levels: Readonly<Record<IncidentSeverity, Level>> = { 1: 'normal', 2: 'watch', 3: 'warning', 4: 'critical' };

/** What nobody has to look at any more has no colour. */
export function incidentLevel({ severity, state }: Pick<ListedIncident, 'severity' | 'state'>): Level {
  return state === 'closed' ? 'none' : levels[severity];
}

/** Words of its source, a measured value with what is measured, or what somebody typed. */
export function aboutText(about: IncidentAbout, city: CityView | null, language: Language): string {
  if (about.from === 'notice') return noticeText(about, language);
  if (about.from === 'hand') return about.text;
  const measured = city?.incidents?.thresholds.find(({ id }) => id === about.threshold)?.names[language];
  return `${measured ?? about.threshold}: ${measuredText(about.value, about.unitOfMeasure, language)}`;
}

/**
 * The most precise that is known: words or the thing that measures there, with the unit that somebody named or that its point is counted
 * in; an area only as one. `null`: nobody told.
 */
export function placeText(
  { place, about }: Pick<ListedIncident, 'place' | 'about'>,
  city: CityView | null,
  language: Language,
): string | null {
  const { name, points, area, unit } = place;
  const words = incidentWords[language];
  const isMeasured = about.from === 'threshold';
  const here = [
    name ?? (isMeasured ? thingName(about, city, language) : null),
    unitText(unit, points[0], city, language),
  ].filter((part) => part !== null);
  const more = isMeasured && points.length > 1 ? [words.morePoints(numberText(points.length - 1, language))] : [];
  const region = area === undefined ? null : areaText(area, language);
  const parts = [here.join(', '), ...more, region ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(' · ');
}

function thingName(
  about: Extract<IncidentAbout, { from: 'threshold' }>,
  city: CityView | null,
  language: Language,
): string {
  const feed = city?.incidents?.thresholds.find(({ id }) => id === about.threshold)?.feed;
  return city?.measuredFeeds.find((one) => one.feed === feed)?.names[about.entity]?.[language] ?? about.entity;
}

function unitText(
  code: string | undefined,
  point: Point | undefined,
  city: CityView | null,
  language: Language,
): string | null {
  if (code !== undefined) return city?.units.find((unit) => unit.code === code)?.names[language] ?? code;
  return point === undefined || city === null ? null : placeNames(city, language)(point);
}

function areaText({ name, units }: NonNullable<IncidentPlace['area']>, language: Language): string | null {
  const words = incidentWords[language];
  if (units > 1) return words.inArea(words.areaUnits(numberText(units, language)));
  return name === null ? null : words.inArea(name);
}

export function kindName(kind: string, city: CityView | null, language: Language): string {
  return city?.incidents?.kinds.find(({ id }) => id === kind)?.names[language] ?? kind;
}
