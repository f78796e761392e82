import { FlagtowerError } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { breakage, broken, isClearRefusal, keepsTheContract } from './breakage.ts';
import { alertXml } from './cap/alert-sample.ts';
import { catalogueColumns } from './catalogue/catalogue-columns.ts';
import { serviceJsonLd, serviceTurtle } from './cpsv-ap/cpsv-ap-sample.ts';
import {
  messageV2,
  recordXml,
  situationXml,
  siteXml,
  snapshotExchange,
  valueXml,
  publicationHead,
} from './datex2/datex2-sample.ts';
import { detectFormat } from './detect.ts';
import { bedReport, bundle, hospital, visit, waitingTime } from './fhir/fhir-sample.ts';
import { readerOf } from './formats.ts';
import { inspect } from './inspect/inspect.ts';
import { shippedMapping } from './mappings/shipped-mappings.ts';
import { normalisedEntity, notification, parkingKeyValues } from './ngsi/ngsi-sample.ts';
import { readAll } from './read-all.ts';
import { atomXml, itemXml, rdfXml, rssXml } from './rss/rss-sample.ts';
import { closedMessage, counted, openedMessage } from './syslog/syslog-sample.ts';

/** A small good file of each format; every break is made from one of these. */
const samples = {
  csv: `Mã hồ sơ,Mã thủ tục,Đơn vị,Kênh nộp,Ngày tiếp nhận,Hạn trả,Ngày trả,Trạng thái
H1,"1,004",U1,Trực tuyến,24/11/2025 08:30,30/11/2025,,Đang xử lý
H2,P2,"U ""2""",Trực tiếp,23/11/2025 08:30,29/11/2025,28/11/2025,Đã trả kết quả
`,
  cap: alertXml(),
  catalogue: `${Object.values(catalogueColumns).join(';')}
1.001193;Đăng ký khai sinh;ho-tich;Xã;Mức độ 4;Không;;;;01/01/2019;23/06/2022
`,
  xes: `<?xml version="1.0" encoding="UTF-8"?><log xes.version="1.0" xmlns="http://www.xes-standard.org/">
<global scope="trace"><string key="concept:name" value="UNKNOWN"/></global><trace><string key="concept:name" value="A"/>
<event><string key="concept:name" value="Kiểm tra"/><date key="time:timestamp" value="2025-11-24T08:00:00+07:00"/></event></trace></log>`,
  'ocel-xml': `<log><objects><object id="P1" type="permit"/></objects><events><event id="e1" type="Apply" time="2025-11-20T01:00:00Z">
<objects><relationship object-id="P1"/></objects></event></events></log>`,
  'ocel-json': `{"eventTypes":[{"name":"Apply"}],"objects":[{"id":"P1","type":"permit"}],"events":[{"id":"e1","type":"Apply","time":"2025-11-20T01:00:00Z","relationships":[{"objectId":"P1"}]}]}`,
  open311: `[{"service_request_id":"1","status":"closed","requested_datetime":"2025-11-20T08:00:00+07:00","updated_datetime":"2025-11-21T08:00:00+07:00","notes":[{"type":"opened","datetime":"2025-11-20T08:00:00+07:00"}]},{"service_request_id":"2"}]`,
  'open311-xml': `<service_requests><request><service_request_id>1</service_request_id><status>closed</status><requested_datetime>2025-11-20T08:00:00+07:00</requested_datetime><notes><note><datetime>2025-11-20T08:00:00+07:00</datetime><type>opened</type></note></notes></request></service_requests>`,
  datex2: messageV2('SituationPublication', situationXml('s', [recordXml()]), publicationHead(), snapshotExchange),
  'datex2-measured': messageV2(
    'MeasuredDataPublication',
    siteXml('S1', valueXml('TrafficFlow', '<vehicleFlow><vehicleFlowRate>540</vehicleFlowRate></vehicleFlow>')),
  ),
  json: JSON.stringify({ data: [{ 'Mã hồ sơ': 'T-1', 'Ngày tiếp nhận': '24/11/2026' }] }),
  ngsi: JSON.stringify([normalisedEntity(), parkingKeyValues()]),
  'ngsi-notification': JSON.stringify(notification([normalisedEntity()])),
  'cpsv-ap': serviceTurtle,
  'cpsv-ap-json': serviceJsonLd,
  rss: rssXml([
    itemXml(
      '<category domain="urn:x:tone">negative</category><press:replyBy>2026-11-30T17:00:00+07:00</press:replyBy>',
    ),
    itemXml('', 'BC-2', '24 Nov 26 09:00 GMT'),
  ]),
  'rss-atom': atomXml('<category scheme="urn:x/tone" term="positive"/><press:replyNeeded/>'),
  'rss-rdf': rdfXml(),
  syslog: `${openedMessage}\n${closedMessage}\n<34>1 - - - - - - -- MARK --\n`,
  'syslog-counted': counted(openedMessage) + counted(closedMessage),
  fhir: JSON.stringify(bundle([bedReport(), hospital(), waitingTime(), visit('1')])),
  ndjson: `{"kind":"observation","recordId":"r1","occurredAt":"2025-11-24T01:00:00.000Z","feed":"air","entity":"s1","metric":"pm25","value":1,"unitOfMeasure":"1"}
{"kind":"report","recordId":"r2"}
`,
} as const;

