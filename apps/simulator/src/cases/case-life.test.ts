import { dossierEventSchema, type DossierEvent, type StepName } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { dayOfIso } from '../calendar/city-days.ts';
import { isDeskTime } from '../calendar/desk-time.ts';
import { cityModel } from '../city-model.ts';
import { sampleCity } from '../testing/sample-city.ts';
import type { Cohort } from './case-record.ts';
import { dossierCohort } from './dossiers/dossier-cohort.ts';
import { fieldReportCohort } from './field-reports/field-report-cohort.ts';

// They walk through many days; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const city = sampleCity(4);
const days = cityModel(city, 1).days;
const anySeed = fc.integer({ min: 0, max: 2 ** 31 });
const anyDay = fc.integer({ min: dayOfIso('2025-08-01'), max: dayOfIso('2026-12-31') });
const anyCohort = fc
  .tuple(anySeed, anyDay, fc.constantFrom(dossierCohort, fieldReportCohort))
  .map(([seed, day, cohortOf]) => ({ day, lives: livesOf(cohortOf(cityModel(city, seed), day)) }));

function livesOf(cohort: Cohort): DossierEvent[][] {
  const lives = new Map<string, DossierEvent[]>();
  for (const { record } of [...cohort].flat()) {
    const event = dossierEventSchema.parse(record);
    lives.set(event.dossier, [...(lives.get(event.dossier) ?? []), event]);
  }
  return [...lives.values()];
}

const stepsOf = (life: readonly DossierEvent[]) => life.flatMap(({ steps }) => steps);

/** What may follow what; `new` is before everything. Written from the words of the steps, not from the generator. */
const mayFollow: Readonly<Record<string, readonly StepName[]>> = {
  new: ['submitted'],
  submitted: ['received', 'refused'],
  refused: [],
  open: ['activity', 'amended', 'transferred', 'paused', 'handled', 'withdrawn'],
  paused: ['resumed', 'withdrawn'],
  handled: ['returned'],
  returned: ['reopened'],
  withdrawn: [],
};
const stateAfter: Readonly<Partial<Record<StepName, string>>> = {
  received: 'open',
  activity: 'open',
  amended: 'open',
  transferred: 'open',
  resumed: 'open',
  reopened: 'open',
};

test('no life contains a step that cannot follow the one before', () => {
  fc.assert(
    fc.property(anyCohort, ({ lives }) => {
      for (const life of lives) {
        let state = 'new';
        for (const { step } of stepsOf(life)) {
          expect(mayFollow[state]).toContain(step);
          state = stateAfter[step] ?? step;
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('the steps of a life are told in the order of time, and its records are numbered from 1', () => {
  fc.assert(
    fc.property(anyCohort, ({ lives }) => {
      for (const life of lives) {
        const moments = stepsOf(life).map(({ at }) => at);
        expect(moments).toEqual(moments.toSorted());
        expect(life.map(({ recordId }) => recordId)).toEqual(life.map(({ dossier }, at) => `${dossier}/${at + 1}`));
        for (const event of life) expect(event.occurredAt).toBe(event.steps.at(-1)?.at);
      }
    }),
    { numRuns: 25 },
  );
});

test('what is received has a unit, a procedure, a channel and a due moment that lies ahead', () => {
  fc.assert(
    fc.property(anyCohort, ({ lives }) => {
      for (const event of lives.flat()) {
        if (!event.steps.some(({ step }) => step === 'received')) continue;
        expect([event.unit, event.procedure, event.channel]).not.toContain(undefined);
        expect(Date.parse(event.due?.at ?? '')).toBeGreaterThan(Date.parse(event.occurredAt));
      }
    }),
    { numRuns: 25 },
  );
});

test('a life begins on the day of its cohort', () => {
  fc.assert(
    fc.property(anyCohort, ({ day, lives }) => {
      for (const [first] of lives) expect(days.dayOf(Date.parse(first?.steps[0]?.at ?? ''))).toBe(day);
    }),
    { numRuns: 25 },
  );
});

test('desks handle, pause and refuse only while they are open', () => {
  fc.assert(
    fc.property(anyCohort, ({ lives }) => {
      for (const { step, at } of lives.flatMap(stepsOf)) {
        if (step !== 'handled' && step !== 'paused' && step !== 'transferred') continue;
        // The very end of the desk day counts as open.
        expect(isDeskTime(Date.parse(at) - 1, days) || isDeskTime(Date.parse(at), days)).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
});

test('no two dossiers of two months share a code', () => {
  const model = cityModel(city, 7);
  const first = dayOfIso('2026-03-01');

  const codes = Array.from({ length: 60 }, (_, index) => livesOf(dossierCohort(model, first + index)))
    .flat()
    .map(([event]) => event?.dossier);

  expect(codes.length).toBeGreaterThan(500);
  expect(new Set(codes).size).toBe(codes.length);
});
