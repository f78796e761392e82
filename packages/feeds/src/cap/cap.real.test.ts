import { describe, expect, test } from 'vitest';

import { detectFormat } from '../detect.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { sharedFeed } from '../shared-feeds.ts';
import { capReader } from './cap-reader.ts';

const alerts = [
  {
    file: 'ec-thunderstorm-update.cap',
    counts: { infos: 2, areas: 4, polygons: 4, circles: 0, geocodes: 26, 'polygon-points': 110 },
    notice: {
      recordId: 'cap@ec.gc.ca,2.49.0.1.124.6bddbc91.2012',
      occurredAt: '2012-05-02T23:21:04.000Z',
      category: 'Met',
      severity: 'minor',
      urgency: 'past',
      certainty: 'observed',
      startsAt: '2012-05-02T23:20:00.000Z',
      endsAt: '2012-05-03T00:20:00.000Z',
      supersedes: ['cap@ec.gc.ca,2.49.0.1.124.a3f342a4.2012', 'cap@ec.gc.ca,2.49.0.1.124.60f31a3a.2012'],
      texts: [
        { language: 'en-CA', event: 'thunderstorm' },
        { language: 'fr-CA', event: 'orages' },
      ],
      signed: false,
    },
  },
  {
    file: 'nws-flash-flood-watch-cap11.cap',
    counts: { infos: 1, areas: 1, polygons: 0, circles: 0, geocodes: 2 },
    notice: {
      recordId: 'w-nws.webmaster@noaa.gov,NOAA-NWS-ALERTS-MT20100830100700TFXFlashFloodWatchTFX20100830180000MT',
      occurredAt: '2010-08-30T10:07:00.000Z',
      severity: 'severe',
      urgency: 'expected',
      certainty: 'possible',
      endsAt: '2010-08-30T18:00:00.000Z',
      supersedes: [],
      texts: [{ language: 'en-US', event: 'Flash Flood Watch' }],
      signed: false,
    },
  },
  {
    file: 'seychelles-strong-winds-2024-signed.xml',
    counts: { infos: 1, areas: 1, polygons: 1, circles: 0, geocodes: 0, 'polygon-points': 14 },
    notice: {
      recordId: 'info@meteo.gov.sc,urn:oid:2.49.0.0.690.0.2024.5.19.13.18.0',
      occurredAt: '2024-05-19T13:18:00.000Z',
      severity: 'moderate',
      urgency: 'immediate',
      startsAt: '2024-05-19T13:30:00.000Z',
      endsAt: '2024-05-19T19:30:00.000Z',
      signed: true,
    },
  },
  {
    file: 'usgs-earthquake-iso8859-1.cap',
    counts: { infos: 1, areas: 1, polygons: 0, circles: 1, geocodes: 0 },
    notice: {
      occurredAt: '2012-10-14T22:53:04.000Z',
      category: 'Geo',
      severity: 'unknown',
      urgency: 'past',
      certainty: 'likely',
      startsAt: '2012-10-14T22:40:56.000Z',
      endsAt: '2012-10-21T22:53:04.000Z',
      texts: [{ headline: 'EQ 4.6 Usulután, Usulután, El Salvador - PRELIMINARY REPORT' }],
      areas: [{ circles: [{ center: [-88.783, 12.747], radiusKm: 0 }] }],
      signed: true,
    },
  },
];

describe('real CAP alerts', () => {
  test.for(alerts)('$file', async ({ file, counts, notice }, { skip }) => {
    const bytes = sharedFeed(`environment/cap/${file}`, skip);

    const parsed = await readAll(capReader, bytes);

    expect(detectFormat(bytes, null)).toEqual({ format: 'cap', gzip: false });
    expect(recordsIn(parsed, 'notice')).toMatchObject([{ status: 'actual', ended: false, ...notice }]);
    expect(remarksIn(parsed)).toEqual({
      ...counts,
      alerts: 1,
      ...(notice.signed && { 'signatures-not-checked': 1 }),
    });
    expect(parsed.filter(({ kind }) => kind === 'rejected')).toEqual([]);
  });
});
