import { expect, test } from 'vitest';
import { z } from 'zod';

import { fieldReportCohort } from '../cases/field-reports/field-report-cohort.ts';
import { cityModel } from '../city-model.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { open311Feeds } from './open311-feeds.ts';

const city = cityModel(sampleCity(20), 1);
const historyDays = 20;
const noon = Date.parse('2026-11-24T05:00:00Z');
const today = city.days.dayOf(noon);

const requestsSchema = z.array(
  z.object({
    service_request_id: z.string(),
    status: z.enum(['open', 'closed']),
    requested_datetime: z.iso.datetime(),
    updated_datetime: z.iso.datetime(),
    extended_attributes: z.object({ satisfied: z.boolean().optional() }),
    notes: z.array(z.object({ datetime: z.iso.datetime(), type: z.string() })),
  }),
);
type Requests = z.infer<typeof requestsSchema>;

const requestsAt = (now: number, words: Record<string, string>): Requests => {
  const document = open311Feeds(city, () => now, historyDays)['/open311/v2/requests.json']?.(
    new URLSearchParams(words),
  );
  return requestsSchema.parse(JSON.parse(String(document?.body)));
};

/** All of them, page by page, as a reader of few does it. */
const allAt = (now: number, words: Record<string, string> = {}): Requests => {
  const all: Requests = [];
  for (let page = 1; ; page += 1) {
    const told = requestsAt(now, { ...words, page: String(page), page_size: '100' });
    if (told.length === 0) return all;
    all.push(...told);
  }
};

test('pages hold every report of the history once, the newest first, with what is known at the moment', () => {
  const all = allAt(noon);

  const told = Array.from({ length: historyDays + 1 }, (_, index) => [...fieldReportCohort(city, today - index)].flat())
    .flat()
    .filter(({ at }) => at <= noon);
  const stepsOf = (name: string): number =>
    told.filter(({ record }) => record.steps.some(({ step }) => step === name)).length;
  const notesOf = (type: string): number =>
    all.flatMap(({ notes }) => notes).filter((note) => note.type === type).length;
  expect(new Set(all.map((request) => request.service_request_id)).size).toBe(all.length);
  expect(all.map((request) => request.requested_datetime)).toEqual(
    all
      .map((request) => request.requested_datetime)
      .toSorted()
      .toReversed(),
  );
  expect(all.flatMap(({ notes }) => notes)).toHaveLength(told.length);
  expect([notesOf('opened'), notesOf('closed'), notesOf('refused')]).toEqual([
    stepsOf('received'),
    stepsOf('returned'),
    stepsOf('refused'),
  ]);
  expect(all.every((request) => Date.parse(request.updated_datetime) <= noon)).toBe(true);
});

test('what was updated since is told, and nothing else', () => {
  const [before, after] = [allAt(noon), allAt(noon + 3 * 3_600_000)].map(
    (all) => new Map(all.map((request) => [request.service_request_id, JSON.stringify(request)])),
  );
  const changed = [...(after ?? [])].filter(([id, text]) => before?.get(id) !== text).map(([id]) => id);

  const told = allAt(noon + 3 * 3_600_000, { updated_after: new Date(noon).toISOString() });

  expect(told.map((request) => request.service_request_id)).toEqual(changed);
  expect(changed.length).toBeGreaterThan(3);
});

test('of those that ended some are rated, about two of three as satisfied', () => {
  const closed = allAt(noon).filter(({ status }) => status === 'closed');
  const ratings = closed.flatMap((request) => request.extended_attributes.satisfied ?? []);
  const satisfied = ratings.filter((each) => each).length / ratings.length;

  expect(ratings.length / closed.length).toBeGreaterThan(0.25);
  expect(ratings.length / closed.length).toBeLessThan(0.5);
  expect(satisfied).toBeGreaterThan(0.55);
  expect(satisfied).toBeLessThan(0.75);
});

test('a window of more than 90 days is refused as the standard says, and a date that is none', () => {
  const feeds = open311Feeds(city, () => noon, historyDays);
  const answer = (words: string): unknown => feeds['/open311/v2/requests.json']?.(new URLSearchParams(words));

  expect(answer('start_date=2026-01-01T00:00:00Z')).toMatchObject({ status: 400 });
  expect(answer('updated_after=yesterday')).toMatchObject({ status: 400 });
  expect(answer('page=0')).toMatchObject({ status: 400 });
});
