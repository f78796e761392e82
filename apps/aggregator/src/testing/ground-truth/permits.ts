import { expect } from 'vitest';

import type { KpiWords } from '../../questions/kpi-question.ts';
import { test, type Desk } from './import-desk.ts';
import { truth } from './real-feeds.ts';
import { withShuffled } from './shuffled.ts';

const dayMs = 86_400_000;
const xes = 'dossiers/xes/receipt-wabo.xes.gz';
const csv = 'dossiers/csv/receipt-wabo-events.csv';

/** The log of a city’s permits, as a log and as a table: figures that its authors counted. */
export function permitsFigures(): void {
  test('a log of permits gives the figures that its authors counted', async ({ desk }) => {
    const summary = await desk.bring(xes, 'permits-xes');

    expect(summary).toMatchObject({
      format: 'xes',
      rows: 8577,
      accepted: 8577,
      duplicates: 0,
      quarantined: 0,
      dossiers: 1434,
      events: 8577,
    });
    await expectPermits(desk, 'permits-xes');
  });

  test('by month in the zone of the permits', async ({ desk }) => {
    await desk.bring(xes, 'permits-months');
    const months = Object.entries(truth().permits['received_by_month_startdate_Europe/Amsterdam']);

    const counted = [];
    for (const [month] of months) {
      const start = Temporal.PlainDate.from(`${month}-01`);
      const instant = (day: Temporal.PlainDate): string =>
        day.toZonedDateTime('Europe/Amsterdam').toInstant().toString();
      counted.push([
        month,
        await desk.value('dossiers.received', {
          source: 'permits-months',
          from: instant(start),
          to: instant(start.add({ months: 1 })),
        }),
      ]);
    }

    expect(counted).toEqual(months);
  });

  test('the same permits as a table give the same figures', async ({ desk }) => {
    const summary = await desk.bring(csv, 'permits-csv');

    expect(summary).toMatchObject({ format: 'csv', rows: 8577, accepted: 8577, dossiers: 1434 });
    await expectPermits(desk, 'permits-csv');
  });

  test('in any order of the rows, with one row in ten sent twice', async ({ desk }) => {
    const summary = await withShuffled(csv, (copy) => desk.bring(copy, 'permits-shuffled'));

    expect(summary).toMatchObject({
      rows: 9435,
      accepted: 8577,
      duplicates: 858,
      quarantined: 0,
      dossiers: 1434,
      events: 8577,
    });
    await expectPermits(desk, 'permits-shuffled');
  });

  test('brought a second time, nothing changes', async ({ desk }) => {
    await desk.bring(csv, 'permits-again');

    const again = await desk.bring(csv, 'permits-again');

    expect(again).toMatchObject({ rows: 8577, accepted: 0, duplicates: 8577 });
    await expectPermits(desk, 'permits-again');
  });

  test('as we knew it before the import, nothing was known', async ({ desk }) => {
    await desk.bring(csv, 'permits-known');

    const known = await desk.value('dossiers.received', { source: 'permits-known', known: '2011-07-01T00:00Z' });

    expect(known).toBeNull();
  });
}

/** The permit log's figures, whoever brought them and in whatever order. */
async function expectPermits({ value, ask }: Desk, source: string): Promise<void> {
  const { permits } = truth();
  const asOf = permits['as_of_2011-07-01T00:00:00Z'];
  const figures = async (words: KpiWords): Promise<Record<string, number | null | undefined>> => ({
    received: await value('dossiers.received', words),
    completed: await value('dossiers.handled', words),
    completed_on_time: await value('dossiers.handled-on-time', words),
    open: await value('dossiers.open', words),
    open_overdue: await value('dossiers.overdue', words),
    events_up_to: await value('dossiers.events', words),
  });

  expect(await figures({ source })).toMatchObject({
    received: permits.cases,
    completed: permits.completed_cases_enddate_present,
    completed_on_time: permits.on_time_enddate_le_deadline,
    open: permits.open_cases_no_enddate,
    events_up_to: permits.events,
  });
  expect(await figures({ source, at: '2011-07-01T00:00:00Z' })).toEqual(asOf);
  expect(await value('dossiers.ends-before-start', { source })).toBe(permits.enddate_before_startdate);
  expect(await value('dossiers.on-time-rate.handled', { source })).toBeCloseTo(permits.on_time_share_of_completed, 6);
  expect(Number(await value('dossiers.handling-time.median', { source })) / dayMs).toBeCloseTo(
    permits.days_startdate_to_enddate.median,
    3,
  );

  const byChannel = await ask('dossiers.on-time-rate.handled', { source, by: 'channel' });
  const received = await ask('dossiers.received', { source, by: 'channel' });
  expect(received.values.map(({ value: count }) => count).toSorted(byNumber)).toEqual(
    Object.values(permits.cases_by_channel).toSorted(byNumber),
  );
  expect(pairs(byChannel.values.map(({ numerator, denominator }) => [numerator, denominator]))).toEqual(
    pairs(Object.values(permits.on_time_by_channel)),
  );
}

function byNumber(a: number | null, b: number | null): number {
  return Number(a) - Number(b);
}

function pairs(list: readonly (readonly (number | null)[])[]): string[] {
  return list.map((pair) => pair.join('/')).toSorted();
}
