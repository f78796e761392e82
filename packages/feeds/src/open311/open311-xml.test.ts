import { describe, expect, test } from 'vitest';

import { detectFormat } from '../detect.ts';
import { inspect } from '../inspect/inspect.ts';
import { readAll } from '../read-all.ts';
import { open311Reader } from './open311-reader.ts';
import { open311XmlThings } from './open311-xml.ts';

const asXml = `<?xml version="1.0" encoding="utf-8"?>
<service_requests>
  <request>
    <service_request_id>638344</service_request_id>
    <status>closed</status>
    <status_notes>Ask for Mrs Secret</status_notes>
    <service_name>Sidewalk &amp; Curb Issues</service_name>
    <service_code>006</service_code>
    <description>Secret</description>
    <agency_responsible>00004</agency_responsible>
    <service_notice/>
    <requested_datetime>2025-11-20T06:37:38+07:00</requested_datetime>
    <updated_datetime>2025-11-24T06:37:38+07:00</updated_datetime>
    <expected_datetime>2025-11-25T06:37:38+07:00</expected_datetime>
    <address>8TH AVE and JUDAH ST</address>
    <lat>37.762221815</lat>
    <extended_attributes><satisfied>true</satisfied></extended_attributes>
    <notes>
      <note><datetime>2025-11-20T06:37:38+07:00</datetime><type>opened</type><summary>Secret</summary></note>
      <note><datetime>2025-11-24T06:37:38+07:00</datetime><type>closed</type></note>
    </notes>
  </request>
  <request><service_request_id>638345</service_request_id><status>open</status>
    <requested_datetime>2025-11-21T06:37:38+07:00</requested_datetime></request>
</service_requests>`;
const asJson = JSON.stringify([
  {
    service_request_id: '638344',
    status: 'closed',
    service_name: 'Sidewalk & Curb Issues',
    service_code: '006',
    agency_responsible: '00004',
    requested_datetime: '2025-11-20T06:37:38+07:00',
    updated_datetime: '2025-11-24T06:37:38+07:00',
    expected_datetime: '2025-11-25T06:37:38+07:00',
    extended_attributes: { satisfied: 'true' },
    notes: [
      { datetime: '2025-11-20T06:37:38+07:00', type: 'opened' },
      { datetime: '2025-11-24T06:37:38+07:00', type: 'closed' },
    ],
  },
  { service_request_id: '638345', status: 'open', requested_datetime: '2025-11-21T06:37:38+07:00' },
]);

const recordsOf = async (text: string, chunkBytes?: number): Promise<unknown[]> => {
  const parsed = await readAll(open311Reader, Buffer.from(text), {}, chunkBytes);
  return parsed.map((it) => (it.kind === 'record' ? it.record : it));
};

describe('service requests as XML', () => {
  test('are what they are as JSON, however they are cut, with a byte order mark or without', async () => {
    const records = await recordsOf(asJson);

    expect(records).toHaveLength(5);
    expect(await recordsOf(asXml)).toEqual(records);
    expect(await recordsOf(`\uFEFF${asXml}`, 7)).toEqual(records);
  });

  test('are told from other XML, with what a mapping may name', () => {
    const head = Buffer.from(asXml.slice(0, -100));

    expect(detectFormat(head, null)?.format).toBe('open311');
    expect(inspect(head, null).columns).toContain('case:extended_attributes.satisfied');
  });

  test('are refused where they are no list of requests, or half of one', async () => {
    const remedy = expect.any(String);

    await expect(recordsOf('<errors><error><code>400</code></error></errors>')).rejects.toMatchObject({ remedy });
    await expect(recordsOf(asXml.slice(0, -30))).rejects.toMatchObject({ code: 'BAD_FILE' });
    expect(await recordsOf('<service_requests/>')).toEqual([]);
  });

  test('one that is longer than any may be costs itself alone', async () => {
    const endless = `<request>${'<x/>'.repeat(25_000)}</request>`;

    const told = await recordsOf(asXml.replace('<request>', `${endless}<request>`));

    expect(told[0]).toMatchObject({ kind: 'rejected', rejection: { reason: 'too-large' } });
    expect(told.slice(1)).toEqual(await recordsOf(asJson));
  });

  test('come with services in the same way', () => {
    const services =
      '<services><service><service_code>006</service_code><service_name>Kerbs</service_name></service></services>';

    expect(open311XmlThings('service', Buffer.from(services))).toMatchObject([
      { service_code: '006', service_name: 'Kerbs' },
    ]);
  });
});
