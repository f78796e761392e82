import type { ChannelCell, City, Freshness, RankedUnit } from '@flagtower/contracts';

import { everywhere, type Tally } from '../tally.ts';

const worst = 10;

/** Topic `ranking/units`: every commune that is valid now, also one that told nothing yet. */
export function rankedUnits(city: City, tally: Tally, freshness: Freshness): Map<string, RankedUnit> {
  const told = tally.unitsOf('dossier');
  return new Map(
    city.units
      .filter(({ level, validTo }) => level === 'commune' && validTo === null)
      .filter(({ code }) => told.has(code))
      .map(({ code, population }) => {
        const all = tally.sums('dossier', [code], 'all');
        const received = tally.sums('dossier', [code], 'today').get('received') ?? 0;
        const open = all.get('open') ?? 0;
        const overdue = all.get('overdue') ?? 0;
        return [
          code,
          {
            unit: code,
            received,
            receivedPer10k: population === null ? null : (received / population) * 10_000,
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

/** Topic `ranking/overdue`: the units with the most overdue dossiers, each with its last 14 days. Units that the city does not know (a foreign log) rank too. */
export function overdueRanking(
  tally: Tally,
  freshness: Freshness,
  communes: ReadonlyMap<string, RankedUnit>,
): Map<string, RankedUnit> {
  const ranked = [...tally.unitsOf('dossier')]
    .filter(([unit]) => unit !== everywhere)
    .map(([unit, { all, today }]) => ({
      unit,
      open: all.get('open') ?? 0,
      overdue: all.get('overdue') ?? 0,
      nearDue: all.get('near-due') ?? 0,
      received: today.get('received') ?? 0,
    }))
    .filter(({ overdue }) => overdue > 0)
    .toSorted((a, b) => b.overdue - a.overdue || (a.unit < b.unit ? -1 : 1))
    .slice(0, worst);
  return new Map(
    ranked.map(({ unit, open, overdue, nearDue, received }) => [
      unit,
      {
        unit,
        received,
        receivedPer10k: communes.get(unit)?.receivedPer10k ?? null,
        open,
        overdue,
        nearDue,
        overdueShare: open === 0 ? null : overdue / open,
        spark: spark(tally, unit, overdue),
        freshness,
      },
    ]),
  );
}

/** Overdue at the end of each of the last 14 days, oldest first, today's as it is now. */
function spark(tally: Tally, unit: string, now: number): (number | null)[] {
  const changes = tally.overdueByDay(unit);
  const first = tally.firstToldDay();
  const values: (number | null)[] = [];
  let overdue = now;
  for (let { day } = tally.frame; day >= tally.frame.firstSparkDay; day -= 1) {
    values.unshift(first === null || day < first ? null : overdue);
    overdue -= changes.get(day) ?? 0;
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
