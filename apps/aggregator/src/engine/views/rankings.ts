import type { ChannelCell, City, Freshness, RankedUnit } from '@flagtower/contracts';
import {
  geographyOf,
  isValidAt,
  keyOfCode,
  keysWithin,
  placeIn,
  unallocatedRow,
  type AskedUnit,
  type Geography,
  type UnitLife,
} from '@flagtower/domain';

import { everywhere, type Tally } from '../tally.ts';

const worst = 10;

/** Topic `ranking/units`: every commune of the day that was told anything. */
export function rankedUnits(city: City, tally: Tally, freshness: Freshness, at: number): Map<string, RankedUnit> {
  const told = tally.unitsOf('dossier');
  const geography = geographyOf(city);
  return new Map(
    communesAt(geography, at)
      .map((life) => ({ life, keys: (keysWithin({ geography, life, at }) ?? []).filter((key) => told.has(key)) }))
      .filter(({ keys }) => keys.length > 0)
      .map(({ life: { unit }, keys }) => {
        const all = tally.sums('dossier', keys, 'all');
        const received = tally.sums('dossier', keys, 'today').get('received') ?? 0;
        const open = all.get('open') ?? 0;
        const overdue = all.get('overdue') ?? 0;
        return [
          unit.code,
          {
            unit: unit.code,
            received,
            receivedPer10k: unit.population === null ? null : (received / unit.population) * 10_000,
            open,
            overdue,
            nearDue: all.get('near-due') ?? 0,
            overdueShare: open === 0 ? null : overdue / open,
            spark: null,
            freshness,
          },
        ];
      }),
  );
}

/** Units without children among those that are valid at a moment. */
function communesAt(geography: Geography, at: number): UnitLife[] {
  return [...geography.lives.values()].filter((life) => life.unit.level === 'commune' && isValidAt(life, at));
}

/**
 * Topic `ranking/overdue`: the units with the most overdue dossiers, each with its last 14 days. Codes that the city does
 * not know (a foreign log) rank too; what stands in no unit does not.
 */
export function overdueRanking(
  city: City,
  tally: Tally,
  freshness: Freshness,
  communes: ReadonlyMap<string, RankedUnit>,
  at: number,
): Map<string, RankedUnit> {
  const geography = geographyOf(city);
  const asked = { geography, life: geography.root, at };
  const keys = [...tally.unitsOf('dossier').keys()].filter((key) => key !== everywhere);
  const units = Map.groupBy(keys, (key) => rankedAs(asked, key));
  units.delete(unallocatedRow);
  const ranked = [...units]
    .map(([unit, itsKeys]) => {
      const all = tally.sums('dossier', itsKeys, 'all');
      return {
        unit,
        keys: itsKeys,
        open: all.get('open') ?? 0,
        overdue: all.get('overdue') ?? 0,
        nearDue: all.get('near-due') ?? 0,
        received: tally.sums('dossier', itsKeys, 'today').get('received') ?? 0,
      };
    })
    .filter(({ overdue }) => overdue > 0)
    .toSorted((a, b) => b.overdue - a.overdue || (a.unit < b.unit ? -1 : 1))
    .slice(0, worst);
  return new Map(
    ranked.map(({ unit, keys: itsKeys, open, overdue, nearDue, received }) => [
      unit,
      {
        unit,
        received,
        receivedPer10k: communes.get(unit)?.receivedPer10k ?? null,
        open,
        overdue,
        nearDue,
        overdueShare: open === 0 ? null : overdue / open,
        spark: spark(tally, itsKeys, overdue),
        freshness,
      },
    ]),
  );
}

/** The lowest unit of the day that a key stands in, by its code. */
function rankedAs(asked: AskedUnit, key: string): string {
  const named = keyOfCode(asked.geography, key, asked.at);
  const placed = placeIn(asked.geography, named, asked.at);
  if (placed.reason === 'unknown-unit') return placed.key;
  return placed.reason === null ? (asked.geography.lives.get(placed.key)?.unit.code ?? unallocatedRow) : unallocatedRow;
}

/** Overdue at the end of each of the last 14 days, oldest first, today's as it is now. */
function spark(tally: Tally, keys: readonly string[], now: number): (number | null)[] {
  const changes = keys.map((key) => tally.overdueByDay(key));
  const first = tally.firstToldDay();
  const values: (number | null)[] = [];
  let overdue = now;
  for (let { day } = tally.frame; day >= tally.frame.firstSparkDay; day -= 1) {
    values.unshift(first === null || day < first ? null : overdue);
    overdue -= changes.reduce((sum, ofKey) => sum + (ofKey.get(day) ?? 0), 0);
  }
  return values;
}

/** Topic `ranking/channels`. */
export function channelCells(tally: Tally, freshness: Freshness): Map<string, ChannelCell> {
  const channels = [...tally.channels()];
  const today = channels.reduce((sum, [, counted]) => sum + counted.today, 0);
  const month = channels.reduce((sum, [, counted]) => sum + counted.month, 0);
  return new Map(
    channels
      .filter(([, counted]) => counted.month !== 0 || counted.today !== 0)
      .map(([channel, counted]) => [
        channel === '' ? 'unknown' : channel,
        {
          channel: channel === '' ? 'unknown' : channel,
          received: counted.today,
          share: today === 0 ? null : counted.today / today,
          monthShare: month === 0 ? null : counted.month / month,
          freshness,
        },
      ]),
  );
}
