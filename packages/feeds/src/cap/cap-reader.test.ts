import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { defaultLimits } from '../limits.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { alertXml, areaXml, infoXml } from './alert-sample.ts';
import { capReader } from './cap-reader.ts';

const bytes = (xml: string) => Buffer.from(xml);
const notices = async (xml: string) => recordsIn(await readAll(capReader, bytes(xml)), 'notice');
const refusals = async (xml: string) =>
  (await readAll(capReader, bytes(xml))).flatMap((it) => (it.kind === 'rejected' ? [it.rejection] : []));

test('an alert is one notice: identity from sender and identifier, version from the time it was sent', async () => {
  expect(await notices(alertXml())).toEqual([
    {
      kind: 'notice',
      recordId: 'mua@khituong.example,HN-2026-17',
      version: Date.parse('2026-08-14T02:30:00Z'),
      occurredAt: '2026-08-14T02:30:00.000Z',
      noticeType: 'alert',
      category: 'Met',
      severity: 'moderate',
      urgency: 'expected',
      certainty: 'likely',
      status: 'actual',
      startsAt: '2026-08-14T02:30:00.000Z',
      endsAt: '2026-08-14T11:00:00.000Z',
      ended: false,
      supersedes: [],
      sender: 'mua@khituong.example',
      texts: [{ language: 'vi-VN', event: 'Mưa lớn' }],
      areas: [{ name: 'Ba Vì', polygons: [], circles: [], geocodes: [] }],
      signed: false,
    },
  ]);
});

test('the name of the sender is kept for people', async () => {
  const [notice] = await notices(alertXml({}, [infoXml({ senderName: 'Đài khí tượng thủy văn' })]));

  expect(notice?.texts).toEqual([{ language: 'vi-VN', event: 'Mưa lớn', senderName: 'Đài khí tượng thủy văn' }]);
});

describe('times', () => {
  test('an alert begins at its onset, else when it takes effect, else when it was sent', async () => {
    const begin = async (fields: Record<string, string>) =>
      (await notices(alertXml({}, [infoXml(fields)])))[0]?.startsAt;
    const effective = '2026-08-14T10:00:00+07:00';

    expect(await begin({ onset: '2026-08-14T12:00:00+07:00', effective })).toBe('2026-08-14T05:00:00.000Z');
    expect(await begin({ effective })).toBe('2026-08-14T03:00:00.000Z');
    expect(await begin({ onset: 'soon' })).toBe('2026-08-14T02:30:00.000Z');
  });

  test('-00:00 is UTC, and an alert that forgets its offset is read in the zone of the source', async () => {
    const sent = async (text: string) => (await notices(alertXml({ sent: text })))[0]?.occurredAt;

    expect(await sent('2026-08-14T09:30:00-00:00')).toBe('2026-08-14T09:30:00.000Z');
    expect(await sent('2026-08-14T09:30:00')).toBe('2026-08-14T02:30:00.000Z');
  });

  test('an alert without an end is open-ended; one whose end cannot be read is rejected', async () => {
    expect((await notices(alertXml({}, [infoXml({ expires: '' })])))[0]?.endsAt).toBeNull();
    expect(await refusals(alertXml({}, [infoXml({ expires: 'tomorrow' })]))).toMatchObject([
      { reason: 'bad-time', fields: ['expires'] },
    ]);
  });
});

