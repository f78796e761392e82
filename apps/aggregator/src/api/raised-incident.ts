import { FlagtowerError, type RaisedIncident } from '@flagtower/contracts';
import { isValidOn } from '@flagtower/domain';

import type { Service } from '../service.ts';
import { rulesOf } from './incident-questions.ts';

/**
 * That the city knows the words of what somebody raises.
 * @param day in the ledger's zone, `2026-11-24`: units are those of that day
 * @throws FlagtowerError `BAD_REQUEST` with the field as its place
 */
export function demandKnown(
  { city }: Pick<Service, 'city'>,
  { kind, center, unit }: Omit<RaisedIncident, 'text'>,
  day: string,
): void {
  if (!rulesOf({ city }).kinds.some(({ id }) => id === kind))
    throw unknown('kind', 'the city has no such kind of incident', 'GET /v1/city lists the kinds under `incidents`');
  if (center !== null && !city.centers.some(({ id }) => id === center))
    throw unknown('center', 'the city has no such center', 'GET /v1/city lists them under `centers`');
  if (unit !== null && !city.units.some((life) => life.code === unit && isValidOn(life, day)))
    throw unknown('unit', 'there is no such unit on this day', 'GET /v1/units lists those of a day');
}

function unknown(place: string, words: string, remedy: string): FlagtowerError {
  return new FlagtowerError('BAD_REQUEST', words, { place, remedy });
}
