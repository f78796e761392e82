import { createHash } from 'node:crypto';

import { expect, test, vi } from 'vitest';

import { dayOfIso } from '../calendar/city-days.ts';
import { cityModel } from '../city-model.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { dossierCohort } from './dossiers/dossier-cohort.ts';
import { fieldReportCohort } from './field-reports/field-report-cohort.ts';

// They walk through many days; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const day = dayOfIso('2026-11-24');
const bytesOf = (seed: number, on = day) => {
  const city = cityModel(sampleCity(20), seed);
  return JSON.stringify([[...dossierCohort(city, on)], [...fieldReportCohort(city, on)]]);
};
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

test('one seed and one day always give the same bytes, whatever was asked before', () => {
  const once = bytesOf(1);
  bytesOf(2);
  bytesOf(1, day - 1);

  expect(bytesOf(1)).toBe(once);
});

test('the bytes of seed 1 are those of yesterday’s version: a change makes histories that are half told wrong', () => {
  expect(hashOf(bytesOf(1))).toMatchInlineSnapshot(`"6d29bb3080df7ab0"`);
});

test('another seed and another day give other bytes', () => {
  expect(new Set([bytesOf(1), bytesOf(2), bytesOf(1, day + 1)]).size).toBe(3);
});

test('a Sunday brings only what the portal takes by itself or keeps for Monday', () => {
  const city = cityModel(sampleCity(20), 1);
  const records = [...dossierCohort(city, dayOfIso('2026-11-22'))].flat();

  const channels = new Set(records.flatMap(({ record }) => (record.channel === undefined ? [] : [record.channel])));

  expect([...channels].toSorted()).toEqual(['at-home', 'online']);
});
