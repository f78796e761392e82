import { FlagtowerError, type UnallocatedReason } from '@flagtower/contracts';
import { rowOfThing, unallocatedRow, type UnitRow } from '@flagtower/domain';

import type { Asked } from './asked.ts';
import type { Parting } from './measured-rows.ts';
import { readThingPlaces, type ThingPlace } from './thing-places.ts';

export interface ThingParting {
  readonly parting: Parting;
  /** By unit: why things stand in the row `unallocated`; `no-place` for those that are not named. */
  readonly reasons: ReadonlyMap<string, UnallocatedReason>;
}

/**
 * How the things of a feed are parted for a question: by its breakdown, and only those that it asks for. Of a unit they are the
 * things that have their place in it; what has no place, or one outside, is of the whole city only.
 * @throws FlagtowerError `UNKNOWN_UNIT`, `BAD_REQUEST` for a breakdown that measured figures do not have
 */
export async function thingParting(asked: Asked, feed: string): Promise<ThingParting> {
  const { query, unit } = asked;
  const { by, entity } = query;
  if (by !== null && by !== 'entity' && by !== 'unit' && by !== 'group')
    throw new FlagtowerError('BAD_REQUEST', `${query.kpi} has no breakdown by ${by}`, {
      remedy: 'one of entity, group, unit, hour, day',
    });
  if (unit === null)
    throw new FlagtowerError('UNKNOWN_UNIT', `no unit ${String(query.unit)}`, { remedy: 'GET /v1/units lists them' });
  const isWhole = unit.life === unit.geography.root;
  if (isWhole && entity === undefined && by === null) return { parting: 'whole', reasons: new Map() };
  if (isWhole && entity === undefined && by === 'entity') return { parting: 'things', reasons: new Map() };
  const { reading, at, knownSeq } = asked;
  const places = await readThingPlaces(reading.db, {
    ledgerId: reading.ledger.id,
    feed,
    at,
    knownSeq,
    things: entity === undefined ? null : [entity],
  });
  const rows = new Map<string, string>();
  const reasons = new Map<string, UnallocatedReason>();
  for (const place of places) {
    const within = rowOfThing(unit, place.point);
    if (within === null) continue;
    rows.set(place.entity, rowNamed(by, place, within));
    if (within.reason !== null) reasons.set(place.entity, within.reason);
  }
  // A thing that nobody has told of since, or whose last telling was retracted: it never told a place that still stands.
  return { parting: { rows, others: isWhole && entity === undefined ? unallocatedRow : null }, reasons };
}

function rowNamed(by: 'entity' | 'unit' | 'group' | null, { entity, group }: ThingPlace, within: UnitRow): string {
  if (by === 'unit') return within.row;
  if (by === 'group') return group ?? unallocatedRow;
  return by === 'entity' ? entity : '';
}
