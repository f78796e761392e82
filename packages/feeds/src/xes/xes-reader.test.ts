import { mappingSchema } from '@flagtower/contracts';
import { describe, expect, test } from 'vitest';

import { defaultLimits } from '../limits.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { xesReader } from './xes-reader.ts';

const utf8 = new TextEncoder();

const mapping = mappingSchema.parse({
  mapping: 1,
  name: 'test',
  shape: 'events',
  fields: {
    dossier: 'case:concept:name',
    at: 'time:timestamp',
    activity: 'concept:name',
    received: 'case:start',
    channel: 'case:channel',
    due: 'case:deadline',
  },
});

const event = (name: string, day: string) => `
  <event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="2025-11-${day}T08:00:00+07:00"/></event>`;

const trace = (id: string, inside: string) => `<trace><string key="concept:name" value="${id}"/>
  <date key="start" value="2025-11-20T08:00:00+07:00"/>${inside}</trace>`;

const log = (inside: string, open = '<log xes.version="1.0" xmlns="http://www.xes-standard.org/">') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${open}${inside}</log>`;

async function read(text: string, given: typeof mapping | null = mapping) {
  const parsed = await readAll(xesReader, utf8.encode(text), { mapping: given }, 100);
  return { parsed, records: recordsIn(parsed, 'dossier-event'), remarks: remarksIn(parsed) };
}

describe('event logs', () => {
  test('events come with their case, and the case is told once', async () => {
    const { records } = await read(log(trace('A', event('Check', '21') + event('Sign', '22'))));

    expect(records.map((it) => [it.dossier, it.steps[0]?.step, it.steps[0]?.activity, it.occurredAt])).toEqual([
      ['A', 'activity', 'Check', '2025-11-21T01:00:00.000Z'],
      ['A', 'received', undefined, '2025-11-20T01:00:00.000Z'],
      ['A', 'activity', 'Sign', '2025-11-22T01:00:00.000Z'],
    ]);
  });

  test('a case without events is still a case', async () => {
    const { records } = await read(log(trace('A', '')));

    expect(records.map((it) => it.recordId)).toEqual(['case:A']);
  });

  test('attributes of the trace may come after its events', async () => {
    const late = `<trace>${event('Check', '21')}<string key="concept:name" value="A"/></trace>`;

    expect((await read(log(late))).records.map((it) => it.dossier)).toEqual(['A']);
  });

  test('placeholders of globals and attributes inside attributes are no values', async () => {
    const globals = `<global scope="trace"><string key="concept:name" value="UNKNOWN"/><string key="channel" value="UNKNOWN"/>
      <date key="deadline" value="1970-01-01T00:00:00.000+01:00"/></global>
      <string key="concept:name" value="the log"><string key="channel" value="nested"/></string>`;
    const nested = `<list key="many"><values><string key="channel" value="listed"/></values></list>
      <string key="other" value="x"><string key="channel" value="nested"/><event><string key="concept:name" value="no"/></event></string>`;

    const { records } = await read(log(globals + trace('A', nested + event('Check', '21'))));

    expect(records).toHaveLength(2);
    expect(JSON.stringify(records)).not.toMatch(/UNKNOWN|nested|listed|1970|the log/);
  });

  test.each([
    ['no namespace', '<log xes.version="1.0">'],
    ['the old namespace', '<log xmlns="http://www.xes-standard.org">'],
    ['the code namespace', '<log xmlns="http://code.deckfour.org/xes">'],
  ])('%s is read alike', async (_name, open) => {
    expect((await read(log(trace('A', event('Check', '21')), open))).records).toHaveLength(2);
  });

  test('a prefix and an envelope are read alike', async () => {
    const inside = trace('A', event('Check', '21')).replaceAll(/<(\/?)(\w)/g, '<$1x:$2');
    const text = `<s:Envelope xmlns:s="urn:soap"><s:Body><x:log xmlns:x="urn:any">${inside}</x:log></s:Body></s:Envelope>`;

    expect((await read(text)).records).toHaveLength(2);
  });

  test('without a mapping the standard attributes are read', async () => {
    const { records } = await read(log(trace('A', event('Check', '21'))), null);

    expect(records).toMatchObject([{ dossier: 'A', steps: [{ step: 'activity', activity: 'Check' }] }]);
  });

  test('an event without a time is refused with its line, the others are taken', async () => {
    const { parsed, records } = await read(log(trace('A', '<event/>' + event('Check', '21'))));

    expect(records).toHaveLength(2);
    expect(parsed.find((it) => it.kind === 'rejected')).toMatchObject({
      rejection: { line: 3, reason: 'missing-field', fields: ['time:timestamp'] },
    });
  });
});

describe('files that are no event log', () => {
  test.each([
    ['another XML', '<rss><channel/></rss>'],
    ['a log of something else', '<log><logentry revision="1"/></log>'],
    ['a page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['a cut-off log', log(trace('A', event('Check', '21'))).slice(0, -20)],
    ['no XML', 'id,name\n1,2\n'],
    ['nothing', ''],
    ['an unknown encoding', '<?xml version="1.0" encoding="klingon"?><log xes.version="1.0"/>'],
    ['bytes of another encoding', `<log xes.version="1.0"/>${String.fromCodePoint(0xfffd)}`],
  ])('%s is refused as a whole', async (_name, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'BAD_FILE' });
  });

  test('entities cannot unfold, as no document type is allowed', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <log xes.version="1.0"><trace><string key="concept:name" value="&b;"/></trace></log>`;

    await expect(read(laughs)).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: 'A document type (DTD) is not allowed',
    });
    await expect(read(log(trace('&b;', '')))).rejects.toMatchObject({ code: 'BAD_FILE' });
  });

  test('nesting and texts have an end', async () => {
    await expect(read(log('<a>'.repeat(100)))).rejects.toMatchObject({ message: 'Elements are nested deeper than 64' });

    const endless = utf8.encode(`<log xes.version="1.0"><trace><string key="concept:name" value="${'x'.repeat(9000)}`);
    await expect(
      readAll(xesReader, endless, { limits: { ...defaultLimits, textBytes: 5000 } }, 1000),
    ).rejects.toMatchObject({ message: 'A text is longer than 5000 bytes' });
  });

  test('a trace has an end too', async () => {
    const many = log(trace('A', event('Check', '21').repeat(11)));

    await expect(
      readAll(xesReader, utf8.encode(many), { limits: { ...defaultLimits, heldEvents: 10 } }),
    ).rejects.toMatchObject({ code: 'BAD_FILE' });
  });
});
