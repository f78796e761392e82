import { sourceConfigSchema } from '@flagtower/contracts';
import type { LatestValue, Source } from '@flagtower/store';
import { expect, test } from 'vitest';

import { feedEntities } from './feed-entities.ts';

const minuteMs = 60_000;
const at = Date.parse('2026-11-24T03:42:00.000Z');

function source(id: string, everySeconds: number): [string, Source] {
  const config = sourceConfigSchema.parse({
    id,
    names: { vi: id, en: id },
    zone: 'Asia/Ho_Chi_Minh',
    ledger: 'trial',
    cadence: { everySeconds },
  });
  return [id, { id, config } as Source];
}

function told(entity: string, from: string, minutesAgo: number): LatestValue {
  return {
    feed: 'air',
    entity,
    metric: 'pm25',
    source: from,
    seq: 1,
    occurredAt: at - minutesAgo * minuteMs,
    value: 40,
    absent: null,
    unitOfMeasure: 'ug/m3',
    point: [105.8, 21],
    bearing: null,
    group: null,
  };
}

test('a thing stays on the map until its source’s own cadence says that it is lost: an hourly station is not gone after a quarter', () => {
  const sources = new Map([source('fast', 30), source('hourly', 3600)]);
  const latest = [
    told('bus now', 'fast', 1),
    told('bus of 2 minutes', 'fast', 2),
    told('bus of 14 minutes', 'fast', 14),
    told('bus of 16 minutes', 'fast', 16),
    told('station of 50 minutes', 'hourly', 50),
    told('station of 9 hours', 'hourly', 9 * 60),
    told('station of 11 hours', 'hourly', 11 * 60),
  ];

  const shown = feedEntities(latest, 'air', at, sources);

  expect([...shown].map(([entity, { freshness }]) => [entity, freshness.state])).toEqual([
    ['bus now', 'live'],
    ['bus of 2 minutes', 'stale'],
    ['bus of 14 minutes', 'lost'],
    ['station of 50 minutes', 'live'],
    ['station of 9 hours', 'stale'],
  ]);
});
