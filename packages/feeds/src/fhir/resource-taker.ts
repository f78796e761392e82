import type { Point } from '@flagtower/contracts';

import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn, remarksOf } from '../tally.ts';
import { ownWords } from '../text/own-words.ts';
import { encounterCounts } from './encounter-counts.ts';
import { ofLocation, placeOf } from './facility.ts';
import { ofObservation } from './fhir-observation.ts';
import { resourceSchema } from './fhir-parts.ts';
import type { FhirReading } from './fhir-reading.ts';
import { ofMeasureReport } from './measure-report.ts';

/** Of a stream of resources; a country has fewer hospitals. */
const mostPlaces = 200_000;

/** Takes the resources of one file, one after the other. */
export interface ResourceTaker {
  readonly take: (line: number, resource: unknown) => Parsed[];
  /** @param isWhole false: there are more resources than these */
  readonly end: (isWhole: boolean) => Parsed[];
}

const readers: Readonly<Record<string, (line: number, told: unknown, reading: FhirReading) => Parsed[]>> = ownWords({
  MeasureReport: ofMeasureReport,
  Observation: ofObservation,
  Location: ofLocation,
});

/** What the resources of a file share before one of them is taken. */
export type About = Omit<FhirReading, 'places'>;

/** @param known places that are known beforehand; those of the resources that are taken are added to them */
export function resourceTaker(about: About, known: Iterable<readonly [string, Point]> = []): ResourceTaker {
  const places = new Map<string, Point>(known);
  const reading: FhirReading = { ...about, places };
  const encounters = encounterCounts(reading);
  const { tally } = reading;
  return {
    take: (line, resource) => {
      const told = resourceSchema.safeParse(resource);
      if (!told.success) return [rejected(line, 'not-parseable', ['resourceType'], `Entry ${line} holds no resource`)];
      const type = told.data.resourceType;
      countIn(tally, `resource:${/^\w{1,60}$/.test(type) ? type : 'other'}`);
      if (type === 'Encounter') return encounters.add(line, resource);
      const place = type === 'Location' && places.size < mostPlaces ? placeOf(resource) : null;
      if (place !== null) places.set(...place);
      return readers[type]?.(line, resource, reading) ?? [];
    },
    end: (isWhole) => [...encounters.end(isWhole), ...remarksOf(tally)],
  };
}