/** Several samples may be of one format. */
const formatOfSample = (name: string): string =>
  name
    .replace(/-(measured|notification|counted)$/, '')
    .replace('cpsv-ap-json', 'cpsv-ap')
    .replace('open311-xml', 'open311')
    .replace(/^rss-.*$/, 'rss');

const names = fc.constantFrom(...(Object.keys(samples) as (keyof typeof samples)[]));

const { mapping: ofTables } = shippedMapping('hanoi-one-stop-cases');
const mappings = new Map([
  ['csv', ofTables],
  ['json', { ...ofTables, rows: '$.data[*]' }],
]);

/** Reads a file that may be anything: the only ways out are items that keep the contract, or one clear refusal. */
async function survives(format: keyof typeof samples, bytes: Uint8Array, chunkBytes: number): Promise<boolean> {
  const mapping = mappings.get(format) ?? null;
  try {
    return (await readAll(readerOf(formatOfSample(format)), bytes, { mapping }, chunkBytes)).every(keepsTheContract);
  } catch (error) {
    if (isClearRefusal(error)) return true;
    throw error;
  }
}

/** The format that inspection and detection agree on; `null`: both refused. */
function lookedAt(head: Uint8Array): string | null | undefined {
  try {
    return inspect(head, null).format;
  } catch (error) {
    if (error instanceof FlagtowerError) return null;
    throw error;
  }
}

/** What servers send in place of data, or make of it, with a status that says that all is well. */
const wrongAnswers: Readonly<Record<string, (sample: string) => Uint8Array>> = {
  'a page': () => Buffer.from('<!DOCTYPE html><html><body>Sign in</body></html>'),
  'an excuse as JSON': () => Buffer.from('{"error":"maintenance","code":503}'),
  'an excuse as XML': () => Buffer.from('<?xml version="1.0"?><errors><error>maintenance</error></errors>'),
  'an excuse as text': () => Buffer.from('Service temporarily unavailable'),
  nothing: () => Buffer.from('\n'),
  'bytes of another encoding': (sample) =>
    Buffer.concat([Buffer.from(sample.slice(0, 20)), Buffer.from([0xe9, 0xff, 0xfe]), Buffer.from(sample.slice(20))]),
  'UTF-16 that nobody announced': (sample) => Buffer.from(sample, 'utf16le'),
};
const tellsNothingWhenEmpty: ReadonlySet<string> = new Set(['ndjson', 'syslog', 'syslog-counted', 'catalogue']);

/** Kinds of what a reader tells of an answer, each once. */
async function kindsTold(of: string, bytes: Uint8Array): Promise<string[]> {
  try {
    const told = await readAll(readerOf(formatOfSample(of)), bytes, { mapping: mappings.get(of) ?? null });
    return [...new Set(told.map(({ kind }) => kind))];
  } catch (error) {
    if (isClearRefusal(error)) return ['refused'];
    throw error;
  }
}

describe('answers that are none', { timeout: 60_000 }, () => {
  test.for(Object.entries(wrongAnswers))('%s give no record of any format', async ([name, answer]) => {
    for (const [of, sample] of Object.entries(samples)) {
      // Of formats that are read by line, each good line counts.
      if (name === 'bytes of another encoding' && /^(?:ndjson|syslog)/.test(of)) continue;

      const told = await kindsTold(of, answer(sample));

      const isNothing = name === 'nothing' && tellsNothingWhenEmpty.has(of);
      expect([[], ['rejected'], ['refused']].slice(isNothing ? 0 : 1)).toContainEqual(told);
    }
  });

  test('a byte order mark changes nothing', async () => {
    for (const [of, sample] of Object.entries(samples)) {
      const read = async (text: string): Promise<unknown> =>
        await readAll(readerOf(formatOfSample(of)), Buffer.from(text), { mapping: mappings.get(of) ?? null });

      expect([of, await read(`\uFEFF${sample}`)]).toEqual([of, await read(sample)]);
    }
  });
});

describe('files that are broken in any way', { timeout: 60_000 }, () => {
  test('give records, rejections or one refusal, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.array(breakage, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 300 }),
        async (format, breaks, chunkBytes) => {
          const bytes = new TextEncoder().encode(broken(samples[format], breaks));

          expect(await survives(format, bytes, chunkBytes)).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('and so do bytes of nothing at all', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.uint8Array({ maxLength: 400 }), async (format, bytes) => {
        expect(await survives(format, bytes, 64)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('how a good file is cut into chunks makes no difference', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 1, max: 50 }), async (format, chunkBytes) => {
        const bytes = new TextEncoder().encode(samples[format]);
        const mapping = mappings.get(format) ?? null;

        const whole = await readAll(readerOf(formatOfSample(format)), bytes, { mapping }, bytes.length);

        expect(await readAll(readerOf(formatOfSample(format)), bytes, { mapping }, chunkBytes)).toEqual(whole);
        expect(whole.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  test('a look at them fails clearly or not at all', () => {
    fc.assert(
      fc.property(
        names,
        fc.array(breakage, { maxLength: 3 }),
        fc.uint8Array({ maxLength: 20 }),
        (format, breaks, noise) => {
          const head = Buffer.concat([Buffer.from(broken(samples[format], breaks)), noise]);

          expect([null, detectFormat(head, null)?.format]).toContain(lookedAt(head));
        },
      ),
      { numRuns: 500 },
    );
  });
});
