import type { FeedEntity } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { metricName, readingText } from '../words/metric-words.ts';
import { thingsInOrder, type ListedThing } from './listed-things.ts';

function thing(name: string, unit: string | null, at: string): ListedThing {
  return {
    feed: 'air',
    name,
    kind: 'Trạm quan trắc',
    unit,
    isOutside: false,
    values: '',
    entity: { entity: name, group: null, occurredAt: at } as unknown as FeedEntity,
  };
}

const things = [
  thing('Trạm 10', 'Phường Đống Đa', '2026-11-24T03:00:00Z'),
  thing('Trạm 2', null, '2026-11-24T03:30:00Z'),
  thing('Trạm 1', 'Phường Ba Đình', '2026-11-24T01:00:00Z'),
];

function names(search: object): string[] {
  const all = { q: '', sort: 'name', kind: '', ...search } as const;
  const states = new Map([['Trạm 1', 'stale']] as const);
  return thingsInOrder(things, all, ({ name }) => states.get(name as 'Trạm 1') ?? 'live', 'vi').map(({ name }) => name);
}

test('things are found without marks, by their name or where they are', () => {
  expect(names({ q: 'dong da' })).toEqual(['Trạm 10']);
  expect(names({ q: 'TRAM 2' })).toEqual(['Trạm 2']);
  expect(names({ q: 'tram ba dinh' })).toEqual(['Trạm 1']);
  expect(names({ kind: 'water' })).toEqual([]);
});

test('names go by their numbers, times from the newest, states from the worst, and what has no place comes last', () => {
  expect(names({})).toEqual(['Trạm 1', 'Trạm 2', 'Trạm 10']);
  expect(names({ sort: 'at' })).toEqual(['Trạm 2', 'Trạm 10', 'Trạm 1']);
  expect(names({ sort: 'state' })[0]).toBe('Trạm 1');
  expect(names({ sort: 'unit' })).toEqual(['Trạm 1', 'Trạm 10', 'Trạm 2']);
});

test('a reading is told in words: its metric, its sign, and a dash where there is none', () => {
  expect([metricName('pm25', 'vi'), readingText('pm25', { value: 22.7, unitOfMeasure: 'ug/m3' }, 'vi')]).toEqual([
    'Bụi mịn PM2.5',
    '22,7 µg/m³',
  ]);
  expect(readingText('crowding', { value: 0.485, unitOfMeasure: '1' }, 'vi')).toBe('48,5%');
  expect(readingText('airQualityIndex', { value: 45, unitOfMeasure: '1' }, 'en')).toBe('45');
  expect(readingText('flow', { value: null, unitOfMeasure: '{vehicle}/h' }, 'vi')).toBe('—');
});
