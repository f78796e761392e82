import { expect, test } from 'vitest';

import { readerOf } from '../formats.ts';
import { inspect } from '../inspect/inspect.ts';
import type { Parsed } from '../parsed.ts';
import { readAll, recordsIn } from '../read-all.ts';
import { securityRows, ticketDocument, ticketTable } from './case-samples.ts';

/** Reads a file as `import` does: by what it seems to be, with the shipped mapping that fits. */
async function read(
  text: string,
  name: string,
): Promise<{ readonly id: string | undefined; readonly parsed: Parsed[] }> {
  const bytes = new TextEncoder().encode(text);
  const { format, mappings } = inspect(bytes, name);
  const [best] = mappings;
  return { id: best?.id, parsed: await readAll(readerOf(format), bytes, { mapping: best?.mapping ?? null }) };
}

const stepsOf = (parsed: readonly Parsed[]) =>
  recordsIn(parsed, 'dossier-event').map(({ dossier, steps }) => [dossier, ...steps.map(({ step }) => step)]);

test('tickets as a table are cases with their promise, their pauses and their end', async () => {
  const { id, parsed } = await read(ticketTable, 'tickets.csv');
  const records = recordsIn(parsed, 'dossier-event');

  expect(id).toBe('tickets');
  expect(stepsOf(parsed)).toEqual([
    ['IT-101', 'received', 'handled', 'returned'],
    ['IT-102', 'received', 'paused'],
    ['IT-103', 'received'],
  ]);
  expect(records[0]).toMatchObject({
    caseKind: 'ticket',
    procedure: 'account',
    unit: 'HN-VP',
    channel: 'online',
    due: { at: '2026-03-02T05:05:00.000Z' },
    version: Date.parse('2026-03-03T01:00:00Z'),
  });
  expect(JSON.stringify(records)).not.toMatch(/nobody|Printer/);
});

test('tickets with their history move by it, and one without any is received', async () => {
  const { id, parsed } = await read(JSON.stringify(ticketDocument), 'tickets.json');
  const records = recordsIn(parsed, 'dossier-event');

  expect(id).toBe('ticket-histories');
  expect(records.map((it) => [it.dossier, it.recordId.split(':')[0], it.steps[0]?.step])).toEqual([
    ['IT-101', 'event', 'received'],
    ['IT-101', 'case', 'received'],
    ['IT-101', 'event', 'handled'],
    ['IT-103', 'case', 'received'],
  ]);
  expect(JSON.stringify(records)).not.toContain('nobody');
});

test('cases of a security center are the same as a table and as JSON', async () => {
  const columns = Object.keys(securityRows[0] ?? {});
  const table = [columns, ...securityRows.map((row) => Object.values(row))].map((cells) => cells.join(',')).join('\n');
  const json = await read(JSON.stringify(securityRows), 'cases.json');

  expect(json.id).toBe('security-cases');
  expect(stepsOf(json.parsed)).toEqual([
    ['SOC-7', 'submitted', 'received', 'handled', 'returned'],
    ['SOC-8', 'received', 'withdrawn'],
  ]);
  expect(recordsIn(json.parsed, 'dossier-event').map(({ procedure }) => procedure)).toEqual(['critical', 'low']);
  expect(JSON.stringify(json.parsed)).not.toContain('192.0.2');
  expect(recordsIn((await read(table, 'cases.csv')).parsed, 'dossier-event')).toEqual(
    recordsIn(json.parsed, 'dossier-event'),
  );
});
