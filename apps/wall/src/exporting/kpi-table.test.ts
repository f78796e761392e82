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

const shareCell = { ...cell, kpi: 'dossiers.online-rate', value: 0.59712, denominator: 3846, unitOfMeasure: '1' };
const rowsOf = (...cells: (typeof cell)[]) =>
  kpiTable(vi, stamp, {
    name: 'n',
    title: 't',
    cut: null,
    cells: cells.map((value) => ({ kind: 'known' as const, value: { ...value, usual: null } })),
  });

test('only the unit of measure makes a share: a mean has a denominator and stays what it is', () => {
  const table = rowsOf({ ...cell, value: 18.4, denominator: 120, unitOfMeasure: 'km/h' });

  expect(table.columns[2]).toEqual({ name: 'Giá trị', kind: 'number' });
  expect(table.rows[0]?.slice(2, 4)).toEqual([18.4, 'km/h']);
});

test('shares alone are a column of shares; beside a count each is written in per cent, as its unit says', () => {
  expect(rowsOf(shareCell)).toMatchObject({ columns: [{}, {}, { kind: 'share' }, {}, {}, {}, {}], unit: '%' });
  expect(rowsOf(shareCell).rows[0]?.slice(2, 4)).toEqual([0.59712, '%']);

  const mixed = rowsOf(shareCell, cell);

  expect(mixed.columns[2]?.kind).toBe('number');
  expect(mixed.rows.map((row) => row.slice(2, 4))).toEqual([
    [59.71, '%'],
    [3846, 'hồ sơ'],
  ]);
});
