import { kpiAnswerSchema } from '@flagtower/contracts';
import { expect } from '@playwright/test';

import { askOften } from '../product/ask-often.ts';
import { test, type ToldCity } from '../product/fixtures.ts';
import { authorised } from '../product/intake.ts';
import { counted, openCenter, photograph, showsWhatTheCityCounts } from './figures.ts';

/** Corrections begin with the second minute and are all told by the tenth: the first look is before them. */
test.use({ story: { name: 'corrections', minute: 1 }, pastDays: 3 });

const afterAll = '2026-11-24T03:58:00.000Z';
const online = 'dossiers.received-online';

/** A figure of the four days, as the service has it. */
async function byDay(told: ToldCity, kpi: string): Promise<Record<string, number | null>> {
  const path = `/v1/kpis/${kpi}?ledger=simulated&by=day&from=2026-11-21T00:00:00%2B07:00`;
  const { values } = kpiAnswerSchema.parse(await authorised(told, 'GET', path));
  return Object.fromEntries(values.map(({ key, value }) => [key['day'] ?? '', value]));
}

async function asTheCityCounts(told: ToldCity, pick: 'received' | 'receivedOnline'): Promise<Record<string, number>> {
  const { dossiers } = await told.counts();
  return Object.fromEntries(Object.entries(dossiers).map(([day, counts]) => [day, counts[pick]]));
}

test('thousands of old dossiers and the calls of a day are told anew: walls show the restated numbers, and nothing twice', async ({
  page,
  told,
}, testInfo) => {
  // Four waits, each of up to a minute.
  test.setTimeout(210_000);
  await askOften(told, ['hanoi-calls']);
  await openCenter(page, told, 'public-service');
  await showsWhatTheCityCounts(page, told, ['dossiers.received', online]);
  await expect.poll(() => byDay(told, online)).toEqual(await asTheCityCounts(told, 'receivedOnline'));
  const before = { received: await byDay(told, 'dossiers.received'), online: await byDay(told, online) };
  const callsBefore = await counted(told, 'calls.received');

  await authorised(told, 'PUT', '/v1/ledgers/simulated/clock', { at: afterAll, speed: 0.1 });

  await expect.poll(() => counted(told, 'calls.received'), { timeout: 30_000 }).toBeLessThan(callsBefore);
  await showsWhatTheCityCounts(page, told, ['dossiers.received', online]);
  await photograph(page, testInfo.outputPath('public-service.png'));
  const after = { received: await byDay(told, 'dossiers.received'), online: await byDay(told, online) };
  expect(after.received).toEqual(await asTheCityCounts(told, 'received'));
  expect(after.online).toEqual(await asTheCityCounts(told, 'receivedOnline'));
  expect(after.received['2026-11-23']).toBe(before.received['2026-11-23']);
  expect(Number(after.online['2026-11-23']) - Number(before.online['2026-11-23'])).toBeGreaterThan(500);

  await openCenter(page, told, 'emergency');
  await showsWhatTheCityCounts(page, told, ['calls.hour', 'calls.received']);
  await photograph(page, testInfo.outputPath('emergency.png'));
});