describe('info blocks', () => {
  test('blocks in two languages are one alert, and their common areas are told once', async () => {
    const shape = '<polygon>21,105 21,106 22,106 21,105</polygon>';
    const infos = [
      infoXml({ headline: 'Mưa lớn ở Ba Vì' }, areaXml('Ba Vì', shape)),
      infoXml({ language: 'en', event: 'Heavy rain', instruction: 'Stay in' }, areaXml('Ba Vi', shape)),
    ];

    const [notice, ...more] = await notices(alertXml({}, infos));

    expect(more).toEqual([]);
    expect(notice?.texts).toEqual([
      { language: 'vi-VN', event: 'Mưa lớn', headline: 'Mưa lớn ở Ba Vì' },
      { language: 'en', event: 'Heavy rain', instruction: 'Stay in' },
    ]);
    expect(notice?.areas.map(({ name }) => name)).toEqual(['Ba Vì']);
  });

  test('parts of different severity: the worst one speaks, the life time spans all', async () => {
    const infos = [
      infoXml({ severity: 'Minor', event: 'Gió', onset: '2026-08-14T08:00:00+07:00' }),
      infoXml(
        { severity: 'Extreme', urgency: 'Immediate', event: 'Bão', expires: '2026-08-15T00:00:00+07:00' },
        areaXml('Sơn Tây'),
      ),
    ];

    expect(await notices(alertXml({}, infos))).toMatchObject([
      {
        severity: 'extreme',
        urgency: 'immediate',
        startsAt: '2026-08-14T01:00:00.000Z',
        endsAt: '2026-08-14T17:00:00.000Z',
        texts: [{ event: 'Bão' }],
        areas: [{ name: 'Sơn Tây' }, { name: 'Ba Vì' }],
      },
    ]);
  });

  test('a block without a language is in en-US, as the standard says', async () => {
    expect((await notices(alertXml({}, [infoXml({ language: '' })])))[0]?.texts[0]?.language).toBe('en-US');
  });

  test('unknown words are unknown, and "Very Likely" of CAP 1.0 is likely', async () => {
    const infos = [infoXml({ severity: 'Huge', urgency: 'now', certainty: 'Very Likely' })];

    expect(await notices(alertXml({}, infos))).toMatchObject([
      { severity: 'unknown', urgency: 'unknown', certainty: 'likely' },
    ]);
  });
});

describe('updates', () => {
  const references = 'mua@khituong.example,HN-2026-17,2026-08-14T09:30:00+07:00';

  test('an update and a cancel name what they replace by identity; only the cancel ends', async () => {
    const update = alertXml({ identifier: 'HN-2026-18', msgType: 'Update', references });
    const cancel = alertXml({ identifier: 'HN-2026-19', msgType: 'Cancel', references }, []);

    expect(await notices(update)).toMatchObject([
      { recordId: 'mua@khituong.example,HN-2026-18', supersedes: ['mua@khituong.example,HN-2026-17'], ended: false },
    ]);
    expect(await notices(cancel)).toMatchObject([
      { supersedes: ['mua@khituong.example,HN-2026-17'], ended: true, texts: [{ language: 'und', event: 'Cancel' }] },
    ]);
  });

  test('the order of an alert and its cancel in a file changes nothing but the order', async () => {
    const alert = alertXml();
    const cancel = alertXml({ identifier: 'HN-2026-19', msgType: 'Cancel', references });

    const forth = await notices(`<all>${alert}${cancel}</all>`);
    const back = await notices(`<all>${cancel}${alert}</all>`);

    expect(back).toEqual(forth.toReversed());
  });

  test('references that are no triples are left out and counted', async () => {
    const xml = alertXml({ msgType: 'Update', references: `HN-2026-1 ${references}` });

    const parsed = await readAll(capReader, bytes(xml));

    expect(recordsIn(parsed, 'notice')[0]?.supersedes).toEqual(['mua@khituong.example,HN-2026-17']);
    expect(remarksIn(parsed)).toMatchObject({ 'reference-not-readable': 1 });
  });

  test('acknowledgements and error reports between systems are no alerts', async () => {
    const parsed = await readAll(capReader, bytes(alertXml({ msgType: 'Ack' })));

    expect(parsed).toEqual([{ kind: 'remark', name: 'message-ack', count: 1 }]);
  });
});

