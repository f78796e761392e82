import { describe, expect, test } from 'vitest';

import { defaultLimits } from '../limits.ts';
import { shippedMapping } from '../mappings/shipped-mappings.ts';
import type { Parsed } from '../parsed.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { syslogReader } from './syslog-reader.ts';
import { closedMessage, counted, openedMessage } from './syslog-sample.ts';
import { syslogTranslator } from './syslog-translator.ts';

const read = (text: string, options = {}) => readAll(syslogReader, Buffer.from(text), options, 17);
const reasons = (parsed: readonly Parsed[]) =>
  parsed.flatMap((it) =>
    it.kind === 'rejected' ? [[it.rejection.line, it.rejection.reason, ...it.rejection.fields]] : [],
  );

describe('syslog', () => {
  test('opens and closes a case by its external id, and tells how long it had gone unseen', async () => {
    const parsed = await read(`${openedMessage}\n${closedMessage}\n`);

    expect(recordsIn(parsed, 'dossier-event')).toMatchObject([
      {
        dossier: 'INC-1',
        caseKind: 'security-incident',
        procedure: 'very-high',
        unit: '01',
        dating: 'change',
        steps: [{ step: 'received', at: '2026-11-25T01:20:00.123Z' }],
      },
      { recordId: 'case:INC-1', steps: [{ step: 'submitted', at: '2026-11-25T01:10:00.000Z' }] },
      { dossier: 'INC-1', procedure: 'high', steps: [{ step: 'handled', at: '2026-11-24T10:00:00.000Z' }] },
    ]);
    expect(recordsIn(parsed, 'observation')).toMatchObject([
      { feed: 'security', entity: 'very-high', metric: 'detect-time', value: 600, unitOfMeasure: 's' },
    ]);
    expect(remarksIn(parsed)).toEqual({ 'cef-keys-not-read': 6 });
    expect(JSON.stringify(parsed)).not.toMatch(/Nguyen|an@|10\.1/);
  });

  test('counted or not, it says the same', async () => {
    expect(await read(counted(openedMessage) + counted(closedMessage))).toEqual(
      await read(`${openedMessage}\n${closedMessage}`),
    );
  });

  test('the same message twice is the same record twice', async () => {
    const ids = (await read(`${openedMessage}\n${openedMessage}\n`)).flatMap((it) =>
      it.kind === 'record' && 'recordId' in it.record ? [it.record.recordId] : [],
    );

    expect(new Set(ids).size).toBe(3);
  });

  test('a city may promise an end and name the levels in its own words', async () => {
    const { mapping } = shippedMapping('cef-incidents');
    const procedure = { column: 'severity', values: { 'very-high': 'nghiem-trong' } };
    const own = { ...mapping, promiseSeconds: 14_400, fields: { ...mapping.fields, procedure } };

    const [opened] = recordsIn(await read(openedMessage, { mapping: own }), 'dossier-event');

    expect(opened).toMatchObject({ procedure: 'nghiem-trong', due: { at: '2026-11-25T05:20:00.123Z' } });
  });

  test('without a time of its own an event has that of its message', async () => {
    const parsed = await read('<1>1 2026-11-24T10:00:00Z - - - - - CEF:0|a|b|c|d|e|5|externalId=I act=open');

    expect(recordsIn(parsed, 'dossier-event')).toMatchObject([{ occurredAt: '2026-11-24T10:00:00.000Z' }]);
  });

  test('what cannot be mapped is refused with its reason, and stops nobody', async () => {
    const parsed = await read(
      [
        '<34>1 - - - - - - su: failed for somebody',
        'hello',
        '<1>1 - - - - - - CEF:0|a|b|c|d|e|5|externalId=I act=open',
        '<1>1 2026-11-24T10:00:00Z - - - - - CEF:0|a|b|c|d|e|5|act=open',
        '<1>1 - - - - - - CEF:0|a|b|c|d|e|5|externalId=I rt=yesterday',
        '<1>1 - - - - - - CEF:0|a|b|c|d|e|99|externalId=I',
        '<1>1 - - - - - - -- MARK --',
        closedMessage,
      ].join('\n'),
    );

    expect(reasons(parsed)).toEqual([
      [1, 'unknown-kind', 'MSG'],
      [2, 'not-parseable', 'PRI'],
      [3, 'missing-field', 'rt'],
      [4, 'bad-identity', 'externalId'],
      [5, 'bad-time', 'rt'],
      [6, 'bad-value', 'severity'],
    ]);
    expect(remarksIn(parsed)).toMatchObject({ 'signs-of-life': 1 });
    expect(recordsIn(parsed, 'dossier-event')).toHaveLength(1);
    expect(JSON.stringify(parsed)).not.toMatch(/somebody|yesterday/);
  });

  test('bare CEF events, a line each, are read too', async () => {
    const bare = closedMessage.slice(closedMessage.indexOf('CEF:'));

    expect(recordsIn(await read(bare), 'dossier-event')).toMatchObject([{ dossier: 'INC-1' }]);
  });

  test('a message that is too long, and one that is cut off', async () => {
    const limits = { ...defaultLimits, textBytes: 400 };

    expect(reasons(await read(`${'x'.repeat(500)}\n${closedMessage}\n30 <1>1`, { limits }))).toEqual([
      [1, 'too-large'],
      [2, 'not-parseable'],
    ]);
  });

  test.for(['hello', '<html></html>\n', 'a,b\n1,2\n'])('%s is refused as a whole', async (text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'BAD_FILE' });
  });

  test('a source’s secret is asked for where there is one', () => {
    const options = { zone: 'UTC', mapping: null, asOf: null, caseKind: null, feed: null, limits: defaultLimits };
    const translate = syslogTranslator(options, { element: 'key@32473', parameter: 'token', secret: 'a "b" ] \\' });
    const out: Parsed[] = [];

    for (const message of [openedMessage, closedMessage, openedMessage.replace('a \\"', 'b \\"')])
      translate(Buffer.from(message), 1, out);

    expect(reasons(out).map(([, reason]) => reason)).toEqual(['not-allowed', 'not-allowed']);
    expect(recordsIn(out, 'dossier-event')).toHaveLength(2);
  });
});
