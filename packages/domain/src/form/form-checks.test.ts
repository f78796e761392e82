import { formFigureSchema } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { formChecks, type FormFigures } from './form-checks.ts';

const row: FormFigures = {
  received: 130,
  'carried-over': 30,
  'received-in-period': 100,
  'received-online': 60,
  'received-in-person': 38,
  'received-post': 2,
  handled: 90,
  'handled-early': 50,
  'handled-on-time': 37,
  'handled-late': 3,
  'in-progress': 33,
  'in-progress-within': 30,
  'in-progress-overdue': 3,
  paused: 7,
  'paused-within': 6,
  'paused-overdue': 1,
};

test('a row that adds up has no differences', () => {
  expect(Object.values(formChecks(row))).toEqual([0, 0, 0, 0, 0, 0]);
});

test('re-opened and transferred dossiers belong to the identity, refused ones do not', () => {
  const remainders = { reopened: 2, 'transferred-in': 5, 'transferred-out': 4, refused: 9 };

  expect(formChecks({ ...row, 'in-progress': 36, 'in-progress-within': 33 }, remainders).identity).toBe(0);
  expect(formChecks(row, remainders).identity).toBe(3);
});

test('what has no due date or no channel is told beside the form, not hidden in it', () => {
  const checks = formChecks(
    { ...row, handled: 95, 'in-progress': 28, 'in-progress-within': 25, 'received-online': 59 },
    { 'handled-no-due': 5, 'received-no-channel': 1 },
  );

  expect(Object.values(checks)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('a total that a source states and its columns do not reach is a difference of that size', () => {
  const checks = formChecks({ ...row, received: 133, handled: 88 });

  expect(checks).toMatchObject({ received: 3, handled: -2, identity: 2, paused: 0 });
});

test('one figure that is not known leaves the checks that need it open, and no other', () => {
  fc.assert(
    fc.property(fc.constantFrom(...formFigureSchema.options), (missing) => {
      const checks = Object.values(formChecks({ ...row, [missing]: null }));

      const open = checks.filter((difference) => difference === null).length;
      expect(open).toBeGreaterThan(0);
      expect(checks.filter((difference) => difference === 0)).toHaveLength(6 - open);
    }),
  );
});
