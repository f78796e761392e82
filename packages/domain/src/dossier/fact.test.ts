import { expect, test } from 'vitest';

import { on } from '../testing/told.ts';
import { entriesFor, type Fact } from './fact.ts';

const fact = (more: Partial<Fact> = {}): Fact => ({
  measure: 'handled',
  at: on(2),
  cell: { unit: '00004', procedure: null, channel: null },
  delta: 1,
  handlingMs: 5,
  cohortAt: null,
  ...more,
});

test('what did not change is not booked, in whatever order it stands', () => {
  expect(entriesFor([fact(), fact({ at: on(3) })], [fact({ at: on(3) }), fact()])).toEqual([]);
});

test('what is new is booked at its own time', () => {
  expect(entriesFor([fact()], [fact(), fact({ at: on(9) })])).toEqual([fact({ at: on(9) })]);
});

test('what is no longer true is booked off', () => {
  expect(entriesFor([fact()], [])).toEqual([fact({ delta: -1 })]);
});

test('a fact that moves to another cell is booked off there and on here', () => {
  const moved = fact({ cell: { unit: '00007', procedure: null, channel: null } });

  expect(entriesFor([fact()], [moved])).toEqual([fact({ delta: -1 }), moved]);
});

test('the same fact twice counts twice', () => {
  expect(entriesFor([], [fact(), fact()])).toEqual([fact({ delta: 2 })]);
});

test('another handling time is another fact', () => {
  expect(entriesFor([fact()], [fact({ handlingMs: null })])).toHaveLength(2);
});
