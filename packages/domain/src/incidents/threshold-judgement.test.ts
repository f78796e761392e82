import { incidentRulesSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { judgementOf } from './threshold-judgement.ts';

const schema = incidentRulesSchema.shape.thresholds.element;
const told = {
  id: 'congestion',
  kind: 'congestion',
  names: { vi: 'Tốc độ', en: 'Speed' },
  feed: 'traffic',
  metric: 'speed',
  side: 'below',
  levels: [{ value: 12, severity: 1, clearsAt: 15 }],
  notDuring: [{ from: '16:00', to: '19:30' }],
  entities: ['R1'],
  validFrom: '2026-07-01',
  basis: { vi: 'của kiểm thử', en: 'of the test' },
};
const threshold = schema.parse(told);
const zone = 'Asia/Ho_Chi_Minh';

function judged(value: number | null, clock: string, more: { entity?: string; day?: string } = {}): unknown {
  const { entity = 'R1', day = '2026-07-02' } = more;
  const occurredAt = Date.parse(`${day}T${clock}:00+07:00`);
  return judgementOf(threshold, { feed: 'traffic', metric: 'speed', entity, occurredAt, value }, zone);
}

test('a value reaches a level, lets it go on, or ends it', () => {
  expect(judged(12, '10:00')).toEqual({ severity: 1, holds: 1 });
  expect(judged(14.9, '10:00')).toEqual({ severity: 0, holds: 1 });
  expect(judged(15, '10:00')).toEqual({ severity: 0, holds: 0 });
});

test('in the hours of a rule nothing begins, and what goes on goes on', () => {
  expect(judged(5, '15:59')).toEqual({ severity: 1, holds: 1 });
  expect(judged(5, '16:00')).toEqual({ severity: 0, holds: 1 });
  expect(judged(5, '19:29')).toEqual({ severity: 0, holds: 1 });
  expect(judged(5, '19:30')).toEqual({ severity: 1, holds: 1 });
  expect(judged(20, '17:00')).toEqual({ severity: 0, holds: 0 });
});

test('other things and earlier days are not judged', () => {
  expect(judged(5, '10:00', { entity: 'R2' })).toBeNull();
  expect(judged(5, '10:00', { day: '2026-06-30' })).toBeNull();
});

test('a rule whose levels clear on the wrong side is refused, with the level', () => {
  const wrong = schema.safeParse({ ...told, levels: [{ value: 12, severity: 1, clearsAt: 10 }] });
  const crossed = schema.safeParse({
    ...told,
    levels: [
      { value: 12, severity: 2 },
      { value: 8, severity: 1 },
    ],
  });

  expect(wrong.error?.issues).toMatchObject([
    { path: ['levels', 0], message: expect.stringContaining('ordinary side') },
  ]);
  expect(crossed.error?.issues).toMatchObject([
    { path: ['levels', 0], message: expect.stringContaining('farther out') },
  ]);
});
