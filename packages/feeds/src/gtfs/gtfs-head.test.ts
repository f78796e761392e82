import { expect, test } from 'vitest';

import { isGtfsHead } from './gtfs-head.ts';
import { zipBytes } from './zip-bytes.ts';

test.each(['agency.txt', 'stop_times.txt', 'hanoi/stops.txt', 'hanoi/'])('a zip that begins with %s', (name) => {
  expect(isGtfsHead(zipBytes({ [name]: 'a,b\n' }))).toBe(true);
});

test.each(['[Content_Types].xml', 'mimetype', 'photo.jpg'])('a zip that begins with %s is something else', (name) => {
  expect(isGtfsHead(zipBytes({ [name]: '' }))).toBe(false);
});

test.each(['', 'PK', 'agency_name,agency_timezone\nA,Asia/Ho_Chi_Minh\n'])('%j is no zip', (text) => {
  expect(isGtfsHead(Buffer.from(text))).toBe(false);
});
