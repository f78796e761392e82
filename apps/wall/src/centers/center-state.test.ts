import { expect, test } from 'vitest';

import { vi } from '../words/vi.ts';
import { centerState, newestSign, type CityFacts } from './center-state.ts';

const quiet: CityFacts = { overdue: 100, overdueShare: 0.01, buses: 812, sources: [], incidents: [] };
const from = (
  center: string,
  state: 'live' | 'late' | 'stale' | 'lost' | 'none',
  observedMs: number | null = 1,
): NonNullable<CityFacts['sources']>[number] => ({
  center,
  state,
  observedMs,
});

test('a center without a source says so and is not "normal"', () => {
  expect(centerState('press', quiet, vi)).toMatchObject({ level: 'none', sentence: 'chưa có nguồn' });
});

test('before the sources are told no center is said to have none', () => {
  expect(centerState('press', { ...quiet, sources: null }, vi)).toMatchObject({ level: 'none', sentence: 'đang tải' });
  expect(centerState('analytics', { ...quiet, sources: null }, vi).sentence).toBe('đang tải');
  expect(newestSign('press', { sources: null })).toBeNull();
});

test('a source that never spoke is waited for', () => {
  expect(centerState('traffic', { ...quiet, sources: [from('traffic', 'none', null)] }, vi).sentence).toBe(
    'chờ dữ liệu',
  );
});

test('a center shows its figure, and the worst of its sources', () => {
  const sources = [from('traffic', 'live'), from('traffic', 'lost')];

  expect(centerState('traffic', { ...quiet, sources }, vi)).toMatchObject({
    level: 'lost',
    sentence: '812 xe đang chạy',
  });
});

test('a center whose sources are well is not well while its incidents go on', () => {
  const incidents = [
    { center: 'traffic', level: 'warning' },
    { center: 'traffic', level: 'critical' },
    { center: 'environment', level: 'watch' },
  ] as const;
  const sources = [from('traffic', 'live'), from('environment', 'lost')];

  expect(centerState('traffic', { ...quiet, sources, incidents }, vi)).toMatchObject({
    level: 'critical',
    sentence: '2 sự cố',
    beside: '812 xe đang chạy',
  });
  expect(centerState('environment', { ...quiet, sources, incidents }, vi)).toMatchObject({
    level: 'lost',
    sentence: '1 sự cố',
    beside: '1 mất nguồn',
  });
});

test('the public service center is judged by the share that is overdue', () => {
  const sources = [from('public-service', 'live')];

  expect(centerState('public-service', { ...quiet, sources }, vi).level).toBe('normal');
  expect(centerState('public-service', { ...quiet, sources, overdueShare: 0.03 }, vi)).toMatchObject({
    level: 'warning',
    sentence: '100 hồ sơ quá hạn',
  });
});

test('the analysis center counts the sources of all centers', () => {
  const sources = [from('traffic', 'live'), from('press', 'stale'), from('emergency', 'lost')];

  expect(centerState('analytics', { ...quiet, sources }, vi)).toMatchObject({
    level: 'warning',
    sentence: '1 trễ · 1 mất nguồn',
  });
});

test('the age of a center is that of its newest source', () => {
  const sources = [from('traffic', 'live', 5), from('traffic', 'late', 3), from('press', 'live', 9)];

  expect(newestSign('traffic', { sources })).toBe(5);
  expect(newestSign('analytics', { sources })).toBe(9);
  expect(newestSign('tourism', { sources })).toBeNull();
});
