import { codeSchema, type Point } from '@flagtower/contracts';

import type { RecordDraft } from '../checked-record.ts';
import { countIn, type Tally } from '../tally.ts';
import { ownWords } from '../text/own-words.ts';
import { noDays, type Days } from './service-days.ts';
import type { TableRow } from './table-rows.ts';
import type { Timetable } from './timetable.ts';

type ItemDraft = Extract<RecordDraft, { kind: 'catalogue-item' }>;

/** How a row of a table becomes an item of the catalogue; `null`: it is none of ours. */
export type ToItem = (cell: TableRow['cell'], timetable: Timetable, tally: Tally) => ItemDraft | null;

const itemNameChars = 300;

function item(
  itemType: ItemDraft['itemType'],
  code: string,
  names: readonly string[],
  timetable: Timetable,
): ItemDraft {
  const name = names.find((text) => text !== '');
  return {
    kind: 'catalogue-item',
    recordId: `${itemType}/${code}`,
    version: timetable.madeMs,
    occurredAt: new Date(timetable.madeMs).toISOString(),
    itemType,
    code,
    names: name === undefined ? [] : [{ language: timetable.language, name: name.slice(0, itemNameChars) }],
    validFrom: timetable.days.from,
    validTo: timetable.days.to,
  };
}

const route: ToItem = (cell, timetable) =>
  item('route', cell('route_id'), [cell('route_long_name'), cell('route_short_name')], timetable);

/** A trip holds as long as its service runs; a service without a calendar says nothing. */
const trip: ToItem = (cell, timetable, tally) => {
  const { from, to }: Days = timetable.services.get(cell('service_id')) ?? noDays;
  if (from === null) countIn(tally, 'trip-without-service-days');
  const group = cell('route_id');
  return {
    ...item('trip', cell('trip_id'), [cell('trip_headsign'), cell('trip_short_name')], timetable),
    ...(codeSchema.safeParse(group).success ? { group } : {}),
    validFrom: from,
    validTo: to,
  };
};

/** Platforms and stations; entrances and nodes of paths inside a station are no stops. */
const stop: ToItem = (cell, timetable, tally) => {
  if (!['', '0', '1'].includes(cell('location_type'))) {
    countIn(tally, 'places-that-are-no-stops');
    return null;
  }
  const point = pointOf(cell('stop_lat'), cell('stop_lon'));
  if (point === null) countIn(tally, 'stop-without-place');
  return { ...item('stop', cell('stop_id'), [cell('stop_name')], timetable), ...(point === null ? {} : { point }) };
};

/** (0, 0) is how a spreadsheet writes "not known". */
function pointOf(latitude: string, longitude: string): Point | null {
  if (latitude === '' || longitude === '') return null;
  const point: Point = [Number(longitude), Number(latitude)];
  return point.every((degrees) => Number.isFinite(degrees)) && point.some((degrees) => degrees !== 0) ? point : null;
}

export const catalogueTables: Readonly<Record<string, ToItem>> = ownWords({ routes: route, trips: trip, stops: stop });
