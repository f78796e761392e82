import { expect, test } from 'vitest';

import { en } from '../words/en.ts';
import { lastHourTitle } from './last-hour-card.tsx';

test('the title names what came in and what went out', () => {
  const cells = [
    { kpi: 'dossiers.received', value: 1024 },
    { kpi: 'dossiers.handled', value: 1107 },
  ];

  expect(lastHourTitle(cells, en)).toBe('Last hour: 1,024 in, 1,107 out');
});

test('one side alone makes no message', () => {
  expect(lastHourTitle([{ kpi: 'dossiers.received', value: 1024 }], en)).toBe(en.lastHour.title);
});
