import { describe, expect, test } from 'vitest';

import { syslogMessage } from './syslog-message.ts';

const read = (text: string) => syslogMessage(Buffer.from(text));
const withData = (data: string) => read(`<0>1 - - - - - ${data}`);

describe('a message of RFC 5424', () => {
  test('as the standard’s own examples are', () => {
    expect(read("<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - \uFEFF'su root' failed")).toEqual({
      facility: 4,
      severity: 2,
      timestamp: '2003-10-11T22:14:15.003Z',
      hostname: 'mymachine.example.com',
      appName: 'su',
      procId: null,
      msgId: 'ID47',
      data: new Map(),
      text: "'su root' failed",
    });
    expect(read('<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 myproc 8710 - - %% It’s time')).toMatchObject({
      procId: '8710',
      text: '%% It’s time',
    });
    const many = read(
      '<165>1 2003-10-11T22:14:15.003Z h evntslog - ID47 [exampleSDID@32473 iut="3" eventSource="Application"][examplePriority@32473 class="high"]',
    );
    expect(many).toMatchObject({ text: '' });
    expect('data' in many && many.data.get('exampleSDID@32473')?.get('eventSource')).toEqual(['Application']);
  });

  test('may say nothing at all', () => {
    expect(read('<0>1 - - - - - -')).toMatchObject({ facility: 0, severity: 0, timestamp: null, text: '' });
  });

  test('escapes quotes, backslashes and brackets in its data, and nothing else', () => {
    const told = withData(String.raw`[a@1 b="q\"b\\c\]d\e" b="again"][c@1] text`);

    expect('data' in told && told.data.get('a@1')?.get('b')).toEqual([String.raw`q"b\c]d\e`, 'again']);
    expect('data' in told && told.data.has('c@1')).toBe(true);
  });

  test.for([
    ['34>1 - - - - - -', 'PRI'],
    ['<192>1 - - - - - -', 'PRI'],
    ['<034>1 - - - - - -', 'PRI'],
    ['<34>2 - - - - - -', 'VERSION'],
    ['<34>1 2003-10-11 - - - - -', 'TIMESTAMP'],
    ['<34>1 2003-02-30T00:00:00Z - - - - -', 'TIMESTAMP'],
    ['<34>1 2003-10-11T22:14:15.0000001Z - - - - -', 'TIMESTAMP'],
    ['<34>1 2003-10-11t22:14:15z - - - - -', 'TIMESTAMP'],
    ['<34>1 - hôte - - - -', 'HOSTNAME'],
    [`<34>1 - - ${'a'.repeat(49)} - - -`, 'APP-NAME'],
    ['<34>1 - -  - - -', 'APP-NAME'],
    ['<34>1 - - - - - ', 'STRUCTURED-DATA'],
    ['<34>1 - - - - - [a', 'STRUCTURED-DATA'],
    ['<34>1 - - - - - [a b="x]"]', 'STRUCTURED-DATA'],
    ['<34>1 - - - - - [a b=x]', 'STRUCTURED-DATA'],
    ['<34>1 - - - - - [a][a]', 'STRUCTURED-DATA'],
    ['<34>1 - - - - - [a] [b]x', null],
    ['<34>1 - - - - - -x', 'MSG'],
  ] as const)('%s is refused for its %s', ([text, part]) => {
    const told = read(text);

    expect('part' in told ? told.part : null).toBe(part);
  });

  test('is UTF-8', () => {
    expect(syslogMessage(Buffer.from([...Buffer.from('<34>1 - - - - - - '), 0xff]))).toEqual({ part: 'encoding' });
  });

  test('may be of the older kind where CEF is in it', () => {
    expect(read('<134>Nov  4 08:20:00 fw-1 CEF:0|a|b|c|d|e|5|')).toMatchObject({
      timestamp: null,
      text: 'CEF:0|a|b|c|d|e|5|',
    });
    expect(read('<134>Nov  4 08:20:00 fw-1 su: failed')).toMatchObject({ part: 'VERSION' });
  });
});
