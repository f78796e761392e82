import {
  formFigureSchema,
  formRemainderSchema,
  formRowSchema,
  statedFormSchema,
  type FormRow,
} from '@flagtower/contracts';
import { formChecks } from '@flagtower/domain';
import { expect, test } from 'vitest';

import { balanceText, checkText, linesOf, remainderText } from './form-rows.ts';

function row(figures: Partial<FormRow['figures']>, remainders: Partial<FormRow['remainders']> = {}): FormRow {
  const all = {
    figures: { ...Object.fromEntries(formFigureSchema.options.map((name) => [name, 0])), ...figures },
    remainders: { ...Object.fromEntries(formRemainderSchema.options.map((name) => [name, 0])), ...remainders },
  };
  const parsed = formRowSchema.parse({
    kind: 'unit',
    unit: '00004',
    ...all,
    checks: {
      identity: 0,
      received: 0,
      'received-in-period': 0,
      handled: 0,
      'in-progress': 0,
      paused: 0,
    },
  });
  return { ...parsed, checks: formChecks(parsed.figures, parsed.remainders) };
}

const one = { received: 1, 'received-in-period': 1, 'received-online': 1 };
const textOf = (line: FormRow) => {
  const [first] = linesOf({ rows: [line], stated: [] });
  if (first === undefined) throw new Error('a row is a line');
  return first;
};

test('a row that adds up says so with a sign and a word', () => {
  const line = textOf(row({ ...one, 'in-progress': 1, 'in-progress-within': 1 }));

  expect(checkText(line, 'vi')).toEqual({ state: 'adds', short: '✓', long: 'khớp' });
});

test('a difference is told with its size and its sum, and explained where receipts and ends are out of order', () => {
  const line = textOf(row(one, { 'out-of-order': 1 }));
  const unexplained = textOf(row({ ...one, received: 3, 'in-progress': 1 }));

  expect(checkText(line, 'vi')).toMatchObject({ state: 'differs', short: '≠ +1' });
  expect(checkText(line, 'vi').long).toContain('đúng bằng 1 hồ sơ sai thứ tự');
  expect(checkText(unexplained, 'en').long).toBe('column 1 = 2 + 3: differs by +2; column 11 = 12 + 13: differs by +1');
});

test('what is not known is neither right nor wrong', () => {
  expect(checkText(textOf(row({ paused: null })), 'en')).toMatchObject({ state: 'unknown', short: '–' });
});

test('what a source states stands below the unit that it states it of, with its own differences', () => {
  const ours = row({ ...one, 'in-progress': 1, 'in-progress-within': 1 });
  const { figures } = row({ ...one, received: 2, 'in-progress': 1, 'in-progress-within': 1 });
  const stated = statedFormSchema.parse({
    unit: '00004',
    statedBy: 'UBND',
    period: { from: '2026-03-01', to: '2026-03-31' },
    figures,
    checks: formChecks(figures),
  });

  const lines = linesOf({ rows: [{ ...ours, kind: 'total', unit: '01' }, ours], stated: [stated] });

  expect(lines.map(({ kind, unit }) => [kind, unit])).toEqual([
    ['total', '01'],
    ['unit', '00004'],
    ['stated', '00004'],
  ]);
  expect(lines.map((line) => checkText(line, 'vi').short)).toEqual(['✓', '✓', '≠ +1']);
});

test('what stands beside the columns is one sentence, without zeros', () => {
  expect(remainderText(textOf(row(one, { reopened: 2, 'transferred-out': 1 })), 'vi')).toBe('mở lại 2 · chuyển đi 1');
});

test('what of the balance has no column is signed by its side, so that a checker can add it up', () => {
  const line = textOf(
    row({ ...one, handled: 2, 'handled-early': 2 }, { reopened: 2, 'transferred-out': 1, refused: 4 }),
  );

  expect(balanceText(line, 'vi')).toBe('+2 mở lại · −1 chuyển đi');
  expect(balanceText(textOf(row(one)), 'en')).toBe('');
});
