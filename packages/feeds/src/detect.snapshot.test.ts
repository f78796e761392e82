import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { alertXml } from './cap/alert-sample.ts';
import { messageV2, situationsV3 } from './datex2/datex2-sample.ts';
import { detectFormat } from './detect.ts';
import { bedReport, bundle } from './fhir/fhir-sample.ts';
import { readerOf } from './formats.ts';
import { feedBytes } from './gtfs-rt/feed-bytes.ts';
import { zipBytes } from './gtfs/zip-bytes.ts';
import { normalisedEntity, notification, parkingKeyValues } from './ngsi/ngsi-sample.ts';
import { atomXml, rdfXml, rssXml } from './rss/rss-sample.ts';

const envelope = `<?xml version="1.0"?>\n<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0">${alertXml()}`;
const samples = [
  ['gtfs-rt', feedBytes([{ id: '1' }])],
  ['gtfs', zipBytes({ 'agency.txt': 'agency_name\nA\n' })],
  ['cap', Buffer.from(alertXml())],
  ['cap', Buffer.from(envelope)],
  ['datex2', Buffer.from(messageV2('VmsPublication', ''))],
  ['datex2', Buffer.from(situationsV3(''))],
  ['ngsi', Buffer.from(JSON.stringify(normalisedEntity()))],
  ['ngsi', Buffer.from(JSON.stringify([parkingKeyValues()]))],
  ['ngsi', Buffer.from(JSON.stringify(notification([])))],
  ['fhir', Buffer.from(JSON.stringify(bedReport()))],
  ['fhir', Buffer.from(JSON.stringify(bundle([])))],
  ['rss', Buffer.from(rssXml([]))],
  ['rss', Buffer.from(rdfXml())],
  ['rss', Buffer.from(`<!-- an Atom feed -->${atomXml()}`)],
  ['rss', Buffer.from(`\uFEFF${atomXml()}`, 'utf16le')],
] as const;

test.each(samples)('%s is known by its content, packed or not, whatever its name', (format, bytes) => {
  expect(detectFormat(bytes, 'latest.csv')).toEqual({ format, gzip: false });
  expect(detectFormat(gzipSync(bytes), null)).toEqual({ format, gzip: true });
  expect(readerOf(format)).toBeTypeOf('function');
});

test.each([
  ['a web page in place of an alert', '<!DOCTYPE html><html><head><title>502</title></head></html>'],
  [
    'a list of addresses',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>x</loc></url></urlset>',
  ],
  ['a text document', zipBytes({ mimetype: 'application/vnd.oasis.opendocument.text' })],
])('%s is nothing that we read', (_, content) => {
  expect(detectFormat(Buffer.from(content), null)).toBeNull();
});
