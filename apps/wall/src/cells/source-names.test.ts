import { sourceCellSchema, type FreshnessState, type SourceCell } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import type { Cell } from './cell.ts';
import { shortName, sourceNames } from './source-names.ts';

test('a remark in brackets at the end is left to the header', () => {
  expect(shortName('Vị trí xe buýt (mô phỏng)')).toBe('Vị trí xe buýt');
  expect(shortName('Sở (một) hai')).toBe('Sở (một) hai');
});

test('an unknown source is its own name, and more of them are counted', () => {
  expect(sourceNames(['a', 'b', 'c'], new Map(), 'vi')).toBe('a +2');
  expect(sourceNames([], new Map(), 'vi')).toBe('');
});

test('of several sources the worst is named, for the figure is as old as that one says', () => {
  const known = (id: string, state: FreshnessState): [string, Cell<SourceCell>] => {
    const stamps = { observedAt: null, lateAt: null, staleAt: null, lostAfter: null, cadenceSeconds: null };
    const told = { id, names: { vi: `Nguồn ${id} (mô phỏng)`, en: id }, freshness: { state, ...stamps } };
    const counts = {
      accepted: 0,
      duplicates: 0,
      quarantined: 0,
      conflicts: 0,
      lastContactAt: null,
      lastRecordAt: null,
    };
    return [
      id,
      {
        kind: 'known',
        value: sourceCellSchema.parse({ ledger: 'trial', center: null, notices: [], ...told, ...counts }),
      },
    ];
  };
  const cells = new Map([known('a', 'live'), known('b', 'lost'), known('c', 'stale')]);

  expect(sourceNames(['a', 'b', 'c'], cells, 'vi')).toBe('Nguồn b +2');
  expect(sourceNames(['c', 'a'], cells, 'vi')).toBe('Nguồn c +1');
  expect(sourceNames(['a'], cells, 'vi')).toBe('Nguồn a');
});
