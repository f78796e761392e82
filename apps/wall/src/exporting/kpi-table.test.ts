import { kpiCellSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { vi } from '../words/vi.ts';
import { ledgerMark } from './export-stamp.ts';
import { kpiTable } from './kpi-table.ts';

const cell = kpiCellSchema.parse({
  kpi: 'dossiers.received',
  period: 'today',
  from: null,
  to: '2026-11-24T03:42:07.000Z',
  value: 3846,
  numerator: 3846,
  denominator: null,
  unitOfMeasure: '{dossier}',
  freshness: { state: 'live', observedAt: null, lateAt: null, staleAt: null, lostAfter: null, cadenceSeconds: 60 },
  coverage: null,
  target: null,
  source: ['one-stop'],
  usual: { value: 3790, of: '2026-11-17' },
});
const stamp = () => ({ language: 'vi' as const, cut: 'c', source: 's', mark: 'Dữ liệu mô phỏng' });

test('a row says figure, period, value, unit, what is usual and how fresh it was', () => {
  const table = kpiTable(vi, stamp, { name: 'n', title: 't', cut: null, cells: [{ kind: 'known', value: cell }] });

  expect(table.rows).toEqual([['Tiếp nhận', 'hôm nay', 3846, 'hồ sơ', '3.790 (17/11/2026)', null, 'trực tiếp']]);
  expect(table.mark).toBe('Dữ liệu mô phỏng');
});

test('a figure that never came is no row, and a broken one is none either', () => {
  const table = kpiTable(vi, stamp, {
    name: 'n',
    title: 't',
    cut: null,
    cells: [{ kind: 'absent' }, { kind: 'broken' }],
  });

  expect(table.rows).toEqual([]);
});

test('only the real ledger goes without a mark', () => {
  expect(ledgerMark('real', vi)).toBeNull();
  expect(ledgerMark('simulated', vi)).toBe('Dữ liệu mô phỏng');
  expect(ledgerMark('trial', vi)).toBe('Dữ liệu dùng thử');
});
