import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';

import { instantText, momentReader } from './moment.ts';

const hanoi = 'Asia/Ho_Chi_Minh';

function told(text: string, format: string, zone: string, edge: 'start' | 'end' = 'start') {
  const moment = momentReader([format], zone)(text, edge);
  return moment === null ? null : [instantText(moment.epochMs), moment.precision, moment.doubt];
}

describe('times as feeds write them', () => {
  test.each([
    ['2011-10-11 13:42:22.688000+02:00', '2011-10-11T11:42:22.688Z', 'instant'],
    ['2011-10-11T13:42:22,688+0200', '2011-10-11T11:42:22.688Z', 'instant'],
    ['2026-07-24T21:12:00.002308656Z', '2026-07-24T21:12:00.002Z', 'instant'],
    ['2010-07-30T22:35:00-00:00', '2010-07-30T22:35:00.000Z', 'instant'],
    ['2025-11-24T08:30', '2025-11-24T01:30:00.000Z', 'minute'],
    ['2025-11-24', '2025-11-23T17:00:00.000Z', 'day'],
    ['2025-11-24T24:00:00', '2025-11-24T17:00:00.000Z', 'instant'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z', 'instant'],
  ])('%s is understood', (text, instant, precision) => {
    expect(told(text, 'iso', hanoi)).toEqual([instant, precision, null]);
  });

  test.each([
    '2025-02-29',
    '2025-13-01',
    '2025-11-24T25:00:00',
    '2025-11-24T08:61',
    '2025-11-24T08:00+99:00',
    '0000-01-01',
    '24/11/2025',
    '',
  ])('“%s” is no ISO time', (text) => {
    expect(told(text, 'iso', hanoi)).toBeNull();
  });

  test.each([
    ['06/20/2016 10:04:21 PM', 'MM/dd/yyyy hh:mm:ss a', '2016-06-20T15:04:21.000Z'],
    ['06/20/2016 12:04:21 AM', 'MM/dd/yyyy hh:mm:ss a', '2016-06-19T17:04:21.000Z'],
    ['06/20/2016 12:04:21 PM', 'MM/dd/yyyy hh:mm:ss a', '2016-06-20T05:04:21.000Z'],
    ['24/11/2025 01:05:00 CH', 'dd/MM/yyyy hh:mm:ss a', '2025-11-24T06:05:00.000Z'],
    ['4/1/2025 8:05', 'dd/MM/yyyy HH:mm', '2025-01-04T01:05:00.000Z'],
    ['2025-11-24T08:05:00+0900', "yyyy-MM-dd'T'HH:mm:ssXX", '2025-11-23T23:05:00.000Z'],
  ])('%s is read by %s', (text, format, instant) => {
    expect(told(text, format, hanoi)?.[0]).toBe(instant);
  });

  test('13 PM is no time', () => {
    expect(told('06/20/2016 13:04:21 PM', 'MM/dd/yyyy hh:mm:ss a', hanoi)).toBeNull();
  });

  test.each(['dd/MM/yy', 'HH:mm', 'dd/MM/yyyy dd'])('a format such as %s is refused at once', (format) => {
    expect(() => momentReader([format], hanoi)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
  });

  test('a zone that nobody knows is refused at once', () => {
    expect(() => momentReader(['iso'], 'Europe/Atlantis')).toThrow(expect.objectContaining({ place: 'zone' }));
  });
});

describe('days', () => {
  test('a due day lasts to its last millisecond, a day of work begins with its first', () => {
    expect(told('30/11/2025', 'dd/MM/yyyy', hanoi, 'end')?.[0]).toBe('2025-11-30T16:59:59.999Z');
    expect(told('30/11/2025', 'dd/MM/yyyy', hanoi, 'start')?.[0]).toBe('2025-11-29T17:00:00.000Z');
  });

  test('the day on which clocks go back has 25 hours', () => {
    expect(told('2011-10-30', 'iso', 'Europe/Amsterdam', 'start')?.[0]).toBe('2011-10-29T22:00:00.000Z');
    expect(told('2011-10-30', 'iso', 'Europe/Amsterdam', 'end')?.[0]).toBe('2011-10-30T22:59:59.999Z');
  });

  test('a day whose midnight is skipped begins an hour later', () => {
    expect(told('2018-11-04', 'iso', 'America/Sao_Paulo')?.[0]).toBe('2018-11-04T03:00:00.000Z');
  });
});

describe('clock changes', () => {
  test('an hour that comes twice is the earlier one, and the doubt is told', () => {
    expect(told('2011-10-30T02:30:00', 'iso', 'Europe/Amsterdam')).toEqual([
      '2011-10-30T00:30:00.000Z',
      'instant',
      'dst-ambiguous',
    ]);
  });

  test('an hour that never comes is moved forward, and the doubt is told', () => {
    expect(told('2011-03-27T02:30:00', 'iso', 'Europe/Amsterdam')).toEqual([
      '2011-03-27T01:30:00.000Z',
      'instant',
      'dst-gap',
    ]);
  });

  test('an offset in the text leaves no doubt', () => {
    expect(told('2011-10-30T02:30:00+01:00', 'iso', 'Europe/Amsterdam')).toEqual([
      '2011-10-30T01:30:00.000Z',
      'instant',
      null,
    ]);
  });
});

const zones = fc.constantFrom(
  hanoi,
  'Europe/Amsterdam',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'UTC',
);

test('any wall-clock time of any zone is what the calendar says', { timeout: 60_000 }, () => {
  const walls = fc.date({ min: new Date('1972-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(zones, fc.array(walls, { minLength: 1, maxLength: 20 }), (zone, dates) => {
      const read = momentReader(['iso'], zone);
      for (const date of dates) {
        const text = date.toISOString().slice(0, -1);
        const expected = Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;

        expect(read(text, 'start')?.epochMs).toBe(expected);
      }
    }),
    { numRuns: 300 },
  );
});

test('the wire form is the one of Date', () => {
  const moments = fc.integer({ min: Date.parse('0001-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') });
  fc.assert(
    fc.property(moments, (epochMs) => {
      expect(instantText(epochMs)).toBe(new Date(epochMs).toISOString());
    }),
  );
});
