import { describe, expect, test } from 'vitest';

import { cefEvent } from './cef-event.ts';

const event = (extension: string, severity = '5') =>
  cefEvent(`CEF:0|Vendor|Product|1|100|Name|${severity}|${extension}`);
const valuesOf = (extension: string) => {
  const told = event(extension);
  return told !== null && 'values' in told ? Object.fromEntries(told.values) : told;
};

describe('an event of CEF', () => {
  test('escapes bars and backslashes in its header', () => {
    expect(cefEvent(String.raw`CEF:1|sec\|urity|threat\\manager|1.0|10\|0|detected a \| in message|10|`)).toMatchObject(
      {
        vendor: 'sec|urity',
        product: String.raw`threat\manager`,
        signatureId: '10|0',
        severity: 'very-high',
      },
    );
  });

  test.for([
    ['0', 'low'],
    ['3', 'low'],
    ['4', 'medium'],
    ['6', 'medium'],
    ['7', 'high'],
    ['8', 'high'],
    ['9', 'very-high'],
    ['10', 'very-high'],
    ['Very-High', 'very-high'],
    ['Unknown', 'unknown'],
  ] as const)('of severity %s is %s', ([severity, level]) => {
    expect(event('', severity)).toMatchObject({ severity: level });
  });

  test.for(['11', '-1', '', 'constructor', '5.5'])('of severity “%s” is refused', (severity) => {
    expect(event('', severity)).toEqual({ part: 'severity', reason: 'bad-value' });
  });

  test('has values with blanks, and escapes of equal signs, backslashes and ends of line', () => {
    expect(valuesOf(String.raw`act=blocked it  cat=a\=b\\c\nd externalId=7`)).toEqual({
      act: 'blocked it',
      cat: 'a=b\\c\nd',
      externalId: '7',
    });
  });

  test('names its custom fields by their labels', () => {
    expect(valuesOf('cs1=01 cs1Label=unit')).toMatchObject({ 'label:unit': '01' });
  });

  test('tells times in milliseconds or written out', () => {
    expect(valuesOf('rt=1795569600123 start=Nov 24 2026 17:00:00 end=Nov 24 2026 17:00:00.5 UTC')).toEqual({
      rt: '2026-11-25T01:20:00.123Z',
      start: '2026-11-24T17:00:00',
      end: '2026-11-24T17:00:00.5Z',
    });
  });

  test('leaves a time that could be several moments as it is', () => {
    expect(valuesOf('rt=Nov 24 17:00:00 start=Nov 24 2026 17:00:00 ICT')).toEqual({
      rt: 'Nov 24 17:00:00',
      start: 'Nov 24 2026 17:00:00 ICT',
    });
  });

  test('never gives who, from where and what was said', () => {
    const told = event(
      'suser=An duser=Binh src=10.0.0.1 dst=10.0.0.2 shost=pc smac=aa:bb msg=secret request=x?a=b reason=An externalId=1',
    );

    expect(told).toMatchObject({ unread: 9, values: new Map([['externalId', '1']]) });
    expect(JSON.stringify(told)).not.toMatch(/secret|10\.0/);
  });

  test('that tells one thing in two ways is refused, as when somebody wrote a key into a text', () => {
    expect(event('externalId=1 act=open msg=hello act=close')).toEqual({ part: 'act', reason: 'bad-value' });
  });

  test.for(['CEF:2|a|b|c|d|e|5|', 'CEF:0|a|b|c|d|e|5', 'CEF:0|a', String.raw`CEF:0|a|b|c|d|e|5\|`])(
    '%s is refused',
    (text) => {
      expect(cefEvent(text)).toMatchObject({ reason: 'not-parseable' });
    },
  );

  test('is not every text', () => {
    expect(cefEvent('su: failed')).toBeNull();
  });

  // A walk that grows with the square of the length would not come back within the test's time.
  test.for(['=', 'a', ' ', 'a=', '\\', ' a=', '|'])('is read in one walk, also where it is full of “%s”', (filling) => {
    expect(event(filling.repeat(400_000))).toHaveProperty('unread');
  });
});
