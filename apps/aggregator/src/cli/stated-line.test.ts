import { statedSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { statedLine } from './stated-line.ts';

const report = {
  indicator: 'onestop.accounts',
  unit: '01',
  period: { from: '2018-12-31', to: '2018-12-31' },
  value: 11_000,
  bound: 'more-than',
  unitOfMeasure: '{account}',
  statedBy: 'a newspaper',
  version: 0,
  author: null,
  approver: null,
  seq: null,
  recordedAt: null,
};

test('a line says period, bound, source, version and who answers for it', () => {
  expect(statedLine(statedSchema.parse(report))).toBe(
    'stated for 2018-12-31: more-than 11000; a newspaper; version 0, comes with the city’s profile',
  );
  expect(
    statedLine(
      statedSchema.parse({
        ...report,
        period: { from: '2019-01-01', to: '2019-03-31' },
        value: null,
        bound: null,
        version: 2,
        author: 'Lan',
        approver: 'Minh',
        seq: 7,
        recordedAt: '2019-04-05T00:00:00.000Z',
      }),
    ),
  ).toBe(
    'stated for 2019-01-01 to 2019-03-31: no number; a newspaper; version 2, entered by Lan, approved by Minh, record 7',
  );
});
