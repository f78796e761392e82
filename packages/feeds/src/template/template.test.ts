import type { DossierEvent } from '@flagtower/contracts';
import { foldDossier, foldRules, type Claim } from '@flagtower/domain';
import { describe, expect, test } from 'vitest';

import { mappedColumns } from '../dossiers/mapped-field.ts';
import { readerOf } from '../formats.ts';
import { inspectFile } from '../inspect/inspect-file.ts';
import { shippedMapping } from '../mappings/shipped-mappings.ts';
import { readAll } from '../read-all.ts';
import { sheetBytes } from '../xlsx/sheet-bytes.ts';
import { templateColumns, type TemplateShape } from './import-template.ts';
import { templateTable } from './template-example.ts';

const mappingIds = { dossiers: 'flagtower-dossiers', events: 'flagtower-events' } as const;

function csvBytes(table: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(table.map((row) => row.join(',')).join('\r\n'));
}

async function recordsOf(shape: TemplateShape, format: 'csv' | 'xlsx', bytes: Uint8Array): Promise<DossierEvent[]> {
  const { mapping } = shippedMapping(mappingIds[shape]);
  const parsed = await readAll(readerOf(format), bytes, { mapping, zone: 'Asia/Ho_Chi_Minh' });
  expect(parsed.filter(({ kind }) => kind === 'rejected')).toEqual([]);
  return parsed.flatMap((item) =>
    item.kind === 'record' && item.record.kind === 'dossier-event' ? [item.record] : [],
  );
}

/** What a ledger would count of these records at the end of March 2026. */
function counted(records: readonly DossierEvent[]): Record<string, number> {
  const sums: Record<string, number> = {};
  const rules = foldRules('Asia/Ho_Chi_Minh');
  for (const told of Map.groupBy(records, ({ dossier }) => dossier).values()) {
    for (const { measure, at, delta, cell } of foldDossier(told.map(claimOf), rules).facts) {
      if (at > Date.parse('2026-04-01T00:00:00+07:00')) continue;
      const key = `${measure} ${cell.unit ?? ''} ${cell.procedure ?? ''} ${cell.channel ?? ''}`;
      sums[key] = (sums[key] ?? 0) + delta;
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

function claimOf(event: DossierEvent): Claim {
  const { occurredAt, steps, due, caseKind: _, kind: __, dossier: ___, ...claim } = event;
  return {
    ...claim,
    source: 'template',
    rank: 1,
    hash: '',
    at: Date.parse(occurredAt),
    steps: steps.map(({ step, at }) => ({ step, at: Date.parse(at) })),
    due: due && { at: Date.parse(due.at), precision: due.precision },
  };
}

describe.each(['dossiers', 'events'] as const)('the template of %s', (shape) => {
  test('has the columns that its mapping reads, and no others', () => {
    const headings = templateColumns[shape].map(({ heading }) => heading);

    expect(new Set(mappedColumns(shippedMapping(mappingIds[shape]).mapping))).toEqual(new Set(headings));
  });

  test('is recognised without a mapping, empty and filled, as CSV and as a workbook', async () => {
    for (const filled of [false, true]) {
      const table = templateTable(shape, filled);
      const files = { 'mau.csv': csvBytes(table), 'mau.xlsx': await sheetBytes([{ name: 'Hồ sơ', rows: table }]) };
      for (const [name, bytes] of Object.entries(files)) {
        const { mappings, personalColumns } = await inspectFile(bytes, name);
        expect([name, mappings[0]?.id, personalColumns]).toEqual([name, mappingIds[shape], []]);
      }
    }
  });

  test('gives the same records as CSV and as a workbook whose cells are texts', async () => {
    const table = templateTable(shape, true);

    const ofCsv = await recordsOf(shape, 'csv', csvBytes(table));
    const ofSheet = await recordsOf(shape, 'xlsx', await sheetBytes([{ name: 'Hồ sơ', rows: table }]));

    expect(ofSheet).toEqual(ofCsv);
  });
});

test('both templates count the example’s dossiers alike', async () => {
  const dossiers = counted(await recordsOf('dossiers', 'csv', csvBytes(templateTable('dossiers', true))));
  const events = counted(await recordsOf('events', 'csv', csvBytes(templateTable('events', true))));

  expect(events).toEqual(dossiers);
  expect(dossiers).toMatchObject({
    'received 00004 1.001193 online': 1,
    'received-at-home 00070 1.009994 at-home': 1,
    'paused 00070 1.009994 at-home': 1,
    'handled-late 00070 1.009994 post': 1,
    'paid-online 00070 1.009994 post': 1,
    'result-digital 00004 1.001193 online': 1,
    'withdrawn 00004 1.001193 kiosk': 1,
    'refused 00004 1.001193 online': 1,
    'overdue 00004 2.000815 desk': 1,
  });
});
