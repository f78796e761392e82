import { expect, test } from 'vitest';

import { calendarDayText, clockText, dayText, msIntoDay, spanText, weekdayText } from './time-format.ts';

const hanoi = 'Asia/Ho_Chi_Minh';
const lateEvening = Date.parse('2026-11-23T17:30:05.250Z');

test('moments are told in the zone of the ledger, whatever zone this machine is in', () => {
  expect(clockText(lateEvening, hanoi)).toBe('00:30:05');
  expect(dayText(lateEvening, hanoi)).toBe('24/11/2026');
  expect(dayText(lateEvening, 'UTC')).toBe('23/11/2026');
  expect(weekdayText(lateEvening, hanoi, 'vi')).toBe('Thứ Ba');
  expect(weekdayText(lateEvening, 'UTC', 'en')).toBe('Monday');
});

test('the day of the wire is turned round and no zone takes part', () => {
  expect(calendarDayText('2026-12-31')).toBe('31/12/2026');
});

test('milliseconds into the day count from the midnight of the zone', () => {
  expect(msIntoDay(lateEvening, hanoi)).toBe(30 * 60_000 + 5250);
});

test.each([
  [0, '0 giây'],
  [59_999, '59 giây'],
  [100_000, '1 phút 40'],
  [120_000, '2 phút'],
  [28 * 60_000 + 30_000, '28 phút'],
  [4_260_000, '1 giờ 11'],
  [47 * 3_600_000, '47 giờ'],
  [72 * 3_600_000, '3 ngày'],
])('%i ms are told as %s', (ms, text) => {
  expect(spanText(ms, 'vi')).toBe(text);
});

test('a clock that was set back makes no negative age', () => {
  expect(spanText(-5000, 'en')).toBe('0 s');
});
