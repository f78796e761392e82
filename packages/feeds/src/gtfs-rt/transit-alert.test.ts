import { expect, test } from 'vitest';

import { readAll, recordsIn } from '../read-all.ts';
import { feedBytes, madeAt, madeAtText } from './feed-bytes.ts';
import { gtfsRtReader } from './gtfs-rt-reader.ts';

test('an alert becomes a notice with effect, cause, severity, languages and what it is about', async () => {
  const alert = {
    activePeriod: [{ start: madeAt - 100, end: madeAt + 100 }],
    informedEntity: [{ agencyId: 'TR', routeId: '32' }, { stopId: 'S9' }],
    cause: 'STRIKE',
    effect: 'NO_SERVICE',
    severityLevel: 'SEVERE',
    headerText: {
      translation: [
        { text: 'Tuyến 32 ngừng chạy', language: 'vi' },
        { text: 'Route 32 does not run', language: 'en' },
      ],
    },
    descriptionText: { translation: [{ text: 'Đến 18 giờ', language: 'vi' }] },
  };

  const parsed = await readAll(gtfsRtReader, feedBytes([{ id: 'A1', alert }]));

  expect(recordsIn(parsed, 'notice')).toMatchObject([
    {
      recordId: 'A1',
      version: madeAt * 1000,
      category: 'NO_SERVICE',
      cause: 'STRIKE',
      severity: 'severe',
      sender: 'TR',
      startsAt: '2023-11-14T22:11:40.000Z',
      endsAt: '2023-11-14T22:15:00.000Z',
      ended: false,
      texts: [
        { language: 'vi', event: 'NO_SERVICE', headline: 'Tuyến 32 ngừng chạy', description: 'Đến 18 giờ' },
        { language: 'en', event: 'NO_SERVICE', headline: 'Route 32 does not run' },
      ],
      areas: [
        {
          geocodes: [
            { name: 'agency_id', value: 'TR' },
            { name: 'route_id', value: '32' },
          ],
        },
        { geocodes: [{ name: 'stop_id', value: 'S9' }] },
      ],
    },
  ]);
});

test('of several periods the running one is told, else the next, else the last', async () => {
  const hour = 3600;
  const evening = (day: number) => ({ start: madeAt + day * 24 * hour, end: madeAt + day * 24 * hour + hour });
  const toldStart = async (days: number[]) => {
    const parsed = await readAll(gtfsRtReader, feedBytes([{ id: 'A', alert: { activePeriod: days.map(evening) } }]));
    return Date.parse(recordsIn(parsed, 'notice')[0]?.startsAt ?? '') / 1000 - madeAt;
  };

  expect(await toldStart([1, 0, -1])).toBe(0);
  expect(await toldStart([2, 1, -1])).toBe(24 * hour);
  expect(await toldStart([-2, -1])).toBe(-24 * hour);
});

test('an alert without texts or periods is still a notice, open-ended from the snapshot on', async () => {
  const parsed = await readAll(gtfsRtReader, feedBytes([{ id: 'A', alert: {} }]));

  expect(recordsIn(parsed, 'notice')).toMatchObject([
    {
      category: 'UNKNOWN_EFFECT',
      startsAt: madeAtText,
      endsAt: null,
      texts: [{ language: 'und', event: 'UNKNOWN_EFFECT' }],
    },
  ]);
});

test('a deleted alert is told as ended', async () => {
  const parsed = await readAll(gtfsRtReader, feedBytes([{ id: 'A', isDeleted: true, alert: {} }]));

  expect(recordsIn(parsed, 'notice')).toMatchObject([{ recordId: 'A', ended: true }]);
});