describe('how alerts are wrapped and written', () => {
  test('an EDXL-DE envelope with prefixes holds several alerts', async () => {
    const prefixed = alertXml({ identifier: 'second' })
      .replaceAll(/<(\/?)(?=[a-z])/gi, '<$1cap:')
      .replace('xmlns=', 'xmlns:cap=');
    const content = [alertXml(), prefixed].map(
      (alert) =>
        `<contentObject><xmlContent><embeddedXMLContent>${alert}</embeddedXMLContent></xmlContent></contentObject>`,
    );
    const envelope = `<?xml version="1.0"?>
      <EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0">
      <distributionType>Report</distributionType>${content.join('')}</EDXLDistribution>`;

    expect((await notices(envelope)).map(({ recordId }) => recordId)).toEqual([
      'mua@khituong.example,HN-2026-17',
      'mua@khituong.example,second',
    ]);
  });

  test('CAP 1.1 is read like 1.2', async () => {
    const old = alertXml({}, [infoXml()], { xmlns: 'urn:oasis:names:tc:emergency:cap:1.1', extra: '' });

    expect(await notices(old)).toEqual(await notices(alertXml()));
  });

  test('a declared encoding is obeyed', async () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${alertXml({}, [infoXml({ event: 'Orage à Huê' })])}`;

    const parsed = await readAll(capReader, Buffer.from(xml, 'latin1'), {}, 7);

    expect(recordsIn(parsed, 'notice')[0]?.texts[0]?.event).toBe('Orage à Huê');
  });

  test('a signature is told, its content and foreign extensions are not read', async () => {
    const extra =
      '<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"><s:KeyInfo><identifier>x</identifier></s:KeyInfo></s:Signature>' +
      '<x:person xmlns:x="urn:x"><event>A name</event></x:person>';

    const [notice] = await notices(alertXml({}, [infoXml()], { xmlns: 'urn:oasis:names:tc:emergency:cap:1.2', extra }));

    expect(notice?.signed).toBe(true);
    expect(JSON.stringify(notice)).not.toContain('A name');
  });

  test.each([1, 13, 4096])('chunks of %i bytes give the same notice', async (size) => {
    const parsed = await readAll(capReader, bytes(alertXml()), {}, size);

    expect(recordsIn(parsed, 'notice')).toEqual(await notices(alertXml()));
  });
});

describe('what is refused', () => {
  test.each([
    ['identifier', 'missing-field'],
    ['sender', 'missing-field'],
    ['sent', 'missing-field'],
    ['scope', 'missing-field'],
  ])('an alert without %s', async (field, reason) => {
    expect(await refusals(alertXml({ [field]: '' }))).toMatchObject([{ reason, fields: [field], line: 1 }]);
  });

  test.each([
    [{ sent: 'yesterday' }, 'bad-time'],
    [{ status: 'Real' }, 'bad-value'],
    [{ msgType: 'Hello' }, 'unknown-kind'],
    [{ scope: 'Private' }, 'not-allowed'],
    [{ identifier: 'x'.repeat(500) }, 'bad-identity'],
  ])('an alert with %o', async (fields, reason) => {
    expect(await refusals(alertXml(fields))).toMatchObject([{ reason }]);
  });

  test('a bad alert does not cost its neighbour, and its rejection names the line', async () => {
    const parsed = await readAll(capReader, bytes(`<all>\n${alertXml({ sent: '' })}\n${alertXml()}</all>`));

    expect(parsed[0]).toMatchObject({ kind: 'rejected', rejection: { line: 2 } });
    expect(recordsIn(parsed, 'notice')).toHaveLength(1);
  });

  test.each([
    ['nothing', ''],
    ['a web page', '<html><body><p>Not found<br></body></html>'],
    ['XML without an alert', '<rss><channel/></rss>'],
    ['an alert of another namespace', '<alert xmlns="urn:other"><identifier>1</identifier></alert>'],
    ['a cut alert', alertXml().slice(0, 300)],
    ['a DTD', `<!DOCTYPE alert [<!ENTITY a "aaaa">]>${alertXml()}`],
  ])('%s is refused as a bad file', async (_, xml) => {
    await expect(readAll(capReader, bytes(xml))).rejects.toMatchObject({ code: 'BAD_FILE' });
  });

  test('an alert with endless parts is rejected and its memory is bounded', async () => {
    const many = '<parameter/>'.repeat(110_000);

    expect(await refusals(alertXml({}, [infoXml({}, many)]))).toMatchObject([{ reason: 'too-large' }]);
  });

  test('a text without an end is refused as a bad file', async () => {
    const limits = { ...defaultLimits, textBytes: 10_000 };
    const xml = alertXml({ identifier: 'x'.repeat(200_000) });

    await expect(readAll(capReader, bytes(xml), { limits })).rejects.toMatchObject({ code: 'BAD_FILE' });
  });

  test('however an alert is damaged, it is read, rejected or refused, never a crash', async () => {
    const shapes = '<polygon>21,105 21,106 22,106 21,105</polygon><circle>21,105 3</circle>';
    const whole = bytes(
      alertXml({ references: 'a,b,c' }, [infoXml({ onset: '2026-08-14T09:30:00+07:00' }, areaXml('A', shapes))]),
    );
    const anyDamage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });

    await fc.assert(
      fc.asyncProperty(anyDamage, async (damage) => {
        const damaged = Uint8Array.from(whole);
        for (const [at, value] of damage) damaged[at] = value;
        const outcome = await readAll(capReader, damaged).catch((error: unknown) => error);
        expect(Array.isArray(outcome) || (outcome as { code?: string }).code === 'BAD_FILE').toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
