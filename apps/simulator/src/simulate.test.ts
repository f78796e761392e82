import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { FlagtowerError, sourceConfigSchema } from '@flagtower/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { dossierCohort } from './cases/dossiers/dossier-cohort.ts';
import { cityModel } from './city-model.ts';
import { parseOptions, type Options } from './cli/options.ts';
import type { Talk } from './cli/talk.ts';
import { simulate } from './simulate.ts';
import { fakeAggregator, fakeKey, type FakeAggregator } from './testing/fake-aggregator.ts';
import { sampleCity } from './testing/sample-city.ts';

// They walk through many days; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const city = sampleCity(3);
const startAt = Date.parse('2026-11-24T04:00:00Z'); // a Tuesday, 11:00 in Hanoi
const historyDays = 4;
const silent: Talk = { say: () => undefined, progress: () => undefined };

let folder: string;
let aggregator: FakeAggregator;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flagtower-simulator-'));
  await mkdir(join(folder, 'keys'));
  for (const id of ['one-stop', 'tickets', 'security'].map((name) => `sampleton-${name}`).concat('admin')) {
    await writeFile(join(folder, 'keys', `${id}.key`), `${fakeKey}\n`);
  }
  aggregator = await fakeAggregator(city, startAt);
});

afterEach(async () => {
  await aggregator.close();
  await rm(folder, { recursive: true });
});

function options(...args: string[]): Options {
  const given = ['--url', aggregator.url, '--data', folder, '--backfill-days', String(historyDays), ...args];
  const parsed = parseOptions(given, {});
  if (parsed === null) throw new RangeError('no help was asked for');
  return { ...parsed, port: 0 };
}

/** What a service must know of dossiers at a moment: written from the cohorts, without the play. */
function expected(until: number): string[] {
  const model = cityModel(city, 1);
  const today = model.days.dayOf(startAt);
  return Array.from({ length: historyDays + 1 }, (_, index) => [...dossierCohort(model, today - index)])
    .flat(2)
    .filter(({ at }) => at <= until)
    .map(({ record }) => record.recordId);
}

const never = () => new AbortController().signal;
const dossiersTold = () => [...aggregator.records.keys()].filter((id) => id.startsWith('SAMPLETON'));

