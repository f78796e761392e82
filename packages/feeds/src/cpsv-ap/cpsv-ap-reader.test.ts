import { describe, expect, test } from 'vitest';

import { detectFormat } from '../detect.ts';
import { defaultLimits } from '../limits.ts';
import type { Parsed } from '../parsed.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { runProbe } from '../run-probe.ts';
import { sharedFeed } from '../shared-feeds.ts';
import { cpsvApReader } from './cpsv-ap-reader.ts';
import { serviceJsonLd, serviceTurtle } from './cpsv-ap-sample.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (text: string): Promise<Parsed[]> => await readAll(cpsvApReader, bytes(text));

describe('public services', () => {
  test('as Turtle and as JSON-LD are one catalogue', async () => {
    const [turtle, json] = [await read(serviceTurtle), await read(serviceJsonLd)];

    expect(recordsIn(turtle, 'catalogue-item')).toMatchObject([
      {
        recordId: 'service:SV-1',
        itemType: 'service',
        names: [
          { language: 'vi', name: 'Đăng ký khai sinh' },
          { language: 'en', name: 'Registration of birth' },
        ],
      },
    ]);
    expect(recordsIn(json, 'catalogue-item')).toEqual(recordsIn(turtle, 'catalogue-item'));
    expect(remarksIn(turtle)).toEqual({ triples: 6, 'class:PublicService': 1, 'class:ContactPoint': 1 });
    expect(JSON.stringify([turtle, json])).not.toContain('0240000000');
  });

  test('a thing without an id is a rejection, and broken Turtle is refused with its line', async () => {
    const parsed = await read(serviceJsonLd.replace('"@id":"ex:service1"', '"@id":{}'));

    expect(parsed).toMatchObject([{ kind: 'rejected', rejection: { line: 1, reason: 'bad-identity' } }, {}]);
    await expect(read(serviceTurtle.replace('dct:title', 'dct title'))).rejects.toMatchObject({ code: 'BAD_FILE' });
    await expect(read('[]')).rejects.toMatchObject({ code: 'BAD_FILE', place: 'graph' });
  });

  test('may be told in any order and in pieces of any size', async () => {
    const scattered = `@prefix dct: <http://purl.org/dc/terms/> .
<urn:x:1> dct:title "Một"@vi .
<urn:x:2> a <http://purl.org/vocab/cpsv#PublicOrganisation> ; dct:title "Sở"@vi .
<urn:x:1> dct:identifier "SV-1" ; a <http://purl.org/vocab/cpsv#PublicService> .
<urn:x:2> dct:identifier "org" .
<urn:x:1> dct:title "One"@en .
`;

    for (const chunk of [1, 9, 4096])
      expect(recordsIn(await readAll(cpsvApReader, bytes(scattered), {}, chunk), 'catalogue-item')).toMatchObject([
        { code: 'SV-1', names: [{ name: 'Một' }, { name: 'One' }] },
      ]);
  });

  test('of more than may be held, or with a text that never ends, are refused', async () => {
    const many = '@prefix dct: <http://purl.org/dc/terms/> .\n<urn:x:1> dct:title "a" .\n<urn:x:2> dct:title "b" .\n';
    const endless = `${serviceTurtle}<urn:x:1> <urn:x:p> """${'x'.repeat(5000)}`;

    await expect(
      readAll(cpsvApReader, bytes(many), { limits: { ...defaultLimits, heldEvents: 1 } }),
    ).rejects.toMatchObject({ code: 'BAD_FILE', place: 'heldEvents' });
    await expect(
      readAll(cpsvApReader, bytes(endless), { limits: { ...defaultLimits, textBytes: 4000 } }, 500),
    ).rejects.toMatchObject({ code: 'BAD_FILE', place: 'textBytes' });
  });

  test(
    'of 20 MB in either form are read in less than 250 MB of memory, the program included',
    { timeout: 60_000 },
    async () => {
      const { records, peakRssMb } = await runProbe(new URL('big-catalogue.probe.ts', import.meta.url), 20);

      expect(records).toBeGreaterThan(16_000);
      expect(peakRssMb).toBeLessThan(250);
    },
  );

  test('are known by their content; a context alone is nothing that we read', ({ skip }) => {
    expect(detectFormat(bytes(serviceTurtle), 'x.txt')?.format).toBe('cpsv-ap');
    expect(detectFormat(bytes(serviceJsonLd), 'x.txt')?.format).toBe('cpsv-ap');
    expect(detectFormat(sharedFeed('catalogue/cpsv-ap/context.jsonld', skip), null)).toBeNull();
  });

  test('the real example in both encodings', async ({ skip }) => {
    const turtle = await readAll(cpsvApReader, sharedFeed('catalogue/cpsv-ap/example-public-service.ttl', skip));
    const json = await readAll(cpsvApReader, sharedFeed('catalogue/cpsv-ap/example-public-service.jsonld', skip));

    expect(recordsIn(turtle, 'catalogue-item')).toMatchObject([{ code: 'Tax-on-web', names: [{ language: 'en' }] }]);
    expect(recordsIn(json, 'catalogue-item')).toEqual(recordsIn(turtle, 'catalogue-item'));
    expect(remarksIn(turtle)).toMatchObject({ triples: 67, 'class:Instant': 4, 'class:TemporalEntity': 2 });
  });
});
