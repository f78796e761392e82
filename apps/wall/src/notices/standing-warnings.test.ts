import { noticeCellSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { standingWarnings, type Warning } from './standing-warnings.ts';

const warning = (id: string, more: object = {}): Warning => [
  id,
  noticeCellSchema.parse({
    noticeType: 'alert',
    category: 'Met',
    severity: 'moderate',
    urgency: 'expected',
    certainty: 'likely',
    status: 'actual',
    startsAt: '2026-11-24T03:00:00.000Z',
    endsAt: null,
    sender: 'weather@city.example',
    texts: [{ language: 'vi', event: id }],
    areas: [],
    source: 'alerts',
    version: 1,
    ...more,
  }),
];
const now = Date.parse('2026-11-24T04:00:00Z');
const idsOf = (warnings: readonly Warning[], at: number | null = now) =>
  standingWarnings(warnings, at).map(([id]) => id);

test('exercises, tests and drafts are no warnings, nor is what happens on a road', () => {
  const others = ['exercise', 'test', 'system', 'draft'].map((status) => warning(status, { status }));

  expect(idsOf([...others, warning('crash', { noticeType: 'incident' }), warning('storm')])).toEqual(['storm']);
});

test('a warning leaves in the millisecond of its end', () => {
  const storm = warning('storm', { endsAt: '2026-11-24T04:00:00.000Z' });

  expect([idsOf([storm], now - 1), idsOf([storm], now), idsOf([storm], null)]).toEqual([['storm'], [], ['storm']]);
});

test('the worst comes first, then the newest', () => {
  expect(
    idsOf([
      warning('fog', { severity: 'minor' }),
      warning('old', { startsAt: '2026-11-24T01:00:00.000Z' }),
      warning('new'),
      warning('flood', { severity: 'extreme' }),
    ]),
  ).toEqual(['flood', 'new', 'old', 'fog']);
});
