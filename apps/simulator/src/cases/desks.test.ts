import { describe, expect, test } from 'vitest';

import { dayOfIso } from '../calendar/city-days.ts';
import { cityModel } from '../city-model.ts';
import type { Reading } from '../readings/reading.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { securityIncidentsOf } from './security/security-incident.ts';
import { watchEveryMs, watchReadings } from './security/watch.ts';
import { helpDeskEveryMs, helpDeskReadings } from './tickets/help-desk.ts';
import { ticketsOf } from './tickets/ticket-cohort.ts';

const view = sampleCity(3);
const city = cityModel(view, 1);
const tuesday = dayOfIso('2026-11-24');
const sunday = dayOfIso('2026-11-22');
const midnight = Date.parse('2026-11-24T00:00:00+07:00');

/** All readings of the day, frame by frame. */
const ofDay = (everyMs: number, make: (at: number) => readonly Reading[]) =>
  Array.from({ length: 86_400_000 / everyMs }, (_, index) => make(midnight + (index + 1) * everyMs)).flat();

describe('the help desk', () => {
  test('has many tickets on a working day and few on a Sunday', () => {
    expect(ticketsOf(city, tuesday).length).toBeGreaterThan(120);
    expect(ticketsOf(city, sunday).length).toBeLessThan(40);
  });

  test('answers each ticket before it ends it, and most of them in time', () => {
    const lives = ticketsOf(city, tuesday).map(({ records }) => records);
    const inTime = lives.filter(([received, , handled]) => {
      return (handled?.at ?? Infinity) <= Date.parse(received?.record.due?.at ?? '');
    });

    expect(lives.every((life) => life.every(({ at }, index) => at >= (life[index - 1]?.at ?? 0)))).toBe(true);
    expect(inTime.length / lives.length).toBeGreaterThan(0.88);
    expect(inTime.length).toBeLessThan(lives.length);
  });

  test('tells a first answer for each ticket that got one on the day, once', () => {
    const told = ofDay(helpDeskEveryMs, (at) => helpDeskReadings(city, at - helpDeskEveryMs, at)).filter(
      ({ metric }) => metric === 'first-response',
    );
    const answered = [tuesday - 1, tuesday]
      .flatMap((day) => ticketsOf(city, day))
      .filter(({ respondedAt }) => {
        return respondedAt > midnight && respondedAt <= midnight + 86_400_000;
      });

    expect(answered.length).toBeGreaterThan(100);
    expect(told).toHaveLength(answered.length);
  });
});

describe('the security watch', () => {
  test('detects most incidents within the promised hour and resolves most within four', () => {
    const days = Array.from({ length: 30 }, (_, index) => tuesday - index);
    const incidents = days.flatMap((day) => securityIncidentsOf(city, day));
    const share = (holds: (incident: (typeof incidents)[number]) => boolean) =>
      incidents.filter(holds).length / incidents.length;

    expect(share(({ beganAt, detectedAt }) => detectedAt - beganAt <= 3_600_000)).toBeGreaterThan(0.85);
    expect(share(({ records: [first, last] }) => (last?.at ?? 0) - (first?.at ?? 0) <= 14_400_000)).toBeGreaterThan(
      0.8,
    );
    expect(incidents.length / days.length).toBeGreaterThan(11);
  });

  test('says of every system whether it answers', () => {
    const up = ofDay(watchEveryMs, (at) => watchReadings(city, at - watchEveryMs, at)).filter(
      ({ metric }) => metric === 'up',
    );
    const share = up.reduce((sum, { value }) => sum + (value ?? 0), 0) / up.length;

    expect(up).toHaveLength(40 * 288);
    expect(share).toBeGreaterThan(0.98);
    expect(share).toBeLessThan(1);
  });
});

test('the same seed and day give the same tickets and incidents', () => {
  const again = cityModel(view, 1);

  expect(ticketsOf(again, tuesday)).toEqual(ticketsOf(city, tuesday));
  expect(securityIncidentsOf(again, tuesday)).toEqual(securityIncidentsOf(city, tuesday));
  expect(ticketsOf(cityModel(view, 2), tuesday)).not.toEqual(ticketsOf(city, tuesday));
});
