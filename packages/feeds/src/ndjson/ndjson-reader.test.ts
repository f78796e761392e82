import type { Instant } from '@flagtower/contracts';
import { describe, expect, test } from 'vitest';

import { defaultLimits } from '../limits.ts';
import { readAll } from '../read-all.ts';
import { ndjsonReader } from './ndjson-reader.ts';

const utf8 = new TextEncoder();

const observation = {
  kind: 'observation',
  recordId: 'r1',
  occurredAt: '2025-11-24T01:00:00.000Z',
  feed: 'air',
  entity: 'station-1',
  metric: 'pm25',
  value: 12.5,
  unitOfMeasure: 'ug/m3',
};

const line = (more: object = {}) => JSON.stringify({ ...observation, ...more });

const read = (text: string, options = {}) => readAll(ndjsonReader, utf8.encode(text), options, 33);

describe('our own records', () => {
  test('a line each, blank lines between, fields that we do not know dropped', async () => {
    const parsed = await read(`${line({ name: 'Mrs Secret' })}\n\n${line({ recordId: 'r2' })}`);

    expect(parsed).toMatchObject([
      { kind: 'record', line: 1, record: { recordId: 'r1', version: 0 } },
      { kind: 'record', line: 3, record: { recordId: 'r2' } },
    ]);
    expect(JSON.stringify(parsed)).not.toContain('Secret');
  });

  test('a JSON list gives the same', async () => {
    const parsed = await read(JSON.stringify([observation, { ...observation, recordId: 'r2' }], null, 2));

    expect(parsed).toMatchObject([
      { line: 1, record: { recordId: 'r1' } },
      { line: 2, record: { recordId: 'r2' } },
    ]);
  });

  test('what is wrong is refused line by line, with the reason and no value', async () => {
    const parsed = await read(
      [
        line({ occurredAt: '24/11/2025' }),
        line({ kind: 'gossip' }),
        line({ metric: '?' }),
        line({ recordId: '' }),
        '{broken',
        '7',
        line(),
      ].join('\n'),
    );

    expect(parsed.map((it) => (it.kind === 'rejected' ? it.rejection.reason : it.kind))).toEqual([
      'bad-time',
      'unknown-kind',
      'bad-value',
      'bad-identity',
      'not-parseable',
      'not-parseable',
      'record',
    ]);
    expect(JSON.stringify(parsed)).not.toMatch(/gossip|24\/11/);
  });

  test('the moment of the export is the version of records that bring none', async () => {
    const asOf = '2025-11-25T00:00:00.000Z' as Instant;

    const parsed = await read(`${line()}\n${line({ version: 3 })}`, { asOf });

    expect(parsed.map((it) => it.kind === 'record' && it.record.version)).toEqual([Date.parse(asOf), 3]);
  });

  test('a line without end is refused, and reading goes on after it', async () => {
    const parsed = await read(`${line()}\n{"a":"${'x'.repeat(2000)}"}\n${line()}`, {
      limits: { ...defaultLimits, rowBytes: 500 },
    });

    expect(parsed.map((it) => (it.kind === 'rejected' ? [it.rejection.line, it.rejection.reason] : it.kind))).toEqual([
      'record',
      [2, 'too-large'],
      'record',
    ]);
  });

  test('so is an element of a list', async () => {
    const parsed = await read(`[${line()},{"a":"${'x'.repeat(2000)}"},${line()}]`, {
      limits: { ...defaultLimits, rowBytes: 500 },
    });

    expect(parsed.map((it) => it.kind)).toEqual(['record', 'rejected', 'record']);
  });

  test.each(['<html></html>', 'a,b\n1,2', `[${line()}`, '['.repeat(100), '[}'])(
    '%s is refused as a whole',
    async (text) => {
      await expect(read(text)).rejects.toMatchObject({ code: 'BAD_FILE' });
    },
  );
});
