import { expect, test } from 'vitest';
import { z } from 'zod';

import { cellOf, rememberingJudge } from './cell.ts';

const schema = z.object({ value: z.number() });

test('what does not fit is broken and not absent: blank would mean that there is nothing', () => {
  expect(cellOf({ value: 'many' }, schema)).toEqual({ kind: 'broken' });
  expect(cellOf(undefined, schema)).toEqual({ kind: 'absent' });
  expect(cellOf({ value: 1 }, schema)).toEqual({ kind: 'known', value: { value: 1 } });
});

test('a value that did not change keeps its identity from cut to cut', () => {
  const judge = rememberingJudge(schema);
  const raw = { value: 1 };

  expect(judge(raw)).toBe(judge(raw));
  expect(judge({ value: 1 })).not.toBe(judge(raw));
});