test('today and the history are told up to now, each record once', async () => {
  const summary = await simulate(options('--once'), silent, never());

  const told = new Set(dossiersTold());
  const due = expected(startAt);
  expect(due.length).toBeGreaterThan(400);
  expect(due.filter((id) => !told.has(id))).toEqual([]);
  // The clock went on for some seconds meanwhile.
  expect(told.size - due.length).toBeLessThan(20);
  expect(aggregator.log.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(0);
  expect(summary.historyDays).toBe(3 * historyDays);
});

test('today’s morning comes before every other day', async () => {
  await simulate(options('--once', '--centers', 'public-service'), silent, never());

  const days = dossiersTold().map((id) => /-(\d{6})-/.exec(id)?.[1] ?? '');
  const firstOfOthers = days.findIndex((day) => day !== '261124');
  expect(firstOfOthers).toBeGreaterThan(50);
  const later = days.slice(firstOfOthers).filter((day) => day !== '261124');
  expect(later).toEqual(later.toSorted().toReversed());
});

test('a busy service costs patience and no record', async () => {
  aggregator.busyFor(3);

  await simulate(options('--once'), silent, never());

  const told = new Set(dossiersTold());
  expect(expected(startAt).filter((id) => !told.has(id))).toEqual([]);
});

test('a second run only tells what happened since', async () => {
  await simulate(options('--once'), silent, never());
  const before = aggregator.log.length;

  await simulate(options('--once'), silent, never());

  expect(aggregator.log.slice(before).reduce((sum, { size }) => sum + size, 0)).toBeLessThan(20);
  expect(aggregator.log.length).toBeGreaterThan(before);
});

test('without its progress it tells everything again, and the ledger knows all of it', async () => {
  await simulate(options('--once'), silent, never());
  const known = aggregator.records.size;
  await rm(join(folder, 'simulator'), { recursive: true });

  await simulate(options('--once'), silent, never());

  expect(aggregator.records.size - known).toBeLessThan(20);
  expect(aggregator.log.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBeGreaterThanOrEqual(known);
});

test('a ledger that was made anew is told everything, whatever an older one knew', async () => {
  await simulate(options('--once'), silent, never());
  aggregator.records.clear();
  aggregator.log.length = 0;

  await simulate(options('--once'), silent, never());

  const told = new Set(dossiersTold());
  expect(expected(startAt).filter((id) => !told.has(id))).toEqual([]);
});

test('a run that is stopped at any moment and started again loses nothing', async () => {
  for (const afterMs of [30, 150, 400, 700]) {
    const stop = new AbortController();
    const run = simulate(options(), silent, stop.signal);
    await sleep(afterMs);
    stop.abort();
    await run;
  }

  await simulate(options('--once'), silent, never());

  const told = new Set(dossiersTold());
  expect(expected(startAt).filter((id) => !told.has(id))).toEqual([]);
});

test('silence is broken by an empty batch, and live records follow the clock', async () => {
  const stop = new AbortController();
  const run = simulate(options('--speed', '600', '--backfill-days', '0'), silent, stop.signal);
  await sleep(3000);

  const speed = aggregator.speed();
  stop.abort();
  await run;

  expect(speed).toBe(600);
  // A clock that ran on by itself would make every figure stale.
  expect(aggregator.speed()).toBe(1);
  const latest = Math.max(...[...aggregator.records.values()].map(({ occurredAt }) => Date.parse(occurredAt)));
  expect(latest).toBeGreaterThan(startAt + 60_000);
  expect(aggregator.log.some(({ size }) => size === 0)).toBe(true);
});

test('a key that the service does not know ends the run with the service’s own words', async () => {
  await writeFile(join(folder, 'keys', 'sampleton-one-stop.key'), 'another-key-altogether-000000');

  const run = simulate(options('--once'), silent, never());

  await expect(run).rejects.toSatisfy((error) => error instanceof FlagtowerError && error.code === 'UNAUTHORISED');
});

test('a missing key is waited for', async () => {
  const path = join(folder, 'keys', 'sampleton-one-stop.key');
  await rm(path);

  const run = simulate(options('--once', '--centers', 'public-service', '--backfill-days', '0'), silent, never());
  await sleep(400);
  await writeFile(path, fakeKey);

  expect((await run).sources['sampleton-one-stop']?.accepted).toBeGreaterThan(50);
});

test('the service is told where the feeds are, and pulls everything else from where it was', async () => {
  const declared = (id: string, url: string) =>
    aggregator.pulled.set(
      id,
      sourceConfigSchema.parse({
        id,
        names: { vi: id, en: id },
        ledger: 'simulated',
        zone: 'Asia/Ho_Chi_Minh',
        center: 'traffic',
        pull: { url, everySeconds: 60, format: 'datex2' },
      }),
    );
  declared('roads', 'http://127.0.0.1:7311/datex2/measured-data.xml');
  declared('elsewhere', 'https://roads.example/datex2/measured-data.xml');
  declared('other', 'http://127.0.0.1:7311/another-program.xml');

  const stop = new AbortController();
  const run = simulate(options('--centers', 'traffic'), silent, stop.signal);
  await vi.waitFor(() => expect(aggregator.pulled.get('roads')?.pull?.url).not.toContain(':7311/'));
  const moved = aggregator.pulled.get('roads');
  const answer = await fetch(moved?.pull?.url ?? '');
  stop.abort();
  await run;

  expect(await answer.text()).toContain('MeasuredDataPublication');
  expect(moved).toMatchObject({ center: 'traffic', pull: { everySeconds: 60, format: 'datex2' } });
  expect(aggregator.pulled.get('elsewhere')?.pull?.url).toBe('https://roads.example/datex2/measured-data.xml');
  expect(aggregator.pulled.get('other')?.pull?.url).toBe('http://127.0.0.1:7311/another-program.xml');
});

test('without the operator’s key nothing is declared, and the city says so', async () => {
  await rm(join(folder, 'keys', 'admin.key'));
  const said: string[] = [];
  const stop = new AbortController();

  const run = simulate(options('--centers', 'traffic'), { ...silent, say: (line) => said.push(line) }, stop.signal);
  await vi.waitFor(() => expect(said.join('\n')).toContain('Without the operator’s key'));
  stop.abort();

  await run;
});
