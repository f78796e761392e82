import type { Point } from '@flagtower/contracts';

import type { Tally } from '../tally.ts';
import { instantText, type DayEdge, type ReadMoment } from '../times/moment.ts';

/** What all resources of one file share. */
export interface FhirReading {
  readonly feed: string;
  /** When the bundle or the operator says that it was so, ISO; empty: nobody says. */
  readonly toldAt: string;
  readonly read: ReadMoment;
  readonly tally: Tally;
  /** Places of the locations that stand in the same file, by `Location/{id}`. */
  readonly places: ReadonlyMap<string, Point>;
}

/** @returns the instant, an empty text where none is told, `null` where one is told and unreadable */
export function instantOf(told: string | undefined, edge: DayEdge, read: ReadMoment): string | null {
  if (told === undefined || told === '') return '';
  const moment = read(told, edge);
  return moment === null ? null : instantText(moment.epochMs);
}

/** The first of the told moments that can be read, epoch milliseconds; 0: none. */
export function versionOf(told: readonly (string | undefined)[], read: ReadMoment): number {
  for (const text of told) {
    const moment = text === undefined ? null : read(text, 'start');
    if (moment !== null) return Math.max(0, moment.epochMs);
  }
  return 0;
}
