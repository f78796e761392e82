import { FlagtowerError } from '@flagtower/contracts';

import { formatSchema, type Format } from './format.ts';
import { readerOf } from './formats.ts';
import { defaultLimits } from './limits.ts';
import { shippedMapping } from './mappings/shipped-mappings.ts';

/**
 * A program of its own, so that nothing but the readers is in its memory: `node endless.probe.ts 8` lets each read so many megabytes of a
 * file that begins right and then goes on for ever.
 */
const mostBytes = Number(process.argv[2]) * 1e6;
const chunkBytes = 64 * 1024;

/** What goes on for ever behind a right beginning: a text, depth, elements inside of elements, elements, members. */
const tails = ['x', '[', '<a>', '<a/>', '"a":1,'];
const beginnings: Readonly<Record<Format, string>> = {
  csv: 'code,received\n1,"',
  xlsx: 'PK\u0003\u0004',
  json: '{"data":[{"code":',
  catalogue: 'Mã thủ tục;Tên\n1;"',
  xes: '<log xmlns="http://www.xes-standard.org/"><trace>',
  'ocel-json': '{"events":[{"id":"e1",',
  'ocel-xml': '<log><events><event id="e1">',
  open311: '[{"service_request_id":"1",',
  'gtfs-rt': '\n',
  gtfs: 'PK\u0003\u0004',
  cap: '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><info>',
  datex2: '<d2LogicalModel xmlns="http://datex2.eu/schema/2/2_0"><payloadPublication>',
  ngsi: '[{"id":"a",',
  fhir: '{"resourceType":"Bundle","entry":[{',
  'cpsv-ap': '<a> <b> "',
  rss: '<rss><channel><item>',
  syslog: '<34>1 - - - - - - ',
  ndjson: '{"kind":"observation",',
};
const options = { zone: 'UTC', asOf: null, caseKind: null, feed: null, limits: defaultLimits };
const { mapping: ofTables } = shippedMapping('hanoi-one-stop-cases');

async function* endless(beginning: string, tail: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(beginning);
  const chunk = Buffer.from(tail.repeat(Math.ceil(chunkBytes / tail.length)));
  for (let bytes = 0; bytes < mostBytes; bytes += chunk.length) yield chunk;
}

let records = 0;
let peakRss = 0;
for (const format of formatSchema.options)
  for (const tail of tails) {
    const mapping = format === 'json' ? { ...ofTables, rows: '$.data[*]' } : format === 'csv' ? ofTables : null;
    try {
      for await (const batch of readerOf(format)(endless(beginnings[format], tail), { ...options, mapping }))
        records += batch.filter((it) => it.kind === 'record').length;
    } catch (error) {
      if (!(error instanceof FlagtowerError)) throw error;
    }
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
  }
process.stdout.write(
  JSON.stringify({ records, peakRssMb: Math.max(peakRss, process.resourceUsage().maxRSS * 1024) / 1e6 }),
);
